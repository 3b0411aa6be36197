//! Dumb parts: props in, callbacks out. They know nothing of study, recall or exams.

mod basics;
mod ja;
mod prose;
mod speaker;

pub use basics::{Icon, Loading, Picture};
pub use ja::{JaText, Reader, Rich, TrText};
pub use prose::Blocks;
pub use speaker::Speaker;
