//! Dictation: what is heard is typed.

use super::*;
use crate::model::Line;
use crate::typed;

/// What is heard is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dictation {
    /// What is heard.
    pub say: Line,
    /// Other right answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<Ja>,
}

impl ExerciseKind for Dictation {
    fn default_skill(&self, _exercise: &Exercise) -> Skill {
        Skill::Listen
    }

    fn faults(&self, _exercise: &Exercise, _lang: &str) -> Vec<Fault> {
        if self.say.ja.is_empty() {
            vec![Fault::NoScript]
        } else {
            typed::key_faults(&self.say.ja, &self.accept)
        }
    }

    fn grade(&self, _question: usize, answer: &Answer) -> Verdict {
        typed::grade(&self.say.ja, &self.accept, answer)
    }

    fn model_answer(&self, _question: usize) -> Option<Ja> {
        Some(self.say.ja.clone())
    }

    fn script(&self) -> &[Line] {
        std::slice::from_ref(&self.say)
    }
}
