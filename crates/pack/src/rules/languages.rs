//! Texts by language: none is empty, and none is in a language that the pack does not have.

use super::exercises;
use crate::finding::Finding;
use crate::source::Source;
use crate::wrong::{Key, Wrong};
use domain::model::Piece;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The fields that hold a text by language, wherever they stand.
const FIELDS: [&str; 10] = [
    "title", "about", "section", "text", "ask", "why", "gloss", "note", "mnemonic", "tr",
];

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    let head = &source.head;
    let languages: BTreeSet<&str> = head.languages.iter().map(AsRef::as_ref).collect();
    let mut look = |file: &str, line: usize, id: &str, value: Value| {
        let mut found = BTreeSet::new();
        walk(&value, &languages, &mut found);
        findings.extend(found.into_iter().map(|(text, language, reason)| {
            let wrong = Wrong::Translation {
                reason,
                language,
                text,
            };
            Finding::new(wrong, file, line).about(id)
        }));
    };
    let titles = json!({ "title": head.title, "about": head.about });
    look("pack.toml", 0, "", titles);
    for (certificate, line) in head.certificates.iter().zip(&source.certificate_lines) {
        let id = certificate.id.as_str();
        look("pack.toml", *line, id, data(certificate));
    }
    for (line, can_do) in &source.can_dos {
        look("can-dos.toml", *line, can_do.id.as_str(), data(can_do));
    }
    // The languages of words are those of the headings.
    look("words.csv", 1, "", data(&words(source)));
    for (file, line, exercise) in exercises(source) {
        look(file, line, exercise.id.as_str(), data(&**exercise));
    }
    for test in &source.tests {
        look(&test.file, 1, "", json!({ "title": test.content.title }));
        for section in &test.content.sections {
            let name = json!({ "title": section.title });
            look(&test.file, 1, section.id.as_str(), name);
        }
    }
    for lesson in &source.lessons {
        let section = source.sections.get(&lesson.content.id);
        let titles = json!({ "title": lesson.content.title, "section": section });
        look(&lesson.file, 1, "", titles);
        for (line, piece) in lesson.pieces() {
            match piece {
                Piece::Dialogue(dialogue) => {
                    look(&lesson.file, line, dialogue.id.as_str(), data(&**dialogue));
                }
                Piece::Kanji(_) | Piece::Kana(_) => look(&lesson.file, line, "", data(piece)),
                // Exercises were looked at; prose is only read in the pack's languages.
                Piece::Exercise(_) | Piece::Prose(_) | Piece::Words(_) => {}
            }
        }
    }
}

/// All texts of all words as if they were of one.
fn words(source: &Source) -> Value {
    let mut texts = json!({ "gloss": {}, "note": {}, "tr": {} });
    for (_, word) in &source.words {
        let example = word.example.iter().flat_map(|example| example.tr.iter());
        let own = [
            ("gloss", word.gloss.iter().collect()),
            ("note", word.note.iter().collect()),
        ];
        let example: Vec<_> = example.collect();
        for (name, all) in own.into_iter().chain([("tr", example)]) {
            for (language, text) in all {
                texts[name][language] = text.into();
            }
        }
    }
    texts
}

fn data(value: &impl Serialize) -> Value {
    // Our own types with string keys: writing them cannot fail.
    serde_json::to_value(value).unwrap_or_default()
}

/// Looks at every field that holds a text by language.
fn walk(value: &Value, languages: &BTreeSet<&str>, found: &mut BTreeSet<(String, String, Key)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value
                    .as_object()
                    .filter(|_| FIELDS.contains(&name.as_str()))
                {
                    Some(texts) => {
                        for (language, text) in texts {
                            let empty = text.as_str().is_some_and(|text| text.trim().is_empty());
                            if !languages.contains(language.as_str()) {
                                found.insert((name.clone(), language.clone(), "unknown"));
                            } else if empty {
                                found.insert((name.clone(), language.clone(), "empty"));
                            }
                        }
                    }
                    None => walk(value, languages, found),
                }
            }
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| walk(value, languages, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
