//! The frozen specimens in `tests/packs`: the sources of each compile to exactly the bytes that lie beside them, and
//! together they show everything the format has. None is ever changed; what the format gains later gets a new one.

mod common;

use common::{PICTURES, folder, top};
use domain::kinds::KindName;
use domain::model::{Block, Index, Lesson, LessonKind, Piece, Prose, Step, StepKind, Test, Words};
use domain::text::Inline;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Each specimen: its sources, and its compiled form.
fn specimens() -> Vec<(pack::Files, pack::Files)> {
    let names = std::fs::read_dir(top("tests/packs"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let sources = names.filter(|name| !name.ends_with("-compiled"));
    let read = |name| {
        let name = format!("tests/packs/{name}");
        (folder(&name), folder(&format!("{name}-compiled")))
    };
    let specimens: Vec<_> = sources.map(read).collect();
    assert!(!specimens.is_empty());
    specimens
}

/// The lessons of all specimens, as compiled.
fn all_lessons() -> Vec<Lesson> {
    specimens()
        .iter()
        .flat_map(|(_, compiled)| lessons(compiled))
        .collect()
}

fn compiled<T: DeserializeOwned>(files: &pack::Files, name: &str) -> T {
    serde_json::from_slice(&files[name]).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

fn lessons(files: &pack::Files) -> Vec<Lesson> {
    let index: Index = compiled(files, "index.json");
    let name = |id| format!("lesson/{id}.json");
    index
        .lessons
        .iter()
        .map(|entry| compiled(files, &name(&entry.id)))
        .collect()
}

#[test]
fn the_sources_compile_to_the_frozen_bytes() {
    for (sources, frozen) in specimens() {
        let (pack, findings) = pack::compile_folder(&sources, &PICTURES);
        assert_eq!(findings, vec![]);
        let made = pack.expect("a pack without findings compiles").files;
        assert_eq!(
            made.keys().collect::<Vec<_>>(),
            frozen.keys().collect::<Vec<_>>()
        );
        for (name, bytes) in &made {
            assert!(
                *bytes == frozen[name],
                "{name} is no longer what it was compiled to when it was frozen:\n{}",
                String::from_utf8_lossy(bytes)
            );
        }
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    for (mut sources, frozen) in specimens() {
        for (name, bytes) in &mut sources {
            if !name.starts_with("media/") {
                let text = String::from_utf8(std::mem::take(bytes)).unwrap();
                *bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
            }
        }
        let (pack, findings) = pack::compile_folder(&sources, &PICTURES);
        assert_eq!(findings, vec![]);
        assert!(pack.is_some_and(|pack| pack.files == frozen));
    }
}

#[test]
fn the_frozen_files_are_what_the_app_reads() {
    for (_, files) in specimens() {
        let index: Index = compiled(&files, "index.json");
        let words: Words = compiled(&files, "words.json");
        let mut again = vec![
            ("index.json".to_owned(), serde_json::to_vec(&index)),
            ("words.json".to_owned(), serde_json::to_vec(&words)),
        ];
        assert_eq!(index.format, domain::model::FORMAT);
        for entry in &index.tests {
            let name = format!("test/{}.json", entry.id);
            let test: Test = compiled(&files, &name);
            assert_eq!(test.sections.len(), entry.sections.len());
            again.push((name, serde_json::to_vec(&test)));
        }
        for lesson in lessons(&files) {
            let name = format!("lesson/{}.json", lesson.id);
            again.push((name, serde_json::to_vec(&lesson)));
        }
        // What was read is written again as the same bytes: no field is lost on the way.
        for (name, bytes) in again {
            assert!(bytes.unwrap() == files[&name], "{name}");
        }
    }
}

#[test]
fn the_manifest_names_every_other_file_with_its_hash() {
    for (_, files) in specimens() {
        let manifest: serde_json::Value = compiled(&files, "manifest.json");
        let named: BTreeMap<String, String> =
            serde_json::from_value(manifest["files"].clone()).unwrap();
        let hash = |bytes: &[u8]| -> String {
            let hash = Sha256::digest(bytes);
            hash.iter().map(|byte| format!("{byte:02x}")).collect()
        };
        let others: BTreeMap<String, String> = files
            .iter()
            .filter(|(name, _)| *name != "manifest.json")
            .map(|(name, bytes)| (name.clone(), hash(bytes)))
            .collect();
        assert_eq!(named, others);
    }
}

#[test]
fn every_kind_of_exercise_step_and_piece_is_shown() {
    let lessons = all_lessons();
    let steps: Vec<&Step> = lessons.iter().flat_map(|lesson| &lesson.steps).collect();
    let kinds: BTreeSet<KindName> = lessons
        .iter()
        .flat_map(Lesson::exercises)
        .map(|exercise| exercise.kind.name())
        .collect();
    assert_eq!(kinds, KindName::ALL.iter().copied().collect());
    let step_kinds: BTreeSet<StepKind> = steps.iter().map(|step| step.kind).collect();
    let lesson_kinds = [LessonKind::Kana, LessonKind::Situation];
    assert!(
        lesson_kinds
            .iter()
            .all(|kind| lessons.iter().any(|lesson| lesson.kind == *kind))
    );
    assert_eq!(step_kinds, StepKind::ALL.into_iter().collect());
    let pieces: BTreeSet<&str> = steps
        .iter()
        .flat_map(|step| &step.pieces)
        .map(|piece| match piece {
            Piece::Prose(_) => "prose",
            Piece::Dialogue(_) => "dialogue",
            Piece::Words(_) => "words",
            Piece::Kanji(_) => "kanji",
            Piece::Kana(_) => "kana",
            Piece::Exercise(_) => "exercise",
        })
        .collect();
    assert_eq!(pieces.len(), 6, "{pieces:?}");
}

#[test]
fn every_kind_of_prose_is_shown() {
    let lessons = all_lessons();
    let mut seen = BTreeSet::new();
    let mut languages = BTreeSet::new();
    for prose in lessons
        .iter()
        .flat_map(|lesson| &lesson.steps)
        .flat_map(|step| &step.pieces)
        .filter_map(prose)
    {
        languages.extend(prose.keys().map(ToString::to_string));
        prose.values().for_each(|all| blocks(all, &mut seen));
    }
    let all = [
        "break",
        "emphasis",
        "heading",
        "ja",
        "list",
        "ordered list",
        "paragraph",
        "picture",
        "quote",
        "strong",
        "table",
        "text",
    ];
    assert_eq!(seen, all.into());
    assert_eq!(languages, ["en", "id", "ja"].map(String::from).into());
}

fn prose(piece: &Piece) -> Option<&Prose> {
    match piece {
        Piece::Prose(prose) => Some(prose),
        Piece::Dialogue(_)
        | Piece::Words(_)
        | Piece::Kanji(_)
        | Piece::Kana(_)
        | Piece::Exercise(_) => None,
    }
}

fn blocks(all: &[Block], seen: &mut BTreeSet<&'static str>) {
    for block in all {
        seen.insert(match block {
            Block::Heading(_) => "heading",
            Block::Paragraph(_) => "paragraph",
            Block::List { ordered: true, .. } => "ordered list",
            Block::List { ordered: false, .. } => "list",
            Block::Table(_) => "table",
            Block::Quote(_) => "quote",
            Block::Picture { .. } => "picture",
        });
        match block {
            Block::Heading(text) | Block::Paragraph(text) => inlines(text, seen),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, seen)),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| inlines(cell, seen)),
            Block::Quote(inner) => blocks(inner, seen),
            Block::Picture { .. } => {}
        }
    }
}

fn inlines(all: &[Inline], seen: &mut BTreeSet<&'static str>) {
    for inline in all {
        seen.insert(match inline {
            Inline::Text(_) => "text",
            Inline::Ja(_) => "ja",
            Inline::Strong(_) => "strong",
            Inline::Emphasis(_) => "emphasis",
            Inline::Break => "break",
        });
        if let Inline::Strong(inner) | Inline::Emphasis(inner) = inline {
            inlines(inner, seen);
        }
    }
}
