//! The frame of the pages that are not full screens: the bar of five, from 900 px on a rail, what must be known of the
//! stores, and the offer of a new version.

use crate::desk::{Desk, Safety};
use crate::pages::safety_text;
use crate::platform::{dom, update};
use crate::route::Route;
use crate::widgets::icon;
use texts::{Texts, format};
use yew::prelude::*;

/// A page with the bar; `now` is the place that is marked.
pub fn framed(now: &Route, page: Html, texts: &Texts) -> Html {
    let places = [
        (Route::Today, "home", texts.nav_today()),
        (Route::Courses, "book-open", texts.nav_courses()),
        (Route::Review, "refresh-cw", texts.nav_review()),
        (Route::Tests, "clipboard-check", texts.nav_tests()),
        (Route::More, "ellipsis", texts.nav_more()),
    ];
    let under_more = match now {
        Route::Progress | Route::Certificates | Route::Settings | Route::Credits => true,
        Route::Today
        | Route::Courses
        | Route::Lesson(..)
        | Route::Review
        | Route::Tests
        | Route::Test(..)
        | Route::More
        | Route::Welcome
        | Route::Unknown(_) => false,
        #[cfg(feature = "panic-route")]
        Route::Panic => false,
    };
    html! {
        <div class="framed">
            <div class="framed-page">
                <Notices />
                { page }
            </div>
            <div class="foot">
                <Update />
                <nav class="nav" aria-label={texts.nav_label().to_owned()}>
                    <span class="brand">{ "Kakehashi " }<span lang="ja">{ "架け橋" }</span></span>
                    { for places.into_iter().map(|(route, name, label)| {
                        let here = route == *now || under_more && route == Route::More;
                        html! { <a key={name} href={route.hash()} aria-current={here.then_some("page")}>{ icon(name) }<span>{ label.to_owned() }</span></a> }
                    }) }
                </nav>
            </div>
        </div>
    }
}

/// What is wrong with the stores, with the way to a backup; nothing when all is well.
#[component]
fn Notices() -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <div hidden=true /> };
    };
    let texts = &texts;
    let mut notices: Vec<String> = Vec::new();
    match desk.safety {
        Safety::Saved | Safety::Waiting(_) => {}
        Safety::OneStore | Safety::Full | Safety::Nowhere | Safety::Newer => {
            notices.push(safety_text(desk.safety, texts).to_owned());
        }
    }
    let (damaged, lost) = match &desk.view {
        Some(view) => (view.damaged, view.lost),
        None => (0, 0),
    };
    if damaged > 0 {
        notices.push(texts.desk_damaged(damaged));
    }
    if lost > 0 {
        notices.push(texts.desk_lost(lost));
    }
    let reading = desk
        .reading
        .map(|n| texts.desk_reading(format::number(texts, n.into())));
    let none = notices.is_empty() && reading.is_none();
    html! {
        <div class="notices stack" hidden={none}>
            <p role="status" hidden={reading.is_none()}>{ reading.unwrap_or_default() }</p>
            { for notices.iter().enumerate().map(|(n, text)| html! { <p key={n} class="note" role="note">{ text.clone() }</p> }) }
            <p hidden={notices.is_empty()}><a class="tap" href={Route::Settings.hash()}>{ texts.desk_to_backup() }</a></p>
        </div>
    }
}

/// The offer of a new version. Pages without this frame, lessons and tests among them, are not disturbed by it.
#[component]
fn Update() -> Html {
    let offered = use_state(update::is_offered);
    {
        let offered = offered.clone();
        use_effect_with((), move |()| {
            let listener = update::on_offer(move || offered.set(true));
            move || drop(listener)
        });
    }
    let Some(texts) = use_context::<Texts>() else {
        return html! { <aside hidden=true /> };
    };
    let on_now = Callback::from(|_: MouseEvent| update::accept());
    let on_later = {
        let offered = offered.clone();
        Callback::from(move |_: MouseEvent| {
            update::put_off();
            offered.set(false);
            // The button that has the focus is about to go.
            dom::focus("h1");
        })
    };
    html! {
        <aside class="update" aria-label={texts.update_label().to_owned()} hidden={!*offered}>
            <p role="status"><b>{ texts.update_ready() }</b>{ " " }<span class="soft">{ texts.update_safe() }</span></p>
            <span class="row">
                <button type="button" class="btn auto" onclick={on_now}>{ texts.update_now() }</button>
                <button type="button" class="btn quiet auto" onclick={on_later}>{ texts.update_later() }</button>
            </span>
        </aside>
    }
}
