//! Fenced blocks: an exercise, a dialogue, words, kanji, kana.

use super::toml_text;
use crate::finding::{Code, Finding};
use domain::ids::*;
use domain::kinds::{Exercise, Gloss, KindName, Skill};
use domain::model::*;
use domain::text::Ja;
use domain::translated::Tr;
use serde::Deserialize;
use std::rc::Rc;

/// A fenced block as it stands in a file.
pub struct Fence<'a> {
    /// The word after the fence.
    pub kind: &'a str,
    /// What stands between the fences.
    pub body: &'a str,
    /// The line of the first line of the body.
    pub line: usize,
    /// The file.
    pub file: &'a str,
}

/// The fields that every exercise has; the rest of the block belongs to its kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Common {
    #[serde(default)]
    id: Option<ItemId>,
    #[serde(default)]
    form: Option<FormId>,
    #[serde(default)]
    can_do: Option<CanDoId>,
    #[serde(default)]
    words: Vec<WordKey>,
    #[serde(default)]
    skill: Option<Skill>,
    #[serde(default)]
    ask: Tr,
    #[serde(default)]
    ja: Ja,
    #[serde(default)]
    text: Tr,
    #[serde(default)]
    icon: Option<Rc<str>>,
    #[serde(default)]
    why: Tr,
    #[serde(default)]
    gloss: Vec<Gloss>,
    #[serde(default)]
    level: Option<String>,
}

const COMMON: [&str; 12] = [
    "id", "form", "can-do", "words", "skill", "ask", "ja", "text", "icon", "why", "gloss", "level",
];

/// Reads an exercise of this kind.
pub fn exercise(name: KindName, fence: &Fence, findings: &mut Vec<Finding>) -> Option<Exercise> {
    let mut table = toml_text::parse(fence.body, fence.file, fence.line, findings)?;
    let mut common = toml::Table::new();
    for field in COMMON {
        if let Some(value) = table.remove(field) {
            common.insert(field.into(), value);
        }
    }
    // Both halves are read, so that the faults of both are seen.
    let typed = |table, findings: &mut Vec<Finding>| {
        toml_text::typed(
            table,
            fence.body,
            fence.file,
            fence.line,
            findings,
            toml::Table::try_into::<Common>,
        )
    };
    let common = typed(common, findings);
    let kind = toml_text::typed(
        table,
        fence.body,
        fence.file,
        fence.line,
        findings,
        |table| name.read(toml::Value::Table(table)),
    );
    let (common, kind) = (common?, kind?);
    let Some(id) = common.id else {
        findings.push(Finding::new(Code::P020, fence.file, fence.line, &[]));
        return None;
    };
    Some(Exercise {
        id,
        form: common.form,
        can_do: common.can_do,
        words: common.words,
        skill: common.skill,
        ask: common.ask,
        ja: common.ja,
        text: common.text,
        icon: common.icon,
        why: common.why,
        gloss: common.gloss,
        level: common.level,
        kind,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DialogueHead {
    id: ItemId,
    #[serde(default)]
    title: Tr,
    #[serde(default)]
    speakers: Vec<Speaker>,
}

/// Reads a dialogue: a TOML head, `---`, lines.
pub fn dialogue(fence: &Fence, findings: &mut Vec<Finding>) -> Option<Dialogue> {
    let (head_text, lines_text) = fence.body.split_once("\n---\n").unwrap_or((fence.body, ""));
    let head: DialogueHead = toml_text::read(head_text, fence.file, fence.line, findings)?;
    let mut lines: Vec<Line> = Vec::new();
    let first_line = fence.line + head_text.lines().count() + 1;
    for (n, text) in lines_text.lines().enumerate() {
        let at = first_line + n;
        let mut wrong = |what: &str| {
            findings.push(Finding::new(Code::P003, fence.file, at, &[what]).about(head.id.as_str()))
        };
        if text.trim().is_empty() {
            continue;
        }
        if let Some(detail) = text.strip_prefix("  ") {
            let (Some(line), Some((name, value))) = (lines.last_mut(), detail.split_once(':'))
            else {
                wrong("an indented line needs `language: text` below a spoken line");
                continue;
            };
            match name.trim() {
                "yomi" => line.yomi = Some(value.trim().into()),
                "audio" => line.audio = Some(value.trim().into()),
                lang => line.tr.set(lang, value.trim()),
            }
            continue;
        }
        match spoken(text) {
            None => wrong("a spoken line is `#id Name: text`"),
            Some((id, who, said)) => {
                let speaker = head.speakers.iter().find(|speaker| *speaker.name == *who);
                if speaker.is_none() {
                    wrong(&format!("{who} is not among the speakers"));
                }
                match (id.parse(), said.parse()) {
                    (Ok(id), Ok(ja)) => lines.push(Line {
                        id: Some(id),
                        who: Some(who.into()),
                        ja,
                        voice: speaker.map(|speaker| speaker.voice).unwrap_or_default(),
                        ..Line::default()
                    }),
                    (Err(fault), _) => wrong(&fault.to_string()),
                    (_, Err(fault)) => findings.push(Finding::new(
                        Code::P008,
                        fence.file,
                        at,
                        &[&fault.to_string()],
                    )),
                }
            }
        }
    }
    if lines.is_empty() {
        findings.push(
            Finding::new(
                Code::P017,
                fence.file,
                fence.line,
                &["the dialogue has no lines"],
            )
            .about(head.id.as_str()),
        );
        return None;
    }
    Some(Dialogue {
        id: head.id,
        title: head.title,
        speakers: head.speakers,
        lines,
    })
}

fn spoken(text: &str) -> Option<(&str, &str, &str)> {
    let (id, rest) = text.strip_prefix('#')?.split_once(' ')?;
    let (who, said) = rest.split_once(':').or_else(|| rest.split_once('：'))?;
    Some((id, who.trim(), said.trim()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed<T> {
    list: Vec<T>,
}

/// Reads any other block that becomes a piece of a step.
pub fn piece(fence: &Fence, findings: &mut Vec<Finding>) -> Option<Piece> {
    if let Some(name) = KindName::from_name(fence.kind) {
        return exercise(name, fence, findings).map(|exercise| Piece::Exercise(Rc::new(exercise)));
    }
    match fence.kind {
        "dialogue" => dialogue(fence, findings).map(|dialogue| Piece::Dialogue(Rc::new(dialogue))),
        "words" => toml_text::read(fence.body, fence.file, fence.line, findings)
            .map(|words| Piece::Words(Rc::new(words))),
        "kanji" => toml_text::read(fence.body, fence.file, fence.line, findings)
            .map(|Listed { list }| Piece::Kanji(Rc::new(list))),
        "kana" => toml_text::read(fence.body, fence.file, fence.line, findings)
            .map(|Listed { list }| Piece::Kana(Rc::new(list))),
        other => {
            findings.push(Finding::new(Code::P010, fence.file, fence.line, &[other]));
            None
        }
    }
}
