//! The right option cannot be guessed from its place or its length: over a whole pack, and in each lesson and test.

use super::exercises;
use crate::finding::Finding;
use crate::source::Source;
use crate::wrong::Wrong;
use domain::kinds::Choices;
use std::collections::BTreeMap;

/// So many questions of a pack are needed before a habit shows, and it is one beyond this share, in percent.
const OF_PACK: (usize, usize) = (40, 45);
/// The same of one lesson or test, where a habit must also be three standard deviations from chance.
const OF_FILE: usize = 12;

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    let first = source.head.first();
    let mut pack = Tally::default();
    let mut files: BTreeMap<&str, Tally> = BTreeMap::new();
    for (file, _, exercise) in exercises(source) {
        for question in 0..exercise.question_count() {
            if let Some(choices) = exercise.choices(question) {
                pack.count(choices, first);
                files.entry(file).or_default().count(choices, first);
            }
        }
    }
    let (least, percent) = OF_PACK;
    if pack.total >= least {
        let habit = |n: usize| n * 100 > pack.total * percent;
        pack.findings("pack.toml", |n, _| habit(n), findings);
    }
    for (file, tally) in files.iter().filter(|(_, tally)| tally.total >= OF_FILE) {
        tally.findings(file, |n, chance| chance.is_passed_by(n), findings);
    }
}

/// What chance alone would give.
#[derive(Clone, Copy, Default)]
struct Chance {
    expected: f64,
    variance: f64,
}

impl Chance {
    fn add(&mut self, probability: f64) {
        self.expected += probability;
        self.variance += probability * (1.0 - probability);
    }

    fn is_passed_by(&self, n: usize) -> bool {
        let n = f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        n > self.expected + 3.0 * self.variance.sqrt()
    }
}

/// Where the right options stand, and how often they are the longest.
#[derive(Default)]
struct Tally {
    total: usize,
    places: [(usize, Chance); 4],
    longest: (usize, Chance),
}

impl Tally {
    /// Two options cannot be told from chance, so questions of three or more count.
    fn count(&mut self, choices: &Choices, first: &str) {
        let options = &choices.0;
        let Some(key) = options.iter().position(|option| option.right) else {
            return;
        };
        let Some(many) = u8::try_from(options.len()).ok().filter(|many| *many >= 3) else {
            return;
        };
        let length = |n: usize| {
            let option = &options[n];
            let text = option
                .text
                .exact(first)
                .map_or(0, |text| text.chars().count());
            option.ja.written().chars().count().max(text)
        };
        let chance = 1.0 / f64::from(many);
        self.total += 1;
        self.places[key.min(3)].0 += 1;
        for (_, place) in self.places.iter_mut().take(options.len()) {
            place.add(chance);
        }
        let others = (0..options.len()).filter(|n| *n != key);
        self.longest.0 += usize::from(others.map(length).all(|other| other < length(key)));
        self.longest.1.add(chance);
    }

    fn findings(
        &self,
        file: &str,
        habit: impl Fn(usize, Chance) -> bool,
        findings: &mut Vec<Finding>,
    ) {
        let total = self.total;
        for (place, (n, chance)) in (1..).zip(self.places) {
            if habit(n, chance) {
                let uneven = Wrong::KeyPlace { place, n, total };
                findings.push(Finding::new(uneven, file, 0));
            }
        }
        let (n, chance) = self.longest;
        if habit(n, chance) {
            findings.push(Finding::new(Wrong::KeyLongest { n, total }, file, 0));
        }
    }
}
