//! Where a drawing comes from: `collection:name`, read from the installed packages or our own.

use super::package;
use crate::place;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// All drawings by address. A collection of thousands in one file is read once.
pub struct Drawings<'a> {
    own: &'a BTreeMap<String, String>,
    collections: RefCell<BTreeMap<String, Collection>>,
}

#[derive(Deserialize)]
struct Collection {
    icons: BTreeMap<String, Icon>,
    #[serde(default)]
    aliases: BTreeMap<String, Alias>,
    #[serde(default = "usual_side")]
    width: u32,
    #[serde(default = "usual_side")]
    height: u32,
}

#[derive(Deserialize)]
struct Icon {
    body: String,
    width: Option<u32>,
    height: Option<u32>,
}

#[derive(Deserialize)]
struct Alias {
    parent: String,
}

/// What Iconify means where a collection gives no size.
fn usual_side() -> u32 {
    16
}

impl<'a> Drawings<'a> {
    /// `own` are the files of `static/pictures` by name.
    pub fn new(own: &'a BTreeMap<String, String>) -> Self {
        Self {
            own,
            collections: RefCell::default(),
        }
    }

    /// The SVG at an address.
    pub fn svg(&self, address: &str) -> Result<String> {
        let (collection, name) = address
            .split_once(':')
            .with_context(|| format!("`{address}`: write it as collection:name"))?;
        let file = |path: String| place::text(&package(&path));
        match collection {
            "own" => self
                .own
                .get(name)
                .cloned()
                .with_context(|| format!("static/pictures/{name}.svg is missing")),
            "lucide" => file(format!("lucide-static/icons/{name}.svg")),
            "healthicons" => file(format!("healthicons/public/icons/svg/{name}.svg")),
            "mdi" | "fluent-emoji-flat" => self.iconify(collection, name),
            _ => bail!("no collection `{collection}`"),
        }
        .with_context(|| format!("picture `{address}`"))
    }

    /// A drawing of an Iconify collection, made whole again.
    fn iconify(&self, collection: &str, name: &str) -> Result<String> {
        let mut collections = self.collections.borrow_mut();
        if !collections.contains_key(collection) {
            let path = package(&format!("@iconify-json/{collection}/icons.json"));
            let all = serde_json::from_str(&place::text(&path)?)?;
            collections.insert(collection.to_owned(), all);
        }
        let all = collections.get(collection).context("no collection")?;
        let parent = all.aliases.get(name).map_or(name, |alias| &alias.parent);
        let icon = all.icons.get(parent).context("no such name")?;
        Ok(format!(
            "<svg viewBox=\"0 0 {} {}\">{}</svg>",
            icon.width.unwrap_or(all.width),
            icon.height.unwrap_or(all.height),
            icon.body
        ))
    }
}
