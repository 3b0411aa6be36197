//! The rules of learning, pure: text with ruby, what a pack holds, grading, memory, study, tests, records.
//!
//! Invariants: no browser, file, network, clock or luck (today, now and seed are arguments); grading, scheduling and
//! scoring exist once, here; only `model`, `kinds` and `records` are serialized.

pub mod certificate;
pub mod day;
pub mod exam;
pub mod furigana;
pub mod ids;
pub mod kinds;
pub mod memory;
pub mod model;
pub mod records;
pub mod shuffle;
pub mod study;
pub mod text;
pub mod translated;
pub mod typed;
