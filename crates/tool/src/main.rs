//! The native command `kakehashi`: what instructors and centres run on their own computer.
#![allow(
    clippy::print_stdout,
    reason = "a command speaks through its standard output"
)]

mod folder;

use clap::{Parser, Subcommand};
use pack::Severity;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Lesson packs for Kakehashi: check, complete and build them.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    order: Order,
}

#[derive(Subcommand)]
enum Order {
    /// Read a pack folder and say everything that is wrong with it.
    Check {
        /// The folder with pack.toml.
        folder: PathBuf,
    },
    /// Write the ids that are missing into the lessons and tests of a pack folder; nothing else changes.
    Fmt {
        /// The folder with pack.toml.
        folder: PathBuf,
    },
    /// Check a pack folder and write its compiled form.
    Build {
        /// The folder with pack.toml.
        folder: PathBuf,
        /// Where the compiled folder is written; it must not exist yet.
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().order {
        Order::Check { folder } => check(&folder).map(|_| ()),
        Order::Fmt { folder } => fmt(&folder),
        Order::Build { folder, out } => {
            check(&folder).and_then(|compiled| folder::write(&out, &compiled.files))
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("kakehashi: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Writes missing ids and says in which files.
fn fmt(folder: &Path) -> Result<(), String> {
    let changed = pack::write_missing_ids(&folder::read(folder)?);
    for (name, bytes) in &changed {
        folder::replace(&folder.join(name), bytes)?;
        println!("{name}: missing ids written");
    }
    println!("{}: {} file(s) changed", folder.display(), changed.len());
    Ok(())
}

/// Prints every finding and a count; an error only when the pack cannot be used.
fn check(folder: &Path) -> Result<pack::CompiledPack, String> {
    let files = folder::read(folder)?;
    let (compiled, findings) = pack::compile_folder(&files, &[]);
    for finding in &findings {
        println!("{finding}\n");
    }
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    println!(
        "{}: {} error(s), {} warning(s), {} piece(s) of advice",
        folder.display(),
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Advice)
    );
    compiled.ok_or_else(|| "the pack has errors; nothing was built".to_owned())
}
