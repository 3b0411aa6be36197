//! The stories: weeks of study, damaged stores, a year of use, in one native binary.

mod accidents;
mod device;
mod long_use;
mod second_learner;
mod six_weeks;
mod stores;
