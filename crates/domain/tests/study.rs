//! Sessions of study: order, missed items again, warm-up, resuming, reviews.

use domain::day::Day;
use domain::ids::*;
use domain::kinds::{Answer, Outcome, Reason, Skill, Verdict};
use domain::memory::{Grade, Memory};
use domain::model::StepKind;
use domain::records::fold::DueUnit;
use domain::records::*;
use domain::study::*;
use recall::Fsrs6;
use testkit::{Course, Learner, Luck, id};

fn session(course: &Course, step: StepKind) -> Session {
    Session::step(
        &course.stamp(),
        course.lesson(1),
        step,
        vec![],
        id("s-1"),
        7,
    )
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
    let at_listening = |heard| {
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
                    ..Given::default()
                },
            )
            .1
    };
    assert_eq!(tags(&at_listening(false)), ["answered"]);
    assert_eq!(tags(&at_listening(true)), ["answered", "graded"]);
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

/// Whenever the page is closed, the sitting goes on with what is left, and ends with the same items answered.
#[test]
fn a_sitting_goes_on_where_it_was_closed() {
    let course = Course::new("a1", 1);
    for (step, stop) in [StepKind::Words, StepKind::Practice]
        .into_iter()
        .flat_map(|s| (0..9).map(move |n| (s, n)))
    {
        let mut learner = Learner::new("ani");
        let mut luck = Luck::new(stop);
        let sitting = learner.next_sitting();
        let begin = || {
            Session::step(
                &course.stamp(),
                course.lesson(1),
                step,
                vec![],
                sitting.clone(),
                7,
            )
        };
        let mut session = begin();
        learner.record([session.opened()]);
        for _ in 0..stop {
            let answer = option(if luck.percent(50) { "a" } else { "b" });
            let (next, events) = session.answer(answer, Given::default());
            learner.record(events);
            session = next.go_on();
        }
        learner.restart();
        let now = learner.now();
        let Some(open) = now.open_sitting(&sitting) else {
            panic!("it is still open")
        };
        let resumed = begin().resume(open);
        let answered = !open.answers.is_empty();
        if answered && !session.is_over() {
            assert_eq!(
                item(&resumed),
                item(&session),
                "{step:?} closed after {stop}"
            );
            assert_eq!(
                resumed.total(),
                session.total(),
                "{step:?} closed after {stop}"
            );
        }
        if !answered {
            assert_eq!(resumed, begin());
        }
    }
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
        |day: Day, limit, voice| plan(&now, day, limit, 3, &Fsrs6::default(), knows, voice);
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
        |_, word| word.as_str() != "w-1-0",
        true,
    );
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
fn a_warm_up_brings_few_older_cards_and_none_of_today() {
    let course = Course::new("a1", 2);
    let mut learner = Learner::new("ani");
    learner.study(&course, 1, StepKind::Words, |_| true);
    let knows = |pack: &PackId, word: &WordKey| course.knows(pack, word);
    let cards = |learner: &Learner| {
        warm_up(
            &learner.now(),
            learner.clock.today(),
            1,
            &Fsrs6::default(),
            knows,
        )
    };
    assert_eq!(cards(&learner), []);
    learner.clock.next_day();
    let older = cards(&learner);
    assert_eq!(older.len(), WARM_UP_MAX);
    let before = learner.now().units().map(|unit| unit.memory.reviews).max();
    learner.study(&course, 2, StepKind::Words, |_| true);
    assert_eq!(before, Some(1));
    let reviewed = learner
        .now()
        .units()
        .filter(|unit| unit.memory.reviews == 2)
        .count();
    assert_eq!(reviewed, WARM_UP_MAX, "a warm-up is a review");
    let studied = learner.now().day_study(learner.clock.today());
    assert_eq!((studied.reviews, studied.answers), (5, 6));
}
