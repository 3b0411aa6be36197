//! The contract of a store of records, as data: the same cases run in a native test and in a browser page.
//!
//! A case is a list of steps. Whoever runs them does what each says and compares. [`run`] does so for a store in memory;
//! `tests/e2e/stores.spec.ts` walks over the same cases, from `tests/stores/contract.json`, for localStorage and IndexedDB
//! as the app writes and reads them.

use domain::records::{Event, Setting, Stamp, Writer};
use serde::{Deserialize, Serialize};

/// A name and what to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// What it shows.
    pub name: String,
    /// What to do, on an empty store.
    pub steps: Vec<Step>,
}

/// One thing to do with a store, or to find in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Keep these lines of a learner; it counts when the store says that they are saved.
    Put {
        /// The learner.
        profile: String,
        /// Records, a line each.
        lines: Vec<String>,
    },
    /// Close and open again, as after a restart.
    Reopen,
    /// The lines of a learner are exactly these, in any order.
    Holds {
        /// The learner.
        profile: String,
        /// Records, a line each.
        lines: Vec<String>,
    },
    /// The learners in the store are exactly these, in any order.
    Learners(Vec<String>),
    /// Erase a learner, but for a tombstone.
    Erase(String),
}

/// A store that answers at once.
pub trait RecordStore {
    /// Keeps lines of a learner. Putting a record again changes nothing.
    fn put(&mut self, profile: &str, lines: &[String]) -> Result<(), String>;
    /// The lines of a learner.
    fn lines(&mut self, profile: &str) -> Result<Vec<String>, String>;
    /// The learners that have lines.
    fn learners(&mut self) -> Result<Vec<String>, String>;
    /// Erases a learner.
    fn erase(&mut self, profile: &str) -> Result<(), String>;
    /// Closes and opens it again.
    fn reopen(&mut self) -> Result<(), String>;
}

/// Runs a case on an empty store. An error names the step.
///
/// # Errors
/// When the store does not do what a step says.
pub fn run(case: &Case, store: &mut dyn RecordStore) -> Result<(), String> {
    for (n, step) in case.steps.iter().enumerate() {
        do_step(step, store).map_err(|why| format!("{}, step {}: {why}", case.name, n + 1))?;
    }
    Ok(())
}

fn do_step(step: &Step, store: &mut dyn RecordStore) -> Result<(), String> {
    match step {
        Step::Put { profile, lines } => store.put(profile, lines),
        Step::Reopen => store.reopen(),
        Step::Holds { profile, lines } => same(store.lines(profile)?, lines.clone()),
        Step::Learners(learners) => same(store.learners()?, learners.clone()),
        Step::Erase(profile) => store.erase(profile),
    }
}

/// Whether two lists hold the same, in any order.
///
/// # Errors
/// When they do not.
pub fn same(mut found: Vec<String>, mut wanted: Vec<String>) -> Result<(), String> {
    found.sort();
    wanted.sort();
    if found == wanted {
        Ok(())
    } else {
        Err(format!("found {found:#?}, wanted {wanted:#?}"))
    }
}

fn lines(profile: &str, tab: u64, count: u32) -> Vec<String> {
    let mut writer = Writer::new(crate::id(profile), crate::id(&format!("{tab:016x}")));
    let setting =
        |n: u32| Event::Setting(Setting::new("name", &format!("Sari さん {n} \u{1f5fb}")));
    let write = |n| {
        writer
            .write(Stamp::default(), setting(n))
            .expect("a setting fits")
    };
    (0..count)
        .map(write)
        .map(|record| record.encode().to_owned())
        .collect()
}

/// What every store of records keeps to.
pub fn cases() -> Vec<Case> {
    let (ani, budi) = ("ani", "budi");
    let put = |profile: &str, lines: &[String]| Step::Put {
        profile: profile.into(),
        lines: lines.into(),
    };
    let holds = |profile: &str, lines: &[String]| Step::Holds {
        profile: profile.into(),
        lines: lines.into(),
    };
    let learners = |all: &[&str]| Step::Learners(all.iter().map(|name| (*name).into()).collect());
    let (one, two, other) = (lines(ani, 1, 5), lines(ani, 2, 30), lines(budi, 1, 3));
    let both = [one.clone(), two.clone()].concat();
    let case = |name: &str, steps: Vec<Step>| Case {
        name: name.into(),
        steps,
    };
    vec![
        case(
            "an empty store has nothing",
            vec![holds(ani, &[]), learners(&[])],
        ),
        case(
            "what was saved is there after a restart",
            vec![
                put(ani, &one),
                holds(ani, &one),
                Step::Reopen,
                holds(ani, &one),
            ],
        ),
        case(
            "saving twice is saving once",
            vec![
                put(ani, &one),
                put(ani, &one),
                put(ani, &one[2..]),
                Step::Reopen,
                holds(ani, &one),
            ],
        ),
        case(
            "tabs do not disturb each other",
            vec![
                put(ani, &two[..10]),
                put(ani, &one),
                put(ani, &two[10..]),
                Step::Reopen,
                holds(ani, &both),
            ],
        ),
        case(
            "learners do not see each other, though their tabs have one name",
            vec![
                put(ani, &one),
                put(budi, &other),
                Step::Reopen,
                holds(ani, &one),
                holds(budi, &other),
                learners(&[ani, budi]),
            ],
        ),
        case(
            "an erased learner is gone and the others are not",
            vec![
                put(ani, &both),
                put(budi, &other),
                Step::Erase(ani.into()),
                Step::Reopen,
                holds(ani, &[]),
                holds(budi, &other),
                learners(&[budi]),
            ],
        ),
    ]
}

/// A store that forgets nothing while it runs: the simplest that keeps the contract.
#[derive(Debug, Default)]
pub struct MemoryStore {
    lines: std::collections::BTreeMap<String, std::collections::BTreeSet<String>>,
}

impl RecordStore for MemoryStore {
    fn put(&mut self, profile: &str, lines: &[String]) -> Result<(), String> {
        self.lines
            .entry(profile.into())
            .or_default()
            .extend(lines.iter().cloned());
        Ok(())
    }

    fn lines(&mut self, profile: &str) -> Result<Vec<String>, String> {
        Ok(self
            .lines
            .get(profile)
            .into_iter()
            .flatten()
            .cloned()
            .collect())
    }

    fn learners(&mut self) -> Result<Vec<String>, String> {
        Ok(self.lines.keys().cloned().collect())
    }

    fn erase(&mut self, profile: &str) -> Result<(), String> {
        self.lines.remove(profile);
        Ok(())
    }

    fn reopen(&mut self) -> Result<(), String> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_in_memory_keeps_the_contract() {
        for case in cases() {
            run(&case, &mut MemoryStore::default()).unwrap();
        }
    }

    /// `WRITE_CONTRACT=1` writes it.
    #[test]
    fn the_cases_for_the_browser_are_current() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../tests/stores/contract.json"
        );
        let text = serde_json::to_string_pretty(&cases()).unwrap() + "\n";
        if std::env::var_os("WRITE_CONTRACT").is_some() {
            std::fs::write(path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), text);
    }

    #[test]
    fn a_store_that_loses_a_line_is_found_out() {
        struct Lossy(MemoryStore);
        impl RecordStore for Lossy {
            fn put(&mut self, profile: &str, lines: &[String]) -> Result<(), String> {
                self.0.put(profile, &lines[..lines.len().min(29)])
            }
            fn lines(&mut self, profile: &str) -> Result<Vec<String>, String> {
                self.0
                    .lines(profile)
                    .map(|lines| lines.into_iter().skip(1).collect())
            }
            fn learners(&mut self) -> Result<Vec<String>, String> {
                self.0.learners()
            }
            fn erase(&mut self, profile: &str) -> Result<(), String> {
                self.0.erase(profile)
            }
            fn reopen(&mut self) -> Result<(), String> {
                Ok(())
            }
        }
        let faults = cases()
            .iter()
            .filter(|case| run(case, &mut Lossy(MemoryStore::default())).is_err())
            .count();
        assert!(faults >= 4, "{faults} of {}", cases().len());
    }
}
