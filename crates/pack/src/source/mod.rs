//! The sources of a pack, read into the pack model with the places they came from.

mod exercise;
mod lesson;
mod prose;
mod toml_text;
mod words;

use crate::finding::{Code, Finding, Silence};
use domain::ids::*;
use domain::model::*;
use domain::translated::Tr;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Everything a pack's sources say.
pub struct Source {
    /// `pack.toml`.
    pub head: Head,
    /// Words with the line each stands in.
    pub words: Vec<(usize, Word)>,
    /// Can-do statements.
    pub can_dos: Vec<CanDo>,
    /// Lessons by file.
    pub lessons: Vec<Sourced<Lesson>>,
    /// Tests by file.
    pub tests: Vec<Sourced<Test>>,
    /// Group on the path, by lesson.
    pub sections: BTreeMap<LessonId, Tr>,
    /// Lessons that a test covers.
    pub covers: BTreeMap<TestId, Vec<LessonId>>,
    /// What the author silenced.
    pub silences: Vec<Silence>,
}

/// Something read from a file, with the line of every id in it.
pub struct Sourced<T> {
    /// Path within the pack.
    pub file: String,
    /// What was read.
    pub content: T,
    /// Line of each exercise, question and dialogue.
    pub lines: BTreeMap<ItemId, usize>,
}

impl<T> Sourced<T> {
    /// The line of an item, 0 when unknown.
    pub fn line(&self, id: &ItemId) -> usize {
        self.lines.get(id).copied().unwrap_or(0)
    }
}

/// `pack.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Version of the source format.
    pub format: u32,
    /// Identifier.
    pub id: PackId,
    /// `major.minor.patch`
    pub version: String,
    /// Language tags, the first required everywhere.
    pub languages: Vec<Rc<str>>,
    /// Level label.
    pub level: String,
    /// Title.
    pub title: Tr,
    /// One sentence.
    #[serde(default)]
    pub about: Tr,
    /// Who made it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// SPDX licence expression.
    pub license: String,
    /// Spaces between phrases.
    #[serde(default)]
    pub spaces: bool,
    /// A course with a path.
    #[serde(default)]
    pub course: bool,
    /// Place among the courses.
    #[serde(default)]
    pub order: i32,
    /// Certificates.
    #[serde(default)]
    pub certificates: Vec<CertificateEntry>,
    #[serde(default)]
    silence: Vec<Silence>,
}

impl Head {
    /// The language that must be there everywhere.
    pub fn first(&self) -> &str {
        self.languages.first().map_or("id", AsRef::as_ref)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CanDoFile {
    #[serde(default, rename = "can-do")]
    can_dos: Vec<CanDo>,
}

impl Source {
    /// Reads all files. None only when there is no readable `pack.toml`.
    pub fn read(files: &crate::Files, findings: &mut Vec<Finding>) -> Option<Self> {
        let text = |name: &str, findings: &mut Vec<Finding>| -> Option<String> {
            let Some(bytes) = files.get(name) else {
                findings.push(Finding::new(Code::P001, name, 0, &[name]));
                return None;
            };
            match std::str::from_utf8(bytes) {
                Ok(text) => Some(text.trim_start_matches('\u{feff}').replace("\r\n", "\n")),
                Err(_) => {
                    findings.push(Finding::new(Code::P004, name, 0, &[]));
                    None
                }
            }
        };
        let head = text("pack.toml", findings)
            .and_then(|t| toml_text::read::<Head>(&t, "pack.toml", 1, findings));
        let first = head.as_ref().map_or("id", Head::first).to_owned();
        let words = text("words.csv", findings)
            .map(|t| words::read(&t, findings))
            .unwrap_or_default();
        let can_dos = text("can-dos.toml", findings)
            .and_then(|t| toml_text::read::<CanDoFile>(&t, "can-dos.toml", 1, findings))
            .map(|file| file.can_dos)
            .unwrap_or_default();
        let mut source = Self {
            silences: head
                .as_ref()
                .map(|head| head.silence.clone())
                .unwrap_or_default(),
            head: head?,
            words,
            can_dos,
            lessons: Vec::new(),
            tests: Vec::new(),
            sections: BTreeMap::new(),
            covers: BTreeMap::new(),
        };
        let markdown = files.keys().filter(|name| name.ends_with(".md"));
        for name in markdown {
            let Some(text) = text(name, findings) else {
                continue;
            };
            match name.split('/').next() {
                Some("lessons") => lesson::read(&text, name, &first, &mut source, findings),
                Some("tests") => lesson::read_test(&text, name, &first, &mut source, findings),
                _ => {}
            }
        }
        source.lessons.sort_by_key(|lesson| lesson.content.number);
        Some(source)
    }
}
