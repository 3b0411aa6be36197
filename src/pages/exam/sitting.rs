//! The sitting under way: what happens in it is recorded as it happens, and its clock runs.

use super::room::RoomProps;
use crate::desk::Desk;
use crate::pages::shown::Shown;
use crate::platform::clock;
use domain::exam::{Exam, FormSection};
use domain::kinds::Answer;
use domain::records::End;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// A heartbeat is recorded every so many seconds: what a power cut can cost.
const HEARTBEAT_SECS: u32 = 5;

/// What a learner does in the room.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Answers the item in front.
    Answer(Answer),
    /// Goes to an item of the section.
    Go(usize),
    /// Sets or takes away the flag.
    Flag,
    /// Played the recording.
    Play,
    /// Finishes the section; the last one ends the test.
    Finish,
}

/// A sitting as the room shows it.
#[derive(Clone)]
pub struct Sitting {
    /// The test as it stands.
    pub exam: UseStateHandle<Exam>,
    /// Time used, in milliseconds.
    pub active_ms: u32,
    /// Something was done.
    pub act: Callback<Act>,
}

/// The clock of a sitting: what was used before this page, and when this page began.
#[derive(Clone, Copy)]
struct Used {
    before_ms: u32,
    since_mono_ms: u64,
}

impl Used {
    fn active_ms(self) -> u32 {
        let here = clock::mono_ms().saturating_sub(self.since_mono_ms);
        self.before_ms
            .saturating_add(u32::try_from(here).unwrap_or(u32::MAX))
    }
}

fn begin(props: &RoomProps, desk: &Desk) -> Exam {
    let pack = props.pack.stamp();
    if let Some(open) = &props.open {
        let opened = &open.opened;
        let form = opened.activity.form().unwrap_or(props.form);
        let exam = Exam::new(
            &pack,
            &props.test,
            form,
            opened.sitting.clone(),
            opened.seed,
        );
        return exam.resume(open);
    }
    let (sitting, seed) = (desk.next_sitting(), clock::seed());
    let exam = Exam::new(&pack, &props.test, props.form, sitting, seed);
    desk.record([exam.opened()]);
    exam
}

/// Begins or resumes a sitting. Leaving the page leaves it open: it can be gone on with.
#[hook]
pub fn use_exam(props: &RoomProps, desk: &Desk) -> Sitting {
    let exam = use_state(|| begin(props, desk));
    let live = use_state(|| Rc::new(RefCell::new((*exam).clone())));
    let used = use_state(|| Used {
        before_ms: props.open.as_ref().map_or(0, |open| open.active_ms),
        since_mono_ms: clock::mono_ms(),
    });
    let ticks = use_state(|| 0_u32);
    let shown = use_state(|| Rc::new(Cell::new(Shown::now())));
    let set = {
        let (exam, live) = (exam.clone(), (*live).clone());
        move |next: Exam| {
            live.replace(next.clone());
            exam.set(next);
        }
    };
    let over = {
        let (live, used, desk, set) = ((*live).clone(), *used, desk.clone(), set.clone());
        move |end: End| {
            let (next, events) = live.borrow().end(end, used.active_ms());
            desk.record(events);
            set(next);
        }
    };
    {
        let (live, used, desk, ticks, over) = (
            (*live).clone(),
            *used,
            desk.clone(),
            ticks.clone(),
            over.clone(),
        );
        use_effect_with((), move |()| {
            let count = Cell::new(0_u32);
            let timer = clock::every_second(move || {
                if live.borrow().is_over {
                    return;
                }
                count.set(count.get() + 1);
                let active_ms = used.active_ms();
                if live.borrow().clock().is_up(active_ms) {
                    return over(End::TimeUp);
                }
                if count.get().is_multiple_of(HEARTBEAT_SECS) {
                    desk.record([live.borrow().heartbeat(active_ms)]);
                }
                ticks.set(count.get());
            });
            move || drop(timer)
        });
    }
    let act = {
        let (live, shown, used, desk) = ((*live).clone(), (*shown).clone(), *used, desk.clone());
        Callback::from(move |act: Act| {
            let now = live.borrow().clone();
            let moves = matches!(act, Act::Go(_) | Act::Finish);
            // What cannot be taken back is kept at once: closing the page does not open it again, nor give a play back.
            let locks = match act {
                Act::Finish => true,
                Act::Go(_) => now.section().is_some_and(FormSection::is_listening),
                Act::Play => true,
                Act::Answer(_) | Act::Flag => false,
            };
            let next = match act {
                Act::Answer(answer) => {
                    let (next, events) = now.answer(answer, shown.get().given());
                    desk.record(events);
                    next
                }
                Act::Go(at) => now.go(at),
                Act::Flag => now.flag(),
                Act::Play => now.play(),
                Act::Finish if now.is_last_section() => return over(End::Finished),
                Act::Finish => now.finish_section(),
            };
            if locks {
                desk.record([next.heartbeat(used.active_ms())]);
            }
            if moves {
                shown.set(Shown::now());
            }
            set(next);
        })
    };
    Sitting {
        active_ms: used.active_ms(),
        exam,
        act,
    }
}
