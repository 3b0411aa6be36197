//! The lesson packs that ship with the app: `lessons/<pack>/` compiled into `packs/<id>-<hash>/`.

use crate::dist::{self, Dist};
use crate::place;
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeMap;

/// One pack as the page lists it.
#[derive(Serialize, Clone)]
pub struct Entry {
    pub id: String,
    /// The folder that holds its `manifest.json`, relative to the page.
    pub path: String,
}

/// A pack's source: its folder's name and its files.
pub struct Source {
    pub id: String,
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Reads every folder of `lessons/`.
pub fn sources() -> Result<Vec<Source>> {
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

/// Compiles every pack and adds it to the site.
pub fn build(dist: &mut Dist) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for source in sources()? {
        let compiled: BTreeMap<String, Vec<u8>> = compile(&source)?;
        if compiled.is_empty() {
            continue;
        }
        let mut all = Vec::new();
        for (name, bytes) in &compiled {
            all.extend_from_slice(name.as_bytes());
            all.extend_from_slice(dist::hash(bytes).as_bytes());
        }
        let path = format!("packs/{}-{}", source.id, &dist::hash(&all)[..8]);
        for (name, bytes) in compiled {
            dist.immutable(format!("{path}/{name}"), bytes);
        }
        entries.push(Entry {
            id: source.id,
            path,
        });
    }
    let index = serde_json::to_vec(&serde_json::json!({ "packs": entries }))?;
    dist.plain("packs/index.json", index);
    Ok(entries)
}

fn compile(_source: &Source) -> Result<BTreeMap<String, Vec<u8>>> {
    Ok(BTreeMap::new())
}
