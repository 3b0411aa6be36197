//! What a certificate says, as it follows from a learner's records and the pack: what it covers, when, with which results.
//!
//! Invariants: nothing is earned that [`State::earns`] does not grant; of each check and test the first result that was
//! passed stands, so what was issued once is derived again word for word however much is studied later; all texts
//! are kept in every language of the pack.

use crate::day::Day;
use crate::exam::Tally;
use crate::ids::*;
use crate::model::{CanDoSkill, CertificateEntry, Index, LessonEntry, TestEntry};
use crate::records::fold::{SittingResult, State};
use crate::records::{Mode, Rule};
use crate::translated::Tr;
use std::rc::Rc;

/// A certificate that a learner has earned.
#[derive(Clone, Debug, PartialEq)]
pub struct Earned {
    /// The certificate as the pack names it.
    pub id: CertificateId,
    /// Its title.
    pub title: Tr,
    /// The pack it belongs to.
    pub pack: PackId,
    /// The title of the pack.
    pub pack_title: Tr,
    /// The version of the pack at hand.
    pub version: Rc<str>,
    /// The first language of the pack, which the others fall back to.
    pub first_language: Rc<str>,
    /// The level of the pack, `A1`.
    pub level: Rc<str>,
    /// The day of the first result that belongs to it, passed or not.
    pub from: Day,
    /// The day on which the last thing it asks for was passed.
    pub to: Day,
    /// Lessons in the order of the certificate.
    pub lessons: Vec<EarnedLesson>,
    /// The test, if it asks for one.
    pub test: Option<EarnedTest>,
}

/// A lesson that a certificate covers.
#[derive(Clone, Debug, PartialEq)]
pub struct EarnedLesson {
    /// Which lesson.
    pub id: LessonId,
    /// Its number in the course.
    pub number: u32,
    /// Its title.
    pub title: Tr,
    /// The group it stands in.
    pub section: Tr,
    /// What it leads to.
    pub can_dos: Vec<(CanDoId, CanDoSkill, Tr)>,
    /// How its check was passed.
    pub result: Passed,
}

/// The test of a certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct EarnedTest {
    /// Which test.
    pub id: TestId,
    /// Its title.
    pub title: Tr,
    /// How it was passed.
    pub result: Passed,
    /// Its sections in order.
    pub sections: Vec<EarnedSection>,
}

/// A section of the test of a certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct EarnedSection {
    /// Which section.
    pub id: SectionId,
    /// Its title.
    pub title: Tr,
    /// What was right in it.
    pub tally: Tally,
    /// Some of it was read that was to be heard.
    pub unheard: bool,
}

/// A check or test that was passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Passed {
    /// Which form.
    pub form: FormId,
    /// The day it ended.
    pub day: Day,
    /// Right answers of all.
    pub tally: Tally,
    /// The rule it was measured by.
    pub rule: Rule,
    /// The version of the pack in which it was taken.
    pub version: Rc<str>,
}

impl Passed {
    fn of(result: &SittingResult) -> Self {
        Self {
            form: result.form,
            day: result.day(),
            tally: result.score.all,
            rule: result.rule,
            version: result.pack.version.clone(),
        }
    }
}

/// What stands on this certificate, or nothing when it is not earned.
pub fn earned(state: &State, index: &Index, entry: &CertificateEntry) -> Option<Earned> {
    if !state.earns(index, entry) {
        return None;
    }
    let lessons: Vec<EarnedLesson> = (entry.lessons.iter())
        .map(|id| {
            lesson(
                state,
                index,
                index.lessons.iter().find(|own| own.id == *id)?,
            )
        })
        .collect::<Option<_>>()?;
    let test = match &entry.test {
        Some(id) => Some(test(
            state,
            index,
            index.tests.iter().find(|own| own.id == *id)?,
        )?),
        None => None,
    };
    let belongs = |result: &&SittingResult| {
        result.pack.id == index.id
            && match result.mode {
                Mode::Check => (entry.lessons.iter()).any(|id| id.as_str() == &*result.target),
                Mode::Test => (entry.test.iter()).any(|id| id.as_str() == &*result.target),
                Mode::Lesson | Mode::Review | Mode::Ear => false,
            }
    };
    let first = state.results().iter().filter(belongs);
    let passed = lessons.iter().map(|lesson| &lesson.result);
    let passed = passed.chain(test.iter().map(|test| &test.result));
    Some(Earned {
        id: entry.id.clone(),
        title: entry.title.clone(),
        pack: index.id.clone(),
        pack_title: index.title.clone(),
        version: index.version.as_str().into(),
        first_language: index.first_language().into(),
        level: index.level.as_str().into(),
        from: first.map(SittingResult::day).min()?,
        to: passed.map(|passed| passed.day).max()?,
        lessons,
        test,
    })
}

fn first_passed<'a>(
    state: &'a State,
    mode: Mode,
    pack: &'a PackId,
    target: &'a str,
) -> Option<&'a SittingResult> {
    (state.results_of(mode, pack, target)).find(|result| result.passed())
}

fn lesson(state: &State, index: &Index, entry: &LessonEntry) -> Option<EarnedLesson> {
    let result = first_passed(state, Mode::Check, &index.id, entry.id.as_str())?;
    let can_dos = (index.can_dos.iter()).filter(|can_do| can_do.lesson == entry.id);
    Some(EarnedLesson {
        id: entry.id.clone(),
        number: entry.number,
        title: entry.title.clone(),
        section: entry.section.clone(),
        can_dos: can_dos
            .map(|can_do| (can_do.id.clone(), can_do.skill, can_do.text.clone()))
            .collect(),
        result: Passed::of(result),
    })
}

fn test(state: &State, index: &Index, entry: &TestEntry) -> Option<EarnedTest> {
    let result = first_passed(state, Mode::Test, &index.id, entry.id.as_str())?;
    let sections = (0u8..).zip(&entry.sections).map(|(place, section)| {
        let tally = result.score.sections.get(&place);
        let tally = tally.copied().unwrap_or_default();
        EarnedSection {
            id: section.id.clone(),
            title: section.title.clone(),
            tally,
            unheard: result.score.unheard.contains_key(&place),
        }
    });
    Some(EarnedTest {
        id: entry.id.clone(),
        title: entry.title.clone(),
        result: Passed::of(result),
        sections: sections.collect(),
    })
}
