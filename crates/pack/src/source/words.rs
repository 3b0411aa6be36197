//! `words.csv`: one word a row, columns by heading, text columns by language.

use crate::finding::Finding;
use crate::reason;
use crate::wrong::Wrong;
use domain::ids::IdFault;
use domain::model::{Example, Role, Word};
use domain::text::Ja;
use domain::translated::Tr;
use std::collections::BTreeMap;

const FILE: &str = "words.csv";

/// Reads all rows that can be read; each other row is a finding.
pub fn read(text: &str, findings: &mut Vec<Finding>) -> Vec<(usize, Word)> {
    let mut rows = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let headings: Vec<String> = match rows.headers() {
        Ok(headings) => headings.iter().map(str::to_owned).collect(),
        Err(error) => {
            findings.push(Finding::new(unreadable(&error), FILE, 1));
            return Vec::new();
        }
    };
    for unknown in headings.iter().filter(|name| !is_known(name)) {
        findings.push(Finding::new(
            Wrong::row("heading", unknown, "", ""),
            FILE,
            1,
        ));
    }
    let mut words = Vec::new();
    for row in rows.records() {
        match row {
            Err(error) => {
                let line = error
                    .position()
                    .map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
                findings.push(Finding::new(unreadable(&error), FILE, line));
            }
            Ok(row) => {
                let line = row
                    .position()
                    .map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
                if row.len() != headings.len() {
                    let (found, expected) = (row.len().to_string(), headings.len().to_string());
                    let uneven = Wrong::row("cells", "", &found, &expected);
                    findings.push(Finding::new(uneven, FILE, line));
                    continue;
                }
                let cells: BTreeMap<&str, &str> = headings
                    .iter()
                    .map(String::as_str)
                    .zip(row.iter().map(str::trim))
                    .collect();
                match word(&cells) {
                    Ok(word) => words.push((line, word)),
                    Err(wrong) => {
                        let key = cells.get("key").copied().unwrap_or_default();
                        findings.push(Finding::new(wrong, FILE, line).about(key));
                    }
                }
            }
        }
    }
    words
}

/// The headings that are no text by language.
pub const HEADINGS: [&str; 11] = [
    "key", "ja", "reading", "accent", "yomi", "pos", "lesson", "use", "example", "icon", "audio",
];

/// The texts by language: a heading names one and a language, `gloss.id`.
pub const BY_LANGUAGE: [&str; 3] = ["gloss", "note", "example"];

/// The cells that no row may leave empty.
#[cfg(feature = "schema")]
pub const NEEDED: [&str; 6] = ["key", "ja", "reading", "pos", "lesson", "use"];

fn is_known(heading: &str) -> bool {
    let by_language = |text: &&str| {
        let rest = heading.strip_prefix(*text);
        rest.is_some_and(|rest| rest.starts_with('.'))
    };
    HEADINGS.contains(&heading) || BY_LANGUAGE.iter().any(by_language)
}

/// A row that the reader of CSV refuses.
fn unreadable(error: &csv::Error) -> Wrong {
    Wrong::row("message", "", &error.to_string(), "")
}

/// An id that is none, in this column.
fn no_id(column: &str, fault: IdFault) -> Wrong {
    let (reason, found, expected) = reason::id(fault);
    Wrong::row(reason, column, &found, &expected)
}

fn word(cells: &BTreeMap<&str, &str>) -> Result<Word, Wrong> {
    let cell = |name: &str| cells.get(name).copied().unwrap_or("");
    let needed = |name: &str| match cell(name) {
        "" => Err(Wrong::row("empty", name, "", "")),
        text => Ok(text),
    };
    let by_language = |prefix: &str| {
        let mut tr = Tr::default();
        for (name, text) in cells {
            if let Some(lang) = name
                .strip_prefix(prefix)
                .and_then(|rest| rest.strip_prefix('.'))
                && !text.is_empty()
            {
                tr.set(lang, text);
            }
        }
        tr
    };
    let optional = |name: &str| {
        Some(cell(name))
            .filter(|text| !text.is_empty())
            .map(Into::into)
    };
    let ja = |name: &str| cell(name).parse::<Ja>().map_err(reason::ruby);
    needed("ja")?;
    let accent = match cell("accent") {
        "" => None,
        text => Some(
            text.parse::<u8>()
                .map_err(|_| Wrong::row("accent", "accent", text, ""))?,
        ),
    };
    Ok(Word {
        key: needed("key")?
            .parse()
            .map_err(|fault| no_id("key", fault))?,
        ja: ja("ja")?,
        reading: needed("reading")?.into(),
        accent,
        yomi: optional("yomi"),
        pos: needed("pos")?.into(),
        lesson: needed("lesson")?
            .parse()
            .map_err(|fault| no_id("lesson", fault))?,
        role: match needed("use")? {
            "use" => Role::Use,
            "know" => Role::Know,
            other => return Err(Wrong::row("use", "use", other, "")),
        },
        gloss: by_language("gloss"),
        note: by_language("note"),
        example: match cell("example") {
            "" => None,
            _ => Some(Example {
                ja: ja("example")?,
                tr: by_language("example"),
            }),
        },
        icon: optional("icon"),
        audio: optional("audio"),
    })
}
