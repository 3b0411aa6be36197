//! The words of a pack.

use crate::ids::*;
use crate::text::Ja;
use crate::translated::Tr;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// `words.json`: every word of the pack in the order of its source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub Vec<Word>);

/// A word, set phrase or kana character.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// Identifier.
    pub key: WordKey,
    /// As written.
    pub ja: Ja,
    /// The whole reading in kana.
    pub reading: Rc<str>,
    /// Number of the accented mora, 0 = flat. None for phrases with `yomi`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accent: Option<u8>,
    /// Reading with accent by phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yomi: Option<Rc<str>>,
    /// Part of speech, one of `docs/packs.md`'s list.
    pub pos: Rc<str>,
    /// The lesson that teaches it.
    pub lesson: LessonId,
    /// To use, or only to recognise.
    #[serde(rename = "use")]
    pub role: Role,
    /// Short meaning.
    pub gloss: Tr,
    /// A helpful sentence.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub note: Tr,
    /// An example sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Example>,
    /// A picture of the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<Rc<str>>,
    /// A recording in the pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<Rc<str>>,
}

impl Word {
    /// Whether this is a character of a kana lesson.
    pub fn is_kana(&self) -> bool {
        &*self.pos == "kana"
    }
}

/// How well a word is to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Learn to say it.
    Use,
    /// Learn to recognise it.
    Know,
}

/// A sentence and its translation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// The sentence.
    pub ja: Ja,
    /// What it means.
    #[serde(default)]
    pub tr: Tr,
}
