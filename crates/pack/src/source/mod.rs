//! The sources of a pack, read into the pack model with the places they came from.

mod dialogue;
mod exercise;
mod lesson;
mod prose;
#[cfg(feature = "schema")]
mod schema;
mod toml_text;
mod words;

pub use dialogue::{head as dialogue_head, spoken};
#[cfg(feature = "schema")]
pub use schema::schemas;

use crate::finding::{Finding, Silence};
use crate::wrong::Wrong;
use domain::ids::*;
use domain::model::*;
use domain::translated::Tr;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::rc::Rc;
use toml_text::TomlText;

/// Everything a pack's sources say.
pub struct Source {
    /// `pack.toml`.
    pub head: Head,
    /// Words with the line each stands in.
    pub words: Vec<(usize, Word)>,
    /// Can-do statements with the line each begins on.
    pub can_dos: Vec<(usize, CanDo)>,
    /// The line of each certificate of the head.
    pub certificate_lines: Vec<usize>,
    /// Lessons by file.
    pub lessons: Vec<Sourced<Lesson>>,
    /// Tests by file.
    pub tests: Vec<Sourced<Test>>,
    /// Group on the path, by lesson.
    pub sections: BTreeMap<LessonId, Tr>,
    /// Lessons that a test covers.
    pub covers: BTreeMap<TestId, Vec<LessonId>>,
    /// Names of the recordings and pictures.
    pub media: Vec<String>,
    /// What the author silenced.
    pub silences: Vec<Silence>,
}

impl Sourced<Lesson> {
    /// Every piece of the lesson with its line.
    pub fn pieces(&self) -> impl Iterator<Item = (usize, &Piece)> {
        let pieces = self.content.steps.iter().flat_map(|step| &step.pieces);
        self.pieces.iter().flatten().copied().zip(pieces)
    }
}

/// Something read from a file, with the line of every id in it.
pub struct Sourced<T> {
    /// Path within the pack.
    pub file: String,
    /// What was read.
    pub content: T,
    /// Line of each exercise, question and dialogue.
    pub lines: BTreeMap<ItemId, usize>,
    /// Line of each step or section, in order.
    pub heads: Vec<usize>,
    /// Line of each piece, step by step.
    pub pieces: Vec<Vec<usize>>,
}

impl<T> Sourced<T> {
    /// The line of an item, 0 when unknown.
    pub fn line(&self, id: &ItemId) -> usize {
        self.lines.get(id).copied().unwrap_or(0)
    }

    /// The line of a step or section by its place, 0 when unknown.
    pub fn head_line(&self, place: usize) -> usize {
        self.heads.get(place).copied().unwrap_or(0)
    }
}

/// `pack.toml`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// What is taken for a head that cannot be read.
    fn stand_in() -> Option<Self> {
        let text = r#"
            format = 1
            id = "unreadable"
            version = ""
            languages = ["id", "en", "ja"]
            level = ""
            title = {}
            license = ""
        "#;
        toml::from_str(text).ok()
    }

    /// The language that must be there everywhere.
    pub fn first(&self) -> &str {
        self.languages.first().map_or("id", AsRef::as_ref)
    }
}

/// `can-dos.toml`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct CanDoFile {
    #[serde(default, rename = "can-do")]
    can_dos: Vec<CanDo>,
}

/// A file that is TOML from its first line on.
fn whole<'a>(file: &'a str, text: &'a str) -> TomlText<'a> {
    TomlText {
        text,
        file,
        line: 1,
    }
}

fn can_dos(text: &str, findings: &mut Vec<Finding>) -> Vec<(usize, CanDo)> {
    let file = whole("can-dos.toml", text);
    let can_dos = file.read::<CanDoFile>(findings);
    let can_dos = can_dos.map(|file| file.can_dos).unwrap_or_default();
    file.lines_of("can-do").into_iter().zip(can_dos).collect()
}

impl Source {
    /// Reads all files. None only when there is no readable `pack.toml`.
    pub fn read(files: &crate::Files, findings: &mut Vec<Finding>) -> Option<Self> {
        let text = |name: &str, findings: &mut Vec<Finding>| -> Option<String> {
            let Some(bytes) = files.get(name) else {
                findings.push(Finding::new(
                    Wrong::MissingFile { file: name.into() },
                    name,
                    0,
                ));
                return None;
            };
            match std::str::from_utf8(bytes) {
                Ok(text) => Some(text.trim_start_matches('\u{feff}').replace("\r\n", "\n")),
                Err(_) => {
                    findings.push(Finding::new(Wrong::NotUtf8 {}, name, 0));
                    None
                }
            }
        };
        let head_text = text("pack.toml", findings);
        let head_text = head_text.as_deref().map(|text| whole("pack.toml", text));
        let head = head_text.and_then(|head| head.read::<Head>(findings));
        // Without a readable head nothing is made of the pack, but the faults of its files are found all the same.
        let readable = head.is_some();
        let head = head.or_else(Head::stand_in)?;
        let first = head.first().to_owned();
        let words = text("words.csv", findings)
            .map(|t| words::read(&t, findings))
            .unwrap_or_default();
        let can_dos = text("can-dos.toml", findings)
            .map(|text| can_dos(&text, findings))
            .unwrap_or_default();
        let mut source = Self {
            silences: head.silence.clone(),
            head,
            words,
            can_dos,
            certificate_lines: head_text.map_or(Vec::new(), |head| head.lines_of("certificates")),
            lessons: Vec::new(),
            tests: Vec::new(),
            sections: BTreeMap::new(),
            covers: BTreeMap::new(),
            media: files
                .keys()
                .filter(|name| name.starts_with("media/"))
                .cloned()
                .collect(),
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
        readable.then_some(source)
    }
}
