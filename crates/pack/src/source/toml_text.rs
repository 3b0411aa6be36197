//! TOML to typed values, with the line of what is wrong; an unknown field is named and passed over, so that the next
//! fault is seen too.

use crate::finding::Finding;
use crate::reason;
use crate::wrong::Wrong;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

/// TOML text and where it stands.
#[derive(Clone, Copy)]
pub struct TomlText<'a> {
    /// The text.
    pub text: &'a str,
    /// The file that holds it.
    pub file: &'a str,
    /// The line of that file on which it begins.
    pub line: usize,
}

impl<'a> TomlText<'a> {
    /// Reads the whole text as one value.
    pub fn read<T: DeserializeOwned>(&self, findings: &mut Vec<Finding>) -> Option<T> {
        let table = self.parse(findings)?;
        self.typed(table, findings, T::deserialize)
    }

    /// Reads the text without knowing its fields.
    pub fn parse(&self, findings: &mut Vec<Finding>) -> Option<DeTable<'a>> {
        match DeTable::parse(self.text) {
            Ok(table) => Some(table.into_inner()),
            Err(error) => {
                let message = first_line(&error).to_owned();
                findings.push(self.finding(Wrong::NotToml { message }, &error));
                None
            }
        }
    }

    /// Turns a table into a typed value; unknown fields become findings and are taken out, then it is tried again.
    pub fn typed<T>(
        &self,
        mut table: DeTable<'a>,
        findings: &mut Vec<Finding>,
        build: impl Fn(Deserializer<'a>) -> Result<T, Error>,
    ) -> Option<T> {
        for _ in 0..32 {
            let whole = Spanned::new(0..self.text.len(), table.clone());
            let error = match build(Deserializer::from(whole)) {
                Ok(value) => return Some(value),
                Err(error) => error,
            };
            findings.push(self.finding(reason::typed(first_line(&error)), &error));
            let unknown = error
                .message()
                .strip_prefix("unknown field `")
                .and_then(|rest| rest.split('`').next());
            if unknown.is_none_or(|name| table.remove(name).is_none()) {
                return None;
            }
        }
        None
    }

    /// The line of the file on which a byte of the text stands.
    pub fn line_at(&self, byte: usize) -> usize {
        let before = self.text.as_bytes().iter().take(byte);
        self.line + before.filter(|byte| **byte == b'\n').count()
    }

    /// The line of each table in a list of tables.
    pub fn lines_of(&self, list: &str) -> Vec<usize> {
        let table = DeTable::parse(self.text).map(Spanned::into_inner);
        let items = table
            .ok()
            .and_then(|mut table| table.remove(list))
            .map(Spanned::into_inner);
        match items {
            Some(DeValue::Array(items)) => items
                .iter()
                .map(|item| self.line_at(item.span().start))
                .collect(),
            Some(
                DeValue::String(_)
                | DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_)
                | DeValue::Table(_),
            )
            | None => Vec::new(),
        }
    }

    fn finding(&self, wrong: Wrong, error: &Error) -> Finding {
        let span = error.span().unwrap_or_default();
        Finding::new(wrong, self.file, self.line_at(span.start)).at(self.columns(span))
    }

    /// A span of the text as columns of the line on which it begins. None for the whole text, or what is no place in it.
    fn columns(&self, span: Range<usize>) -> Option<Range<usize>> {
        if span.is_empty() || span == (0..self.text.len()) {
            return None;
        }
        let from = self
            .text
            .get(..span.start)?
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let line = self.text.get(from..)?.lines().next()?;
        let end = span.end.min(from + line.len());
        (span.start < end).then(|| span.start - from..end - from)
    }
}

fn first_line(error: &Error) -> &str {
    let message = error.message();
    message.lines().next().unwrap_or(message)
}
