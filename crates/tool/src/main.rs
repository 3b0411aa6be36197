//! The native command `kakehashi`: what instructors and centres run on their own computer.
//!
//! Exit codes: 0 the packs can be used, 1 a pack has errors, 2 the command could not do its work.

mod excerpt;
mod folder;
mod json;
mod language;
mod trouble;

use clap::{Parser, Subcommand, ValueEnum};
use pack::{CompiledPack, Files, Finding, Severity};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use texts::{FindingTexts, Lang, ToolTexts};
use trouble::Trouble;

/// Lesson packs for Kakehashi: check, complete and build them.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    order: Order,
    /// The language to speak: id, en or ja. Default: LC_ALL, LC_MESSAGES or LANG, else Indonesian.
    #[arg(long, global = true, value_parser = language::parse)]
    lang: Option<Lang>,
}

#[derive(Subcommand)]
enum Order {
    /// Read pack folders and say everything that is wrong with them. Exit code 1 when a pack has errors.
    Check {
        /// The folders with pack.toml.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// For people, or JSON for other programs.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
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

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What the command says, in the chosen language.
struct Voice {
    tool: ToolTexts,
    findings: FindingTexts,
}

/// Whether every pack can be used.
type Usable = bool;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let lang = language::chosen(arguments.lang, |name| std::env::var(name).ok());
    let voice = Voice {
        tool: ToolTexts::embedded(lang),
        findings: FindingTexts::embedded(lang),
    };
    let result = match arguments.order {
        Order::Check { folders, format } => check_all(&folders, format, &voice),
        Order::Fmt { folder } => fmt(&folder, &voice.tool).map(|()| true),
        Order::Build { folder, out } => build(&folder, &out, &voice),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(trouble) => {
            complain(&trouble.text(&voice.tool));
            ExitCode::from(2)
        }
    }
}

/// Writes to the standard output, without colour where nobody sees it. A reader that went away (`| head`) is no fault.
fn say(text: &str) -> Result<(), Trouble> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Trouble::CannotWrite("stdout".into(), error))
        }
        _ => Ok(()),
    }
}

fn complain(text: &str) {
    eprintln!("kakehashi: {text}");
}

/// Writes missing ids and says in which files.
fn fmt(folder: &Path, texts: &ToolTexts) -> Result<(), Trouble> {
    let changed = pack::write_missing_ids(&folder::read(folder)?);
    for (name, bytes) in &changed {
        folder::replace(&folder.join(name), bytes)?;
        say(&format!("{}\n", texts.tool_ids_written(name)))?;
    }
    let sum = texts.tool_changed(folder.display(), changed.len());
    say(&format!("{sum}\n"))
}

/// Checks each folder; one that cannot be read does not keep the others from being checked.
fn check_all(folders: &[PathBuf], format: Format, voice: &Voice) -> Result<Usable, Trouble> {
    let mut usable = true;
    let mut trouble = None;
    let mut report = json::Report::new(&voice.findings);
    for folder in folders {
        let files = match folder::read(folder) {
            Ok(files) => files,
            Err(new) => {
                if let Some(old) = trouble.replace(new) {
                    complain(&Trouble::text(&old, &voice.tool));
                }
                continue;
            }
        };
        let (compiled, findings) = pack::compile_folder(&files, &[]);
        usable &= compiled.is_some();
        match format {
            Format::Text => show(folder, &files, &findings, voice)?,
            Format::Json => {
                report.add(
                    folder,
                    &files,
                    compiled.is_some(),
                    &findings,
                    &voice.findings,
                );
            }
        }
    }
    if format == Format::Json {
        say(&report.text())?;
    }
    trouble.map_or(Ok(usable), Err)
}

/// Checks one folder and writes what it compiles to.
fn build(folder: &Path, out: &Path, voice: &Voice) -> Result<Usable, Trouble> {
    let files = folder::read(folder)?;
    let (compiled, findings) = pack::compile_folder(&files, &[]);
    show(folder, &files, &findings, voice)?;
    let texts = &voice.tool;
    match compiled {
        Some(CompiledPack { files, .. }) => folder::write(out, &files).map(|()| true),
        None => {
            complain(texts.tool_has_errors());
            Ok(false)
        }
    }
}

/// Every finding with its excerpt, and how many there are.
fn show(folder: &Path, files: &Files, findings: &[Finding], voice: &Voice) -> Result<(), Trouble> {
    for finding in findings {
        let excerpt = excerpt::of(finding, folder, files, &voice.findings);
        say(&format!("{excerpt}\n\n"))?;
    }
    let count = |severity| {
        let of = findings.iter().filter(|own| own.severity == severity);
        of.count()
    };
    let texts = &voice.tool;
    let sum = texts.tool_found(
        count(Severity::Advice),
        count(Severity::Error),
        folder.display(),
        count(Severity::Warning),
    );
    say(&format!("{sum}\n"))
}
