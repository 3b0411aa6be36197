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

/// The rows of the kana pad.
const PAD: [&str; 17] = [
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
    "だぢづでど",
    "ばびぶべぼ",
    "ぱぴぷぺぽ",
    "ぁぃぅぇぉ",
    "ゃゅょっー",
    "を",
];
/// The field that the pad writes into.
const FIELD: &str = "#typed-answer";

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
    // A key of the pad; without text it takes away.
    let press = |text: String| {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(now) = dom::write_at_caret(FIELD, &text) {
                typed.set(now);
            }
        })
    };
    // The focus stays where it is: a caret in the field is still seen, and no keyboard of the device rises.
    let stay = Callback::from(|event: MouseEvent| event.prevent_default());
    // Enter that ends a composition chooses a word; it does not send the answer. 229 is how Safari says so.
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" && (event.is_composing() || event.key_code() == 229) {
            event.prevent_default();
        }
    });
    let skip = props.on_answer.reform(|_: MouseEvent| Answer::Skipped);
    html! {
        <form class="typed stack" {onsubmit}>
            <label class="visually-hidden" for="typed-answer">{ texts.exercise_answer() }</label>
            <input id="typed-answer" class="field" lang="ja" type="text" value={(*typed).clone()} {oninput} {onkeydown}
                readonly={props.done} autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" enterkeyhint="done" />
            <p class="preview" aria-live="polite"><span class="soft small">{ texts.exercise_graded_as() }{ " " }</span><b lang="ja">{ preview(&typed) }</b></p>
            <div class="row wrap" hidden={props.done}>
                <button type="submit" class="btn" disabled={typed.trim().is_empty()}>{ if props.in_test { texts.exam_keep() } else { texts.exercise_check() } }</button>
                <button type="button" class="btn quiet auto" hidden={props.in_test} onclick={skip}>{ texts.exercise_dont_know() }</button>
            </div>
            <details class="pad" hidden={props.done} open={dom::is_touch()}>
                <summary>{ texts.exercise_kana_pad() }</summary>
                <div class="keys" onmousedown={stay}>{ for PAD.iter().flat_map(|row| row.chars()).map(|kana| html! {
                    <button type="button" key={kana.to_string()} lang="ja" onclick={press(kana.to_string())}>{ kana.to_string() }</button>
                }) }
                <button type="button" class="wide" aria-label={texts.exercise_delete().to_owned()} onclick={press(String::new())}>{ icon("delete") }</button></div>
            </details>
        </form>
    }
}
