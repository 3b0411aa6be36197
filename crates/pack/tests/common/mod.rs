//! The specimen pack of `tests/packs`, read into memory.

#![allow(
    dead_code,
    reason = "each test binary uses its own part of what is shared here"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The pictures that the specimen may name.
pub const PICTURES: [&str; 1] = ["house"];

/// A path from the top of the workspace.
pub fn top(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

/// Every file below a folder of the workspace, by its path within that folder.
pub fn folder(path: &str) -> pack::Files {
    let mut files = BTreeMap::new();
    collect(&top(path), "", &mut files);
    assert!(!files.is_empty(), "{path} holds no files");
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut pack::Files) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
}

/// The sources of the specimen.
pub fn specimen() -> pack::Files {
    folder("tests/packs/specimen-v1")
}

/// A file of a pack as text.
pub fn text<'a>(files: &'a pack::Files, name: &str) -> &'a str {
    let bytes = files
        .get(name)
        .unwrap_or_else(|| panic!("{name} is missing"));
    std::str::from_utf8(bytes).unwrap()
}
