//! A sitting at a test: what it will be, the room, the result. It is kept as it goes and resumes after a power cut.

mod result;
mod room;
mod sitting;

use crate::desk::Desk;
use crate::pack::Pack;
use crate::pages::not_loaded;
use crate::platform::fetch::LoadFault;
use crate::platform::{dom, packs};
use crate::route::Route;
use crate::widgets::{icon, loading, tr};
use domain::ids::{FormId, TestId};
use domain::model::Test;
use domain::records::fold::OpenSitting;
use domain::records::{Mode, Rule};
use room::Room;
use std::rc::Rc;
use texts::{Texts, format};
use yew::platform::spawn_local;
use yew::prelude::*;

/// Props of [`ExamPage`].
#[derive(Properties, PartialEq)]
pub struct ExamPageProps {
    /// The pack.
    pub pack: Pack,
    /// Which of its tests.
    pub test: TestId,
}

/// Loads a test, says what it will be, then holds it.
#[component]
pub fn ExamPage(props: &ExamPageProps) -> Html {
    let loaded = use_state(|| None::<Result<Rc<Test>, LoadFault>>);
    let begun = use_state(|| None::<Option<OpenSitting>>);
    let tries = use_state(|| 0);
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    {
        let loaded = loaded.clone();
        use_effect_with(
            (props.pack.path.clone(), props.test.clone(), *tries),
            move |(path, id, _)| {
                let (path, id) = (path.clone(), id.clone());
                spawn_local(async move {
                    loaded.set(Some(packs::test(&path, &id).await.map(Rc::new)));
                });
            },
        );
    }
    let (Some(result), Some(view)) = (&*loaded, &desk.view) else {
        return html! { <main class="page">{ loading(texts.app_loading()) }</main> };
    };
    let test = match result {
        Ok(test) => test,
        Err(fault) => {
            let again = Callback::from(move |_: MouseEvent| tries.set(*tries + 1));
            return html! {
                <main class="page">{ not_loaded(fault, again, texts) }</main>
            };
        }
    };
    if let Some(open) = &*begun {
        let form = view.next_form(Mode::Test, &props.pack.index.id, props.test.as_str());
        let on_again = {
            let begun = begun.clone();
            Callback::from(move |_: MouseEvent| begun.set(None))
        };
        return html! { <Room pack={props.pack.clone()} test={test.clone()} {form} open={open.clone()} {on_again} /> };
    }
    let open = view.open_test(&props.pack.index.id, &props.test);
    let begin = {
        let (begun, open) = (begun.clone(), open.cloned());
        Callback::from(move |_: MouseEvent| begun.set(Some(open.clone())))
    };
    let form = open
        .and_then(|open| open.opened.activity.form())
        .unwrap_or_else(|| view.next_form(Mode::Test, &props.pack.index.id, props.test.as_str()));
    intro(props, test, (form, open), begin, texts)
}

/// What the test will be.
fn intro(
    props: &ExamPageProps,
    test: &Test,
    (form, open): (FormId, Option<&OpenSitting>),
    begin: Callback<MouseEvent>,
    texts: &Texts,
) -> Html {
    let first = AttrValue::from(props.pack.index.first_language().to_owned());
    let rule = Rule::of(test.pass);
    dom::set_title(&format!("{} · Kakehashi", texts.nav_tests()));
    let tests = props.pack.index.tests.iter();
    let sections = tests
        .filter(|entry| entry.id == test.id)
        .flat_map(|entry| &entry.sections)
        .map(|section| {
            html! { <li key={section.id.as_str().to_owned()} class="row between"><span>{ tr(&section.title, &first, texts) }</span><span class="soft small">{ texts.tests_items(section.items) }</span></li> }
        });
    let left = open.map(|open| (test.minutes * 60_000).saturating_sub(open.active_ms) / 60_000);
    html! {
        <div class="player">
            <header class="player-head">
                <a class="round" href={Route::Tests.hash()} aria-label={texts.app_close().to_owned()}>{ icon("x") }</a>
            </header>
            <main class="page solo stack">
                <p class="eyebrow">{ texts.exam_form(form.as_str()) }</p>
                <h1 tabindex="-1">{ tr(&test.title, &first, texts) }</h1>
                <ul class="results">{ for sections }</ul>
                <ul class="goals">
                    <li>{ icon("clock") }<span>{ texts.exam_time(format::minutes(texts, test.minutes)) }</span></li>
                    <li>{ icon("clipboard-check") }<span>{ texts.tests_rule(rule.each_pct, rule.total_pct) }</span></li>
                    <li>{ icon("flag") }<span>{ texts.exam_moving() }</span></li>
                    <li>{ icon("info") }<span>{ texts.exam_provisional() }</span></li>
                </ul>
                <p class="note" hidden={open.is_none()}>{ texts.exam_resume(format::minutes(texts, left.unwrap_or_default())) }</p>
                <button class="btn" id="begin" onclick={begin}>{ if open.is_some() { texts.tests_continue() } else { texts.exam_begin() } }</button>
            </main>
        </div>
    }
}
