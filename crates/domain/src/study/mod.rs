//! Study: a step of a lesson, the check at its end, and reviews, as pure updates.
//!
//! Invariants: a session is a value; what happens gives the next session and the events to record, and nothing else
//! records an answer. Missed items come again before the end, at most [`REPEATS_MAX`] times. Order is drawn from a seed.

mod asked;
mod entry;
mod review;
mod session;
mod waiting;

pub(crate) use asked::Place;
pub use asked::{Asked, Given, answer_of_raw, grades, shown};
pub use entry::Entry;
pub use review::{Plan, WARM_UP_MAX, plan, warm_up};
pub use session::{Card, REPEATS_MAX, Screen, Session};
pub use waiting::{AtHand, Waiting};
