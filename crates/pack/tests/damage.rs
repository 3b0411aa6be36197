//! However a pack is damaged, reading it ends with findings, never with a panic.

mod common;

use common::{PICTURES, specimen};
use pack::Files;
use testkit::Luck;

/// What confuses readers of TOML, Markdown, CSV and ruby.
const TOKENS: [&str; 26] = [
    "```",
    "```choice\n",
    "```en\n",
    "+++",
    "+++\n",
    "---\n",
    "## ",
    "{#",
    "}",
    "{",
    "|",
    "\"",
    "\"\"\"",
    "[[",
    "]",
    ",",
    " = ",
    "\r",
    "\n",
    "\u{feff}",
    "\u{f0000}",
    "> ",
    "- ",
    "<b>",
    "＿＿",
    "#l1 サリ: ",
];

/// One to four changes of bytes, somewhere in the pack.
fn damaged(luck: &mut Luck) -> Files {
    let mut files = specimen();
    let names: Vec<String> = files.keys().cloned().collect();
    for _ in 0..=luck.below(4) {
        let bytes = files.entry(luck.one_of(&names).clone()).or_default();
        let at = luck.below(bytes.len() + 1);
        let end = bytes.len().min(at + luck.below(40));
        match luck.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            3 => drop(bytes.splice(at..at, luck.one_of(&TOKENS).bytes())),
            4 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(luck.below(256)).unwrap_or_default();
                }
            }
            _ => {
                let from = luck.one_of(&names).clone();
                let other = files.get(&from).cloned().unwrap_or_default();
                files.insert(luck.one_of(&names).clone(), other);
            }
        }
    }
    files
}

/// Reads a damaged pack, and writes ids into it; a panic in here is what the test looks for.
fn read(files: &Files) {
    let (compiled, findings) = pack::compile_folder(files, &PICTURES);
    assert!(
        compiled.is_some() || !findings.is_empty(),
        "it says nothing"
    );
    for finding in &findings {
        assert!(!finding.to_string().is_empty());
    }
    let mut with_ids = files.clone();
    with_ids.extend(pack::write_missing_ids(files));
    let again = pack::write_missing_ids(&with_ids);
    assert!(
        again.is_empty(),
        "ids were written twice: {:?}",
        again.keys()
    );
}

#[test]
fn no_damage_to_a_pack_ends_in_a_panic() {
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    let each = |hand: usize| {
        for seed in (0..2000_u64).skip(hand).step_by(hands) {
            let files = damaged(&mut Luck::new(seed));
            assert!(
                std::panic::catch_unwind(|| read(&files)).is_ok(),
                "seed {seed}"
            );
        }
    };
    std::thread::scope(|scope| {
        for hand in 0..hands {
            scope.spawn(move || each(hand));
        }
    });
}

#[test]
fn prose_of_any_depth_is_read() {
    for mark in ["> ", "- ", "*a ", "**a ", "1. ", "| ", "{", "["] {
        let mut files = specimen();
        let name = "lessons/01-huruf-a.md";
        let text = common::text(&files, name);
        let text = text.replace("Dua huruf pertama.", &mark.repeat(4000));
        files.insert(name.to_owned(), text.into_bytes());
        let (compiled, findings) = pack::compile_folder(&files, &PICTURES);
        assert!(compiled.is_some() || !findings.is_empty(), "{mark}");
    }
}
