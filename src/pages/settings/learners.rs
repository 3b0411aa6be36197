//! Who learns in this browser: choose or add.

use crate::desk::Desk;
use crate::platform::learners::{self, Known};
use texts::Texts;
use yew::prelude::*;

/// The learners, with a button to change to each of the others.
pub fn section(desk: &Desk, texts: &Texts) -> Html {
    let now = desk.learner();
    let on_add = Callback::from(|_: MouseEvent| learners::add());
    html! {
        <section class="card stack" id="learners">
            <h2>{ texts.learners_title() }</h2>
            <p class="soft">{ texts.learners_lead() }</p>
            <ul class="learners">{ for learners::all().into_iter().map(|known| {
                let here = known.id == now;
                let name = called(&known, texts);
                let label = texts.learners_switch(&name);
                let onclick = {
                    let id = known.id.clone();
                    Callback::from(move |_: MouseEvent| learners::switch(&id))
                };
                html! {
                    <li key={known.id.as_str().to_owned()} aria-current={here.then_some("true")}>
                        <b>{ name }</b>
                        <span class="soft small" hidden={!here}>{ texts.learners_now() }</span>
                        <button class="btn quiet auto" hidden={here} {onclick}>{ label }</button>
                    </li>
                }
            }) }</ul>
            <button class="btn quiet" onclick={on_add}>{ texts.learners_add() }</button>
        </section>
    }
}

/// What a learner is called; who has not said it is a learner.
pub fn called(known: &Known, texts: &Texts) -> String {
    if known.name.is_empty() {
        texts.welcome_nobody().to_owned()
    } else {
        known.name.clone()
    }
}
