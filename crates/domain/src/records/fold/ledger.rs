//! The ledger of a learner in memory: a state, and the last records again on top of an older one.
//!
//! Most records come last and are applied at once. One that stands among the last hundreds (another tab, an undo) costs
//! folding these anew. One that stands before them needs the whole log, which the store brings.

use super::*;
use crate::records::{Event, Record};
use std::rc::Rc;

/// Records kept for taking back and for putting late ones in their place.
const TAIL_KEPT: usize = 200;
/// The tail is shortened to [`TAIL_KEPT`] when it grows past this.
const TAIL_MAX: usize = 600;

/// What came of adding records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Records that count now.
    pub new: usize,
    /// Records that were there already.
    pub known: usize,
    /// Whether some stand before what is held here: the whole log has to be given to [`Ledger::refold`].
    pub needs_log: bool,
}

/// The log that was given lacks records that the present state follows from; folding it would lose them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingRecords(pub u64);

/// The state of one learner with what is needed to add records in any order.
pub struct Ledger {
    recall: Rc<dyn Recall>,
    base: State,
    tail: Vec<Record>,
    now: Rc<State>,
}

impl Ledger {
    /// Begins with nothing, or with a snapshot.
    pub fn new(base: State, recall: Rc<dyn Recall>) -> Self {
        let now = Rc::new(base.clone());
        Self {
            recall,
            base,
            tail: Vec::new(),
            now,
        }
    }

    /// The state now.
    pub fn now(&self) -> &Rc<State> {
        &self.now
    }

    /// The model of recall that grades are given to.
    pub fn recall(&self) -> &dyn Recall {
        &*self.recall
    }

    /// Adds records in any order, any number of times.
    pub fn add(&mut self, records: impl IntoIterator<Item = Record>) -> Added {
        let mut added = Added::default();
        let mut again = false;
        let mut records: Vec<Record> = records.into_iter().collect();
        records.sort_by(|a, b| a.place.cmp(&b.place));
        for record in records {
            // The state is cloned here when a screen still shows the one before.
            match Rc::make_mut(&mut self.now).apply(&record, &*self.recall) {
                Applied::Known => {
                    added.known += 1;
                    continue;
                }
                Applied::New => self.tail.push(record),
                Applied::Early | Applied::TakesBack => {
                    added.needs_log |= !self.insert(record);
                    again = true;
                }
            }
            added.new += 1;
        }
        if again {
            self.fold_tail();
        }
        if self.tail.len() > TAIL_MAX {
            self.shorten();
        }
        added
    }

    /// Puts a record into the tail. False if what it changes stands before the tail.
    fn insert(&mut self, record: Record) -> bool {
        let base = &mut self.base;
        let takes_back_base = match &*record.event {
            Event::Undone(undone) => base.covered.touches(&undone.writer, undone.from, undone.to),
            Event::Answered(_)
            | Event::Graded(_)
            | Event::Setting(_)
            | Event::Opened(_)
            | Event::Heartbeat(_)
            | Event::Closed(_)
            | Event::Certificate(_)
            | Event::Reset(_)
            | Event::Unknown(_) => false,
        };
        let before_tail = base
            .frontier
            .as_ref()
            .is_some_and(|frontier| record.place < *frontier);
        if before_tail || takes_back_base {
            base.apply_late(&record, &*self.recall);
        } else {
            let at = self
                .tail
                .partition_point(|other| other.place < record.place);
            self.tail.insert(at, record);
        }
        !(before_tail || takes_back_base)
    }

    fn fold_tail(&mut self) {
        self.now = Rc::new(fold_onto(
            self.base.clone(),
            self.tail.iter().cloned(),
            &*self.recall,
        ));
    }

    /// Moves the older part of the tail into the base.
    fn shorten(&mut self) {
        let older = self.tail.len().saturating_sub(TAIL_KEPT);
        let kept = self.tail.split_off(older);
        for record in &kept {
            if let Event::Undone(undone) = &*record.event {
                self.base
                    .undone
                    .insert(&undone.writer, undone.from, undone.to);
            }
        }
        let older = std::mem::replace(&mut self.tail, kept);
        self.base = fold_onto(std::mem::take(&mut self.base), older, &*self.recall);
    }

    /// Folds the whole log anew. Refused if it lacks records that are in the state now, so that a log that was not
    /// read to its end never replaces what is known.
    pub fn refold(&mut self, log: Vec<Record>) -> Result<(), MissingRecords> {
        let mut given = Spans::default();
        for record in &log {
            given.add(record.id());
        }
        let missing = self.now.covered.missing_from(&given);
        if missing > 0 {
            return Err(MissingRecords(missing));
        }
        let mut records = log;
        records.sort_by(|a, b| (&a.place, a.encode()).cmp(&(&b.place, b.encode())));
        records.dedup_by(|a, b| a.id() == b.id());
        self.base = State::default();
        self.tail = records;
        self.shorten();
        self.fold_tail();
        Ok(())
    }

    /// The state to save as a snapshot: as of some records ago, so that those can still be taken back after a restart;
    /// and the records after it, which have to be added again.
    pub fn snapshot(&mut self) -> (&State, &[Record]) {
        self.shorten();
        (&self.base, &self.tail)
    }
}
