//! The text tables, one file a language; a page downloads one of them.

use crate::dist::Dist;
use anyhow::Result;
use std::collections::BTreeMap;

/// Adds a table for each language and returns its name by language tag.
pub fn build(dist: &mut Dist) -> Result<BTreeMap<String, String>> {
    let _ = dist;
    Ok(BTreeMap::new())
}
