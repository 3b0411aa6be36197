//! TOML to typed values, with the line of what is wrong; an unknown field is named and passed over, so that the next
//! fault is seen too.

use crate::finding::{Code, Finding};
use serde::de::DeserializeOwned;

/// Reads a whole TOML text that begins at line `first_line` of `file`.
pub fn read<T: DeserializeOwned>(
    text: &str,
    file: &str,
    first_line: usize,
    findings: &mut Vec<Finding>,
) -> Option<T> {
    let table = parse(text, file, first_line, findings)?;
    typed(table, text, file, first_line, findings, |table| {
        table.try_into::<T>()
    })
}

/// Reads TOML without knowing its fields.
pub fn parse(
    text: &str,
    file: &str,
    first_line: usize,
    findings: &mut Vec<Finding>,
) -> Option<toml::Table> {
    match text.parse::<toml::Table>() {
        Ok(table) => Some(table),
        Err(error) => {
            let line = error.span().map_or(0, |span| line_at(text, span.start));
            findings.push(Finding::new(
                Code::P002,
                file,
                first_line + line,
                &[first_sentence(error.message())],
            ));
            None
        }
    }
}

/// Turns a table into a typed value; unknown fields become findings and are taken out, then it is tried again.
pub fn typed<T>(
    mut table: toml::Table,
    text: &str,
    file: &str,
    first_line: usize,
    findings: &mut Vec<Finding>,
    build: impl Fn(toml::Table) -> Result<T, toml::de::Error>,
) -> Option<T> {
    for _ in 0..32 {
        match build(table.clone()) {
            Ok(value) => return Some(value),
            Err(error) => {
                let message = first_sentence(error.message()).to_owned();
                let code = if message.starts_with("ruby:") {
                    Code::P008
                } else {
                    Code::P003
                };
                let named = message.split('`').nth(1).map(str::to_owned);
                let line = named
                    .as_deref()
                    .and_then(|name| text.lines().position(|line| line.contains(name)))
                    .unwrap_or(0);
                findings.push(Finding::new(code, file, first_line + line, &[&message]));
                let known = named.filter(|_| message.starts_with("unknown field"));
                if known.is_none_or(|name| table.remove(&name).is_none()) {
                    return None;
                }
            }
        }
    }
    None
}

fn first_sentence(message: &str) -> &str {
    message.lines().next().unwrap_or(message)
}

fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes()
        .iter()
        .take(byte)
        .filter(|b| **b == b'\n')
        .count()
}
