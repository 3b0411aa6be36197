//! Listening: something is heard, one best answer is chosen.

use super::*;
use crate::model::Line;

/// Something is heard, one best answer is chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Listening {
    /// What is heard, line by line.
    pub script: Vec<Line>,
    /// The options.
    pub options: Choices,
    /// Keep the order of the pack instead of shuffling.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
}

impl ExerciseKind for Listening {
    fn default_skill(&self, _exercise: &Exercise) -> Skill {
        Skill::Listen
    }

    fn faults(&self, exercise: &Exercise, lang: &str) -> Vec<Fault> {
        let mut faults = self.options.faults(&exercise.ja, lang);
        if self.script.is_empty() || self.script.iter().any(|line| line.ja.is_empty()) {
            faults.push(Fault::NoScript);
        }
        faults
    }

    fn grade(&self, _question: usize, answer: &Answer) -> Verdict {
        self.options.grade(answer)
    }

    fn choices(&self, _question: usize) -> Option<&Choices> {
        Some(&self.options)
    }

    fn script(&self) -> &[Line] {
        &self.script
    }
}
