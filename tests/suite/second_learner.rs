//! Two learners at one device, and one learner in two tabs.

use domain::day::Day;
use domain::model::StepKind;
use domain::records::fold::{Ledger, State, fold};
use domain::records::*;
use recall::Fsrs6;
use std::rc::Rc;
use testkit::{Course, Learner, Luck, id};

#[test]
fn the_second_learner_sees_nothing_of_the_first() {
    let course = Course::new("a1", 1);
    let (mut ani, mut budi) = (Learner::new("ani"), Learner::new("budi"));
    ani.record([Event::Setting(Setting::new("name", "Ani"))]);
    ani.study(&course, 1, StepKind::Words, |_| true);
    ani.check(&course, 1, |_| true);
    let before = budi.now();
    assert_eq!(*before, State::default());
    budi.study(&course, 1, StepKind::Words, |_| false);
    let (mine, theirs) = (budi.now(), ani.now());
    assert_eq!(mine.name(), None);
    assert_eq!(mine.results().len(), 0);
    assert_eq!(theirs.missed_before(Day(i32::MAX)), []);
    assert_eq!(mine.missed_before(Day(i32::MAX)).len(), 6);
    assert!(budi.log.iter().all(|record| record.profile == id("budi")));

    let file = backup::read(ani.backup().as_bytes()).expect("the file is whole");
    assert_eq!(
        (file.header.profile.as_str(), file.header.name.as_str()),
        ("ani", "Ani")
    );
}

/// Eight tabs write 1,000 answers each; whatever reaches another tab, and when, nothing is lost.
#[test]
fn eight_tabs_lose_nothing() {
    let mut luck = Luck::new(8);
    let recall = Rc::new(Fsrs6::default());
    let mut tabs: Vec<Writer> = (0..8)
        .map(|n| Writer::new(id("ani"), id(&format!("{n:016x}"))))
        .collect();
    let mut log: Vec<Record> = Vec::new();
    let answer = |n: usize| {
        Event::Graded(Graded {
            pack: id("a1"),
            skill: domain::kinds::Skill::Recall,
            grade: *[domain::memory::Grade::Good, domain::memory::Grade::Again]
                .get(n % 2)
                .expect("two"),
            mode: Mode::Review,
            sitting: None,
            response_ms: 1000,
            words: vec![id(&format!("w{}", n % 50))],
        })
    };
    for n in 0..8000 {
        let tab = n % 8;
        if luck.percent(20) {
            // What the others wrote arrives.
            let seen = log
                .iter()
                .rev()
                .take(50)
                .map(|record| record.place.lamport)
                .max();
            tabs[tab].observe(seen.unwrap_or(0));
        }
        let stamp = Stamp {
            wall_ms: n as i64 * 60_000,
            offset_min: 420,
            mono_ms: 0,
        };
        log.push(tabs[tab].write(stamp, answer(n)).expect("it fits"));
    }
    let all = fold(log.iter().cloned(), &*recall);
    assert_eq!(all.covered().count(), 8000);

    let mut ledger = Ledger::new(State::default(), recall);
    let mut needs_log = false;
    for part in log.chunks(37) {
        needs_log |= ledger.add(part.iter().cloned()).needs_log;
    }
    assert_eq!(ledger.now().covered().count(), 8000);
    if needs_log {
        ledger.refold(log).expect("the log is whole");
    }
    assert_eq!(**ledger.now(), all);
}
