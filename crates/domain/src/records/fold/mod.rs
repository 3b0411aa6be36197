//! The fold: what follows from a learner's records. Everything the app shows of a learner comes from here.
//!
//! Laws, each with its test: any order and any duplication of records gives the same state; a snapshot and the records
//! after it give the same state as all records; a record taken back has no effect; a clock that lies changes days, never
//! order.

mod apply;
mod ask;
mod kept;
mod ledger;
mod log;
mod snapshot;
mod spans;
mod state;

pub use apply::Applied;
pub use ask::{DueUnit, Standing};
pub use kept::{Kept, KeptHeader};
pub use ledger::{Added, Ledger, MissingRecords};
pub use log::{Log, MIRROR_EVERY, NeedsLog};
pub use snapshot::{MIRROR_MAX, SNAPSHOT_FORMAT, SnapshotFault, pack_mirror, unpack_mirror};
pub use spans::Spans;
pub use state::*;

use super::{Event, Record};
use crate::memory::Recall;

/// Folds a set of records: the order and the number of times they are given do not matter.
pub fn fold(records: impl IntoIterator<Item = Record>, recall: &dyn Recall) -> State {
    fold_onto(State::default(), records, recall)
}

/// Folds records onto a state that stands before all of them.
pub(crate) fn fold_onto(
    mut state: State,
    records: impl IntoIterator<Item = Record>,
    recall: &dyn Recall,
) -> State {
    let mut records: Vec<Record> = records.into_iter().collect();
    records.sort_by(|a, b| (&a.place, a.encode()).cmp(&(&b.place, b.encode())));
    for record in &records {
        if let Event::Undone(undone) = &*record.event {
            state.undone.insert(&undone.writer, undone.from, undone.to);
        }
    }
    for record in &records {
        state.apply(record, recall);
    }
    state
}

#[cfg(test)]
mod tests;
