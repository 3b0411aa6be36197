//! The text tables, one file a language; a page downloads one of them.
//!
//! They are taken from the build script that made the app's own functions, because an app refuses
//! the table of another build. Tables of areas that are apart lie in folders below and stay where they are.

use crate::dist::Dist;
use crate::place;
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::Path;

/// Adds a table for each language in `folder` and returns its name by language tag.
pub fn build(dist: &mut Dist, folder: Option<&Path>) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    let Some(folder) = folder else {
        return Ok(names);
    };
    for (name, path) in place::files_below(folder)? {
        let tag = name.strip_suffix(".json");
        if let Some(tag) = tag.filter(|tag| !tag.contains('/')) {
            let file = dist.hashed(&format!("texts-{tag}"), "json", place::bytes(&path)?);
            names.insert(tag.to_owned(), file);
        }
    }
    Ok(names)
}
