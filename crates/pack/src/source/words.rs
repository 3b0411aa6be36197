//! `words.csv`: one word a row, columns by heading, text columns by language.

use crate::finding::{Code, Finding};
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
            findings.push(Finding::new(Code::P011, FILE, 1, &[&error.to_string()]));
            return Vec::new();
        }
    };
    for unknown in headings.iter().filter(|name| !is_known(name)) {
        let what = format!("the heading {unknown} is unknown");
        findings.push(Finding::new(Code::P011, FILE, 1, &[&what]));
    }
    let mut words = Vec::new();
    for row in rows.records() {
        match row {
            Err(error) => {
                let line = error
                    .position()
                    .map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
                findings.push(Finding::new(Code::P011, FILE, line, &[&error.to_string()]));
            }
            Ok(row) => {
                let line = row
                    .position()
                    .map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
                if row.len() != headings.len() {
                    let what = format!("{} cells, {} headings", row.len(), headings.len());
                    findings.push(Finding::new(Code::P011, FILE, line, &[&what]));
                    continue;
                }
                let cells: BTreeMap<&str, &str> = headings
                    .iter()
                    .map(String::as_str)
                    .zip(row.iter().map(str::trim))
                    .collect();
                match word(&cells) {
                    Ok(word) => words.push((line, word)),
                    Err((code, what)) => findings.push(Finding::new(code, FILE, line, &[&what])),
                }
            }
        }
    }
    words
}

const HEADINGS: [&str; 11] = [
    "key", "ja", "reading", "accent", "yomi", "pos", "lesson", "use", "example", "icon", "audio",
];

fn is_known(heading: &str) -> bool {
    let by_language = ["gloss.", "note.", "example."];
    HEADINGS.contains(&heading) || by_language.iter().any(|text| heading.starts_with(text))
}

type Fault = (Code, String);

fn word(cells: &BTreeMap<&str, &str>) -> Result<Word, Fault> {
    let cell = |name: &str| cells.get(name).copied().unwrap_or("");
    let needed = |name: &str| match cell(name) {
        "" => Err((Code::P011, format!("the column {name} is empty"))),
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
    let ja = |name: &str| {
        cell(name)
            .parse::<Ja>()
            .map_err(|fault| (Code::P008, fault.to_string()))
    };
    needed("ja")?;
    let accent = match cell("accent") {
        "" => None,
        text => Some(
            text.parse::<u8>()
                .map_err(|_| (Code::P011, format!("accent is not a number: {text}")))?,
        ),
    };
    Ok(Word {
        key: needed("key")?
            .parse()
            .map_err(|fault| (Code::P011, format!("key: {fault}")))?,
        ja: ja("ja")?,
        reading: needed("reading")?.into(),
        accent,
        yomi: optional("yomi"),
        pos: needed("pos")?.into(),
        lesson: needed("lesson")?
            .parse()
            .map_err(|fault| (Code::P011, format!("lesson: {fault}")))?,
        role: match needed("use")? {
            "use" => Role::Use,
            "know" => Role::Know,
            other => return Err((Code::P011, format!("use is “{other}”, not use or know"))),
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
