//! A lesson or test file: front matter, steps or sections by second-level headings, prose and fenced blocks.

use super::exercise::{Fence, piece};
use super::{Source, Sourced, prose, toml_text};
use crate::finding::{Code, Finding};
use domain::ids::*;
use domain::kinds::Exercise;
use domain::model::*;
use domain::translated::Tr;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    id: LessonId,
    number: u32,
    kind: LessonKind,
    title: Tr,
    level: String,
    minutes: u32,
    #[serde(default)]
    section: Tr,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TestFront {
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
    let front: Option<Front> = toml_text::read(front, file, 2, findings);
    let mut lines = BTreeMap::new();
    let mut steps: Vec<Step> = Vec::new();
    for part in parts(body, file, body_line) {
        let kind = StepKind::from_name(part.name)
            .filter(|kind| steps.last().is_none_or(|last| last.kind < *kind));
        if kind.is_none() {
            findings.push(Finding::new(Code::P009, file, part.line, &[part.name]));
        }
        let pieces = pieces(part.chunks, file, first, source, &mut lines, findings);
        if let Some(kind) = kind {
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
    let front: Option<TestFront> = toml_text::read(front, file, 2, findings);
    let mut lines = BTreeMap::new();
    let mut sections = Vec::new();
    for part in parts(body, file, body_line) {
        let exercises: Vec<Rc<Exercise>> =
            pieces(part.chunks, file, first, source, &mut lines, findings)
                .into_iter()
                .filter_map(|piece| match piece {
                    Piece::Exercise(exercise) => Some(exercise),
                    Piece::Prose(_)
                    | Piece::Dialogue(_)
                    | Piece::Words(_)
                    | Piece::Kanji(_)
                    | Piece::Kana(_) => None,
                })
                .collect();
        match part.name.parse() {
            Ok(id) => sections.push(Section {
                id,
                title: Tr::of(first, part.title),
                exercises,
            }),
            Err(_) => findings.push(Finding::new(Code::P009, file, part.line, &[part.name])),
        }
    }
    let Some(front) = front else { return };
    if front.kind != "test" {
        findings.push(Finding::new(
            Code::P003,
            file,
            2,
            &["kind must be \"test\" for a file in tests/"],
        ));
    }
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
    });
}

fn front_matter<'a>(
    text: &'a str,
    file: &str,
    findings: &mut Vec<Finding>,
) -> Option<(&'a str, &'a str, usize)> {
    let found = text
        .strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("\n+++\n"));
    if found.is_none() {
        findings.push(Finding::new(Code::P021, file, 1, &[]));
    }
    found.map(|(front, body)| (front, body, front.lines().count() + 3))
}

fn parts<'a>(body: &'a str, file: &'a str, first_line: usize) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut prose = String::new();
    let mut prose_line = first_line;
    let mut offset = 0;
    let mut open: Option<(&str, usize, usize)> = None;
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
                if let Some(part) = parts.last_mut() {
                    part.chunks.push(Chunk::Fence(fence));
                }
                open = None;
                prose_line = at + 1;
            }
            continue;
        }
        let fence = line.strip_prefix("```");
        let heading = line.strip_prefix("## ");
        if fence.is_some() || heading.is_some() {
            let text = std::mem::take(&mut prose);
            if let Some(part) = parts.last_mut()
                && !text.trim().is_empty()
            {
                part.chunks.push(Chunk::Prose {
                    text,
                    line: prose_line,
                });
            }
        }
        if let Some(kind) = fence {
            open = Some((
                kind.split_whitespace().next().unwrap_or(""),
                offset.min(body.len()),
                at + 1,
            ));
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
    if let Some(part) = parts.last_mut()
        && !prose.trim().is_empty()
    {
        part.chunks.push(Chunk::Prose {
            text: prose,
            line: prose_line,
        });
    }
    parts
}

fn pieces(
    chunks: Vec<Chunk>,
    file: &str,
    first: &str,
    source: &Source,
    lines: &mut BTreeMap<ItemId, usize>,
    findings: &mut Vec<Finding>,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for chunk in chunks {
        match chunk {
            Chunk::Prose { text, line } => {
                let blocks = prose::read(&text, file, line, findings);
                pieces.push(Piece::Prose(Rc::new([(Rc::from(first), blocks)].into())));
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
                    Some(Piece::Prose(prose)) => {
                        Rc::make_mut(prose).insert(fence.kind.into(), blocks);
                    }
                    _ => findings.push(Finding::new(Code::P010, file, fence.line, &[fence.kind])),
                }
            }
            Chunk::Fence(fence) => {
                let Some(piece) = piece(&fence, findings) else {
                    continue;
                };
                let mut seen = |id: &ItemId| {
                    if lines.insert(id.clone(), fence.line).is_some() {
                        findings.push(
                            Finding::new(Code::P005, file, fence.line, &[id.as_str()])
                                .about(id.as_str()),
                        );
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
                pieces.push(piece);
            }
        }
    }
    pieces
}
