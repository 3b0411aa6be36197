//! A lesson: its steps and what they hold.

use super::*;
use crate::ids::*;
use crate::kinds::Exercise;
use crate::text::Inline;
use crate::translated::Tr;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

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
