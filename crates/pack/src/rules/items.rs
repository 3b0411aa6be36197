//! Every exercise can be answered, has one best answer, and a reason for every other.

use super::exercises;
use crate::finding::{Code, Finding};
use crate::source::Source;
use domain::kinds::Fault;

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    let first = source.head.first();
    let mut places = [0_usize; 4];
    let (mut longest, mut counted) = (0, 0);
    for (file, line, exercise) in exercises(source) {
        for fault in exercise.faults(first) {
            let (code, args) = finding(&fault, first);
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            findings.push(Finding::new(code, file, line, &args).about(exercise.id.as_str()));
        }
        for question in 0..exercise.question_count() {
            let Some(choices) = exercise
                .choices(question)
                .filter(|choices| choices.0.len() >= 3)
            else {
                continue;
            };
            let length = |n: usize| {
                let option = &choices.0[n];
                option.ja.written().chars().count().max(
                    option
                        .text
                        .exact(first)
                        .map_or(0, |text| text.chars().count()),
                )
            };
            let Some(key) = choices.0.iter().position(|option| option.right) else {
                continue;
            };
            counted += 1;
            places[key.min(3)] += 1;
            longest += usize::from(
                (0..choices.0.len())
                    .filter(|n| *n != key)
                    .all(|n| length(n) < length(key)),
            );
        }
    }
    if counted >= 40 {
        for (place, count) in places
            .iter()
            .enumerate()
            .filter(|(_, count)| **count * 100 > counted * 45)
        {
            let args = [
                (place + 1).to_string(),
                count.to_string(),
                counted.to_string(),
            ];
            findings.push(Finding::new(
                Code::P029,
                "pack.toml",
                0,
                &[&args[0], &args[1], &args[2]],
            ));
        }
        if longest * 100 > counted * 45 {
            findings.push(Finding::new(
                Code::P030,
                "pack.toml",
                0,
                &[&longest.to_string(), &counted.to_string()],
            ));
        }
    }
}

fn finding(fault: &Fault, first: &str) -> (Code, Vec<String>) {
    match fault {
        Fault::NoKey => (Code::P014, vec!["no option is right".into()]),
        Fault::TwoKeys => (Code::P014, vec!["more than one option is right".into()]),
        Fault::OptionCount(n) => (Code::P017, vec![format!("{n} options; 2 to 4 are allowed")]),
        Fault::SameOptions(a, b) => (Code::P016, vec![a.to_string(), b.to_string()]),
        Fault::SameId(id) => (Code::P005, vec![id.to_string()]),
        Fault::NoReason(id) => (Code::P015, vec![id.to_string(), first.into()]),
        Fault::EmptyOption(id) => (Code::P017, vec![format!("{id} has nothing to show")]),
        Fault::KeyInStem(key) => (Code::P018, vec![key.clone()]),
        Fault::NoQuestion => (Code::P017, vec!["there is nothing to ask about".into()]),
        Fault::GapCount(n) => (
            Code::P017,
            vec![format!("{n} gaps ＿＿; exactly one is needed")],
        ),
        Fault::NoAnswer => (Code::P017, vec!["neither options nor a key".into()]),
        Fault::KeyNotTypable(text) => (Code::P019, vec![text.clone()]),
        Fault::PartCount { found, least, most } => (
            Code::P017,
            vec![format!("{found} parts; {least} to {most} are allowed")],
        ),
        Fault::OrderRange => (
            Code::P017,
            vec!["also does not name every tile once".into()],
        ),
        Fault::NoScript => (Code::P017, vec!["there is nothing to hear".into()]),
    }
}
