//! What a record can say. Published: tags, fields and their order are never renamed or reused, only added at the end.

use super::RecordId;
use crate::ids::*;
use crate::kinds::{Outcome, Skill};
use crate::memory::Grade;
use crate::model::StepKind;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// An item was answered.
    Answered(Answered),
    /// Memory of some words was graded.
    Graded(Graded),
    /// Earlier records were taken back.
    Undone(Undone),
    /// A setting was chosen.
    Setting(Setting),
    /// A sitting began.
    Opened(Opened),
    /// A sitting goes on.
    Heartbeat(Heartbeat),
    /// A sitting ended.
    Closed(Closed),
    /// A certificate was issued.
    Certificate(Certificate),
    /// Progress was reset.
    Reset(Reset),
    /// A kind that this version does not know: kept and passed over.
    Unknown(Rc<str>),
}

/// The kinds of record, by their published tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// See [`Answered`].
    Answered,
    /// See [`Graded`].
    Graded,
    /// See [`Undone`].
    Undone,
    /// See [`Setting`].
    Setting,
    /// See [`Opened`].
    Opened,
    /// See [`Heartbeat`].
    Heartbeat,
    /// See [`Closed`].
    Closed,
    /// See [`Certificate`].
    Certificate,
    /// See [`Reset`].
    Reset,
}

impl EventKind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Answered,
        Self::Graded,
        Self::Undone,
        Self::Setting,
        Self::Opened,
        Self::Heartbeat,
        Self::Closed,
        Self::Certificate,
        Self::Reset,
    ];

    /// The tag in a record.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Graded => "graded",
            Self::Undone => "undone",
            Self::Setting => "setting",
            Self::Opened => "opened",
            Self::Heartbeat => "heartbeat",
            Self::Closed => "closed",
            Self::Certificate => "certificate",
            Self::Reset => "reset",
        }
    }
}

impl Event {
    /// The tag in a record.
    pub fn tag(&self) -> &str {
        let kind = match self {
            Self::Answered(_) => EventKind::Answered,
            Self::Graded(_) => EventKind::Graded,
            Self::Undone(_) => EventKind::Undone,
            Self::Setting(_) => EventKind::Setting,
            Self::Opened(_) => EventKind::Opened,
            Self::Heartbeat(_) => EventKind::Heartbeat,
            Self::Closed(_) => EventKind::Closed,
            Self::Certificate(_) => EventKind::Certificate,
            Self::Reset(_) => EventKind::Reset,
            Self::Unknown(tag) => return tag,
        };
        kind.tag()
    }
}

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

/// A setting was chosen. Keys are listed in `docs/records.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What, at most 90 bytes.
    pub key: Rc<str>,
    /// The value, at most 120 bytes.
    pub value: Rc<str>,
}

impl Setting {
    /// A setting of that name.
    pub fn new(key: &str, value: &str) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }

    /// A step of a lesson was finished.
    pub fn step_done(pack: &PackId, lesson: &LessonId, step: StepKind) -> Self {
        Self::new(&format!("step/{pack}/{lesson}/{}", step.as_str()), "done")
    }

    /// The learner's own rating of a can-do, 1 (not yet) to 3 (surely).
    pub fn rating(pack: &PackId, can_do: &CanDoId, rating: u8) -> Self {
        Self::new(&format!("rating/{pack}/{can_do}"), &rating.to_string())
    }
}

/// When a check or test is passed, in whole per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Of all items.
    pub total_pct: u8,
    /// Of each section of a test; in a check 0, where one right in each can-do is asked.
    pub each_pct: u8,
}

/// What a sitting is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Activity {
    /// A step of a lesson.
    Lesson {
        /// Of which pack.
        pack: PackStamp,
        /// Which lesson.
        lesson: LessonId,
        /// Which step.
        step: StepKind,
    },
    /// The check of a lesson.
    Check {
        /// Of which pack.
        pack: PackStamp,
        /// Which lesson.
        lesson: LessonId,
        /// Which form.
        form: FormId,
        /// When it is passed.
        rule: Rule,
    },
    /// A test across lessons.
    Test {
        /// Of which pack.
        pack: PackStamp,
        /// Which test.
        test: TestId,
        /// Which form.
        form: FormId,
        /// When it is passed.
        rule: Rule,
        /// Its time; 0 is without limit.
        limit_secs: u32,
    },
    /// A review of due cards.
    Review,
    /// Ear training.
    Ear,
}

impl Activity {
    /// The mode of its answers.
    pub fn mode(&self) -> Mode {
        match self {
            Self::Lesson { .. } => Mode::Lesson,
            Self::Check { .. } => Mode::Check,
            Self::Test { .. } => Mode::Test,
            Self::Review => Mode::Review,
            Self::Ear => Mode::Ear,
        }
    }

    /// The pack it belongs to, if it belongs to one.
    pub fn pack(&self) -> Option<&PackStamp> {
        match self {
            Self::Lesson { pack, .. } | Self::Check { pack, .. } | Self::Test { pack, .. } => {
                Some(pack)
            }
            Self::Review | Self::Ear => None,
        }
    }

    /// The form it takes, if it has forms.
    pub fn form(&self) -> Option<FormId> {
        match self {
            Self::Check { form, .. } | Self::Test { form, .. } => Some(*form),
            Self::Lesson { .. } | Self::Review | Self::Ear => None,
        }
    }
}

/// A sitting began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Which sitting.
    pub sitting: SittingId,
    /// What it is about.
    pub activity: Activity,
    /// What its order is drawn from.
    pub seed: u32,
    /// How many items it has.
    pub items: u16,
}

/// A sitting goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heartbeat {
    /// Which sitting.
    pub sitting: SittingId,
    /// Active time since it began.
    pub active_ms: u32,
    /// The item in sight, from 0.
    pub at: u16,
}

/// How a sitting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum End {
    /// Everything was done.
    Finished,
    /// The time was over. It counts as finished.
    TimeUp,
    /// The learner left. It gives no result.
    Left,
}

impl End {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Finished, Self::TimeUp, Self::Left];

    /// The word in a record.
    pub fn code(self) -> &'static str {
        match self {
            Self::Finished => "done",
            Self::TimeUp => "time",
            Self::Left => "left",
        }
    }
}

/// A sitting ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Which sitting.
    pub sitting: SittingId,
    /// How.
    pub end: End,
    /// Active time since it began.
    pub active_ms: u32,
}

/// A certificate was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its own number, as printed.
    pub serial: Rc<str>,
    /// The certificate of the pack.
    pub certificate: CertificateId,
    /// The pack.
    pub pack: PackStamp,
    /// The name on it, at most 120 bytes.
    pub name: Rc<str>,
    /// The beginning of the SHA-256 of its content.
    pub hash: Rc<str>,
}

/// Progress was reset: nothing that stands before it counts, but settings of the person stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reset {
    /// Of this pack only.
    pub pack: Option<PackId>,
}

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
