//! Icons, pictures, the shape of what is loading.

use crate::platform::boot;
use yew::prelude::*;

/// An interface icon of `static/icons.toml`, a decoration beside words.
pub fn icon(name: &str) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={format!("#i-{name}")} /></svg> }
}

/// A lesson picture of `static/icons.toml`; `alt` says what it shows, nothing when it only decorates.
pub fn picture(name: &str, alt: &str) -> Html {
    let href = format!("{}#{name}", boot::pictures());
    let label = (!alt.is_empty()).then(|| AttrValue::from(alt.to_owned()));
    let role = label.is_some().then_some("img");
    let hidden = label.is_none().then_some("true");
    html! { <svg class="picture" {role} aria-label={label} aria-hidden={hidden}><use {href} /></svg> }
}

/// The shape of what comes; `label` says what is waited for.
pub fn loading(label: &str) -> Html {
    html! {
        <div class="loading" role="status">
            <span class="visually-hidden">{ label.to_owned() }</span>
            <i /><i /><i />
        </div>
    }
}
