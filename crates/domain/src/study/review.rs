//! What a review asks and in which order; the warm-up before a lesson.

use super::AtHand;
use crate::day::Day;
use crate::ids::*;
use crate::kinds::Skill;
use crate::memory::{Grade, Memory, Recall};
use crate::records::fold::{DueUnit, State};
use crate::shuffle;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// Due cards whose word is in no pack at hand. They wait for it.
    #[serde(default)]
    pub elsewhere: usize,
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

/// Plans a review: what is most likely forgotten first, at most `limit` cards, words and skills mixed. `hand`
/// says what is in the packs at hand, `voice` whether sound can be heard.
pub fn plan(
    state: &State,
    today: Day,
    limit: usize,
    seed: u32,
    recall: &dyn Recall,
    hand: &dyn AtHand,
    voice: bool,
) -> Plan {
    let due = state.units().filter(|unit| unit.memory.is_due(today));
    let (here, elsewhere): (Vec<DueUnit>, Vec<DueUnit>) =
        due.partition(|unit| hand.has_word(&unit.pack, &unit.word));
    let (mut due, silent): (Vec<DueUnit>, Vec<DueUnit>) = here
        .into_iter()
        .partition(|unit| voice || unit.skill != Skill::Listen);
    weakest_first(&mut due, today, recall);
    let left_over = due.len().saturating_sub(limit);
    due.truncate(limit);
    let missed = state.missed_before(today).into_iter();
    let missed = missed.filter(|(pack, lesson, item)| hand.has_item(pack, lesson, item));
    let cards = mixed(due, seed);
    Plan {
        ahead: all_ahead(&cards, today, recall),
        cards,
        missed: missed.take(limit / 3 + 1).collect(),
        left_over,
        silent: silent.len(),
        elsewhere: elsewhere.len(),
    }
}

fn all_ahead(cards: &[DueUnit], today: Day, recall: &dyn Recall) -> Vec<[i32; 4]> {
    let days = |card: &DueUnit| ahead(&card.memory, today, recall);
    cards.iter().map(days).collect()
}

fn ahead(memory: &Memory, today: Day, recall: &dyn Recall) -> [i32; 4] {
    Grade::ALL.map(|grade| {
        let next = Memory::after(Some(memory), grade, today, recall);
        next.due.since(today)
    })
}

/// The warm-up before a lesson: a few older cards, due ones first, then those most likely forgotten; none that was asked
/// today. It comes before the step of a lesson that is opened first on a day, never before a check, and it is a review
/// of its own: who has reviewed cards that day already is asked so many fewer.
pub fn warm_up(
    state: &State,
    today: Day,
    seed: u32,
    recall: &dyn Recall,
    (pack, lesson): (&PackId, &LessonId),
    hand: &dyn AtHand,
) -> Plan {
    let opened = state.lesson(pack, lesson).and_then(|lesson| lesson.last);
    if opened == Some(today) {
        return Plan::default();
    }
    let reviewed = usize::try_from(state.day_study(today).reviews).unwrap_or(usize::MAX);
    let older = state.units().filter(|unit| {
        unit.memory.last < today
            && unit.skill != Skill::Listen
            && hand.has_word(&unit.pack, &unit.word)
    });
    let mut units: Vec<DueUnit> = older.collect();
    weakest_first(&mut units, today, recall);
    units.sort_by_key(|unit| !unit.memory.is_due(today));
    let mut words: BTreeSet<(PackId, WordKey)> = BTreeSet::new();
    units.retain(|unit| words.insert((unit.pack.clone(), unit.word.clone())));
    units.truncate(WARM_UP_MAX.saturating_sub(reviewed));
    let cards = mixed(units, seed);
    Plan {
        ahead: all_ahead(&cards, today, recall),
        cards,
        ..Plan::default()
    }
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
