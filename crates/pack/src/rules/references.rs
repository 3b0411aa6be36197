//! Ids are unique, and what is referred to exists.

use super::exercises;
use crate::finding::{Code, Finding};
use crate::source::Source;
use domain::kinds::Kind;
use domain::model::Piece;
use std::collections::BTreeSet;

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    let words: BTreeSet<&str> = source
        .words
        .iter()
        .map(|(_, word)| word.key.as_str())
        .collect();
    let can_dos: BTreeSet<&str> = source
        .can_dos
        .iter()
        .map(|can_do| can_do.id.as_str())
        .collect();
    let lessons: BTreeSet<&str> = source
        .lessons
        .iter()
        .map(|lesson| lesson.content.id.as_str())
        .collect();
    let tests: BTreeSet<&str> = source
        .tests
        .iter()
        .map(|test| test.content.id.as_str())
        .collect();
    let mut seen = BTreeSet::new();
    for (line, word) in &source.words {
        if !seen.insert(word.key.as_str()) {
            findings.push(
                Finding::new(Code::P005, "words.csv", *line, &[word.key.as_str()])
                    .about(word.key.as_str()),
            );
        }
        if !lessons.contains(word.lesson.as_str()) {
            findings.push(
                Finding::new(
                    Code::P007,
                    "words.csv",
                    *line,
                    &["lesson", word.lesson.as_str()],
                )
                .about(word.key.as_str()),
            );
        }
    }
    let mut seen = BTreeSet::new();
    for can_do in &source.can_dos {
        if !seen.insert(can_do.id.as_str()) {
            findings.push(
                Finding::new(Code::P005, "can-dos.toml", 0, &[can_do.id.as_str()])
                    .about(can_do.id.as_str()),
            );
        }
        if !lessons.contains(can_do.lesson.as_str()) {
            findings.push(
                Finding::new(
                    Code::P007,
                    "can-dos.toml",
                    0,
                    &["lesson", can_do.lesson.as_str()],
                )
                .about(can_do.id.as_str()),
            );
        }
    }
    let mut ids = BTreeSet::new();
    for (file, line, exercise) in exercises(source) {
        let mut missing = |what: &str, name: &str| {
            findings.push(
                Finding::new(Code::P007, file, line, &[what, name]).about(exercise.id.as_str()),
            );
        };
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
            if !words.contains(word.as_str()) {
                missing("word", word.as_str());
            }
        }
        for can_do in exercise.can_do.iter().chain(
            questions
                .iter()
                .filter_map(|question| question.can_do.as_ref()),
        ) {
            if !can_dos.contains(can_do.as_str()) {
                missing("can-do", can_do.as_str());
            }
        }
        for id in std::iter::once(&exercise.id).chain(questions.iter().map(|question| &question.id))
        {
            if !ids.insert(id.as_str()) {
                findings
                    .push(Finding::new(Code::P005, file, line, &[id.as_str()]).about(id.as_str()));
            }
        }
    }
    for lesson in &source.lessons {
        for piece in lesson.content.steps.iter().flat_map(|step| &step.pieces) {
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
                Piece::Prose(_) | Piece::Dialogue(_) | Piece::Exercise(_) => Vec::new(),
            };
            for key in keys.into_iter().filter(|key| !words.contains(key)) {
                findings.push(Finding::new(Code::P007, &lesson.file, 0, &["word", key]));
            }
        }
    }
    for (test, covered) in &source.covers {
        for lesson in covered
            .iter()
            .filter(|lesson| !lessons.contains(lesson.as_str()))
        {
            findings.push(
                Finding::new(Code::P007, "pack.toml", 0, &["lesson", lesson.as_str()])
                    .about(test.as_str()),
            );
        }
    }
    for certificate in &source.head.certificates {
        for lesson in certificate
            .lessons
            .iter()
            .filter(|lesson| !lessons.contains(lesson.as_str()))
        {
            findings.push(Finding::new(
                Code::P034,
                "pack.toml",
                0,
                &[certificate.id.as_str(), lesson.as_str()],
            ));
        }
        if let Some(test) = certificate
            .test
            .as_ref()
            .filter(|test| !tests.contains(test.as_str()))
        {
            findings.push(Finding::new(
                Code::P034,
                "pack.toml",
                0,
                &[certificate.id.as_str(), test.as_str()],
            ));
        }
    }
}
