//! What stands on a certificate: the first pass of each check and test, the days, every section; nothing before all is passed.

use domain::certificate::earned;
use domain::ids::FormId;
use domain::model::StepKind;
use testkit::{Course, Learner};

#[test]
fn a_certificate_stands_on_the_first_pass_of_each() {
    let course = Course::new("a1", 2);
    let entry = &course.index.certificates[0];
    let mut learner = Learner::new("sari");
    let first_day = learner.clock.today();
    assert_eq!(earned(&learner.now(), &course.index, entry), None);

    learner.study(&course, 1, StepKind::Practice, |_| true);
    assert!(!learner.check(&course, 1, |_| false).1);
    learner.clock.pass_ms(86_400_000);
    assert_eq!(learner.check(&course, 1, |_| true), (FormId::B, true));
    assert!(learner.check(&course, 2, |_| true).1);
    assert_eq!(
        earned(&learner.now(), &course.index, entry),
        None,
        "its test is asked for too"
    );
    learner.clock.pass_ms(86_400_000);
    assert!(learner.test(&course, |_| true).1);

    let now = learner.now();
    let certificate = earned(&now, &course.index, entry).unwrap();
    assert_eq!(
        (certificate.from, certificate.to),
        (first_day, first_day.plus(2))
    );
    assert_eq!(certificate.lessons.len(), 2);
    assert_eq!(
        certificate.lessons[0].result.form,
        FormId::B,
        "form A was failed"
    );
    assert_eq!(certificate.lessons[0].can_dos.len(), 2);
    let test = certificate.test.as_ref().unwrap();
    let counted: u16 = test
        .sections
        .iter()
        .map(|section| section.tally.total)
        .sum();
    assert_eq!(counted, test.result.tally.total);
    assert_eq!(test.result.tally.percent(), 100);
    assert!(test.sections.iter().all(|section| !section.unheard));

    // Whatever is studied or failed later, the same certificate is derived again.
    learner.clock.pass_ms(86_400_000);
    learner.check(&course, 1, |_| true);
    learner.test(&course, |_| false);
    assert_eq!(
        earned(&learner.now(), &course.index, entry),
        Some(certificate)
    );
}

#[test]
fn a_certificate_tells_which_section_was_read_instead_of_heard() {
    let course = Course::new("a1", 1);
    let mut learner = Learner::new("sari");
    learner.voice = false;
    learner.check(&course, 1, |_| true);
    learner.test(&course, |_| true);
    let entry = &course.index.certificates[0];
    let test = earned(&learner.now(), &course.index, entry).unwrap().test;
    let unheard = test.iter().flat_map(|test| &test.sections);
    let unheard: Vec<_> = unheard
        .map(|section| (section.id.as_str(), section.unheard))
        .collect();
    assert_eq!(unheard, [("script", false), ("listening", true)]);
}

#[test]
fn a_lesson_that_the_pack_does_not_have_is_not_earned() {
    let course = Course::new("a1", 1);
    let mut learner = Learner::new("sari");
    learner.check(&course, 1, |_| true);
    learner.test(&course, |_| true);
    let mut entry = course.index.certificates[0].clone();
    assert!(earned(&learner.now(), &course.index, &entry).is_some());
    entry.lessons.push("lesson-9".parse().unwrap());
    assert_eq!(earned(&learner.now(), &course.index, &entry), None);
}
