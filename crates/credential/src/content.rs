//! The content of a certificate: what is hashed, written as JSON and drawn as PDF.
//!
//! Invariants: whole numbers and texts only, so that its canonical form is the same everywhere; texts are kept in every
//! language of the pack, so that one certificate has one number and one code in whichever language it is printed.
//! Published: fields are only added, with a default that is not written.

use crate::name::Name;
use domain::certificate::{Earned, EarnedLesson, EarnedTest, Passed};
use domain::day::Day;
use domain::exam::Tally;
use domain::translated::Tr;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Content {
    /// Who stands behind it.
    pub grade: Grade,
    /// Its own number: see [`crate::serial`].
    pub serial: String,
    /// The learner's name as printed.
    pub name: Name,
    /// The name in kana, where the learner gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kana: Option<Name>,
    /// Which certificate of the pack.
    pub course: Course,
    /// The pack.
    pub pack: Pack,
    /// First and last day: see [`Earned::from`] and [`Earned::to`].
    pub studied: Period,
    /// The day it was issued, `2026-11-24`.
    pub issued: String,
    /// Whether somebody watched over the checks and the test.
    pub supervised: bool,
    /// The lessons it covers, each with its can-dos and its result.
    pub lessons: Vec<Lesson>,
    /// The test across lessons, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<Test>,
}

/// Who stands behind a certificate. The two are never blurred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The app on the learner's own device: unsigned, unsupervised.
    SelfStudy,
    /// A training centre, with its signature. This version reads the word and makes none.
    Centre,
}

/// A text by language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

/// The certificate as the pack names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Course {
    /// Its id within the pack.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Level label, `A1`.
    pub level: String,
}

/// A lesson pack, exactly as it was at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Pack {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its version, `0.1.0`.
    pub version: String,
    /// The SHA-256 of its content in hexadecimal, whole or its beginning.
    pub hash: String,
    /// Its first language, which the others fall back to.
    pub first_language: String,
}

/// From one day to another, both included, as `2026-11-24`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Lesson {
    /// Its id within the pack.
    pub id: String,
    /// Its number in the course.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// What it leads to.
    pub can_dos: Vec<CanDo>,
    /// The result of its check.
    pub result: Outcome,
}

/// A can-do statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CanDo {
    /// Its id within the pack.
    pub id: String,
    /// The statement.
    pub text: Text,
}

/// The test across lessons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    /// Its id within the pack.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its result. No form has been balanced against others by many learners yet.
    pub result: Outcome,
    /// The same by section.
    pub sections: Vec<Section>,
    /// True while forms are not balanced.
    pub provisional: bool,
}

/// A section of a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its id within the test.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What was right.
    #[serde(flatten)]
    pub score: Score,
    /// Some of it was read that was to be heard: there was no voice, or nothing was played.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unheard: bool,
}

/// A check or test as it was first passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Outcome {
    /// `A` or `B`.
    pub form: String,
    /// The day it ended.
    pub date: String,
    /// What was right.
    #[serde(flatten)]
    pub score: Score,
    /// Per cent of all items that were asked for.
    pub needed: u8,
    /// Per cent of each section that were asked for; 0 where one right in each can-do was asked.
    pub needed_each: u8,
    /// The version of the pack in which it was taken.
    pub pack_version: String,
}

/// Right answers among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Right, or accepted with a slip.
    pub right: u16,
    /// All.
    pub total: u16,
    /// The share, rounded down.
    pub percent: u8,
}

/// What a self-study certificate needs besides what was earned.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Its own number: see [`crate::serial`].
    pub serial: String,
    /// The learner's name.
    pub name: Name,
    /// The name in kana, where the learner gave it.
    pub kana: Option<Name>,
    /// The day, by the civil calendar.
    pub day: Day,
    /// The SHA-256 of the pack's content in hexadecimal, whole or its beginning.
    pub pack_hash: String,
}

impl Content {
    /// The self-study certificate of what was earned.
    pub fn self_study(earned: &Earned, issue: Issue) -> Self {
        Self {
            grade: Grade::SelfStudy,
            serial: issue.serial,
            name: issue.name,
            kana: issue.kana,
            course: Course {
                id: earned.id.to_string(),
                title: (&earned.title).into(),
                level: earned.level.to_string(),
            },
            pack: Pack {
                id: earned.pack.to_string(),
                title: (&earned.pack_title).into(),
                version: earned.version.to_string(),
                hash: issue.pack_hash,
                first_language: earned.first_language.to_string(),
            },
            studied: Period {
                from: iso(earned.from),
                to: iso(earned.to),
            },
            issued: iso(issue.day),
            supervised: false,
            lessons: earned.lessons.iter().map(Lesson::from).collect(),
            test: earned.test.as_ref().map(Test::from),
        }
    }

    /// Every day that it names, so that the caller can say them in a reader's language.
    pub fn days(&self) -> impl Iterator<Item = &str> {
        let results = self.lessons.iter().map(|lesson| &lesson.result);
        let results = results.chain(self.test.iter().map(|test| &test.result));
        [&self.studied.from, &self.studied.to, &self.issued]
            .into_iter()
            .chain(results.map(|result| &result.date))
            .map(String::as_str)
    }

    /// A text of the pack for a reader of `lang`, and the language it is really in.
    pub fn text<'a>(&'a self, text: &'a Text, lang: &'a str) -> (&'a str, &'a str) {
        text.find(lang, &self.pack.first_language)
    }
}

impl Text {
    /// The text for a reader of `lang`, else in `first`, else in any language there is; with the language it is in.
    pub fn find<'a>(&'a self, lang: &'a str, first: &'a str) -> (&'a str, &'a str) {
        let own = |lang: &'a str| self.0.get(lang).map(|text| (text.as_str(), lang));
        let any = || {
            self.0
                .iter()
                .next()
                .map(|(lang, text)| (text.as_str(), lang.as_str()))
        };
        own(lang)
            .or_else(|| own(first))
            .or_else(any)
            .unwrap_or(("", lang))
    }
}

fn iso(day: Day) -> String {
    day.date().to_string()
}

impl From<&Tr> for Text {
    fn from(tr: &Tr) -> Self {
        let written = tr.iter().filter(|(_, text)| !text.trim().is_empty());
        Self(
            written
                .map(|(lang, text)| (lang.to_owned(), text.to_owned()))
                .collect(),
        )
    }
}

impl From<Tally> for Score {
    fn from(tally: Tally) -> Self {
        Self {
            right: tally.right,
            total: tally.total,
            percent: tally.percent(),
        }
    }
}

impl From<&Passed> for Outcome {
    fn from(passed: &Passed) -> Self {
        Self {
            form: passed.form.as_str().to_owned(),
            date: iso(passed.day),
            score: passed.tally.into(),
            needed: passed.rule.total_pct,
            needed_each: passed.rule.each_pct,
            pack_version: passed.version.to_string(),
        }
    }
}

impl From<&EarnedLesson> for Lesson {
    fn from(lesson: &EarnedLesson) -> Self {
        let can_dos = lesson.can_dos.iter().map(|(id, _, text)| CanDo {
            id: id.to_string(),
            text: text.into(),
        });
        Self {
            id: lesson.id.to_string(),
            number: lesson.number,
            title: (&lesson.title).into(),
            can_dos: can_dos.collect(),
            result: (&lesson.result).into(),
        }
    }
}

impl From<&EarnedTest> for Test {
    fn from(test: &EarnedTest) -> Self {
        let sections = test.sections.iter().map(|section| Section {
            id: section.id.to_string(),
            title: (&section.title).into(),
            score: section.tally.into(),
            unheard: section.unheard,
        });
        Self {
            id: test.id.to_string(),
            title: (&test.title).into(),
            result: (&test.result).into(),
            sections: sections.collect(),
            provisional: true,
        }
    }
}
