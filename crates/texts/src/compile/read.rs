//! One Fluent file to messages, each with its pattern in the form that a table holds (see `pattern`).

use super::write::{ARGUMENTS_AT_MOST, Writer, Wrong};
use super::{Fault, Source};
use crate::lang::Lang;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::{self, ErrorKind, ParserError};
use std::collections::BTreeSet;

/// Names that `Texts` has for itself.
const RESERVED: [&str; 5] = ["embedded", "fill", "from-json", "lang", "text"];

pub(super) struct Message {
    pub key: String,
    pub area: String,
    pub line: usize,
    /// The value as written, on one line.
    pub source: String,
    /// The value in the form of a table.
    pub pattern: String,
    pub arguments: BTreeSet<String>,
}

#[derive(Default)]
pub(super) struct Reading {
    pub messages: Vec<Message>,
    /// Keys that could not be read.
    pub broken: Vec<String>,
    pub faults: Vec<Fault>,
}

pub(super) fn read(source: &Source) -> Reading {
    let text = source.text.replace("\r\n", "\n");
    let mut reading = Reading::default();
    let resource = match parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let (key, fault) = syntax(source, &text, &error);
                reading.broken.push(key);
                reading.faults.push(fault);
            }
            resource
        }
    };
    // The parser keeps no places, but entries stand in the order of the file.
    let mut from = 0;
    for entry in &resource.body {
        let (key, read) = match entry {
            Entry::Message(message) => {
                let mut wrong = check_key(message.id.name);
                if !message.attributes.is_empty() {
                    wrong.push((
                        format!("the attribute `.{}`", message.attributes[0].id.name),
                        "a message here is one text; attributes are not supported",
                        "make it a message of its own",
                    ));
                }
                (
                    message.id.name,
                    value(message.value.as_ref(), source.lang, wrong),
                )
            }
            Entry::Term(term) => (
                term.id.name,
                Err(vec![(
                    format!("the term `-{}`", term.id.name),
                    "terms are not supported: endings and particles change around them",
                    "write the word where it is used; docs/glossary.md keeps words the same",
                )]),
            ),
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => continue,
        };
        let line = line_of_key(&text, key, from);
        from = line;
        match read {
            Ok((pattern, arguments)) => reading.messages.push(Message {
                key: key.into(),
                area: source.area.clone(),
                line,
                source: written(&text, line),
                pattern,
                arguments,
            }),
            Err(wrong) => {
                reading.broken.push(key.into());
                reading
                    .faults
                    .extend(wrong.into_iter().map(|(what, why, fix)| Fault {
                        file: source.file(),
                        line,
                        key: key.into(),
                        what,
                        why: why.into(),
                        fix: fix.into(),
                    }));
            }
        }
    }
    reading
}

fn value(
    pattern: Option<&Pattern<&str>>,
    lang: Lang,
    mut wrong: Vec<Wrong>,
) -> Result<(String, BTreeSet<String>), Vec<Wrong>> {
    let mut arguments = BTreeSet::new();
    if let Some(pattern) = pattern {
        collect(pattern, &mut arguments);
    }
    for name in &arguments {
        if !is_kebab(name) {
            wrong.push((
                format!("the placeholder ${name}"),
                "it becomes a parameter's name, so it is lower case with hyphens",
                "rename it in every language",
            ));
        }
    }
    if arguments.len() > ARGUMENTS_AT_MOST {
        wrong.push((
            "more than 26 placeholders".into(),
            "no sentence needs them",
            "split the message",
        ));
    }
    let order: Vec<&String> = arguments.iter().collect();
    let mut writer = Writer {
        lang,
        order: &order,
        wrong,
    };
    let out = pattern
        .map(|pattern| writer.pattern(pattern))
        .unwrap_or_default();
    let mut wrong = writer.wrong;
    if out.trim().is_empty() && wrong.is_empty() {
        wrong.push(empty());
    }
    if wrong.is_empty() {
        Ok((out, arguments))
    } else {
        Err(wrong)
    }
}

fn empty() -> Wrong {
    (
        "the value is empty".into(),
        "a person would see nothing",
        "write the text after `=`, or delete the key",
    )
}

fn check_key(key: &str) -> Vec<Wrong> {
    if RESERVED.contains(&key) {
        return vec![(
            "the key is a name that the type `Texts` uses itself".into(),
            "the two methods would clash",
            "choose another key",
        )];
    }
    if !is_kebab(key) {
        return vec![(
            "the key is not in kebab-case".into(),
            "keys become names of methods, so they are lower case words and numbers with hyphens: `step-of`",
            "rename it in every language",
        )];
    }
    Vec::new()
}

fn is_kebab(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// Names of all placeholders, those that a choice is made on among them.
fn collect(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, names);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    let (inline, variants) = match expression {
        Expression::Select { selector, variants } => (selector, variants.as_slice()),
        Expression::Inline(inline) => (inline, [].as_slice()),
    };
    match inline {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.into())),
        InlineExpression::Placeable { expression } => collect_expression(expression, names),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
    for variant in variants {
        collect(&variant.value, names);
    }
}

fn syntax(source: &Source, text: &str, error: &ParserError) -> (String, Fault) {
    let slice = error.slice.clone().unwrap_or_else(|| error.pos.clone());
    let junk = text.get(slice.clone()).unwrap_or_default();
    let key: String = junk
        .chars()
        .take_while(|c| c.is_alphanumeric() || "-_".contains(*c))
        .collect();
    let line_at = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let no_value = matches!(error.kind, ErrorKind::ExpectedMessageField { .. });
    let line = line_at(if no_value {
        slice.start
    } else {
        error.pos.start
    });
    let (what, why, fix) = if no_value {
        empty()
    } else {
        (
            format!("Fluent cannot read this: {}", error.kind),
            "the message would be lost",
            "correct the sign there: braces in pairs, `key = text`, further lines begin with spaces",
        )
    };
    (
        key.clone(),
        Fault {
            file: source.file(),
            line,
            key,
            what,
            why: why.into(),
            fix: fix.into(),
        },
    )
}

/// The line, from 1, where a key is defined, below the first `from` lines.
fn line_of_key(text: &str, key: &str, from: usize) -> usize {
    text.lines()
        .skip(from)
        .position(|line| defines(line, key))
        .map_or(from.max(1), |at| from + at + 1)
}

fn defines(line: &str, key: &str) -> bool {
    let line = line.strip_prefix('-').unwrap_or(line);
    line.strip_prefix(key)
        .is_some_and(|rest| rest.trim_start().starts_with('='))
}

/// The value as written on a line, from 1, and on those that continue it, joined.
fn written(text: &str, line: usize) -> String {
    let mut lines = text.lines().skip(line - 1);
    let first = lines
        .next()
        .and_then(|line| line.split_once('='))
        .map_or("", |(_, value)| value.trim());
    let more = lines.take_while(|line| line.is_empty() || line.starts_with([' ', '}']));
    let joined: Vec<&str> = std::iter::once(first)
        .chain(more.map(str::trim))
        .filter(|line| !line.is_empty())
        .collect();
    joined.join(" ")
}
