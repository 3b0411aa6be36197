//! A compiled pack as the app reads it: the index, the words, and one lesson or test at a time.
//!
//! These types are published: fields are only ever added, with a default. The source format is `docs/packs.md`.

use crate::ids::*;
use crate::kinds::Exercise;
use crate::text::{Inline, Ja};
use crate::translated::Tr;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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
pub struct Pass {
    /// Share of all items.
    pub total: f32,
    /// Share in each section (or, in a lesson's check, one right in each can-do).
    pub section: f32,
}

/// A can-do statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// `lesson/<id>.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// Identifier.
    pub id: LessonId,
    /// Place in the course, from 1.
    pub number: u32,
    /// A situation or kana.
    pub kind: LessonKind,
    /// Title.
    pub title: Tr,
    /// Level label.
    pub level: String,
    /// Study time in minutes.
    pub minutes: u32,
    /// The steps it has, in order.
    pub steps: Vec<Step>,
}

impl Lesson {
    /// The step of this kind, if the lesson has it.
    pub fn step(&self, kind: StepKind) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == kind)
    }

    /// Every exercise of every step.
    pub fn exercises(&self) -> impl Iterator<Item = &Rc<Exercise>> {
        self.steps.iter().flat_map(Step::exercises)
    }
}

/// One of the ten steps of a lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Which one.
    pub kind: StepKind,
    /// Its heading.
    pub title: Tr,
    /// What it holds, in order.
    pub pieces: Vec<Piece>,
}

impl Step {
    /// Its exercises in order.
    pub fn exercises(&self) -> impl Iterator<Item = &Rc<Exercise>> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Exercise(exercise) => Some(exercise),
            Piece::Prose(_)
            | Piece::Dialogue(_)
            | Piece::Words(_)
            | Piece::Kanji(_)
            | Piece::Kana(_) => None,
        })
    }
}

/// The kinds of step, in the order of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// What the learner will be able to do.
    Goals,
    /// The scene.
    Scene,
    /// Listen for gist, then detail.
    Listen,
    /// Find the form in the script.
    Notice,
    /// Words and kanji.
    Words,
    /// Grammar notes.
    Grammar,
    /// Practice.
    Practice,
    /// Do it.
    Do,
    /// Life in Japan.
    Tip,
    /// The can-do check.
    Check,
}

impl StepKind {
    /// All of them in order.
    pub const ALL: [Self; 10] = [
        Self::Goals,
        Self::Scene,
        Self::Listen,
        Self::Notice,
        Self::Words,
        Self::Grammar,
        Self::Practice,
        Self::Do,
        Self::Tip,
        Self::Check,
    ];

    /// The name in braces after the heading, also used in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Scene => "scene",
            Self::Listen => "listen",
            Self::Notice => "notice",
            Self::Words => "words",
            Self::Grammar => "grammar",
            Self::Practice => "practice",
            Self::Do => "do",
            Self::Tip => "tip",
            Self::Check => "check",
        }
    }

    /// The step of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Something in a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// Text by language.
    Prose(Rc<Prose>),
    /// A conversation.
    Dialogue(Rc<Dialogue>),
    /// Words of the lesson.
    Words(Rc<WordList>),
    /// Kanji of the lesson.
    Kanji(Rc<Vec<Kanji>>),
    /// Characters of a kana lesson.
    Kana(Rc<Vec<KanaCard>>),
    /// An exercise.
    Exercise(Rc<Exercise>),
}

/// Text by language tag; the pack's first language is always there.
pub type Prose = BTreeMap<Rc<str>, Vec<Block>>;

/// A block of prose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading within the step.
    Heading(Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; each item is a sequence of blocks.
    List {
        /// Numbered.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A table; the first row is the head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A quotation, shown as a note.
    Quote(Vec<Block>),
    /// A picture of the app.
    Picture {
        /// Its name.
        icon: Rc<str>,
        /// What it shows, for those who do not see it.
        alt: Rc<str>,
    },
}

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

/// `test/<id>.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Test {
    /// Identifier.
    pub id: TestId,
    /// Title.
    pub title: Tr,
    /// Level label.
    pub level: String,
    /// Time for the whole test, in minutes.
    pub minutes: u32,
    /// When it is passed.
    pub pass: Pass,
    /// Its sections in order.
    pub sections: Vec<Section>,
}

/// A section of a test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Identifier.
    pub id: SectionId,
    /// Title.
    pub title: Tr,
    /// All its exercises of all forms.
    pub exercises: Vec<Rc<Exercise>>,
}
