//! Record v1 as a line of text: a JSON array that ends with the CRC-32 of what stands before it.
//!
//! `[1, profile, writer, counter, lamport, wall_ms, offset_min, mono_ms, kind, [payload…], "crc32"]`, without spaces.
//! `docs/records.md` names every cell. Reading passes over cells added later; a kind added later keeps its line.

mod read;
mod write;

pub(super) use read::decode;
pub(super) use write::encode;

use crate::kinds::{Outcome, Skill};
use crc::{CRC_32_ISO_HDLC, Crc, Table};
use std::fmt;

/// The version that this code writes, and the newest it reads.
pub const VERSION: u32 = 1;
/// The longest record, in bytes.
pub const RECORD_MAX: usize = 400;

const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);
/// `,"01234567"]`
const CLOSING: usize = 12;

/// Why a line is not a whole record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// It is not a record at all, or only a part of one.
    NotARecord,
    /// More than [`RECORD_MAX`] bytes.
    TooLong(usize),
    /// Written by a newer version of the app.
    Newer(u32),
    /// It was changed or damaged after it was written.
    Checksum,
    /// This field is missing or makes no sense.
    Field(&'static str),
}

impl RecordFault {
    /// A short code for lists and tests.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotARecord => "not-a-record",
            Self::TooLong(_) => "too-long",
            Self::Newer(_) => "newer",
            Self::Checksum => "checksum",
            Self::Field(_) => "field",
        }
    }
}

impl fmt::Display for RecordFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotARecord => f.write_str("not a record"),
            Self::TooLong(bytes) => write!(f, "{bytes} bytes, more than {RECORD_MAX}"),
            Self::Newer(version) => write!(f, "format {version}, newer than {VERSION}"),
            Self::Checksum => f.write_str("the checksum does not match"),
            Self::Field(name) => write!(f, "the field `{name}` makes no sense"),
        }
    }
}

const OUTCOMES: [Outcome; 3] = [Outcome::Right, Outcome::Slip, Outcome::Wrong];

fn outcome_code(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Right => "r",
        Outcome::Slip => "s",
        Outcome::Wrong => "w",
    }
}

fn skill_code(skill: Skill) -> &'static str {
    match skill {
        Skill::Recognise => "r",
        Skill::Recall => "p",
        Skill::Listen => "l",
    }
}

/// One character for each place shown: `0`–`9`, then `a`–`z`.
fn shown_text(shown: &[u8]) -> String {
    shown
        .iter()
        .filter_map(|place| char::from_digit(u32::from(*place), 36))
        .collect()
}

fn read_shown(text: &str) -> Result<Vec<u8>, RecordFault> {
    let place = |c: char| c.to_digit(36).and_then(|place| u8::try_from(place).ok());
    text.chars()
        .map(|c| place(c).ok_or(RecordFault::Field("shown")))
        .collect()
}

#[cfg(test)]
mod tests;
