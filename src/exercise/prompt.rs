//! What is asked: instruction, passage, what is heard, the sentence, the question.

use crate::platform::speech;
use crate::widgets::{JaText, Picture, Speaker, TrText};
use domain::kinds::{Exercise, Kind, KindName};
use domain::text::Ja;
use std::rc::Rc;
use texts::Texts;
use yew::prelude::*;

/// Props of [`Prompt`].
#[derive(Properties, PartialEq)]
pub struct PromptProps {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// Which of its questions.
    pub question: usize,
    /// The pack's first language.
    pub first: AttrValue,
    /// Answered, so the script may be seen.
    pub done: bool,
}

/// What is asked.
#[component]
pub fn Prompt(props: &PromptProps) -> Html {
    let Some(texts) = use_context::<Texts>() else {
        return html! { <div /> };
    };
    let PromptProps {
        exercise,
        question,
        first,
        done,
    } = props;
    let ask = if exercise.ask.is_empty() {
        html! { <span>{ super::instruction(exercise.kind.name(), &texts) }</span> }
    } else {
        html! { <TrText text={exercise.ask.clone()} first={first.clone()} /> }
    };
    let asked = exercise.questions().get(*question);
    let (ja, text) = asked.map_or((&exercise.ja, &exercise.text), |question| {
        (&question.ja, &question.text)
    });
    // Where reading is what is asked, the reading must not stand over the word.
    let plain = !*done && exercise.kind.name() == KindName::Typing;
    html! {
        <div class="prompt-area">
            <p class="ask soft">{ ask }</p>
            { passage(exercise, first) }
            { script(exercise, &texts, first, *done) }
            <div hidden={exercise.icon.is_none()} class="prompt-picture">
                { exercise.icon.as_ref().map_or_else(|| html! { <span /> }, |icon| html! { <Picture name={icon.to_string()} /> }) }
            </div>
            <div class="prompt" hidden={ja.is_empty()}>{ sentence(ja, plain) }</div>
            <p class="question" hidden={text.is_empty()}><TrText text={text.clone()} first={first.clone()} /></p>
            <dl class="gloss" hidden={exercise.gloss.is_empty()}>{ for exercise.gloss.iter().enumerate().map(|(n, gloss)| html! {
                <div key={n}><dt><JaText text={gloss.ja.clone()} /></dt><dd><TrText text={gloss.text.clone()} first={first.clone()} /></dd></div>
            }) }</dl>
        </div>
    }
}

/// A sentence, its gap drawn as a line.
fn sentence(ja: &Ja, plain: bool) -> Html {
    match ja.split_gap() {
        Some((before, after)) => {
            html! { <><JaText text={before} {plain} /><span class="gap" role="img" aria-label="＿＿" /><JaText text={after} {plain} /></> }
        }
        None => html! { <JaText text={ja.clone()} {plain} /> },
    }
}

fn passage(exercise: &Exercise, first: &AttrValue) -> Html {
    let Kind::Passage(passage) = &exercise.kind else {
        return html! { <div hidden=true /> };
    };
    let row = |cells: &Vec<Ja>, head: bool| {
        cells
            .iter()
            .enumerate()
            .map(|(n, cell)| match head {
                true => html! { <th key={n} scope="col"><JaText text={cell.clone()} /></th> },
                false => html! { <td key={n}><JaText text={cell.clone()} /></td> },
            })
            .collect::<Html>()
    };
    html! {
        <div class="realia">
            <p class="soft small" hidden={passage.title.is_empty()}><TrText text={passage.title.clone()} first={first.clone()} /></p>
            <div class="lines" hidden={passage.body.is_empty()}><JaText text={passage.body.clone()} /></div>
            <div class="scroll" tabindex="0" role="region" hidden={passage.table.is_empty()}><table>
                <thead>{ for passage.table.iter().take(1).map(|cells| html! { <tr key="head">{ row(cells, true) }</tr> }) }</thead>
                <tbody>{ for passage.table.iter().skip(1).enumerate().map(|(n, cells)| html! { <tr key={n}>{ row(cells, false) }</tr> }) }</tbody>
            </table></div>
        </div>
    }
}

/// What is heard: a speaker where the device has a voice, else the lines to read.
fn script(exercise: &Exercise, texts: &Texts, first: &AttrValue, done: bool) -> Html {
    let lines = exercise.script();
    if lines.is_empty() {
        return html! { <div hidden=true /> };
    }
    let voice = speech::available();
    let spoken: String = lines
        .iter()
        .map(|line| line.ja.reading())
        .collect::<Vec<_>>()
        .join("。");
    html! {
        <div class="script">
            <Speaker text={spoken} label={texts.lesson_listen().to_owned()} large=true />
            <p class="soft small" hidden={voice}>{ texts.lesson_no_voice() }</p>
            <ul class="lines" hidden={voice && !done}>{ for lines.iter().enumerate().map(|(n, line)| html! {
                <li key={n}>
                    <b hidden={line.who.is_none()} lang="ja">{ line.who.as_ref().map(|who| format!("{who}：")).unwrap_or_default() }</b>
                    <JaText text={line.ja.clone()} />
                    <span class="soft small block" hidden={!done}><TrText text={line.tr.clone()} first={first.clone()} /></span>
                </li>
            }) }</ul>
        </div>
    }
}
