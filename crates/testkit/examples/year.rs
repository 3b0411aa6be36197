//! Writes the backup file of a learner who has studied for a year, for `cargo xtask bench start`.
//!
//! Invariants: the file is the same every time; it is written as the app would write it (`docs/records.md`).

use domain::records::backup;
use std::collections::BTreeSet;
use std::path::PathBuf;
use testkit::{FakeClock, Luck, id, year};

/// Whose year it is.
const LEARNER: &str = "ani";

fn main() -> std::io::Result<()> {
    let file = std::env::args_os().nth(1).map(PathBuf::from);
    let file = file.ok_or_else(|| std::io::Error::other("where shall the file lie?"))?;
    let records = year(LEARNER, &mut Luck::new(365), &mut FakeClock::default());
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(
        file,
        backup::write("0.1.0", &id(LEARNER), "Ani", &records, &BTreeSet::new()),
    )
}
