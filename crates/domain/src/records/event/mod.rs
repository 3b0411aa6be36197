//! What a record can say. Published: tags, fields and their order are never renamed or reused, only added at the end.

mod answers;
mod choices;
mod sittings;

pub use answers::*;
pub use choices::*;
pub use sittings::*;

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
