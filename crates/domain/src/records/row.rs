//! A row of a record: a JSON array written cell by cell, and read with a name for every cell.

use super::RecordFault;
use serde_json::Value;
use std::str::FromStr;

/// Writes a JSON array on one line, cell by cell.
pub(super) struct RowText {
    text: String,
}

impl RowText {
    pub fn new() -> Self {
        Self {
            text: String::from("["),
        }
    }

    fn comma(&mut self) {
        if !self.text.ends_with('[') {
            self.text.push(',');
        }
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        self.comma();
        self.text.push_str(&Value::from(text).to_string());
        self
    }

    pub fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        self.comma();
        self.text.push_str(&number.into().to_string());
        self
    }

    /// A number as it is written, for the few that may pass `i64`.
    pub fn large(&mut self, number: u64) -> &mut Self {
        self.comma();
        self.text.push_str(&number.to_string());
        self
    }

    pub fn row(&mut self, row: RowText) -> &mut Self {
        self.comma();
        self.text.push_str(&row.close());
        self
    }

    /// What stands so far, without the closing bracket.
    pub fn open(&self) -> &str {
        &self.text
    }

    pub fn close(mut self) -> String {
        self.text.push(']');
        self.text
    }
}

/// Reads the cells of a row in order. Cells after those that are asked for are passed over.
pub(super) struct Row<'a> {
    cells: std::slice::Iter<'a, Value>,
}

impl<'a> Row<'a> {
    pub fn new(cells: &'a [Value]) -> Self {
        Self {
            cells: cells.iter(),
        }
    }

    pub fn cell(&mut self, name: &'static str) -> Result<&'a Value, RecordFault> {
        self.cells.next().ok_or(RecordFault::Field(name))
    }

    pub fn text(&mut self, name: &'static str) -> Result<&'a str, RecordFault> {
        self.cell(name)?.as_str().ok_or(RecordFault::Field(name))
    }

    pub fn row(&mut self, name: &'static str) -> Result<Row<'a>, RecordFault> {
        let cells = self
            .cell(name)?
            .as_array()
            .ok_or(RecordFault::Field(name))?;
        Ok(Row::new(cells))
    }

    pub fn number<T: TryFrom<i128>>(&mut self, name: &'static str) -> Result<T, RecordFault> {
        let cell = self.cell(name)?;
        let number = cell
            .as_i64()
            .map(i128::from)
            .or_else(|| cell.as_u64().map(i128::from));
        number
            .and_then(|n| T::try_from(n).ok())
            .ok_or(RecordFault::Field(name))
    }

    /// A cell that older lines do not have.
    pub fn number_or<T: TryFrom<i128>>(
        &mut self,
        name: &'static str,
        absent: T,
    ) -> Result<T, RecordFault> {
        if self.cells.as_slice().is_empty() {
            return Ok(absent);
        }
        self.number(name)
    }

    pub fn parsed<T: FromStr>(&mut self, name: &'static str) -> Result<T, RecordFault> {
        self.text(name)?
            .parse()
            .map_err(|_| RecordFault::Field(name))
    }

    /// Nothing where the text is empty.
    pub fn optional<T: FromStr>(&mut self, name: &'static str) -> Result<Option<T>, RecordFault> {
        match self.text(name)? {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| RecordFault::Field(name)),
        }
    }

    /// The value among `all` whose code stands in the cell.
    pub fn coded<T: Copy>(
        &mut self,
        name: &'static str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Result<T, RecordFault> {
        let found = self.text(name)?;
        all.iter()
            .copied()
            .find(|value| code(*value) == found)
            .ok_or(RecordFault::Field(name))
    }

    pub fn rest(self) -> std::slice::Iter<'a, Value> {
        self.cells
    }
}
