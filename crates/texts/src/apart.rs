//! Areas that the app does not load with its first screen: each is a table of its own, with a type of its own.
//!
//! Invariant: plain `std` code, because the build script includes this file too.

/// Area and type. All other areas are one table together, which a page downloads at first.
pub const APART: [(&str, &str); 2] = [("findings", "FindingTexts"), ("tool", "ToolTexts")];
