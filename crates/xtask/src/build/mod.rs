//! Putting the site together: wasm, texts, packs, styles, fonts, pictures, the page, offline.
//!
//! Every address is relative, so the site runs in any folder of any web server.

mod icon;
mod offline;
mod packs;
mod page;
mod styles;
mod texts;
mod wasm;

pub use packs::check as check_packs;
pub use page::policy_of;
pub use wasm::TARGET;

use crate::assets;
use crate::dist::Dist;
use crate::place;
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the binaries are built for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// What learners get.
    Shipped,
    /// The same with a route that panics, for the journeys.
    Test,
}

/// What the page tells `boot.js`, and through it `src/platform`: where everything lies.
#[derive(Serialize)]
pub struct Manifest {
    pub version: &'static str,
    /// What the first screen needs.
    pub app: Program,
    /// Lessons, reviews and tests.
    pub study: Program,
    pub worker: String,
    /// The worker that makes certificates.
    pub press: String,
    pub rescue: Option<String>,
    pub texts: BTreeMap<String, String>,
    pub packs: Vec<packs::Entry>,
    pub pictures: String,
    #[serde(rename = "certificateFont")]
    pub certificate_font: String,
    #[serde(rename = "serviceWorker")]
    pub service_worker: &'static str,
}

/// A wasm binary and its glue.
#[derive(Serialize)]
pub struct Program {
    pub js: String,
    pub wasm: String,
    /// The global name that its glue takes on the page.
    pub global: String,
}

/// Builds the whole site in memory.
pub fn build(flavour: Flavour) -> Result<Dist> {
    let mut dist = Dist::default();
    let wanted = assets::Wanted::gather()?;
    let packs = packs::build(&mut dist, &wanted.picture_names())?;
    let assets = assets::make(&wanted)?;
    let built = wasm::build(&mut dist, flavour)?;
    let texts = texts::build(&mut dist, built.texts.as_deref())?;
    let fonts = assets.add_fonts(&mut dist);
    let styles = styles::build(&mut dist, &fonts)?;
    let pictures = dist.hashed("pictures", "svg", assets.pictures.clone());
    dist.plain("licences.txt", assets.licences.clone());
    let rescue = rescue(&mut dist)?;
    let icons = icon::build(&mut dist)?;
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION"),
        app: built.app,
        study: built.study,
        worker: built.worker_js,
        press: built.press_js,
        rescue,
        texts,
        packs,
        pictures,
        certificate_font: fonts.certificate,
        service_worker: offline::SERVICE_WORKER,
    };
    let web_manifest = offline::web_manifest(&mut dist, &icons)?;
    page::build(
        &mut dist,
        &manifest,
        &styles,
        &assets.icons,
        &icons,
        &web_manifest,
    )?;
    offline::service_worker(&mut dist, &manifest)?;
    Ok(dist)
}

/// The page for the hour when no wasm runs.
fn rescue(dist: &mut Dist) -> Result<Option<String>> {
    let path = place::root().join("static/rescue.js");
    if !path.exists() {
        return Ok(None);
    }
    Ok(Some(dist.hashed("rescue", "js", place::bytes(&path)?)))
}
