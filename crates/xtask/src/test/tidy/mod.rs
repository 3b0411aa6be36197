//! Rules of the house that no compiler knows, over the lines of our files.
//!
//! A rule looks at one file and says what is wrong, on which line, and why. Every rule has a good
//! and a bad example as its test. All faults are shown at once.

mod code;
mod text;

use crate::place;
use anyhow::{Result, bail};

/// One file of ours.
pub struct Source {
    /// From the top of the workspace, with forward slashes.
    pub path: String,
    pub text: String,
}

impl Source {
    /// Lines with their numbers, without what follows `//` in Rust files.
    fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let rust = self.path.ends_with(".rs");
        self.text.lines().enumerate().map(move |(index, line)| {
            let code = if rust {
                code::without_comment(line)
            } else {
                line
            };
            (index + 1, code)
        })
    }

    fn is_below(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }
}

/// What a rule found: the line (0 for the whole file) and what to know about it.
pub struct Fault {
    line: usize,
    what: String,
}

impl Fault {
    fn new(line: usize, what: impl Into<String>) -> Self {
        Self {
            line,
            what: what.into(),
        }
    }
}

/// A rule over one file.
type Rule = fn(&Source) -> Vec<Fault>;

/// Checks every file of ours.
pub fn check() -> Result<()> {
    let rules: Vec<Rule> = code::RULES.iter().chain(&text::RULES).copied().collect();
    let sources = sources()?;
    let mut shown = 0;
    for source in &sources {
        for fault in rules.iter().flat_map(|rule| rule(source)) {
            println!("{}:{}: {}", source.path, fault.line, fault.what);
            shown += 1;
        }
    }
    for key in unused_texts(&sources) {
        println!("locales: {key} is used nowhere; every learner would download it");
        shown += 1;
    }
    if shown > 0 {
        bail!("{shown} against the rules of the house");
    }
    println!("{} files, {} rules", sources.len(), rules.len());
    Ok(())
}

/// Keys of texts that no code of the app, of a tool or of findings asks for.
fn unused_texts(sources: &[Source]) -> Vec<&str> {
    let asks = |source: &&Source| {
        let path = source.path.as_str();
        path.ends_with(".rs")
            && (path.starts_with("src/")
                || path.starts_with("crates/tool/")
                || path.starts_with("crates/pack/src/")
                || path == "crates/texts/src/format.rs")
    };
    let code: String = sources
        .iter()
        .filter(asks)
        .flat_map(|source| source.text.split_whitespace())
        .collect();
    sources
        .iter()
        .filter(|source| source.is_below("locales/id/"))
        .flat_map(|source| source.text.lines())
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter(|key| {
            let name = key.replace('-', "_");
            // A name that is a word of Rust has a low line behind it.
            ![format!("texts.{name}("), format!("texts.{name}_(")]
                .iter()
                .any(|call| code.contains(call.as_str()))
        })
        .collect()
}

/// Our text files; what is generated or installed is left out.
fn sources() -> Result<Vec<Source>> {
    let root = place::root();
    let mut files = std::collections::BTreeMap::new();
    for folder in [
        "src", "crates", "static", "lessons", "locales", "tests", "docs", ".ci", ".cargo",
    ] {
        for (name, path) in place::files_below(&root.join(folder))? {
            files.insert(format!("{folder}/{name}"), path);
        }
    }
    for entry in std::fs::read_dir(&root)? {
        let entry = entry?;
        if entry.path().is_file() {
            files.insert(
                entry.file_name().to_string_lossy().into_owned(),
                entry.path(),
            );
        }
    }
    let theirs = ["node_modules/", "test-results/", "tests/e2e/out/"];
    Ok(files
        .into_iter()
        .filter(|(name, _)| !theirs.iter().any(|part| name.contains(part)))
        // What is not text has no lines to check.
        .filter_map(|(path, file)| {
            Some(Source {
                path,
                text: std::fs::read_to_string(file).ok()?,
            })
        })
        .collect())
}

#[cfg(test)]
#[test]
fn a_text_that_nobody_asks_for_is_found() {
    let source = |path: &str, text: &str| Source {
        path: path.into(),
        text: text.into(),
    };
    let sources = [
        source(
            "locales/id/a.ftl",
            "app-close = Tutup\napp-lost = Hilang\ncontinue = Lanjut\n",
        ),
        source(
            "src/a.rs",
            "texts.app_close(); texts\n  .continue_(); app_lost",
        ),
        source("crates/xtask/src/b.rs", "texts.app_lost()"),
    ];
    assert_eq!(unused_texts(&sources), ["app-lost"]);
}

#[cfg(test)]
pub fn faults(rule: Rule, path: &str, text: &str) -> usize {
    let source = Source {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    rule(&source).len()
}
