//! Ids are unique, and what is referred to exists.

use super::exercises;
use crate::finding::Finding;
use crate::source::Source;
use crate::wrong::{Key, Wrong};
use domain::kinds::{Exercise, Kind};
use domain::model::{CertificateEntry, Piece};
use std::collections::BTreeSet;

/// What can be referred to.
struct Known<'a> {
    words: BTreeSet<&'a str>,
    can_dos: BTreeSet<&'a str>,
    lessons: BTreeSet<&'a str>,
    tests: BTreeSet<&'a str>,
    media: BTreeSet<&'a str>,
}

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    let known = Known {
        words: source
            .words
            .iter()
            .map(|(_, word)| word.key.as_str())
            .collect(),
        can_dos: source
            .can_dos
            .iter()
            .map(|(_, can_do)| can_do.id.as_str())
            .collect(),
        lessons: source
            .lessons
            .iter()
            .map(|lesson| lesson.content.id.as_str())
            .collect(),
        tests: source
            .tests
            .iter()
            .map(|test| test.content.id.as_str())
            .collect(),
        media: source.media.iter().map(String::as_str).collect(),
    };
    words_and_can_dos(source, &known, findings);
    files(source, findings);
    let mut ids = BTreeSet::new();
    for (file, line, exercise) in exercises(source) {
        let mut missing = |what: Key, name: &str| {
            let missing = Finding::new(Wrong::no_such(what, name), file, line);
            findings.push(missing.about(exercise.id.as_str()));
        };
        in_exercise(exercise, &known, &mut missing);
        let questions = exercise.questions().iter().map(|question| &question.id);
        for id in std::iter::once(&exercise.id).chain(questions) {
            if !ids.insert(id.as_str()) {
                let twice = Finding::new(Wrong::id_twice(id.as_str()), file, line);
                findings.push(twice.about(id.as_str()));
            }
        }
    }
    in_pieces(source, &known, findings);
    for (test, covered) in &source.covers {
        let file = source.tests.iter().find(|of| of.content.id == *test);
        let file = file.map_or("", |test| test.file.as_str());
        for lesson in covered
            .iter()
            .filter(|lesson| !known.lessons.contains(lesson.as_str()))
        {
            let missing = Finding::new(Wrong::no_such("lesson", lesson.as_str()), file, 1);
            findings.push(missing.about(test.as_str()));
        }
    }
    for (place, certificate) in source.head.certificates.iter().enumerate() {
        let line = source.certificate_lines.get(place).copied().unwrap_or(0);
        self::certificate(certificate, line, &known, findings);
    }
}

/// Keys of words and ids of can-dos, and the lessons that they belong to.
fn words_and_can_dos(source: &Source, known: &Known, findings: &mut Vec<Finding>) {
    let words = source.words.iter().map(|(line, word)| {
        let lesson = word.lesson.as_str();
        ("words.csv", *line, word.key.as_str(), lesson)
    });
    let can_dos = source.can_dos.iter().map(|(line, can_do)| {
        let lesson = can_do.lesson.as_str();
        ("can-dos.toml", *line, can_do.id.as_str(), lesson)
    });
    let mut seen = BTreeSet::new();
    for (file, line, id, lesson) in words.chain(can_dos) {
        if !seen.insert((file, id)) {
            findings.push(Finding::new(Wrong::id_twice(id), file, line).about(id));
        }
        if !known.lessons.contains(lesson) {
            let missing = Finding::new(Wrong::no_such("lesson", lesson), file, line);
            findings.push(missing.about(id));
        }
    }
    for (line, word) in &source.words {
        if let Some(audio) = &word.audio
            && !known.media.contains(&**audio)
        {
            let missing = Finding::new(Wrong::no_such("file", audio), "words.csv", *line);
            findings.push(missing.about(word.key.as_str()));
        }
    }
}

/// Ids of lessons and tests: two files with one id would be compiled into one.
fn files(source: &Source, findings: &mut Vec<Finding>) {
    let lessons = source
        .lessons
        .iter()
        .map(|lesson| (&lesson.file, "lesson", lesson.content.id.as_str()));
    let tests = source
        .tests
        .iter()
        .map(|test| (&test.file, "test", test.content.id.as_str()));
    let mut all: Vec<_> = lessons.chain(tests).collect();
    all.sort_unstable();
    let mut seen = BTreeSet::new();
    for (file, what, id) in all {
        if !seen.insert((what, id)) {
            findings.push(Finding::new(Wrong::id_twice(id), file, 1).about(id));
        }
    }
}

fn in_exercise(exercise: &Exercise, known: &Known, missing: &mut impl FnMut(Key, &str)) {
    let questions = exercise.questions();
    let used = exercise
        .words
        .iter()
        .chain(questions.iter().flat_map(|question| &question.words));
    let paired = match &exercise.kind {
        Kind::Matching(matching) => matching
            .pairs
            .iter()
            .filter_map(|pair| pair.word.as_ref())
            .collect(),
        Kind::Choice(_)
        | Kind::Cloze(_)
        | Kind::Typing(_)
        | Kind::Ordering(_)
        | Kind::Listening(_)
        | Kind::Dictation(_)
        | Kind::Passage(_) => Vec::new(),
    };
    for word in used.chain(paired) {
        if !known.words.contains(word.as_str()) {
            missing("word", word.as_str());
        }
    }
    let of_questions = questions
        .iter()
        .filter_map(|question| question.can_do.as_ref());
    for can_do in exercise.can_do.iter().chain(of_questions) {
        if !known.can_dos.contains(can_do.as_str()) {
            missing("can-do", can_do.as_str());
        }
    }
    for audio in exercise
        .script()
        .iter()
        .filter_map(|line| line.audio.as_ref())
    {
        if !known.media.contains(&**audio) {
            missing("file", audio);
        }
    }
}

fn in_pieces(source: &Source, known: &Known, findings: &mut Vec<Finding>) {
    for lesson in &source.lessons {
        for (line, piece) in lesson.pieces() {
            let mut missing = |what: Key, name: &str| {
                let missing = Wrong::no_such(what, name);
                findings.push(Finding::new(missing, &lesson.file, line));
            };
            let keys: Vec<&str> = match piece {
                Piece::Words(list) => list
                    .to_use
                    .iter()
                    .chain(&list.to_know)
                    .map(|key| key.as_str())
                    .collect(),
                Piece::Kanji(list) => list.iter().map(|kanji| kanji.word.as_str()).collect(),
                Piece::Kana(list) => list
                    .iter()
                    .flat_map(|card| std::iter::once(&card.key).chain(&card.example))
                    .map(|key| key.as_str())
                    .collect(),
                Piece::Dialogue(dialogue) => {
                    dialogue
                        .lines
                        .iter()
                        .filter_map(|line| line.audio.as_deref())
                        .filter(|audio| !known.media.contains(audio))
                        .for_each(|audio| missing("file", audio));
                    Vec::new()
                }
                Piece::Prose(_) | Piece::Exercise(_) => Vec::new(),
            };
            for key in keys.into_iter().filter(|key| !known.words.contains(key)) {
                missing("word", key);
            }
        }
    }
}

fn certificate(
    certificate: &CertificateEntry,
    line: usize,
    known: &Known,
    findings: &mut Vec<Finding>,
) {
    let lessons = certificate.lessons.iter().map(|lesson| lesson.as_str());
    let lessons = lessons.filter(|lesson| !known.lessons.contains(lesson));
    let test = certificate.test.iter().map(|test| test.as_str());
    let test = test.filter(|test| !known.tests.contains(test));
    for missing in lessons.chain(test) {
        let missing = Wrong::Certificate {
            certificate: certificate.id.to_string(),
            missing: missing.to_owned(),
        };
        findings.push(Finding::new(missing, "pack.toml", line));
    }
}
