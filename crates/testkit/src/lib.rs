//! What the tests share: seeded luck, a clock that is moved by hand, a small course, a learner who studies it, and the
//! contract that every store of records keeps. Used by tests only.
//!
//! Invariants: no clock and no luck but those given; a failing test names the seed that shows the failure again.

mod clock;
pub mod contract;
mod course;
mod learner;
mod luck;
mod year;

pub use clock::FakeClock;
pub use course::Course;
pub use learner::Learner;
pub use luck::Luck;
pub use year::year;

/// An identifier written in a test.
///
/// # Panics
/// When it is none.
pub fn id<T: std::str::FromStr>(text: &str) -> T {
    text.parse()
        .unwrap_or_else(|_| panic!("`{text}` is not an id"))
}
