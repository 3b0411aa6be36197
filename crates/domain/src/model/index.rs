//! The index: what is shown before a lesson is opened.

use super::*;
use crate::ids::*;
use crate::translated::Tr;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The version of the compiled format that this code writes and reads.
pub const FORMAT: u32 = 1;

/// `index.json`: what is shown before a lesson is opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Index {
    /// Version of the compiled format.
    pub format: u32,
    /// The pack's identifier.
    pub id: PackId,
    /// The pack's own version, `major.minor.patch`.
    pub version: String,
    /// Language tags; the first is the fallback.
    pub languages: Vec<Rc<str>>,
    /// Level label, `A0` (kana), `A1`, …
    pub level: String,
    /// Title.
    pub title: Tr,
    /// One sentence about it.
    #[serde(default)]
    pub about: Tr,
    /// Who made it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// SPDX licence expression.
    pub license: String,
    /// Whether Japanese text puts spaces between phrases.
    #[serde(default)]
    pub spaces: bool,
    /// Whether it is a course with a path.
    #[serde(default)]
    pub course: bool,
    /// Place among the courses, smaller first.
    #[serde(default)]
    pub order: i32,
    /// Lessons in the order of their numbers.
    pub lessons: Vec<LessonEntry>,
    /// Tests across lessons.
    #[serde(default)]
    pub tests: Vec<TestEntry>,
    /// Can-do statements.
    #[serde(default)]
    pub can_dos: Vec<CanDo>,
    /// Certificates this pack can lead to.
    #[serde(default)]
    pub certificates: Vec<CertificateEntry>,
}

impl Index {
    /// The pack's first language, the fallback of every text.
    pub fn first_language(&self) -> &str {
        self.languages.first().map_or("id", AsRef::as_ref)
    }
}

/// A lesson in the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LessonEntry {
    /// Identifier, also the file name `lesson/<id>.json`.
    pub id: LessonId,
    /// Place in the course, from 1.
    pub number: u32,
    /// A situation or kana.
    pub kind: LessonKind,
    /// Title.
    pub title: Tr,
    /// Group on the path and on the certificate.
    #[serde(default)]
    pub section: Tr,
    /// Study time in minutes.
    pub minutes: u32,
    /// The steps it has, in order, each with its number of exercise items.
    pub steps: Vec<(StepKind, u32)>,
    /// Number of words to use and to recognise.
    pub words: u32,
}

/// What a lesson is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LessonKind {
    /// Characters of hiragana or katakana.
    Kana,
    /// A situation of life or work.
    Situation,
}

/// A test in the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TestEntry {
    /// Identifier, also the file name `test/<id>.json`.
    pub id: TestId,
    /// Title.
    pub title: Tr,
    /// Lessons it covers.
    pub lessons: Vec<LessonId>,
    /// Time for the whole test, in minutes.
    pub minutes: u32,
    /// Items in one form.
    pub items: u32,
    /// Its sections in order.
    pub sections: Vec<SectionEntry>,
    /// When it is passed.
    pub pass: Pass,
}

/// A section of a test in the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionEntry {
    /// Identifier.
    pub id: SectionId,
    /// Title.
    pub title: Tr,
    /// Items in one form.
    pub items: u32,
}

/// A passing rule: shares of right answers, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pass {
    /// Share of all items.
    pub total: f32,
    /// Share in each section (or, in a lesson's check, one right in each can-do).
    pub section: f32,
}

/// A can-do statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CanDo {
    /// Identifier.
    pub id: CanDoId,
    /// The lesson that leads to it.
    pub lesson: LessonId,
    /// Which skill it belongs to.
    pub skill: CanDoSkill,
    /// The statement.
    pub text: Tr,
}

/// The skill of a can-do, as course frameworks name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CanDoSkill {
    /// Saying.
    Speaking,
    /// Understanding what is heard.
    Listening,
    /// Understanding what is written.
    Reading,
    /// Writing.
    Writing,
    /// Characters and words.
    Vocabulary,
}

/// A certificate that a pack declares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CertificateEntry {
    /// Identifier.
    pub id: CertificateId,
    /// Title.
    pub title: Tr,
    /// Lessons whose checks must be passed.
    pub lessons: Vec<LessonId>,
    /// A test that must be passed too.
    #[serde(default)]
    pub test: Option<TestId>,
}
