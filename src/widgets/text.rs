//! Japanese with furigana and romaji, and people's text with Japanese runs in it.

use domain::furigana::KnownReadings;
use domain::text::{Inline, Ja, Segment, inlines};
use domain::translated::Tr;
use std::rc::Rc;
use texts::Texts;
use yew::prelude::*;

/// Readings that the reader knows, for whatever is drawn inside; compared as one thing, because there may be hundreds.
#[derive(Clone, Debug, Default)]
pub struct Known(Rc<KnownReadings>);

impl Known {
    /// These readings.
    pub fn new(readings: KnownReadings) -> Self {
        Self(Rc::new(readings))
    }
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// Japanese text with furigana; `plain` leaves it out, when reading is what is asked.
pub fn ja(text: &Ja, plain: bool) -> Html {
    if !plain && text.segments().iter().any(|one| one.ruby.is_some()) {
        return html! { <WithRuby text={text.clone()} /> };
    }
    let bases = text.segments().iter().enumerate();
    html! { <span lang="ja" class="ja">{ for bases.map(base) }</span> }
}

fn base((n, segment): (usize, &Segment)) -> Html {
    html! { <span key={n}>{ segment.base.to_string() }</span> }
}

#[derive(Properties, PartialEq)]
struct WithRubyProps {
    text: Ja,
}

/// Text with furigana. What the reader knows is marked, and styles decide whether it is seen: so it keeps its room, and
/// nothing moves when a word becomes known.
#[component]
fn WithRuby(props: &WithRubyProps) -> Html {
    let known = use_context::<Known>().unwrap_or_default();
    let segments = props.text.segments().iter().enumerate();
    html! {
        <span lang="ja" class="ja">{ for segments.map(|(n, segment)| match &segment.ruby {
            Some(ruby) => {
                let class = known.0.has(segment).then_some("known");
                html! { <ruby key={n} {class}>{ segment.base.to_string() }<rt>{ ruby.to_string() }</rt></ruby> }
            }
            None => base((n, segment)),
        }) }</span>
    }
}

/// How Japanese is read, in Latin letters under it, where that is certain; styles show it to those who want it.
pub fn romaji(text: &Ja) -> Html {
    let latin = text.romaji();
    html! { <span class="romaji" lang="ja-Latn" hidden={latin.is_none()}>{ latin.unwrap_or_default() }</span> }
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
