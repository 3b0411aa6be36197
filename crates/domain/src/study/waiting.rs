//! How much waits to be reviewed: the same cards and items that a review would ask.

use crate::day::Day;
use crate::ids::*;
use crate::kinds::Skill;
use crate::records::fold::State;

/// What is in the packs at hand. A pack may have been changed or taken away since something of it was studied; what is
/// not at hand is never asked, and waits.
pub trait AtHand {
    /// Whether a word is.
    fn has_word(&self, pack: &PackId, word: &WordKey) -> bool;
    /// Whether an item of a lesson is.
    fn has_item(&self, pack: &PackId, lesson: &LessonId, item: &ItemId) -> bool;
}

/// These words, and every item.
impl<F: Fn(&PackId, &WordKey) -> bool> AtHand for F {
    fn has_word(&self, pack: &PackId, word: &WordKey) -> bool {
        self(pack, word)
    }

    fn has_item(&self, _: &PackId, _: &LessonId, _: &ItemId) -> bool {
        true
    }
}

/// What waits on a day and what falls due after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Cards that are due and can be asked.
    pub due: u32,
    /// Of these, those that need a voice.
    pub heard: u32,
    /// Missed items that can be asked.
    pub missed: u32,
    /// Cards that can be asked, by the day they fall due; the first day holds what is late too.
    pub forecast: Vec<u32>,
}

impl Waiting {
    /// What waits on `today`, and what falls due on so many `days` from it on.
    pub fn on(state: &State, today: Day, days: usize, hand: &dyn AtHand) -> Self {
        let mut waiting = Self {
            forecast: vec![0; days],
            ..Self::default()
        };
        let units = state.units();
        for unit in units.filter(|unit| hand.has_word(&unit.pack, &unit.word)) {
            let ahead = unit.memory.due.since(today).max(0);
            let ahead = usize::try_from(ahead).unwrap_or(usize::MAX);
            if let Some(count) = waiting.forecast.get_mut(ahead) {
                *count += 1;
            }
            if unit.memory.is_due(today) {
                waiting.due += 1;
                waiting.heard += u32::from(unit.skill == Skill::Listen);
            }
        }
        let missed = state.missed_before(today).into_iter();
        let missed = missed.filter(|(pack, lesson, item)| hand.has_item(pack, lesson, item));
        waiting.missed = u32::try_from(missed.count()).unwrap_or(u32::MAX);
        waiting
    }
}
