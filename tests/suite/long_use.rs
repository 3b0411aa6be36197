//! A year of use: 200 answers a day. The state stays small, a restart is exact, the mirror fits.

use domain::ids::*;
use domain::kinds::{Outcome, Skill};
use domain::memory::Grade;
use domain::model::StepKind;
use domain::records::fold::{Ledger, MIRROR_MAX, State, fold, pack_mirror, unpack_mirror};
use domain::records::*;
use recall::Fsrs6;
use std::rc::Rc;
use testkit::{FakeClock, Luck, id};

const ANSWERS_A_DAY: usize = 200;

/// A year of one learner: 60 lessons, 1,200 words, a new tab and some sittings every day.
fn year(luck: &mut Luck, clock: &mut FakeClock) -> Vec<Record> {
    let pack = PackStamp::new(id("a1"), "1.0.0", "0011223344556677");
    let mut records = Vec::new();
    let mut lamport = 0;
    for day in 0..365 {
        let mut tab = Writer::new(id("ani"), id(&format!("{day:016x}")));
        tab.observe(lamport);
        let mut write = |event, clock: &FakeClock| {
            records.push(tab.write(clock.stamp(), event).expect("an event fits"));
        };
        let lesson = day / 6;
        let sitting: SittingId = id(&format!("{day:08x}-1"));
        let activity = Activity::Lesson {
            pack: pack.clone(),
            lesson: id(&format!("l-{lesson}")),
            step: StepKind::Practice,
        };
        write(
            Event::Opened(Opened {
                sitting: sitting.clone(),
                activity,
                seed: 1,
                items: 30,
            }),
            clock,
        );
        for n in 0..ANSWERS_A_DAY / 2 {
            let (outcome, grade) = *luck.one_of(&[
                (Outcome::Right, Grade::Good),
                (Outcome::Right, Grade::Good),
                (Outcome::Slip, Grade::Hard),
                (Outcome::Wrong, Grade::Again),
            ]);
            write(
                Event::Answered(Answered {
                    pack: pack.clone(),
                    item: id(&format!("lesson-{lesson}-item-{}", n % 40)),
                    mode: Mode::Lesson,
                    sitting: Some(sitting.clone()),
                    form: None,
                    seed: 1,
                    shown: vec![2, 0, 1],
                    raw: "インドネシアから きました".into(),
                    outcome,
                    reason: "opt:b".into(),
                    response_ms: 6000,
                    plays: 1,
                    heard: true,
                    can_do: None,
                    section: None,
                }),
                clock,
            );
            let word = luck.below(20 * (lesson + 1));
            let graded = Graded {
                pack: pack.id.clone(),
                skill: *luck.one_of(&Skill::ALL),
                grade,
                mode: *luck.one_of(&[Mode::Lesson, Mode::Review, Mode::Review]),
                sitting: None,
                response_ms: 4000,
                words: vec![id(&format!("word-{word}"))],
            };
            write(Event::Graded(graded), clock);
            clock.pass_ms(10_000);
        }
        write(
            Event::Closed(Closed {
                sitting,
                end: End::Finished,
                active_ms: 1_200_000,
            }),
            clock,
        );
        lamport = records.last().map_or(0, |record| record.place.lamport);
        clock.next_day();
    }
    records
}

#[test]
fn a_year_of_use_starts_from_a_snapshot_and_fits_its_mirror() {
    let (mut luck, mut clock) = (Luck::new(365), FakeClock::default());
    let log = year(&mut luck, &mut clock);
    assert!(log.len() >= 73_000);
    let longest = log.iter().map(|record| record.encode().len()).max();
    assert!(longest <= Some(RECORD_MAX));

    let recall = Rc::new(Fsrs6::default());
    let mut ledger = Ledger::new(State::default(), recall.clone());
    for part in log.chunks(5000) {
        assert!(!ledger.add(part.iter().cloned()).needs_log);
    }
    let snapshot = ledger.snapshot().0.to_snapshot();
    let base = State::from_snapshot(&snapshot).expect("a snapshot is read");
    let mut restarted = Ledger::new(base, recall.clone());
    let tail = log.len() - usize::try_from(restarted.now().covered().count()).expect("few");
    assert!(tail <= 600, "{tail} records after the snapshot");
    restarted.add(log[log.len() - tail..].iter().cloned());
    let now = restarted.now();
    assert_eq!(**now, **ledger.now());
    assert_eq!(**now, fold(log, &*recall));

    // The browser deflates; here a library does.
    let deflated = miniz_oxide::deflate::compress_to_vec_zlib(now.to_snapshot().as_bytes(), 6);
    let mirror = pack_mirror(&deflated);
    let units = mirror.encode_utf16().count();
    assert!(
        units <= MIRROR_MAX / 2,
        "{units} units; the snapshot has {} bytes",
        snapshot.len()
    );
    let inflated = miniz_oxide::inflate::decompress_to_vec_zlib(
        &unpack_mirror(&mirror).expect("a mirror is read"),
    );
    let text = String::from_utf8(inflated.expect("it was deflated")).expect("it is text");
    assert_eq!(
        State::from_snapshot(&text).expect("a snapshot is read"),
        **now,
        "nothing is left out"
    );
}
