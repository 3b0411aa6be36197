//! Japanese with furigana, and people's text with Japanese runs in it.

use domain::text::{Inline, Ja, inlines};
use domain::translated::Tr;
use texts::Texts;
use yew::prelude::*;

/// Japanese text with furigana; `plain` leaves it out, when reading is what is asked.
pub fn ja(text: &Ja, plain: bool) -> Html {
    let segments = text
        .segments()
        .iter()
        .enumerate()
        .map(|(n, segment)| match &segment.ruby {
            Some(ruby) if !plain => {
                html! { <ruby key={n}>{ segment.base.to_string() }<rt>{ ruby.to_string() }</rt></ruby> }
            }
            _ => html! { <span key={n}>{ segment.base.to_string() }</span> },
        });
    html! { <span lang="ja" class="ja">{ for segments }</span> }
}

/// Text with emphasis and Japanese runs.
pub fn rich(runs: &[Inline]) -> Html {
    html! { <span>{ for runs.iter().enumerate().map(run) }</span> }
}

fn run((n, run): (usize, &Inline)) -> Html {
    match run {
        Inline::Text(text) => html! { <span key={n}>{ text.to_string() }</span> },
        Inline::Ja(text) => html! { <span key={n}>{ ja(text, false) }</span> },
        Inline::Strong(inner) => html! { <b key={n}>{ rich(inner) }</b> },
        Inline::Emphasis(inner) => html! { <em key={n}>{ rich(inner) }</em> },
        Inline::Break => html! { <br key={n} /> },
    }
}

/// Text in the reader's language, else in the pack's first, marked with its own language.
pub fn tr(text: &Tr, first: &str, texts: &Texts) -> Html {
    match text.find(texts.lang().tag(), first) {
        Some(found) => {
            let lang = found.lang.map(|lang| AttrValue::from(lang.to_owned()));
            html! { <span {lang}>{ rich(&inlines(found.text)) }</span> }
        }
        None => html! { <span hidden=true /> },
    }
}
