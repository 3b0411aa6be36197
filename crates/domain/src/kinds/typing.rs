//! Typing: the answer is typed in kana, romaji or kanji.

use super::*;
use crate::typed;

/// The answer is typed in kana, romaji or kanji.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Typing {
    /// The model answer.
    pub key: Ja,
    /// Other right answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Ja>,
}

impl ExerciseKind for Typing {
    fn default_skill(&self, exercise: &Exercise) -> Skill {
        // Typing the reading of something shown in Japanese tests recognition; finding the word for a meaning tests recall.
        if exercise.ja.is_empty() {
            Skill::Recall
        } else {
            Skill::Recognise
        }
    }

    fn faults(&self, exercise: &Exercise, _lang: &str) -> Vec<Fault> {
        let mut faults = typed::key_faults(&self.key, &self.also);
        if exercise.ja.is_empty() && exercise.text.is_empty() && exercise.icon.is_none() {
            faults.push(Fault::NoQuestion);
        }
        faults
    }

    fn grade(&self, _question: usize, answer: &Answer) -> Verdict {
        typed::grade(&self.key, &self.also, answer)
    }

    fn model_answer(&self, _question: usize) -> Option<Ja> {
        Some(self.key.clone())
    }
}
