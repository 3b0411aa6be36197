//! The root: texts, packs and theme, then the page that the address names.

use crate::desk::{Desk, use_desk};
use crate::pages::courses::{Courses, Pack};
use crate::pages::lesson::LessonPage;
use crate::platform::{boot, dom, packs};
use crate::route::Route;
use crate::widgets::loading;
use std::rc::Rc;
use texts::{Lang, Texts};
use yew::platform::spawn_local;
use yew::prelude::*;

/// Loads what every page needs, then shows the page.
#[component]
pub fn App() -> Html {
    let texts = use_state(|| None::<Texts>);
    let desk = use_desk();
    let packs = use_state(|| None::<Rc<[Pack]>>);
    let route = use_state(|| Route::parse(&dom::hash()));
    let lang = use_state(|| Lang::from_tag(&boot::lang()).unwrap_or(Lang::Id));
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
        use_effect_with(*lang, move |lang| {
            let lang = *lang;
            spawn_local(async move {
                match boot::texts(lang.tag())
                    .await
                    .and_then(|json| Texts::from_json(&json).map_err(|error| format!("{error:?}")))
                {
                    Ok(table) => {
                        dom::set_root("lang", lang.tag());
                        texts.set(Some(table));
                        boot::mounted();
                    }
                    Err(error) => boot::failed("missing", &error),
                }
            });
        });
    }
    {
        let packs = packs.clone();
        use_effect_with((), move |()| {
            spawn_local(async move { packs.set(Some(packs::all().await.into())) });
        });
    }
    let on_lang = {
        let lang = lang.clone();
        Callback::from(move |chosen: Lang| {
            crate::platform::local::set("kkh1.lang", chosen.tag());
            lang.set(chosen);
        })
    };
    let (Some(texts), Some(packs)) = ((*texts).clone(), (*packs).clone()) else {
        return html! { <main class="page">{ loading("Kakehashi") }</main> };
    };
    let page = match &*route {
        Route::Courses => html! { <Courses key="courses" {packs} {on_lang} /> },
        Route::Lesson(pack, lesson, step) => {
            let found = packs.iter().find(|known| known.index.id == *pack).cloned();
            match found.filter(|pack| pack.index.lessons.iter().any(|entry| entry.id == *lesson)) {
                Some(pack) => {
                    html! { <LessonPage key={format!("{lesson}/{}", step.as_str())} {pack} lesson={lesson.clone()} step={*step} /> }
                }
                None => unknown(&texts),
            }
        }
        Route::Unknown => unknown(&texts),
        #[cfg(feature = "panic-route")]
        Route::Panic => panic!("the route for tests was opened"),
    };
    html! {
        <ContextProvider<Texts> context={texts}><ContextProvider<Desk> context={desk}>
                <div class="app">{ page }</div>
        </ContextProvider<Desk>></ContextProvider<Texts>>
    }
}

fn unknown(texts: &Texts) -> Html {
    html! {
        <main class="page stack" key="unknown">
            <h1>{ texts.app_unknown_title() }</h1>
            <p>{ texts.app_unknown_text() }</p>
            <p><a class="btn" href={Route::Courses.hash()}>{ texts.app_back_to_courses() }</a></p>
        </main>
    }
}
