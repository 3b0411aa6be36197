//! The finished site: names and bytes in memory, written as a folder or served as it is.
//!
//! A name that carries the hash of its content never changes its content, so it may be kept for
//! ever; every other name is asked for again each time. Compressible files have a gzip twin.

use crate::place;
use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// One file of the site.
#[derive(Clone)]
pub struct File {
    pub bytes: Vec<u8>,
    /// The gzip twin, where it is smaller.
    pub gzip: Option<Vec<u8>>,
    /// First eight bytes of the content's SHA-256, in hex.
    pub hash: String,
    /// The name carries the hash, or lies in a folder that does.
    pub immutable: bool,
}

impl File {
    /// Bytes on the wire for a client that takes gzip.
    pub fn wire_len(&self) -> usize {
        self.gzip.as_ref().map_or(self.bytes.len(), Vec::len)
    }
}

#[derive(Clone, Default)]
pub struct Dist {
    files: BTreeMap<String, File>,
}

impl Dist {
    /// Adds a file under a name that never changes.
    pub fn plain(&mut self, name: &str, bytes: Vec<u8>) {
        self.insert(name.to_owned(), bytes, false);
    }

    /// Adds a file as `stem-<hash>.extension` and returns that name.
    pub fn hashed(&mut self, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
        let name = format!("{stem}-{}.{extension}", &hash(&bytes)[..8]);
        self.insert(name.clone(), bytes, true);
        name
    }

    /// Adds a file whose name was given a hash by someone else.
    pub fn immutable(&mut self, name: String, bytes: Vec<u8>) {
        self.insert(name, bytes, true);
    }

    fn insert(&mut self, name: String, bytes: Vec<u8>, immutable: bool) {
        let gzip = compressible(&name)
            .then(|| gzip(&bytes))
            .filter(|zipped| zipped.len() < bytes.len());
        let hash = hash(&bytes)[..16].to_owned();
        self.files.insert(
            name,
            File {
                bytes,
                gzip,
                hash,
                immutable,
            },
        );
    }

    pub fn get(&self, name: &str) -> Option<&File> {
        self.files.get(name)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        self.files.iter().map(|(name, file)| (name.as_str(), file))
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// One hash over all names and contents.
    pub fn id(&self) -> String {
        let mut all = Sha256::new();
        for (name, file) in &self.files {
            all.update(name.as_bytes());
            all.update([0]);
            all.update(file.hash.as_bytes());
        }
        hex(&all.finalize())[..8].to_owned()
    }

    /// Writes the site into `folder`, which is replaced. A folder that holds anything but an
    /// earlier site is left alone.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            let ours = folder.join("index.html").exists() || folder.read_dir()?.next().is_none();
            ensure!(
                ours,
                "{} holds something that is not a built site",
                place::shown(folder)
            );
            std::fs::remove_dir_all(folder)?;
        }
        for (name, file) in &self.files {
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(&path, &file.bytes)
                .with_context(|| format!("cannot write {}", place::shown(&path)))?;
            if let Some(gzip) = &file.gzip {
                std::fs::write(folder.join(format!("{name}.gz")), gzip)?;
            }
        }
        Ok(())
    }
}

/// SHA-256 in hex.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Zopfli takes a second for the app and makes it 5 % smaller on every wire; only the font of
/// certificates is too large for it.
const ZOPFLI_UP_TO: usize = 2_000_000;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut zipped = Vec::new();
    if bytes.len() <= ZOPFLI_UP_TO {
        let options = zopfli::Options::default();
        if zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut zipped).is_ok() {
            return zipped;
        }
    }
    // Writing to memory cannot fail.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn compressible(name: &str) -> bool {
    matches!(
        extension(name),
        "html" | "js" | "css" | "json" | "svg" | "wasm" | "ttf" | "txt" | "webmanifest"
    )
}

/// What follows the last dot, or nothing.
pub fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// The media type a server gives the file.
pub fn media_type(name: &str) -> &'static str {
    match extension(name) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "opus" | "ogg" => "audio/ogg",
        "mp3" => "audio/mpeg",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashed_name_follows_its_content() {
        let mut dist = Dist::default();
        let one = dist.hashed("app", "js", b"one".to_vec());
        let two = dist.hashed("app", "js", b"two".to_vec());
        assert_ne!(one, two);
        assert!(one.starts_with("app-") && one.ends_with(".js"));
    }

    #[test]
    fn small_files_have_no_larger_twin() {
        let mut dist = Dist::default();
        dist.plain("a.txt", b"x".to_vec());
        assert!(dist.get("a.txt").is_some_and(|file| file.gzip.is_none()));
    }
}
