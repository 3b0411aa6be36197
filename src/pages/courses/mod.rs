//! *Kursus*: every course with its path of lessons.

use crate::desk::Desk;
use crate::pages::path::next_step;
use crate::pages::step_name;
use crate::platform::{boot, dom, local};
use crate::route::Route;
use crate::view::View;
use crate::widgets::{icon, tr};
use domain::model::{Index, LessonEntry};
use std::rc::Rc;
use texts::{Lang, Texts};
use yew::prelude::*;

/// A pack that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// What it holds.
    pub index: Rc<Index>,
    /// Its folder, relative to the page.
    pub path: Rc<str>,
}

/// Props of [`Courses`].
#[derive(Properties, PartialEq)]
pub struct CoursesProps {
    /// Every pack.
    pub packs: Rc<[Pack]>,
}

/// The list of courses.
#[component]
pub fn Courses(props: &CoursesProps) -> Html {
    let Some(texts) = use_context::<Texts>() else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    let view = use_context::<Desk>()
        .and_then(|desk| desk.view)
        .unwrap_or_default();
    let damaged = view.damaged;
    let dark = use_state(|| dom::theme() == "dark");
    dom::set_title("Kakehashi");
    let on_theme = {
        let dark = dark.clone();
        Callback::from(move |_: MouseEvent| {
            let theme = if *dark { "light" } else { "dark" };
            local::set("kkh1.theme", theme);
            dom::set_root("data-theme", theme);
            dark.set(!*dark);
        })
    };
    let in_app = boot::in_app();
    html! {
        <main class="page stack">
            <header class="row between wrap">
                <span class="brand">{ "Kakehashi " }<span lang="ja">{ "架け橋" }</span></span>
                <div class="row" role="group" aria-label={texts.app_language().to_owned()}>
                    <span class="row">{ for Lang::ALL.into_iter().map(|lang| language(lang, texts)) }</span>
                    <button class="round" onclick={on_theme} aria-label={if *dark { texts.app_theme_light() } else { texts.app_theme_dark() }.to_owned()}>
                        { icon(if *dark { "sun" } else { "moon" }) }
                    </button>
                </div>
            </header>
            <p class="note" role="note" hidden={in_app.is_empty()}>{ texts.app_in_app(&in_app) }</p>
            <h1 tabindex="-1">{ texts.courses_title() }</h1>
            <p class="soft">{ texts.courses_lead() }</p>
            <p class="note" role="note" hidden={damaged == 0}>{ texts.desk_damaged(damaged) }</p>
            <p hidden={!props.packs.is_empty()}>{ texts.courses_empty() }</p>
            <div class="stack">{ for props.packs.iter().map(|pack| course(pack, &view, texts)) }</div>
        </main>
    }
}

fn language(lang: Lang, texts: &Texts) -> Html {
    let pressed = texts.lang() == lang;
    let onclick = Callback::from(move |_: MouseEvent| {
        local::set("kkh1.lang", lang.tag());
        boot::set_lang(lang.tag());
    });
    html! { <button key={lang.tag()} class="chip" {onclick} aria-pressed={pressed.to_string()} lang={lang.tag()} aria-label={lang.native_name()}>{ lang.tag().to_ascii_uppercase() }</button> }
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
