//! The lesson player: one step at a time, one screen at a time, one way out.

mod model;
mod pieces;

use crate::exercise::{ExerciseView, verdict_sheet};
use crate::pages::courses::Pack;
use crate::platform::fetch::LoadFault;
use crate::platform::{clock, dom, packs};
use crate::route::Route;
use crate::widgets::{icon, loading, tr};
use domain::check::CheckResult;
use domain::ids::{FormId, LessonId};
use domain::kinds::Answer;
use domain::model::{Lesson, StepKind, Words};
use model::{Model, Msg, Screen};
use pieces::pieces;
use std::rc::Rc;
use texts::Texts;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Props of [`LessonPage`].
#[derive(Properties, PartialEq)]
pub struct LessonPageProps {
    /// The pack.
    pub pack: Pack,
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
    match &*loaded {
        None => {
            html! { <main class="page">{ loading(texts.app_loading()) }</main> }
        }
        Some(Ok((lesson, words))) => {
            html! { <Player pack={props.pack.clone()} lesson={lesson.clone()} words={words.clone()} step={props.step} /> }
        }
        Some(Err(fault)) => {
            let what = match fault {
                LoadFault::Offline => texts.app_load_offline().to_owned(),
                LoadFault::Missing(file) => texts.app_load_missing(file),
                LoadFault::Broken(file) => texts.app_load_broken(file),
            };
            let again = Callback::from(move |_: MouseEvent| tries.set(*tries + 1));
            html! {
                <main class="page stack">
                    <p role="alert">{ what }</p>
                    <div class="row"><button class="btn" onclick={again}>{ texts.app_retry() }</button><a class="btn quiet" href={Route::Courses.hash()}>{ texts.app_back_to_courses() }</a></div>
                </main>
            }
        }
    }
}

#[derive(Properties, PartialEq)]
struct PlayerProps {
    pack: Pack,
    lesson: Rc<Lesson>,
    words: Rc<Words>,
    step: StepKind,
}

/// One step of a lesson.
#[component]
fn Player(props: &PlayerProps) -> Html {
    let model = use_state(|| Model::new(&props.lesson, props.step, FormId::A, clock::seed()));
    let Some(texts) = use_context::<Texts>() else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    let first = AttrValue::from(props.pack.index.first_language().to_owned());
    let send = {
        let model = model.clone();
        Callback::from(move |msg: Msg| model.set(model.update(msg)))
    };
    let go_on = send.reform(|_: MouseEvent| Msg::WentOn);
    {
        // Enter goes on wherever the focus is, except on a control that answers it itself.
        let send = send.clone();
        use_effect_with((*model).clone(), move |_| {
            let listener = dom::on_key(move |key| {
                let goes = key.name == "Enter" && !key.typing && !key.on_button;
                if goes {
                    send.emit(Msg::WentOn);
                }
                goes
            });
            move || drop(listener)
        });
    }
    {
        use_effect_with((model.done, model.answered.is_some()), |(_, answered)| {
            if *answered {
                dom::focus("#continue");
            } else {
                dom::scroll_top();
                dom::focus("#screen");
            }
        });
    }
    let body = match &model.screen {
        Some(Screen::Reading(list)) => html! {
            <>
                { goals(props, &first, texts) }
                { pieces(list, &props.words, &first, texts) }
                <button class="btn" onclick={go_on.clone()}>{ texts.app_continue() }</button>
            </>
        },
        Some(Screen::Question {
            exercise, question, ..
        }) => html! {
            <ExerciseView key={format!("{}-{}", exercise.item_id(*question), model.done)} exercise={exercise.clone()} question={*question}
                seed={model.item_seed(exercise, *question)} first={first.clone()} answered={model.answered.clone()}
                on_answer={send.reform(|answer: Answer| Msg::Answered(answer))} />
        },
        None => over(props, &model, texts, &first),
    };
    let sheet = match (&model.screen, &model.answered) {
        (
            Some(Screen::Question {
                exercise, question, ..
            }),
            Some((_, verdict)),
        ) => verdict_sheet(exercise, *question, verdict, &first, go_on, texts),
        _ => html! { <section hidden=true /> },
    };
    html! {
        <div class="player">
            <header class="player-head">
                <a class="round" href={Route::Courses.hash()} aria-label={texts.app_close().to_owned()}>{ icon("x") }</a>
                { steps(props, texts) }
                <span class="soft small" aria-hidden="true">{ format!("{}/{}", (model.done + 1).min(model.total().max(1)), model.total().max(1)) }</span>
            </header>
            <main class="page solo stack" id="screen" tabindex="-1">
                <h1 class="eyebrow">{ step_name(props.step, texts) }<span class="visually-hidden">{ ": " }{ texts.lesson_progress((model.done + 1).min(model.total().max(1)), model.total().max(1)) }</span></h1>
                { body }
            </main>
            { sheet }
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
    model: &UseStateHandle<Model>,
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
    let Some(form) = model.form else {
        let done = if next.is_some() {
            texts.lesson_step_done()
        } else {
            texts.lesson_done()
        };
        return html! { <section class="card stack"><h2>{ done }</h2>{ on }</section> };
    };
    let passed = model.result.passed();
    let retry = {
        let (model, lesson) = (model.clone(), props.lesson.clone());
        Callback::from(move |_: MouseEvent| {
            model.set(Model::new(
                &lesson,
                StepKind::Check,
                form.other(),
                clock::seed(),
            ))
        })
    };
    let CheckResult {
        right,
        total,
        by_can_do,
    } = &model.result;
    let way = if passed {
        on
    } else {
        html! { <><p>{ texts.check_failed_text() }</p><button class="btn" onclick={retry}>{ texts.check_other_form(form.other().as_str()) }</button></> }
    };
    html! {
        <section class="card stack">
            <h2>{ if passed { texts.check_passed(right, total) } else { texts.check_failed(right, total) } }</h2>
            <ul class="results">{ for by_can_do.iter().map(|(id, (right, total))| {
                let text = props.pack.index.can_dos.iter().find(|can_do| can_do.id == *id).map(|can_do| can_do.text.clone()).unwrap_or_default();
                html! { <li key={id.as_str().to_owned()} class="row between"><span>{ tr(&text, first, texts) }</span><b>{ texts.check_recognised(right, total) }</b></li> }
            }) }</ul>
            { way }
        </section>
    }
}

fn step_name(step: StepKind, texts: &Texts) -> String {
    match step {
        StepKind::Goals => texts.step_goals(),
        StepKind::Scene => texts.step_scene(),
        StepKind::Listen => texts.step_listen(),
        StepKind::Notice => texts.step_notice(),
        StepKind::Words => texts.step_words(),
        StepKind::Grammar => texts.step_grammar(),
        StepKind::Practice => texts.step_practice(),
        StepKind::Do => texts.step_do(),
        StepKind::Tip => texts.step_tip(),
        StepKind::Check => texts.step_check(),
    }
    .to_owned()
}
