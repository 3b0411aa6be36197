//! Checks and tests: which items a form has, how long it takes, how it is scored and when it is passed.
//!
//! Invariants: shares are compared in whole numbers, so no rounding decides a pass; what a form holds comes from the
//! pack; every result of this app is provisional and says so.

mod score;

pub use score::{Score, Tally};
