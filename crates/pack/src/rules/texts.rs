//! The Japanese texts of a pack's lessons and tests, each with its place: what the rules of language look at.

use super::exercises;
use crate::source::Source;
use domain::kinds::{Exercise, Kind};
use domain::model::{Line, Piece};
use domain::text::Ja;

/// A Japanese text and where it stands.
pub struct Placed<'a> {
    /// The file.
    pub file: &'a str,
    /// Its line.
    pub line: usize,
    /// The id of the exercise or dialogue.
    pub id: &'a str,
    /// The text.
    pub ja: &'a Ja,
    /// The exercise that it belongs to, unless it is of a dialogue.
    pub exercise: Option<&'a Exercise>,
}

/// Every text that an exercise or dialogue shows, reads out or wants as an answer.
pub fn all(source: &Source) -> Vec<Placed<'_>> {
    let mut all = Vec::new();
    for (file, line, exercise) in exercises(source) {
        all.extend(of_exercise(exercise).into_iter().map(|ja| Placed {
            file,
            line,
            id: exercise.id.as_str(),
            ja,
            exercise: Some(exercise),
        }));
    }
    for lesson in &source.lessons {
        for (line, piece) in lesson.pieces() {
            let Piece::Dialogue(dialogue) = piece else {
                continue;
            };
            all.extend(dialogue.lines.iter().map(|spoken| Placed {
                file: &lesson.file,
                line,
                id: dialogue.id.as_str(),
                ja: &spoken.ja,
                exercise: None,
            }));
        }
    }
    all
}

/// Every spoken line, of exercises and of dialogues, with its file, line and the id it belongs to.
pub fn spoken(source: &Source) -> Vec<(&str, usize, &str, &Line)> {
    let mut all = Vec::new();
    for (file, line, exercise) in exercises(source) {
        let script = exercise.script().iter();
        all.extend(script.map(|spoken| (file, line, exercise.id.as_str(), spoken)));
    }
    for lesson in &source.lessons {
        for (line, piece) in lesson.pieces() {
            let Piece::Dialogue(dialogue) = piece else {
                continue;
            };
            let lines = dialogue.lines.iter();
            all.extend(
                lines.map(|spoken| (lesson.file.as_str(), line, dialogue.id.as_str(), spoken)),
            );
        }
    }
    all
}

fn of_exercise(exercise: &Exercise) -> Vec<&Ja> {
    let mut texts: Vec<&Ja> = vec![&exercise.ja];
    texts.extend(exercise.script().iter().map(|line| &line.ja));
    for question in 0..exercise.question_count() {
        let choices = exercise.choices(question).into_iter();
        texts.extend(
            choices
                .flat_map(|choices| &choices.0)
                .map(|option| &option.ja),
        );
    }
    texts.extend(exercise.questions().iter().map(|question| &question.ja));
    match &exercise.kind {
        Kind::Ordering(ordering) => texts.extend(&ordering.tiles),
        Kind::Passage(passage) => {
            texts.push(&passage.body);
            texts.extend(passage.table.iter().flatten());
        }
        Kind::Matching(matching) => {
            let pairs = matching.pairs.iter();
            texts.extend(pairs.flat_map(|pair| [&pair.left.ja, &pair.right.ja]));
        }
        Kind::Cloze(cloze) => texts.push(&cloze.key),
        Kind::Typing(typing) => texts.push(&typing.key),
        Kind::Choice(_) | Kind::Listening(_) | Kind::Dictation(_) => {}
    }
    texts.retain(|text| !text.is_empty());
    texts
}
