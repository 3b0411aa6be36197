//! A set of record identities, held as spans of counters: a writer numbers its records without gaps.

use crate::ids::WriterId;
use crate::records::RecordId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Identities of records, by writer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Spans(BTreeMap<WriterId, Vec<(u32, u32)>>);

impl Spans {
    /// Whether this record is among them.
    pub fn contains(&self, id: &RecordId) -> bool {
        self.0.get(&id.writer).is_some_and(|spans| {
            let after = spans.partition_point(|(from, _)| *from <= id.counter);
            after > 0 && spans[after - 1].1 >= id.counter
        })
    }

    /// Whether any of this writer's records from one counter to another is among them.
    pub fn touches(&self, writer: &WriterId, from: u32, to: u32) -> bool {
        let Some(spans) = self.0.get(writer) else {
            return false;
        };
        spans.iter().any(|(a, b)| *a <= to && from <= *b)
    }

    /// Whether all of this writer's records from one counter to another are among them.
    pub fn contains_all(&self, writer: &WriterId, from: u32, to: u32) -> bool {
        let Some(spans) = self.0.get(writer) else {
            return false;
        };
        spans.iter().any(|(a, b)| *a <= from && to <= *b)
    }

    /// Adds records of a writer, from one counter to another.
    pub fn insert(&mut self, writer: &WriterId, from: u32, to: u32) {
        if from > to {
            return;
        }
        let spans = match self.0.get_mut(writer) {
            Some(spans) => spans,
            None => self.0.entry(writer.clone()).or_default(),
        };
        if let Some(last) = spans
            .last_mut()
            .filter(|last| last.1.checked_add(1) == Some(from))
        {
            last.1 = to;
            return;
        }
        spans.push((from, to));
        spans.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(spans.len());
        for (from, to) in spans.drain(..) {
            match merged.last_mut() {
                Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        *spans = merged;
    }

    /// Adds one record.
    pub fn add(&mut self, id: &RecordId) {
        self.insert(&id.writer, id.counter, id.counter);
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.0
            .values()
            .flatten()
            .map(|(from, to)| u64::from(to - from) + 1)
            .sum()
    }

    /// How many of these are not among others.
    pub fn missing_from(&self, others: &Self) -> u64 {
        let mut missing = 0;
        for (writer, from, to) in self.iter() {
            let held = others.0.get(writer).map_or(&[][..], Vec::as_slice);
            let shared = held.iter().filter(|(a, b)| *a <= to && from <= *b);
            let shared: u64 = shared
                .map(|(a, b)| u64::from(to.min(*b) - from.max(*a)) + 1)
                .sum();
            missing += u64::from(to - from) + 1 - shared;
        }
        missing
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(Vec::is_empty)
    }

    /// Adds all of others.
    pub fn extend(&mut self, others: &Self) {
        for (writer, from, to) in others.iter() {
            self.insert(writer, from, to);
        }
    }

    /// Those of these that are not among others.
    pub fn minus(&self, others: &Self) -> Self {
        let mut left = Self::default();
        for (writer, from, to) in self.iter() {
            let held = others.0.get(writer).map_or(&[][..], Vec::as_slice);
            let mut next = Some(from);
            for (a, b) in held.iter().filter(|(a, b)| *a <= to && from <= *b) {
                if let Some(start) = next.filter(|start| start < a) {
                    left.insert(writer, start, a - 1);
                }
                next = b.checked_add(1);
            }
            if let Some(start) = next {
                left.insert(writer, start, to);
            }
        }
        left
    }

    /// Every span: writer, first and last counter.
    pub fn iter(&self) -> impl Iterator<Item = (&WriterId, u32, u32)> {
        self.0
            .iter()
            .flat_map(|(writer, spans)| spans.iter().map(move |(a, b)| (writer, *a, *b)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shuffle;

    #[test]
    fn spans_hold_exactly_what_was_added() {
        let writer: WriterId = "w".parse().unwrap();
        for seed in 0..50 {
            let mut spans = Spans::default();
            let mut state = seed;
            let mut plain = std::collections::BTreeSet::new();
            for _ in 0..40 {
                let from = (shuffle::next(&mut state) % 60) as u32 + 1;
                let to = from + (shuffle::next(&mut state) % 3) as u32;
                spans.insert(&writer, from, to);
                plain.extend(from..=to);
                let holds = |n: u32| {
                    spans.contains(&RecordId {
                        writer: writer.clone(),
                        counter: n,
                    })
                };
                assert_eq!(
                    (0..70).filter(|n| holds(*n)).collect::<Vec<_>>(),
                    plain.iter().copied().collect::<Vec<_>>()
                );
                assert_eq!(spans.count(), plain.len() as u64);
            }
            assert!(spans.touches(&writer, 0, 100) && !spans.touches(&writer, 90, 99));
        }
    }

    #[test]
    fn what_is_taken_away_is_exactly_what_others_have() {
        let writer: WriterId = "w".parse().unwrap();
        for seed in 0..200 {
            let mut state = seed;
            let mut drawn = || {
                let mut spans = Spans::default();
                for _ in 0..6 {
                    let from = (shuffle::next(&mut state) % 40) as u32;
                    spans.insert(&writer, from, from + (shuffle::next(&mut state) % 6) as u32);
                }
                spans
            };
            let (these, others) = (drawn(), drawn());
            let left = these.minus(&others);
            for counter in 0..50 {
                let id = RecordId {
                    writer: writer.clone(),
                    counter,
                };
                let wanted = these.contains(&id) && !others.contains(&id);
                assert_eq!(left.contains(&id), wanted, "seed {seed}, {counter}");
            }
            assert_eq!(left.count(), these.missing_from(&others));
            let mut all = left.clone();
            all.extend(&others);
            assert!(these.minus(&all).is_empty(), "seed {seed}");
        }
    }

    #[test]
    fn the_ends_of_the_numbers_are_safe() {
        let writer: WriterId = "w".parse().unwrap();
        let mut spans = Spans::default();
        spans.insert(&writer, 5, 2);
        assert_eq!(spans, Spans::default());
        spans.insert(&writer, 0, u32::MAX);
        spans.insert(&writer, u32::MAX, u32::MAX);
        spans.insert(&writer, 0, 0);
        assert_eq!(spans.count(), u64::from(u32::MAX) + 1);
        assert!(spans.minus(&spans).is_empty());
        assert_eq!(spans.minus(&Spans::default()), spans);
    }
}
