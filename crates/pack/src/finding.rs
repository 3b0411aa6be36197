//! Findings: what is wrong with a pack, as data with a place. They become sentences only when they are shown.

use crate::wrong::{Code, Wrong};
use std::fmt;
use std::ops::Range;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// Learners will notice.
    Warning,
    /// Worth a look.
    Advice,
}

impl Severity {
    /// `error`, `warning` or `advice`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One fault in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// The file, as a path within the pack.
    pub file: String,
    /// Line in that file, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Where in that line, in bytes from 0, when the reader knows.
    pub columns: Option<Range<usize>>,
    /// The id of the exercise, word or can-do, where there is one.
    pub id: String,
    /// What is wrong.
    pub wrong: Wrong,
}

impl Finding {
    /// A finding at its rule's severity.
    pub fn new(wrong: Wrong, file: &str, line: usize) -> Self {
        let code = wrong.code();
        Self {
            code,
            severity: code.severity(),
            file: file.to_owned(),
            line,
            columns: None,
            id: String::new(),
            wrong,
        }
    }

    /// The same, about something with an id.
    pub fn about(self, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..self
        }
    }

    /// The same, at these bytes of its line.
    pub fn at(self, columns: Option<Range<usize>>) -> Self {
        Self { columns, ..self }
    }

    /// The file, with the line where there is one.
    pub fn place(&self) -> String {
        if self.line > 0 {
            format!("{}:{}", self.file, self.line)
        } else {
            self.file.clone()
        }
    }
}

/// The bare data on one line, for logs and tests; people are shown [`Finding::text`].
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (severity, code) = (self.severity.as_str(), self.code.as_str());
        write!(f, "{severity}[{code}] {}", self.place())?;
        if !self.id.is_empty() {
            write!(f, " ({})", self.id)?;
        }
        for (name, value) in self.wrong.arguments() {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}

/// A rule silenced by the pack's author, with a reason.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Silence {
    /// The code.
    pub rule: String,
    /// A file, or `file#id`.
    #[serde(rename = "where")]
    pub place: String,
    /// Why.
    pub reason: String,
}

/// Takes out what was silenced (never errors) and sorts by file and line.
pub fn finish(findings: &mut Vec<Finding>, silences: &[Silence]) {
    findings.retain(|finding| {
        let silenced = silences.iter().any(|silence| {
            let (file, id) = silence
                .place
                .split_once('#')
                .unwrap_or((&silence.place, ""));
            silence.rule == finding.code.as_str()
                && file == finding.file
                && (id.is_empty() || id == finding.id)
                && !silence.reason.is_empty()
        });
        !silenced || finding.severity == Severity::Error
    });
    findings.sort_by_cached_key(|finding| {
        let arguments = finding.wrong.arguments();
        (finding.file.clone(), finding.line, finding.code, arguments)
    });
    findings.dedup();
}
