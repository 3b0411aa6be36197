//! The journeys: Playwright with the Chromium of this machine against the test build, served by
//! us and by nginx from a sub-folder.

use super::{chrome, nginx::Nginx};
use crate::build::{self, Flavour};
use crate::serve::{self, Site};
use crate::{dist, place, run};
use anyhow::{Context, Result, anyhow, ensure};
use domain::records::backup;
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

const FOLDER: &str = "tests/e2e";

pub fn check(extra: &[String]) -> Result<()> {
    let chrome = chrome::find()?;
    install()?;
    let dist = build::build(Flavour::Test)?;
    let folder = place::target().join("browser");
    dist.write(&folder.join("site"))?;
    let nginx = Nginx::start(&folder.join("site"), &folder.join("nginx"))?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let port = listener.local_addr()?.port();
    std::thread::spawn(move || {
        if let Err(error) = serve::run(listener, Site::new(dist)) {
            eprintln!("xtask: the server ended: {error:#}");
        }
    });
    let mut node = Command::new("node");
    node.args(["node_modules/@playwright/test/cli.js", "test"])
        .args(extra)
        .current_dir(place::root().join(FOLDER))
        .env("CHROME", chrome)
        .env("KKH_PORT", port.to_string())
        .env("KKH_SUBFOLDER", nginx.address());
    run::done(node, "Playwright")?;
    read_back(extra.is_empty())
}

/// Backup files that journeys downloaded from the rescue page are read by the code that restores
/// them. A run of chosen journeys may have made none.
fn read_back(all: bool) -> Result<()> {
    let mut read = 0;
    for (name, path) in place::files_below(&place::root().join(FOLDER).join("test-results"))? {
        if !name.ends_with(".kakehashi.jsonl") {
            continue;
        }
        let backup = backup::read(&place::bytes(&path)?)
            .map_err(|fault| anyhow!("{name} cannot be restored: {fault:?}"))?;
        let (records, damaged) = (backup.records.len(), backup.quarantine.len());
        ensure!(
            records > 0 && records + damaged == backup.header.count,
            "{name}: {records} records and {damaged} damaged lines of {}",
            backup.header.count
        );
        ensure!(
            damaged <= 1,
            "{name}: {damaged} damaged lines; the journey has one"
        );
        read += 1;
    }
    println!("backup files of journeys read back: {read}");
    ensure!(read > 0 || !all, "no journey left a backup file");
    Ok(())
}

/// Installs the test runner of the journeys. It brings no browser of its own.
pub fn install() -> Result<()> {
    install_in(FOLDER)
}

/// Installs what the lock of a folder names, when that has changed.
pub fn install_in(folder: &str) -> Result<()> {
    let place = place::root().join(folder);
    let key = dist::hash(&place::bytes(&place.join("package-lock.json"))?);
    let mark = place.join("node_modules/.installed");
    if std::fs::read_to_string(&mark).is_ok_and(|done| done == key) {
        return Ok(());
    }
    let mut npm = run::npm(&["ci", "--ignore-scripts"], folder);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::done(npm, &format!("npm ci in {folder}"))
        .context("Node 20 or newer with npm is needed")?;
    std::fs::write(mark, key)?;
    Ok(())
}
