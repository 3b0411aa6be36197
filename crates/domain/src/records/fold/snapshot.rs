//! Snapshots: a state as text, so that a start need not fold the whole log. A cache, never the truth.
//!
//! A snapshot is `kakehashi-snapshot <format> <crc32>`, a line break, and JSON. The mirror is the same for a store that
//! counts in UTF-16 units: two characters of ASCII in each unit, at most [`MIRROR_MAX`] units.

use super::*;
use crate::day::Day;
use crate::kinds::Outcome;
use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// Raised whenever the fold gives another state for the same records: older snapshots are then folded anew.
pub const SNAPSHOT_FORMAT: u32 = 1;
/// The longest mirror, in UTF-16 units.
pub const MIRROR_MAX: usize = 64 * 1024;

const MAGIC: &str = "kakehashi-snapshot";
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

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

    /// The mirror: the state as of `today`, without the least needed details where it would be too long.
    pub fn to_mirror(&self, today: Day) -> String {
        let mut state = self.clone();
        let mut text = pack_ascii(&state.to_snapshot());
        for lighten in [forget_answers, forget_known_items, forget_old_days] {
            if text.encode_utf16().count() <= MIRROR_MAX {
                break;
            }
            lighten(&mut state, today);
            text = pack_ascii(&state.to_snapshot());
        }
        text
    }

    /// The state of a mirror.
    pub fn from_mirror(text: &str) -> Result<Self, SnapshotFault> {
        Self::from_snapshot(&unpack_ascii(text)?)
    }
}

/// Open sittings older than a week, and which items were wrong in results.
fn forget_answers(state: &mut State, today: Day) {
    state
        .sittings
        .retain(|_, sitting| today.since(sitting.stamp.day()) <= 7);
    state
        .results
        .iter_mut()
        .for_each(|result| result.wrong.clear());
}

/// Items that are not missed, of lessons untouched for a month.
fn forget_known_items(state: &mut State, today: Day) {
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
}

/// Days more than a year ago.
fn forget_old_days(state: &mut State, today: Day) {
    state.days.retain(|day, _| today.since(*day) <= 366);
}

/// Two characters of ASCII in one of the first 16,384 code points; other characters are escaped as JSON does.
fn pack_ascii(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            ascii.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                ascii.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    let pair = |pair: &[u8]| {
        let (a, b) = (u32::from(pair[0]), u32::from(*pair.get(1).unwrap_or(&0)));
        char::from_u32(a | (b << 7)).unwrap_or(' ')
    };
    // The checksum is that of the JSON as it reads now.
    let json = ascii.split_once('\n').map_or("", |(_, json)| json);
    let head = format!(
        "{MAGIC} {SNAPSHOT_FORMAT} {:08x}\n",
        CRC.checksum(json.as_bytes())
    );
    format!("{head}{json}")
        .as_bytes()
        .chunks(2)
        .map(pair)
        .collect()
}

fn unpack_ascii(text: &str) -> Result<String, SnapshotFault> {
    let mut ascii = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        let unit = u32::from(c);
        if unit >= 1 << 14 {
            return Err(SnapshotFault::NotASnapshot);
        }
        for byte in [unit & 127, unit >> 7] {
            if let Some(c) = char::from_u32(byte).filter(|c| *c != '\0') {
                ascii.push(c);
            }
        }
    }
    Ok(ascii)
}
