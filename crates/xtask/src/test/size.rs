//! What the first screen loads, in gzip, against the budget.

use crate::build::{self, Flavour};
use crate::dist::Dist;
use anyhow::{Result, ensure};

/// The budget in bytes; the aim is 150 KB.
const BUDGET: usize = 250_000;

pub fn check() -> Result<()> {
    let dist = build::build(Flavour::Shipped)?;
    let total = table(&dist);
    ensure!(
        total <= BUDGET,
        "the first screen loads {total} bytes, the budget is {BUDGET}"
    );
    Ok(())
}

/// Prints the table and returns the sum.
pub fn table(dist: &Dist) -> usize {
    let mut total = 0;
    println!("{:>9} {:>9}  first screen", "gzip", "raw");
    for (name, file) in dist.iter().filter(|(name, _)| on_first_screen(name)) {
        println!("{:>9} {:>9}  {name}", file.wire_len(), file.bytes.len());
        total += file.wire_len();
    }
    println!("{total:>9} {:>9}  in all; budget {BUDGET}", "");
    println!("{:>9} {:>9}  later", "gzip", "raw");
    for (name, file) in dist.iter().filter(|(name, _)| !on_first_screen(name)) {
        if !name.starts_with("packs/") {
            println!("{:>9} {:>9}  {name}", file.wire_len(), file.bytes.len());
        }
    }
    let packs = dist.iter().filter(|(name, _)| name.starts_with("packs/"));
    let packs: usize = packs.map(|(_, file)| file.wire_len()).sum();
    println!("{packs:>9} {:>9}  all lessons", "");
    total
}

/// The page, its scripts and styles, its first program, one table of texts, and the icon of the tab.
fn on_first_screen(name: &str) -> bool {
    let starts = ["boot-", "app-", "style-", "texts-id-"];
    name == "index.html"
        || starts.iter().any(|start| name.starts_with(start))
        || (name.starts_with("icon-") && name.ends_with(".svg"))
}
