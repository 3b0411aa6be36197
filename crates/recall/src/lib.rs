//! FSRS-6 behind domain's trait of recall.
