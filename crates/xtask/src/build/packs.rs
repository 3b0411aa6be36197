//! The lesson packs that ship with the app: `lessons/<pack>/` compiled into `packs/<id>-<hash>/`.

use crate::dist::{self, Dist};
use crate::place;
use anyhow::{Result, ensure};
use pack::{CompiledPack, Severity};
use serde::Serialize;
use std::collections::BTreeMap;
use texts::{FindingTexts, Lang};

/// One pack as the page lists it.
#[derive(Serialize, Clone)]
pub struct Entry {
    pub id: String,
    /// The folder that holds its `manifest.json`, relative to the page.
    pub path: String,
}

/// A pack's source: its folder's name and its files.
struct Source {
    id: String,
    files: BTreeMap<String, Vec<u8>>,
}

/// Reads every folder of `lessons/`.
fn sources() -> Result<Vec<Source>> {
    let mut sources: BTreeMap<String, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
    for (name, path) in place::files_below(&place::root().join("lessons"))? {
        if let Some((pack, inside)) = name.split_once('/') {
            let files = sources.entry(pack.to_owned()).or_default();
            files.insert(inside.to_owned(), place::bytes(&path)?);
        }
    }
    Ok(sources
        .into_iter()
        .map(|(id, files)| Source { id, files })
        .collect())
}

/// Compiles every pack and adds it to the site. A pack with an error fails the build, after all
/// findings of all packs are printed.
pub fn build(dist: &mut Dist, pictures: &[&str]) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for (id, compiled) in compile_all(pictures)? {
        let mut all = Vec::new();
        for (name, bytes) in &compiled.files {
            all.extend_from_slice(name.as_bytes());
            all.extend_from_slice(dist::hash(bytes).as_bytes());
        }
        let path = format!("packs/{id}-{}", &dist::hash(&all)[..8]);
        for (name, bytes) in compiled.files {
            dist.immutable(format!("{path}/{name}"), bytes);
        }
        entries.push(Entry { id, path });
    }
    let index = serde_json::to_vec(&serde_json::json!({ "packs": entries }))?;
    dist.plain("packs/index.json", index);
    Ok(entries)
}

/// Checks every pack and prints what was found.
pub fn check(pictures: &[&str]) -> Result<()> {
    for (id, compiled) in compile_all(pictures)? {
        println!("{id}: {} files", compiled.files.len());
    }
    Ok(())
}

fn compile_all(pictures: &[&str]) -> Result<Vec<(String, CompiledPack)>> {
    let texts = FindingTexts::embedded(Lang::En);
    let mut packs = Vec::new();
    let mut bad = Vec::new();
    for source in sources()? {
        let (compiled, findings) = pack::compile_folder(&source.files, pictures);
        // Advice is for authors, who read it from `kakehashi check`.
        for finding in findings
            .iter()
            .filter(|finding| finding.severity != Severity::Advice)
        {
            println!("lessons/{}: {}", source.id, finding.text(&texts));
        }
        match compiled {
            Some(compiled) => packs.push((source.id, compiled)),
            None => bad.push(source.id),
        }
    }
    ensure!(bad.is_empty(), "errors in lessons: {}", bad.join(", "));
    Ok(packs)
}
