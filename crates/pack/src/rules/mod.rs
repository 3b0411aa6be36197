//! The rules of a pack, beyond what its types say. Each takes the whole source and adds findings.

mod content;
mod items;
mod keys;
mod languages;
mod references;
mod repeated;
mod sound;
mod standard;
mod taught;
mod texts;

use crate::finding::Finding;
use crate::source::{Source, Sourced};
use domain::kinds::Exercise;
use std::rc::Rc;

/// Runs every rule. `known_pictures` empty means: do not check pictures.
pub fn check(source: &Source, known_pictures: &[&str], findings: &mut Vec<Finding>) {
    references::check(source, findings);
    items::check(source, findings);
    keys::check(source, findings);
    content::check(source, known_pictures, findings);
    standard::check(source, findings);
    sound::check(source, findings);
    repeated::check(source, findings);
    taught::check(source, findings);
    languages::check(source, findings);
}

/// Every exercise of lessons and tests with its file and line.
fn exercises(source: &Source) -> impl Iterator<Item = (&str, usize, &Rc<Exercise>)> {
    fn placed<'a, T>(
        from: &'a Sourced<T>,
        exercise: &'a Rc<Exercise>,
    ) -> (&'a str, usize, &'a Rc<Exercise>) {
        (from.file.as_str(), from.line(&exercise.id), exercise)
    }
    let lessons = source.lessons.iter().flat_map(|lesson| {
        lesson
            .content
            .exercises()
            .map(|exercise| placed(lesson, exercise))
    });
    let tests = source.tests.iter().flat_map(|test| {
        test.content
            .sections
            .iter()
            .flat_map(|section| &section.exercises)
            .map(|exercise| placed(test, exercise))
    });
    lessons.chain(tests)
}
