//! *Tes*: the tests of every course, how they went, and the way into one.

use crate::desk::Desk;
use crate::pack::Pack;
use crate::pages::PacksProps;
use crate::platform::dom;
use crate::route::Route;
use crate::view::View;
use crate::widgets::{icon, loading, tr};
use domain::model::TestEntry;
use domain::records::{Mode, Rule};
use texts::{Texts, format};
use yew::prelude::*;

/// All tests that the packs hold.
#[component]
pub fn Tests(props: &PacksProps) -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    dom::set_title(&format!("{} · Kakehashi", texts.nav_tests()));
    let Some(view) = desk.view else {
        return html! { <main class="page">{ loading(texts.app_loading()) }</main> };
    };
    let all = || {
        let packs = props.packs.iter();
        packs.flat_map(|pack| pack.index.tests.iter().map(move |test| (pack, test)))
    };
    html! {
        <main class="page stack">
            <h1 tabindex="-1">{ texts.nav_tests() }</h1>
            <p class="soft">{ texts.tests_lead() }</p>
            <p hidden={all().next().is_some()}>{ texts.tests_empty() }</p>
            <div class="stack">{ for all().map(|(pack, test)| entry(pack, test, &view, texts)) }</div>
            <p class="soft small">{ texts.tests_checks() }</p>
        </main>
    }
}

fn entry(pack: &Pack, test: &TestEntry, view: &View, texts: &Texts) -> Html {
    let first = AttrValue::from(pack.index.first_language().to_owned());
    let id = &pack.index.id;
    let last = view.last_result(Mode::Test, id, test.id.as_str());
    let passed = view
        .passed_result(Mode::Test, id, test.id.as_str())
        .is_some();
    let open = view.open_test(id, &test.id).is_some();
    let form = view.next_form(Mode::Test, id, test.id.as_str());
    let rule = Rule::of(test.pass);
    let said = last.map(|last| {
        let date = last.day().date();
        let when = format::day_short(texts, date.month, date.day);
        texts.tests_last(when, last.score.all.right, last.score.all.total)
    });
    let button = if open {
        texts.tests_continue().to_owned()
    } else {
        texts.tests_begin(form.as_str())
    };
    let sections = test.sections.iter().map(|section| {
        html! { <li key={section.id.as_str().to_owned()} class="row between"><span>{ tr(&section.title, &first, texts) }</span><span class="soft small">{ texts.tests_items(section.items) }</span></li> }
    });
    html! {
        <section class="card stack" key={format!("{id}/{}", test.id)}>
            <p class="eyebrow">{ tr(&pack.index.title, &first, texts) }</p>
            <h2 class="next-title">{ tr(&test.title, &first, texts) }</h2>
            <p class="soft">{ texts.tests_items(test.items) }{ " · " }{ format::minutes(texts, test.minutes) }</p>
            <ul class="results">{ for sections }</ul>
            <p class="small">{ texts.tests_rule(rule.each_pct, rule.total_pct) }</p>
            <p class="row" hidden={last.is_none()}><span class={if passed { "shown" } else { "weak" }}>{ icon(if passed { "check" } else { "refresh-cw" }) }</span><span>{ if passed { texts.courses_passed() } else { texts.tests_not_passed() } }{ " · " }{ said.unwrap_or_default() }</span></p>
            <a class="btn" href={Route::Test(id.clone(), test.id.clone()).hash()}>{ button }</a>
        </section>
    }
}
