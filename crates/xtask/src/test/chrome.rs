//! Finding a Chromium or Chrome that is already there; nothing is downloaded.

use crate::run::find_program;
use anyhow::{Result, bail};
use std::path::PathBuf;

const NAMES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chrome.exe",
    "msedge",
];

/// Where installers put it without a name on the search path.
const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

/// The browser: `CHROME` when it is set, then the usual names and places.
pub fn find() -> Result<PathBuf> {
    if let Some(own) = std::env::var_os("CHROME").filter(|own| !own.is_empty()) {
        let own = PathBuf::from(own);
        if own.is_file() {
            return Ok(own);
        }
        bail!("CHROME names {}, which is not there", own.display());
    }
    let place = PLACES
        .iter()
        .map(PathBuf::from)
        .find(|place| place.is_file());
    match find_program(&NAMES).or(place) {
        Some(found) => Ok(found),
        None => bail!(
            "no Chromium: install it (Debian: apt install chromium) or set CHROME to its path"
        ),
    }
}
