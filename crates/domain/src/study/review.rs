//! What a review asks and in which order; the warm-up before a lesson.

use crate::day::Day;
use crate::ids::*;
use crate::kinds::Skill;
use crate::memory::{Grade, Memory, Recall};
use crate::records::fold::{DueUnit, State};
use crate::shuffle;
use serde::{Deserialize, Serialize};

/// The most cards in the warm-up before a lesson.
pub const WARM_UP_MAX: usize = 5;

/// Usual time for a card, and for a missed item, in seconds: turning, thinking, grading.
const CARD_SECS: usize = 12;
const ITEM_SECS: usize = 25;

/// What a review asks today.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Cards in order.
    pub cards: Vec<DueUnit>,
    /// For each card the days until it would be asked again, by grade, worst first.
    pub ahead: Vec<[i32; 4]>,
    /// Missed items, the longest waiting first; their lessons have to be loaded.
    pub missed: Vec<(PackId, LessonId, ItemId)>,
    /// Due cards that did not fit the limit.
    pub left_over: usize,
    /// Due cards that need a voice, and there is none.
    pub silent: usize,
}

impl Plan {
    /// About how long it takes, in minutes, at least one if there is anything.
    pub fn minutes(&self) -> usize {
        Self::minutes_of(self.cards.len(), self.missed.len())
    }

    /// About how long so many cards and missed items take, in minutes.
    pub fn minutes_of(cards: usize, missed: usize) -> usize {
        (cards * CARD_SECS + missed * ITEM_SECS).div_ceil(60)
    }

    /// How much there is to do.
    pub fn count(&self) -> usize {
        self.cards.len() + self.missed.len()
    }
}

/// Plans a review: what is most likely forgotten first, at most `limit` cards, words and skills mixed. `known` says
/// whether a word is in a pack at hand (a pack may have been changed or removed); `voice` whether sound can be heard.
pub fn plan(
    state: &State,
    today: Day,
    limit: usize,
    seed: u32,
    recall: &dyn Recall,
    known: impl Fn(&PackId, &WordKey) -> bool,
    voice: bool,
) -> Plan {
    let due = state
        .units()
        .filter(|unit| unit.memory.is_due(today) && known(&unit.pack, &unit.word));
    let (mut due, silent): (Vec<DueUnit>, Vec<DueUnit>) =
        due.partition(|unit| voice || unit.skill != Skill::Listen);
    weakest_first(&mut due, today, recall);
    let left_over = due.len().saturating_sub(limit);
    due.truncate(limit);
    let missed = state.missed_before(today).into_iter();
    let cards = mixed(due, seed);
    Plan {
        ahead: cards
            .iter()
            .map(|card| ahead(&card.memory, today, recall))
            .collect(),
        cards,
        missed: missed.take(limit / 3 + 1).collect(),
        left_over,
        silent: silent.len(),
    }
}

fn ahead(memory: &Memory, today: Day, recall: &dyn Recall) -> [i32; 4] {
    Grade::ALL.map(|grade| {
        let next = Memory::after(Some(memory), grade, today, recall);
        next.due.since(today)
    })
}

/// Cards before a lesson: due ones first, then older ones most likely forgotten; none that was asked today.
pub fn warm_up(
    state: &State,
    today: Day,
    seed: u32,
    recall: &dyn Recall,
    known: impl Fn(&PackId, &WordKey) -> bool,
) -> Vec<DueUnit> {
    let older = state.units().filter(|unit| {
        unit.memory.last < today && unit.skill != Skill::Listen && known(&unit.pack, &unit.word)
    });
    let mut units: Vec<DueUnit> = older.collect();
    weakest_first(&mut units, today, recall);
    units.sort_by_key(|unit| !unit.memory.is_due(today));
    let mut words: Vec<WordKey> = Vec::new();
    units.retain(|unit| {
        let new = !words.contains(&unit.word);
        words.push(unit.word.clone());
        new
    });
    units.truncate(WARM_UP_MAX);
    mixed(units, seed)
}

fn weakest_first(units: &mut [DueUnit], today: Day, recall: &dyn Recall) {
    let key = |unit: &DueUnit| (unit.memory.chance(today, recall), unit.memory.due);
    units.sort_by(|a, b| {
        let ((chance_a, due_a), (chance_b, due_b)) = (key(a), key(b));
        chance_a.total_cmp(&chance_b).then(due_a.cmp(&due_b))
    });
}

/// An order drawn from the seed in which one word or skill seldom follows itself: mixed practice holds longer.
fn mixed(units: Vec<DueUnit>, seed: u32) -> Vec<DueUnit> {
    let order = shuffle::shuffled(u64::from(seed), units.len());
    let mut waiting: Vec<DueUnit> = order.into_iter().map(|at| units[at].clone()).collect();
    let mut mixed: Vec<DueUnit> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let recent = &mixed[mixed.len().saturating_sub(3)..];
        let fresh_word = |unit: &DueUnit| recent.iter().all(|other| other.word != unit.word);
        let fresh_skill =
            |unit: &DueUnit| recent.last().is_none_or(|last| last.skill != unit.skill);
        let at = waiting
            .iter()
            .position(|unit| fresh_word(unit) && fresh_skill(unit))
            .or_else(|| waiting.iter().position(fresh_word))
            .unwrap_or(0);
        mixed.push(waiting.remove(at));
    }
    mixed
}
