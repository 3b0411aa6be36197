//! The laws of the fold, and what follows from single records.

//! What must hold, as tests.

use super::*;
use crate::day::Day;
use crate::ids::*;
use crate::kinds::{Outcome, Skill};
use crate::memory::{Grade, fake::Doubling};
use crate::model::StepKind;
use crate::records::*;
use crate::shuffle;
use std::rc::Rc;

const DAY_MS: i64 = 86_400_000;
/// 2026-11-24, 09:00 in Jakarta.
const MORNING: i64 = 1_795_485_600_000;

struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        (shuffle::next(&mut self.0) % n as u64) as usize
    }
}

fn id<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text} is an id"))
}

fn writer(n: usize) -> Writer {
    Writer::new(id("learner"), id(&format!("{n:016x}")))
}

fn stamp(day: i64) -> Stamp {
    Stamp {
        wall_ms: MORNING + day * DAY_MS,
        offset_min: 420,
        mono_ms: 0,
    }
}

fn pack() -> PackStamp {
    PackStamp::new(id("a1"), "0.1.0", "00112233")
}

fn answered(item: &str, outcome: Outcome, mode: Mode, sitting: Option<SittingId>) -> Event {
    Event::Answered(Answered {
        pack: pack(),
        item: id(item),
        mode,
        sitting,
        form: None,
        seed: 0,
        shown: vec![],
        raw: "jawaban".into(),
        outcome,
        reason: String::new(),
        response_ms: 4000,
        plays: 0,
        heard: false,
        can_do: Some(id("hello")),
        section: None,
        unheard: false,
    })
}

fn graded(word: &str, grade: Grade, mode: Mode) -> Event {
    Event::Graded(Graded {
        pack: id("a1"),
        skill: Skill::Recognise,
        grade,
        mode,
        sitting: None,
        response_ms: u32::from(mode == Mode::Review) * 1500,
        words: vec![id(word)],
    })
}

/// A history of several tabs, with everything that a record can say.
fn history(seed: u64, length: usize) -> Vec<Record> {
    let mut draw = Draw(seed);
    let mut writers: Vec<Writer> = (0..3).map(writer).collect();
    let mut records: Vec<Record> = Vec::new();
    let mut sittings: Vec<SittingId> = vec![id("none-0")];
    for n in 0..length {
        let who = draw.below(3);
        if draw.below(3) > 0 {
            let seen = records.last().map_or(0, |record| record.place.lamport);
            writers[who].observe(seen);
        }
        let sitting = sittings[draw.below(sittings.len())].clone();
        let outcome = [Outcome::Right, Outcome::Slip, Outcome::Wrong][draw.below(3)];
        let item = format!("item-{}", draw.below(12));
        let event = match draw.below(14) {
            0..=3 => answered(&item, outcome, Mode::ALL[draw.below(5)], Some(sitting)),
            4..=7 => graded(
                &format!("w{}", draw.below(6)),
                Grade::ALL[draw.below(4)],
                Mode::ALL[draw.below(2)],
            ),
            8 if !records.is_empty() => {
                let target = records[draw.below(records.len())].id().clone();
                let to = target.counter + draw.below(2) as u32;
                Event::Undone(Undone {
                    writer: target.writer,
                    from: target.counter,
                    to,
                })
            }
            9 => Event::Setting(Setting::new("name", &format!("Sari {n}"))),
            10 => Event::Setting(Setting::step_done(&id("a1"), &id("satu"), StepKind::Words)),
            11 => {
                let new = writers[who].next_sitting();
                sittings.push(new.clone());
                let rule = Rule::CHECK;
                let activity = match draw.below(3) {
                    0 => Activity::Lesson {
                        pack: pack(),
                        lesson: id("satu"),
                        step: StepKind::Words,
                    },
                    1 => Activity::Check {
                        pack: pack(),
                        lesson: id("satu"),
                        form: FormId::A,
                        rule,
                    },
                    _ => Activity::Review,
                };
                Event::Opened(Opened {
                    sitting: new,
                    activity,
                    seed: 1,
                    items: 3,
                })
            }
            12 if draw.below(8) == 0 => Event::Reset(Reset {
                pack: (draw.below(2) == 0).then(|| id("a1")),
            }),
            12 => Event::Heartbeat(Heartbeat {
                sitting,
                active_ms: n as u32 * 900,
                at: 1,
                plays: draw.below(3) as u8,
            }),
            _ => Event::Closed(Closed {
                sitting,
                end: End::ALL[draw.below(3)],
                active_ms: 1000,
            }),
        };
        // The clock of one tab is years off, and it stands still in another.
        let day = [n as i64 / 9, 0, 700 - n as i64][who];
        records.push(writers[who].write(stamp(day), event).unwrap());
    }
    records
}

#[test]
fn any_order_and_any_duplication_gives_the_same_state() {
    for seed in 0..60 {
        let records = history(seed, 120);
        let state = fold(records.clone(), &Doubling);
        let mut shuffled: Vec<Record> = shuffle::shuffled(seed, records.len())
            .into_iter()
            .map(|at| records[at].clone())
            .collect();
        shuffled.extend(records.iter().take(40).cloned());
        assert_eq!(fold(shuffled, &Doubling), state, "seed {seed}");
    }
}

#[test]
fn records_added_in_any_order_give_the_state_of_the_fold() {
    for seed in 100..140 {
        let records = history(seed, 150);
        let state = fold(records.clone(), &Doubling);
        let mut ledger = Ledger::new(State::default(), Rc::new(Doubling));
        let order = shuffle::shuffled(seed, records.len());
        for at in order.chunks(7) {
            let added = ledger.add(at.iter().map(|at| records[*at].clone()));
            assert!(!added.needs_log, "everything is still in the tail");
        }
        assert_eq!(**ledger.now(), state, "seed {seed}");
        let again = ledger.add(records);
        assert_eq!((again.new, again.known, again.needs_log), (0, 150, false));
    }
}

#[test]
fn a_snapshot_and_what_comes_after_it_give_the_state_of_all() {
    for seed in 200..220 {
        let mut records = history(seed, 1500);
        records.sort_by(|a, b| a.place.cmp(&b.place));
        let state = fold(records.clone(), &Doubling);
        let mut ledger = Ledger::new(State::default(), Rc::new(Doubling));
        let mut needs_log = false;
        for part in records.chunks(50) {
            needs_log |= ledger.add(part.iter().cloned()).needs_log;
        }
        if needs_log {
            ledger.refold(records.clone()).unwrap();
        }
        assert_eq!(**ledger.now(), state, "seed {seed}");

        let text = ledger.snapshot().0.to_snapshot();
        let base = State::from_snapshot(&text).unwrap();
        assert_eq!(&base, ledger.snapshot().0, "what was written is read");
        assert!(base.covered().count() > 0 && base.covered().count() < 1500);
        let mut restarted = Ledger::new(base, Rc::new(Doubling));
        let added = restarted.add(records);
        assert_eq!(added.known + added.new, 1500);
        assert_eq!(**restarted.now(), state, "seed {seed}");
    }
}

#[test]
fn a_late_record_asks_for_the_log_and_is_not_lost_meanwhile() {
    let mut early = writer(1);
    let late = early
        .write(stamp(0), graded("late", Grade::Good, Mode::Lesson))
        .unwrap();
    let mut later = writer(2);
    later.observe(5);
    let records: Vec<Record> = (0..900)
        .map(|n| {
            later
                .write(
                    stamp(n / 30),
                    graded(&format!("w{}", n % 40), Grade::Good, Mode::Review),
                )
                .unwrap()
        })
        .collect();
    let mut ledger = Ledger::new(State::default(), Rc::new(Doubling));
    assert!(!ledger.add(records.clone()).needs_log);
    assert!(ledger.add([late.clone()]).needs_log);
    let word = id("late");
    assert!(
        ledger
            .now()
            .memory(&id("a1"), &word, Skill::Recognise)
            .is_some()
    );
    assert!(ledger.now().is_provisional());

    assert_eq!(
        ledger.refold(records.clone()),
        Err(MissingRecords(1)),
        "the log lacks the late one"
    );
    assert!(
        ledger
            .now()
            .memory(&id("a1"), &word, Skill::Recognise)
            .is_some()
    );
    let mut log = records;
    log.push(late);
    ledger.refold(log.clone()).unwrap();
    assert_eq!(**ledger.now(), fold(log, &Doubling));
    assert!(!ledger.now().is_provisional());
}

#[test]
fn what_is_taken_back_never_happened() {
    let mut writer = writer(1);
    let first = writer
        .write(stamp(0), graded("kuni", Grade::Good, Mode::Review))
        .unwrap();
    let slip = writer
        .write(stamp(5), graded("kuni", Grade::Again, Mode::Review))
        .unwrap();
    let take_back = |writer: &mut Writer, id: &RecordId| {
        let undone = Undone {
            writer: id.writer.clone(),
            from: id.counter,
            to: id.counter,
        };
        writer.write(stamp(5), Event::Undone(undone)).unwrap()
    };
    let undo = take_back(&mut writer, slip.id());
    let state = fold([first.clone(), slip.clone(), undo.clone()], &Doubling);
    let without = fold([first.clone()], &Doubling);
    let memory = |state: &State| {
        *state
            .memory(&id("a1"), &id("kuni"), Skill::Recognise)
            .unwrap()
    };
    assert_eq!(memory(&state), memory(&without));
    assert_eq!(state.days, without.days);

    let undo_of_undo = take_back(&mut writer, undo.id());
    let again = fold(
        [first.clone(), slip.clone(), undo.clone(), undo_of_undo],
        &Doubling,
    );
    assert_eq!(memory(&again), memory(&without), "an undo is not undone");

    let mut ledger = Ledger::new(State::default(), Rc::new(Doubling));
    ledger.add([undo, first]);
    ledger.add([slip]);
    assert_eq!(
        memory(ledger.now()),
        memory(&without),
        "also when the undo arrives first"
    );
}

#[test]
fn a_reset_forgets_progress_and_keeps_the_person() {
    let mut writer = writer(1);
    let mut write = |event| writer.write(stamp(1), event).unwrap();
    let mut records = vec![
        write(Event::Setting(Setting::new("name", "Sari"))),
        write(Event::Setting(Setting::rating(&id("a1"), &id("hello"), 2))),
        write(graded("kuni", Grade::Good, Mode::Lesson)),
        write(answered("i1", Outcome::Wrong, Mode::Lesson, None)),
    ];
    let before = fold(records.clone(), &Doubling);
    assert_eq!(
        (
            before.rating(&id("a1"), &id("hello")),
            before.due_count(Day(i32::MAX))
        ),
        (Some(2), 1)
    );
    records.push(write(Event::Reset(Reset {
        pack: Some(id("other")),
    })));
    assert_eq!(fold(records.clone(), &Doubling).packs, before.packs);
    records.push(write(Event::Reset(Reset {
        pack: Some(id("a1")),
    })));
    let state = fold(records.clone(), &Doubling);
    assert_eq!(
        (state.packs.len(), state.days.len(), state.settings.len()),
        (0, 1, 1)
    );
    records.push(write(Event::Reset(Reset { pack: None })));
    records.push(write(graded("kuni", Grade::Good, Mode::Lesson)));
    let state = fold(records, &Doubling);
    assert_eq!(
        (state.name().as_deref(), state.units().count()),
        (Some("Sari"), 1)
    );
}

#[test]
fn lessons_grade_a_unit_once_a_day_and_reviews_always() {
    let mut writer = writer(1);
    let mut write = |day, grade, mode| {
        writer
            .write(stamp(day), graded("kuni", grade, mode))
            .unwrap()
    };
    let mut records = vec![
        write(0, Grade::Again, Mode::Lesson),
        write(0, Grade::Good, Mode::Lesson),
    ];
    let memory = |records: &[Record]| {
        *fold(records.iter().cloned(), &Doubling)
            .memory(&id("a1"), &id("kuni"), Skill::Recognise)
            .unwrap()
    };
    assert_eq!(
        (
            memory(&records).reviews,
            memory(&records).strength.stability
        ),
        (1, 1.0),
        "the first counts"
    );
    records.push(write(0, Grade::Good, Mode::Review));
    assert_eq!(memory(&records).reviews, 2);
    records.push(write(0, Grade::Good, Mode::Check));
    assert_eq!(memory(&records).reviews, 2);
    records.push(write(1, Grade::Good, Mode::Check));
    assert_eq!(
        (
            memory(&records).reviews,
            memory(&records).strength.stability
        ),
        (3, 4.0)
    );
}

#[test]
fn a_word_is_known_when_its_writing_is_held_firmly() {
    let mut writer = writer(1);
    let mut records = Vec::new();
    // Stability doubles each time: 1 at first, 32 after the sixth. Weak words fall behind, heard ones do not count.
    for (word, skill, times) in [
        ("kuni", Skill::Recognise, 6),
        ("namae", Skill::Recall, 6),
        ("shigoto", Skill::Recognise, 4),
        ("oto", Skill::Listen, 6),
    ] {
        for _ in 0..times {
            let event = Event::Graded(Graded {
                pack: id("a1"),
                skill,
                grade: Grade::Good,
                mode: Mode::Review,
                sitting: None,
                response_ms: 0,
                words: vec![id(word)],
            });
            records.push(writer.write(stamp(0), event).unwrap());
        }
    }
    let state = fold(records, &Doubling);
    let today = stamp(0).day();
    let known = |pack, day| state.known_words(&id(pack), day);
    assert_eq!(known("a1", today), [id("kuni"), id("namae")]);
    assert!(
        known("a1", today.plus(400)).is_empty(),
        "left alone for a year"
    );
    assert!(known("other", today).is_empty());
}

#[test]
fn a_check_that_was_finished_has_a_score_and_a_check_that_was_left_has_none() {
    let mut writer = writer(1);
    let mut records = Vec::new();
    let mut sit = |form, answers: &[(&str, Outcome)], end, records: &mut Vec<Record>| {
        let sitting = writer.next_sitting();
        let activity = Activity::Check {
            pack: pack(),
            lesson: id("satu"),
            form,
            rule: Rule::CHECK,
        };
        let opened = Opened {
            sitting: sitting.clone(),
            activity,
            seed: 1,
            items: 5,
        };
        records.push(writer.write(stamp(0), Event::Opened(opened)).unwrap());
        for (item, outcome) in answers {
            let event = answered(item, *outcome, Mode::Check, Some(sitting.clone()));
            records.push(writer.write(stamp(0), event).unwrap());
        }
        let beat = Heartbeat {
            sitting: sitting.clone(),
            active_ms: 60_000,
            at: 4,
            plays: 0,
        };
        records.push(writer.write(stamp(0), Event::Heartbeat(beat)).unwrap());
        if let Some(end) = end {
            let closed = Closed {
                sitting,
                end,
                active_ms: 90_000,
            };
            records.push(writer.write(stamp(0), Event::Closed(closed)).unwrap());
        }
    };
    let (a1, satu): (PackId, LessonId) = (id("a1"), id("satu"));
    let right: Vec<(&str, Outcome)> = ["i1", "i2", "i3"].map(|item| (item, Outcome::Right)).into();
    let mut four = right.clone();
    four.extend([("i4", Outcome::Wrong), ("i4", Outcome::Slip)]);

    sit(FormId::A, &four, Some(End::Left), &mut records);
    let state = fold(records.clone(), &Doubling);
    assert_eq!(state.check_standing(&a1, &satu), Standing::Untried);
    assert_eq!(state.next_form(Mode::Check, &a1, "satu"), FormId::A);

    sit(FormId::A, &right, Some(End::TimeUp), &mut records);
    let state = fold(records.clone(), &Doubling);
    assert_eq!(
        state.results()[0].score.all,
        crate::exam::Tally { right: 3, total: 5 }
    );
    assert_eq!(state.check_standing(&a1, &satu), Standing::Failed);
    assert_eq!(
        state.next_form(Mode::Check, &a1, "satu"),
        FormId::B,
        "a retry takes the other form"
    );

    sit(FormId::B, &four, Some(End::Finished), &mut records);
    let state = fold(records.clone(), &Doubling);
    assert_eq!(
        state.results()[1].score.all,
        crate::exam::Tally { right: 4, total: 5 },
        "the last answer counts"
    );
    assert_eq!(state.check_standing(&a1, &satu), Standing::Passed);
    assert_eq!(state.evidence(&a1, &id("hello")).unwrap().latest.right, 4);
    assert_eq!(
        state.missed_before(Day(i32::MAX)),
        [],
        "items of checks are not shown again"
    );
    assert_eq!(
        state.day_study(stamp(0).day()).minutes(),
        5,
        "three times 90 s"
    );

    sit(FormId::A, &four, None, &mut records);
    let state = fold(records, &Doubling);
    let open = state.open_sittings()[0];
    assert_eq!(
        (open.answers.len(), open.answers[3].tries, open.at),
        (4, 2, 4)
    );
    assert_eq!(state.check_standing(&a1, &satu), Standing::Passed);
}

#[test]
fn missed_items_wait_with_their_lesson_until_they_are_right() {
    let mut writer = writer(1);
    let sitting = writer.next_sitting();
    let activity = Activity::Lesson {
        pack: pack(),
        lesson: id("satu"),
        step: StepKind::Practice,
    };
    let opened = Opened {
        sitting: sitting.clone(),
        activity,
        seed: 1,
        items: 2,
    };
    let mut records = vec![
        writer.write(stamp(0), Event::Opened(opened)).unwrap(),
        writer
            .write(
                stamp(0),
                answered("i1", Outcome::Wrong, Mode::Lesson, Some(sitting.clone())),
            )
            .unwrap(),
        writer
            .write(
                stamp(0),
                answered("i2", Outcome::Right, Mode::Lesson, Some(sitting)),
            )
            .unwrap(),
    ];
    let state = fold(records.clone(), &Doubling);
    assert_eq!(
        state.missed_before(Day(i32::MAX)),
        [(id("a1"), id("satu"), id("i1"))]
    );
    records.push(
        writer
            .write(stamp(3), answered("i1", Outcome::Slip, Mode::Review, None))
            .unwrap(),
    );
    let state = fold(records, &Doubling);
    assert_eq!(state.missed_before(Day(i32::MAX)), []);
    let item = state.item(&id("a1"), &id("i1")).unwrap();
    assert_eq!((item.tries, item.wrong), (2, 1));
    assert_eq!(state.lesson(&id("a1"), &id("satu")).unwrap().items.len(), 2);
}

#[test]
fn a_forecast_counts_every_unit_on_its_day() {
    let mut writer = writer(1);
    let grades = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];
    let records: Vec<Record> = grades
        .iter()
        .enumerate()
        .map(|(n, grade)| {
            writer
                .write(stamp(0), graded(&format!("w{n}"), *grade, Mode::Review))
                .unwrap()
        })
        .collect();
    let state = fold(records, &Doubling);
    let today = stamp(0).day();
    let forecast = |day, days| {
        let hand = |_: &PackId, _: &WordKey| true;
        crate::study::Waiting::on(&state, day, days, &hand).forecast
    };
    assert_eq!(forecast(today, 6), [0, 2, 1, 0, 1, 0]);
    assert_eq!(forecast(today.plus(3), 3), [3, 1, 0]);
    assert_eq!(state.due_count(today.plus(1)), 2);
}

#[test]
fn a_snapshot_that_is_damaged_or_of_another_format_is_refused() {
    let state = fold(history(9, 80), &Doubling);
    let text = state.to_snapshot();
    assert_eq!(State::from_snapshot(&text).unwrap(), state);
    assert_eq!(State::from_snapshot(""), Err(SnapshotFault::NotASnapshot));
    assert_eq!(
        State::from_snapshot("{}\n{}"),
        Err(SnapshotFault::NotASnapshot)
    );
    for other in [SNAPSHOT_FORMAT - 1, SNAPSHOT_FORMAT + 1] {
        let ours = format!("kakehashi-snapshot {SNAPSHOT_FORMAT}");
        let text = text.replacen(&ours, &format!("kakehashi-snapshot {other}"), 1);
        assert_eq!(
            State::from_snapshot(&text),
            Err(SnapshotFault::OtherFormat(other))
        );
    }
    assert_eq!(
        State::from_snapshot(&text[..text.len() - 1]),
        Err(SnapshotFault::Damaged)
    );
    let mut draw = Draw(3);
    for _ in 0..2000 {
        let mut bytes = text.clone().into_bytes();
        let at = draw.below(bytes.len());
        bytes[at] ^= 1 << draw.below(7);
        let mutated = String::from_utf8_lossy(&bytes).into_owned();
        assert!(State::from_snapshot(&mutated).is_err() || mutated == text);
    }
}

#[test]
fn bytes_of_any_length_come_back_from_a_mirror() {
    let mut draw = Draw(4);
    for length in (0..200_usize).chain([4096, 10_007]) {
        let bytes: Vec<u8> = (0..length).map(|_| draw.below(256) as u8).collect();
        let text = pack_mirror(&bytes);
        assert_eq!(unpack_mirror(&text).as_deref(), Ok(&*bytes), "{length}");
        assert_eq!(text.encode_utf16().count(), (length * 8).div_ceil(15) + 1);
        assert!(
            text.chars()
                .all(|c| c as u32 >= 0x100 && c.len_utf16() == 1)
        );
    }
    for odd in ["", "a", "Āb", "Ā\u{10000}"] {
        assert_eq!(
            unpack_mirror(odd),
            Err(SnapshotFault::NotASnapshot),
            "{odd:?}"
        );
    }
}

#[test]
fn a_lightened_state_keeps_what_matters() {
    let state = fold(history(11, 300), &Doubling);
    let light = state.lightened(stamp(30).day());
    assert_eq!(light.covered, state.covered);
    assert_eq!(light.settings, state.settings);
    assert_eq!(
        light.units().collect::<Vec<_>>(),
        state.units().collect::<Vec<_>>()
    );
    assert_eq!(
        light.missed_before(Day(i32::MAX)),
        state.missed_before(Day(i32::MAX))
    );
    assert!(light.to_snapshot().len() <= state.to_snapshot().len());
}
