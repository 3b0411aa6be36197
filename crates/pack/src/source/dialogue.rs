//! A dialogue: a TOML head, a line `---`, then one spoken line after the other.

use super::exercise::Fence;
use super::toml_text::TomlText;
use crate::finding::Finding;
use crate::reason;
use crate::wrong::Wrong;
use domain::ids::ItemId;
use domain::model::{Dialogue, Line, Speaker};
use domain::translated::Tr;
use serde::Deserialize;

/// What stands above the `---` of a dialogue.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Head {
    id: Option<ItemId>,
    #[serde(default)]
    title: Tr,
    #[serde(default)]
    speakers: Vec<Speaker>,
}

/// Reads a dialogue.
pub fn read(fence: &Fence, findings: &mut Vec<Finding>) -> Option<Dialogue> {
    let (head_text, lines_at) = head(fence.body).unwrap_or((fence.body, fence.body.len()));
    let lines_text = &fence.body[lines_at..];
    let head: Head = TomlText {
        text: head_text,
        ..fence.toml()
    }
    .read(findings)?;
    let about = head.id.as_ref().map_or("", ItemId::as_str).to_owned();
    if head.id.is_none() {
        let missing = Finding::new(Wrong::NoId { part: "dialogue" }, fence.file, fence.line);
        findings.push(missing);
    }
    let mut reader = Reader {
        file: fence.file,
        about: &about,
        speakers: &head.speakers,
        lines: Vec::new(),
        findings,
    };
    let first_line = fence.line + head_text.lines().count() + 1;
    for (n, text) in lines_text.lines().enumerate() {
        reader.line(text, first_line + n);
    }
    let lines = reader.lines;
    if lines.is_empty() {
        let empty = Wrong::unanswerable("no-lines");
        findings.push(Finding::new(empty, fence.file, fence.line).about(&about));
        return None;
    }
    Some(Dialogue {
        id: head.id?,
        title: head.title,
        speakers: head.speakers,
        lines,
    })
}

struct Reader<'a> {
    file: &'a str,
    about: &'a str,
    speakers: &'a [Speaker],
    lines: Vec<Line>,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn finding(&mut self, wrong: Wrong, at: usize) {
        let finding = Finding::new(wrong, self.file, at).about(self.about);
        self.findings.push(finding);
    }

    fn line(&mut self, text: &str, at: usize) {
        if text.trim().is_empty() {
            return;
        }
        if let Some(detail) = text.strip_prefix("  ") {
            self.detail(detail, at);
            return;
        }
        let named = |who: &str| self.speakers.iter().find(|speaker| *speaker.name == *who);
        let spoken = spoken(text).filter(|line| !line.id.is_empty() || named(line.who).is_some());
        let Some(spoken) = spoken else {
            return self.finding(Wrong::field("spoken-line", "", "", ""), at);
        };
        let speaker = named(spoken.who);
        let voice = speaker.map(|speaker| speaker.voice).unwrap_or_default();
        if speaker.is_none() {
            self.finding(Wrong::field("speaker", spoken.who, "", ""), at);
        }
        let id = match spoken.id {
            "" => {
                self.finding(Wrong::NoId { part: "line" }, at);
                None
            }
            id => match id.parse() {
                Ok(id) => Some(id),
                Err(fault) => {
                    let (reason, found, expected) = reason::id(fault);
                    return self.finding(Wrong::field(reason, "id", &found, &expected), at);
                }
            },
        };
        match spoken.said.parse() {
            Err(fault) => self.finding(reason::ruby(fault), at),
            Ok(ja) => self.lines.push(Line {
                id,
                who: Some(spoken.who.into()),
                ja,
                voice,
                ..Line::default()
            }),
        }
    }

    fn detail(&mut self, detail: &str, at: usize) {
        let (Some(line), Some((name, value))) = (self.lines.last_mut(), detail.split_once(':'))
        else {
            return self.finding(Wrong::field("indented-line", "", "", ""), at);
        };
        match name.trim() {
            "yomi" => line.yomi = Some(value.trim().into()),
            "audio" => line.audio = Some(value.trim().into()),
            lang => line.tr.set(lang, value.trim()),
        }
    }
}

/// The head of a dialogue, and where its lines begin.
pub fn head(body: &str) -> Option<(&str, usize)> {
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        if line.trim_end_matches(['\r', '\n']) == "---" {
            return Some((&body[..at], at + line.len()));
        }
        at += line.len();
    }
    None
}

/// A spoken line, taken apart.
pub struct Spoken<'a> {
    /// Its id, empty when the author left it out.
    pub id: &'a str,
    /// Who speaks.
    pub who: &'a str,
    /// What is said.
    pub said: &'a str,
}

/// Takes a spoken line apart: `#id Name: text`, where `#id` may have been left out.
pub fn spoken(text: &str) -> Option<Spoken<'_>> {
    if text.starts_with("  ") {
        return None;
    }
    let (id, rest) = match text.strip_prefix('#') {
        Some(rest) => rest.split_once(' ')?,
        None => ("", text),
    };
    let (who, said) = rest.split_once(':').or_else(|| rest.split_once('：'))?;
    Some(Spoken {
        id,
        who: who.trim(),
        said: said.trim(),
    })
}
