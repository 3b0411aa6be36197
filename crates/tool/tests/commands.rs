//! The commands as people run them, on a copy of the specimen pack.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// A folder of this test with the specimen in `pack`.
fn room(test: &str) -> PathBuf {
    let room = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    if room.exists() {
        fs::remove_dir_all(&room).unwrap();
    }
    let specimen = "../../tests/packs/specimen-v1";
    let specimen = Path::new(env!("CARGO_MANIFEST_DIR")).join(specimen);
    copy(&specimen, &room.join("pack"));
    room
}

/// Runs the command in English, whatever the computer speaks, and without its colours.
fn run(room: &Path, arguments: &[&str]) -> Output {
    command(room, arguments)
        .env("LC_ALL", "en_US.UTF-8")
        .output()
        .unwrap()
}

fn command(room: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kakehashi"));
    command.current_dir(room).args(arguments);
    for variable in [
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "CLICOLOR_FORCE",
    ] {
        command.env_remove(variable);
    }
    command
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn change(room: &Path, old: &str, new: &str) {
    let file = room.join("pack/lessons/02-kunci.md");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(old));
    fs::write(&file, text.replace(old, new)).unwrap();
}

#[test]
fn build_writes_a_new_folder_and_never_into_one_that_is_there() {
    let room = room("build");
    let build = ["build", "pack", "--out", "compiled"];
    assert!(run(&room, &build).status.success());
    assert!(room.join("compiled/manifest.json").is_file());
    let again = run(&room, &build);
    assert!(!again.status.success());
    assert!(complained(&again).contains("exists already"));
}

#[test]
fn check_shows_the_source_and_fails() {
    let room = room("check");
    let good = run(&room, &["check", "pack"]);
    assert!(good.status.success());
    assert_eq!(said(&good), "pack: no errors, no warnings, no advice\n");
    change(&room, "also = [\"キー\"]", "alsa = [\"キー\"]");
    let output = run(&room, &["check", "pack"]);
    assert_eq!(output.status.code(), Some(1));
    let excerpt = "\
error[P003]: the field “alsa” is unknown here
   --> pack/lessons/02-kunci.md:150:1
    |
150 | alsa = [\"キー\"]
    | ^^^^
    |
    = why: what it says would be lost
    = fix: compare it with docs/packs.md

pack: 1 error, no warnings, no advice
";
    assert_eq!(said(&output), excerpt);
}

#[test]
fn what_stands_further_down_in_the_block_is_marked_too() {
    let room = room("below");
    change(&room, "words = [\"doko\"]\nja", "words = [\"dokko\"]\nja");
    let output = run(&room, &["check", "pack"]);
    let excerpt = "\
123 | id = \"kunci-g02\"
    | ^^^^^^^^^^^^^^^^
124 | words = [\"dokko\"]
    |           -----
";
    assert!(said(&output).contains(excerpt), "{}", said(&output));
}

#[test]
fn people_are_spoken_to_in_their_language() {
    let room = room("languages");
    change(&room, "id = \"kunci-p04\"\n", "");
    let check = |lang: Option<&str>, locale: &str| {
        let mut arguments = vec!["check", "pack"];
        arguments.extend(lang.iter().flat_map(|lang| ["--lang", lang]));
        let mut command = command(&room, &arguments);
        if !locale.is_empty() {
            command.env("LANG", locale);
        }
        said(&command.output().unwrap())
    };
    let (id, en, ja) = (
        "galat[P020]: soal ini belum punya id",
        "error[P020]: the exercise has no id",
        "エラー[P020]: 練習に id がありません",
    );
    for (lang, locale, expected) in [
        (None, "", id),
        (None, "id_ID.UTF-8", id),
        (None, "ja_JP.UTF-8", ja),
        (None, "fr_FR.UTF-8", en),
        (Some("id"), "ja_JP.UTF-8", id),
        (Some("ja"), "", ja),
    ] {
        let said = check(lang, locale);
        assert!(said.starts_with(expected), "{lang:?} {locale}: {said}");
    }
    let unknown = run(&room, &["check", "pack", "--lang", "xx"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(complained(&unknown).contains("id, en, ja"));
}

#[test]
fn colour_is_only_for_those_who_see_it() {
    let room = room("colour");
    change(&room, "id = \"kunci-p04\"\n", "");
    let coloured = |variables: &[&str]| {
        let mut command = command(&room, &["check", "pack"]);
        command.envs(variables.iter().map(|variable| (variable, "1")));
        said(&command.output().unwrap()).contains('\u{1b}')
    };
    assert!(!coloured(&[]), "a pipe gets none");
    assert!(coloured(&["CLICOLOR_FORCE"]));
    assert!(!coloured(&["CLICOLOR_FORCE", "NO_COLOR"]));
}

#[test]
fn every_folder_is_checked_and_one_with_errors_fails_all() {
    let room = room("many");
    copy(&room.join("pack"), &room.join("other"));
    change(&room, "id = \"kunci-p04\"\n", "");
    let output = run(&room, &["check", "pack", "other"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("pack: 1 error"));
    assert!(said(&output).contains("other: no errors"));
    let output = run(&room, &["check", "nowhere", "other"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("other: no errors"));
    assert_eq!(run(&room, &["check"]).status.code(), Some(2));
}

#[test]
fn json_has_the_data_and_the_sentences() {
    let room = room("json");
    change(&room, "also = [\"キー\"]", "also = [\"キー\"]\nalsa = 1");
    let output = run(&room, &["check", "pack", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!({
        "format": 1,
        "language": "en",
        "packs": [{
            "folder": "pack",
            "usable": false,
            "findings": [{
                "code": "P003",
                "severity": "error",
                "file": "lessons/02-kunci.md",
                "line": 151,
                "column": 1,
                "end-column": 5,
                "arguments": { "reason": "unknown-field", "name": "alsa", "found": "", "expected": "" },
                "what": "the field “alsa” is unknown here",
                "why": "what it says would be lost",
                "fix": "compare it with docs/packs.md",
            }],
        }],
    });
    assert_eq!(report, expected);
}

#[test]
fn every_bad_place_has_an_excerpt_or_a_file() {
    let room = room("places");
    for (file, text) in [
        ("pack.toml", "\u{feff}format = 1\r\nid = 鍵\r\n"),
        ("words.csv", "key,ja\r\n鍵,\u{1b}[31m\r\n"),
        ("can-dos.toml", ""),
        ("lessons/02-kunci.md", "+++\nid = \"kunci\"\n+++\n```\n"),
    ] {
        fs::write(room.join("pack").join(file), text).unwrap();
        let output = run(&room, &["check", "pack"]);
        assert_eq!(output.status.code(), Some(1), "{file}");
        let said = said(&output);
        assert!(said.contains("--> pack/"), "{file}: {said}");
        assert!(
            !said.contains('\u{1b}'),
            "{file}: no control signs of a pack"
        );
    }
}

#[test]
fn fmt_writes_missing_ids_once() {
    let room = room("fmt");
    change(&room, "id = \"kunci-p04\"\n", "");
    assert!(run(&room, &["fmt", "pack"]).status.success());
    let text = fs::read_to_string(room.join("pack/lessons/02-kunci.md")).unwrap();
    assert!(text.contains("```dictation\nid = \"kunci-d01\"\n"));
    assert!(run(&room, &["check", "pack"]).status.success());
    let again = run(&room, &["fmt", "pack"]);
    assert!(said(&again).contains("no file changed"));
    let files = fs::read_dir(room.join("pack/lessons")).unwrap();
    assert_eq!(files.count(), 2, "nothing is left behind");
}

#[test]
fn a_folder_that_is_not_there_is_said_plainly() {
    let room = room("nowhere");
    for order in ["check", "fmt"] {
        let output = run(&room, &[order, "no-such-pack"]);
        assert!(!output.status.success());
        assert_eq!(output.status.code(), Some(2));
        let said = complained(&output);
        assert!(said.contains("no-such-pack cannot be read"), "{said}");
    }
}
