//! A sitting at a step: the session that is shown, and what happens in it recorded as it happens.

use super::PlayerProps;
use crate::desk::Desk;
use crate::pages::shown::Shown;
use crate::platform::clock;
use domain::ids::FormId;
use domain::kinds::Answer;
use domain::model::StepKind;
use domain::records::Mode;
use domain::study::Session;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// A sitting as the player shows it.
pub struct Sitting {
    /// The session in front.
    pub session: UseStateHandle<Session>,
    /// An answer was given.
    pub answer: Callback<Answer>,
    /// The learner goes on.
    pub go_on: Callback<()>,
    /// The check again, in the other form.
    pub retry: Callback<MouseEvent>,
}

fn begin(props: &PlayerProps, desk: &Desk, form: FormId) -> Session {
    let pack = props.pack.stamp();
    let (sitting, seed) = (desk.next_sitting(), clock::seed());
    let session = if props.step == StepKind::Check {
        Session::check(&pack, &props.lesson, form, sitting, seed)
    } else {
        Session::step(&pack, &props.lesson, props.step, Vec::new(), sitting, seed)
    };
    desk.record([session.opened()]);
    session
}

/// Begins a sitting at the step in front; leaving the page closes it.
#[hook]
pub fn use_sitting(props: &PlayerProps, desk: &Desk) -> Sitting {
    let began = use_state(|| Rc::new(Cell::new(Shown::now())));
    let shown = use_state(|| Rc::new(Cell::new(Shown::now())));
    let session = {
        let view = desk.view.clone().unwrap_or_default();
        let form = view.next_form(Mode::Check, &props.pack.index.id, props.lesson.id.as_str());
        use_state(|| begin(props, desk, form))
    };
    let live = use_state(|| Rc::new(RefCell::new((*session).clone())));
    let set = {
        let (session, live) = (session.clone(), (*live).clone());
        move |next: Session| {
            live.replace(next.clone());
            session.set(next);
        }
    };
    {
        let (live, began, desk) = ((*live).clone(), (*began).clone(), desk.clone());
        use_effect_with((), move |()| {
            move || {
                let session = live.borrow();
                if !session.is_over() {
                    desk.record(session.closed(began.get().since_ms()));
                }
            }
        });
    }
    let answer = {
        let (live, shown, desk, set) =
            ((*live).clone(), (*shown).clone(), desk.clone(), set.clone());
        Callback::from(move |answer: Answer| {
            let (next, events) = live.borrow().answer(answer, shown.get().given());
            desk.record(events);
            set(next);
        })
    };
    let go_on = {
        let (live, shown, began, desk, set) = (
            (*live).clone(),
            (*shown).clone(),
            (*began).clone(),
            desk.clone(),
            set.clone(),
        );
        Callback::from(move |()| {
            let (was_over, next) = (live.borrow().is_over(), live.borrow().go_on());
            if next.is_over() && !was_over {
                desk.record(next.closed(began.get().since_ms()));
            }
            shown.set(Shown::now());
            set(next);
        })
    };
    let retry = {
        let (props, desk, live, began) = (
            props.clone(),
            desk.clone(),
            (*live).clone(),
            (*began).clone(),
        );
        Callback::from(move |_: MouseEvent| {
            let form = live.borrow().activity.form().unwrap_or(FormId::B).other();
            began.set(Shown::now());
            set(begin(&props, &desk, form));
        })
    };
    Sitting {
        session,
        answer,
        go_on,
        retry,
    }
}
