//! The frozen specimen of format v1: its sources compile to exactly the bytes that lie beside them, and both show
//! everything the format has. Neither folder is ever changed; what the format gains later gets a specimen of its own.

mod common;

use common::{PICTURES, folder, specimen, text};
use domain::kinds::KindName;
use domain::model::{Block, Index, Lesson, LessonKind, Piece, Prose, Step, StepKind, Test, Words};
use domain::text::Inline;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

const COMPILED: &str = "tests/packs/specimen-v1-compiled";

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
    let (pack, findings) = pack::compile_folder(&specimen(), &PICTURES);
    assert_eq!(findings, vec![]);
    let made = pack.expect("a pack without findings compiles").files;
    let frozen = folder(COMPILED);
    assert_eq!(
        made.keys().collect::<Vec<_>>(),
        frozen.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &made {
        assert!(
            *bytes == frozen[name],
            "{name} is no longer what format v1 compiles to:\n{}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let mut files = specimen();
    for (name, bytes) in &mut files {
        if !name.starts_with("media/") {
            let text = String::from_utf8(std::mem::take(bytes)).unwrap();
            *bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
        }
    }
    let (pack, findings) = pack::compile_folder(&files, &PICTURES);
    assert_eq!(findings, vec![]);
    assert!(pack.is_some_and(|pack| pack.files == folder(COMPILED)));
}

#[test]
fn the_frozen_files_are_what_the_app_reads() {
    let files = folder(COMPILED);
    let index: Index = compiled(&files, "index.json");
    let words: Words = compiled(&files, "words.json");
    assert_eq!(index.format, domain::model::FORMAT);
    assert_eq!(words.0.len(), 8);
    let kinds: Vec<LessonKind> = lessons(&files).iter().map(|lesson| lesson.kind).collect();
    assert_eq!(kinds, [LessonKind::Kana, LessonKind::Situation]);
    for entry in &index.tests {
        let test: Test = compiled(&files, &format!("test/{}.json", entry.id));
        assert_eq!(test.sections.len(), 2);
        assert_eq!(entry.items, 2);
    }
    // What was read is written again as the same bytes: no field is lost on the way.
    for (name, again) in [
        ("index.json", serde_json::to_vec(&index).unwrap()),
        ("words.json", serde_json::to_vec(&words).unwrap()),
    ] {
        assert!(again == files[name], "{name}");
    }
    for lesson in lessons(&files) {
        let name = format!("lesson/{}.json", lesson.id);
        assert!(
            serde_json::to_vec(&lesson).unwrap() == files[&name],
            "{name}"
        );
    }
}

#[test]
fn the_manifest_names_every_other_file_with_its_hash() {
    let files = folder(COMPILED);
    let manifest: serde_json::Value = compiled(&files, "manifest.json");
    let named: BTreeMap<String, String> =
        serde_json::from_value(manifest["files"].clone()).unwrap();
    let hash = |bytes: &Vec<u8>| -> String {
        Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    let others: BTreeMap<String, String> = files
        .iter()
        .filter(|(name, _)| *name != "manifest.json")
        .map(|(name, bytes)| (name.clone(), hash(bytes)))
        .collect();
    assert_eq!(named, others);
}

#[test]
fn every_kind_of_exercise_step_and_piece_is_shown() {
    let lessons = lessons(&folder(COMPILED));
    let steps: Vec<&Step> = lessons.iter().flat_map(|lesson| &lesson.steps).collect();
    let kinds: BTreeSet<KindName> = lessons
        .iter()
        .flat_map(Lesson::exercises)
        .map(|exercise| exercise.kind.name())
        .collect();
    assert_eq!(kinds, KindName::ALL.iter().copied().collect());
    let step_kinds: BTreeSet<StepKind> = steps.iter().map(|step| step.kind).collect();
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
    let lessons = lessons(&folder(COMPILED));
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

#[test]
fn the_sources_use_every_block_by_name() {
    let files = specimen();
    let fences: BTreeSet<&str> = ["lessons/01-huruf-a.md", "lessons/02-kunci.md"]
        .into_iter()
        .flat_map(|name| text(&files, name).lines())
        .filter_map(|line| line.strip_prefix("```"))
        .filter(|kind| !kind.is_empty())
        .collect();
    let named: BTreeSet<&str> = KindName::ALL
        .iter()
        .map(|kind| kind.as_str())
        .chain(["dialogue", "words", "kanji", "kana", "en", "ja"])
        .collect();
    assert_eq!(fences, named);
}
