//! *Tentang & sumber*: what this is, what it is made of and by whom, who wrote the lessons, what happens to records.
//!
//! Invariants: every work of others named here is named in `NOTICE` with the same author and licence, and the reverse.
//! Addresses are text to read: no link leads to another site.

mod works;

use crate::pack::{Pack, Packs};
use crate::platform::dom;
use crate::widgets::tr;
use texts::Texts;
use works::{Group, WORKS, Work};
use yew::prelude::*;

/// The page.
pub fn credits(packs: &Packs, texts: &Texts) -> Html {
    dom::set_title(&format!("{} · Kakehashi", texts.credits_title()));
    let groups = [
        (Group::Fonts, texts.credits_fonts()),
        (Group::Pictures, texts.credits_pictures()),
        (Group::Code, texts.credits_code()),
    ];
    html! {
        <main class="page stack" key="credits">
            <h1 tabindex="-1">{ texts.credits_title() }</h1>
            <section class="card stack">
                <h2>{ "Kakehashi " }<span lang="ja">{ "架け橋" }</span></h2>
                <p>{ texts.settings_version(env!("CARGO_PKG_VERSION")) }</p>
                <p>{ texts.credits_own() }</p>
                <p>{ texts.credits_private() }</p>
            </section>
            <section class="card stack">
                <h2>{ texts.credits_lessons() }</h2>
                <ul class="credits">{ for packs.iter().map(|pack| lessons(pack, texts)) }</ul>
                <p class="soft">{ texts.credits_facts() }</p>
            </section>
            <section class="card stack">
                <h2>{ texts.credits_made_of() }</h2>
                <div class="stack">{ for groups.into_iter().map(|(group, name)| works(group, name)) }</div>
                <p><a class="tap" href="licences.txt">{ texts.settings_licences() }</a></p>
            </section>
        </main>
    }
}

/// Who wrote the lessons of a pack, and under which licence.
fn lessons(pack: &Pack, texts: &Texts) -> Html {
    let index = &pack.index;
    let by = index.authors.join(", ");
    let said = texts.credits_pack(by, &index.license, &index.version);
    html! {
        <li key={index.id.as_str().to_owned()}>
            <b>{ tr(&index.title, index.first_language(), texts) }</b>
            <span class="soft small block">{ said }</span>
        </li>
    }
}

fn works(group: Group, name: &str) -> Html {
    let of_group = WORKS.iter().filter(|work| work.group == group);
    html! {
        <div key={name.to_owned()}>
            <h3>{ name.to_owned() }</h3>
            <ul class="credits" lang="en">{ for of_group.map(work) }</ul>
        </div>
    }
}

fn work(work: &Work) -> Html {
    html! {
        <li key={work.name}><b>{ work.name }</b><span class="soft small block">{ format!("{} · {} · {}", work.by, work.licence, work.from) }</span></li>
    }
}
