//! From what was typed to kana that can be compared.

use super::is_word;
use crate::text::{Ja, is_kanji};
use wana_kana::ConvertJapanese;

/// A typed answer made comparable, with what had to be overlooked on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Kana without spaces or punctuation, script as typed (romaji becomes hiragana).
    pub kana: String,
    /// For each kana: whether it came from romaji, so that its script says nothing.
    pub from_romaji: Vec<bool>,
    /// Positions in `kana` before which a space stood.
    pub spaces: Vec<usize>,
    /// Full-width Latin or half-width katakana was used.
    pub width: bool,
    /// `n` was read as `n'`.
    pub n_apostrophe: bool,
}

/// The kana of what was typed, for the live line under the field: spaces kept, nothing judged.
pub fn preview(text: &str) -> String {
    let (plain, _) = plain_width(text);
    let mut out = String::new();
    for (run, latin) in runs(&plain) {
        out.push_str(&if latin { romaji(&run) } else { run });
    }
    out
}

/// What was typed, made comparable in the plainest reading.
pub fn typed(text: &str) -> Typed {
    build(text, &|run| run.to_owned())
}

/// The ways to read what was typed, given the right answer it is compared with: kanji of the answer are read as the
/// answer reads them, and an ambiguous romaji `n` is read both ways.
pub(super) fn readings_of(text: &str, right: &Ja) -> Vec<Typed> {
    let text = read_kanji(&read_digits(text, right), right);
    let mut all = vec![typed(&text)];
    if text.is_ascii()
        || text
            .chars()
            .any(|c| c.is_ascii_alphabetic() || ('ａ'..='ｚ').contains(&c))
    {
        // An input method reads `nn` before a vowel as ん; Hepburn readers read it as ん + n.
        let ime = build(&text, &|run| apostrophes(run, true));
        if ime != all[0] {
            all.push(ime);
        }
        // Indonesian names and loanwords: `ti` and `di` are ティ and ディ where the answer has them, not チ and ヂ.
        if right.reading().contains(['ィ', 'ゥ', 'ぃ', 'ぅ']) {
            all.push(build(&text, &foreign));
        }
        for mask in 1..16_u32 {
            let variant = build(&text, &|run| single_apostrophes(run, mask));
            if all.iter().all(|known| known.kana != variant.kana) {
                all.push(Typed {
                    n_apostrophe: true,
                    ..variant
                });
            }
        }
    }
    all
}

fn build(text: &str, romaji_form: &dyn Fn(&str) -> String) -> Typed {
    let (plain, width) = plain_width(text);
    let mut out = Typed {
        width,
        ..Typed::default()
    };
    let mut length = 0;
    for (run, latin) in runs(&plain) {
        let kana = if latin {
            romaji(&romaji_form(&run))
        } else {
            run
        };
        for c in kana.chars() {
            if c.is_whitespace() {
                if length > 0 {
                    out.spaces.push(length);
                }
            } else if is_word(c) {
                out.kana.push(c);
                out.from_romaji.push(latin);
                length += 1;
            }
        }
    }
    out.spaces.retain(|at| *at < length);
    out
}

/// Splits into runs of Latin letters (with the marks romaji uses) and of everything else.
fn runs(text: &str) -> Vec<(String, bool)> {
    let mut out: Vec<(String, bool)> = Vec::new();
    for c in text.chars() {
        let mark = matches!(c, '\'' | '’' | '-' | 'ー');
        let after_latin = out.last().is_some_and(|(_, latin)| *latin);
        let latin = is_latin(c) || (mark && after_latin);
        match out.last_mut() {
            Some((run, same)) if *same == latin => run.push(c),
            _ => out.push((c.to_string(), latin)),
        }
    }
    out
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, 'ā' | 'ī' | 'ū' | 'ē' | 'ō' | 'â' | 'î' | 'û' | 'ê' | 'ô')
}

/// Romaji to hiragana. A macron or a hyphen becomes `ー`, which fits any spelling of a long vowel.
fn romaji(run: &str) -> String {
    let mut latin = String::new();
    for c in lower(run).chars() {
        match c {
            'ā' | 'â' => latin.push_str("a-"),
            'ī' | 'î' => latin.push_str("i-"),
            'ū' | 'û' => latin.push_str("u-"),
            'ē' | 'ê' => latin.push_str("e-"),
            'ō' | 'ô' => latin.push_str("o-"),
            '’' => latin.push('\''),
            'ー' => latin.push('-'),
            c => latin.push(c),
        }
    }
    // Hepburn of old writes m before b, p and m; an input method wants a final nn.
    for (from, to) in [("mb", "nb"), ("mp", "np"), ("mm", "nm"), ("tch", "cch")] {
        latin = latin.replace(from, to);
    }
    if let Some(stem) = latin.strip_suffix("nn") {
        latin = format!("{stem}n");
    }
    let parts: Vec<String> = latin
        .split('-')
        .map(|part| hiragana_of(part).replace('\'', ""))
        .collect();
    parts.join("ー")
}

/// Lower-case romaji to hiragana. The crate's `to_hiragana` would do it too, but brings its katakana and romaji tables and
/// Unicode's case tables into the app: 20 KB gzip.
fn hiragana_of(latin: &str) -> String {
    latin.to_kana()
}

/// Latin letters in lower case, those with the marks of romaji too.
fn lower(run: &str) -> String {
    run.chars()
        .map(|c| match c {
            'Ā' | 'Â' => 'ā',
            'Ī' | 'Î' => 'ī',
            'Ū' | 'Û' => 'ū',
            'Ē' | 'Ê' => 'ē',
            'Ō' | 'Ô' => 'ō',
            c => c.to_ascii_lowercase(),
        })
        .collect()
}

/// `nn` before a vowel read as ん alone.
fn apostrophes(run: &str, _ime: bool) -> String {
    let mut out = lower(run);
    for vowel in ["a", "i", "u", "e", "o", "y"] {
        out = out.replace(&format!("nn{vowel}"), &format!("n'{vowel}"));
    }
    out
}

/// The spellings of an input method for ティ, ディ, トゥ and ドゥ, long ones too.
fn foreign(run: &str) -> String {
    let mut out = String::new();
    for c in lower(run).chars() {
        let between = match (out.chars().last(), c) {
            (Some('t' | 'd'), 'i' | 'ī' | 'î') => Some('h'),
            (Some('t' | 'd'), 'u' | 'ū' | 'û') => Some('w'),
            _ => None,
        };
        out.extend(between);
        out.push(c);
    }
    out
}

/// Puts an apostrophe after the single `n`s before a vowel that `mask` chooses (the first four).
fn single_apostrophes(run: &str, mask: u32) -> String {
    let letters: Vec<char> = lower(run).chars().collect();
    let mut out = String::new();
    let mut seen = 0;
    for (at, c) in letters.iter().enumerate() {
        out.push(*c);
        let before_vowel = letters
            .get(at + 1)
            .is_some_and(|next| "aiueoy".contains(*next));
        let doubled = at > 0 && letters[at - 1] == 'n';
        if *c == 'n' && before_vowel && !doubled && at > 0 {
            if seen < 4 && mask >> seen & 1 == 1 {
                out.push('\'');
            }
            seen += 1;
        }
    }
    out
}

/// Kanji that the right answer has are read as it reads them; each is used once, in order.
fn read_kanji(text: &str, right: &Ja) -> String {
    if !text.chars().any(is_kanji) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut rest = text.to_owned();
    for segment in right.segments() {
        if let Some(ruby) = &segment.ruby
            && let Some((before, after)) = rest.split_once(&*segment.base)
        {
            out.push_str(before);
            out.push_str(ruby);
            rest = after.to_owned();
        }
    }
    out + &rest
}

/// Digits are read as the right answer reads the numeral in their place (9 for 九).
fn read_digits(text: &str, right: &Ja) -> String {
    const NUMERALS: [(&str, &str); 12] = [
        ("10", "十"),
        ("11", "十一"),
        ("12", "十二"),
        ("1", "一"),
        ("2", "二"),
        ("3", "三"),
        ("4", "四"),
        ("5", "五"),
        ("6", "六"),
        ("7", "七"),
        ("8", "八"),
        ("9", "九"),
    ];
    let (plain, _) = plain_width(text);
    if !plain.chars().any(|c| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut rest = plain.as_str();
    // The whole segment ("九時") is taken when the digits and the rest of it were typed, else the numeral's own reading.
    for segment in right.segments() {
        let Some(ruby) = &segment.ruby else { continue };
        for (digits, numeral) in NUMERALS.iter().rev() {
            let Some(tail) = segment.base.strip_prefix(numeral) else {
                continue;
            };
            let Some(at) = rest.find(digits) else {
                continue;
            };
            let after = &rest[at + digits.len()..];
            let tail_reading = tail_of(ruby, tail);
            let written = after.strip_prefix(tail).filter(|_| !tail.is_empty());
            let spoken = tail_reading
                .as_deref()
                .and_then(|reading| after.strip_prefix(reading));
            if let Some(left) = written.or(spoken).or(tail.is_empty().then_some(after)) {
                out.push_str(&rest[..at]);
                out.push_str(ruby);
                rest = left;
                break;
            }
        }
    }
    out + rest
}

/// The reading of the common counters, as the end of the reading of the whole.
fn tail_of(ruby: &str, tail: &str) -> Option<String> {
    let ends: &[&str] = match tail {
        "時" => &["じ"],
        "分" => &["ふん", "ぷん"],
        "月" => &["がつ"],
        "日" => &["にち", "か"],
        "人" => &["にん", "り"],
        _ => return None,
    };
    ends.iter()
        .find(|end| ruby.ends_with(**end))
        .map(|end| (*end).to_owned())
}

/// Full-width Latin to ASCII and half-width katakana to full width; says whether there was any.
fn plain_width(text: &str) -> (String, bool) {
    let mut out = String::new();
    let mut changed = false;
    for c in text.chars() {
        match c {
            '\u{ff01}'..='\u{ff5e}' => {
                let plain = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
                // Punctuation of Japanese keyboards is no slip.
                changed |= plain.is_ascii_alphanumeric();
                out.push(plain);
            }
            '\u{ff66}'..='\u{ff9d}' => {
                changed = true;
                out.push(
                    HALF_KATAKANA
                        .chars()
                        .nth((c as u32 - 0xff66) as usize)
                        .unwrap_or(c),
                );
            }
            'ﾞ' | 'ﾟ' => {
                changed = true;
                if let Some(last) = out.pop() {
                    out.push(voiced(last, c == 'ﾟ'));
                }
            }
            c => out.push(c),
        }
    }
    (out, changed)
}

const HALF_KATAKANA: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

fn voiced(c: char, half: bool) -> char {
    let step = if half { 2 } else { 1 };
    match c {
        'ウ' if !half => 'ヴ',
        'カ'..='ト' | 'ハ'..='ホ' => char::from_u32(c as u32 + step).unwrap_or(c),
        c => c,
    }
}
