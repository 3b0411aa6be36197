//! Fenced blocks: an exercise, words, kanji, kana, and which block is which.

use super::dialogue;
use super::toml_text::TomlText;
use crate::finding::Finding;
use crate::ids;
use crate::wrong::Wrong;
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

impl<'a> Fence<'a> {
    /// The body as TOML.
    pub fn toml(&self) -> TomlText<'a> {
        TomlText {
            text: self.body,
            file: self.file,
            line: self.line,
        }
    }
}

/// The fields that every exercise has; the rest of the block belongs to its kind.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Common {
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
    let text = fence.toml();
    let mut table = text.parse(findings)?;
    let id = table.get("id").and_then(|id| id.get_ref().as_str());
    let id = id.unwrap_or("x").to_owned();
    // With a stand-in for each id that is missing, the other faults of the block are seen too.
    for missing in ids::fill(&mut table, &id, &mut Default::default()) {
        let line = text.line_at(missing.span.start);
        findings.push(Finding::new(
            Wrong::NoId { part: missing.what },
            fence.file,
            line,
        ));
    }
    let mut common = toml::de::DeTable::new();
    for field in COMMON {
        if let Some((name, value)) = table.remove_entry(field) {
            common.insert(name, value);
        }
    }
    // Both halves are read, so that the faults of both are seen.
    let common = text.typed(common, findings, Common::deserialize);
    let kind = text.typed(table, findings, |table| name.read(table));
    let (common, kind) = (common?, kind?);
    let Some(id) = common.id else {
        let missing = Finding::new(Wrong::NoId { part: "exercise" }, fence.file, fence.line);
        findings.push(missing);
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

/// A block that is one list.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Listed<T> {
    list: Vec<T>,
}

/// The word after a fence as a finding shows it.
pub fn named(kind: &str) -> &str {
    if kind.is_empty() { "```" } else { kind }
}

/// Reads any other block that becomes a piece of a step.
pub fn piece(fence: &Fence, findings: &mut Vec<Finding>) -> Option<Piece> {
    if let Some(name) = KindName::from_name(fence.kind) {
        return exercise(name, fence, findings).map(|exercise| Piece::Exercise(Rc::new(exercise)));
    }
    match fence.kind {
        "dialogue" => {
            dialogue::read(fence, findings).map(|dialogue| Piece::Dialogue(Rc::new(dialogue)))
        }
        "words" => fence
            .toml()
            .read(findings)
            .map(|words| Piece::Words(Rc::new(words))),
        "kanji" => fence
            .toml()
            .read(findings)
            .map(|Listed { list }| Piece::Kanji(Rc::new(list))),
        "kana" => fence
            .toml()
            .read(findings)
            .map(|Listed { list }| Piece::Kana(Rc::new(list))),
        other => {
            let name = named(other).to_owned();
            findings.push(Finding::new(Wrong::Block { name }, fence.file, fence.line));
            None
        }
    }
}
