//! Memory of a word: how well it is held, when it is asked again. The trait of recall stands here; FSRS is behind it.
//!
//! Invariants: a unit of memory is word × skill; time is counted in days of study ([`Day`]); nothing here is random, so
//! the same grades on the same days always give the same schedule.

use crate::day::Day;
use crate::kinds::Outcome;
use serde::{Deserialize, Serialize};

/// How well something was recalled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Not recalled.
    Again,
    /// Recalled with effort or with a slip.
    Hard,
    /// Recalled.
    Good,
    /// Recalled at once; only ever by the learner's own press.
    Easy,
}

impl Grade {
    /// All of them, worst first.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// What an answer in a lesson, check or test says about memory. Never [`Grade::Easy`].
    pub fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Wrong => Self::Again,
            Outcome::Slip => Self::Hard,
            Outcome::Right => Self::Good,
        }
    }

    /// 1 to 4, as in records and in every description of FSRS.
    pub fn number(self) -> u8 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
            Self::Easy => 4,
        }
    }

    /// The grade of that number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.number() == number)
    }
}

/// What a scheduler knows about one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// Days until the chance of recall has fallen to 90 %.
    pub stability: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
}

/// A model of recall. Implemented by the crate `recall` (FSRS-6) and by small fakes in tests.
pub trait Recall {
    /// The strength after a review; `before` is None for the first. `elapsed_days` counts whole days since the last one.
    fn review(&self, before: Option<Strength>, grade: Grade, elapsed_days: u32) -> Strength;
    /// Days after which the chance of recall will have fallen to `retention` (0 to 1).
    fn interval(&self, strength: Strength, retention: f32) -> f32;
    /// The chance of recall, 0 to 1, that many days after the last review.
    fn retrievability(&self, strength: Strength, elapsed_days: f32) -> f32;
}

/// The chance of recall at which a unit is asked again.
pub const RETENTION: f32 = 0.9;

/// The longest time until a unit is asked again. A learner prepares for a job within a year or two.
pub const LONGEST_DAYS: i32 = 365;

/// The stability from which a memory is firm: what is held for three weeks was learned on more than one occasion.
pub const FIRM_DAYS: f32 = 21.0;

/// One unit's memory and its schedule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "MemoryRow", into = "MemoryRow")]
pub struct Memory {
    /// What the scheduler knows.
    pub strength: Strength,
    /// The day of the last review.
    pub last: Day,
    /// The day from which it is due.
    pub due: Day,
    /// Reviews so far.
    pub reviews: u16,
    /// How often it was forgotten after it had been known.
    pub lapses: u16,
}

/// A memory as a row of a snapshot, short because there are thousands: stability, difficulty, last day, days until due,
/// reviews, lapses.
#[derive(Serialize, Deserialize)]
struct MemoryRow(f32, f32, i32, i32, u16, u16);

impl From<MemoryRow> for Memory {
    fn from(row: MemoryRow) -> Self {
        let MemoryRow(stability, difficulty, last, days, reviews, lapses) = row;
        let strength = Strength {
            stability,
            difficulty,
        };
        Self {
            strength,
            last: Day(last),
            due: Day(last).plus(days),
            reviews,
            lapses,
        }
    }
}

impl From<Memory> for MemoryRow {
    fn from(memory: Memory) -> Self {
        let Strength {
            stability,
            difficulty,
        } = memory.strength;
        Self(
            stability,
            difficulty,
            memory.last.0,
            memory.due.since(memory.last),
            memory.reviews,
            memory.lapses,
        )
    }
}

impl Strength {
    /// Four significant digits of stability, three decimals of difficulty. Far below what a model of memory can know,
    /// and the same whatever computed it: processors differ in the last digits of powers.
    fn rounded(self) -> Self {
        let magnitude = self.stability.log10().floor().clamp(-3.0, 6.0);
        let scale = 10f64.powf(3.0 - f64::from(magnitude));
        let stability = (f64::from(self.stability) * scale).round() / scale;
        let difficulty = (f64::from(self.difficulty) * 1e3).round() / 1e3;
        Self {
            stability: stability as f32,
            difficulty: difficulty as f32,
        }
    }
}

impl Memory {
    /// The memory after a review on `day`. A day before the last one (the clock may lie) counts as the same day.
    pub fn after(before: Option<&Self>, grade: Grade, day: Day, recall: &dyn Recall) -> Self {
        let last = before.map_or(day, |memory| memory.last.max(day));
        let elapsed = before.map_or(0, |memory| last.since(memory.last));
        let strength = recall.review(
            before.map(|memory| memory.strength),
            grade,
            u32::try_from(elapsed).unwrap_or(0),
        );
        let strength = strength.rounded();
        let days = recall.interval(strength, RETENTION).round();
        let days = if days.is_finite() {
            (days as i32).clamp(1, LONGEST_DAYS)
        } else {
            1
        };
        let forgotten = grade == Grade::Again && before.is_some();
        Self {
            strength,
            last,
            due: last.plus(days),
            reviews: before.map_or(0, |memory| memory.reviews).saturating_add(1),
            lapses: before
                .map_or(0, |memory| memory.lapses)
                .saturating_add(u16::from(forgotten)),
        }
    }

    /// Whether it is to be asked on `today`.
    pub fn is_due(&self, today: Day) -> bool {
        self.due <= today
    }

    /// Whether it is held firmly on `today`: for [`FIRM_DAYS`] or longer, and not left alone for more than twice its
    /// stability, after which even a firm memory is doubtful.
    pub fn is_firm(&self, today: Day) -> bool {
        let stability = self.strength.stability;
        stability >= FIRM_DAYS && today.since(self.last) as f32 <= 2.0 * stability
    }

    /// The chance of recall on `today`, 0 to 1.
    pub fn chance(&self, today: Day, recall: &dyn Recall) -> f32 {
        recall.retrievability(self.strength, today.since(self.last).max(0) as f32)
    }
}

#[cfg(test)]
pub(crate) mod fake {
    //! A recall that can be followed by hand.
    use super::*;

    /// Stability doubles with Good, quadruples with Easy, stays with Hard and falls to 1 with Again.
    pub struct Doubling;

    impl Recall for Doubling {
        fn review(&self, before: Option<Strength>, grade: Grade, _elapsed_days: u32) -> Strength {
            let known = before.map_or(1.0, |strength| strength.stability);
            let stability = match grade {
                Grade::Again => 1.0,
                Grade::Hard => known,
                Grade::Good => known * 2.0,
                Grade::Easy => known * 4.0,
            };
            Strength {
                stability,
                difficulty: 5.0,
            }
        }

        fn interval(&self, strength: Strength, _retention: f32) -> f32 {
            strength.stability
        }

        fn retrievability(&self, strength: Strength, elapsed_days: f32) -> f32 {
            0.9_f32.powf(elapsed_days / strength.stability)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fake::Doubling;
    use super::*;

    #[test]
    fn a_lesson_never_says_easy() {
        let grades = [Outcome::Wrong, Outcome::Slip, Outcome::Right].map(Grade::of);
        assert_eq!(grades, [Grade::Again, Grade::Hard, Grade::Good]);
        for grade in Grade::ALL {
            assert_eq!(Grade::from_number(grade.number()), Some(grade));
        }
    }

    #[test]
    fn due_days_follow_strength_and_lapses_are_counted_after_the_first_time() {
        let first = Memory::after(None, Grade::Again, Day(100), &Doubling);
        assert_eq!((first.due, first.reviews, first.lapses), (Day(101), 1, 0));
        let second = Memory::after(Some(&first), Grade::Good, Day(101), &Doubling);
        assert_eq!(
            (second.due, second.reviews, second.lapses),
            (Day(103), 2, 0)
        );
        let third = Memory::after(Some(&second), Grade::Again, Day(103), &Doubling);
        assert_eq!((third.due, third.lapses), (Day(104), 1));
        assert!(third.is_due(Day(104)) && !third.is_due(Day(103)));
    }

    #[test]
    fn a_clock_set_back_does_not_turn_time_around() {
        let first = Memory::after(None, Grade::Good, Day(100), &Doubling);
        let second = Memory::after(Some(&first), Grade::Good, Day(40), &Doubling);
        assert_eq!((second.last, second.due), (Day(100), Day(104)));
        assert_eq!(second.chance(Day(0), &Doubling), 1.0);
    }

    #[test]
    fn a_memory_is_firm_from_three_weeks_on_until_it_is_left_alone_too_long() {
        let held = |stability| {
            let mut memory = Memory::after(None, Grade::Good, Day(100), &Doubling);
            memory.strength.stability = stability;
            memory
        };
        assert!(!held(20.9).is_firm(Day(100)));
        assert!(held(21.0).is_firm(Day(100)) && held(21.0).is_firm(Day(142)));
        assert!(!held(21.0).is_firm(Day(143)) && held(60.0).is_firm(Day(143)));
        let forgotten = Memory::after(Some(&held(60.0)), Grade::Again, Day(143), &Doubling);
        assert!(!forgotten.is_firm(Day(143)));
    }

    #[test]
    fn strength_keeps_four_digits_whatever_its_size() {
        let rounded = |stability| {
            Strength {
                stability,
                difficulty: 5.123_456,
            }
            .rounded()
        };
        let of =
            [0.012_345_6, 0.212_345, 2.306_54, 45.678_9, 12_345.6].map(|s| rounded(s).stability);
        assert_eq!(of, [0.012_35, 0.212_3, 2.307, 45.68, 12_350.0]);
        assert_eq!(rounded(1.0).difficulty, 5.123);
        assert!(rounded(f32::NAN).stability.is_nan() && rounded(0.0).stability == 0.0);
    }

    #[test]
    fn a_row_of_a_snapshot_gives_the_same_memory() {
        let mut memory = Memory::after(None, Grade::Good, Day(20_000), &Doubling);
        memory.strength = Strength {
            stability: 0.123_456_79,
            difficulty: 9.999_999,
        };
        let row = serde_json::to_string(&memory).unwrap();
        assert_eq!(serde_json::from_str::<Memory>(&row).unwrap(), memory);
    }
}
