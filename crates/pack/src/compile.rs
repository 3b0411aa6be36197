//! The compiled form of a pack: what the app loads. Deterministic: the same sources give the same bytes.

use crate::source::Source;
use domain::kinds::Exercise;
use domain::model::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A compiled pack as files by name.
pub struct CompiledPack {
    /// The index, also among the files as `index.json`.
    pub index: Index,
    /// Files by path within the compiled folder.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// `manifest.json`: SHA-256 of every other file.
#[derive(Serialize)]
struct Manifest<'a> {
    format: u32,
    id: &'a str,
    version: &'a str,
    files: BTreeMap<&'a str, String>,
}

/// Compiles sources that have been checked.
pub fn compile(source: &Source, files: &crate::Files) -> CompiledPack {
    let index = index(source);
    let mut out: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    put(&mut out, "index.json", &index);
    put(
        &mut out,
        "words.json",
        &Words(source.words.iter().map(|(_, word)| word.clone()).collect()),
    );
    for lesson in &source.lessons {
        put(
            &mut out,
            &format!("lesson/{}.json", lesson.content.id),
            &lesson.content,
        );
    }
    for test in &source.tests {
        put(
            &mut out,
            &format!("test/{}.json", test.content.id),
            &test.content,
        );
    }
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("media/")) {
        out.insert(name.clone(), bytes.clone());
    }
    let hashes = out
        .iter()
        .map(|(name, bytes)| (name.as_str(), hex(&Sha256::digest(bytes))))
        .collect();
    let manifest = Manifest {
        format: FORMAT,
        id: index.id.as_str(),
        version: &index.version,
        files: hashes,
    };
    let manifest = serde_json::to_vec(&manifest).unwrap_or_default();
    out.insert("manifest.json".into(), manifest);
    CompiledPack { index, files: out }
}

fn put(out: &mut BTreeMap<String, Vec<u8>>, name: &str, value: &impl Serialize) {
    // Our own types with string keys: writing them cannot fail.
    out.insert(name.into(), serde_json::to_vec(value).unwrap_or_default());
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn items<'a>(exercises: impl Iterator<Item = &'a std::rc::Rc<Exercise>>) -> u32 {
    u32::try_from(
        exercises
            .map(|exercise| exercise.question_count())
            .sum::<usize>(),
    )
    .unwrap_or(u32::MAX)
}

fn index(source: &Source) -> Index {
    let head = &source.head;
    let lessons = source
        .lessons
        .iter()
        .map(|lesson| lesson_entry(&lesson.content, source))
        .collect();
    let tests = source
        .tests
        .iter()
        .map(|test| test_entry(&test.content, source))
        .collect();
    Index {
        format: FORMAT,
        id: head.id.clone(),
        version: head.version.clone(),
        languages: head.languages.clone(),
        level: head.level.clone(),
        title: head.title.clone(),
        about: head.about.clone(),
        authors: head.authors.clone(),
        license: head.license.clone(),
        spaces: head.spaces,
        course: head.course,
        order: head.order,
        lessons,
        tests,
        can_dos: source
            .can_dos
            .iter()
            .map(|(_, can_do)| can_do.clone())
            .collect(),
        certificates: head.certificates.clone(),
    }
}

fn lesson_entry(lesson: &Lesson, source: &Source) -> LessonEntry {
    let words = source
        .words
        .iter()
        .filter(|(_, word)| word.lesson == lesson.id)
        .count();
    LessonEntry {
        id: lesson.id.clone(),
        number: lesson.number,
        kind: lesson.kind,
        title: lesson.title.clone(),
        section: source.sections.get(&lesson.id).cloned().unwrap_or_default(),
        minutes: lesson.minutes,
        steps: lesson
            .steps
            .iter()
            .map(|step| (step.kind, items(step.exercises())))
            .collect(),
        words: u32::try_from(words).unwrap_or(u32::MAX),
    }
}

fn test_entry(test: &Test, source: &Source) -> TestEntry {
    use domain::ids::FormId;
    let of_form_a = |section: &Section| {
        items(
            section
                .exercises
                .iter()
                .filter(|exercise| exercise.form == Some(FormId::A)),
        )
    };
    let sections: Vec<SectionEntry> = test
        .sections
        .iter()
        .map(|section| SectionEntry {
            id: section.id.clone(),
            title: section.title.clone(),
            items: of_form_a(section),
        })
        .collect();
    TestEntry {
        id: test.id.clone(),
        title: test.title.clone(),
        lessons: source.covers.get(&test.id).cloned().unwrap_or_default(),
        minutes: test.minutes,
        items: sections.iter().map(|section| section.items).sum(),
        sections,
        pass: test.pass,
    }
}
