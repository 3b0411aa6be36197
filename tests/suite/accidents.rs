//! Accidents to the two stores of a device: what is back, what is lost, and that both are said.

use crate::device::{Device, Stores};
use domain::model::StepKind;
use domain::records::fold::{State, fold};
use domain::records::{Event, Record, Stamp, Undone};
use recall::Fsrs6;
use testkit::{Course, Learner, Luck};

/// What happens to a learner in some weeks, as a page is told it.
fn weeks() -> Vec<(Stamp, Event)> {
    let course = Course::new("a1", 3);
    let mut learner = Learner::new("ani");
    while learner.log.len() < 1_500 {
        for n in [1, 2, 3] {
            for step in [StepKind::Words, StepKind::Practice] {
                learner.study(&course, n, step, |item| !item.as_str().ends_with('1'));
            }
            learner.check(&course, n, |item| item.as_str().ends_with('0'));
        }
        learner.clock.next_day();
    }
    let log = learner.log.iter();
    log.map(|record| (record.stamp, (*record.event).clone()))
        .collect()
}

/// A device on which the first of these things have happened, with a new tab now and then.
fn used(events: &[(Stamp, Event)], luck: &mut Luck) -> (Device, Vec<Record>) {
    let mut device = Device::open(Stores::default(), 0);
    let mut all: Vec<Record> = Vec::new();
    for (n, (stamp, event)) in events.iter().enumerate() {
        all.push(device.record(*stamp, event.clone()));
        if luck.below(150) == 0 {
            let last = all.last().expect("one was just written").id().clone();
            let undone = Undone {
                writer: last.writer,
                from: last.counter,
                to: last.counter,
            };
            all.push(device.record(*stamp, Event::Undone(undone)));
        }
        if luck.below(120) == 0 {
            device = Device::open(device.stores, n as u64 + 1);
        }
    }
    (device, all)
}

fn from_all(all: &[Record]) -> State {
    fold(all.iter().cloned(), &Fsrs6::default())
}

/// Takes some entries out, or all.
fn destroy(map: &mut std::collections::BTreeMap<String, String>, luck: &mut Luck) {
    match luck.below(3) {
        0 => map.clear(),
        1 => map.retain(|_, _| luck.below(2) == 0),
        _ => {
            let from = luck.below(map.len().max(1));
            let keys: Vec<String> = map.keys().skip(from).cloned().collect();
            map.retain(|key, _| !keys.contains(key));
        }
    }
}

/// Cuts a text or changes a byte of it.
fn damage(text: &mut Option<String>, luck: &mut Luck) {
    let Some(old) = text.take() else { return };
    let mut bytes = old.into_bytes();
    let at = luck.below(bytes.len());
    match luck.below(3) {
        0 => return,
        1 => bytes.truncate(at),
        _ => bytes[at] ^= 1 << luck.below(7),
    }
    *text = Some(String::from_utf8_lossy(&bytes).into_owned());
}

#[test]
fn a_start_from_a_snapshot_says_what_the_whole_log_says() {
    let events = weeks();
    let mut read_all = 0;
    for seed in 0..12 {
        let mut luck = Luck::new(seed);
        let count = 900 + luck.below(600);
        let (device, all) = used(&events[..count], &mut luck);
        assert_eq!(*device.now(), from_all(&all), "seed {seed}");
        let again = Device::open(device.stores, 9_999);
        assert_eq!(*again.now(), from_all(&all), "seed {seed}, after a start");
        assert_eq!((again.lost(), again.damaged()), (0, 0), "seed {seed}");
        read_all += u32::from(again.read_all);
        assert!(again.stores.recent.len() <= 1_300, "seed {seed}");
    }
    assert_eq!(read_all, 0, "a snapshot and what came after it are enough");
}

#[test]
fn localstorage_destroyed_in_200_ways_loses_nothing() {
    let events = weeks();
    for seed in 0..200 {
        let mut luck = Luck::new(seed);
        let count = 300 + luck.below(500);
        let (device, all) = used(&events[..count], &mut luck);
        let mut stores = device.stores;
        destroy(&mut stores.local, &mut luck);
        damage(&mut stores.mirror, &mut luck);
        let again = Device::open(stores, 9_999);
        assert_eq!(*again.now(), from_all(&all), "seed {seed}");
        assert_eq!(again.lost(), 0, "seed {seed}");
    }
}

#[test]
fn indexeddb_destroyed_in_200_ways_leaves_the_state_and_says_what_is_lost() {
    let events = weeks();
    let mut with_loss = 0;
    for seed in 0..200 {
        let mut luck = Luck::new(seed);
        let count = 300 + luck.below(500);
        let (device, all) = used(&events[..count], &mut luck);
        let before = device.now();
        let mut stores = device.stores;
        if luck.below(3) == 0 {
            stores.records.clear();
            stores.recent.clear();
            stores.snapshots = [None, None];
        } else {
            destroy(&mut stores.records, &mut luck);
            destroy(&mut stores.recent, &mut luck);
            for slot in &mut stores.snapshots {
                damage(slot, &mut luck);
            }
        }
        let again = Device::open(stores, 9_999);
        assert_eq!(again.now().covered(), before.covered(), "seed {seed}");
        assert_eq!(
            settings_and_results(&again.now()),
            settings_and_results(&before),
            "seed {seed}"
        );
        let here = again.stores.records.len() as u64;
        assert_eq!(here + again.lost(), all.len() as u64, "seed {seed}");
        with_loss += u32::from(again.lost() > 0);

        // What is learnt after the accident counts, and a backup of all brings the rest back.
        let mut again = again;
        let (stamp, event) = events[count].clone();
        again.record(stamp, event);
        let mut stores = Device::open(again.stores, 10_000).stores;
        for record in &all {
            let id = record.id();
            let key = format!("{}.{}", id.writer, id.counter);
            stores.records.insert(key, record.encode().to_owned());
        }
        stores.snapshots = [None, None];
        let whole = Device::open(stores, 10_001);
        assert_eq!(whole.lost(), 0, "seed {seed}, restored");
        let lines = whole.stores.records.values().map(String::as_str);
        let (all, _) = domain::records::decode_all(lines);
        assert_eq!(*whole.now(), from_all(&all), "seed {seed}, restored");
    }
    assert!(with_loss > 20, "{with_loss} accidents took records");
}

/// What a learner sees at once.
fn settings_and_results(state: &State) -> String {
    let settings: Vec<_> = state.settings().collect();
    format!("{settings:?}{:?}", state.results())
}
