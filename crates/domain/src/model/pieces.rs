//! What stands in a step besides prose and exercises: conversations, words, kanji, kana.

use crate::ids::*;
use crate::text::Ja;
use crate::translated::Tr;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dialogue {
    /// Identifier.
    pub id: ItemId,
    /// Title.
    #[serde(default)]
    pub title: Tr,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// What they say.
    pub lines: Vec<Line>,
}

/// Somebody who speaks in a dialogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// The name used before the lines.
    pub name: Rc<str>,
    /// The name as shown.
    #[serde(default)]
    pub ja: Ja,
    /// Which voice speaks.
    #[serde(default)]
    pub voice: Voice,
}

/// A voice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// A woman's voice.
    #[default]
    Female,
    /// A man's voice.
    Male,
}

/// A spoken line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Identifier within its dialogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PartId>,
    /// Who speaks: a name of the dialogue's speakers, or free text in a listening exercise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Rc<str>>,
    /// What is said.
    pub ja: Ja,
    /// Reading with accent by phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yomi: Option<Rc<str>>,
    /// Which voice speaks.
    #[serde(default)]
    pub voice: Voice,
    /// What it means.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub tr: Tr,
    /// A recording in the pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<Rc<str>>,
}

/// The words a step presents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WordList {
    /// To use.
    #[serde(default, rename = "use")]
    pub to_use: Vec<WordKey>,
    /// To recognise.
    #[serde(default, rename = "know")]
    pub to_know: Vec<WordKey>,
}

/// A kanji met inside a word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kanji {
    /// The character.
    pub kanji: Rc<str>,
    /// The word it stands in.
    pub word: WordKey,
    /// Its reading in that word.
    pub reading: Rc<str>,
    /// Its meaning.
    pub gloss: Tr,
    /// A way to remember it.
    #[serde(default)]
    pub mnemonic: Tr,
}

/// A character of a kana lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KanaCard {
    /// The word (with `pos` = kana) that holds the character.
    pub key: WordKey,
    /// A way to remember its shape.
    #[serde(default)]
    pub mnemonic: Tr,
    /// A note on its sound or its look-alikes.
    #[serde(default)]
    pub note: Tr,
    /// A word that contains it.
    #[serde(default)]
    pub example: Option<WordKey>,
}
