//! Passage: a text, notice or table with one or more questions about it.

use super::*;

/// Something to read, with questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Its heading.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub title: Tr,
    /// The text, line by line.
    #[serde(default, skip_serializing_if = "Ja::is_empty")]
    pub body: Ja,
    /// A table of Japanese cells; the first row is the head.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub table: Vec<Vec<Ja>>,
    /// The questions.
    pub questions: Vec<Question>,
}

/// A question about a passage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Question {
    /// Explicit, unique in its pack.
    pub id: ItemId,
    /// The can-do it gives evidence for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_do: Option<CanDoId>,
    /// The words whose memory it trains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordKey>,
    /// The Japanese part of the question.
    #[serde(default, skip_serializing_if = "Ja::is_empty")]
    pub ja: Ja,
    /// The question in people's language.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub text: Tr,
    /// The options.
    pub options: Choices,
    /// The reason for the right answer.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub why: Tr,
    /// Keep the order of the pack instead of shuffling.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
}

impl ExerciseKind for Passage {
    fn default_skill(&self, _exercise: &Exercise) -> Skill {
        Skill::Recognise
    }

    fn faults(&self, _exercise: &Exercise, lang: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.body.is_empty() && self.table.is_empty() {
            faults.push(Fault::NoQuestion);
        }
        if !(1..=6).contains(&self.questions.len()) {
            faults.push(Fault::PartCount {
                found: self.questions.len(),
                least: 1,
                most: 6,
            });
        }
        for question in &self.questions {
            if question.ja.is_empty() && question.text.is_empty() {
                faults.push(Fault::NoQuestion);
            }
            faults.extend(question.options.faults(&question.ja, lang));
        }
        faults
    }

    fn grade(&self, question: usize, answer: &Answer) -> Verdict {
        match self.questions.get(question) {
            Some(question) => question.options.grade(answer),
            None => Verdict::wrong(Reason::Skipped),
        }
    }

    fn choices(&self, question: usize) -> Option<&Choices> {
        self.questions
            .get(question)
            .map(|question| &question.options)
    }

    fn questions(&self) -> &[Question] {
        &self.questions
    }
}
