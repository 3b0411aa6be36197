//! Sittings: what they are about, that they go on, how they end.

use super::{Mode, PackStamp};
use crate::ids::*;
use crate::model::StepKind;
use serde::{Deserialize, Serialize};

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
    /// How often its recording was played, where that is limited.
    pub plays: u8,
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
