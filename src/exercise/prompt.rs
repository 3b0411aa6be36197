//! What is asked: instruction, passage, what is heard, the sentence, the question.

use crate::platform::speech;
use crate::widgets::{Speaker, ja, picture, plain, silence, tr};
use domain::kinds::{Exercise, Kind, KindName};
use domain::text::{Ja, inlines};
use texts::Texts;
use yew::prelude::*;

/// How the recording of an item may be played.
#[derive(Clone, Copy)]
pub struct Sound<'a> {
    /// How often still; none is without limit.
    pub plays_left: Option<u8>,
    /// It was played.
    pub on_play: &'a Callback<()>,
}

/// What is asked; once it is answered (`done`) the script may be seen.
pub fn prompt(
    exercise: &Exercise,
    question: usize,
    first: &AttrValue,
    done: bool,
    sound: Sound<'_>,
    texts: &Texts,
) -> Html {
    let ask = if exercise.ask.is_empty() {
        html! { <span>{ super::instruction(exercise.kind.name(), texts) }</span> }
    } else {
        html! { { tr(&exercise.ask, first, texts) } }
    };
    let asked = exercise.questions().get(question);
    let (stem, text) = asked.map_or((&exercise.ja, &exercise.text), |question| {
        (&question.ja, &question.text)
    });
    // Where reading is what is asked, the reading must not stand over the word.
    let plain = !done && exercise.kind.name() == KindName::Typing;
    html! {
        <div class="prompt-area">
            <p class="ask soft">{ ask }</p>
            { passage(exercise, first, texts) }
            { script(exercise, texts, first, done, sound) }
            <div hidden={exercise.icon.is_none()} class="prompt-picture">
                { exercise.icon.as_ref().map_or_else(|| html! { <span /> }, |icon| html! { { picture(icon, "") } }) }
            </div>
            <div class="prompt" hidden={stem.is_empty()}>{ sentence(stem, plain) }</div>
            <p class="question" hidden={text.is_empty()}>{ tr(text, first, texts) }</p>
            <dl class="gloss" hidden={exercise.gloss.is_empty()}>{ for exercise.gloss.iter().enumerate().map(|(n, gloss)| html! {
                <div key={n}><dt>{ ja(&gloss.ja, false) }</dt><dd>{ tr(&gloss.text, first, texts) }</dd></div>
            }) }</dl>
        </div>
    }
}

/// A sentence, its gap drawn as a line.
fn sentence(stem: &Ja, plain: bool) -> Html {
    match stem.split_gap() {
        Some((before, after)) => {
            html! { <>{ ja(&before, plain) }<span class="gap" role="img" aria-label="＿＿" />{ ja(&after, plain) }</> }
        }
        None => html! { { ja(stem, plain) } },
    }
}

fn passage(exercise: &Exercise, first: &AttrValue, texts: &Texts) -> Html {
    let Kind::Passage(passage) = &exercise.kind else {
        return html! { <div hidden=true /> };
    };
    let row = |cells: &Vec<Ja>, head: bool| {
        cells
            .iter()
            .enumerate()
            .map(|(n, cell)| match head {
                true => html! { <th key={n} scope="col">{ ja(cell, false) }</th> },
                false => html! { <td key={n}>{ ja(cell, false) }</td> },
            })
            .collect::<Html>()
    };
    // The table scrolls in itself, so it is a stop of the keyboard and has a name: its title, else what stands over its columns.
    let title = passage.title.find(texts.lang().tag(), first);
    let label = title.map_or_else(
        || {
            let over = passage.table.first().into_iter().flatten();
            over.map(Ja::written).collect::<Vec<_>>().join("、")
        },
        |title| plain(&inlines(title.text)),
    );
    html! {
        <div class="realia">
            <p class="soft small" hidden={passage.title.is_empty()}>{ tr(&passage.title, first, texts) }</p>
            <div class="lines" hidden={passage.body.is_empty()}>{ ja(&passage.body, false) }</div>
            <div class="scroll" tabindex="0" role="group" aria-label={label} hidden={passage.table.is_empty()}><table>
                <thead>{ for passage.table.iter().take(1).map(|cells| html! { <tr key="head">{ row(cells, true) }</tr> }) }</thead>
                <tbody>{ for passage.table.iter().skip(1).enumerate().map(|(n, cells)| html! { <tr key={n}>{ row(cells, false) }</tr> }) }</tbody>
            </table></div>
        </div>
    }
}

/// What is heard: a speaker where the device has a voice, else the lines to read.
fn script(
    exercise: &Exercise,
    texts: &Texts,
    first: &AttrValue,
    done: bool,
    sound: Sound<'_>,
) -> Html {
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
            <div hidden={sound.plays_left == Some(0)}><Speaker text={spoken} label={texts.lesson_listen().to_owned()} on_play={sound.on_play.clone()} large=true /></div>
            <p class="soft small" hidden={!voice || sound.plays_left.is_none()}>{ texts.exam_plays_left(sound.plays_left.unwrap_or_default()) }</p>
            <p class="soft small" hidden={voice}>{ silence(texts) }</p>
            <ul class="lines" hidden={voice && !done}>{ for lines.iter().enumerate().map(|(n, line)| html! {
                <li key={n}>
                    <b hidden={line.who.is_none()} lang="ja">{ line.who.as_ref().map(|who| format!("{who}：")).unwrap_or_default() }</b>
                    { ja(&line.ja, false) }
                    <span class="soft small block" hidden={!done}>{ tr(&line.tr, first, texts) }</span>
                </li>
            }) }</ul>
        </div>
    }
}
