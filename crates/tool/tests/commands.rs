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

fn run(room: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kakehashi"))
        .current_dir(room)
        .args(arguments)
        .output()
        .unwrap()
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
    assert!(String::from_utf8_lossy(&again.stderr).contains("exists already"));
}

#[test]
fn check_says_what_is_wrong_and_fails() {
    let room = room("check");
    assert!(run(&room, &["check", "pack"]).status.success());
    change(&room, "id = \"kunci-p04\"\n", "");
    let output = run(&room, &["check", "pack"]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("error[P020] lessons/02-kunci.md:164"),
        "{said}"
    );
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
    assert!(String::from_utf8_lossy(&again.stdout).contains("0 file(s) changed"));
    let files = fs::read_dir(room.join("pack/lessons")).unwrap();
    assert_eq!(files.count(), 2, "nothing is left behind");
}

#[test]
fn a_folder_that_is_not_there_is_said_plainly() {
    let room = room("nowhere");
    for order in ["check", "fmt"] {
        let output = run(&room, &[order, "no-such-pack"]);
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("no-such-pack cannot be read"), "{said}");
    }
}
