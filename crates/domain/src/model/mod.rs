//! A compiled pack as the app reads it: the index, the words, and one lesson or test at a time.
//!
//! These types are published: fields are only ever added, with a default. The source format is `docs/packs.md`.

mod index;
mod lesson;
mod pieces;
mod test;
mod word;

pub use index::*;
pub use lesson::*;
pub use pieces::*;
pub use test::*;
pub use word::*;
