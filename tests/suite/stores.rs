//! What lies in the field is read for ever, and damage is found.

use domain::records::*;
use testkit::{Course, Learner, Luck};

#[test]
fn records_of_every_released_version_are_read() {
    let lines = include_str!("../stores/records-v1.txt");
    let (records, quarantine) = decode_all(lines.lines());
    assert_eq!((records.len(), quarantine.len()), (15, 0));
    for (record, line) in records.iter().zip(lines.lines()) {
        assert_eq!(record.encode(), line);
    }
    let mut kinds: Vec<&str> = records.iter().map(|record| record.event.tag()).collect();
    kinds.dedup();
    kinds.sort_unstable();
    kinds.dedup();
    let mut known = EventKind::ALL.map(EventKind::tag);
    known.sort_unstable();
    assert_eq!(kinds, known, "a specimen of each kind");
}

/// 10,000 damaged stores: each line is a record or in quarantine, none vanishes, none becomes another.
#[test]
fn damaged_stores_lose_nothing_in_silence() {
    let course = Course::new("a1", 1);
    let mut learner = Learner::new("ani");
    learner.study(&course, 1, domain::model::StepKind::Words, |_| true);
    let lines: Vec<String> = learner
        .log
        .iter()
        .take(8)
        .map(|record| record.encode().to_owned())
        .collect();
    let mut luck = Luck::new(10);
    for _ in 0..10_000 {
        let mut damaged = lines.clone();
        let hit = luck.below(damaged.len());
        let mut bytes = damaged[hit].clone().into_bytes();
        let at = luck.below(bytes.len());
        match luck.below(4) {
            0 => bytes[at] ^= 1 << luck.below(8),
            1 => bytes.truncate(at),
            2 => bytes.insert(at, luck.below(256) as u8),
            _ => bytes.rotate_left(at),
        }
        damaged[hit] = String::from_utf8_lossy(&bytes).into_owned();
        let (records, quarantine) = decode_all(damaged.iter().map(String::as_str));
        assert_eq!(records.len() + quarantine.len(), lines.len());
        for record in &records {
            assert!(lines.iter().any(|line| line == record.encode()));
        }
        if damaged[hit] != lines[hit] {
            assert_eq!(quarantine.len(), 1, "{}", damaged[hit]);
            assert_eq!(*quarantine[0].line, *damaged[hit]);
        }
    }
}
