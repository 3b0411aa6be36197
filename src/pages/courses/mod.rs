//! *Kursus*: every course with its path of lessons.

use crate::platform::{boot, dom, local};
use crate::route::Route;
use crate::widgets::{icon, tr};
use domain::model::{Index, LessonEntry, StepKind};
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
    /// Changes the language.
    pub on_lang: Callback<Lang>,
}

/// The list of courses.
#[component]
pub fn Courses(props: &CoursesProps) -> Html {
    let Some(texts) = use_context::<Texts>() else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
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
                    <span class="row">{ for Lang::ALL.into_iter().map(|lang| language(lang, texts, &props.on_lang)) }</span>
                    <button class="round" onclick={on_theme} aria-label={if *dark { texts.app_theme_light() } else { texts.app_theme_dark() }.to_owned()}>
                        { icon(if *dark { "sun" } else { "moon" }) }
                    </button>
                </div>
            </header>
            <p class="note" role="note" hidden={in_app.is_empty()}>{ texts.app_in_app(&in_app) }</p>
            <h1 tabindex="-1">{ texts.courses_title() }</h1>
            <p class="soft">{ texts.courses_lead() }</p>
            <p class="note" role="note">{ texts.courses_unsaved() }</p>
            <p hidden={!props.packs.is_empty()}>{ texts.courses_empty() }</p>
            <div class="stack">{ for props.packs.iter().map(|pack| course(pack, texts)) }</div>
        </main>
    }
}

fn language(lang: Lang, texts: &Texts, on_lang: &Callback<Lang>) -> Html {
    let pressed = texts.lang() == lang;
    let onclick = on_lang.reform(move |_: MouseEvent| lang);
    html! { <button key={lang.tag()} class="chip" {onclick} aria-pressed={pressed.to_string()} lang={lang.tag()} aria-label={lang.native_name()}>{ lang.tag().to_uppercase() }</button> }
}

fn course(pack: &Pack, texts: &Texts) -> Html {
    let index = &pack.index;
    let first = AttrValue::from(index.first_language().to_owned());
    html! {
        <section class="card stack" key={index.id.as_str().to_owned()}>
            <div>
                <h2>{ tr(&index.title, &first, texts) }</h2>
                <p class="soft">{ tr(&index.about, &first, texts) }</p>
            </div>
            <ol class="path">{ for index.lessons.iter().map(|lesson| entry(pack, lesson, &first, texts)) }</ol>
        </section>
    }
}

fn entry(pack: &Pack, lesson: &LessonEntry, first: &AttrValue, texts: &Texts) -> Html {
    let step = lesson
        .steps
        .first()
        .map_or(StepKind::Goals, |(kind, _)| *kind);
    let href = Route::Lesson(pack.index.id.clone(), lesson.id.clone(), step).hash();
    html! {
        <li key={lesson.id.as_str().to_owned()}>
            <a class="path-entry" {href}>
                <span class="number" aria-hidden="true">{ lesson.number }</span>
                <span>
                    <span class="visually-hidden">{ texts.courses_lesson(lesson.number) }{ ": " }</span>
                    <b>{ tr(&lesson.title, first, texts) }</b>
                    <span class="soft small block">{ texts.courses_minutes(lesson.minutes) }{ " · " }{ texts.courses_words(lesson.words) }</span>
                </span>
                { icon("chevron-right") }
            </a>
        </li>
    }
}
