//! Every exercise can be answered, has one best answer, and a reason for every other.

use super::exercises;
use crate::finding::Finding;
use crate::source::Source;
use crate::wrong::Wrong;
use domain::kinds::Fault;

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    let first = source.head.first();
    for (file, line, exercise) in exercises(source) {
        for fault in exercise.faults(first) {
            let found = Finding::new(wrong(&fault, first), file, line);
            findings.push(found.about(exercise.id.as_str()));
        }
    }
}

/// What an author got wrong in an exercise, as a rule names it.
fn wrong(fault: &Fault, first: &str) -> Wrong {
    let counted = |reason, n, least, most| Wrong::Unanswerable {
        reason,
        n,
        least,
        most,
        id: String::new(),
    };
    match fault {
        Fault::NoKey => Wrong::Keys { reason: "none" },
        Fault::TwoKeys => Wrong::Keys { reason: "several" },
        Fault::OptionCount(n) => counted("options", *n, 2, 4),
        Fault::SameOptions(a, b) => Wrong::SameOptions {
            first: a.to_string(),
            second: b.to_string(),
        },
        Fault::SameId(id) => Wrong::id_twice(id.as_str()),
        Fault::NoReason(id) => Wrong::NoReason {
            option: id.to_string(),
            language: first.to_owned(),
        },
        Fault::EmptyOption(id) => Wrong::Unanswerable {
            reason: "nothing-shown",
            n: 0,
            least: 0,
            most: 0,
            id: id.to_string(),
        },
        Fault::KeyInStem(key) => Wrong::KeyInQuestion { key: key.clone() },
        Fault::NoQuestion => Wrong::unanswerable("no-question"),
        Fault::GapCount(n) => counted("gaps", *n, 1, 1),
        Fault::NoAnswer => Wrong::unanswerable("no-answer"),
        Fault::KeyNotTypable(text) => Wrong::NotTypable { text: text.clone() },
        Fault::PartCount { found, least, most } => counted("parts", *found, *least, *most),
        Fault::OrderRange => Wrong::unanswerable("order"),
        Fault::NoScript => Wrong::unanswerable("no-script"),
    }
}
