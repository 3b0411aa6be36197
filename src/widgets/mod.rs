//! Dumb parts: values in, elements out. They know nothing of study, recall or exams.
//!
//! A part without state of its own is a plain function: each component costs about 2.7 KB of gzipped wasm.

mod basics;
mod choices;
mod prose;
mod speaker;
mod text;

pub use basics::{icon, loading, picture};
pub use choices::choices;
pub use prose::{blocks, plain};
pub use speaker::{Speaker, silence};
pub use text::{Known, ja, rich, romaji, tr};
