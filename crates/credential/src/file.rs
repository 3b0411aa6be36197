//! A certificate as a JSON file: `kakehashi-certificate/1`, described in `docs/certificates.md`.
//!
//! Invariant: the hash is that of the canonical form of `content` as it stands in the file (RFC 8785: sorted keys, no
//! spaces; there are no fractions in it), so a reader of any version can check it.

use crate::content::Content;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt;

/// What the member `format` says.
pub const FORMAT: &str = "kakehashi-certificate/1";
/// Digits of the hash that are printed and that a record holds.
pub const CODE_DIGITS: usize = 16;

/// The SHA-256 of a content, 64 hexadecimal digits.
pub fn hash(content: &Content) -> String {
    serde_json::to_value(content).map_or_else(|_| String::new(), |value| hash_of(&value))
}

/// The beginning of the hash in groups of four, as printed: `3f9a 01bc 77de 4502`.
pub fn code(content: &Content) -> String {
    let hash = hash(content);
    let digits: Vec<char> = hash.chars().take(CODE_DIGITS).collect();
    let groups = digits.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join(" ")
}

/// The file, with a line break at its end.
pub fn write(content: &Content) -> String {
    let file = serde_json::json!({ "format": FORMAT, "content": content, "hash": hash(content) });
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// No certificate file at all.
    NotOurs,
    /// Written by a later version.
    Newer(String),
    /// The content is not the one that was hashed: it was changed or damaged.
    Changed,
    /// The content lacks something; says what.
    Incomplete(String),
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs => f.write_str("not a certificate file of Kakehashi"),
            Self::Newer(format) => write!(f, "a later version wrote it: {format}"),
            Self::Changed => f.write_str("its content is not the one that was hashed"),
            Self::Incomplete(what) => write!(f, "its content is not whole: {what}"),
        }
    }
}

/// Reads a file and checks its hash. That proves that it is whole, not who made it.
///
/// # Errors
/// When it is not a whole file of this format.
pub fn read(text: &str) -> Result<Content, FileFault> {
    let file: Value = serde_json::from_str(text).map_err(|_| FileFault::NotOurs)?;
    match file.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        Some(other) if other.starts_with("kakehashi-certificate/") => {
            return Err(FileFault::Newer(other.chars().take(40).collect()));
        }
        Some(_) | None => return Err(FileFault::NotOurs),
    }
    let content = file.get("content").ok_or(FileFault::NotOurs)?;
    if file.get("hash").and_then(Value::as_str) != Some(hash_of(content).as_str()) {
        return Err(FileFault::Changed);
    }
    serde_json::from_value(content.clone())
        .map_err(|fault| FileFault::Incomplete(fault.to_string()))
}

fn hash_of(content: &Value) -> String {
    let mut content = content.clone();
    // Another crate may have asked serde_json to keep the order of writing.
    content.sort_all_objects();
    let digest = Sha256::digest(content.to_string().as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
