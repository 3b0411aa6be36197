//! The result: passed or not, by section and can-do, and every item with its key and reason.

use super::room::RoomProps;
use crate::exercise::{given, reasons};
use crate::route::Route;
use crate::widgets::{icon, ja, tr};
use domain::exam::{Exam, Tally};
use domain::kinds::{Answer, Outcome};
use domain::records::{Mode, Rule};
use domain::study::Asked;
use texts::Texts;
use yew::prelude::*;

/// What came of a test that is over.
pub fn result(props: &RoomProps, exam: &Exam, first: &AttrValue, texts: &Texts) -> Html {
    let score = exam.score().unwrap_or_default();
    let rule = Rule::of(props.test.pass);
    let passed = score.passes(Mode::Test, rule);
    let Tally { right, total } = score.all;
    let title = if passed {
        texts.check_passed(right, total)
    } else {
        texts.check_failed(right, total)
    };
    let sections = exam.form.sections.iter().map(|section| {
        let tally = score.sections.get(&section.number).copied().unwrap_or_default();
        let unheard = score.unheard.contains_key(&section.number);
        let reached = tally.reaches(rule.each_pct);
        html! {
            <li key={section.id.as_str().to_owned()} class="evidence">
                <span class={if reached { "shown" } else { "weak" }}>{ icon(if reached { "check" } else { "x" }) }</span>
                <span class="row between"><span>{ tr(&section.title, first, texts) }<span class="soft small block" hidden={!unheard}>{ texts.certificate_unheard() }</span></span><b>{ texts.check_recognised(tally.right, tally.total) }</b></span>
            </li>
        }
    });
    let can_dos = score.can_dos.iter().map(|(id, tally)| {
        let known = props.pack.index.can_dos.iter().find(|can_do| can_do.id == *id);
        let text = known.map(|can_do| can_do.text.clone()).unwrap_or_default();
        html! { <li key={id.as_str().to_owned()} class="row between"><span>{ tr(&text, first, texts) }</span><b>{ texts.check_recognised(tally.right, tally.total) }</b></li> }
    });
    let items = exam.form.sections.iter().map(|section| {
        html! {
            <details key={section.id.as_str().to_owned()} class="items">
                <summary>{ tr(&section.title, first, texts) }</summary>
                <ol class="results">{ for section.items.iter().enumerate().map(|(n, asked)| item(n, exam, asked, first, texts)) }</ol>
            </details>
        }
    });
    let way = if passed {
        html! { <a class="btn" href={Route::Certificates.hash()}>{ texts.exam_to_certificates() }</a> }
    } else {
        // The form that is next is another than the one that was just sat.
        html! { <><button type="button" class="btn" id="again" onclick={props.on_again.clone()}>{ texts.check_other_form(exam.form.id.other().as_str()) }</button><a class="btn quiet" href={Route::Review.hash()}>{ texts.exam_to_review() }</a></> }
    };
    html! {
        <div class="player">
            <header class="player-head"><a class="round" href={Route::Tests.hash()} aria-label={texts.app_close().to_owned()}>{ icon("x") }</a></header>
            <main class="page solo stack" id="screen" tabindex="-1">
                <section class="card stack">
                    <h1>{ title }</h1>
                    <p class="soft">{ texts.tests_rule(rule.each_pct, rule.total_pct) }{ " " }{ texts.exam_provisional() }</p>
                    <ul class="results">{ for sections }</ul>
                    <p>{ texts.exam_missed() }</p>
                    <div class="row wrap">{ way }<a class="btn quiet" href={Route::Tests.hash()}>{ texts.exam_to_tests() }</a></div>
                </section>
                <h2>{ texts.exam_can_dos() }</h2>
                <ul class="card results">{ for can_dos }</ul>
                <h2>{ texts.exam_items() }</h2>
                <div class="stack">{ for items }</div>
            </main>
        </div>
    }
}

/// An item with its key, and the reason for what was answered.
fn item(n: usize, exam: &Exam, asked: &Asked, first: &AttrValue, texts: &Texts) -> Html {
    let exercise = &asked.exercise;
    let verdict = exam.verdict(asked.item());
    let answer = exam.answer_to(asked.item()).unwrap_or(&Answer::Skipped);
    let right = verdict.is_some_and(|verdict| verdict.outcome != Outcome::Wrong);
    let question = exercise.questions().get(asked.question);
    let (stem, text) = question.map_or((&exercise.ja, &exercise.text), |q| (&q.ja, &q.text));
    let key = exercise
        .choices(asked.question)
        .and_then(|choices| choices.key().cloned());
    let model = exercise
        .model_answer(asked.question)
        .filter(|_| key.is_none());
    html! {
        <li key={n} class="evidence">
            <span class={if right { "shown" } else { "weak" }}>{ icon(if right { "check" } else { "x" }) }</span>
            <div>
                <p hidden={stem.is_empty()}>{ ja(stem, false) }</p>
                <p hidden={text.is_empty()}>{ tr(text, first, texts) }</p>
                { for exercise.script().iter().enumerate().map(|(n, line)| html! { <p key={n}>{ ja(&line.ja, false) }</p> }) }
                <p hidden={right}><span class="soft">{ texts.exam_given() }{ " " }</span>{ given(exercise, asked.question, answer, first, texts) }</p>
                <p><span class="soft">{ texts.exercise_key() }{ " " }</span>
                    { key.map_or_else(|| html! { <b>{ ja(&model.unwrap_or_default(), false) }</b> }, |key| html! { <b>{ ja(&key.ja, false) }{ tr(&key.text, first, texts) }</b> }) }</p>
                { verdict.map_or_else(|| html! { <div hidden=true /> }, |verdict| reasons(exercise, asked.question, verdict, first, texts)) }
            </div>
        </li>
    }
}
