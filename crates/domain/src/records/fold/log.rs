//! A learner's log on one device: the state, and which records the store has.
//!
//! A start reads the newest snapshot and the records that came after it; the whole log is read when there is no snapshot,
//! or when the store has other lines than the snapshot knows of. Invariants: a record counts as stored only when the store
//! has said so; nothing that is known is given up for a log that lacks it.

use super::*;
use crate::records::{Record, RecordFault, RecordId, decode_all};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Records after which a new snapshot is due.
const SNAPSHOT_EVERY: usize = 400;
/// Records after which a new mirror is due, when no sitting ends before: fewer than localStorage keeps of its own.
pub const MIRROR_EVERY: u64 = 100;

/// The whole log has to be read: snapshots cannot stand in for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedsLog;

/// A learner's log.
pub struct Log {
    ledger: Ledger,
    stored: Spans,
    /// Records that count and that the store has not acknowledged.
    pending: BTreeMap<RecordId, Record>,
    lost: Spans,
    aside: u32,
    newer: u32,
    generation: u64,
    /// What the newest snapshot knows as stored.
    kept: Option<Spans>,
    since_kept: usize,
}

impl Log {
    fn new(base: State, recall: Rc<dyn Recall>) -> Self {
        Self {
            ledger: Ledger::new(base, recall),
            stored: Spans::default(),
            pending: BTreeMap::new(),
            lost: Spans::default(),
            aside: 0,
            newer: 0,
            generation: 0,
            kept: None,
            since_kept: 0,
        }
    }

    /// Begins from a snapshot and the lines that came after it. `rows` is how many lines of the learner the store has.
    ///
    /// # Errors
    /// When the store has other lines than these, or one of these cannot be read.
    pub fn from_snapshot<'a>(
        kept: Kept,
        recent: impl IntoIterator<Item = &'a str>,
        rows: u64,
        recall: Rc<dyn Recall>,
    ) -> Result<Self, NeedsLog> {
        let (mut records, bad) = decode_all(recent);
        let stored = kept.stored();
        records.retain(|record| !stored.contains(record.id()));
        let mut fresh = Spans::default();
        records.iter().for_each(|record| fresh.add(record.id()));
        let accounted = stored.count() + u64::from(kept.header.aside) + fresh.count();
        if !bad.is_empty() || accounted != rows {
            return Err(NeedsLog);
        }
        let mut log = Self::new(kept.state, recall);
        (log.aside, log.generation) = (kept.header.aside, kept.header.generation);
        log.kept = Some(stored.clone());
        log.since_kept = records.len();
        log.stored = stored;
        log.stored.extend(&fresh);
        log.ledger.add(records);
        Ok(log)
    }

    /// Begins from the whole log. A state that knows of records which the log lacks stays below it: then these are lost
    /// but for what the state says of them.
    pub fn from_lines<'a>(
        lines: impl IntoIterator<Item = &'a str>,
        known: Option<State>,
        generation: u64,
        recall: Rc<dyn Recall>,
    ) -> Self {
        let (records, bad) = decode_all(lines);
        let mut stored = Spans::default();
        records.iter().for_each(|record| stored.add(record.id()));
        let more = known.filter(|state| state.covered.missing_from(&stored) > 0);
        let lacks = more.is_some();
        let mut log = Self::new(more.unwrap_or_default(), recall);
        log.stored = stored;
        log.aside = u32::try_from(bad.len()).unwrap_or(u32::MAX);
        let newer = bad
            .iter()
            .filter(|line| matches!(line.fault, RecordFault::Newer(_)));
        log.newer = u32::try_from(newer.count()).unwrap_or(u32::MAX);
        log.generation = generation;
        log.since_kept = records.len();
        if lacks {
            log.ledger.add(records);
        } else {
            // Refused only for a state that knows more, and there is none.
            let _ = log.ledger.refold(records);
        }
        log
    }

    /// The state now.
    pub fn now(&self) -> &Rc<State> {
        self.ledger.now()
    }

    /// The model of recall that grades are given to.
    pub fn recall(&self) -> &dyn Recall {
        self.ledger.recall()
    }

    /// The records that the store has.
    pub fn stored(&self) -> &Spans {
        &self.stored
    }

    /// The records that this store has or another one has given.
    pub fn here(&self) -> Spans {
        let mut here = self.stored.clone();
        self.pending.keys().for_each(|id| here.add(id));
        here
    }

    /// Records that another store has given and this one has not acknowledged.
    pub fn pending(&self) -> impl Iterator<Item = &Record> {
        self.pending.values()
    }

    /// Lines in the store that are damaged.
    pub fn damaged(&self) -> u32 {
        self.aside - self.newer
    }

    /// Some lines in the store were written by a newer version of the app.
    pub fn is_newer(&self) -> bool {
        self.newer > 0
    }

    /// Records that are known from a snapshot or mirror alone: what follows from them is here, they themselves are not.
    pub fn lost(&self) -> u64 {
        self.lost.count()
    }

    /// How many records a state knows of that are neither known here nor among those of the other store.
    pub fn misses(&self, state: &State, other: &[Record]) -> u64 {
        let mut here = self.ledger.now().covered.clone();
        other.iter().for_each(|record| here.add(record.id()));
        state.covered.missing_from(&here)
    }

    /// Adds records that another store has. Those that this store lacks are [`Log::pending`] until it acknowledges them.
    pub fn take(&mut self, mut records: Vec<Record>) {
        records.retain(|record| !self.stored.contains(record.id()));
        for record in &records {
            self.pending.insert(record.id().clone(), record.clone());
        }
        self.since_kept += self.ledger.add(records).new;
    }

    /// The store has these now.
    pub fn acknowledge<'a>(&mut self, ids: impl IntoIterator<Item = &'a RecordId>) {
        for id in ids {
            self.stored.add(id);
            self.pending.remove(id);
        }
        if !self.lost.is_empty() {
            self.lost = self.lost.minus(&self.stored);
        }
    }

    /// All that the other store has was taken: what is known and in neither is lost.
    pub fn settle(&mut self) {
        self.lost = self.ledger.now().covered.minus(&self.here());
    }

    /// Whether records stand before what the state was made of, so that the whole log has to be folded anew.
    pub fn needs_log(&self) -> bool {
        self.ledger.now().is_provisional() && self.lost.is_empty()
    }

    /// Folds the whole log and what the store does not have yet.
    pub fn refold<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        let (mut records, _) = decode_all(lines);
        records.extend(self.pending.values().cloned());
        // Refused when the log lacks something that is known: then the provisional state stays.
        let _ = self.ledger.refold(records);
    }

    /// Whether a new snapshot is worth its cost.
    pub fn snapshot_is_due(&self) -> bool {
        self.since_kept >= SNAPSHOT_EVERY
    }

    /// The next snapshot, and the stored records after it, which have to be found beside it.
    pub fn snapshot(&mut self) -> (Kept, Vec<Record>) {
        let (base, tail) = self.ledger.snapshot();
        let header = KeptHeader {
            generation: self.generation + 1,
            aside: self.aside,
            unstored: base.covered.minus(&self.stored),
        };
        let state = base.clone();
        let stored = |record: &&Record| self.stored.contains(record.id());
        let tail = tail.iter().filter(stored).cloned().collect();
        (Kept { header, state }, tail)
    }

    /// The store has this snapshot whole. Returns the records that neither slot needs beside it any more.
    pub fn kept(&mut self, kept: &Kept) -> Option<Spans> {
        self.generation = kept.header.generation;
        self.since_kept = 0;
        self.kept.replace(kept.stored())
    }
}
