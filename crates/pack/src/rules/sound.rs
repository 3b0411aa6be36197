//! Everything can be spoken: a word has an accent, a reading with accent says what is written.

use super::texts;
use crate::finding::Finding;
use crate::source::Source;
use crate::wrong::{Key, Wrong};
use domain::text::{Ja, is_kana};

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    for (line, word) in &source.words {
        let mut add = |wrong| {
            findings.push(Finding::new(wrong, "words.csv", *line).about(word.key.as_str()));
        };
        if word.accent.is_none() && word.yomi.is_none() && word.audio.is_none() {
            let word = word.ja.written();
            add(Wrong::NoSound { word });
        }
        if let Some(yomi) = &word.yomi {
            self::yomi(yomi, &word.ja).into_iter().for_each(add);
        }
    }
    for (file, line, id, spoken) in texts::spoken(source) {
        if let Some(yomi) = &spoken.yomi {
            let wrong = self::yomi(yomi, &spoken.ja).into_iter();
            findings.extend(wrong.map(|wrong| Finding::new(wrong, file, line).about(id)));
        }
    }
}

/// What is wrong with a reading with accent.
fn yomi(yomi: &str, ja: &Ja) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let add = |reason: Key, phrase: &str| Wrong::Yomi {
        reason,
        phrase: phrase.to_owned(),
        writing: ja.written(),
    };
    for phrase in yomi.split_whitespace() {
        let (kana, accent) = phrase.split_once('/').unwrap_or((phrase, ""));
        // Marks of a sentence may stand behind the accent.
        let accent = accent.trim_end_matches(|c: char| !c.is_ascii_digit());
        let beats = beats(kana);
        match accent.parse::<usize>() {
            Err(_) => wrong.push(add("no-accent", phrase)),
            Ok(accent) if accent > beats => wrong.push(Wrong::Accent {
                accent: accent.to_string(),
                beats,
                reading: kana.to_owned(),
            }),
            Ok(_) => {}
        }
        if kana.chars().any(|c| c.is_alphanumeric() && !is_kana(c)) {
            wrong.push(add("not-kana", phrase));
        }
    }
    // A katakana word may be written in hiragana for once; it sounds the same.
    let plain = |text: &str| -> String {
        let kana = text.chars().filter(|c| is_kana(*c));
        kana.map(hiragana).collect()
    };
    let reading = ja.reading();
    // Where something has no reading (kanji, digits, Latin letters), nothing can be compared.
    let readable = reading.chars().all(|c| !c.is_alphanumeric() || is_kana(c));
    if readable && plain(yomi) != plain(&reading) {
        wrong.push(add("differs", yomi));
    }
    wrong
}

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        c => c,
    }
}

/// The beats of a reading: small kana but っ join the one before.
pub fn beats(reading: &str) -> usize {
    let small = "ゃゅょャュョァィゥェォぁぃぅぇぉ";
    let beats = reading
        .chars()
        .filter(|c| is_kana(*c) && !small.contains(*c));
    beats.count()
}
