//! The state of one learner: settings, progress, memory, days, sittings, results, certificates.

use super::Spans;
use crate::day::Day;
use crate::exam::Score;
use crate::ids::*;
use crate::kinds::{Outcome, Skill};
use crate::memory::Memory;
use crate::model::StepKind;
use crate::records::{Certificate, End, Mode, Opened, Place, Rule, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What follows from a learner's records. Made by [`super::fold`] and [`State::apply`], never by hand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    pub(crate) settings: BTreeMap<Rc<str>, Rc<str>>,
    pub(crate) packs: BTreeMap<PackId, PackProgress>,
    pub(crate) days: BTreeMap<Day, DayStudy>,
    pub(crate) sittings: BTreeMap<SittingId, OpenSitting>,
    pub(crate) results: Vec<SittingResult>,
    pub(crate) certificates: Vec<Issued>,
    pub(crate) covered: Spans,
    pub(crate) undone: Spans,
    pub(crate) frontier: Option<Place>,
    pub(crate) lamport: u64,
    pub(crate) unknown: u32,
    /// Records were applied out of their order because the log was not at hand.
    #[serde(default)]
    pub(crate) provisional: bool,
}

/// Progress in one pack.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackProgress {
    /// By lesson.
    #[serde(default)]
    pub lessons: BTreeMap<LessonId, LessonProgress>,
    /// Items whose lesson is not known: the record that opened their sitting is missing.
    #[serde(default)]
    pub loose: BTreeMap<ItemId, ItemProgress>,
    /// Memory by word.
    #[serde(default)]
    pub memory: BTreeMap<WordKey, WordMemory>,
    /// Evidence by can-do.
    #[serde(default)]
    pub can_dos: BTreeMap<CanDoId, Evidence>,
}

/// Progress in one lesson.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LessonProgress {
    /// Steps that were finished.
    #[serde(default)]
    pub steps: BTreeSet<StepKind>,
    /// Items answered in its steps (not in its check).
    #[serde(default)]
    pub items: BTreeMap<ItemId, ItemProgress>,
    /// The day it was last worked on.
    #[serde(default)]
    pub last: Option<Day>,
}

/// What is known of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(Outcome, u16, u16, i32)", into = "(Outcome, u16, u16, i32)")]
pub struct ItemProgress {
    /// The last outcome. Wrong means that it waits in the list of missed items.
    pub outcome: Outcome,
    /// How often it was answered.
    pub tries: u16,
    /// How often wrongly.
    pub wrong: u16,
    /// The day of the last answer.
    pub last: Day,
}

impl From<(Outcome, u16, u16, i32)> for ItemProgress {
    fn from((outcome, tries, wrong, last): (Outcome, u16, u16, i32)) -> Self {
        Self {
            outcome,
            tries,
            wrong,
            last: Day(last),
        }
    }
}

impl From<ItemProgress> for (Outcome, u16, u16, i32) {
    fn from(item: ItemProgress) -> Self {
        (item.outcome, item.tries, item.wrong, item.last.0)
    }
}

/// The memories of one word, one for each skill.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WordMemory([Option<Memory>; 3]);

impl WordMemory {
    /// The memory of this skill, if it was ever graded.
    pub fn get(&self, skill: Skill) -> Option<&Memory> {
        self.0[skill as usize].as_ref()
    }

    pub(crate) fn set(&mut self, skill: Skill, memory: Memory) {
        self.0[skill as usize] = Some(memory);
    }

    /// Every skill that was graded.
    pub fn iter(&self) -> impl Iterator<Item = (Skill, &Memory)> {
        Skill::ALL
            .into_iter()
            .filter_map(|skill| Some((skill, self.get(skill)?)))
    }
}

/// What checks and tests say about a can-do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// In the latest check or test.
    pub latest: crate::exam::Tally,
    /// In all of them.
    pub all: crate::exam::Tally,
    /// The day of the latest.
    pub last: Day,
}

impl Evidence {
    /// Whether the latest check or test has shown it: at least half of its items right. Two items are asked at least,
    /// and one right is what a check needs.
    pub fn is_shown(&self) -> bool {
        self.latest.reaches(50)
    }
}

/// What was done on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u32, u32, u32, u32)", into = "(u32, u32, u32, u32)")]
pub struct DayStudy {
    /// Items answered.
    pub answers: u32,
    /// Of these right or with a slip.
    pub right: u32,
    /// Cards reviewed.
    pub reviews: u32,
    /// Active time.
    pub active_ms: u32,
}

impl From<(u32, u32, u32, u32)> for DayStudy {
    fn from((answers, right, reviews, active_ms): (u32, u32, u32, u32)) -> Self {
        Self {
            answers,
            right,
            reviews,
            active_ms,
        }
    }
}

impl From<DayStudy> for (u32, u32, u32, u32) {
    fn from(day: DayStudy) -> Self {
        (day.answers, day.right, day.reviews, day.active_ms)
    }
}

impl DayStudy {
    /// Minutes of study, rounded up: a day with any study has at least one.
    pub fn minutes(&self) -> u32 {
        self.active_ms.div_ceil(60_000)
    }
}

/// A sitting that was opened and not closed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenSitting {
    /// How it was opened.
    pub opened: Opened,
    /// When.
    pub stamp: Stamp,
    /// Its place in the order: the latest is the one to go on with.
    pub place: Place,
    /// The answers so far, the last one of each item, in the order of answering.
    pub answers: Vec<SittingAnswer>,
    /// Active time so far.
    pub active_ms: u32,
    /// The item in sight, from 0.
    pub at: u16,
    /// How often recordings were played, by the place of their item.
    #[serde(default)]
    pub plays: Vec<(u16, u8)>,
}

impl OpenSitting {
    /// Notes how often the recording of an item was played. Whatever order says, no play is taken back.
    pub(crate) fn note_plays(&mut self, at: u16, plays: u8) {
        match self.plays.iter_mut().find(|(place, _)| *place == at) {
            Some((_, known)) => *known = plays.max(*known),
            None if plays > 0 => self.plays.push((at, plays)),
            None => {}
        }
    }
}

/// An answer within an open sitting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SittingAnswer {
    /// Which item.
    pub item: ItemId,
    /// How it was judged.
    pub outcome: Outcome,
    /// The raw answer.
    pub raw: Rc<str>,
    /// The can-do it gives evidence for.
    pub can_do: Option<CanDoId>,
    /// Its section in a test.
    pub section: Option<u8>,
    /// How often it was answered in this sitting.
    pub tries: u16,
    /// Whether it was to be heard and was not.
    pub unheard: bool,
}

/// The result of a check or test that was finished.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SittingResult {
    /// Which sitting.
    pub sitting: SittingId,
    /// A check or a test.
    pub mode: Mode,
    /// The pack.
    pub pack: crate::records::PackStamp,
    /// The lesson or test.
    pub target: Rc<str>,
    /// Which form.
    pub form: FormId,
    /// When it ended.
    pub stamp: Stamp,
    /// How it ended.
    pub end: End,
    /// Active time.
    pub active_ms: u32,
    /// The score.
    pub score: Score,
    /// The rule it was measured by.
    pub rule: Rule,
    /// Items answered wrongly; what was not answered is recorded as skipped when a sitting ends.
    pub wrong: Vec<ItemId>,
}

impl SittingResult {
    /// Whether it was passed.
    pub fn passed(&self) -> bool {
        self.score.passes(self.mode, self.rule)
    }

    /// Whether it is provisional: no form of a test has been balanced against others by many learners yet.
    pub fn is_provisional(&self) -> bool {
        self.mode == Mode::Test
    }

    /// The day it ended.
    pub fn day(&self) -> Day {
        self.stamp.day()
    }
}

/// A certificate that was issued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Issued {
    /// What it says of itself.
    pub certificate: Certificate,
    /// When.
    pub stamp: Stamp,
}
