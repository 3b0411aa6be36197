//! The lesson player: one step at a time, one screen at a time, one way out.

mod pieces;
mod sitting;
mod warm_up;

use crate::desk::Desk;
use crate::exercise::{ExerciseView, verdict_sheet};
use crate::pack::{Pack, Packs};
use crate::pages::{not_loaded, saved, step_name};
use crate::platform::fetch::LoadFault;
use crate::platform::{clock, dom, packs};
use crate::route::Route;
use crate::widgets::{icon, loading, tr};
use domain::exam::Tally;
use domain::ids::LessonId;
use domain::model::{Lesson, StepKind, Words};
use domain::records::{Mode, Rule};
use domain::study::{Entry, Screen, Session, shown};
use pieces::pieces;
use sitting::{Sitting, use_sitting};
use std::rc::Rc;
use texts::Texts;
use warm_up::{WarmUp, use_warm_up};
use yew::platform::spawn_local;
use yew::prelude::*;

/// Props of [`LessonPage`].
#[derive(Properties, PartialEq)]
pub struct LessonPageProps {
    /// The pack.
    pub pack: Pack,
    /// Every pack, for the words of a warm-up.
    pub packs: Packs,
    /// Which lesson.
    pub lesson: LessonId,
    /// Which step.
    pub step: StepKind,
}

type Loaded = Result<(Rc<Lesson>, Rc<Words>), LoadFault>;

/// Loads a lesson, then plays its step.
#[component]
pub fn LessonPage(props: &LessonPageProps) -> Html {
    let loaded = use_state(|| None::<Loaded>);
    let tries = use_state(|| 0);
    let Some(texts) = use_context::<Texts>() else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    {
        let loaded = loaded.clone();
        use_effect_with(
            (props.lesson.clone(), props.pack.path.clone(), *tries),
            move |(id, path, _)| {
                let (id, path) = (id.clone(), path.clone());
                spawn_local(async move {
                    let lesson = packs::lesson(&path, &id).await;
                    let words = packs::words(&path).await;
                    loaded.set(Some(lesson.and_then(|lesson| {
                        words.map(|words| (Rc::new(lesson), Rc::new(words)))
                    })));
                });
            },
        );
    }
    // The check must know which form comes next, so the desk is waited for.
    let ready = use_context::<Desk>().is_some_and(|desk| desk.view.is_some());
    match loaded.as_ref().filter(|_| ready) {
        None => {
            html! { <main class="page">{ loading(texts.app_loading()) }</main> }
        }
        Some(Ok((lesson, words))) => {
            html! { <Opening pack={props.pack.clone()} packs={props.packs.clone()} lesson={lesson.clone()} words={words.clone()} step={props.step} /> }
        }
        Some(Err(fault)) => {
            let again = Callback::from(move |_: MouseEvent| tries.set(*tries + 1));
            html! {
                <main class="page">{ not_loaded(fault, again, texts) }</main>
            }
        }
    }
}

#[derive(Clone, Properties, PartialEq)]
struct OpeningProps {
    pack: Pack,
    packs: Packs,
    lesson: Rc<Lesson>,
    words: Rc<Words>,
    step: StepKind,
}

/// Goes on with a sitting at the step, or begins one, after a warm-up where that is due.
#[component]
fn Opening(props: &OpeningProps) -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let entry = use_memo((), |()| {
        let view = desk.view.clone().unwrap_or_default();
        let (pack, lesson) = (&props.pack.index.id, &props.lesson.id);
        let form = view.next_form(Mode::Check, pack, lesson.as_str());
        let today = clock::stamp().day();
        Entry::at(
            &view.open,
            &props.pack.stamp(),
            (lesson, props.step),
            today,
            form,
        )
    });
    let may_warm_up = props.step != StepKind::Check && entry.resumed.is_none();
    let (warm_up, over) = use_warm_up(may_warm_up, props, &desk);
    match warm_up {
        None => {
            html! { <main class="page">{ loading(texts.app_loading()) }</main> }
        }
        Some(material) if material.count() > 0 => {
            html! { <WarmUp {material} on_over={over} /> }
        }
        Some(_) => {
            html! { <Player pack={props.pack.clone()} lesson={props.lesson.clone()} words={props.words.clone()} step={props.step} {entry} /> }
        }
    }
}

#[derive(Clone, Properties, PartialEq)]
struct PlayerProps {
    pack: Pack,
    lesson: Rc<Lesson>,
    words: Rc<Words>,
    step: StepKind,
    entry: Rc<Entry>,
}

/// One step of a lesson.
#[component]
fn Player(props: &PlayerProps) -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    let first = AttrValue::from(props.pack.index.first_language().to_owned());
    let sitting = use_sitting(props, &desk);
    let session = &*sitting.session;
    let go_on = sitting.go_on.reform(|_: MouseEvent| ());
    {
        // Enter goes on wherever the focus is, except on a control that answers it itself.
        let go_on = sitting.go_on.clone();
        use_effect_with(
            (session.done, session.answered.is_some()),
            move |(_, answered)| {
                if *answered {
                    dom::focus("#continue");
                } else {
                    // Focusing scrolls the head of the page away; the new screen begins at its top.
                    dom::focus("#screen");
                    dom::scroll_top();
                }
                let listener = dom::on_key(move |key| {
                    let goes = key.name == "Enter" && !key.typing && !key.on_button;
                    if goes {
                        go_on.emit(());
                    }
                    goes
                });
                move || drop(listener)
            },
        );
    }
    let body = match &session.screen {
        Some(Screen::Reading(list)) => html! {
            <>
                { goals(props, &first, texts) }
                { pieces(list, &props.words, &first, texts) }
                <button class="btn" onclick={go_on.clone()}>{ texts.app_continue() }</button>
            </>
        },
        Some(Screen::Question(asked)) => html! {
            <>
            <p class="note" hidden={session.activity.form().is_none() || session.done > 0}>{ texts.check_intro(session.total()) }</p>
            <ExerciseView key={format!("{}-{}", asked.item(), session.done)} exercise={asked.exercise.clone()} question={asked.question}
                order={shown(&asked.exercise, asked.question, asked.seed(session.seed))} first={first.clone()}
                answered={session.answered.clone()} on_answer={sitting.answer.clone()} />
        </>
        },
        // Cards are shown by reviews.
        Some(Screen::Card(_)) | None => over(props, session, &sitting.retry, texts, &first),
    };
    let sheet = match (&session.screen, &session.answered) {
        (Some(Screen::Question(asked)), Some((_, verdict))) => verdict_sheet(
            &asked.exercise,
            asked.question,
            verdict,
            &first,
            go_on,
            texts,
        ),
        _ => html! { <section hidden=true /> },
    };
    let total = session.total().max(1);
    let place = (session.done + 1).min(total);
    html! {
        <div class="player">
            <header class="player-head">
                <a class="round" href={Route::Courses.hash()} aria-label={texts.app_close().to_owned()}>{ icon("x") }</a>
                { steps(props, texts) }
                <span class="soft small" aria-hidden="true">{ format!("{place}/{total}") }</span>
            </header>
            <main class="page solo stack" id="screen" tabindex="-1">
                <div class="row between">
                    <h1 class="eyebrow">{ step_name(props.step, texts) }<span class="visually-hidden">{ ": " }{ texts.lesson_progress(place, total) }</span></h1>
                    { saved(desk.safety, texts) }
                </div>
                { resumed(&sitting, (place, total), texts) }
                { body }
            </main>
            { sheet }
        </div>
    }
}

/// Says that the sitting goes on, and offers to begin anew: a check only in its other form.
fn resumed(sitting: &Sitting, (place, total): (usize, usize), texts: &Texts) -> Html {
    let session = &*sitting.session;
    if sitting.resumed_at != Some(session.done) || session.is_over() {
        return html! { <div hidden=true /> };
    }
    let anew = match session.activity.form() {
        Some(form) => texts.check_anew(form.other().as_str()),
        None => texts.lesson_anew().to_owned(),
    };
    html! {
        <div class="note row between wrap" id="resumed">
            <span>{ texts.lesson_resumed(place, total) }</span>
            <button type="button" class="btn quiet auto" id="anew" onclick={sitting.anew.clone()}>{ anew }</button>
        </div>
    }
}

/// The steps of the lesson as marks, each a way to that step.
fn steps(props: &PlayerProps, texts: &Texts) -> Html {
    html! {
        <nav class="steps">{ for props.lesson.steps.iter().map(|step| {
            let class = if step.kind == props.step { "now" } else if step.kind < props.step { "done" } else { "" };
            let href = Route::Lesson(props.pack.index.id.clone(), props.lesson.id.clone(), step.kind).hash();
            html! { <a key={step.kind.as_str()} {class} {href} aria-current={(step.kind == props.step).then_some("step")}><span class="visually-hidden">{ tr(&step.title, "id", texts) }</span></a> }
        }) }</nav>
    }
}

fn goals(props: &PlayerProps, first: &AttrValue, texts: &Texts) -> Html {
    let goals: Vec<_> = props
        .pack
        .index
        .can_dos
        .iter()
        .filter(|can_do| can_do.lesson == props.lesson.id)
        .collect();
    html! {
        <div class="stack" hidden={props.step != StepKind::Goals}>
            <p class="lesson-title">{ tr(&props.lesson.title, first, texts) }</p>
            <p>{ texts.lesson_goals_lead() }</p>
            <ul class="goals">{ for goals.iter().map(|can_do| html! { <li key={can_do.id.as_str().to_owned()}>{ icon("target") }<span>{ tr(&can_do.text, first, texts) }</span></li> }) }</ul>
        </div>
    }
}

/// The end of a step: the check's result, or the way to the next step.
fn over(
    props: &PlayerProps,
    session: &Session,
    retry: &Callback<MouseEvent>,
    texts: &Texts,
    first: &AttrValue,
) -> Html {
    let next = props
        .lesson
        .steps
        .iter()
        .map(|step| step.kind)
        .find(|kind| *kind > props.step);
    let on = match next {
        Some(step) => {
            let href =
                Route::Lesson(props.pack.index.id.clone(), props.lesson.id.clone(), step).hash();
            html! { <a class="btn" {href}>{ texts.lesson_next_step(step_name(step, texts)) }</a> }
        }
        None => {
            html! { <a class="btn" href={Route::Courses.hash()}>{ texts.app_back_to_courses() }</a> }
        }
    };
    let Some(form) = session.activity.form() else {
        let done = if next.is_some() {
            texts.lesson_step_done()
        } else {
            texts.lesson_done()
        };
        return html! { <section class="card stack"><h2>{ done }</h2>{ on }</section> };
    };
    let passed = session.score.passes(Mode::Check, Rule::CHECK);
    let Tally { right, total } = session.score.all;
    let way = if passed {
        on
    } else {
        html! { <><p>{ texts.check_failed_text() }</p><button class="btn" onclick={retry.clone()}>{ texts.check_other_form(form.other().as_str()) }</button></> }
    };
    html! {
        <section class="card stack">
            <h2>{ if passed { texts.check_passed(right, total) } else { texts.check_failed(right, total) } }</h2>
            <ul class="results">{ for session.score.can_dos.iter().map(|(id, tally)| {
                let text = props.pack.index.can_dos.iter().find(|can_do| can_do.id == *id).map(|can_do| can_do.text.clone()).unwrap_or_default();
                html! { <li key={id.as_str().to_owned()} class="row between"><span>{ tr(&text, first, texts) }</span><b>{ texts.check_recognised(tally.right, tally.total) }</b></li> }
            }) }</ul>
            { way }
        </section>
    }
}
