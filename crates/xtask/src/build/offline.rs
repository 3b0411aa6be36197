//! Installing and working without a network: the web manifest and the service worker.
//!
//! The worker keeps a list of this build's files. It fetches them after the first visit, takes
//! unchanged ones over from the build before, and never replaces a running version by itself.

use super::Manifest;
use super::icon::Icons;
use crate::dist::Dist;
use crate::place;
use anyhow::Result;
use serde_json::json;

pub const SERVICE_WORKER: &str = "sw.js";

/// Writes the web manifest and returns its name.
pub fn web_manifest(dist: &mut Dist, icons: &Icons) -> Result<String> {
    let path = place::root().join("static/manifest.json");
    let mut manifest: serde_json::Value = serde_json::from_str(&place::text(&path)?)?;
    let mut list = vec![json!({ "src": icons.svg, "type": "image/svg+xml", "sizes": "any" })];
    for (side, name) in &icons.png {
        list.push(json!({ "src": name, "type": "image/png", "sizes": format!("{side}x{side}") }));
    }
    if let Some((side, name)) = icons.png.last() {
        list.push(json!({
            "src": name, "type": "image/png", "sizes": format!("{side}x{side}"),
            "purpose": "maskable"
        }));
    }
    manifest["icons"] = list.into();
    Ok(dist.hashed("manifest", "webmanifest", serde_json::to_vec(&manifest)?))
}

/// Writes the service worker with the list of everything that a flight needs.
pub fn service_worker(dist: &mut Dist, manifest: &Manifest) -> Result<()> {
    let source = place::text(&place::root().join("static/sw.js"))?;
    // The font of the certificate is large and wanted once: it is kept when first used.
    let files: Vec<&str> = dist
        .iter()
        .map(|(name, _)| name)
        .filter(|name| *name != manifest.certificate_font && *name != "index.html")
        .collect();
    let list = json!({ "id": dist.id(), "files": files });
    let worker = source.replace("__BUILD__", &list.to_string());
    dist.plain(SERVICE_WORKER, worker.into_bytes());
    Ok(())
}
