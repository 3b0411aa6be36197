//! Snapshots: a state as text, so that a start need not fold the whole log. A cache, never the truth.
//!
//! A snapshot is `kakehashi-snapshot <format> <crc32>`, a line break, and JSON. The mirror is the same, deflated (by the
//! shell: the browser can) and packed for a store that counts in UTF-16 units, at most [`MIRROR_MAX`] of them.

use super::*;
use crate::day::Day;
use crate::kinds::Outcome;
use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// Raised whenever the fold gives another state for the same records: older snapshots are then folded anew.
pub const SNAPSHOT_FORMAT: u32 = 2;
/// The longest mirror, in UTF-16 units.
pub const MIRROR_MAX: usize = 64 * 1024;

const MAGIC: &str = "kakehashi-snapshot";
/// The first of the 32,768 characters of a mirror, all one UTF-16 unit and none a surrogate.
const UNIT_FIRST: u32 = 0x100;
pub(super) const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// Why a text is not a usable snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotFault {
    /// Not a snapshot, or only a part of one.
    NotASnapshot,
    /// Changed or damaged.
    Damaged,
    /// Made by another version of the fold.
    OtherFormat(u32),
}

impl State {
    /// The state as text.
    pub fn to_snapshot(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        format!(
            "{MAGIC} {SNAPSHOT_FORMAT} {:08x}\n{json}",
            CRC.checksum(json.as_bytes())
        )
    }

    /// The state of a snapshot.
    pub fn from_snapshot(text: &str) -> Result<Self, SnapshotFault> {
        let (head, json) = text.split_once('\n').ok_or(SnapshotFault::NotASnapshot)?;
        let mut head = head.split(' ');
        let (magic, format, sum) = (head.next(), head.next(), head.next());
        if magic != Some(MAGIC) {
            return Err(SnapshotFault::NotASnapshot);
        }
        let format: u32 = format
            .and_then(|text| text.parse().ok())
            .ok_or(SnapshotFault::NotASnapshot)?;
        if format != SNAPSHOT_FORMAT {
            return Err(SnapshotFault::OtherFormat(format));
        }
        if sum != Some(&format!("{:08x}", CRC.checksum(json.as_bytes()))) {
            return Err(SnapshotFault::Damaged);
        }
        serde_json::from_str(json).map_err(|_| SnapshotFault::Damaged)
    }

    /// The state without the least needed details, for a mirror that would be too long: which items were wrong in
    /// results, items that are known, days more than a year ago.
    pub fn lightened(&self, today: Day) -> Self {
        let mut state = self.clone();
        state
            .sittings
            .retain(|_, sitting| today.since(sitting.stamp.day()) <= 7);
        state
            .results
            .iter_mut()
            .for_each(|result| result.wrong.clear());
        state.days.retain(|day, _| today.since(*day) <= 366);
        for lesson in state
            .packs
            .values_mut()
            .flat_map(|pack| pack.lessons.values_mut())
        {
            if lesson.last.is_none_or(|last| today.since(last) > 30) {
                lesson
                    .items
                    .retain(|_, item| item.outcome == Outcome::Wrong);
            }
        }
        state
    }
}

/// Packs bytes (a snapshot that was deflated) into text for a store that counts in UTF-16 units: 15 bits a unit, after
/// one unit that says how many bits of the last one are filling.
pub fn pack_mirror(bytes: &[u8]) -> String {
    let unit = |bits: u32| char::from_u32(UNIT_FIRST + bits).unwrap_or(' ');
    let filling = (15 - bytes.len() * 8 % 15) % 15;
    let mut text = String::with_capacity(bytes.len() * 2);
    text.push(unit(filling as u32));
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        if bits >= 15 {
            bits -= 15;
            text.push(unit((held >> bits) & 0x7fff));
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        text.push(unit((held << (15 - bits)) & 0x7fff));
    }
    text
}

/// The bytes of a text that [`pack_mirror`] made.
pub fn unpack_mirror(text: &str) -> Result<Vec<u8>, SnapshotFault> {
    let mut units = text.chars().map(|c| {
        let bits = u32::from(c)
            .checked_sub(UNIT_FIRST)
            .filter(|bits| *bits < 1 << 15);
        bits.ok_or(SnapshotFault::NotASnapshot)
    });
    let filling = units.next().ok_or(SnapshotFault::NotASnapshot)??;
    let mut bytes = Vec::with_capacity(text.len());
    let (mut held, mut bits) = (0_u32, 0);
    for unit in units {
        held = (held << 15) | unit?;
        bits += 15;
        while bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    // What fills the last unit may look like a whole byte.
    if filling >= 8 {
        bytes.pop();
    }
    Ok(bytes)
}
