//! From the sources of a lesson pack to a checked, compiled pack and findings.
//!
//! Invariants: reading never panics and never stops at the first fault; no file system, network or clock: bytes in,
//! bytes and findings out. The source format is `docs/packs.md`.

mod compile;
mod finding;
mod ids;
mod reason;
mod rules;
mod say;
mod source;
mod wrong;

pub use compile::CompiledPack;
pub use finding::{Finding, Severity};
pub use ids::write_missing_ids;
pub use say::Said;
pub use source::Source;
#[cfg(feature = "schema")]
pub use source::schemas;
pub use wrong::{Code, Wrong};

use std::collections::BTreeMap;

/// The files of a pack folder by their path within it (`/` between folders).
pub type Files = BTreeMap<String, Vec<u8>>;

/// Reads and checks a pack folder. The pack is there only when no finding is an error.
pub fn compile_folder(
    files: &Files,
    known_pictures: &[&str],
) -> (Option<CompiledPack>, Vec<Finding>) {
    let mut findings = Vec::new();
    let source = Source::read(files, &mut findings);
    if let Some(source) = &source {
        rules::check(source, known_pictures, &mut findings);
    }
    finding::finish(
        &mut findings,
        source.as_ref().map_or(&[], |source| &source.silences),
    );
    let failed = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    let compiled = source
        .filter(|_| !failed)
        .map(|source| compile::compile(&source, files));
    (compiled, findings)
}
