//! `cargo xtask tour`: makes the pictures of `docs/tour.md` again, and what `kakehashi check` says there.
//!
//! The walk (`tests/e2e/tour.walk.ts`) has a clock and luck of its own, so that on one machine two
//! runs give the same files. Fonts and browser of another machine draw other pixels.

use crate::bench::Ground;
use crate::build::{self, Flavour};
use crate::{place, run};
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};

const PAGE: &str = "docs/tour.md";
/// The pack whose faults the tour shows is a copy of this one, damaged.
const SPECIMEN: &str = "tests/packs/specimen-v1";
const LESSON: &str = "lessons/01-huruf-a.md";
/// What the author did: an option without its reason, and a can-do that nobody wrote.
const DAMAGE: [(&str, &str); 2] = [
    (", why.id = \"“i” ditulis い.\"", ""),
    ("can-do = \"huruf-a-baca\"", "can-do = \"huruf-a-tulis\""),
];
const BEGIN: &str = "<!-- check -->\n";
const END: &str = "<!-- end -->\n";

pub fn tour(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "`tour` takes nothing");
    ensure!(
        run::find_program(&["pdftoppm", "pdftoppm.exe"]).is_some(),
        "no pdftoppm for the picture of the certificate (Debian: apt install poppler-utils)"
    );
    write_findings()?;
    let ground = Ground::prepare(build::build(Flavour::Shipped)?)?;
    ground.play("tour.config.ts", "tour.walk.ts", None)
}

/// Puts what the checker says of the damaged pack into the page.
fn write_findings() -> Result<()> {
    let page = place::root().join(PAGE);
    let text = place::text(&page)?;
    let (before, after) = text
        .split_once(BEGIN)
        .and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)))
        .with_context(|| format!("{PAGE} has no place for findings"))?;
    let said = findings()?;
    std::fs::write(
        &page,
        format!(
            "{before}{BEGIN}```text\n{}\n```\n{END}{after}",
            said.trim_end()
        ),
    )?;
    Ok(())
}

fn findings() -> Result<String> {
    let folder = damaged_pack()?;
    let above = folder.parent().unwrap_or(&folder);
    let mut cargo = run::cargo(&["run", "--quiet", "--manifest-path"]);
    cargo
        .arg(place::root().join("Cargo.toml"))
        .args(["--package", "kakehashi", "--", "check", "--lang", "en"])
        .arg(folder.strip_prefix(above)?)
        .current_dir(above);
    let output = cargo.output().context("kakehashi check")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    // Code 1 is a pack with errors.
    if output.status.code() != Some(1) || said.is_empty() {
        bail!(
            "kakehashi check: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(said)
}

fn damaged_pack() -> Result<PathBuf> {
    let folder = place::target().join("tour/my-pack");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    for (name, file) in place::files_below(&place::root().join(SPECIMEN))? {
        let copy = folder.join(&name);
        std::fs::create_dir_all(copy.parent().unwrap_or(Path::new(".")))?;
        std::fs::copy(file, copy)?;
    }
    let lesson = folder.join(LESSON);
    let mut text = place::text(&lesson)?;
    for (good, bad) in DAMAGE {
        ensure!(text.contains(good), "{SPECIMEN}/{LESSON} has no {good}");
        text = text.replacen(good, bad, 1);
    }
    std::fs::write(lesson, text)?;
    Ok(folder)
}

#[cfg(test)]
#[test]
fn the_tour_shows_every_picture_and_no_other() {
    let page = place::text(&place::root().join(PAGE)).expect("there is a tour");
    let pictures = place::files_below(&place::root().join("docs/tour")).expect("with pictures");
    let mut shown: Vec<&str> = page
        .split("src=\"tour/")
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(name, _)| name))
        .collect();
    shown.sort_unstable();
    assert!(!shown.is_empty());
    assert_eq!(shown, pictures.keys().collect::<Vec<_>>());
}
