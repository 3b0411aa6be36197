//! A button that speaks Japanese, where the device can.

use super::icon;
use crate::platform::speech;
use texts::Texts;
use yew::prelude::*;

/// Props of [`Speaker`].
#[derive(Properties, PartialEq)]
pub struct SpeakerProps {
    /// What is spoken, in kana or as written.
    pub text: AttrValue,
    /// What the button is called.
    pub label: AttrValue,
    /// Called when it was pressed.
    #[prop_or_default]
    pub on_play: Callback<()>,
    /// Speed, 1 is normal.
    #[prop_or(1.0)]
    pub rate: f32,
    /// Larger, as the main thing of a listening exercise.
    #[prop_or_default]
    pub large: bool,
}

/// Why there is nothing to hear.
pub fn silence(texts: &Texts) -> &str {
    if speech::is_off() {
        texts.lesson_sound_off()
    } else {
        texts.lesson_no_voice()
    }
}

/// A speaker button; hidden where there is no voice of the device, or none is wanted.
#[component]
pub fn Speaker(props: &SpeakerProps) -> Html {
    let speaking = use_state(|| false);
    if !speech::available() {
        return html! { <span hidden=true /> };
    }
    let onclick = {
        let (text, rate, on_play, speaking) = (
            props.text.clone(),
            props.rate,
            props.on_play.clone(),
            speaking.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            let over = speaking.clone();
            if speech::speak(&text, rate, move || over.set(false)) {
                speaking.set(true);
                on_play.emit(());
            }
        })
    };
    let class = classes!(
        "speaker",
        props.large.then_some("large"),
        speaking.then_some("on")
    );
    html! { <button type="button" {class} {onclick} aria-label={props.label.clone()}>{ icon("volume-2") }</button> }
}
