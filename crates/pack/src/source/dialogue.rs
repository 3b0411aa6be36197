//! A dialogue: a TOML head, a line `---`, then one spoken line after the other.

use super::exercise::Fence;
use super::toml_text::TomlText;
use crate::finding::{Code, Finding};
use domain::ids::ItemId;
use domain::model::{Dialogue, Line, Speaker};
use domain::translated::Tr;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
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
        let missing = Finding::new(Code::P020, fence.file, fence.line, &["the dialogue"]);
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
        let what = ["the dialogue has no lines"];
        findings.push(Finding::new(Code::P017, fence.file, fence.line, &what).about(&about));
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
    fn finding(&mut self, code: Code, at: usize, what: &str) {
        let finding = Finding::new(code, self.file, at, &[what]).about(self.about);
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
            return self.finding(Code::P003, at, "a spoken line is `#id Name: text`");
        };
        let speaker = named(spoken.who);
        let voice = speaker.map(|speaker| speaker.voice).unwrap_or_default();
        if speaker.is_none() {
            let what = format!("{} is not among the speakers", spoken.who);
            self.finding(Code::P003, at, &what);
        }
        let id = match spoken.id {
            "" => {
                self.finding(Code::P020, at, "the line");
                None
            }
            id => match id.parse() {
                Ok(id) => Some(id),
                Err(fault) => return self.finding(Code::P003, at, &format!("id: {fault}")),
            },
        };
        match spoken.said.parse() {
            Err(fault) => self.finding(Code::P008, at, &format!("{fault}")),
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
            let what = "an indented line needs `language: text` below a spoken line";
            return self.finding(Code::P003, at, what);
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
