//! The crates we stand on: their licences, and the ones that are refused, by the lists of
//! `deny.toml` (which `cargo deny` reads too), and what the rooms may depend on.

use crate::{build, place, run};
use anyhow::{Result, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

/// Crates that would bring the browser, the network, a clock or luck into the pure rooms.
const NOT_PURE: [&str; 9] = [
    "wasm-bindgen",
    "web-sys",
    "js-sys",
    "yew",
    "gloo",
    "tokio",
    "getrandom",
    "rand",
    "time",
];

pub fn check() -> Result<()> {
    let deny: Deny = toml::from_str(&place::text(&place::root().join("deny.toml"))?)?;
    let mut faults = Vec::new();
    let all = tree(&["--workspace"], "{p}\t{l}")?;
    for (name, license) in &all {
        if !license.is_empty() && !allowed(license, &deny.licenses.allow) {
            faults.push(format!("{name}: licence {license} is not in deny.toml"));
        }
    }
    let app = tree(
        &["--package", "kakehashi-app", "--target", build::TARGET],
        "{p}\t",
    )?;
    for ban in &deny.bans.deny {
        if app.contains_key(&ban.name) {
            faults.push(format!("{} in the app: {}", ban.name, ban.reason));
        }
    }
    for room in ["domain", "pack", "credential"] {
        let below = tree(&["--package", room, "--target", build::TARGET], "{p}\t")?;
        let found = NOT_PURE.iter().filter(|name| below.contains_key(**name));
        faults.extend(found.map(|name| format!("{room} is pure, but depends on {name}")));
    }
    for fault in &faults {
        println!("{fault}");
    }
    ensure!(
        faults.is_empty(),
        "{} against deny.toml or the rooms",
        faults.len()
    );
    println!("{} crates, licences allowed, none refused", all.len());
    Ok(())
}

/// The crates of a part of the workspace with what `format` prints after the tab.
fn tree(part: &[&str], format: &str) -> Result<BTreeMap<String, String>> {
    let mut cargo = run::cargo(&["tree", "--edges", "normal,build", "--prefix", "none"]);
    cargo.args(["--format", format]).args(part);
    let lines = run::output(cargo, "cargo tree")?;
    Ok(lines
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(package, rest)| {
            let name = package.split(' ').next()?;
            // Repeated crates end in a mark.
            Some((
                name.to_owned(),
                rest.trim_end_matches("(*)").trim().to_owned(),
            ))
        })
        .collect())
}

/// Whether an SPDX expression can be met by allowed licences alone. Brackets are read as the
/// plainest reading allows: one allowed choice in each `AND` part.
fn allowed(expression: &str, allow: &[String]) -> bool {
    let plain = expression.replace('/', " OR ");
    let one = |choice: &str| {
        let choice = choice.trim_matches(|c: char| c == '(' || c == ')' || c.is_whitespace());
        allow.iter().any(|known| known == choice)
    };
    if !plain.contains('(') {
        // AND binds closer than OR.
        return plain.split(" OR ").any(|part| part.split(" AND ").all(one));
    }
    plain.split(" AND ").all(|part| part.split(" OR ").any(one))
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn licence_expressions() {
        let allow = [
            "MIT".to_owned(),
            "Apache-2.0".to_owned(),
            "Unicode-3.0".to_owned(),
        ];
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-2.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
        ] {
            assert!(allowed(good, &allow), "{good}");
        }
        for bad in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT OR Apache-2.0) AND CC0-1.0",
        ] {
            assert!(!allowed(bad, &allow), "{bad}");
        }
    }
}
