//! A snapshot as a store keeps it: the state, and what the store had when it was made.
//!
//! `kakehashi-kept <crc32 of the rest>`, a line break, a header as JSON, a line break, the snapshot. A store has two slots
//! for them; the one that is read is the newest that is whole.

use super::snapshot::CRC;
use super::*;
use serde::{Deserialize, Serialize};

const MAGIC: &str = "kakehashi-kept";

/// A snapshot in a store.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What is said of it.
    pub header: KeptHeader,
    /// The state.
    pub state: State,
}

/// What a store says of a snapshot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptHeader {
    /// One more than that of the snapshot before. Even ones lie in the first slot, odd ones in the second.
    pub generation: u64,
    /// Lines of the learner that could not be read and lie in the store.
    pub aside: u32,
    /// Records that the state follows from and the store did not have: still on their way, or known from a mirror alone.
    pub unstored: Spans,
}

impl Kept {
    /// The records that the store had of those that the state follows from.
    pub fn stored(&self) -> Spans {
        self.state.covered.minus(&self.header.unstored)
    }

    /// As text.
    pub fn write(&self) -> String {
        // Names and numbers only: nothing in it can fail to be written.
        let header = serde_json::to_string(&self.header).unwrap_or_default();
        let rest = format!("{header}\n{}", self.state.to_snapshot());
        format!("{MAGIC} {:08x}\n{rest}", CRC.checksum(rest.as_bytes()))
    }

    /// What [`Kept::write`] wrote.
    ///
    /// # Errors
    /// When it is not whole, or another version of the fold made it.
    pub fn read(text: &str) -> Result<Self, SnapshotFault> {
        let (head, rest) = text.split_once('\n').ok_or(SnapshotFault::NotASnapshot)?;
        let sum = head
            .strip_prefix(MAGIC)
            .and_then(|sum| sum.strip_prefix(' '));
        let sum = sum.ok_or(SnapshotFault::NotASnapshot)?;
        if sum != format!("{:08x}", CRC.checksum(rest.as_bytes())) {
            return Err(SnapshotFault::Damaged);
        }
        let (header, snapshot) = rest.split_once('\n').ok_or(SnapshotFault::NotASnapshot)?;
        let header = serde_json::from_str(header).map_err(|_| SnapshotFault::Damaged)?;
        let state = State::from_snapshot(snapshot)?;
        Ok(Self { header, state })
    }

    /// The newest of several that is whole.
    pub fn newest<'a>(slots: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let whole = slots.into_iter().filter_map(|text| Self::read(text).ok());
        whole.max_by_key(|kept| kept.header.generation)
    }
}
