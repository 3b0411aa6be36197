//! Icons, pictures, the shape of what is loading.

use super::Reader;
use yew::prelude::*;

/// Props of [`Icon`].
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// Its name in `static/icons.toml`.
    pub name: AttrValue,
}

/// An interface icon, a decoration beside words.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={format!("#i-{}", props.name)} /></svg> }
}

/// Props of [`Picture`].
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// Its name in `static/icons.toml`.
    pub name: AttrValue,
    /// What it shows, for those who do not see it; nothing when it only decorates.
    #[prop_or_default]
    pub alt: AttrValue,
}

/// A lesson picture.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let reader = use_context::<Reader>().unwrap_or_default();
    let href = format!("{}#p-{}", reader.pictures, props.name);
    if props.alt.is_empty() {
        html! { <svg class="picture" aria-hidden="true"><use {href} /></svg> }
    } else {
        html! { <svg class="picture" role="img" aria-label={props.alt.clone()}><use {href} /></svg> }
    }
}

/// Props of [`Loading`].
#[derive(Properties, PartialEq)]
pub struct LoadingProps {
    /// What is being waited for.
    pub label: AttrValue,
}

/// The shape of what comes.
#[component]
pub fn Loading(props: &LoadingProps) -> Html {
    html! {
        <div class="loading" role="status">
            <span class="visually-hidden">{ props.label.clone() }</span>
            <i /><i /><i />
        </div>
    }
}
