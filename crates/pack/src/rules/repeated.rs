//! No exercise asks what another one in its lesson or test asks: forms share no item.

use super::exercises;
use crate::finding::Finding;
use crate::source::Source;
use crate::wrong::Wrong;
use domain::kinds::{Exercise, Kind};
use std::collections::BTreeMap;

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    let first = source.head.first();
    let mut seen = BTreeMap::new();
    for (file, line, exercise) in exercises(source) {
        for question in 0..exercise.question_count() {
            let id = exercise.item_id(question).as_str();
            let asked = (file, asked(exercise, question, first));
            if let Some(earlier) = seen.get(&asked).map(|id: &&str| (*id).to_owned()) {
                findings.push(Finding::new(Wrong::Repeated { earlier }, file, line).about(id));
            } else {
                seen.insert(asked, id);
            }
        }
    }
}

/// Everything that a learner sees or hears of a question, and its answer. Wrong options do not make it another one.
fn asked(exercise: &Exercise, question: usize, first: &str) -> Vec<String> {
    let mut asked = vec![exercise.kind.name().as_str().to_owned()];
    let mut text = |text: Option<&str>| asked.push(text.unwrap_or_default().trim().to_owned());
    text(exercise.ask.exact(first));
    text(exercise.text.exact(first));
    text(exercise.icon.as_deref());
    text(Some(&exercise.ja.written()));
    for line in exercise.script() {
        text(Some(&line.ja.written()));
    }
    if let Some(own) = exercise.questions().get(question) {
        text(own.text.exact(first));
        text(Some(&own.ja.written()));
    }
    if let Some(key) = exercise.choices(question).and_then(|choices| choices.key()) {
        text(key.text.exact(first));
        text(key.icon.as_deref());
        text(Some(&key.ja.written()));
    }
    if let Some(answer) = exercise.model_answer(question) {
        text(Some(&answer.written()));
    }
    match &exercise.kind {
        Kind::Passage(passage) => {
            text(Some(&passage.body.written()));
            let cells = passage.table.iter().flatten();
            cells.for_each(|cell| text(Some(&cell.written())));
        }
        Kind::Matching(matching) => {
            for pair in &matching.pairs {
                for side in [&pair.left, &pair.right] {
                    text(side.text.exact(first));
                    text(side.icon.as_deref());
                    text(Some(&side.ja.written()));
                }
            }
        }
        Kind::Choice(_)
        | Kind::Cloze(_)
        | Kind::Typing(_)
        | Kind::Ordering(_)
        | Kind::Listening(_)
        | Kind::Dictation(_) => {}
    }
    asked
}
