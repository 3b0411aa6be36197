//! Prose: Markdown to our own tree of blocks. Ruby is lifted out first, since `|` and `{` mean other things in Markdown.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "the Markdown parser has many events; what is not named here has no place in a lesson"
)]

use crate::finding::Finding;
use crate::reason;
use crate::wrong::Wrong;
use domain::model::Block;
use domain::text::{Inline, runs_of};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The first of the private characters that stand for lifted ruby groups.
const LIFTED: u32 = 0xf0000;

/// Reads prose that begins at `first_line` of `file`.
pub fn read(text: &str, file: &str, first_line: usize, findings: &mut Vec<Finding>) -> Vec<Block> {
    let (lifted, groups) = lift(text);
    let mut reader = Reader {
        groups,
        findings,
        file,
        first_line,
        lifted: &lifted,
    };
    if let Some(at) = too_deep(&lifted) {
        reader.finding(Wrong::TooDeep {}, at);
        return Vec::new();
    }
    let mut events = Parser::new_ext(&lifted, Options::ENABLE_TABLES)
        .into_offset_iter()
        .peekable();
    let mut blocks = Vec::new();
    while let Some((event, range)) = events.next() {
        reader.block(event, range.start, &mut events, &mut blocks);
    }
    blocks
}

/// How deep lists, quotations and emphasis may lie within each other: the reader and the page go down with them.
const DEEPEST: usize = 24;

/// Where the prose goes deeper than that.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(range.start);
        }
    }
    None
}

fn lift(text: &str) -> (String, Vec<String>) {
    let mut out = String::new();
    let mut groups: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        // A group ends before the line does, and holds no other.
        let end = after.find(['{', '}', '\n']);
        match end.map(|end| (&after[..end], &after[end..])) {
            Some((group, tail)) if group.contains('|') && tail.starts_with('}') => {
                let number = u32::try_from(groups.len()).unwrap_or(0);
                out.push(char::from_u32(LIFTED + number).unwrap_or('\u{fffd}'));
                groups.push(format!("{{{group}}}"));
                rest = &tail[1..];
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    (out, groups)
}

struct Reader<'a> {
    groups: Vec<String>,
    findings: &'a mut Vec<Finding>,
    file: &'a str,
    first_line: usize,
    lifted: &'a str,
}

type Events<'a> = std::iter::Peekable<pulldown_cmark::OffsetIter<'a>>;

impl Reader<'_> {
    fn finding(&mut self, wrong: Wrong, at: usize) {
        let line = self.lifted.as_bytes()[..at.min(self.lifted.len())]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        let finding = Finding::new(wrong, self.file, self.first_line + line);
        self.findings.push(finding);
    }

    fn lower(&self, text: &str) -> String {
        text.chars()
            .map(|c| {
                match (c as u32)
                    .checked_sub(LIFTED)
                    .and_then(|n| self.groups.get(n as usize))
                {
                    Some(group) => group.clone(),
                    None => c.to_string(),
                }
            })
            .collect()
    }

    fn runs(&mut self, text: &str, at: usize) -> Vec<Inline> {
        let text = self.lower(text);
        for group in text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(group, _)| group)
        {
            if let Err(fault) = format!("{{{group}}}").parse::<domain::text::Ja>() {
                self.finding(reason::ruby(fault), at);
            }
        }
        runs_of(&text)
    }

    /// One block: `event` is its start.
    fn block(&mut self, event: Event, at: usize, events: &mut Events, out: &mut Vec<Block>) {
        match event {
            Event::Start(Tag::Paragraph) => {
                let inlines = self.inlines(events, TagEnd::Paragraph, out);
                if !inlines.is_empty() {
                    out.push(Block::Paragraph(inlines));
                }
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let inlines = self.inlines(events, TagEnd::Heading(level), out);
                out.push(Block::Heading(inlines));
            }
            Event::Start(Tag::List(start)) => {
                let mut items = Vec::new();
                while let Some((event, range)) = events.next() {
                    match event {
                        Event::Start(Tag::Item) => items.push(self.item(events)),
                        Event::End(TagEnd::List(_)) => break,
                        other => self.block(other, range.start, events, out),
                    }
                }
                out.push(Block::List {
                    ordered: start.is_some(),
                    items,
                });
            }
            Event::Start(Tag::BlockQuote(kind)) => {
                let mut inner = Vec::new();
                while let Some((event, range)) = events.next() {
                    if event == Event::End(TagEnd::BlockQuote(kind)) {
                        break;
                    }
                    self.block(event, range.start, events, &mut inner);
                }
                out.push(Block::Quote(inner));
            }
            Event::Start(Tag::Table(_)) => {
                let table = self.table(events, out);
                out.push(Block::Table(table));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let text = html.trim().to_owned();
                self.finding(Wrong::Html { text }, at);
            }
            Event::Text(text) => {
                let inlines = self.runs(&text, at);
                out.push(Block::Paragraph(inlines));
            }
            _ => {}
        }
    }

    fn item(&mut self, events: &mut Events) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut tight = Vec::new();
        while let Some((event, range)) = events.next() {
            match event {
                Event::End(TagEnd::Item) => break,
                event @ Event::Start(
                    Tag::Paragraph
                    | Tag::List(_)
                    | Tag::BlockQuote(_)
                    | Tag::Table(_)
                    | Tag::Heading { .. }
                    | Tag::HtmlBlock,
                ) => {
                    if !tight.is_empty() {
                        blocks.push(Block::Paragraph(std::mem::take(&mut tight)));
                    }
                    self.block(event, range.start, events, &mut blocks);
                }
                event => self.inline(event, range.start, events, &mut tight, &mut blocks),
            }
        }
        if !tight.is_empty() {
            blocks.push(Block::Paragraph(tight));
        }
        blocks
    }

    fn table(&mut self, events: &mut Events, out: &mut Vec<Block>) -> Vec<Vec<Vec<Inline>>> {
        let mut rows = Vec::new();
        while let Some((event, _)) = events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.inlines(events, TagEnd::TableCell, out);
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        rows
    }

    fn inlines(&mut self, events: &mut Events, end: TagEnd, out: &mut Vec<Block>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, range)) = events.next() {
            if event == Event::End(end) {
                break;
            }
            self.inline(event, range.start, events, &mut inlines, out);
        }
        inlines
    }

    fn inline(
        &mut self,
        event: Event,
        at: usize,
        events: &mut Events,
        inlines: &mut Vec<Inline>,
        out: &mut Vec<Block>,
    ) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                let runs = self.runs(&text, at);
                inlines.extend(runs);
            }
            Event::SoftBreak => inlines.push(Inline::Text(" ".into())),
            Event::HardBreak => inlines.push(Inline::Break),
            Event::Start(Tag::Strong) => {
                let inner = self.inlines(events, TagEnd::Strong, out);
                inlines.push(Inline::Strong(inner));
            }
            Event::Start(Tag::Emphasis) => {
                let inner = self.inlines(events, TagEnd::Emphasis, out);
                inlines.push(Inline::Emphasis(inner));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let alt = self.alt(events);
                match dest_url.strip_prefix("icon:") {
                    Some(icon) => out.push(Block::Picture {
                        icon: icon.into(),
                        alt: alt.into(),
                    }),
                    None => {
                        let name = dest_url.to_string();
                        self.finding(Wrong::Picture { name }, at);
                    }
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let address = dest_url.to_string();
                self.finding(Wrong::Link { address }, at);
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let text = html.trim().to_owned();
                self.finding(Wrong::Html { text }, at);
            }
            _ => {}
        }
    }

    fn alt(&mut self, events: &mut Events) -> String {
        let mut alt = String::new();
        for (event, _) in events.by_ref() {
            match event {
                Event::End(TagEnd::Image) => break,
                Event::Text(text) => alt.push_str(&text),
                _ => {}
            }
        }
        self.lower(&alt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrong::Code;

    fn check(text: &str) -> (Vec<Block>, Vec<(Code, usize)>) {
        let mut findings = Vec::new();
        let blocks = read(text, "lessons/x.md", 10, &mut findings);
        (
            blocks,
            findings
                .into_iter()
                .map(|finding| (finding.code, finding.line))
                .collect(),
        )
    }

    #[test]
    fn ruby_survives_tables_and_emphasis() {
        let (blocks, findings) = check("| a | b |\n|---|---|\n| {九時|くじ} | **{五時|ごじ}** |\n");
        assert_eq!(findings, vec![]);
        let Block::Table(rows) = &blocks[0] else {
            panic!("{blocks:?}")
        };
        assert_eq!(rows[1][0], vec![Inline::Ja("{九時|くじ}".parse().unwrap())]);
        assert_eq!(
            rows[1][1],
            vec![Inline::Strong(vec![Inline::Ja(
                "{五時|ごじ}".parse().unwrap()
            )])]
        );
    }

    #[test]
    fn html_links_and_foreign_pictures_are_findings() {
        let (blocks, findings) =
            check("Satu <b>dua</b>\n\n[x](http://a) ![y](z.svg)\n\n![helm](icon:helmet)\n");
        assert_eq!(
            findings,
            vec![
                (Code::P012, 10),
                (Code::P012, 10),
                (Code::P013, 12),
                (Code::P032, 12)
            ]
        );
        assert!(blocks.contains(&Block::Picture {
            icon: "helmet".into(),
            alt: "helm".into()
        }));
    }

    #[test]
    fn lists_nest() {
        let (blocks, _) = check("- satu\n- dua\n  1. tiga\n");
        let Block::List {
            ordered: false,
            items,
        } = &blocks[0]
        else {
            panic!("{blocks:?}")
        };
        assert!(matches!(&items[1][1], Block::List { ordered: true, .. }));
    }
}
