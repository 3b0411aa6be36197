//! *Sertifikat*: what is still needed for each certificate, making it, and having it again as a file or on paper.

mod issued;
mod sheet;

use crate::desk::Desk;
use crate::pack::Pack;
use crate::pages::PacksProps;
use crate::platform::dom;
use crate::view::View;
use crate::widgets::{icon, loading, tr};
use domain::model::CertificateEntry;
use domain::records::Mode;
use issued::Press;
use texts::Texts;
use yew::prelude::*;

/// All certificates that the packs lead to.
#[component]
pub fn Certificates(props: &PacksProps) -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    dom::set_title(&format!("{} · Kakehashi", texts.certificates_title()));
    let Some(view) = desk.view else {
        return html! { <main class="page">{ loading(texts.app_loading()) }</main> };
    };
    let all = || {
        let packs = props.packs.iter();
        packs.flat_map(|pack| {
            pack.index
                .certificates
                .iter()
                .map(move |entry| (pack, entry))
        })
    };
    html! {
        <main class="page stack">
            <h1 tabindex="-1">{ texts.certificates_title() }</h1>
            <p class="soft">{ texts.certificates_lead() }</p>
            <p hidden={all().next().is_some()}>{ texts.certificates_empty() }</p>
            <div class="stack">{ for all().map(|(pack, certificate)| entry(pack, certificate, &view, texts)) }</div>
        </main>
    }
}

fn entry(pack: &Pack, entry: &CertificateEntry, view: &View, texts: &Texts) -> Html {
    let first = AttrValue::from(pack.index.first_language().to_owned());
    let id = &pack.index.id;
    let passed = entry
        .lessons
        .iter()
        .filter(|lesson| view.lesson(id, lesson).passed)
        .count();
    let test = entry.test.as_ref().map(|test| {
        let found = pack.index.tests.iter().find(|known| known.id == *test);
        let title = found.map(|found| found.title.clone()).unwrap_or_default();
        (
            title,
            view.passed_result(Mode::Test, id, test.as_str()).is_some(),
        )
    });
    let all = entry.lessons.len();
    let complete = passed == all && test.as_ref().is_none_or(|(_, passed)| *passed);
    let mark = |done: bool| {
        html! { <span class={if done { "shown" } else { "soft" }}>{ icon(if done { "check" } else { "ellipsis" }) }</span> }
    };
    let needed = html! {
        <ul class="results">
            <li class="evidence">{ mark(passed == all) }<span>{ texts.certificates_lessons(all, passed) }</span></li>
            { for test.iter().map(|(title, passed)| html! {
                <li key="test" class="evidence">{ mark(*passed) }<span>{ tr(title, &first, texts) }{ ": " }{ if *passed { texts.certificates_test_passed() } else { texts.certificates_test_open() } }</span></li>
            }) }
        </ul>
    };
    html! {
        <section class="card stack" key={format!("{id}/{}", entry.id)}>
            <p class="eyebrow">{ tr(&pack.index.title, &first, texts) }</p>
            <h2 class="next-title">{ tr(&entry.title, &first, texts) }</h2>
            { needed }
            { if complete { html! { <Press pack={pack.clone()} certificate={entry.id.clone()} /> } } else { html! { <p class="soft">{ texts.certificates_locked() }</p> } } }
        </section>
    }
}
