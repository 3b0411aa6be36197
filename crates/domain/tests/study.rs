//! Sessions of study: order, missed items again, warm-up, resuming, reviews.

use domain::day::Day;
use domain::exam::{Exam, Score};
use domain::ids::*;
use domain::kinds::{Answer, Outcome, Reason, Skill, Verdict};
use domain::memory::{Grade, Memory};
use domain::model::{Lesson, Piece, StepKind};
use domain::records::fold::DueUnit;
use domain::records::*;
use domain::study::{self, *};
use recall::Fsrs6;
use std::rc::Rc;
use testkit::{Course, Learner, Luck, id};

fn session(course: &Course, step: StepKind) -> Session {
    Session::step(&course.stamp(), course.lesson(1), step, id("s-1"), 7)
}

fn item(session: &Session) -> Option<String> {
    match session.screen.as_ref()? {
        Screen::Question(asked) => Some(asked.item().to_string()),
        Screen::Card(card) => Some(card.unit.word.to_string()),
        Screen::Reading(_) => Some("reading".into()),
    }
}

fn option(id: &str) -> Answer {
    Answer::Option(id.parse().unwrap())
}

fn tags(events: &[Event]) -> Vec<&str> {
    events.iter().map(Event::tag).collect()
}

#[test]
fn a_missed_item_comes_again_before_the_end_but_at_most_twice() {
    let course = Course::new("a1", 1);
    let mut session = session(&course, StepKind::Words).go_on();
    let mut order = Vec::new();
    while let Some(name) = item(&session) {
        let stubborn = name == "l1-w1";
        let once = name == "l1-w3" && !order.contains(&name);
        order.push(name);
        let answer = option(if stubborn || once { "b" } else { "a" });
        session = session.answer(answer, Given::default()).0.go_on();
    }
    let expected =
        ["w0", "w1", "w2", "w3", "w4", "w5", "w1", "w3", "w1"].map(|w| format!("l1-{w}"));
    assert_eq!(order, expected);
    assert_eq!(
        (session.done, session.total(), session.is_over()),
        (10, 10, true)
    );
    assert_eq!(
        (session.score.all.right, session.score.all.total),
        (4, 6),
        "the first answers count"
    );
}

#[test]
fn an_answer_is_recorded_with_all_that_was_shown_and_grades_its_words() {
    let course = Course::new("a1", 1);
    let session = session(&course, StepKind::Words).go_on();
    let given = Given {
        response_ms: 3210,
        plays: 0,
        heard: false,
    };
    let (next, events) = session.answer(option("b"), given);
    assert_eq!(tags(&events), ["answered", "graded"]);
    let Event::Answered(answered) = &events[0] else {
        panic!("an answer comes first")
    };
    assert_eq!(
        (
            answered.raw.as_str(),
            answered.outcome,
            answered.reason.as_str()
        ),
        ("b", Outcome::Wrong, "opt:b")
    );
    assert_eq!(
        (answered.response_ms, answered.mode, answered.seed),
        (3210, Mode::Lesson, 7)
    );
    let mut shown = answered.shown.clone();
    shown.sort_unstable();
    assert_eq!(shown, [0, 1, 2]);
    let Event::Graded(graded) = &events[1] else {
        panic!("then a grade")
    };
    assert_eq!(
        (graded.grade, graded.words.clone(), graded.skill),
        (Grade::Again, vec![id("w-1-0")], Skill::Recall)
    );
    assert_eq!(
        next.answer(option("a"), given),
        (next.clone(), vec![]),
        "a question is answered once"
    );
    assert_eq!(session.go_on(), session, "and not passed without an answer");
}

#[test]
fn what_was_not_heard_is_no_evidence_of_listening() {
    let course = Course::new("a1", 1);
    let at_listening = |plays, heard| {
        let session = session(&course, StepKind::Practice).go_on();
        let session = session
            .answer(Answer::Text("kuni".into()), Given::default())
            .0
            .go_on();
        session
            .answer(
                option("a"),
                Given {
                    heard,
                    plays,
                    ..Given::default()
                },
            )
            .1
    };
    for (plays, heard, unheard) in [(0, false, true), (0, true, true), (1, true, false)] {
        let events = at_listening(plays, heard);
        let Event::Answered(answered) = &events[0] else {
            panic!("an answer comes first")
        };
        assert_eq!(answered.unheard, unheard, "{plays} plays, a voice: {heard}");
        let graded = (!unheard).then_some("graded");
        assert_eq!(
            tags(&events),
            ["answered"].into_iter().chain(graded).collect::<Vec<_>>()
        );
    }
}

#[test]
fn each_pair_of_a_matching_speaks_for_its_own_word() {
    let course = Course::new("a1", 1);
    let exercise = course
        .lesson(1)
        .exercises()
        .find(|e| e.id.as_str() == "l1-m0")
        .unwrap()
        .clone();
    let verdict = Verdict::wrong(Reason::Pairs(vec![id("q")]));
    let (good, again): (Vec<WordKey>, Vec<WordKey>) =
        (vec![id("w-1-2"), id("w-1-4")], vec![id("w-1-3")]);
    assert_eq!(
        grades(&exercise, 0, &verdict, false),
        [(Grade::Good, good), (Grade::Again, again)]
    );
    let skipped = grades(&exercise, 0, &Verdict::wrong(Reason::Skipped), false);
    assert_eq!(skipped.len(), 1);
    assert_eq!(skipped[0].0, Grade::Again);
}

#[test]
fn orders_repeat_with_their_seed_and_answers_come_back_from_records() {
    let course = Course::new("a1", 1);
    for exercise in course.lesson(1).exercises() {
        for question in 0..exercise.question_count() {
            assert_eq!(shown(exercise, question, 5), shown(exercise, question, 5));
            for answer in [option("b"), Answer::Skipped] {
                if exercise.choices(question).is_some() {
                    assert_eq!(answer_of_raw(exercise, question, &answer.raw()), answer);
                }
            }
        }
    }
    let matching = course
        .lesson(1)
        .exercises()
        .find(|e| e.id.as_str() == "l1-m0")
        .unwrap();
    let pairs = Answer::Pairs(vec![(id("p"), id("q")), (id("q"), id("p"))]);
    assert_eq!(answer_of_raw(matching, 0, &pairs.raw()), pairs);
    assert_eq!(
        answer_of_raw(matching, 0, "x,=,a=b=c"),
        Answer::Pairs(vec![])
    );
    let orders: Vec<Vec<u8>> = (0..40).map(|seed| shown(matching, 0, seed)).collect();
    assert!(orders.iter().any(|order| *order != orders[0]));
}

/// A lesson whose step has something to read at its beginning, in its middle and at its end.
fn with_readings(course: &Course, step: StepKind) -> Lesson {
    let mut lesson = course.lesson(1).clone();
    let found = lesson.steps.iter_mut().find(|own| own.kind == step);
    let pieces = &mut found.expect("the course has it").pieces;
    let prose = || Piece::Prose(Rc::default());
    if step != StepKind::Check {
        pieces.insert(pieces.len() / 2, prose());
        pieces.push(prose());
    }
    lesson
}

/// Right or wrong, by luck of the item and the try: an uninterrupted sitting and a resumed one get the same.
fn by_luck(asked: &Asked, seed: u64) -> Answer {
    let name = format!("{}{}", asked.item(), asked.repeats);
    let mut luck = Luck::new(
        name.bytes()
            .fold(seed, |sum, byte| sum * 31 + u64::from(byte)),
    );
    match luck.below(3) {
        0 => Answer::Skipped,
        1 => option("b"),
        _ => asked
            .exercise
            .model_answer(asked.question)
            .map_or(option("a"), |ja| Answer::Text(ja.written())),
    }
}

/// Past the answer in front, if there is one.
fn past_answer(session: &Session) -> Session {
    match session.answered {
        Some(_) => session.go_on(),
        None => session.clone(),
    }
}

/// A screen as it was shown: its item, its place among all, and what was recorded.
type Seen = (Option<String>, usize, usize, Vec<Event>);

/// Everything that is still to come, and the score at the end.
fn rest(mut session: Session, seed: u64) -> (Vec<Seen>, Score) {
    let mut seen = Vec::new();
    while let Some(screen) = session.screen.clone() {
        let (name, done, total) = (item(&session), session.done, session.total());
        let (next, events) = match &screen {
            Screen::Question(asked) => session.answer(by_luck(asked, seed), Given::default()),
            Screen::Reading(_) | Screen::Card(_) => (session, vec![]),
        };
        seen.push((name, done, total, events));
        session = next.go_on();
    }
    (seen, session.score)
}

/// Wherever the page is closed, before an answer, between it and going on, or while reading: the sitting that is gone on
/// with is the one that was never interrupted.
#[test]
fn a_sitting_goes_on_as_if_it_had_never_been_interrupted() {
    let course = Course::new("a1", 1);
    for seed in 0..30_u64 {
        for step in [StepKind::Words, StepKind::Practice, StepKind::Check] {
            let lesson = with_readings(&course, step);
            let mut learner = Learner::new("ani");
            let sitting = learner.next_sitting();
            let begin = || {
                let (stamp, sitting) = (course.stamp(), sitting.clone());
                if step == StepKind::Check {
                    Session::check(&stamp, &lesson, FormId::B, sitting, 7)
                } else {
                    Session::step(&stamp, &lesson, step, sitting, 7)
                }
            };
            let mut session = begin();
            learner.record([session.opened()]);
            let mut cuts = 0;
            let cut = |learner: &mut Learner, session: &Session, what: &str| {
                learner.restart();
                let now = learner.now();
                let open = now.open_sitting(&sitting).expect("it is still open");
                let resumed = begin().resume(open);
                assert_eq!(
                    rest(resumed, seed),
                    rest(past_answer(session), seed),
                    "seed {seed}, {step:?}, cut {what} after {} screens",
                    session.done
                );
            };
            while let Some(screen) = session.screen.clone() {
                cut(&mut learner, &session, "in front of a screen");
                if let Screen::Question(asked) = &screen {
                    let (next, events) = session.answer(by_luck(asked, seed), Given::default());
                    learner.record(events);
                    session = next;
                    cut(&mut learner, &session, "behind an answer");
                    session = session.go_on();
                } else {
                    session = session.go_on();
                    learner.record([session.heartbeat(1000)]);
                }
                cuts += 1;
            }
            cut(&mut learner, &session, "at the end");
            assert!(cuts >= 6);
        }
    }
}

#[test]
fn a_step_is_entered_where_it_was_left_that_day_and_anew_later() {
    let course = Course::new("a1", 2);
    let mut learner = Learner::new("ani");
    let (stamp, lesson): (PackStamp, LessonId) = (course.stamp(), id("lesson-1"));
    let open = |learner: &mut Learner, form| {
        let sitting = learner.next_sitting();
        let check = Session::check(&stamp, course.lesson(1), form, sitting, 7);
        learner.record([check.opened()]);
        check
    };
    let enter = |learner: &Learner, stamp: &PackStamp, step| {
        let now = learner.now();
        let all: Vec<_> = now.open_sittings().into_iter().cloned().collect();
        let today = learner.clock.today();
        Entry::at(&all, stamp, (&lesson, step), today, FormId::A)
    };
    let test = Exam::new(&stamp, &course.test, FormId::A, learner.next_sitting(), 7);
    learner.record([test.opened()]);
    let left = open(&mut learner, FormId::A);
    let untouched = enter(&learner, &stamp, StepKind::Check);
    assert_eq!(
        (untouched.resumed, untouched.form, untouched.closing.len()),
        (None, FormId::A, 1)
    );

    learner.record(left.answer(option("b"), Given::default()).1);
    let again = enter(&learner, &stamp, StepKind::Check);
    assert_eq!(
        again.resumed.map(|open| open.opened.sitting),
        Some(left.sitting.clone())
    );
    assert_eq!(again.closing, []);
    let elsewhere = enter(&learner, &stamp, StepKind::Words);
    assert_eq!((elsewhere.resumed, elsewhere.closing.len()), (None, 0));
    let newer = PackStamp::new(id("a1"), "0.2.0", "8899aabbccddeeff");
    let changed = enter(&learner, &newer, StepKind::Check);
    assert_eq!(
        (changed.resumed, changed.form),
        (None, FormId::B),
        "another pack has other items"
    );

    // The next day it begins anew in the other form: the reasons of this one have been seen. The test stays open.
    learner.clock.next_day();
    let later = enter(&learner, &stamp, StepKind::Check);
    assert_eq!(
        (&later.resumed, later.form, later.closing.len()),
        (&None, FormId::B, 1)
    );
    assert_eq!(
        enter(&learner, &stamp, StepKind::Words).closing.len(),
        1,
        "whatever was left is closed"
    );
    learner.record(later.closing);
    let now = learner.now();
    let still: Vec<_> = now
        .open_sittings()
        .iter()
        .map(|open| open.opened.activity.mode())
        .collect();
    assert_eq!(still, [Mode::Test]);
    assert_eq!(now.results().len(), 0);
}

#[test]
fn a_finished_step_says_so_and_a_step_that_was_left_does_not() {
    let course = Course::new("a1", 1);
    let session = session(&course, StepKind::Words);
    assert_eq!(tags(&session.closed(1000)), ["closed"]);
    let mut learner = Learner::new("ani");
    learner.study(&course, 1, StepKind::Words, |_| true);
    let now = learner.now();
    let lesson = now.lesson(&id("a1"), &id("lesson-1")).unwrap();
    assert!(lesson.steps.contains(&StepKind::Words) && !lesson.steps.contains(&StepKind::Practice));
    assert_eq!((lesson.items.len(), now.open_sittings().len()), (6, 0));
}

#[test]
fn a_check_takes_only_its_form_in_an_order_of_its_own() {
    let course = Course::new("a1", 1);
    let items = |form, seed| {
        let mut session = Session::check(&course.stamp(), course.lesson(1), form, id("s-1"), seed);
        let mut items = Vec::new();
        while let Some(name) = item(&session) {
            items.push(name);
            session = session.answer(option("b"), Given::default()).0.go_on();
        }
        items
    };
    let a = items(FormId::A, 1);
    assert_eq!(a.len(), 6, "each once, though all were wrong");
    assert!(a.iter().all(|item| item.starts_with("l1-ca")));
    assert!(
        items(FormId::B, 1)
            .iter()
            .all(|item| item.starts_with("l1-cb"))
    );
    assert!((2..20).any(|seed| items(FormId::A, seed) != a));
    let (first, second) = (
        a.iter().position(|i| i == "l1-cap0"),
        a.iter().position(|i| i == "l1-cap1"),
    );
    assert_eq!(
        first.map(|at| at + 1),
        second,
        "questions of a passage stay together"
    );
}

fn units(luck: &mut Luck, words: usize) -> Vec<DueUnit> {
    let unit = |n: usize| DueUnit {
        pack: id("a1"),
        word: id(&format!("w{}", n / 3)),
        skill: Skill::ALL[n % 3],
        memory: Memory::after(
            None,
            Grade::Good,
            Day(luck.below(40) as i32),
            &Fsrs6::default(),
        ),
    };
    (0..words * 3).map(unit).collect()
}

#[test]
fn a_review_asks_the_weakest_first_mixed_and_counts_what_is_left_over() {
    let course = Course::new("a1", 4);
    let mut learner = Learner::new("ani");
    for lesson in 1..=4 {
        learner.study(&course, lesson, StepKind::Words, |_| true);
        learner.study(&course, lesson, StepKind::Practice, |item| {
            item.as_str() != "l2-t0"
        });
    }
    let now = learner.now();
    let knows = |pack: &PackId, word: &WordKey| course.knows(pack, word);
    let plan_for =
        |day: Day, limit, voice| plan(&now, day, limit, 3, &Fsrs6::default(), &knows, voice);
    let today = learner.clock.today();
    assert_eq!(
        plan_for(today, 50, true).count(),
        0,
        "nothing is due on the same day"
    );
    let later = today.plus(30);
    let all = plan_for(later, 1000, true);
    assert_eq!(all.cards.len(), now.units().count());
    assert_eq!((all.silent, all.left_over, all.missed.len()), (0, 0, 1));
    assert!(all.minutes() >= 1);
    let silent = plan_for(later, 1000, false);
    assert_eq!(
        (silent.silent, silent.cards.len()),
        (4, all.cards.len() - 4)
    );
    let some = plan_for(later, 10, true);
    assert_eq!(
        (some.cards.len(), some.left_over),
        (10, all.cards.len() - 10)
    );
    let chance = |unit: &DueUnit| unit.memory.chance(later, &Fsrs6::default());
    let weakest = some.cards.iter().map(chance).fold(0.0, f32::max);
    let rest = all.cards.iter().filter(|unit| !some.cards.contains(unit));
    assert!(rest.map(chance).all(|chance| chance >= weakest));
    for pair in all.cards.windows(2) {
        assert_ne!(pair[0].word, pair[1].word, "a word does not follow itself");
    }
    let unknown = plan(
        &now,
        later,
        1000,
        3,
        &Fsrs6::default(),
        &|_: &PackId, word: &WordKey| word.as_str() != "w-1-0",
        true,
    );
    let gone = all
        .cards
        .iter()
        .filter(|unit| unit.word.as_str() == "w-1-0");
    assert_eq!(unknown.elsewhere, gone.count(), "what is not at hand waits");
    assert_eq!(unknown.cards.len() + unknown.elsewhere, all.cards.len());
    assert!(
        unknown
            .cards
            .iter()
            .all(|unit| unit.word.as_str() != "w-1-0")
    );
}

#[test]
fn a_card_graded_again_comes_again_and_an_undo_brings_back_the_last_one() {
    let mut luck = Luck::new(11);
    let cards = units(&mut luck, 1);
    let session = Session::review(cards, vec![], id("s-1"), 1);
    assert_eq!(session.total(), 3);
    let (next, events) = session.grade(Grade::Again, 2500);
    assert_eq!(next.total(), 4);
    let Event::Graded(graded) = &events[0] else {
        panic!("a grade")
    };
    assert_eq!(
        (graded.mode, graded.grade, graded.response_ms),
        (Mode::Review, Grade::Again, 2500)
    );
    let back = next.undo().unwrap();
    assert_eq!(back, session);
    assert_eq!(back.undo(), None, "one step");
    let mut session = next;
    for _ in 0..4 {
        session = session.grade(Grade::Again, 1).0;
    }
    assert!(!session.is_over());
    while !session.is_over() {
        session = session.grade(Grade::Again, 1).0;
    }
    assert_eq!(session.done, 9, "three cards, each at most twice again");
}

#[test]
fn a_warm_up_brings_few_older_cards_once_a_lesson_and_day() {
    let course = Course::new("a1", 3);
    let mut learner = Learner::new("ani");
    learner.study(&course, 1, StepKind::Words, |_| true);
    let knows = |pack: &PackId, word: &WordKey| course.knows(pack, word);
    let cards = |learner: &Learner, lesson: &str| {
        let (now, today) = (learner.now(), learner.clock.today());
        let place = (&course.index.id, &id(lesson));
        warm_up(&now, today, 1, &Fsrs6::default(), place, &knows)
    };
    assert_eq!(
        cards(&learner, "lesson-2"),
        Plan::default(),
        "nothing is older"
    );
    learner.clock.next_day();
    let older = cards(&learner, "lesson-2");
    assert_eq!(
        (older.count(), older.ahead.len()),
        (WARM_UP_MAX, WARM_UP_MAX)
    );
    let mut words: Vec<_> = older.cards.iter().map(|card| &card.word).collect();
    words.sort();
    words.dedup();
    assert_eq!(words.len(), WARM_UP_MAX, "a word is asked once");
    let nowhere = |_: &PackId, _: &WordKey| false;
    let (now, today) = (learner.now(), learner.clock.today());
    let place = (&course.index.id, &id("lesson-2"));
    let none = warm_up(&now, today, 1, &Fsrs6::default(), place, &nowhere);
    assert_eq!(none, Plan::default(), "only words at hand");

    // Two cards of a review on that day, and three are left to ask.
    let plan = study::plan(&now, today.plus(9), 2, 1, &Fsrs6::default(), &knows, true);
    let review = Session::review(plan.cards, vec![], learner.next_sitting(), 1);
    learner.sit(review, |_| true, |_| Grade::Good);
    assert_eq!(cards(&learner, "lesson-2").count(), WARM_UP_MAX - 2);

    let before = learner.now().units().map(|unit| unit.memory.reviews).max();
    learner.study(&course, 2, StepKind::Words, |_| true);
    assert_eq!(before, Some(2));
    let reviewed = learner
        .now()
        .units()
        .filter(|unit| unit.memory.reviews == 2)
        .count();
    assert_eq!(reviewed, WARM_UP_MAX, "a warm-up is a review");
    let studied = learner.now().day_study(learner.clock.today());
    assert_eq!((studied.reviews, studied.answers), (5, 6));
    for lesson in ["lesson-2", "lesson-3"] {
        assert_eq!(
            cards(&learner, lesson),
            Plan::default(),
            "{lesson}: the five were asked"
        );
    }

    // Who passes over the warm-up is not asked again in that lesson on that day.
    learner.clock.next_day();
    assert_eq!(cards(&learner, "lesson-3").count(), WARM_UP_MAX);
    let sitting = learner.next_sitting();
    let step = Session::step(
        &course.stamp(),
        course.lesson(3),
        StepKind::Words,
        sitting,
        7,
    );
    learner.record([step.opened()]);
    assert_eq!(cards(&learner, "lesson-3"), Plan::default());
    assert_eq!(cards(&learner, "lesson-1").count(), WARM_UP_MAX);
}

/// What is counted is what a review asks, whatever is at hand.
#[test]
fn what_waits_is_what_a_review_would_ask() {
    struct Hand<'a>(&'a dyn Fn(&str) -> bool);
    impl AtHand for Hand<'_> {
        fn has_word(&self, _: &PackId, word: &WordKey) -> bool {
            self.0(word.as_str())
        }
        fn has_item(&self, _: &PackId, _: &LessonId, item: &ItemId) -> bool {
            self.0(item.as_str())
        }
    }
    let course = Course::new("a1", 2);
    let mut learner = Learner::new("ani");
    for lesson in [1, 2] {
        learner.study(&course, lesson, StepKind::Words, |_| true);
        learner.study(&course, lesson, StepKind::Practice, |item| {
            !item.as_str().ends_with("t0")
        });
    }
    learner.clock.next_day();
    let now = learner.now();
    let first = |name: &str| name.starts_with("w-1") || name.starts_with("l1");
    for (at_hand, all) in [
        (&first as &dyn Fn(&str) -> bool, false),
        (&|_| true, true),
        (&|_| false, false),
    ] {
        let hand = Hand(at_hand);
        for ahead in 0..20 {
            let today = learner.clock.today().plus(ahead);
            let waiting = Waiting::on(&now, today, 14, &hand);
            for voice in [true, false] {
                let plan = study::plan(&now, today, 1000, 3, &Fsrs6::default(), &hand, voice);
                let unheard = if voice { 0 } else { waiting.heard };
                assert_eq!(plan.cards.len(), (waiting.due - unheard) as usize);
                assert_eq!(plan.missed.len(), waiting.missed as usize);
                let due = now.due_count(today) as usize;
                assert_eq!(
                    plan.count() - plan.missed.len() + plan.silent + plan.elsewhere,
                    due
                );
            }
            assert_eq!(waiting.forecast[0], waiting.due);
            if all {
                assert_eq!(waiting.missed, 2);
            }
        }
    }
}
