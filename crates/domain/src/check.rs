//! The can-do check at the end of a lesson: two forms, passed at 80 % with something right in every can-do.

use crate::ids::{CanDoId, FormId};
use crate::kinds::Exercise;
use crate::model::{Lesson, StepKind};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The share of right answers that passes a check.
pub const PASS_SHARE: f32 = 0.8;

/// The exercises of one form of a lesson's check, in the order of the pack.
pub fn form(lesson: &Lesson, form: FormId) -> Vec<Rc<Exercise>> {
    let step = lesson.step(StepKind::Check);
    step.into_iter()
        .flat_map(|step| step.exercises())
        .filter(|exercise| exercise.form == Some(form))
        .cloned()
        .collect()
}

/// What came of a check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckResult {
    /// Items answered rightly (slips count).
    pub right: u32,
    /// Items in the form.
    pub total: u32,
    /// Right and all items by can-do.
    pub by_can_do: BTreeMap<CanDoId, (u32, u32)>,
}

impl CheckResult {
    /// Counts one answered item.
    pub fn count(&mut self, can_do: Option<&CanDoId>, accepted: bool) {
        self.total += 1;
        self.right += u32::from(accepted);
        if let Some(can_do) = can_do {
            let tally = self.by_can_do.entry(can_do.clone()).or_default();
            tally.0 += u32::from(accepted);
            tally.1 += 1;
        }
    }

    /// At least 80 % right, and at least one right in each can-do.
    pub fn passed(&self) -> bool {
        self.total > 0
            && self.right as f32 >= PASS_SHARE * self.total as f32
            && self.by_can_do.values().all(|(right, _)| *right > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(answers: &[(&str, bool)]) -> CheckResult {
        let mut result = CheckResult::default();
        for (can_do, accepted) in answers {
            result.count(Some(&can_do.parse().unwrap()), *accepted);
        }
        result
    }

    #[test]
    fn eight_of_ten_pass_when_every_can_do_has_one() {
        let mut answers = vec![("a", true); 8];
        answers.extend([("a", false), ("b", true)]);
        assert!(result(&answers).passed());
        answers[9] = ("b", false);
        assert!(!result(&answers).passed(), "b has nothing right");
        assert!(!result(&[("a", true), ("a", false)]).passed());
        assert!(!CheckResult::default().passed(), "nothing answered");
    }
}
