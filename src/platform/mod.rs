//! The only room that names the browser: clock, stores, files, sound, the page itself.
//!
//! Everything here is a thin, typed door; no rule of learning lives behind it.

pub mod boot;
pub mod clock;
pub mod dialog;
pub mod dom;
pub mod fetch;
pub mod file;
pub mod json;
pub mod keep;
pub mod learners;
pub mod link;
pub mod local;
pub mod packs;
pub mod press;
pub mod speech;
pub mod update;
