//! *Lainnya*: everything that has no place in the bar.

use crate::platform::dom;
use crate::route::Route;
use crate::widgets::icon;
use texts::Texts;
use yew::prelude::*;

/// The places behind the bar.
pub fn more(texts: &Texts) -> Html {
    dom::set_title(&format!("{} · Kakehashi", texts.settings_more_title()));
    let places = [
        (Route::Progress, "chart-column", texts.progress_title()),
        (Route::Certificates, "award", texts.certificates_title()),
        (Route::Settings, "settings", texts.settings_title()),
        (Route::Credits, "info", texts.credits_title()),
    ];
    html! {
        <main class="page stack" key="more">
            <h1 tabindex="-1">{ texts.settings_more_title() }</h1>
            <ul class="card path">{ for places.into_iter().map(|(route, name, label)| html! {
                <li key={name}><a class="path-entry" href={route.hash()}>{ icon(name) }<b>{ label.to_owned() }</b>{ icon("chevron-right") }</a></li>
            }) }</ul>
        </main>
    }
}
