//! *Kursus*: every course with its path of lessons.

use crate::desk::Desk;
use crate::pack::Pack;
use crate::pages::path::next_step;
use crate::pages::step_name;
use crate::pages::{PacksProps, in_app_note};
use crate::platform::dom;
use crate::route::Route;
use crate::view::View;
use crate::widgets::{icon, tr};
use domain::model::LessonEntry;
use texts::Texts;
use yew::prelude::*;

/// The list of courses.
#[component]
pub fn Courses(props: &PacksProps) -> Html {
    let Some(texts) = use_context::<Texts>() else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    let view = use_context::<Desk>()
        .and_then(|desk| desk.view)
        .unwrap_or_default();
    dom::set_title(&format!("{} · Kakehashi", texts.courses_title()));
    html! {
        <main class="page stack">
            { in_app_note(texts) }
            <h1 tabindex="-1">{ texts.courses_title() }</h1>
            <p class="soft">{ texts.courses_lead() }</p>
            <p hidden={!props.packs.is_empty()}>{ texts.courses_empty() }</p>
            <div class="stack">{ for props.packs.iter().map(|pack| course(pack, &view, texts)) }</div>
        </main>
    }
}

fn course(pack: &Pack, view: &View, texts: &Texts) -> Html {
    let index = &pack.index;
    let first = AttrValue::from(index.first_language().to_owned());
    html! {
        <section class="card stack" key={index.id.as_str().to_owned()}>
            <div>
                <h2>{ tr(&index.title, &first, texts) }</h2>
                <p class="soft">{ tr(&index.about, &first, texts) }</p>
            </div>
            <ol class="path">{ for index.lessons.iter().map(|lesson| entry(pack, lesson, view, &first, texts)) }</ol>
        </section>
    }
}

fn entry(pack: &Pack, lesson: &LessonEntry, view: &View, first: &AttrValue, texts: &Texts) -> Html {
    let progress = view.lesson(&pack.index.id, &lesson.id);
    let step = next_step(lesson, &progress);
    let href = Route::Lesson(pack.index.id.clone(), lesson.id.clone(), step).hash();
    let (mark, state) = match (progress.passed, progress.tried, progress.steps.is_empty()) {
        (true, _, _) => ("number done", Some(texts.courses_passed().to_owned())),
        (false, true, _) => ("number", Some(texts.courses_tried().to_owned())),
        (false, false, false) => (
            "number",
            Some(texts.courses_continue(step_name(step, texts))),
        ),
        (false, false, true) => ("number", None),
    };
    html! {
        <li key={lesson.id.as_str().to_owned()}>
            <a class="path-entry" {href}>
                <span class={mark} aria-hidden="true">{ if progress.passed { icon("check") } else { html! { <span>{ lesson.number }</span> } } }</span>
                <span>
                    <span class="visually-hidden">{ texts.courses_lesson(lesson.number) }{ ": " }</span>
                    <b>{ tr(&lesson.title, first, texts) }</b>
                    <span class="soft small block">{ texts.courses_minutes(lesson.minutes) }{ " · " }{ texts.courses_words(lesson.words) }</span>
                    <span class="state small block" hidden={state.is_none()}>{ state.unwrap_or_default() }</span>
                </span>
                { icon("chevron-right") }
            </a>
        </li>
    }
}
