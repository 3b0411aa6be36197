//! Six weeks of one learner: lessons, reviews, a check that was failed and taken again in the other form, a test, a
//! certificate, an undo, a clock set back, restarts, a backup and a new phone.

use domain::ids::*;
use domain::memory::Grade;
use domain::model::StepKind;
use domain::records::fold::Standing;
use domain::records::*;
use testkit::{Course, Learner, Luck, id};

fn begin() -> Learner {
    let mut learner = Learner::new("ani");
    learner.record([
        Event::Setting(Setting::new("name", "Ani")),
        Event::Setting(Setting::new("language", "id")),
    ]);
    learner
}

/// One evening of a lesson: its steps, with a share of right answers.
fn lesson(learner: &mut Learner, course: &Course, n: usize, luck: &mut Luck, percent: usize) {
    for step in [StepKind::Words, StepKind::Practice] {
        learner.study(course, n, step, |_| luck.percent(percent));
    }
}

#[test]
fn six_weeks_of_study() {
    let course = Course::new("a1", 3);
    let (mut luck, mut thumb) = (Luck::new(6), Luck::new(60));
    let mut learner = begin();
    let pack: PackId = id("a1");
    let certificate = &course.index.certificates[0];

    // Weeks 1 to 3: a lesson a week, reviews on the other days, a restart each evening.
    for week in 1..=3 {
        let lesson_id: LessonId = id(&format!("lesson-{week}"));
        lesson(&mut learner, &course, week, &mut luck, 85);
        if week == 2 {
            // The check is failed: too few right. The retry takes the other form.
            assert_eq!(
                learner.check(&course, week, |item| item.as_str().ends_with('0')),
                (FormId::A, false)
            );
            assert_eq!(
                learner.now().check_standing(&pack, &lesson_id),
                Standing::Failed
            );
            learner.clock.next_day();
            assert_eq!(learner.check(&course, week, |_| true), (FormId::B, true));
        } else {
            assert_eq!(learner.check(&course, week, |_| true), (FormId::A, true));
        }
        assert_eq!(
            learner.now().check_standing(&pack, &lesson_id),
            Standing::Passed
        );
        assert!(
            !learner.now().earns(&course.index, certificate),
            "the test is still to come"
        );
        while learner.clock.today() < testkit::FakeClock::default().today().plus(week as i32 * 7) {
            learner.clock.next_day();
            let due = learner.now().due_count(learner.clock.today());
            let asked = learner.review(
                &course,
                20,
                |_| luck.percent(80),
                |_| *thumb.one_of(&[Grade::Good, Grade::Good, Grade::Hard, Grade::Again]),
            );
            assert!(asked >= due.min(20) as usize);
            learner.restart();
        }
    }

    // Week 4: the clock of the phone is set back two months for a day. Nothing is lost and order holds.
    let before = learner.now().units().count();
    learner.clock.set_wall_back_days(60);
    learner.review(&course, 20, |_| true, |_| Grade::Good);
    learner.clock.set_wall_back_days(-60);
    assert_eq!(learner.now().units().count(), before);
    let latest = learner.now().units().map(|unit| unit.memory.last).max();
    assert!(latest <= Some(learner.clock.today()));
    learner.restart();

    // Week 5: a slip of the thumb in a review is taken back.
    for _ in 0..7 {
        learner.clock.next_day();
    }
    let calm = learner.now();
    let word = calm.units().next().expect("there is a unit");
    let slip = learner.record([Event::Graded(Graded {
        pack: word.pack.clone(),
        skill: word.skill,
        grade: Grade::Again,
        mode: Mode::Review,
        sitting: None,
        response_ms: 300,
        words: vec![word.word.clone()],
    })]);
    assert_ne!(
        learner.now().memory(&pack, &word.word, word.skill),
        Some(&word.memory)
    );
    learner.take_back(&slip);
    assert_eq!(
        learner.now().memory(&pack, &word.word, word.skill),
        Some(&word.memory)
    );

    // Week 6: the test, failed once for its listening, passed in the other form. The certificate is earned.
    for _ in 0..7 {
        learner.clock.next_day();
    }
    let (form, passed) = learner.test(&course, |item| item.as_str().contains("script"));
    assert_eq!(
        (form, passed),
        (FormId::A, false),
        "no section may be below its share"
    );
    assert!(!learner.now().earns(&course.index, certificate));
    learner.clock.next_day();
    assert_eq!(learner.test(&course, |_| true), (FormId::B, true));
    assert!(learner.now().earns(&course.index, certificate));
    learner.record([Event::Certificate(Certificate {
        serial: "KK-0001".into(),
        certificate: certificate.id.clone(),
        pack: course.stamp(),
        name: "Ani Lestari".into(),
        hash: "0011223344556677".into(),
    })]);
    learner.restart();

    let now = learner.now();
    assert_eq!(now.certificates().len(), 1);
    assert_eq!(now.open_sittings().len(), 0);
    assert!(now.days().count() >= 20);
    assert!(
        now.evidence(&pack, &id("can-2-a"))
            .is_some_and(|evidence| evidence.latest.right > 0)
    );
    assert!(
        now.units()
            .any(|unit| unit.memory.due > learner.clock.today().plus(14)),
        "what is known rests"
    );

    // A new phone: the backup brings everything, twice is once, and what was done there before is kept.
    let file = learner.backup();
    let mut phone = Learner::new("ani");
    phone.clock = learner.clock.clone();
    let difference = phone.restore(file.as_bytes()).expect("the file is whole");
    assert_eq!((difference.new, difference.known), (learner.log.len(), 0));
    assert_eq!(*phone.now(), *learner.now());
    let again = phone.restore(file.as_bytes()).expect("the file is whole");
    assert_eq!((again.new, again.known), (0, learner.log.len()));
    assert_eq!(*phone.now(), *learner.now());
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_is_touched() {
    let course = Course::new("a1", 1);
    let mut learner = begin();
    learner.study(&course, 1, StepKind::Words, |_| true);
    let file = learner.backup();
    let mut other = Learner::new("ani");
    let before = other.now();
    for damaged in [
        &file.as_bytes()[..file.len() / 2],
        b"",
        b"{}",
        file.replacen("w-1-0", "w-1-1", 1).as_bytes(),
    ] {
        assert!(other.restore(damaged).is_err());
        assert_eq!(other.now(), before);
        assert!(other.log.is_empty());
    }
}

#[test]
fn a_lesson_that_is_repeated_on_one_day_does_not_strengthen_memory() {
    let course = Course::new("a1", 1);
    let mut learner = begin();
    learner.study(&course, 1, StepKind::Words, |_| true);
    let first: Vec<_> = learner.now().units().collect();
    learner.study(&course, 1, StepKind::Words, |_| true);
    assert_eq!(learner.now().units().collect::<Vec<_>>(), first);
    learner.clock.next_day();
    learner.study(&course, 1, StepKind::Words, |_| true);
    assert!(learner.now().units().all(|unit| unit.memory.reviews == 2));
}
