//! The root of each program: texts, packs and theme, then the page that the address names.

use crate::desk::{Desk, use_desk};
use crate::furigana::Furigana;
use crate::look;
use crate::pack::{Pack, Packs};
use crate::pages::certificates::Certificates;
use crate::pages::courses::Courses;
use crate::pages::credits::credits;
use crate::pages::exam::ExamPage;
use crate::pages::frame::framed;
use crate::pages::lesson::LessonPage;
use crate::pages::more::more;
use crate::pages::progress::Progress;
use crate::pages::review::ReviewPage;
use crate::pages::settings::Settings;
use crate::pages::step_name;
use crate::pages::tests::Tests;
use crate::pages::today::Today;
use crate::pages::welcome::Welcome;
use crate::platform::{boot, dom, learners, packs};
use crate::route::{Part, Route};
use crate::view::View;
use crate::widgets::{loading, plain};
use domain::ids::PackId;
use domain::model::{LessonEntry, StepKind, TestEntry};
use domain::text::inlines;
use texts::{Lang, Texts};
use yew::platform::spawn_local;
use yew::prelude::*;

/// A program of the page: the pages that it draws. What it never names is not in its download.
pub trait Program: PartialEq + 'static {
    /// Which one.
    const PART: Part;
    /// The page of an address; none when the address is not one of this program's.
    fn page(route: &Route, packs: &Packs, texts: &Texts) -> Option<Html>;
}

/// What is chosen and looked at.
#[derive(PartialEq)]
pub struct Front;

/// Lessons, reviews, tests and certificates.
#[derive(PartialEq)]
pub struct Study;

impl Program for Front {
    const PART: Part = Part::App;

    fn page(route: &Route, packs: &Packs, texts: &Texts) -> Option<Html> {
        let packs = packs.clone();
        let page = match route {
            Route::Today => html! { <Today key="today" {packs} /> },
            Route::Courses => html! { <Courses key="courses" {packs} /> },
            Route::Progress => html! { <Progress key="progress" {packs} /> },
            Route::More => more(texts),
            Route::Settings => html! { <Settings key="settings" /> },
            Route::Welcome => return Some(html! { <Welcome key="welcome" /> }),
            Route::Tests => html! { <Tests key="tests" {packs} /> },
            Route::Lesson(..)
            | Route::Review
            | Route::Test(..)
            | Route::Certificates
            | Route::Credits
            | Route::Unknown(_) => return None,
            #[cfg(feature = "panic-route")]
            Route::Panic => panic!("the route for tests was opened"),
        };
        Some(framed(route, page, texts))
    }
}

impl Program for Study {
    const PART: Part = Part::Study;

    fn page(route: &Route, packs: &Packs, texts: &Texts) -> Option<Html> {
        let page = match route {
            Route::Lesson(pack, lesson, step) => {
                let pack = find(packs, pack)?;
                let known = |entry: &&LessonEntry| entry.id == *lesson;
                let entry = pack.index.lessons.iter().find(known)?;
                dom::set_title(&title_of(&pack, entry, *step, texts));
                Some(
                    html! { <LessonPage key={format!("{lesson}/{}", step.as_str())} {pack} packs={packs.clone()} lesson={lesson.clone()} step={*step} /> },
                )
            }
            // Here because what a certificate is made of would cost the first screen 30 KB.
            Route::Certificates => {
                let page = html! { <Certificates key="certificates" packs={packs.clone()} /> };
                return Some(framed(route, page, texts));
            }
            Route::Credits => {
                let page = credits(packs, texts);
                return Some(framed(route, page, texts));
            }
            Route::Review => Some(html! { <ReviewPage key="review" packs={packs.clone()} /> }),
            Route::Test(pack, test) => {
                let pack = find(packs, pack)?;
                let known = |entry: &TestEntry| entry.id == *test;
                pack.index.tests.iter().any(known).then(|| {
                    html! { <ExamPage key={test.as_str().to_owned()} {pack} test={test.clone()} /> }
                })
            }
            Route::Today
            | Route::Courses
            | Route::Tests
            | Route::Progress
            | Route::More
            | Route::Settings
            | Route::Welcome
            | Route::Unknown(_) => None,
            #[cfg(feature = "panic-route")]
            Route::Panic => None,
        };
        page.map(|page| html! { <Furigana packs={packs.clone()}>{ page }</Furigana> })
    }
}

fn find(packs: &Packs, id: &PackId) -> Option<Pack> {
    packs.iter().find(|known| known.index.id == *id).cloned()
}

/// What a step of a lesson is called in the browser's list of pages.
fn title_of(pack: &Pack, lesson: &LessonEntry, step: StepKind, texts: &Texts) -> String {
    let title = lesson
        .title
        .find(texts.lang().tag(), pack.index.first_language());
    let title = title
        .map(|title| plain(&inlines(title.text)))
        .unwrap_or_default();
    format!("{}: {title} · Kakehashi", step_name(step, texts))
}

/// Whoever goes to another page is taken to its heading. The page that is come to first leaves the focus where it is.
#[hook]
fn use_focus(shown: &Route, ready: bool) {
    // The address that was in front here, empty while the other program shows its pages; none before the first page.
    let last = use_mut_ref(|| (dom::root_value("data-mounted") == "yes").then(String::new));
    use_effect_with((shown.clone(), ready), move |(_, ready)| {
        let mut last = last.borrow_mut();
        let now = if *ready { dom::hash() } else { String::new() };
        let came = last.as_ref().is_some_and(|last| *last != now);
        if *ready || last.is_some() {
            *last = Some(now);
        }
        if *ready && came {
            spawn_local(dom::focus_page());
        }
    });
}

/// Loads what every page needs, then shows the page.
#[component]
pub fn App<P>() -> Html
where
    P: Program,
{
    let texts = use_state(|| None::<Texts>);
    // Asked before the desk makes a learner of whoever comes.
    let first_visit = *use_memo((), |()| learners::is_first_visit());
    let desk = use_desk();
    let packs = use_state(|| None::<Packs>);
    let route = use_state(|| Route::parse(&dom::hash()));
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener = dom::listen("hashchange", move || {
                route.set(Route::parse(&dom::hash()));
                dom::scroll_top();
            });
            move || drop(listener)
        });
    }
    {
        let texts = texts.clone();
        use_effect_with((), move |()| {
            load_texts(&texts, P::PART);
            let listener = dom::listen("kakehashi-lang", move || load_texts(&texts, P::PART));
            move || drop(listener)
        });
    }
    {
        let (packs, desk) = (packs.clone(), desk.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let all = packs::all().await;
                desk.packs(&all);
                packs.set(Some(all.into()));
            });
        });
    }
    let welcome = route_is_door() && is_newcomer(desk.view.as_deref(), first_visit);
    let shown = if welcome {
        Route::Welcome
    } else {
        (*route).clone()
    };
    let ready = route.part() == P::PART && texts.is_some() && packs.is_some();
    use_focus(&shown, ready);
    if route.part() != P::PART {
        // The other program shows it, and what was open here is closed.
        return html! { <div hidden=true /> };
    }
    let (Some(texts), Some(packs)) = ((*texts).clone(), (*packs).clone()) else {
        return html! { <main class="page">{ loading("Kakehashi") }</main> };
    };
    let page = P::page(&shown, &packs, &texts).unwrap_or_else(|| unknown(&texts));
    html! {
        <ContextProvider<Texts> context={texts}><ContextProvider<Desk> context={desk}>
                <div class="app">{ page }</div>
        </ContextProvider<Desk>></ContextProvider<Texts>>
    }
}

/// Whether the address names no page, as on a first visit.
fn route_is_door() -> bool {
    dom::hash().trim_matches(['#', '/']).is_empty()
}

/// Whether nothing is known of who is here: no name and no study. Who came by a link to a lesson is not stopped.
fn is_newcomer(view: Option<&View>, first_visit: bool) -> bool {
    view.map_or(first_visit, |view| {
        view.setting("name").is_none() && view.packs.is_empty() && view.damaged == 0
    })
}

/// Takes the table of the language now chosen.
fn load_texts(texts: &UseStateHandle<Option<Texts>>, part: Part) {
    let texts = texts.clone();
    spawn_local(async move {
        let table = boot::texts().await;
        match table.and_then(|json| Texts::from_json(&json).map_err(|error| format!("{error:?}"))) {
            Ok(table) => {
                dom::set_root(
                    "lang",
                    Lang::from_tag(&boot::lang()).unwrap_or(Lang::Id).tag(),
                );
                texts.set(Some(table));
                boot::mounted(part.name());
            }
            // Another language did not arrive: what is on the page stays.
            Err(error) if dom::root_value("data-mounted") == "yes" => {
                dom::report(&error);
                let shown = dom::root_value("lang");
                if shown != boot::lang() {
                    look::choose("language", &shown);
                }
            }
            Err(error) => boot::failed("missing", &error),
        }
    });
}

fn unknown(texts: &Texts) -> Html {
    dom::set_title(&format!("{} · Kakehashi", texts.app_unknown_title()));
    html! {
        <main class="page stack" key="unknown">
            <h1 tabindex="-1">{ texts.app_unknown_title() }</h1>
            <p>{ texts.app_unknown_text() }</p>
            <p><a class="btn" href={Route::Courses.hash()}>{ texts.app_back_to_courses() }</a></p>
        </main>
    }
}
