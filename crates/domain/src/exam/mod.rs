//! Checks and tests: which items a form has, how long it takes, how it is scored and when it is passed.
//!
//! Invariants: shares are compared in whole numbers, so no rounding decides a pass; what a form holds comes from the
//! pack; a section that was finished is never opened again; the results of tests are provisional and say so.

mod clock;
mod form;
mod score;
mod sitting;

pub use clock::{Clock, LAST_MINUTES_SECS};
pub use form::{Form, FormSection};
pub use score::{Hearing, Score, Tally};
pub use sitting::{Exam, ItemState, PLAYS_MAX};
