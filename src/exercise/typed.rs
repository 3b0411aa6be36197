//! A field to type in. What was typed stays as it is; the line under it shows the kana that will be graded.

use crate::platform::dom;
use crate::widgets::icon;
use domain::kinds::Answer;
use domain::typed::preview;
use texts::Texts;
use yew::prelude::*;

/// Props of [`TypedField`].
#[derive(Properties, PartialEq)]
pub struct TypedFieldProps {
    /// Answered already.
    pub done: bool,
    /// The answer that stands in a test.
    #[prop_or_default]
    pub chosen: Option<Answer>,
    /// Asked in a test, where an answer is kept and not checked.
    #[prop_or_default]
    pub in_test: bool,
    /// An answer was given.
    pub on_answer: Callback<Answer>,
}

/// The rows of the kana pad; a comma separates keys.
const PAD: [&str; 12] = [
    "あいうえお",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "やゆよわん",
    "らりるれろ",
    "がぎぐげご",
    "ざじずぜぞ",
    "だでどばび",
];
const PAD_MORE: [&str; 3] = ["ぶべぼぱぴ", "ぷぺぽゃゅ", "ょっーをぢ"];

/// A field, a live line of kana, a kana pad on touch screens.
#[component]
pub fn TypedField(props: &TypedFieldProps) -> Html {
    let typed = use_state(|| match &props.chosen {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    });
    let Some(texts) = use_context::<Texts>() else {
        return html! { <div /> };
    };
    let texts = &texts;
    let give = {
        let (typed, on_answer, done) = (typed.clone(), props.on_answer.clone(), props.done);
        move || {
            if !done && !typed.trim().is_empty() {
                on_answer.emit(Answer::Text(typed.to_string()));
            }
        }
    };
    let onsubmit = {
        let give = give.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            give();
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(dom::value_of(&event)))
    };
    let press = |kana: char| {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| typed.set(format!("{}{kana}", *typed)))
    };
    let delete = {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| {
            let mut text = typed.to_string();
            text.pop();
            typed.set(text);
        })
    };
    let skip = props.on_answer.reform(|_: MouseEvent| Answer::Skipped);
    html! {
        <form class="typed stack" {onsubmit}>
            <label class="visually-hidden" for="typed-answer">{ texts.exercise_answer() }</label>
            <input id="typed-answer" class="field" lang="ja" type="text" value={(*typed).clone()} {oninput}
                readonly={props.done} autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" enterkeyhint="done" />
            <p class="preview" aria-live="polite"><span class="soft small">{ texts.exercise_graded_as() }{ " " }</span><b lang="ja">{ preview(&typed) }</b></p>
            <div class="row wrap" hidden={props.done}>
                <button type="submit" class="btn" disabled={typed.trim().is_empty()}>{ if props.in_test { texts.exam_keep() } else { texts.exercise_check() } }</button>
                <button type="button" class="btn quiet auto" hidden={props.in_test} onclick={skip}>{ texts.exercise_dont_know() }</button>
            </div>
            <details class="pad" hidden={props.done} open={dom::is_touch()}>
                <summary>{ texts.exercise_kana_pad() }</summary>
                <div class="keys">{ for PAD.iter().chain(&PAD_MORE).flat_map(|row| row.chars()).map(|kana| html! {
                    <button type="button" key={kana.to_string()} lang="ja" onclick={press(kana)}>{ kana.to_string() }</button>
                }) }
                <button type="button" class="wide" aria-label={texts.exercise_delete().to_owned()} onclick={delete}>{ icon("delete") }</button></div>
            </details>
        </form>
    }
}
