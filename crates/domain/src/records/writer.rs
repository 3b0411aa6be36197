//! The writer of one tab: gives each new record its number and its place in the order.

use super::{Event, Place, Record, RecordFault, RecordId, Stamp, line};
use crate::ids::*;
use std::rc::Rc;

/// Stamps new records. One lives in each tab and for each learner; it is never saved.
#[derive(Debug)]
pub struct Writer {
    profile: ProfileId,
    id: WriterId,
    counter: u32,
    lamport: u64,
}

impl Writer {
    /// A writer for a new tab: `id` is made of eight random bytes (16 hexadecimal digits) and was never used before.
    pub fn new(profile: ProfileId, id: WriterId) -> Self {
        Self {
            profile,
            id,
            counter: 0,
            lamport: 0,
        }
    }

    /// The learner it writes for.
    pub fn profile(&self) -> &ProfileId {
        &self.profile
    }

    /// Its own identity.
    pub fn id(&self) -> &WriterId {
        &self.id
    }

    /// Takes note of a record from elsewhere (loaded, or from another tab): later ones come after it.
    pub fn observe(&mut self, lamport: u64) {
        self.lamport = self.lamport.max(lamport);
    }

    /// The next record. An answer or reason too long for a record is cut at a character; only a setting, name or list
    /// of words that cannot fit is refused.
    pub fn write(&mut self, stamp: Stamp, event: Event) -> Result<Record, RecordFault> {
        let place = Place {
            lamport: self.lamport + 1,
            id: RecordId {
                writer: self.id.clone(),
                counter: self.counter + 1,
            },
        };
        let (event, line) = line::encode(&self.profile, &place, &stamp, event)?;
        self.counter += 1;
        self.lamport += 1;
        let event = Rc::new(event);
        Ok(Record {
            profile: self.profile.clone(),
            place,
            stamp,
            event,
            line: line.into(),
        })
    }

    /// An identity for a sitting that this writer opens with its next record.
    pub fn next_sitting(&self) -> SittingId {
        let short: String = self.id.as_str().chars().take(8).collect();
        let id = format!("{short}-{}", self.counter + 1);
        id.parse()
            .unwrap_or_else(|_| unreachable!("hexadecimal digits, a hyphen and a number"))
    }
}
