//! Entering a step of a lesson or its check: going on with a sitting that was left, or beginning one.

use crate::day::Day;
use crate::ids::*;
use crate::model::StepKind;
use crate::records::fold::OpenSitting;
use crate::records::*;

/// How a step is entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The sitting to go on with, if there is one.
    pub resumed: Option<OpenSitting>,
    /// The form that a check takes, when it begins.
    pub form: FormId,
    /// What closes the sittings that nobody will go on with.
    pub closing: Vec<Event>,
}

impl Entry {
    /// Enters a step on a day, with the sittings that are open, the latest first, and the form that would be next.
    ///
    /// A sitting goes on the same day, if something was done in it and the pack is the same. Others at this step are
    /// closed, and everything that was left on another day but tests: what is left open for good would push a test out.
    /// A check that cannot go on gives its form up when something of it was answered: its reasons have been seen.
    pub fn at(
        open: &[OpenSitting],
        pack: &PackStamp,
        (lesson, step): (&LessonId, StepKind),
        today: Day,
        next_form: FormId,
    ) -> Self {
        let mut entry = Self {
            resumed: None,
            form: next_form,
            closing: Vec::new(),
        };
        let mut given_up = None;
        for sitting in open {
            let here = is_at(&sitting.opened.activity, &pack.id, lesson, step);
            let same_day = sitting.stamp.day() == today;
            let begun = !sitting.answers.is_empty() || sitting.at > 0;
            let same_pack = sitting.opened.activity.pack() == Some(pack);
            if here && same_day && begun && same_pack && entry.resumed.is_none() {
                entry.resumed = Some(sitting.clone());
                continue;
            }
            let is_test = sitting.opened.activity.mode() == Mode::Test;
            if here || !same_day && !is_test {
                entry.closing.push(sitting.left());
            }
            if here && !sitting.answers.is_empty() && given_up.is_none() {
                given_up = sitting.opened.activity.form();
            }
        }
        entry.form = given_up.map_or(next_form, FormId::other);
        entry
    }
}

fn is_at(activity: &Activity, id: &PackId, lesson: &LessonId, step: StepKind) -> bool {
    match activity {
        Activity::Lesson {
            pack,
            lesson: own,
            step: kind,
        } => pack.id == *id && own == lesson && *kind == step,
        Activity::Check {
            pack, lesson: own, ..
        } => pack.id == *id && own == lesson && step == StepKind::Check,
        Activity::Test { .. } | Activity::Review | Activity::Ear => false,
    }
}

impl OpenSitting {
    /// The event that leaves it without a result.
    pub fn left(&self) -> Event {
        Event::Closed(Closed {
            sitting: self.opened.sitting.clone(),
            end: End::Left,
            active_ms: self.active_ms,
        })
    }
}
