//! Deleting the learner whose page this is, in two steps.

use super::learners::called;
use crate::desk::Desk;
use crate::platform::learners::{self, Known};
use texts::Texts;
use yew::prelude::*;

/// How far it is.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Nothing,
    Sure,
    Failed,
}

/// A button, then the question whether it is meant.
#[component]
pub fn Erase() -> Html {
    let stage = use_state(|| Stage::Nothing);
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <section /> };
    };
    let texts = &texts;
    let view = desk.view.clone().unwrap_or_default();
    let id = desk.learner();
    let name = view.setting("name").unwrap_or_default().to_owned();
    let name = called(&Known { id, name }, texts);
    let to = |next: Stage| {
        let stage = stage.clone();
        Callback::from(move |_: MouseEvent| stage.set(next))
    };
    let on_sure = {
        let (stage, desk) = (stage.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            let (stage, learner) = (stage.clone(), desk.learner());
            let gone = learner.clone();
            desk.erase(
                &learner,
                Callback::from(move |done: bool| {
                    if done {
                        learners::erase(&gone);
                    } else {
                        stage.set(Stage::Failed);
                    }
                }),
            );
        })
    };
    html! {
        <section class="card stack">
            <h2>{ texts.learners_erase() }</h2>
            <button class="btn quiet" hidden={*stage == Stage::Sure} onclick={to(Stage::Sure)}>{ texts.learners_erase() }</button>
            <div class="stack" role="alert">
                <div class="stack" hidden={*stage != Stage::Sure}>
                    <h3>{ texts.learners_erase_title(&name) }</h3>
                    <p>{ texts.learners_erase_text() }</p>
                    <button class="btn grave" onclick={on_sure}>{ texts.learners_erase_yes(&name) }</button>
                    <button class="btn quiet" onclick={to(Stage::Nothing)}>{ texts.learners_erase_no() }</button>
                </div>
                <p class="note" hidden={*stage != Stage::Failed}>{ texts.learners_erase_failed() }</p>
            </div>
        </section>
    }
}
