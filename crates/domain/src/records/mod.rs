//! Records: what a learner did, one stored event a line, and what follows from them.
//!
//! The format is `docs/records.md`. Invariants: a record is never changed and never dropped; its line is its truth, so
//! what was read is written back byte for byte; state is a pure fold over the *set* of records, ordered by (lamport,
//! writer, counter); nothing here reads a clock.

pub mod backup;
mod event;
pub mod fold;
mod line;
mod row;
mod writer;

pub use event::*;
pub use line::{RECORD_MAX, RecordFault, VERSION};
pub use writer::Writer;

use crate::day::Day;
use crate::ids::*;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A moment, as the device tells it. The wall clock may lie: the order of records never depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds since 1970 in UTC.
    pub wall_ms: i64,
    /// Offset of local time from UTC in minutes, positive to the east.
    pub offset_min: i16,
    /// Milliseconds on a clock that is never set (since the page was opened).
    pub mono_ms: u64,
}

impl Stamp {
    /// The day of study it belongs to.
    pub fn day(&self) -> Day {
        Day::of(self.wall_ms, self.offset_min)
    }
}

/// Which record: no two records share it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordId {
    /// The tab that wrote it.
    pub writer: WriterId,
    /// Its number within that tab, from 1.
    pub counter: u32,
}

/// The place of a record in the order that every device agrees on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// One more than the highest its writer had seen.
    pub lamport: u64,
    /// Which record.
    pub id: RecordId,
}

/// One stored event. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The learner.
    pub profile: ProfileId,
    /// Its place in the order, with its identity.
    pub place: Place,
    /// When it happened, as the device tells it.
    pub stamp: Stamp,
    /// What happened.
    pub event: Rc<Event>,
    line: Rc<str>,
}

impl Record {
    /// Reads a line. A fault says what is wrong with it; such a line goes to quarantine, it is never dropped.
    pub fn decode(line: &str) -> Result<Self, RecordFault> {
        line::decode(line.trim_end_matches(['\r', '\n']))
    }

    /// The line that was read or will be stored: at most [`RECORD_MAX`] bytes, without a line break.
    pub fn encode(&self) -> &str {
        &self.line
    }

    /// Which record.
    pub fn id(&self) -> &RecordId {
        &self.place.id
    }
}

/// A line that is not a whole record. It is kept, counted and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The line as it was found.
    pub line: Rc<str>,
    /// What is wrong with it.
    pub fault: RecordFault,
}

/// Sorts lines into records and quarantine. Nothing is lost: each line ends in one of the two.
pub fn decode_all<'a>(lines: impl IntoIterator<Item = &'a str>) -> (Vec<Record>, Vec<Quarantined>) {
    let (mut records, mut quarantine) = (Vec::new(), Vec::new());
    for line in lines {
        match Record::decode(line) {
            Ok(record) => records.push(record),
            Err(fault) => quarantine.push(Quarantined {
                line: line.into(),
                fault,
            }),
        }
    }
    (records, quarantine)
}
