//! Findings for other programs; the form is described in `docs/packs.md`. Fields are only ever added.

use crate::excerpt;
use pack::{Files, Finding, Said};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use texts::FindingTexts;

/// Version of this form.
const FORMAT: u32 = 1;

/// All packs of one call.
#[derive(Serialize)]
pub struct Report {
    format: u32,
    language: &'static str,
    packs: Vec<PackReport>,
}

#[derive(Serialize)]
struct PackReport {
    folder: String,
    usable: bool,
    findings: Vec<FindingReport>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct FindingReport {
    code: &'static str,
    severity: &'static str,
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    arguments: BTreeMap<&'static str, String>,
    what: String,
    why: String,
    fix: String,
}

impl Report {
    /// A report without packs.
    pub fn new(texts: &FindingTexts) -> Self {
        Self {
            format: FORMAT,
            language: texts.lang().tag(),
            packs: Vec::new(),
        }
    }

    /// Adds a pack that was checked.
    pub fn add(
        &mut self,
        folder: &Path,
        files: &Files,
        usable: bool,
        findings: &[Finding],
        texts: &FindingTexts,
    ) {
        let findings = findings.iter().map(|finding| report(finding, files, texts));
        self.packs.push(PackReport {
            folder: folder.to_string_lossy().into_owned(),
            usable,
            findings: findings.collect(),
        });
    }

    /// The report as text.
    pub fn text(&self) -> String {
        // Our own types with string keys: writing them cannot fail.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

fn report(finding: &Finding, files: &Files, texts: &FindingTexts) -> FindingReport {
    let Said { what, why, fix } = finding.said(texts);
    let columns = excerpt::columns(finding, files);
    FindingReport {
        code: finding.code.as_str(),
        severity: finding.severity.as_str(),
        file: finding.file.clone(),
        line: Some(finding.line).filter(|line| *line > 0),
        column: columns.map(|(start, _)| start),
        end_column: columns.map(|(_, end)| end),
        id: Some(finding.id.clone()).filter(|id| !id.is_empty()),
        arguments: finding.wrong.arguments().into_iter().collect(),
        what,
        why,
        fix,
    }
}
