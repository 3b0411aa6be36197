//! A year of one learner in records: what long use leaves behind, for tests of the fold and for measuring how fast it starts.
//!
//! Invariants: the same luck and clock give the same records; they are in order and have no gaps.

use crate::{FakeClock, Luck, id};
use domain::ids::*;
use domain::kinds::{Outcome, Skill};
use domain::memory::Grade;
use domain::model::StepKind;
use domain::records::*;

const ANSWERS_A_DAY: usize = 200;

/// A year: 200 answers a day, 60 lessons, 1,200 words, a new tab and some sittings every day.
///
/// # Panics
/// When an event does not fit into a record.
pub fn year(learner: &str, luck: &mut Luck, clock: &mut FakeClock) -> Vec<Record> {
    let pack = PackStamp::new(id("a1"), "1.0.0", "0011223344556677");
    let mut records = Vec::new();
    let mut lamport = 0;
    for day in 0..365 {
        let mut tab = Writer::new(id(learner), id(&format!("{day:016x}")));
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
                    unheard: false,
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
