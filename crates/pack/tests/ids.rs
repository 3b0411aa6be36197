//! `write_missing_ids`: what authors left out is written, everything else stays byte for byte.

mod common;

use common::{PICTURES, folder, specimen, text};
use pack::{Code, Files, write_missing_ids};

const FILE: &str = "lessons/02-kunci.md";

/// The specimen with changes to one file.
fn changed(changes: &[(&str, &str)]) -> Files {
    let mut files = specimen();
    let mut now = text(&files, FILE).to_owned();
    for (old, new) in changes {
        assert_eq!(now.matches(old).count(), 1, "{old}");
        now = now.replace(old, new);
    }
    files.insert(FILE.to_owned(), now.into_bytes());
    files
}

/// After ids were written, the file is the specimen with these other changes.
#[track_caller]
fn written(left_out: &[(&str, &str)], expected: &[(&str, &str)]) {
    let files = changed(left_out);
    let (_, findings) = pack::compile_folder(&files, &PICTURES);
    assert!(findings.iter().any(|finding| finding.code == Code::P020));
    let got = write_missing_ids(&files);
    assert_eq!(got.keys().collect::<Vec<_>>(), [FILE]);
    let expected = changed(expected);
    assert_eq!(text(&got, FILE), text(&expected, FILE));
    let mut whole = files;
    whole.extend(got);
    assert!(write_missing_ids(&whole).is_empty(), "once is enough");
    let (_, findings) = pack::compile_folder(&whole, &PICTURES);
    assert!(findings.iter().all(|finding| finding.code != Code::P020));
}

#[test]
fn what_has_every_id_is_left_alone() {
    assert!(write_missing_ids(&specimen()).is_empty());
    for pack in ["lessons/kana", "lessons/a1-mulai"] {
        let changed = write_missing_ids(&folder(pack));
        assert!(changed.is_empty(), "{pack}: {:?}", changed.keys());
    }
}

#[test]
fn an_exercise_gets_the_number_after_the_highest() {
    // kunci-p05 is a passage's id, kunci-p02 a typing's: the letter alone counts.
    written(
        &[
            ("id = \"kunci-p04\"\n", ""),
            ("id = \"kunci-p01\"\n", ""),
            ("id = \"kunci-w01\"\n", ""),
        ],
        &[
            ("id = \"kunci-p04\"\n", "id = \"kunci-d01\"\n"),
            ("id = \"kunci-p01\"\n", "id = \"kunci-c01\"\n"),
            ("id = \"kunci-w01\"\n", "id = \"kunci-m01\"\n"),
        ],
    );
    let passage = ("id = \"kunci-b01\"\n", "");
    written(
        &[passage],
        &[("id = \"kunci-b01\"\n", "id = \"kunci-p06\"\n")],
    );
}

#[test]
fn options_pairs_and_questions_get_the_next_letter() {
    written(
        &[(
            "{ id = \"b\", text.id = \"di meja\"",
            "{ text.id = \"di meja\"",
        )],
        &[(
            "{ id = \"b\", text.id = \"di meja\"",
            "{ id = \"d\", text.id = \"di meja\"",
        )],
    );
    written(
        &[("{ id = \"c\", left.icon", "{left.icon")],
        &[("{ id = \"c\", left.icon", "{ id = \"c\",left.icon")],
    );
    written(
        &[
            ("{ id = \"kunci-b01a\", can-do", "{ can-do"),
            (
                "{ id = \"a\", text.id = \"tempat\"",
                "{ text.id = \"tempat\"",
            ),
            ("{ id = \"b\", text.id = \"nama\"", "{ text.id = \"nama\""),
        ],
        &[],
    );
}

#[test]
fn dialogues_and_their_lines_get_the_next_number() {
    written(&[("id = \"d1\"\n", "")], &[]);
    written(&[("#l1 サリ", "サリ")], &[("#l1 サリ", "#l3 サリ")]);
    written(&[("#l1 サリ", "サリ"), ("#l2 田中", "# 田中")], &[]);
}

#[test]
fn tables_with_headings_of_their_own_are_understood() {
    let old = "options = [\n  { id = \"a\", ja = \"いえ\", right = true },\n  { id = \"b\", ja = \"{部屋|へや}\", \
               why.id = \"{部屋|へや} hanya satu kamar.\" },\n]\n";
    let long = |a: &str, b: &str| {
        format!(
            "[[options]]\n{a}ja = \"いえ\"\nright = true\n[[options]] # yang lain\n{b}ja = \"{{部屋|へや}}\"\n\
             why.id = \"Satu kamar.\"\n"
        )
    };
    written(
        &[(old, &long("", ""))],
        &[(old, &long("id = \"a\"\n", "id = \"b\"\n"))],
    );
}

#[test]
fn byte_order_marks_and_windows_line_ends_stay() {
    let windows = |files: &Files| {
        let now = text(files, FILE).replace('\n', "\r\n");
        Files::from([(FILE.to_owned(), format!("\u{feff}{now}").into_bytes())])
    };
    let files = windows(&changed(&[
        ("id = \"d1\"\n", ""),
        ("#l2 田中", "田中"),
        ("id = \"kunci-b01\"\n", ""),
    ]));
    let expected = windows(&changed(&[("id = \"kunci-b01\"", "id = \"kunci-p06\"")]));
    assert!(write_missing_ids(&files) == expected);
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    let broken = [
        ("+++\nid = \"kunci\"", "---\nid = \"kunci\""),
        ("id = \"kunci\"\nnumber", "id = \"Kunci!\"\nnumber"),
        ("id = \"kunci\"\nnumber", "id = \nnumber"),
    ];
    for change in broken {
        let files = changed(&[change, ("id = \"kunci-p04\"\n", "")]);
        assert!(write_missing_ids(&files).is_empty(), "{}", change.1);
    }
    let block = changed(&[("id = \"kunci-p04\"\n", "words = \n")]);
    assert!(write_missing_ids(&block).is_empty());
}

#[test]
fn long_names_leave_room_for_a_number() {
    let long = "a-lesson-with-a-very-long-name-for-an-id";
    let files = changed(&[
        (
            "id = \"kunci\"\nnumber",
            &format!("id = \"{long}\"\nnumber"),
        ),
        ("id = \"kunci-p04\"\n", ""),
    ]);
    let got = write_missing_ids(&files);
    let id = text(&got, FILE)
        .lines()
        .find(|line| line.ends_with("-d01\""));
    assert!(id.is_some_and(|line| line.len() <= "id = \"\"".len() + domain::ids::ID_MAX));
}
