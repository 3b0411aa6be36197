//! Each rule has bad examples (`rules.toml`): a small change to the specimen, and the finding that it must lead to.

mod common;

use common::{PICTURES, specimen, top};
use pack::{Code, Files, Finding, Said};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::BTreeSet;
use texts::{FindingTexts, Lang};

#[derive(Deserialize)]
struct Examples {
    bad: Vec<Bad>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bad {
    code: String,
    file: String,
    old: Option<String>,
    new: Option<String>,
    #[serde(default)]
    latin1: bool,
    repeat: Option<usize>,
    found: Option<String>,
    line: usize,
    #[serde(default)]
    with: Vec<String>,
}

impl Bad {
    /// The specimen with the change.
    fn pack(&self) -> Files {
        let mut files = specimen();
        let Some(bytes) = files.remove(&self.file) else {
            panic!("{}: the specimen has no {}", self.code, self.file);
        };
        let (Some(old), Some(new)) = (&self.old, &self.new) else {
            return files;
        };
        // Literal strings of TOML write a line end as two characters.
        let (old, new) = (old.replace("\\n", "\n"), new.replace("\\n", "\n"));
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.matches(&old).count(), 1, "{}: {old}", self.code);
        let new: String = match self.repeat {
            None => new,
            Some(times) => (0..times)
                .map(|n| new.replace("{n}", &n.to_string()))
                .chain([old.clone()])
                .collect(),
        };
        let text = text.replace(&old, &new);
        let bytes = if self.latin1 {
            text.chars()
                .map(|c| u8::try_from(c).unwrap_or(b'?'))
                .collect()
        } else {
            text.into_bytes()
        };
        files.insert(self.file.clone(), bytes);
        files
    }

    fn found_in(&self) -> &str {
        self.found.as_deref().unwrap_or(&self.file)
    }
}

fn examples() -> Vec<Bad> {
    let text = std::fs::read_to_string(top("crates/pack/tests/rules.toml")).unwrap();
    toml::from_str::<Examples>(&text).unwrap().bad
}

fn listed(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|finding| format!("  {finding}\n"));
    lines.collect()
}

#[test]
fn every_bad_example_is_found_where_it_stands() {
    let mut faults = String::new();
    for bad in examples() {
        let (_, findings) = pack::compile_folder(&bad.pack(), &PICTURES);
        let expected = |finding: &&Finding| {
            finding.code.as_str() == bad.code
                && finding.file == bad.found_in()
                && finding.line == bad.line
        };
        let other = |finding: &Finding| {
            let code = finding.code.as_str();
            code != bad.code && !bad.with.iter().any(|with| with == code)
        };
        if findings.iter().find(expected).is_none() || findings.iter().any(other) {
            let (old, line) = (bad.old.as_deref().unwrap_or("(taken away)"), bad.line);
            let place = format!("{} {}:{line}", bad.code, bad.found_in());
            faults += &format!("{place} for {old}, but:\n{}", listed(&findings));
        }
    }
    assert!(faults.is_empty(), "expected\n{faults}");
}

#[test]
fn a_word_of_a_later_lesson_is_early_until_it_is_explained() {
    let early = |changes: &[(&str, &str, &str)]| {
        let mut files = specimen();
        for (file, old, new) in changes {
            let text = common::text(&files, file);
            assert_eq!(text.matches(old).count(), 1, "{old}");
            let text = text.replace(old, new);
            files.insert((*file).to_owned(), text.into_bytes());
        }
        let (_, findings) = pack::compile_folder(&files, &PICTURES);
        let codes = findings.iter().map(|finding| finding.code.as_str());
        codes.filter(|code| *code == "P040").count()
    };
    let lesson = "lessons/02-kunci.md";
    // The kana lesson, which teaches あい, comes after the lesson of the key.
    let later = ("lessons/01-huruf-a.md", "number = 1", "number = 3");
    let said = |text: &'static str| (lesson, "tiles = [\"{鍵|かぎ}は\",", text);
    assert_eq!(early(&[later]), 0);
    assert_eq!(early(&[later, said("tiles = [\"あいは\",")]), 1);
    assert_eq!(early(&[said("tiles = [\"あいは\",")]), 0, "it was taught");
    assert_eq!(
        early(&[later, said("tiles = [\"あいだは\",")]),
        0,
        "another word"
    );
    let gloss = (
        lesson,
        "gloss = [{ ja = \"{部屋|へや}\"",
        "gloss = [{ ja = \"あい\"",
    );
    assert_eq!(early(&[later, said("tiles = [\"あいは\","), gloss]), 0);
}

#[test]
fn the_lessons_are_read_even_when_the_head_cannot_be() {
    let mut files = specimen();
    files.insert("pack.toml".into(), b"format = ".to_vec());
    let lesson =
        common::text(&files, "lessons/02-kunci.md").replace("also = [\"キー\"]", "alsa = 1");
    files.insert("lessons/02-kunci.md".into(), lesson.into_bytes());
    let (compiled, findings) = pack::compile_folder(&files, &PICTURES);
    let codes: Vec<&str> = findings
        .iter()
        .map(|finding| finding.code.as_str())
        .collect();
    assert_eq!(codes, ["P003", "P002"]);
    assert!(compiled.is_none());
}

#[test]
fn an_error_keeps_a_pack_from_being_built_and_nothing_else_does() {
    for bad in examples() {
        let (compiled, findings) = pack::compile_folder(&bad.pack(), &PICTURES);
        let errors = findings
            .iter()
            .any(|finding| finding.severity == pack::Severity::Error);
        assert_eq!(compiled.is_none(), errors, "{}", bad.code);
    }
}

#[test]
fn every_rule_has_a_bad_example() {
    let shown: BTreeSet<String> = examples().into_iter().map(|bad| bad.code).collect();
    let all = Code::ALL.iter().map(|code| code.as_str().to_owned());
    assert_eq!(shown, all.collect());
}

#[test]
fn sentences_speak_of_what_a_finding_has() {
    for lang in Lang::ALL {
        let texts = FindingTexts::embedded(lang);
        for code in Code::ALL {
            let asked = RefCell::new(BTreeSet::new());
            code.said(&texts, |name| {
                asked.borrow_mut().insert(name);
                String::new()
            });
            let own: BTreeSet<&str> = code.arguments().iter().copied().collect();
            assert_eq!(asked.into_inner(), own, "{}", code.as_str());
        }
    }
}

#[test]
fn what_a_finding_says_is_complete_in_every_language() {
    let mut sentences = BTreeSet::new();
    for bad in examples() {
        let (_, findings) = pack::compile_folder(&bad.pack(), &PICTURES);
        for (finding, lang) in findings
            .iter()
            .flat_map(|finding| Lang::ALL.map(|lang| (finding, lang)))
        {
            let texts = FindingTexts::embedded(lang);
            let Said { what, why, fix } = finding.said(&texts);
            for said in [&what, &why, &fix] {
                let hole = ["“”", "「」", "  ", "()", "（）"]
                    .iter()
                    .any(|hole| said.contains(hole));
                assert!(!said.is_empty() && !hole, "{finding}: {said}");
                assert_eq!(said.trim(), said, "{finding}");
            }
            assert!(finding.text(&texts).contains(&what));
            if lang == Lang::En {
                sentences.insert(what);
            }
        }
    }
    assert!(sentences.len() >= Code::ALL.len());
}

/// `docs/rules.md` as the code table and the English texts say it.
fn page() -> String {
    let mut page = String::from(
        "# Rules for lesson packs\n\nWhat `kakehashi check` looks for in a pack (its form: [packs.md](packs.md)). An error keeps a pack from \
         being built; a warning is\nseen by learners; advice is worth a look. Warnings and advice can be silenced in `pack.toml`, with a \
         reason. A code is never given a new\nmeaning. “…” stands for the particulars.\n\nMade from `crates/pack/src/wrong.rs` and `locales/en/findings.ftl`; \
         after a change there, run `WRITE_RULES=1 cargo test -p pack --test rules`.\n\n| Code | | What is wrong | Why it matters | What to do |\n\
         |---|---|---|---|---|\n",
    );
    let texts = FindingTexts::embedded(Lang::En);
    for code in Code::ALL {
        let Said { what, why, fix } = code.said(&texts, |_| "…".into());
        let severity = code.severity().as_str();
        let cells = [code.as_str(), severity, &what, &why, &fix];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        page += &format!("| {} |\n", cells.join(" | "));
    }
    page
}

#[test]
fn the_page_of_rules_is_current() {
    let path = top("docs/rules.md");
    if std::env::var_os("WRITE_RULES").is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == page(),
        "docs/rules.md is not what the rules say: WRITE_RULES=1 cargo test -p pack --test rules"
    );
}
