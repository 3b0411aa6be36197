//! The standard of a lesson and of a test: enough practice of enough kinds, every can-do tested, forms alike.

use crate::finding::Finding;
use crate::source::{Source, Sourced};
use crate::wrong::Wrong;
use domain::ids::{CanDoId, FormId};
use domain::kinds::{Exercise, KindName};
use domain::model::{Lesson, LessonKind, StepKind, Test};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    for lesson in &source.lessons {
        practice(lesson, findings);
        check_forms(source, lesson, findings);
    }
    for test in &source.tests {
        test_forms(test, findings);
    }
}

fn practice(lesson: &Sourced<Lesson>, findings: &mut Vec<Finding>) {
    let practised: Vec<&Rc<Exercise>> = lesson
        .content
        .steps
        .iter()
        .filter(|step| step.kind != StepKind::Check)
        .flat_map(|step| step.exercises())
        .collect();
    let kinds: BTreeSet<KindName> = practised
        .iter()
        .map(|exercise| exercise.kind.name())
        .collect();
    let (exercises, of_kinds) = match lesson.content.kind {
        LessonKind::Kana => (15, 4),
        LessonKind::Situation => (24, 6),
    };
    if practised.len() < exercises || kinds.len() < of_kinds {
        let little = Wrong::LittlePractice {
            exercises: practised.len(),
            kinds: kinds.len(),
            least_exercises: exercises,
            least_kinds: of_kinds,
        };
        findings.push(Finding::new(little, &lesson.file, 0));
    }
}

fn check_forms(source: &Source, lesson: &Sourced<Lesson>, findings: &mut Vec<Finding>) {
    let steps = &lesson.content.steps;
    let Some(place) = steps.iter().position(|step| step.kind == StepKind::Check) else {
        return;
    };
    let (step, line) = (&steps[place], lesson.head_line(place));
    let expected = match lesson.content.kind {
        LessonKind::Kana => 8,
        LessonKind::Situation => 12,
    };
    let goals: Vec<&CanDoId> = source
        .can_dos
        .iter()
        .filter(|(_, can_do)| can_do.lesson == lesson.content.id)
        .map(|(_, can_do)| &can_do.id)
        .collect();
    let counts = tagged(step.exercises(), lesson, findings);
    for form in FormId::ALL {
        let total: usize = counts
            .iter()
            .filter(|((of, _), _)| *of == form)
            .map(|(_, count)| count)
            .sum();
        if total < expected {
            let short = Wrong::ShortCheck {
                form: form.as_str().into(),
                n: total,
                least: expected,
            };
            findings.push(Finding::new(short, &lesson.file, line));
        }
        for goal in &goals {
            let count = counts.get(&(form, (*goal).clone())).copied().unwrap_or(0);
            if count < 2 {
                let untested = Wrong::CanDoUntested {
                    can_do: goal.to_string(),
                    form: form.as_str().into(),
                    n: count,
                };
                let untested = Finding::new(untested, &lesson.file, line);
                findings.push(untested.about(goal.as_str()));
            }
        }
    }
}

/// Items by form and can-do; an item without either is a finding.
fn tagged<'a, T>(
    exercises: impl Iterator<Item = &'a Rc<Exercise>>,
    from: &Sourced<T>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<(FormId, CanDoId), usize> {
    let mut counts = BTreeMap::new();
    for exercise in exercises {
        for question in 0..exercise.question_count() {
            match (exercise.form, exercise.item_can_do(question)) {
                (Some(form), Some(can_do)) => {
                    *counts.entry((form, can_do.clone())).or_default() += 1
                }
                (form, _) => {
                    let part = if form.is_none() { "form" } else { "can-do" };
                    let line = from.line(&exercise.id);
                    let untagged = Finding::new(Wrong::Untagged { part }, &from.file, line);
                    findings.push(untagged.about(exercise.item_id(question).as_str()));
                }
            }
        }
    }
    counts
}

fn test_forms(test: &Sourced<Test>, findings: &mut Vec<Finding>) {
    for (place, section) in test.content.sections.iter().enumerate() {
        let counts = tagged(section.exercises.iter(), test, findings);
        let of = |form: FormId| {
            counts
                .iter()
                .filter(|((of, _), _)| *of == form)
                .map(|(_, count)| count)
                .sum::<usize>()
        };
        let (a, b) = (of(FormId::A), of(FormId::B));
        if a != b {
            let section = section.id.to_string();
            let uneven = Wrong::UnevenForms { section, a, b };
            findings.push(Finding::new(uneven, &test.file, test.head_line(place)));
        }
    }
}
