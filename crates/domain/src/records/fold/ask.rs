//! Questions to the state: what the screens show.

use super::*;
use crate::day::Day;
use crate::ids::*;
use crate::kinds::{Outcome, Skill};
use crate::memory::Memory;
use crate::model::{CertificateEntry, Index};
use crate::records::{Mode, Place};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A unit of memory that is due, or will be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DueUnit {
    /// The pack of the word.
    pub pack: PackId,
    /// The word.
    pub word: WordKey,
    /// Which memory of it.
    pub skill: Skill,
    /// Its memory.
    pub memory: Memory,
}

/// Where a learner stands with a check or test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Never finished.
    Untried,
    /// Finished, never passed.
    Failed,
    /// Passed at least once.
    Passed,
}

impl State {
    /// The value of a setting.
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.settings.get(key).map(AsRef::as_ref)
    }

    /// Every setting, sorted by key.
    pub fn settings(&self) -> impl Iterator<Item = (&str, &str)> {
        self.settings.iter().map(|(key, value)| (&**key, &**value))
    }

    /// The learner's own rating of a can-do, 1 to 3.
    pub fn rating(&self, pack: &PackId, can_do: &CanDoId) -> Option<u8> {
        self.setting(&format!("rating/{pack}/{can_do}"))?
            .parse()
            .ok()
    }

    /// Progress in a pack.
    pub fn pack_progress(&self, pack: &PackId) -> Option<&PackProgress> {
        self.packs.get(pack)
    }

    /// Every pack with progress.
    pub fn packs(&self) -> impl Iterator<Item = (&PackId, &PackProgress)> {
        self.packs.iter()
    }

    /// Progress in a lesson.
    pub fn lesson(&self, pack: &PackId, lesson: &LessonId) -> Option<&LessonProgress> {
        self.packs.get(pack)?.lessons.get(lesson)
    }

    /// What is known of an item, whichever lesson it belongs to.
    pub fn item(&self, pack: &PackId, item: &ItemId) -> Option<&ItemProgress> {
        let pack = self.packs.get(pack)?;
        let in_lesson = pack
            .lessons
            .values()
            .find_map(|lesson| lesson.items.get(item));
        in_lesson.or_else(|| pack.loose.get(item))
    }

    /// The memory of a unit.
    pub fn memory(&self, pack: &PackId, word: &WordKey, skill: Skill) -> Option<&Memory> {
        self.packs.get(pack)?.memory.get(word)?.get(skill)
    }

    /// Every unit of memory, by pack, word and skill.
    pub fn units(&self) -> impl Iterator<Item = DueUnit> {
        self.packs.iter().flat_map(|(pack, progress)| {
            progress.memory.iter().flat_map(move |(word, memories)| {
                memories.iter().map(move |(skill, memory)| DueUnit {
                    pack: pack.clone(),
                    word: word.clone(),
                    skill,
                    memory: *memory,
                })
            })
        })
    }

    /// The words of a pack whose writing the learner knows well on `today`: meaning from writing, or word from meaning,
    /// is held firmly. Hearing a word says nothing about its kanji.
    pub fn known_words(&self, pack: &PackId, today: Day) -> Vec<WordKey> {
        let of_pack = self
            .packs
            .get(pack)
            .into_iter()
            .flat_map(|progress| &progress.memory);
        let firm = |memory: &WordMemory| {
            let mut written = [Skill::Recognise, Skill::Recall].into_iter();
            written.any(|skill| {
                memory
                    .get(skill)
                    .is_some_and(|memory| memory.is_firm(today))
            })
        };
        let known = of_pack.filter(|(_, memory)| firm(memory));
        known.map(|(word, _)| word.clone()).collect()
    }

    /// How many units are due on `today`, wherever their words are: see [`crate::study::Waiting`] for what can be asked.
    pub fn due_count(&self, today: Day) -> u32 {
        let memories = self.packs.values().flat_map(|pack| pack.memory.values());
        let due = memories
            .flat_map(WordMemory::iter)
            .filter(|(_, memory)| memory.is_due(today));
        u32::try_from(due.count()).unwrap_or(u32::MAX)
    }

    /// Items of lessons whose last answer was wrong and lies before a day, with their lesson; the longest waiting first.
    /// One that was missed today came again in its lesson: it is for tomorrow.
    pub fn missed_before(&self, day: Day) -> Vec<(PackId, LessonId, ItemId)> {
        let mut missed: Vec<(Day, PackId, LessonId, ItemId)> = Vec::new();
        for (pack, progress) in &self.packs {
            for (lesson, items) in &progress.lessons {
                for (item, known) in &items.items {
                    if known.outcome == Outcome::Wrong && known.last < day {
                        missed.push((known.last, pack.clone(), lesson.clone(), item.clone()));
                    }
                }
            }
        }
        missed.sort();
        missed
            .into_iter()
            .map(|(_, pack, lesson, item)| (pack, lesson, item))
            .collect()
    }

    /// What was done on a day.
    pub fn day_study(&self, day: Day) -> DayStudy {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// Every day with study, in order.
    pub fn days(&self) -> impl Iterator<Item = (Day, DayStudy)> {
        self.days.iter().map(|(day, study)| (*day, *study))
    }

    /// Sittings that were opened and not closed, the latest first.
    pub fn open_sittings(&self) -> Vec<&OpenSitting> {
        let mut open: Vec<&OpenSitting> = self.sittings.values().collect();
        open.sort_by(|a, b| b.place.cmp(&a.place));
        open
    }

    /// An open sitting.
    pub fn open_sitting(&self, sitting: &SittingId) -> Option<&OpenSitting> {
        self.sittings.get(sitting)
    }

    /// Every result, oldest first.
    pub fn results(&self) -> &[SittingResult] {
        &self.results
    }

    /// The results of one check or test, oldest first.
    pub fn results_of<'a>(
        &'a self,
        mode: Mode,
        pack: &'a PackId,
        target: &'a str,
    ) -> impl DoubleEndedIterator<Item = &'a SittingResult> {
        self.results.iter().filter(move |result| {
            result.mode == mode && result.pack.id == *pack && &*result.target == target
        })
    }

    fn standing(&self, mode: Mode, pack: &PackId, target: &str) -> Standing {
        let results = self.results_of(mode, pack, target);
        results.fold(Standing::Untried, |standing, result| match standing {
            Standing::Passed => Standing::Passed,
            Standing::Untried | Standing::Failed if result.passed() => Standing::Passed,
            Standing::Untried | Standing::Failed => Standing::Failed,
        })
    }

    /// Where the learner stands with a lesson's check.
    pub fn check_standing(&self, pack: &PackId, lesson: &LessonId) -> Standing {
        self.standing(Mode::Check, pack, lesson.as_str())
    }

    /// Where the learner stands with a test.
    pub fn test_standing(&self, pack: &PackId, test: &TestId) -> Standing {
        self.standing(Mode::Test, pack, test.as_str())
    }

    /// The form to take next: the first one at first, then always the one that was not taken last.
    pub fn next_form(&self, mode: Mode, pack: &PackId, target: &str) -> FormId {
        let last = self.results_of(mode, pack, target).next_back();
        last.map_or(FormId::A, |result| result.form.other())
    }

    /// What checks and tests say about a can-do.
    pub fn evidence(&self, pack: &PackId, can_do: &CanDoId) -> Option<&Evidence> {
        self.packs.get(pack)?.can_dos.get(can_do)
    }

    /// Whether a certificate can be issued: every lesson that it names exists and is passed, and its test too.
    pub fn earns(&self, index: &Index, entry: &CertificateEntry) -> bool {
        let lessons = entry.lessons.iter().all(|id| {
            index.lessons.iter().any(|lesson| lesson.id == *id)
                && self.check_standing(&index.id, id) == Standing::Passed
        });
        let test = entry.test.as_ref().is_none_or(|id| {
            index.tests.iter().any(|test| test.id == *id)
                && self.test_standing(&index.id, id) == Standing::Passed
        });
        lessons && test && !(entry.lessons.is_empty() && entry.test.is_none())
    }

    /// Certificates issued, oldest first.
    pub fn certificates(&self) -> &[Issued] {
        &self.certificates
    }

    /// The identities of all records that this state follows from.
    pub fn covered(&self) -> &Spans {
        &self.covered
    }

    /// The last record in the order.
    pub fn frontier(&self) -> Option<&Place> {
        self.frontier.as_ref()
    }

    /// The highest lamport number seen: a new writer begins after it.
    pub fn lamport(&self) -> u64 {
        self.lamport
    }

    /// Records of kinds that this version does not know.
    pub fn unknown_kinds(&self) -> u32 {
        self.unknown
    }

    /// Whether records were applied out of their order: the log is to be folded anew when it is at hand.
    pub fn is_provisional(&self) -> bool {
        self.provisional
    }

    /// The learner's name, as chosen.
    pub fn name(&self) -> Option<Rc<str>> {
        self.settings.get("name").cloned()
    }
}
