//! Language: translations, readings, accents, Latin letters in Japanese, pictures.

use super::exercises;
use super::sound::beats;
use crate::finding::Finding;
use crate::source::{Source, Sourced};
use crate::wrong::Wrong;
use domain::kinds::Kind;
use domain::model::{Block, FORMAT, Lesson, Piece, Word};
use domain::text::{Ja, is_kanji};

/// See the module.
pub fn check(source: &Source, known_pictures: &[&str], findings: &mut Vec<Finding>) {
    let first = source.head.first();
    let beginners = matches!(source.head.level.as_str(), "A0" | "A1");
    for (line, word) in &source.words {
        self::word(word, *line, first, findings);
    }
    head(source, findings);
    for (line, can_do) in &source.can_dos {
        if can_do.text.exact(first).is_none() {
            let missing = Wrong::not_in_first("text", "", first);
            let missing = Finding::new(missing, "can-dos.toml", *line);
            findings.push(missing.about(can_do.id.as_str()));
        }
    }
    for (file, line, exercise) in exercises(source) {
        let mut texts: Vec<&Ja> = vec![&exercise.ja];
        texts.extend(exercise.script().iter().map(|line| &line.ja));
        for question in 0..exercise.question_count() {
            texts.extend(
                exercise
                    .choices(question)
                    .iter()
                    .flat_map(|choices| &choices.0)
                    .map(|option| &option.ja),
            );
            texts.extend(
                exercise
                    .questions()
                    .get(question)
                    .map(|question| &question.ja),
            );
        }
        if let Kind::Ordering(ordering) = &exercise.kind {
            texts.extend(&ordering.tiles);
        }
        if let Kind::Passage(passage) = &exercise.kind {
            texts.push(&passage.body);
            texts.extend(passage.table.iter().flatten());
        }
        for text in texts {
            japanese(text, beginners, file, line, exercise.id.as_str(), findings);
        }
        let options = (0..exercise.question_count())
            .filter_map(|question| exercise.choices(question))
            .flat_map(|choices| &choices.0)
            .filter_map(|option| option.icon.as_ref());
        let sides = match &exercise.kind {
            Kind::Matching(matching) => matching
                .pairs
                .iter()
                .flat_map(|pair| [&pair.left, &pair.right])
                .collect(),
            Kind::Choice(_)
            | Kind::Cloze(_)
            | Kind::Typing(_)
            | Kind::Ordering(_)
            | Kind::Listening(_)
            | Kind::Dictation(_)
            | Kind::Passage(_) => Vec::new(),
        };
        let sides = sides.into_iter().filter_map(|side| side.icon.as_ref());
        for icon in exercise.icon.iter().chain(options).chain(sides) {
            picture(icon, known_pictures, file, line, findings);
        }
    }
    for lesson in &source.lessons {
        self::lesson(lesson, first, beginners, known_pictures, findings);
    }
    for test in &source.tests {
        if test.content.title.exact(first).is_none() {
            let missing = Wrong::not_in_first("title", "", first);
            findings.push(Finding::new(missing, &test.file, 1));
        }
    }
    for (line, icon) in source
        .words
        .iter()
        .filter_map(|(line, word)| word.icon.as_ref().map(|icon| (*line, icon)))
    {
        picture(icon, known_pictures, "words.csv", line, findings);
    }
}

/// What the head says beyond its types.
fn head(source: &Source, findings: &mut Vec<Finding>) {
    let head = &source.head;
    let mut add = |wrong| findings.push(Finding::new(wrong, "pack.toml", 0));
    if head.format != FORMAT {
        let (found, expected) = (head.format.to_string(), FORMAT.to_string());
        add(Wrong::field("format", "format", &found, &expected));
    }
    if head.languages.is_empty() {
        add(Wrong::field("no-language", "languages", "", ""));
    }
    if head.title.exact(head.first()).is_none() {
        add(Wrong::not_in_first("title", "", head.first()));
    }
}

fn lesson(
    lesson: &Sourced<Lesson>,
    first: &str,
    beginners: bool,
    known_pictures: &[&str],
    findings: &mut Vec<Finding>,
) {
    let file = &lesson.file;
    if lesson.content.title.exact(first).is_none() {
        let missing = Wrong::not_in_first("title", "", first);
        findings.push(Finding::new(missing, file, 1));
    }
    for (line, piece) in lesson.pieces() {
        match piece {
            Piece::Dialogue(dialogue) => {
                let id = dialogue.id.as_str();
                for spoken in &dialogue.lines {
                    japanese(&spoken.ja, beginners, file, line, id, findings);
                    if spoken.tr.exact(first).is_none() {
                        let said = spoken.ja.written();
                        let missing = Wrong::not_in_first("line", &said, first);
                        let missing = Finding::new(missing, file, line);
                        findings.push(missing.about(id));
                    }
                }
            }
            Piece::Prose(prose) => {
                for block in prose.values().flatten() {
                    if let Block::Picture { icon, .. } = block {
                        picture(icon, known_pictures, file, line, findings);
                    }
                }
            }
            Piece::Words(_) | Piece::Kanji(_) | Piece::Kana(_) | Piece::Exercise(_) => {}
        }
    }
}

fn picture(icon: &str, known: &[&str], file: &str, line: usize, findings: &mut Vec<Finding>) {
    if !known.is_empty() && !known.contains(&icon) {
        let name = icon.to_owned();
        findings.push(Finding::new(Wrong::Picture { name }, file, line));
    }
}

fn word(word: &Word, line: usize, first: &str, findings: &mut Vec<Finding>) {
    let mut add = |wrong| {
        findings.push(Finding::new(wrong, "words.csv", line).about(word.key.as_str()));
    };
    if word.gloss.exact(first).is_none() {
        add(Wrong::not_in_first("gloss", "", first));
    }
    let plain =
        |text: &str| -> String { text.chars().filter(|c| domain::text::is_kana(*c)).collect() };
    let written_only_kana = |text: &str| !text.chars().any(is_kanji);
    if written_only_kana(&word.ja.reading()) && plain(&word.ja.reading()) != plain(&word.reading) {
        let word = word.ja.written();
        add(Wrong::Reading { word });
    }
    let beats = beats(&word.reading);
    if let Some(accent) = word.accent.filter(|accent| usize::from(*accent) > beats) {
        add(Wrong::Accent {
            accent: accent.to_string(),
            beats,
            reading: word.reading.to_string(),
        });
    }
}

fn japanese(
    text: &Ja,
    beginners: bool,
    file: &str,
    line: usize,
    id: &str,
    findings: &mut Vec<Finding>,
) {
    for segment in text
        .segments()
        .iter()
        .filter(|segment| segment.ruby.is_none())
    {
        if beginners && let Some(kanji) = segment.base.chars().find(|c| is_kanji(*c)) {
            let kanji = kanji.to_string();
            findings.push(Finding::new(Wrong::KanjiAlone { kanji }, file, line).about(id));
        }
        let latin: String = segment
            .base
            .chars()
            .skip_while(|c| !c.is_ascii_lowercase())
            .take_while(char::is_ascii_alphabetic)
            .collect();
        if latin.len() > 1 {
            findings.push(Finding::new(Wrong::Latin { text: latin }, file, line).about(id));
        }
    }
}
