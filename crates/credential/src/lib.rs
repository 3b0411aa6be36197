//! Certificates: their content and its hash, the JSON file, the PDF. Signatures of centres come later.
//!
//! Invariants: no browser, file, network, clock or luck: days, random bytes and the font are arguments. A self-study
//! record says in every form what it is not. `docs/certificates.md` describes the shapes.
//!
//! The PDF is written with `krilla`. Measured on Rust 1.95, `opt-level = "z"`, fat LTO, gzip -9, with one page, text
//! and a rectangle: krilla 0.8 without its default features 435 KB (tags, PDF/A-3a and PDF/UA-1 checked while
//! writing, attachments); `pdf-writer` 0.15 with `subsetter` 0.2 and `ttf-parser` 98 KB, with all of that still to be
//! written by hand. All of this crate with serde_json is 497 KB; a PDF is 45 to 100 KB. The program is loaded only when
//! a certificate is wanted, beside a font of 3.3 MB, and a document that is filed has to be archival and readable aloud:
//! so krilla. It stands on the other two and is what Typst exports with. Glyphs are placed here, one a character, which
//! spares its text shaper.

pub mod content;
pub mod file;
mod name;
mod pdf;
mod serial;
mod wording;

pub use content::{Content, Grade, Issue};
pub use name::{NAME_MAX, Name, NameFault};
pub use pdf::{Fault, missing_glyphs, pdf};
pub use serial::serial;
pub use wording::{LANGUAGES, Wording};
