//! Scores by can-do and section, and the passing rule. The only place where right answers are counted.

use crate::ids::CanDoId;
use crate::kinds::Outcome;
use crate::model::Pass;
use crate::records::{Mode, Rule};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Right answers among all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u16, u16)", into = "(u16, u16)")]
pub struct Tally {
    /// Right or accepted with a slip.
    pub right: u16,
    /// All.
    pub total: u16,
}

impl From<(u16, u16)> for Tally {
    fn from((right, total): (u16, u16)) -> Self {
        Self { right, total }
    }
}

impl From<Tally> for (u16, u16) {
    fn from(tally: Tally) -> Self {
        (tally.right, tally.total)
    }
}

impl Tally {
    /// Counts one item.
    pub fn count(&mut self, outcome: Outcome) {
        self.total = self.total.saturating_add(1);
        self.right = self
            .right
            .saturating_add(u16::from(outcome != Outcome::Wrong));
    }

    /// Counts what another tally counted.
    pub fn add(&mut self, other: Self) {
        self.right = self.right.saturating_add(other.right);
        self.total = self.total.saturating_add(other.total);
    }

    /// The share in whole per cent, rounded down: nothing is shown as 80 % that is less.
    pub fn percent(self) -> u8 {
        let percent = (u32::from(self.right) * 100).checked_div(u32::from(self.total));
        u8::try_from(percent.unwrap_or(0)).unwrap_or(100)
    }

    /// Whether the share is at least this. Nothing of nothing is not.
    pub fn reaches(self, percent: u8) -> bool {
        self.total > 0 && u32::from(self.right) * 100 >= u32::from(percent) * u32::from(self.total)
    }
}

impl Rule {
    /// The rule of every lesson's check: 80 % of all, and one right in each can-do.
    pub const CHECK: Self = Self {
        total_pct: 80,
        each_pct: 0,
    };

    /// The rule that a test declares.
    pub fn of(pass: Pass) -> Self {
        let percent = |share: f32| (share * 100.0).round().clamp(0.0, 100.0) as u8;
        Self {
            total_pct: percent(pass.total),
            each_pct: percent(pass.section),
        }
    }
}

/// How an answer came about, where something was to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearing {
    /// It was heard, or there was nothing to hear.
    Full,
    /// It was read instead.
    Read,
    /// It was neither heard nor answered.
    Skipped,
}

impl Hearing {
    /// Of an answer that was not heard though it was to be, or one that was skipped.
    pub fn of(unheard: bool, skipped: bool) -> Self {
        match (unheard, skipped) {
            (false, _) => Self::Full,
            (true, false) => Self::Read,
            (true, true) => Self::Skipped,
        }
    }
}

/// What came of a check or test.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Of all items.
    pub all: Tally,
    /// By section of a test, by its place from 0.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sections: BTreeMap<u8, Tally>,
    /// By can-do.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub can_dos: BTreeMap<CanDoId, Tally>,
    /// By section of a test, how many of its answers were given to something read that was to be heard.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub unheard: BTreeMap<u8, u16>,
}

impl Score {
    /// Counts one item. What was to be heard and was not counts as what it is, an answer, so that nobody without a voice
    /// is held up; but it shows nothing of its can-do.
    pub fn count(
        &mut self,
        can_do: Option<&CanDoId>,
        section: Option<u8>,
        outcome: Outcome,
        hearing: Hearing,
    ) {
        self.all.count(outcome);
        if let Some(section) = section {
            self.sections.entry(section).or_default().count(outcome);
            if hearing == Hearing::Read {
                let read = self.unheard.entry(section).or_default();
                *read = read.saturating_add(1);
            }
        }
        if let Some(can_do) = can_do.filter(|_| hearing == Hearing::Full) {
            self.can_dos
                .entry(can_do.clone())
                .or_default()
                .count(outcome);
        }
    }

    /// Whether it passes: a check needs its share and one right in each can-do, a test its share and that of each
    /// section.
    pub fn passes(&self, mode: Mode, rule: Rule) -> bool {
        let each = match mode {
            Mode::Check => self.can_dos.values().all(|tally| tally.right > 0),
            Mode::Test => self
                .sections
                .values()
                .all(|tally| tally.reaches(rule.each_pct)),
            Mode::Lesson | Mode::Review | Mode::Ear => true,
        };
        each && self.all.reaches(rule.total_pct)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(answers: &[(&str, u8, bool)]) -> Score {
        let mut score = Score::default();
        for (can_do, section, right) in answers {
            let outcome = if *right {
                Outcome::Slip
            } else {
                Outcome::Wrong
            };
            let can_do = can_do.parse().unwrap();
            score.count(Some(&can_do), Some(*section), outcome, Hearing::Full);
        }
        score
    }

    #[test]
    fn a_check_needs_80_percent_and_one_right_in_each_can_do() {
        let mut answers = vec![("a", 0, true); 4];
        answers.push(("a", 0, false));
        assert!(
            score(&answers).passes(Mode::Check, Rule::CHECK),
            "4 of 5 is exactly 80 %"
        );
        answers[4] = ("b", 0, false);
        assert!(
            !score(&answers).passes(Mode::Check, Rule::CHECK),
            "nothing right in b"
        );
        answers.extend([("b", 0, true), ("a", 0, false)]);
        assert!(!score(&answers).passes(Mode::Check, Rule::CHECK), "5 of 7");
        assert!(
            !Score::default().passes(Mode::Check, Rule::CHECK),
            "nothing answered"
        );
    }

    #[test]
    fn a_test_needs_its_share_and_that_of_each_section() {
        let rule = Rule::of(Pass {
            total: 0.70,
            section: 0.50,
        });
        assert_eq!(
            rule,
            Rule {
                total_pct: 70,
                each_pct: 50
            }
        );
        let mut answers = vec![("a", 0, true); 6];
        answers.extend([
            ("a", 1, true),
            ("a", 1, false),
            ("a", 1, false),
            ("a", 1, true),
        ]);
        assert!(score(&answers).passes(Mode::Test, rule), "8 of 10, 2 of 4");
        answers[9] = ("a", 1, false);
        assert!(
            !score(&answers).passes(Mode::Test, rule),
            "7 of 10, but 1 of 4"
        );
    }

    #[test]
    fn what_was_read_instead_of_heard_counts_but_shows_nothing_of_its_can_do() {
        let can_do: CanDoId = "a".parse().unwrap();
        let mut score = Score::default();
        for (outcome, hearing) in [
            (Outcome::Right, Hearing::Full),
            (Outcome::Right, Hearing::of(true, false)),
            (Outcome::Wrong, Hearing::of(true, false)),
            (Outcome::Wrong, Hearing::of(true, true)),
            (Outcome::Wrong, Hearing::of(false, true)),
        ] {
            score.count(Some(&can_do), Some(1), outcome, hearing);
        }
        assert_eq!(score.all, Tally { right: 2, total: 5 });
        assert_eq!(score.sections[&1], score.all);
        assert_eq!(score.can_dos[&can_do], Tally { right: 1, total: 2 });
        assert_eq!(score.unheard[&1], 2, "what was skipped was not read either");
    }

    #[test]
    fn a_percentage_is_never_rounded_up() {
        assert_eq!(Tally { right: 2, total: 3 }.percent(), 66);
        assert_eq!(
            Tally {
                right: 799,
                total: 1000
            }
            .percent(),
            79
        );
        assert!(
            !Tally {
                right: 799,
                total: 1000
            }
            .reaches(80)
        );
        assert_eq!(Tally::default().percent(), 0);
        assert!(!Tally::default().reaches(0));
    }
}
