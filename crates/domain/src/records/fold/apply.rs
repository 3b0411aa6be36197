//! What one record does to the state.

use super::*;
use crate::exam::{Hearing, Score};
use crate::kinds::{Answer, Outcome};
use crate::memory::{Memory, Recall};
use crate::model::StepKind;
use crate::records::*;
use std::rc::Rc;

/// The most sittings that are kept open; the oldest is forgotten. A tab that was killed leaves one each time.
const OPEN_MAX: usize = 8;
/// The longest time that one answer or one step of the clock adds to a day: a phone left on the table does not study.
const PAUSE_MS: u32 = 10 * 60_000;

/// What came of applying a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It counts now.
    New,
    /// It was there already; nothing changed.
    Known,
    /// It stands before records that are in the state already; nothing changed.
    Early,
    /// It takes back records that are in the state already; nothing changed.
    TakesBack,
}

impl State {
    /// Applies a record that stands after all others. In every other case nothing changes, and the answer says why:
    /// the state has to be folded anew, as [`Ledger`] does.
    pub fn apply(&mut self, record: &Record, recall: &dyn Recall) -> Applied {
        if self.covered.contains(record.id()) {
            return Applied::Known;
        }
        if self
            .frontier
            .as_ref()
            .is_some_and(|frontier| record.place < *frontier)
        {
            return Applied::Early;
        }
        if let Event::Undone(undone) = &*record.event {
            let Undone { writer, from, to } = undone;
            let counted = self.covered.touches(writer, *from, *to)
                && !self.undone.contains_all(writer, *from, *to);
            if counted {
                return Applied::TakesBack;
            }
        }
        self.apply_here(record, recall);
        self.frontier = Some(record.place.clone());
        Applied::New
    }

    /// Applies a record that stands before others, until all records can be folded anew.
    pub(super) fn apply_late(&mut self, record: &Record, recall: &dyn Recall) {
        if !self.covered.contains(record.id()) {
            self.provisional = true;
            self.apply_here(record, recall);
        }
    }

    /// Applies a record without asking where it stands.
    fn apply_here(&mut self, record: &Record, recall: &dyn Recall) {
        self.covered.add(record.id());
        self.lamport = self.lamport.max(record.place.lamport);
        if self.undone.contains(record.id()) {
            return;
        }
        match &*record.event {
            Event::Answered(answered) => self.note_answered(record, answered),
            Event::Graded(graded) => self.note_graded(record, graded, recall),
            Event::Undone(undone) => self.undone.insert(&undone.writer, undone.from, undone.to),
            Event::Setting(setting) => self.note_setting(record, setting),
            Event::Opened(opened) => self.note_opened(record, opened),
            Event::Heartbeat(beat) => {
                self.note_active(record, &beat.sitting, beat.active_ms);
                if let Some(sitting) = self.sittings.get_mut(&beat.sitting) {
                    sitting.at = beat.at;
                    sitting.note_plays(beat.at, beat.plays);
                }
            }
            Event::Closed(closed) => self.note_closed(record, closed),
            Event::Certificate(certificate) => self.certificates.push(Issued {
                certificate: certificate.clone(),
                stamp: record.stamp,
            }),
            Event::Reset(reset) => self.note_reset(reset),
            Event::Unknown(_) => self.unknown = self.unknown.saturating_add(1),
        }
    }

    fn pack(&mut self, id: &PackId) -> &mut PackProgress {
        if !self.packs.contains_key(id) {
            self.packs.insert(id.clone(), PackProgress::default());
        }
        self.packs.entry(id.clone()).or_default()
    }

    fn day(&mut self, record: &Record) -> &mut DayStudy {
        self.days.entry(record.stamp.day()).or_default()
    }

    fn note_answered(&mut self, record: &Record, answered: &Answered) {
        let in_sitting = answered
            .sitting
            .as_ref()
            .is_some_and(|id| self.sittings.contains_key(id));
        let day = self.day(record);
        day.answers = day.answers.saturating_add(1);
        day.right = day
            .right
            .saturating_add(u32::from(answered.outcome != Outcome::Wrong));
        if answered.mode == Mode::Review {
            day.reviews = day.reviews.saturating_add(1);
        }
        if !in_sitting {
            day.active_ms = day
                .active_ms
                .saturating_add(answered.response_ms.min(PAUSE_MS));
        }
        if !answered.mode.is_scored() {
            self.note_item(record, answered);
        }
        if let Some(sitting) = answered
            .sitting
            .as_ref()
            .and_then(|id| self.sittings.get_mut(id))
        {
            sitting.answer(answered);
        }
    }

    /// Notes the outcome with its lesson: that of the sitting, else the one where the item was met before.
    fn note_item(&mut self, record: &Record, answered: &Answered) {
        let lesson = answered
            .sitting
            .as_ref()
            .and_then(|id| self.sittings.get(id));
        let lesson = lesson.and_then(|sitting| match &sitting.opened.activity {
            Activity::Lesson { pack, lesson, .. } if pack.id == answered.pack.id => {
                Some(lesson.clone())
            }
            Activity::Lesson { .. }
            | Activity::Check { .. }
            | Activity::Test { .. }
            | Activity::Review
            | Activity::Ear => None,
        });
        let day = record.stamp.day();
        let pack = self.pack(&answered.pack.id);
        let item = &answered.item;
        let met = || {
            pack.lessons
                .iter()
                .find(|(_, lesson)| lesson.items.contains_key(item))
        };
        // A warm-up asks older items: they stay with the lesson that taught them.
        let home = met().map(|(id, _)| id.clone()).or(lesson.clone());
        let items = match home {
            Some(lesson) => &mut pack.lessons.entry(lesson).or_default().items,
            None => &mut pack.loose,
        };
        let new = ItemProgress {
            outcome: answered.outcome,
            tries: 0,
            wrong: 0,
            last: day,
        };
        let progress = items.entry(item.clone()).or_insert(new);
        progress.outcome = answered.outcome;
        progress.last = day;
        progress.tries = progress.tries.saturating_add(1);
        let wrong = answered.outcome == Outcome::Wrong;
        progress.wrong = progress.wrong.saturating_add(u16::from(wrong));
        if let Some(lesson) = lesson {
            pack.lessons.entry(lesson).or_default().last = Some(day);
        }
    }

    fn note_graded(&mut self, record: &Record, graded: &Graded, recall: &dyn Recall) {
        let today = record.stamp.day();
        let review = graded.mode == Mode::Review;
        let known_sitting = graded
            .sitting
            .as_ref()
            .is_some_and(|id| self.sittings.contains_key(id));
        if graded.response_ms > 0 {
            // A card has no answer of its own: its grade is the review and its time counts here.
            let day = self.day(record);
            day.reviews = day.reviews.saturating_add(u32::from(review));
            if !known_sitting {
                day.active_ms = day
                    .active_ms
                    .saturating_add(graded.response_ms.min(PAUSE_MS));
            }
        }
        let pack = self.pack(&graded.pack);
        for word in &graded.words {
            let memories = pack.memory.entry(word.clone()).or_default();
            let before = memories.get(graded.skill);
            // From lessons one grade a day counts, the first: repeating a list is not remembering it.
            if !review && before.is_some_and(|memory| memory.last >= today) {
                continue;
            }
            let after = Memory::after(before, graded.grade, today, recall);
            memories.set(graded.skill, after);
        }
    }

    fn note_setting(&mut self, record: &Record, setting: &Setting) {
        if let Some((pack, lesson, step)) = step_of(&setting.key) {
            let day = record.stamp.day();
            let progress = self.pack(&pack).lessons.entry(lesson).or_default();
            progress.last = Some(day);
            if &*setting.value == "done" {
                progress.steps.insert(step);
            } else {
                progress.steps.remove(&step);
            }
            return;
        }
        self.settings
            .insert(setting.key.clone(), setting.value.clone());
    }

    fn note_opened(&mut self, record: &Record, opened: &Opened) {
        if let Activity::Lesson { pack, lesson, .. } | Activity::Check { pack, lesson, .. } =
            &opened.activity
        {
            let day = record.stamp.day();
            self.pack(&pack.id)
                .lessons
                .entry(lesson.clone())
                .or_default()
                .last = Some(day);
        }
        let sitting = OpenSitting {
            opened: opened.clone(),
            stamp: record.stamp,
            place: record.place.clone(),
            answers: Vec::new(),
            active_ms: 0,
            at: 0,
            plays: Vec::new(),
        };
        self.sittings.insert(opened.sitting.clone(), sitting);
        if self.sittings.len() > OPEN_MAX {
            let oldest = self
                .sittings
                .iter()
                .min_by(|a, b| a.1.place.cmp(&b.1.place));
            if let Some(oldest) = oldest.map(|(id, _)| id.clone()) {
                self.sittings.remove(&oldest);
            }
        }
    }

    /// Adds active time of a sitting to the day, as far as it is new.
    fn note_active(&mut self, record: &Record, sitting: &SittingId, active_ms: u32) {
        let Some(sitting) = self.sittings.get_mut(sitting) else {
            return;
        };
        let more = active_ms.saturating_sub(sitting.active_ms).min(PAUSE_MS);
        sitting.active_ms = sitting.active_ms.max(active_ms);
        let day = self.day(record);
        day.active_ms = day.active_ms.saturating_add(more);
    }

    fn note_closed(&mut self, record: &Record, closed: &Closed) {
        self.note_active(record, &closed.sitting, closed.active_ms);
        let Some(sitting) = self.sittings.remove(&closed.sitting) else {
            return;
        };
        if closed.end == End::Left {
            return;
        }
        let Some(result) = sitting.result(record, closed) else {
            return;
        };
        let day = record.stamp.day();
        let pack = self.pack(&result.pack.id);
        for (can_do, tally) in &result.score.can_dos {
            let evidence = pack.can_dos.entry(can_do.clone()).or_default();
            evidence.latest = *tally;
            evidence.all.add(*tally);
            evidence.last = day;
        }
        self.results.push(result);
    }

    fn note_reset(&mut self, reset: &Reset) {
        let gone = |pack: &PackId| reset.pack.as_ref().is_none_or(|only| only == pack);
        self.packs.retain(|pack, _| !gone(pack));
        self.results.retain(|result| !gone(&result.pack.id));
        self.certificates
            .retain(|issued| !gone(&issued.certificate.pack.id));
        self.sittings
            .retain(|_, sitting| match sitting.opened.activity.pack() {
                Some(pack) => !gone(&pack.id),
                None => reset.pack.is_some(),
            });
        self.settings
            .retain(|key, _| match key.strip_prefix("rating/") {
                Some(rest) => rest
                    .split('/')
                    .next()
                    .and_then(|id| id.parse().ok())
                    .is_none_or(|pack| !gone(&pack)),
                None => true,
            });
        if reset.pack.is_none() {
            self.days.clear();
        }
    }
}

impl OpenSitting {
    /// Notes an answer; the last one of an item counts.
    fn answer(&mut self, answered: &Answered) {
        let tries = match self
            .answers
            .iter()
            .position(|answer| answer.item == answered.item)
        {
            Some(at) => self.answers.remove(at).tries,
            None => 0,
        };
        self.answers.push(SittingAnswer {
            item: answered.item.clone(),
            outcome: answered.outcome,
            raw: answered.raw.as_str().into(),
            can_do: answered.can_do.clone(),
            section: answered.section,
            tries: tries.saturating_add(1),
            unheard: answered.unheard,
        });
    }

    /// The result of a check or test. Items without an answer count as wrong.
    fn result(self, record: &Record, closed: &Closed) -> Option<SittingResult> {
        let Self {
            opened,
            answers,
            active_ms,
            ..
        } = self;
        let mode = opened.activity.mode();
        let (pack, target, form, rule) = match opened.activity {
            Activity::Check {
                pack,
                lesson,
                form,
                rule,
            } => (pack, lesson.as_str().into(), form, rule),
            Activity::Test {
                pack,
                test,
                form,
                rule,
                ..
            } => (pack, test.as_str().into(), form, rule),
            Activity::Lesson { .. } | Activity::Review | Activity::Ear => return None,
        };
        let mut score = Score::default();
        let skipped = Answer::Skipped.raw();
        for answer in &answers {
            let hearing = Hearing::of(answer.unheard, *answer.raw == *skipped);
            let (can_do, outcome) = (answer.can_do.as_ref(), answer.outcome);
            score.count(can_do, answer.section, outcome, hearing);
        }
        score.all.total = score.all.total.max(opened.items);
        let wrong = answers
            .into_iter()
            .filter(|answer| answer.outcome == Outcome::Wrong);
        Some(SittingResult {
            sitting: opened.sitting,
            mode,
            pack,
            target,
            form,
            stamp: record.stamp,
            end: closed.end,
            active_ms,
            score,
            rule,
            wrong: wrong.map(|answer| answer.item).collect(),
        })
    }
}

/// The parts of a key `step/<pack>/<lesson>/<step>`.
fn step_of(key: &Rc<str>) -> Option<(PackId, LessonId, StepKind)> {
    let mut parts = key.strip_prefix("step/")?.split('/');
    let step = (
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
        StepKind::from_name(parts.next()?)?,
    );
    parts.next().is_none().then_some(step)
}
