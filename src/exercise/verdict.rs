//! The sheet that rises after an answer: verdict, reason, the way on.

use crate::widgets::{Speaker, icon, ja, rich, tr};
use domain::kinds::{Exercise, Kind, Outcome, Reason, Verdict};
use domain::typed::Remark;
use texts::Texts;
use yew::prelude::*;

/// The verdict, the reason and the next button.
pub fn verdict_sheet(
    exercise: &Exercise,
    question: usize,
    verdict: &Verdict,
    first: &AttrValue,
    on_continue: Callback<MouseEvent>,
    texts: &Texts,
) -> Html {
    let (class, sign, word) = match verdict.outcome {
        Outcome::Right => ("sheet right", "check", texts.exercise_right()),
        Outcome::Slip => ("sheet slip", "info", texts.exercise_slip()),
        Outcome::Wrong => ("sheet wrong", "x", texts.exercise_wrong()),
    };
    let why = exercise.why(question).cloned().unwrap_or_default();
    let model = exercise
        .model_answer(question)
        .filter(|_| verdict.outcome != Outcome::Right);
    let spoken = exercise
        .model_answer(question)
        .or_else(|| exercise.choices(question)?.key().map(|key| key.ja.clone()))
        .filter(|ja| !ja.is_empty());
    html! {
        <section {class} aria-live="polite">
            <div class="solo stack">
                <h2>{ icon(sign) }{ word }</h2>
                { for verdict.reasons.iter().enumerate().map(|(n, reason)| html! { <p key={n}>{ why_not(exercise, question, reason, texts, first) }</p> }) }
                <p hidden={model.is_none()}>{ texts.exercise_key() }{ " " }<b class="model">{ ja(&model.unwrap_or_default(), false) }</b></p>
                <p hidden={why.is_empty()}>{ tr(&why, first, texts) }</p>
                <div class="row">
                    <button type="button" id="continue" class="btn" onclick={on_continue}>{ texts.app_continue() }</button>
                    <span hidden={spoken.is_none()}><Speaker text={spoken.map(|ja| ja.reading()).unwrap_or_default()} label={texts.lesson_listen().to_owned()} /></span>
                </div>
            </div>
        </section>
    }
}

/// The reasons of a verdict, and what the author says to everybody.
pub fn reasons(
    exercise: &Exercise,
    question: usize,
    verdict: &Verdict,
    first: &AttrValue,
    texts: &Texts,
) -> Html {
    let why = exercise.why(question).cloned().unwrap_or_default();
    html! {
        <div class="small">
            { for verdict.reasons.iter().enumerate().map(|(n, reason)| html! { <p key={n}>{ why_not(exercise, question, reason, texts, first) }</p> }) }
            <p hidden={why.is_empty()}>{ tr(&why, first, texts) }</p>
        </div>
    }
}

/// The author's reason where there is one, else ours.
fn why_not(
    exercise: &Exercise,
    question: usize,
    reason: &Reason,
    texts: &Texts,
    first: &AttrValue,
) -> Html {
    if let Some(why) = exercise.why_not(question, reason) {
        return html! { { tr(why, first, texts) } };
    }
    let text = match reason {
        Reason::Option(_) | Reason::Skipped => texts.reason_skipped().to_owned(),
        Reason::Order => texts.reason_order().to_owned(),
        Reason::ExtraTile(n) => {
            let tile = match &exercise.kind {
                Kind::Ordering(ordering) => ordering
                    .tile(*n)
                    .map(|tile| tile.written())
                    .unwrap_or_default(),
                Kind::Choice(_)
                | Kind::Cloze(_)
                | Kind::Typing(_)
                | Kind::Matching(_)
                | Kind::Listening(_)
                | Kind::Dictation(_)
                | Kind::Passage(_) => String::new(),
            };
            texts.reason_extra(tile)
        }
        Reason::MissingTile => texts.reason_missing().to_owned(),
        Reason::Pairs(ids) => texts.reason_pairs(ids.len()),
        Reason::Typed(remark) => remark_text(*remark, texts).to_owned(),
    };
    html! { { rich(&domain::text::inlines(&text)) } }
}

fn remark_text(remark: Remark, texts: &Texts) -> &str {
    match remark {
        Remark::ParticleSound => texts.reason_s_particle(),
        Remark::Yotsugana => texts.reason_s_yotsugana(),
        Remark::Width => texts.reason_s_width(),
        Remark::NApostrophe => texts.reason_s_n(),
        Remark::Script => texts.reason_s_script(),
        Remark::Spaces => texts.reason_s_space(),
        Remark::LongSpelling => texts.reason_s_long(),
        Remark::Length => texts.reason_length(),
        Remark::Sokuon => texts.reason_sokuon(),
        Remark::MoraicN => texts.reason_n(),
        Remark::Voicing => texts.reason_voicing(),
        Remark::SmallYa => texts.reason_small(),
        Remark::Particle => texts.reason_particle(),
        Remark::Word => texts.reason_word(),
    }
}
