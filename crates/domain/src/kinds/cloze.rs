//! Cloze: a sentence with one gap, chosen among options or typed.

use super::*;
use crate::typed;

/// A sentence with one gap (`＿＿` in [`Exercise::ja`]).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cloze {
    /// Options to choose from; empty when the gap is typed.
    #[serde(default, skip_serializing_if = "no_options")]
    pub options: Choices,
    /// What belongs in the gap, when it is typed.
    #[serde(default, skip_serializing_if = "Ja::is_empty")]
    pub key: Ja,
    /// Other right answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Ja>,
    /// Keep the order of the pack instead of shuffling.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
}

fn no_options(options: &Choices) -> bool {
    options.0.is_empty()
}

impl Cloze {
    /// Whether the gap is typed.
    pub fn is_typed(&self) -> bool {
        self.options.0.is_empty()
    }
}

impl ExerciseKind for Cloze {
    fn default_skill(&self, _exercise: &Exercise) -> Skill {
        if self.is_typed() {
            Skill::Recall
        } else {
            Skill::Recognise
        }
    }

    fn faults(&self, exercise: &Exercise, lang: &str) -> Vec<Fault> {
        let gaps = exercise.ja.written().matches(crate::text::GAP).count();
        let mut faults = Vec::new();
        if gaps != 1 || exercise.ja.split_gap().is_none() {
            faults.push(Fault::GapCount(gaps));
        }
        if !self.is_typed() {
            faults.extend(self.options.faults(&exercise.ja, lang));
        } else if self.key.is_empty() {
            faults.push(Fault::NoAnswer);
        } else {
            faults.extend(typed::key_faults(&self.key, &self.also));
        }
        faults
    }

    fn grade(&self, _question: usize, answer: &Answer) -> Verdict {
        if self.is_typed() {
            typed::grade(&self.key, &self.also, answer)
        } else {
            self.options.grade(answer)
        }
    }

    fn choices(&self, _question: usize) -> Option<&Choices> {
        (!self.is_typed()).then_some(&self.options)
    }

    fn model_answer(&self, _question: usize) -> Option<Ja> {
        self.is_typed().then(|| self.key.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen::exercise;
    use super::*;
    use serde_json::json;

    #[test]
    fn a_typed_gap_is_graded_as_typing() {
        let mut exercise = exercise(KindName::Cloze, json!({"key": "から"}));
        assert_eq!(exercise.faults("id"), vec![Fault::GapCount(0)]);
        exercise.ja = "インドネシア＿＿ {来|き}ました。".parse().unwrap();
        assert_eq!(exercise.faults("id"), vec![]);
        assert!(exercise.grade(0, &Answer::Text("kara".into())).accepted());
        assert!(!exercise.grade(0, &Answer::Text("made".into())).accepted());
    }
}
