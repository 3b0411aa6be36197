//! A finding with the lines that it is about, as compilers show faults.

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use pack::{Files, Finding, Severity};
use std::ops::Range;
use std::path::Path;
use texts::FindingTexts;

/// How far a block is looked through for what the finding speaks of.
const BLOCK_LINES: usize = 60;

/// The finding with its excerpt, coloured; `folder` stands before the file's name.
pub fn of(finding: &Finding, folder: &Path, files: &Files, texts: &FindingTexts) -> String {
    let said = finding.said(texts);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
    };
    let level = level.with_name(texts.finding_kind(finding.severity.as_str()));
    let path = folder.join(&finding.file).to_string_lossy().into_owned();
    let group = Group::with_title(level.primary_title(said.what).id(finding.code.as_str()));
    let source = files.get(&finding.file).map(|bytes| readable(bytes));
    let part = source
        .as_deref()
        .and_then(|source| Part::of(finding, source));
    let group = match &part {
        Some(part) => {
            let also = part
                .also
                .clone()
                .map(|span| AnnotationKind::Context.span(span));
            group.element(
                Snippet::source(part.text)
                    .line_start(finding.line)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(part.primary.clone()))
                    .annotations(also),
            )
        }
        None => group.element(Origin::path(path)),
    };
    let (why, fix) = (texts.finding_why(), texts.finding_fix());
    let group = group
        .element(
            Level::NOTE
                .with_name(why)
                .message(normalize_untrusted_str(&said.why)),
        )
        .element(
            Level::HELP
                .with_name(fix)
                .message(normalize_untrusted_str(&said.fix)),
        );
    Renderer::styled().render(&[group])
}

/// The columns of a finding, counted in characters from 1; the second is the one behind the end.
pub fn columns(finding: &Finding, files: &Files) -> Option<(usize, usize)> {
    let columns = finding.columns.as_ref()?;
    let source = readable(files.get(&finding.file)?);
    let line = source.lines().nth(finding.line.checked_sub(1)?)?;
    let count = |end: usize| Some(line.get(..end)?.chars().count() + 1);
    Some((count(columns.start)?, count(columns.end)?))
}

/// A file as the reader of packs sees it, so that its columns fit.
fn readable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

/// The lines to show, and what to mark in them.
struct Part<'a> {
    text: &'a str,
    primary: Range<usize>,
    also: Option<Range<usize>>,
}

impl<'a> Part<'a> {
    /// None when the finding is about the whole file.
    fn of(finding: &Finding, source: &'a str) -> Option<Self> {
        let lines = source
            .split_inclusive('\n')
            .skip(finding.line.checked_sub(1)?);
        let first = lines.clone().next()?;
        let start = first.as_ptr() as usize - source.as_ptr() as usize;
        let block = lines
            .take(BLOCK_LINES)
            .take_while(|line| line.trim_end() != "```" || std::ptr::eq(*line, first));
        let length: usize = block.map(str::len).sum();
        let text = source.get(start..start + length)?;
        let line = first.trim_end();
        let known = finding
            .columns
            .clone()
            .filter(|span| span.end <= line.len() && line.get(span.clone()).is_some());
        let marks = marks(finding);
        let spoken_of = |text: &str| marks.iter().find_map(|mark| place(text, mark));
        let here = known.or_else(|| spoken_of(line));
        // What the finding speaks of often stands some lines below the head of its block.
        let also = match &here {
            Some(_) => None,
            None => spoken_of(&text[first.len()..])
                .map(|span| first.len() + span.start..first.len() + span.end),
        };
        let indent = line.len() - line.trim_start().len();
        Some(Self {
            text,
            primary: here.unwrap_or(indent..line.len().max(indent)),
            also,
        })
    }
}

/// What to look for in the source: the particulars of the finding.
fn marks(finding: &Finding) -> Vec<String> {
    let arguments = finding.wrong.arguments().into_iter();
    let mark = |(name, value): (&str, String)| match name {
        "reason" | "part" | "thing" | "language" | "form" | "message" => None,
        "option" | "first" | "second" | "id" => Some(format!("id = \"{value}\"")),
        _ if value.parse::<usize>().is_ok() => None,
        _ => Some(value),
    };
    arguments
        .filter(|(_, value)| !value.is_empty())
        .filter_map(mark)
        .collect()
}

/// Where it stands as a whole word, and not under a reading of its own.
fn place(text: &str, mark: &str) -> Option<Range<usize>> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let starts_with_part = mark.starts_with(part);
    let ends_with_part = mark.ends_with(part);
    text.match_indices(mark).find_map(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        let inside = starts_with_part && before.ends_with(part)
            || ends_with_part && after.starts_with(part)
            || before.ends_with('{');
        (!inside).then(|| at..at + found.len())
    })
}
