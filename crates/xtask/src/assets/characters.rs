//! Which characters a font must draw: found in the texts, never listed by hand.

use crate::place;
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::Path;

/// Every Japanese character in the text files below `folder` whose path within it is `wanted`.
pub fn japanese_in(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<BTreeSet<char>> {
    let mut found = BTreeSet::new();
    for (name, path) in place::files_below(folder)? {
        if !wanted(&name) {
            continue;
        }
        if matches!(
            crate::dist::extension(&name),
            "md" | "toml" | "csv" | "ftl" | "json"
        ) {
            found.extend(place::text(&path)?.chars().filter(|c| is_japanese(*c)));
        }
    }
    Ok(found)
}

/// Kana, kanji, full-width forms and the punctuation that goes with them.
pub fn is_japanese(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
        // Reserved places in the blocks are no characters.
        && !matches!(c, '\u{3097}' | '\u{3098}')
}

/// What every subset holds whether a text uses it yet or not: a learner may type any kana.
pub fn always() -> impl Iterator<Item = char> {
    ('\u{3041}'..='\u{3096}')
        .chain('\u{309b}'..='\u{309e}')
        .chain('\u{30a1}'..='\u{30fe}')
        .chain('\u{3000}'..='\u{3002}')
        .chain('\u{3005}'..='\u{3011}')
        .chain([
            '〜', '～', '！', '？', '（', '）', '：', '，', '．', '％', '￥',
        ])
        .chain('！'..='～')
}

/// Signs that a subset takes along where the font has them.
pub fn where_present() -> impl Iterator<Item = char> {
    (' '..='~')
        .chain('\u{a0}'..='\u{ff}')
        .chain("āīūēōĀĪŪĒŌ–—‘’“”†‡…‥※℃→←↑↓⇒○●◎△▲▽▼◇◆□■☆★♪×÷±≠≦≧∞".chars())
}
