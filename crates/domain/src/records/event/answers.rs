//! Answers, grades, and taking them back.

use crate::ids::*;
use crate::kinds::{Outcome, Skill};
use crate::memory::Grade;
use crate::records::RecordId;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A pack as it was when something was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackStamp {
    /// Identifier.
    pub id: PackId,
    /// Its version, at most [`VERSION_TEXT_MAX`] bytes.
    pub version: Rc<str>,
    /// The beginning of the SHA-256 of its content, [`HASH_TEXT_MAX`] hexadecimal digits.
    pub hash: Rc<str>,
}

/// The longest version of a pack in a record, in bytes.
pub const VERSION_TEXT_MAX: usize = 16;
/// Digits of a content hash in a record.
pub const HASH_TEXT_MAX: usize = 16;

impl PackStamp {
    /// A pack as it is now; version and hash are shortened to what a record holds.
    pub fn new(id: PackId, version: &str, hash: &str) -> Self {
        let short = |text: &str, max: usize| -> Rc<str> {
            let ends = (0..=max.min(text.len())).rev();
            ends.into_iter()
                .find(|at| text.is_char_boundary(*at))
                .map_or("", |end| &text[..end])
                .into()
        };
        Self {
            id,
            version: short(version, VERSION_TEXT_MAX),
            hash: short(hash, HASH_TEXT_MAX),
        }
    }
}

/// In which part of the app something was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// A lesson.
    Lesson,
    /// A review.
    Review,
    /// The check of a lesson.
    Check,
    /// A test.
    Test,
    /// Ear training.
    Ear,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Lesson,
        Self::Review,
        Self::Check,
        Self::Test,
        Self::Ear,
    ];

    /// The letter in a record.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lesson => "l",
            Self::Review => "r",
            Self::Check => "c",
            Self::Test => "t",
            Self::Ear => "e",
        }
    }

    /// Whether its answers are kept as a result with a score.
    pub fn is_scored(self) -> bool {
        matches!(self, Self::Check | Self::Test)
    }
}

/// An item was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The pack it comes from.
    pub pack: PackStamp,
    /// The item.
    pub item: ItemId,
    /// Where.
    pub mode: Mode,
    /// The sitting, if one was open.
    pub sitting: Option<SittingId>,
    /// The form, in a check or test.
    pub form: Option<FormId>,
    /// What the order shown was drawn from.
    pub seed: u32,
    /// The options or tiles as shown: numbers in the pack's order, each below 36.
    pub shown: Vec<u8>,
    /// The raw answer, at most [`crate::kinds::RAW_ANSWER_MAX`] bytes.
    pub raw: String,
    /// How it was judged.
    pub outcome: Outcome,
    /// The first reason's code, or nothing.
    pub reason: String,
    /// Time from showing to answering.
    pub response_ms: u32,
    /// How often the sound was played.
    pub plays: u8,
    /// Whether there was a voice to hear. Never true for a listening item that was shown as reading.
    pub heard: bool,
    /// The can-do it gives evidence for.
    pub can_do: Option<CanDoId>,
    /// The place of its section in the test, from 0.
    pub section: Option<u8>,
    /// It was to be heard and was not: no evidence of listening, whatever the answer.
    pub unheard: bool,
}

/// Memory of some words was graded.
#[derive(Clone, Debug, PartialEq)]
pub struct Graded {
    /// The pack of the words.
    pub pack: PackId,
    /// Which memory of them.
    pub skill: Skill,
    /// How well they were recalled.
    pub grade: Grade,
    /// Where.
    pub mode: Mode,
    /// The sitting, if one was open.
    pub sitting: Option<SittingId>,
    /// Time from showing to grading; 0 when an answer's record has it already.
    pub response_ms: u32,
    /// The words, as many as fit: see [`Graded::split`].
    pub words: Vec<WordKey>,
}

impl Graded {
    /// The most bytes of words that one record holds.
    const WORDS_MAX: usize = 180;

    /// The same in as many records as it needs.
    pub fn split(self) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut words: Vec<WordKey> = Vec::new();
        let mut bytes = 0;
        for word in &self.words {
            let more = word.as_str().len() + 3;
            if bytes + more > Self::WORDS_MAX && !words.is_empty() {
                parts.push(Self {
                    words: std::mem::take(&mut words),
                    ..self.clone()
                });
                bytes = 0;
            }
            bytes += more;
            words.push(word.clone());
        }
        if !words.is_empty() {
            parts.push(Self { words, ..self });
        }
        parts
    }
}

/// Records of one writer are taken back: they have no effect, wherever they stand. Undoing an undo is passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// Their writer.
    pub writer: WriterId,
    /// The first counter.
    pub from: u32,
    /// The last counter.
    pub to: u32,
}

impl Undone {
    /// Whether it takes this record back.
    pub fn takes_back(&self, id: &RecordId) -> bool {
        self.writer == id.writer && (self.from..=self.to).contains(&id.counter)
    }
}
