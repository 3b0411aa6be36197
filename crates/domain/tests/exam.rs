//! Sittings at a test: sections, moving about, plays, the end, resuming.

use domain::exam::{Exam, ItemState, PLAYS_MAX, Tally};
use domain::ids::*;
use domain::kinds::Answer;
use domain::records::fold::Standing;
use domain::records::*;
use domain::study::Given;
use testkit::{Course, Learner, id};

fn exam(course: &Course, sitting: SittingId) -> Exam {
    Exam::new(&course.stamp(), &course.test, FormId::A, sitting, 3)
}

fn option(id: &str) -> Answer {
    Answer::Option(id.parse().unwrap())
}

fn heard() -> Given {
    Given {
        response_ms: 900,
        plays: 1,
        heard: true,
    }
}

#[test]
fn within_a_section_one_moves_freely_but_listening_only_goes_forward() {
    let course = Course::new("a1", 1);
    let exam = exam(&course, id("s-1"));
    assert_eq!(exam.clock().limit_secs, 1200);
    assert!(exam.may_go(3) && !exam.may_go(4));
    let exam = exam.go(3).go(1);
    assert_eq!(exam.item().unwrap().item().as_str(), "u1-script-a1");
    let exam = exam.flag().answer(option("b"), heard()).0;
    assert_eq!(exam.strip()[1], (ItemState::Answered, true));
    assert_eq!(exam.open_count(), 3);
    let exam = exam.flag().finish_section();
    assert_eq!(exam.item().unwrap().item().as_str(), "u1-listening-a0");
    assert!(exam.may_go(1) && !exam.may_go(2) && !exam.may_go(0));
    let exam = exam.go(1);
    assert_eq!(exam.go(0), exam);
    assert!(exam.is_last_section());
    assert_eq!(
        exam.finish_section(),
        exam,
        "the last section ends with the test"
    );
}

#[test]
fn a_recording_is_played_twice_at_most_and_plays_are_recorded() {
    let course = Course::new("a1", 1);
    let mut exam = exam(&course, id("s-1")).finish_section();
    for left in (0..PLAYS_MAX).rev() {
        exam = exam.play();
        assert_eq!(exam.plays_left(), left);
    }
    let exam = exam.play();
    let (_, events) = exam.answer(option("a"), heard());
    let Event::Answered(answered) = &events[0] else {
        panic!("an answer")
    };
    assert_eq!(
        (answered.plays, answered.heard, answered.section),
        (2, true, Some(1))
    );
}

#[test]
fn the_last_answer_counts_and_what_was_not_answered_is_skipped() {
    let course = Course::new("a1", 1);
    let mut learner = Learner::new("ani");
    let exam = exam(&course, learner.next_sitting());
    learner.record([exam.opened()]);
    let (exam, first) = exam.answer(option("b"), heard());
    learner.record(first);
    let (exam, second) = exam.answer(option("a"), heard());
    learner.record(second);
    assert_eq!(
        exam.verdict(&id("u1-script-a0")),
        None,
        "no verdict before the end"
    );
    assert_eq!(exam.score(), None);
    let (over, events) = exam.end(End::TimeUp, 1_200_000);
    let skipped = events
        .iter()
        .filter(|event| event.tag() == "answered")
        .count();
    let graded = events
        .iter()
        .filter(|event| event.tag() == "graded")
        .count();
    assert_eq!(
        (skipped, graded),
        (7, 1),
        "only what was answered says something about memory"
    );
    learner.record(events);
    assert!(over.verdict(&id("u1-script-a0")).unwrap().accepted());
    assert!(over.item().is_none());
    assert_eq!(over.end(End::Finished, 0).1, []);
    let now = learner.now();
    let result = &now.results()[0];
    assert_eq!(result.score.all, Tally { right: 1, total: 8 });
    assert_eq!(Some(&result.score), over.score().as_ref());
    assert_eq!(result.score.sections[&1], Tally { right: 0, total: 4 });
    assert!(result.is_provisional() && !result.passed() && result.end == End::TimeUp);
    assert_eq!(result.wrong.len(), 7);
}

#[test]
fn what_was_read_in_a_test_counts_for_its_section_but_shows_nothing() {
    let course = Course::new("a1", 1);
    let mut learner = Learner::new("ani");
    let begun = exam(&course, learner.next_sitting());
    learner.record([begun.opened()]);
    let mut exam = begun.finish_section();
    let no_voice = Given {
        heard: false,
        plays: 0,
        ..heard()
    };
    let not_played = Given {
        plays: 0,
        ..heard()
    };
    for (answer, given) in [
        (option("a"), heard()),
        (option("a"), no_voice),
        (option("a"), not_played),
        (Answer::Skipped, no_voice),
    ] {
        let (answered, events) = exam.answer(answer, given);
        learner.record(events);
        exam = answered.go(answered.at + 1);
    }
    // What is gone on with after the page was closed is the same.
    learner.restart();
    let open = learner.now();
    let open = open.open_sitting(&begun.sitting).unwrap();
    let (over, events) = begun.clone().resume(open).end(End::Finished, 1000);
    let graded = events.iter().filter(|event| event.tag() == "graded");
    assert_eq!(graded.count(), 1, "of what was heard");
    learner.record(events);
    let result = learner.now().results()[0].clone();
    assert_eq!(Some(&result.score), over.score().as_ref());
    assert_eq!(result.score.sections[&1], Tally { right: 3, total: 4 });
    assert_eq!(result.score.unheard, [(1, 2)].into());
    let can_do = result.score.can_dos[&id::<CanDoId>("can-1-a")];
    assert_eq!(
        can_do,
        Tally { right: 1, total: 5 },
        "four of the script were left open"
    );
}

#[test]
fn what_was_played_in_a_test_was_heard_though_it_was_not_answered() {
    let course = Course::new("a1", 1);
    let exam = exam(&course, id("s-1")).finish_section().play();
    let (_, events) = exam.end(End::TimeUp, 1000);
    let mut unheard = Vec::new();
    for event in &events {
        if let Event::Answered(answered) = event
            && answered.section == Some(1)
        {
            unheard.push(answered.unheard);
        }
    }
    assert_eq!(unheard, [false, true, true, true]);
}

#[test]
fn a_test_is_passed_at_70_percent_and_50_in_each_section() {
    let course = Course::new("a1", 1);
    let mut learner = Learner::new("ani");
    let in_script = |item: &ItemId| item.as_str().contains("script");
    assert_eq!(
        learner.test(&course, |item| in_script(item)
            || item.as_str().ends_with("a0")),
        (FormId::A, false)
    );
    let unit: TestId = id("unit-1");
    assert_eq!(
        learner.now().test_standing(&id("a1"), &unit),
        Standing::Failed
    );
    let two = |item: &ItemId| {
        in_script(item) || item.as_str().ends_with("b0") || item.as_str().ends_with("b1")
    };
    assert_eq!(
        learner.test(&course, two),
        (FormId::B, true),
        "a retry takes the other form"
    );
    assert_eq!(
        learner.now().test_standing(&id("a1"), &unit),
        Standing::Passed
    );
    assert_eq!(learner.test(&course, |_| false), (FormId::A, false));
    assert_eq!(
        learner.now().test_standing(&id("a1"), &unit),
        Standing::Passed,
        "passed stays passed"
    );
}

#[test]
fn a_test_goes_on_in_its_section_after_the_page_was_closed() {
    let course = Course::new("a1", 1);
    let mut learner = Learner::new("ani");
    let sitting = learner.next_sitting();
    let begun = exam(&course, sitting.clone());
    learner.record([begun.opened()]);
    let (answered, events) = begun.answer(option("c"), heard());
    learner.record(events);
    let (answered, events) = answered.finish_section().answer(option("a"), heard());
    learner.record(events);
    learner.record([answered.heartbeat(61_000)]);
    learner.restart();
    let now = learner.now();
    let open = now.open_sitting(&sitting).unwrap();
    assert_eq!((open.active_ms, open.at), (61_000, 4));
    let resumed = exam(&course, sitting).resume(open);
    assert_eq!((resumed.section, resumed.at), (1, 0));
    assert_eq!(resumed.answer_to(&id("u1-script-a0")), Some(&option("c")));
    let (_, events) = resumed.end(End::Finished, 70_000);
    learner.record(events);
    assert_eq!(
        learner.now().results()[0].score.all,
        Tally { right: 1, total: 8 }
    );
}

/// Whenever the page is closed: a recording is heard twice at most, whether its item was answered or not.
#[test]
fn plays_are_kept_when_the_page_is_closed() {
    let course = Course::new("a1", 1);
    for answered in [false, true] {
        let mut learner = Learner::new("ani");
        let sitting = learner.next_sitting();
        let begun = exam(&course, sitting.clone());
        learner.record([begun.opened()]);
        let mut exam = begun.finish_section();
        for left in (0..PLAYS_MAX).rev() {
            exam = exam.play();
            learner.record([exam.heartbeat(1000)]);
            if answered {
                learner.record(exam.answer(option("a"), heard()).1);
            }
            learner.restart();
            let now = learner.now();
            let open = now.open_sitting(&sitting).unwrap();
            exam = self::exam(&course, sitting.clone()).resume(open);
            assert_eq!((exam.section, exam.at, exam.plays_left()), (1, 0, left));
        }
        let played = exam.play();
        assert_eq!(played.plays_left(), 0);
        assert_eq!(exam.go(1).plays_left(), PLAYS_MAX, "of each item its own");
        let (_, events) = exam.answer(option("a"), heard());
        assert!(matches!(&events[0], Event::Answered(answer) if answer.plays == PLAYS_MAX));
    }
}

#[test]
fn a_test_that_was_left_gives_no_result() {
    let course = Course::new("a1", 1);
    let mut learner = Learner::new("ani");
    let exam = exam(&course, learner.next_sitting());
    learner.record([exam.opened()]);
    let (_, events) = exam.end(End::Left, 5000);
    assert_eq!(events.len(), 1);
    learner.record(events);
    assert_eq!(
        (
            learner.now().results().len(),
            learner.now().open_sittings().len()
        ),
        (0, 0)
    );
}
