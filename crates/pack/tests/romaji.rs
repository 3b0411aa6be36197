//! The romaji of the lessons that ship with the app: typed as an answer it is right, so it says what the kana say.

mod common;

use common::{folder, top};
use domain::kinds::{Answer, Outcome};
use domain::model::{Lesson, Piece, Words};
use domain::text::Ja;
use domain::typed;

/// The words, and the lines of dialogues, of a pack in `lessons`.
fn shown(pack: &str) -> Vec<Ja> {
    let icons = std::fs::read_to_string(top("static/icons.toml")).unwrap();
    let pictures: Vec<&str> = icons
        .lines()
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .collect();
    let (compiled, findings) = pack::compile_folder(&folder(pack), &pictures);
    let files = compiled
        .unwrap_or_else(|| panic!("{pack}: {findings:?}"))
        .files;
    let words: Words = serde_json::from_slice(&files["words.json"]).unwrap();
    let lessons = files.iter().filter(|(name, _)| name.starts_with("lesson/"));
    let lessons = lessons.map(|(_, bytes)| serde_json::from_slice::<Lesson>(bytes).unwrap());
    let pieces = lessons
        .flat_map(|lesson| lesson.steps)
        .flat_map(|step| step.pieces);
    let lines = pieces.filter_map(|piece| match piece {
        Piece::Dialogue(dialogue) => Some(dialogue.lines.clone()),
        Piece::Prose(_)
        | Piece::Words(_)
        | Piece::Kanji(_)
        | Piece::Kana(_)
        | Piece::Exercise(_) => None,
    });
    let words = words.0.into_iter().map(|word| word.ja);
    words.chain(lines.flatten().map(|line| line.ja)).collect()
}

#[test]
fn the_romaji_of_our_lessons_is_what_their_kana_say() {
    let (mut with, mut without, mut wrong) = (0, Vec::new(), Vec::new());
    for ja in ["lessons/kana", "lessons/a1-mulai"]
        .iter()
        .flat_map(|pack| shown(pack))
    {
        let Some(latin) = ja.romaji() else {
            without.push(ja.to_string());
            continue;
        };
        with += 1;
        if ["を", "ヲ"].contains(&ja.written().as_str()) {
            // The character alone is read o, and nobody types it so.
            assert_eq!(latin, "o");
            continue;
        }
        // A hyphen that is typed is a long vowel.
        let answer = Answer::Text(latin.replace("-san", " san"));
        let verdict = typed::grade(&ja, &[], &answer);
        if verdict.outcome == Outcome::Wrong {
            wrong.push(format!("{ja} as {latin}: {:?}", verdict.reasons));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(with > 500, "{with} have romaji");
    assert!(
        without.len() * 50 < with,
        "too many are not certain: {without:?}"
    );
}
