//! Findings as people read them: each rule's sentences in the language of the given texts.

use crate::finding::Finding;
use crate::wrong::Code;
use texts::FindingTexts;

/// What is wrong, why it matters, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
}

/// How furigana is written; braces have a meaning of their own in texts.
const RUBY: &str = "{漢字|かんじ}";

impl Finding {
    /// The three sentences.
    pub fn said(&self, texts: &FindingTexts) -> Said {
        let arguments = self.wrong.arguments();
        self.code.said(texts, |name| {
            let argument = arguments.iter().find(|(own, _)| *own == name);
            argument.map_or(String::new(), |(_, value)| value.clone())
        })
    }

    /// Everything on three lines, without the source.
    pub fn text(&self, texts: &FindingTexts) -> String {
        let Said { what, why, fix } = self.said(texts);
        let kind = texts.finding_kind(self.severity.as_str());
        let id = if self.id.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.id)
        };
        format!(
            "{kind}[{}] {}{id}: {what}\n  {}: {why}\n  {}: {fix}",
            self.code.as_str(),
            self.place(),
            texts.finding_why(),
            texts.finding_fix()
        )
    }
}

impl Code {
    /// The sentences of a rule with these particulars.
    pub fn said(self, texts: &FindingTexts, arg: impl Fn(&'static str) -> String) -> Said {
        let [what, why, fix] = sentences(self, texts, &arg);
        Said { what, why, fix }
    }
}

/// What, why and fix. Every call names its message, so that a message which nobody shows is found.
fn sentences(
    code: Code,
    texts: &FindingTexts,
    arg: &dyn Fn(&'static str) -> String,
) -> [String; 3] {
    match code {
        Code::P001 => [
            texts.p001_what(arg("file")),
            texts.p001_why().to_owned(),
            texts.p001_fix().to_owned(),
        ],
        Code::P002 => [
            texts.p002_what(arg("message")),
            texts.p002_why().to_owned(),
            texts.p002_fix().to_owned(),
        ],
        Code::P003 => [
            texts.p003_what(arg("expected"), arg("found"), arg("name"), arg("reason")),
            texts.p003_why().to_owned(),
            texts.p003_fix(arg("reason")),
        ],
        Code::P004 => [
            texts.p004_what().to_owned(),
            texts.p004_why().to_owned(),
            texts.p004_fix().to_owned(),
        ],
        Code::P005 => [
            texts.p005_what(arg("id")),
            texts.p005_why().to_owned(),
            texts.p005_fix().to_owned(),
        ],
        Code::P006 => [
            texts.p006_what(arg("language"), arg("name"), arg("part")),
            texts.p006_why().to_owned(),
            texts.p006_fix().to_owned(),
        ],
        Code::P007 => [
            texts.p007_what(arg("name"), arg("thing")),
            texts.p007_why().to_owned(),
            texts.p007_fix().to_owned(),
        ],
        Code::P008 => [
            texts.p008_what(arg("reason"), arg("text")),
            texts.p008_why().to_owned(),
            texts.p008_fix(RUBY),
        ],
        Code::P009 => [
            texts.p009_what(arg("name")),
            texts.p009_why().to_owned(),
            texts.p009_fix().to_owned(),
        ],
        Code::P010 => [
            texts.p010_what(arg("name")),
            texts.p010_why().to_owned(),
            texts.p010_fix().to_owned(),
        ],
        Code::P011 => [
            texts.p011_what(arg("expected"), arg("found"), arg("name"), arg("reason")),
            texts.p011_why().to_owned(),
            texts.p011_fix().to_owned(),
        ],
        Code::P012 => [
            texts.p012_what(arg("text")),
            texts.p012_why().to_owned(),
            texts.p012_fix().to_owned(),
        ],
        Code::P013 => [
            texts.p013_what(arg("address")),
            texts.p013_why().to_owned(),
            texts.p013_fix().to_owned(),
        ],
        Code::P014 => [
            texts.p014_what(arg("reason")),
            texts.p014_why().to_owned(),
            texts.p014_fix().to_owned(),
        ],
        Code::P015 => [
            texts.p015_what(arg("language"), arg("option")),
            texts.p015_why().to_owned(),
            texts.p015_fix().to_owned(),
        ],
        Code::P016 => [
            texts.p016_what(arg("first"), arg("second")),
            texts.p016_why().to_owned(),
            texts.p016_fix().to_owned(),
        ],
        Code::P017 => [
            texts.p017_what(
                arg("id"),
                arg("least"),
                arg("most"),
                arg("n"),
                arg("reason"),
            ),
            texts.p017_why().to_owned(),
            texts.p017_fix().to_owned(),
        ],
        Code::P018 => [
            texts.p018_what(arg("key")),
            texts.p018_why().to_owned(),
            texts.p018_fix().to_owned(),
        ],
        Code::P019 => [
            texts.p019_what(arg("text")),
            texts.p019_why().to_owned(),
            texts.p019_fix().to_owned(),
        ],
        Code::P020 => [
            texts.p020_what(arg("part")),
            texts.p020_why().to_owned(),
            texts.p020_fix().to_owned(),
        ],
        Code::P021 => [
            texts.p021_what().to_owned(),
            texts.p021_why().to_owned(),
            texts.p021_fix().to_owned(),
        ],
        Code::P022 => [
            texts.p022_what(arg("can_do"), arg("form"), arg("n")),
            texts.p022_why().to_owned(),
            texts.p022_fix().to_owned(),
        ],
        Code::P023 => [
            texts.p023_what(arg("form"), arg("least"), arg("n")),
            texts.p023_why().to_owned(),
            texts.p023_fix().to_owned(),
        ],
        Code::P024 => [
            texts.p024_what(
                arg("exercises"),
                arg("kinds"),
                arg("least_exercises"),
                arg("least_kinds"),
            ),
            texts.p024_why().to_owned(),
            texts.p024_fix().to_owned(),
        ],
        Code::P025 => [
            texts.p025_what(arg("part")),
            texts.p025_why().to_owned(),
            texts.p025_fix().to_owned(),
        ],
        Code::P026 => [
            texts.p026_what(arg("a"), arg("b"), arg("section")),
            texts.p026_why().to_owned(),
            texts.p026_fix().to_owned(),
        ],
        Code::P027 => [
            texts.p027_what(arg("kanji")),
            texts.p027_why().to_owned(),
            texts.p027_fix(RUBY),
        ],
        Code::P028 => [
            texts.p028_what(arg("text")),
            texts.p028_why().to_owned(),
            texts.p028_fix().to_owned(),
        ],
        Code::P029 => [
            texts.p029_what(arg("n"), arg("place"), arg("total")),
            texts.p029_why().to_owned(),
            texts.p029_fix().to_owned(),
        ],
        Code::P030 => [
            texts.p030_what(arg("n"), arg("total")),
            texts.p030_why().to_owned(),
            texts.p030_fix().to_owned(),
        ],
        Code::P031 => [
            texts.p031_what(arg("word")),
            texts.p031_why().to_owned(),
            texts.p031_fix().to_owned(),
        ],
        Code::P032 => [
            texts.p032_what(arg("name")),
            texts.p032_why().to_owned(),
            texts.p032_fix().to_owned(),
        ],
        Code::P033 => [
            texts.p033_what(arg("accent"), arg("beats"), arg("reading")),
            texts.p033_why().to_owned(),
            texts.p033_fix().to_owned(),
        ],
        Code::P034 => [
            texts.p034_what(arg("certificate"), arg("missing")),
            texts.p034_why().to_owned(),
            texts.p034_fix().to_owned(),
        ],
        Code::P035 => [
            texts.p035_what(arg("name"), arg("reason")),
            texts.p035_why().to_owned(),
            texts.p035_fix().to_owned(),
        ],
        Code::P036 => [
            texts.p036_what().to_owned(),
            texts.p036_why().to_owned(),
            texts.p036_fix().to_owned(),
        ],
        Code::P037 => [
            texts.p037_what(arg("word")),
            texts.p037_why().to_owned(),
            texts.p037_fix().to_owned(),
        ],
        Code::P038 => [
            texts.p038_what(arg("phrase"), arg("reason"), arg("writing")),
            texts.p038_why().to_owned(),
            texts.p038_fix().to_owned(),
        ],
        Code::P039 => [
            texts.p039_what(arg("earlier")),
            texts.p039_why().to_owned(),
            texts.p039_fix().to_owned(),
        ],
        Code::P040 => [
            texts.p040_what(arg("lesson"), arg("thing"), arg("word")),
            texts.p040_why().to_owned(),
            texts.p040_fix(arg("thing")),
        ],
        Code::P041 => [
            texts.p041_what(arg("language"), arg("reason"), arg("text")),
            texts.p041_why(arg("reason")),
            texts.p041_fix(arg("reason")),
        ],
    }
}
