//! Language: translations, readings, accents, Latin letters in Japanese, pictures.

use super::exercises;
use crate::finding::{Code, Finding};
use crate::source::{Source, Sourced};
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
            let missing = Finding::new(Code::P006, "can-dos.toml", *line, &["text", first]);
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
            findings.push(Finding::new(Code::P006, &test.file, 1, &["title", first]));
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
    let mut add = |code, args: &[&str]| findings.push(Finding::new(code, "pack.toml", 0, args));
    if head.format != FORMAT {
        let what = format!("format is {}; {FORMAT} is what can be read", head.format);
        add(Code::P003, &[&what]);
    }
    if head.languages.is_empty() {
        add(Code::P003, &["languages is empty"]);
    }
    if head.title.exact(head.first()).is_none() {
        add(Code::P006, &["title", head.first()]);
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
        findings.push(Finding::new(Code::P006, file, 1, &["title", first]));
    }
    for (line, piece) in lesson.pieces() {
        match piece {
            Piece::Dialogue(dialogue) => {
                let id = dialogue.id.as_str();
                for spoken in &dialogue.lines {
                    japanese(&spoken.ja, beginners, file, line, id, findings);
                    if spoken.tr.exact(first).is_none() {
                        let said = spoken.ja.written();
                        let missing = Finding::new(Code::P006, file, line, &[&said, first]);
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
        findings.push(Finding::new(Code::P032, file, line, &[icon]));
    }
}

fn word(word: &Word, line: usize, first: &str, findings: &mut Vec<Finding>) {
    let mut add = |code, args: &[&str]| {
        findings.push(Finding::new(code, "words.csv", line, args).about(word.key.as_str()))
    };
    if word.gloss.exact(first).is_none() {
        add(Code::P006, &["gloss", first]);
    }
    let plain =
        |text: &str| -> String { text.chars().filter(|c| domain::text::is_kana(*c)).collect() };
    let written_only_kana = |text: &str| !text.chars().any(is_kanji);
    if written_only_kana(&word.ja.reading()) && plain(&word.ja.reading()) != plain(&word.reading) {
        add(Code::P031, &[&word.ja.written()]);
    }
    let beats = word
        .reading
        .chars()
        .filter(|c| domain::text::is_kana(*c) && !"ゃゅょャュョァィゥェォぁぃぅぇぉ".contains(*c))
        .count();
    if let Some(accent) = word.accent.filter(|accent| usize::from(*accent) > beats) {
        add(
            Code::P033,
            &[&accent.to_string(), &beats.to_string(), &word.reading],
        );
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
            findings.push(Finding::new(Code::P027, file, line, &[&kanji.to_string()]).about(id));
        }
        let latin: String = segment
            .base
            .chars()
            .skip_while(|c| !c.is_ascii_lowercase())
            .take_while(char::is_ascii_alphabetic)
            .collect();
        if latin.len() > 1 {
            findings.push(Finding::new(Code::P028, file, line, &[&latin]).about(id));
        }
    }
}
