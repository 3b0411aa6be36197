//! A lesson or test file: front matter, steps or sections by second-level headings, prose and fenced blocks.

use super::exercise::{Fence, named, piece};
use super::toml_text::TomlText;
use super::{Source, Sourced, prose};
use crate::finding::Finding;
use crate::wrong::Wrong;
use domain::ids::*;
use domain::model::*;
use domain::translated::Tr;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Between the `+++` lines of a lesson.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Front {
    id: LessonId,
    number: u32,
    kind: LessonKind,
    title: Tr,
    level: String,
    minutes: u32,
    #[serde(default)]
    section: Tr,
}

/// Between the `+++` lines of a test.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TestFront {
    id: TestId,
    kind: String,
    #[serde(default)]
    #[allow(
        dead_code,
        reason = "accepted for authors who number their tests; tests have no order of their own"
    )]
    number: Option<u32>,
    title: Tr,
    level: String,
    minutes: u32,
    lessons: Vec<LessonId>,
    pass: Pass,
    /// Names of the sections in the pack's other languages; in its first one the heading is the name.
    #[serde(default)]
    sections: BTreeMap<SectionId, Tr>,
}

/// A second-level heading and what stands below it.
struct Part<'a> {
    name: &'a str,
    title: &'a str,
    line: usize,
    chunks: Vec<Chunk<'a>>,
}

enum Chunk<'a> {
    Prose { text: String, line: usize },
    Fence(Fence<'a>),
}

/// Reads a lesson into `source`.
pub fn read(text: &str, file: &str, first: &str, source: &mut Source, findings: &mut Vec<Finding>) {
    let Some((front, body, body_line)) = front_matter(text, file, findings) else {
        return;
    };
    let front: Option<Front> = front.read(findings);
    let mut lines = BTreeMap::new();
    let (mut heads, mut piece_lines) = (Vec::new(), Vec::new());
    let mut steps: Vec<Step> = Vec::new();
    for part in parts(body, file, body_line, findings) {
        let kind = StepKind::from_name(part.name)
            .filter(|kind| steps.last().is_none_or(|last| last.kind < *kind));
        if kind.is_none() {
            findings.push(unknown_step(&part, file));
        }
        let pieces = pieces(part.chunks, file, first, source, &mut lines, findings);
        let (at, pieces): (Vec<usize>, Vec<Piece>) = pieces.into_iter().unzip();
        if let Some(kind) = kind {
            heads.push(part.line);
            piece_lines.push(at);
            steps.push(Step {
                kind,
                title: Tr::of(first, part.title),
                pieces,
            });
        }
    }
    let Some(front) = front else { return };
    source.sections.insert(front.id.clone(), front.section);
    let content = Lesson {
        id: front.id,
        number: front.number,
        kind: front.kind,
        title: front.title,
        level: front.level,
        minutes: front.minutes,
        steps,
    };
    source.lessons.push(Sourced {
        file: file.to_owned(),
        content,
        lines,
        heads,
        pieces: piece_lines,
    });
}

/// Reads a test into `source`.
pub fn read_test(
    text: &str,
    file: &str,
    first: &str,
    source: &mut Source,
    findings: &mut Vec<Finding>,
) {
    let Some((front, body, body_line)) = front_matter(text, file, findings) else {
        return;
    };
    let front: Option<TestFront> = front.read(findings);
    let mut lines = BTreeMap::new();
    let (mut heads, mut piece_lines) = (Vec::new(), Vec::new());
    let mut sections = Vec::new();
    for part in parts(body, file, body_line, findings) {
        let name = part.name.parse();
        if name.is_err() {
            findings.push(unknown_step(&part, file));
        }
        let mut exercises = Vec::new();
        let mut at = Vec::new();
        for (line, piece) in pieces(part.chunks, file, first, source, &mut lines, findings) {
            match piece {
                Piece::Exercise(exercise) => {
                    exercises.push(exercise);
                    at.push(line);
                }
                Piece::Prose(_)
                | Piece::Dialogue(_)
                | Piece::Words(_)
                | Piece::Kanji(_)
                | Piece::Kana(_) => {
                    findings.push(Finding::new(Wrong::lost("test-prose", ""), file, line));
                }
            }
        }
        if let Ok(id) = name {
            heads.push(part.line);
            piece_lines.push(at);
            sections.push(Section {
                id,
                title: Tr::of(first, part.title),
                exercises,
            });
        }
    }
    let Some(front) = front else { return };
    if front.kind != "test" {
        let kind = Wrong::field("test-kind", "kind", &front.kind, "test");
        findings.push(Finding::new(kind, file, 2));
    }
    name_sections(front.sections, &mut sections, (file, first), findings);
    source.covers.insert(front.id.clone(), front.lessons);
    let content = Test {
        id: front.id,
        title: front.title,
        level: front.level,
        minutes: front.minutes,
        pass: front.pass,
        sections,
    };
    source.tests.push(Sourced {
        file: file.to_owned(),
        content,
        lines,
        heads,
        pieces: piece_lines,
    });
}

/// Adds the names that the front matter of a test has for its sections to those that the headings gave.
fn name_sections(
    names: BTreeMap<SectionId, Tr>,
    sections: &mut [Section],
    (file, first): (&str, &str),
    findings: &mut Vec<Finding>,
) {
    for (id, names) in names {
        let mut wrong = |wrong| findings.push(Finding::new(wrong, file, 1).about(id.as_str()));
        let Some(section) = sections.iter_mut().find(|section| section.id == id) else {
            wrong(Wrong::no_such("section", id.as_str()));
            continue;
        };
        for (lang, name) in names.iter() {
            if lang == first {
                // Two names in one language: the heading is the one that counts.
                let field = format!("sections.{id}.{lang}");
                wrong(Wrong::field("unknown-field", &field, "", ""));
            } else {
                section.title.set(lang, name);
            }
        }
    }
}

/// A heading that names no step, or one out of order.
fn unknown_step(part: &Part, file: &str) -> Finding {
    // Without a name in braces, the heading's own words tell which one is meant.
    let name = if part.name.is_empty() {
        part.title
    } else {
        part.name
    };
    let name = name.to_owned();
    Finding::new(Wrong::Step { name }, file, part.line)
}

fn front_matter<'a>(
    text: &'a str,
    file: &'a str,
    findings: &mut Vec<Finding>,
) -> Option<(TomlText<'a>, &'a str, usize)> {
    let found = text
        .strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("\n+++\n"));
    if found.is_none() {
        findings.push(Finding::new(Wrong::NoFrontMatter {}, file, 1));
    }
    found.map(|(text, body)| {
        let front = TomlText {
            text,
            file,
            line: 2,
        };
        (front, body, text.lines().count() + 3)
    })
}

fn parts<'a>(
    body: &'a str,
    file: &'a str,
    first_line: usize,
    findings: &mut Vec<Finding>,
) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut early = None;
    let mut prose = String::new();
    let mut prose_line = first_line;
    let mut offset = 0;
    let mut open: Option<(&str, usize, usize)> = None;
    let mut add = |parts: &mut Vec<Part<'a>>, line: usize, chunk: Chunk<'a>| match parts.last_mut()
    {
        Some(part) => part.chunks.push(chunk),
        None => early = early.or(Some(line)),
    };
    for (n, line) in body.split('\n').enumerate() {
        let at = first_line + n;
        let start = offset;
        offset += line.len() + 1;
        if let Some((kind, body_start, body_line)) = open {
            if line.trim_end() == "```" {
                let fence = Fence {
                    kind,
                    body: &body[body_start..start.max(body_start)],
                    line: body_line,
                    file,
                };
                add(&mut parts, body_line - 1, Chunk::Fence(fence));
                open = None;
                prose_line = at + 1;
            }
            continue;
        }
        let fence = line.strip_prefix("```");
        let heading = line.strip_prefix("## ");
        if fence.is_some() || heading.is_some() {
            let text = std::mem::take(&mut prose);
            if let Some(chunk) = prose_chunk(text, prose_line) {
                add(&mut parts, prose_line, chunk);
            }
        }
        if let Some(kind) = fence {
            let kind = kind.split_whitespace().next().unwrap_or("");
            open = Some((kind, offset.min(body.len()), at + 1));
        } else if let Some(heading) = heading {
            let (title, name) = heading.split_once("{#").unwrap_or((heading, ""));
            parts.push(Part {
                name: name.trim().trim_end_matches('}'),
                title: title.trim(),
                line: at,
                chunks: Vec::new(),
            });
            prose_line = at + 1;
        } else {
            // A heading's own id is for authors; the tree has no use for it.
            let line = if line.starts_with("###") {
                line.split(" {#").next().unwrap_or(line)
            } else {
                line
            };
            prose.push_str(line);
            prose.push('\n');
        }
    }
    if let Some(chunk) = prose_chunk(prose, prose_line) {
        add(&mut parts, prose_line, chunk);
    }
    if let Some((kind, _, body_line)) = open {
        let open = Wrong::lost("open-block", named(kind));
        findings.push(Finding::new(open, file, body_line - 1));
    }
    if let Some(line) = early {
        findings.push(Finding::new(Wrong::lost("early", ""), file, line));
    }
    parts
}

/// Prose, unless there is none.
fn prose_chunk<'a>(text: String, line: usize) -> Option<Chunk<'a>> {
    (!text.trim().is_empty()).then_some(Chunk::Prose { text, line })
}

fn pieces(
    chunks: Vec<Chunk>,
    file: &str,
    first: &str,
    source: &Source,
    lines: &mut BTreeMap<ItemId, usize>,
    findings: &mut Vec<Finding>,
) -> Vec<(usize, Piece)> {
    let mut pieces = Vec::new();
    for chunk in chunks {
        match chunk {
            Chunk::Prose { text, line } => {
                let blocks = prose::read(&text, file, line, findings);
                let prose = Rc::new([(Rc::from(first), blocks)].into());
                pieces.push((line, Piece::Prose(prose)));
            }
            Chunk::Fence(fence)
                if source
                    .head
                    .languages
                    .iter()
                    .any(|lang| **lang == *fence.kind) =>
            {
                let blocks = prose::read(fence.body, file, fence.line, findings);
                match pieces.last_mut() {
                    Some((_, Piece::Prose(prose))) => {
                        Rc::make_mut(prose).insert(fence.kind.into(), blocks);
                    }
                    _ => {
                        let name = named(fence.kind).to_owned();
                        findings.push(Finding::new(Wrong::Block { name }, file, fence.line));
                    }
                }
            }
            Chunk::Fence(fence) => {
                let Some(piece) = piece(&fence, findings) else {
                    continue;
                };
                let mut seen = |id: &ItemId| {
                    if lines.insert(id.clone(), fence.line).is_some() {
                        let twice = Wrong::id_twice(id.as_str());
                        findings.push(Finding::new(twice, file, fence.line).about(id.as_str()));
                    }
                };
                match &piece {
                    Piece::Exercise(exercise) => {
                        seen(&exercise.id);
                        exercise
                            .questions()
                            .iter()
                            .for_each(|question| seen(&question.id));
                    }
                    Piece::Dialogue(dialogue) => seen(&dialogue.id),
                    Piece::Prose(_) | Piece::Words(_) | Piece::Kanji(_) | Piece::Kana(_) => {}
                }
                pieces.push((fence.line, piece));
            }
        }
    }
    pieces
}
