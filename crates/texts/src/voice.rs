//! Tests of how the texts speak: the rules of voice and typography that a machine can see.

use crate::{FindingTexts, Lang, Texts, ToolTexts};

/// A rule, and whether a text breaks it.
type Rule = (&'static str, fn(&str) -> bool);

/// Faults of a language's texts: each rule that a text breaks, with the text.
fn breaches(lang: Lang, rules: &[Rule]) -> Vec<String> {
    let tables = [
        Texts::table_json(lang),
        FindingTexts::table_json(lang),
        ToolTexts::table_json(lang),
    ];
    let texts = tables.into_iter().flat_map(|table| {
        let table: Vec<String> = serde_json::from_str(table).expect("a table");
        table.into_iter().skip(2)
    });
    let broken = |text: &String| -> Vec<String> {
        let broken = rules.iter().filter(|(_, breaks)| breaks(text));
        broken
            .map(|(rule, _)| format!("{}: {rule}: {text}", lang.tag()))
            .collect()
    };
    texts.flat_map(|text| broken(&text)).collect()
}

fn has_word(text: &str, word: &str) -> bool {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .any(|own| own == word)
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '々')
}

fn follows_japanese(text: &str, marks: &str) -> bool {
    let next = text.chars().skip(1);
    text.chars()
        .zip(next)
        .any(|(before, mark)| is_japanese(before) && marks.contains(mark))
}

const EVERYWHERE: [Rule; 4] = [
    ("an ellipsis is one sign, …", |text| text.contains("...")),
    ("quotation marks are “ ” or 「」", |text| {
        text.contains('"')
    }),
    ("one space is enough", |text| text.trim().contains("  ")),
    ("no space at the ends", |text| text.trim() != text),
];

#[test]
fn every_language_keeps_to_the_typography() {
    let breaches: Vec<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| breaches(lang, &EVERYWHERE))
        .collect();
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn indonesian_is_adult_and_does_not_shout() {
    let rules: [Rule; 3] = [
        ("never “kamu”", |text| {
            has_word(text, "kamu") || has_word(text, "kau")
        }),
        ("“belum tepat”, not “salah”", |text| {
            text.to_lowercase().starts_with("salah")
        }),
        ("one exclamation mark at most", |text| {
            text.matches('!').count() > 1
        }),
    ];
    let breaches = breaches(Lang::Id, &rules);
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn japanese_uses_its_own_signs() {
    let rules: [Rule; 2] = [
        ("、。！？：are full width after Japanese", |text| {
            follows_japanese(text, ",.!?:")
        }),
        ("kana are full width", |text| {
            text.contains(|c| matches!(c, '\u{ff66}'..='\u{ff9f}'))
        }),
    ];
    let breaches = breaches(Lang::Ja, &rules);
    assert!(breaches.is_empty(), "{breaches:#?}");
}
