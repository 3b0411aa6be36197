//! Ids that authors left out: found, named, and written into the sources.
//!
//! Invariants: ids are added and nothing else, every other byte stays; doing it twice is doing it once. A new number is
//! higher than any in use, so that the id of something that was taken out is not given to something else.

use crate::source::{dialogue_head, spoken};
use domain::ids::ID_MAX;
use domain::kinds::KindName;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A part of an exercise without an id.
pub struct Missing {
    /// What it is: `option`, `pair` or `question`.
    pub what: &'static str,
    /// Where it stands in the block.
    pub span: Range<usize>,
    /// The id it gets.
    pub id: String,
}

/// Gives an id to every option, pair and question of an exercise that has none. `taken` are the pack's item ids.
pub fn fill(table: &mut DeTable, exercise: &str, taken: &mut BTreeSet<String>) -> Vec<Missing> {
    let mut missing = parts(table, "options", "option");
    missing.extend(parts(table, "pairs", "pair"));
    let questions = tables(table, "questions");
    taken.extend(questions.iter().filter_map(|(_, question)| id_of(question)));
    for (span, question) in tables(table, "questions") {
        if !question.contains_key("id") {
            let id = next_question(exercise, taken);
            taken.insert(id.clone());
            missing.push(put(question, "question", span, id));
        }
        missing.extend(parts(question, "options", "option"));
    }
    missing
}

fn parts(table: &mut DeTable, list: &str, what: &'static str) -> Vec<Missing> {
    let mut taken: BTreeSet<String> = tables(table, list)
        .iter()
        .filter_map(|(_, part)| id_of(part))
        .collect();
    let mut missing = Vec::new();
    for (span, part) in tables(table, list) {
        if !part.contains_key("id") {
            let id = next_part(&taken);
            taken.insert(id.clone());
            missing.push(put(part, what, span, id));
        }
    }
    missing
}

fn id_of(part: &DeTable) -> Option<String> {
    Some(part.get("id")?.get_ref().as_str()?.to_owned())
}

/// The tables in a list of tables.
fn tables<'t, 'i>(
    table: &'t mut DeTable<'i>,
    list: &str,
) -> Vec<(Range<usize>, &'t mut DeTable<'i>)> {
    let Some(DeValue::Array(items)) = table.get_mut(list).map(Spanned::get_mut) else {
        return Vec::new();
    };
    let items = items.iter_mut().map(|item| (item.span(), item.get_mut()));
    items
        .filter_map(|(span, item)| match item {
            DeValue::Table(table) => Some((span, table)),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_) => None,
        })
        .collect()
}

fn put(part: &mut DeTable, what: &'static str, span: Range<usize>, id: String) -> Missing {
    part.insert(
        Spanned::new(span.clone(), Cow::Borrowed("id")),
        Spanned::new(span.clone(), DeValue::String(Cow::Owned(id.clone()))),
    );
    Missing { what, span, id }
}

/// The letter after the last one in use.
fn next_part(taken: &BTreeSet<String>) -> String {
    let last = taken.iter().filter(|id| id.len() == 1).max();
    let letters = last.map_or("`", String::as_str).chars();
    let next = letters.map(|c| char::from_u32(u32::from(c) + 1)).next();
    match next.flatten().filter(char::is_ascii_lowercase) {
        Some(letter) => letter.to_string(),
        None => numbered("x", 1, taken),
    }
}

/// The exercise's id and a letter.
fn next_question(exercise: &str, taken: &BTreeSet<String>) -> String {
    let free = ('a'..='z')
        .map(|letter| format!("{}{letter}", shortened(exercise)))
        .find(|id| !taken.contains(id));
    free.unwrap_or_else(|| numbered(&format!("{}-", shortened(exercise)), 2, taken))
}

/// `prefix` and the number after the highest in use.
fn numbered(prefix: &str, digits: usize, taken: &BTreeSet<String>) -> String {
    let numbers = taken
        .iter()
        .filter_map(|id| id.strip_prefix(prefix)?.parse::<u32>().ok());
    let next = numbers.max().unwrap_or(0).saturating_add(1);
    format!("{prefix}{next:0digits$}")
}

/// The beginning of an id, with room left for what is put behind it.
fn shortened(id: &str) -> &str {
    let end = id.len().min(ID_MAX - 6);
    id.get(..end).unwrap_or_default().trim_end_matches('-')
}

/// The files in which ids were missing, with the ids written in. What cannot be read is left as it is.
pub fn write_missing_ids(files: &crate::Files) -> crate::Files {
    let texts: Vec<(&String, &str)> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".md"))
        .filter(|(name, _)| name.starts_with("lessons/") || name.starts_with("tests/"))
        .filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?)))
        .collect();
    let mut taken: BTreeSet<String> = texts.iter().flat_map(|(_, text)| ids_in(text)).collect();
    let mut changed = crate::Files::new();
    for (name, text) in texts {
        let with_ids = FileIds::of(text, &mut taken).map(|ids| ids.written(text));
        if let Some(with_ids) = with_ids.filter(|with_ids| with_ids != text) {
            changed.insert(name.clone(), with_ids.into_bytes());
        }
    }
    changed
}

/// Everything that is written as an id, also in blocks that cannot be read.
fn ids_in(text: &str) -> impl Iterator<Item = String> {
    text.match_indices("id").filter_map(|(at, word)| {
        let value = text[at + word.len()..].trim_start().strip_prefix('=')?;
        let (id, _) = value.trim_start().strip_prefix('"')?.split_once('"')?;
        Some(id.to_owned())
    })
}

/// What is to be written into one file, and where.
struct FileIds<'t> {
    owner: String,
    line_end: &'static str,
    dialogues: BTreeSet<String>,
    taken: &'t mut BTreeSet<String>,
    insertions: Vec<(usize, String)>,
}

impl<'t> FileIds<'t> {
    fn of(text: &str, taken: &'t mut BTreeSet<String>) -> Option<Self> {
        let (front, body) = front_matter(text)?;
        let front = DeTable::parse(front).ok()?.into_inner();
        let owner = front.get("id")?.get_ref().as_str()?;
        domain::ids::check_id(owner).ok()?;
        let fences = fences(text, body);
        let dialogues = fences.iter().filter(|(kind, _)| *kind == "dialogue");
        let mut ids = Self {
            owner: shortened(owner).to_owned(),
            line_end: if text.contains("\r\n") { "\r\n" } else { "\n" },
            dialogues: dialogues
                .flat_map(|(_, body)| ids_in(&text[body.clone()]))
                .collect(),
            taken,
            insertions: Vec::new(),
        };
        for (kind, body) in fences {
            if kind == "dialogue" {
                ids.dialogue(&text[body.clone()], body.start);
            } else if KindName::from_name(kind).is_some() {
                ids.exercise(kind, &text[body.clone()], body.start);
            }
        }
        Some(ids)
    }

    fn exercise(&mut self, kind: &str, body: &str, at: usize) {
        let Ok(table) = DeTable::parse(body) else {
            return;
        };
        let mut table = table.into_inner();
        let id = match table.get("id").map(Spanned::get_ref) {
            Some(id) => id.as_str().unwrap_or_default().to_owned(),
            None => {
                let letter = kind.get(..1).unwrap_or_default();
                let id = numbered(&format!("{}-{letter}", self.owner), 2, self.taken);
                self.taken.insert(id.clone());
                self.own_line(at, &id);
                id
            }
        };
        for missing in fill(&mut table, &id, self.taken) {
            self.part(body, at, &missing);
        }
    }

    fn part(&mut self, body: &str, at: usize, missing: &Missing) {
        let here = &body[missing.span.start..];
        if let Some(inside) = here.strip_prefix('{') {
            let comma = if inside.trim_start().starts_with('}') {
                ""
            } else {
                ","
            };
            let text = format!(" id = \"{}\"{comma}", missing.id);
            self.insertions.push((at + missing.span.start + 1, text));
        } else if here.starts_with('[')
            && let Some(end) = here.find('\n')
        {
            self.own_line(at + missing.span.start + end + 1, &missing.id);
        }
    }

    fn own_line(&mut self, at: usize, id: &str) {
        let line = format!("id = \"{id}\"{}", self.line_end);
        self.insertions.push((at, line));
    }

    fn dialogue(&mut self, body: &str, at: usize) {
        let Some((head, lines_at)) = dialogue_head(body) else {
            return;
        };
        let Ok(head) = DeTable::parse(head) else {
            return;
        };
        let mut head = head.into_inner();
        if !head.contains_key("id") {
            let id = numbered("d", 1, &self.dialogues);
            self.own_line(at, &id);
            self.dialogues.insert(id);
        }
        let speakers: Vec<String> = tables(&mut head, "speakers")
            .iter()
            .filter_map(|(_, speaker)| Some(speaker.get("name")?.get_ref().as_str()?.to_owned()))
            .collect();
        let lines = body[lines_at..].split_inclusive('\n');
        let mut taken: BTreeSet<String> = lines
            .clone()
            .filter_map(spoken)
            .map(|spoken| spoken.id.to_owned())
            .collect();
        let mut line_at = at + lines_at;
        for line in lines {
            let nameless = spoken(line).filter(|spoken| spoken.id.is_empty());
            if nameless.is_some_and(|spoken| speakers.iter().any(|name| name == spoken.who)) {
                let id = numbered("l", 1, &taken);
                let text = if line.starts_with('#') {
                    (line_at + 1, id.clone())
                } else {
                    (line_at, format!("#{id} "))
                };
                self.insertions.push(text);
                taken.insert(id);
            }
            line_at += line.len();
        }
    }

    fn written(mut self, text: &str) -> String {
        self.insertions.sort_by_key(|(at, _)| *at);
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (at, insertion) in &self.insertions {
            out.push_str(&text[done..*at]);
            out.push_str(insertion);
            done = *at;
        }
        out.push_str(&text[done..]);
        out
    }
}

/// The front matter, and where the rest begins.
fn front_matter(text: &str) -> Option<(&str, usize)> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut at = start;
    let mut front = None;
    for line in text[start..].split_inclusive('\n') {
        let fence = line.trim_end_matches(['\r', '\n']) == "+++";
        match front {
            None if fence => front = Some(at + line.len()),
            None => return None,
            Some(from) if fence => return Some((&text[from..at], at + line.len())),
            Some(_) => {}
        }
        at += line.len();
    }
    None
}

/// The kind and the body of every fenced block from `start` on, by the same rules as the reader.
fn fences(text: &str, start: usize) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let mut open = None;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let end = at + line.len();
        match open {
            Some((kind, body)) if line.trim_end() == "```" => {
                found.push((kind, body..at));
                open = None;
            }
            Some(_) => {}
            None => {
                open = line
                    .strip_prefix("```")
                    .map(|kind| (kind.split_whitespace().next().unwrap_or_default(), end));
            }
        }
        at = end;
    }
    found
}
