//! Japanese with furigana, and people's text with Japanese runs in it.

use domain::text::{Inline, Ja, inlines};
use domain::translated::Tr;
use yew::prelude::*;

/// Who reads: the language, and where the pictures lie.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    /// Language of the interface: `id`, `en` or `ja`.
    pub lang: &'static str,
    /// Where the lesson pictures lie.
    pub pictures: AttrValue,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            lang: "id",
            pictures: AttrValue::default(),
        }
    }
}

/// Props of [`JaText`].
#[derive(Properties, PartialEq)]
pub struct JaTextProps {
    /// The text.
    pub text: Ja,
    /// Show no readings (when reading is what is asked).
    #[prop_or_default]
    pub plain: bool,
}

/// Japanese text with furigana.
#[component]
pub fn JaText(props: &JaTextProps) -> Html {
    ja(&props.text, props.plain)
}

fn ja(text: &Ja, plain: bool) -> Html {
    let segments = text.segments().iter().enumerate().map(|(n, segment)| match &segment.ruby {
        Some(ruby) if !plain => {
            html! { <ruby key={n}>{ segment.base.to_string() }<rt>{ ruby.to_string() }</rt></ruby> }
        }
        _ => html! { <span key={n}>{ segment.base.to_string() }</span> },
    });
    html! { <span lang="ja" class="ja">{ for segments }</span> }
}

/// Props of [`Rich`].
#[derive(Properties, PartialEq)]
pub struct RichProps {
    /// Runs of text.
    pub runs: Vec<Inline>,
}

/// Text with emphasis and Japanese runs.
#[component]
pub fn Rich(props: &RichProps) -> Html {
    html! { <span>{ for rich(&props.runs) }</span> }
}

fn rich(runs: &[Inline]) -> impl Iterator<Item = Html> + '_ {
    runs.iter().enumerate().map(|(n, run)| match run {
        Inline::Text(text) => html! { <span key={n}>{ text.to_string() }</span> },
        Inline::Ja(text) => html! { <span key={n}>{ ja(text, false) }</span> },
        Inline::Strong(inner) => html! { <b key={n}>{ rich(inner).collect::<Html>() }</b> },
        Inline::Emphasis(inner) => html! { <em key={n}>{ rich(inner).collect::<Html>() }</em> },
        Inline::Break => html! { <br key={n} /> },
    })
}

/// Props of [`TrText`].
#[derive(Properties, PartialEq)]
pub struct TrTextProps {
    /// The text by language.
    pub text: Tr,
    /// The pack's first language.
    #[prop_or(AttrValue::Static("id"))]
    pub first: AttrValue,
}

/// Text in the reader's language, else in the pack's first, marked with its own language.
#[component]
pub fn TrText(props: &TrTextProps) -> Html {
    let reader = use_context::<Reader>().unwrap_or_default();
    match props.text.find(reader.lang, &props.first) {
        Some(found) => {
            let lang = found.lang.map(|lang| AttrValue::from(lang.to_owned()));
            html! { <span {lang}>{ for rich(&inlines(found.text)) }</span> }
        }
        None => html! { <span hidden=true /> },
    }
}
