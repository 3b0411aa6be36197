//! A sitting at a step: the session that is shown, and what happens in it recorded as it happens.
//!
//! Invariant: leaving the page leaves what was begun open, whether the page is closed or killed, so that it goes on later
//! that day. Only what nobody has begun is closed on leaving.

use super::PlayerProps;
use crate::desk::Desk;
use crate::pages::shown::Shown;
use crate::platform::clock;
use domain::ids::FormId;
use domain::kinds::Answer;
use domain::model::StepKind;
use domain::study::{Screen, Session};
use std::cell::{Cell, RefCell};
use yew::prelude::*;

/// Going on is recorded when something was read, and at least this often: what a power cut takes from the time of study.
const HEARTBEAT_MS: u32 = 60_000;

/// A sitting as the player shows it.
pub struct Sitting {
    /// The session in front.
    pub session: UseStateHandle<Session>,
    /// Screens that were done when it was gone on with; none when it began on this page.
    pub resumed_at: Option<usize>,
    /// An answer was given.
    pub answer: Callback<Answer>,
    /// The learner goes on.
    pub go_on: Callback<()>,
    /// The check again, in the other form.
    pub retry: Callback<MouseEvent>,
    /// The step from its beginning; a check in its other form.
    pub anew: Callback<MouseEvent>,
}

/// What a sitting is now, and the time that it has taken.
struct Live {
    session: RefCell<Session>,
    resumed_at: Cell<Option<usize>>,
    before_ms: Cell<u32>,
    began: Cell<Shown>,
    beaten_ms: Cell<u32>,
}

impl Live {
    /// A sitting that is gone on with, or another one.
    fn enter(props: &PlayerProps, desk: &Desk) -> Self {
        desk.record(props.entry.closing.clone());
        let (session, before_ms) = match &props.entry.resumed {
            Some(open) => {
                let (sitting, seed) = (open.opened.sitting.clone(), open.opened.seed);
                let form = open.opened.activity.form().unwrap_or(props.entry.form);
                let session = session(props, form, sitting, seed).resume(open);
                if session.is_over() {
                    // The page was closed behind the last answer.
                    desk.record(session.closed(open.active_ms));
                }
                (session, open.active_ms)
            }
            None => (begin(props, desk, props.entry.form), 0),
        };
        let resumed_at = props.entry.resumed.as_ref().map(|_| session.done);
        Self {
            session: RefCell::new(session),
            resumed_at: Cell::new(resumed_at),
            before_ms: Cell::new(before_ms),
            began: Cell::new(Shown::now()),
            beaten_ms: Cell::new(before_ms),
        }
    }

    fn active_ms(&self) -> u32 {
        self.before_ms
            .get()
            .saturating_add(self.began.get().since_ms())
    }

    /// Another sitting takes its place.
    fn begin(&self, props: &PlayerProps, desk: &Desk, form: FormId) {
        self.session.replace(begin(props, desk, form));
        self.resumed_at.set(None);
        self.before_ms.set(0);
        self.began.set(Shown::now());
        self.beaten_ms.set(0);
    }

    /// What is recorded when the page is left.
    fn leave(&self, desk: &Desk) {
        let session = self.session.borrow();
        let begun = session.done > 0 || session.answered.is_some();
        if !session.is_over() {
            desk.record(if begun {
                vec![session.heartbeat(self.active_ms())]
            } else {
                session.closed(self.active_ms())
            });
        }
    }
}

fn session(
    props: &PlayerProps,
    form: FormId,
    sitting: domain::ids::SittingId,
    seed: u32,
) -> Session {
    let pack = props.pack.stamp();
    if props.step == StepKind::Check {
        Session::check(&pack, &props.lesson, form, sitting, seed)
    } else {
        Session::step(&pack, &props.lesson, props.step, sitting, seed)
    }
}

fn begin(props: &PlayerProps, desk: &Desk, form: FormId) -> Session {
    let session = session(props, form, desk.next_sitting(), clock::seed());
    desk.record([session.opened()]);
    session
}

/// Enters the step in front: goes on where it was left, or begins.
#[hook]
pub fn use_sitting(props: &PlayerProps, desk: &Desk) -> Sitting {
    let live = use_memo((), |()| Live::enter(props, desk));
    let shown = use_memo((), |()| Cell::new(Shown::now()));
    let session = use_state(|| live.session.borrow().clone());
    {
        let (live, desk) = (live.clone(), desk.clone());
        use_effect_with((), move |()| move || live.leave(&desk));
    }
    let answer = {
        let (live, shown, desk, session) =
            (live.clone(), shown.clone(), desk.clone(), session.clone());
        Callback::from(move |answer: Answer| {
            let (next, events) = live.session.borrow().answer(answer, shown.get().given());
            desk.record(events);
            live.session.replace(next.clone());
            session.set(next);
        })
    };
    let go_on = {
        let (live, shown, desk, session) =
            (live.clone(), shown.clone(), desk.clone(), session.clone());
        Callback::from(move |()| {
            let before = live.session.borrow().clone();
            let (next, active_ms) = (before.go_on(), live.active_ms());
            let read = matches!(before.screen, Some(Screen::Reading(_)));
            if next.is_over() && !before.is_over() {
                desk.record(next.closed(active_ms));
            } else if read || active_ms - live.beaten_ms.get() >= HEARTBEAT_MS {
                live.beaten_ms.set(active_ms);
                desk.record([next.heartbeat(active_ms)]);
            }
            shown.set(Shown::now());
            live.session.replace(next.clone());
            session.set(next);
        })
    };
    let again = {
        let (props, desk, live, session) =
            (props.clone(), desk.clone(), live.clone(), session.clone());
        Callback::from(move |_: MouseEvent| {
            let form = live.session.borrow().activity.form();
            let closing = {
                let now = live.session.borrow();
                (!now.is_over()).then(|| now.closed(live.active_ms()))
            };
            desk.record(closing.unwrap_or_default());
            live.begin(&props, &desk, form.map_or(props.entry.form, FormId::other));
            shown.set(Shown::now());
            session.set(live.session.borrow().clone());
        })
    };
    Sitting {
        session,
        resumed_at: live.resumed_at.get(),
        answer,
        go_on,
        retry: again.clone(),
        anew: again,
    }
}
