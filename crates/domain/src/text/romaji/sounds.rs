//! Kana as sounds, and sounds in Hepburn's letters with macrons.

/// A piece of sound.
pub(super) enum Sound {
    /// Consonant, vowel, and whether a stretch of writing begins with it, so that it lengthens nothing before it.
    Mora(&'static str, char, bool),
    /// ん
    N,
    /// っ
    Stop,
    /// ー
    Long,
}

/// Adds the sounds of a stretch of kana; none where it cannot be read.
pub(super) fn syllables(text: &str, sounds: &mut Vec<Sound>) -> Option<()> {
    for (at, c) in text.chars().enumerate() {
        let hiragana = match c {
            'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60)?,
            c => c,
        };
        let first = at == 0;
        let sound = match hiragana {
            'ー' => Sound::Long,
            'ん' => Sound::N,
            'っ' => Sound::Stop,
            'ゃ' | 'ゅ' | 'ょ' | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' => {
                let Some(Sound::Mora(consonant, vowel, first)) = sounds.pop() else {
                    return None;
                };
                let (consonant, vowel) = match hiragana {
                    'ゃ' => (with_y(consonant, vowel)?, 'a'),
                    'ゅ' => (with_y(consonant, vowel)?, 'u'),
                    'ょ' => (with_y(consonant, vowel)?, 'o'),
                    small => with_small(consonant, vowel, small)?,
                };
                Sound::Mora(consonant, vowel, first)
            }
            other => {
                let (consonant, vowel) = mora(other)?;
                Sound::Mora(consonant, vowel, first)
            }
        };
        sounds.push(sound);
    }
    Some(())
}

/// A kana of normal size in hiragana, as consonant and vowel.
fn mora(kana: char) -> Option<(&'static str, char)> {
    const ROWS: [(&str, &str); 13] = [
        ("", "あいうえお"),
        ("k", "かきくけこ"),
        ("g", "がぎぐげご"),
        ("s", "さしすせそ"),
        ("z", "ざじずぜぞ"),
        ("t", "たちつてと"),
        ("d", "だぢづでど"),
        ("n", "なにぬねの"),
        ("h", "はひふへほ"),
        ("b", "ばびぶべぼ"),
        ("p", "ぱぴぷぺぽ"),
        ("m", "まみむめも"),
        ("r", "らりるれろ"),
    ];
    Some(match kana {
        'し' => ("sh", 'i'),
        'じ' | 'ぢ' => ("j", 'i'),
        'ち' => ("ch", 'i'),
        'つ' => ("ts", 'u'),
        'づ' => ("z", 'u'),
        'ふ' => ("f", 'u'),
        'ゔ' => ("v", 'u'),
        'や' => ("y", 'a'),
        'ゆ' => ("y", 'u'),
        'よ' => ("y", 'o'),
        'わ' => ("w", 'a'),
        'を' => ("", 'o'),
        _ => ROWS.iter().find_map(|(consonant, row)| {
            let at = row.chars().position(|known| known == kana)?;
            Some((*consonant, ['a', 'i', 'u', 'e', 'o'][at]))
        })?,
    })
}

/// The consonant before a small ゃ, ゅ or ょ.
fn with_y(consonant: &'static str, vowel: char) -> Option<&'static str> {
    Some(match (consonant, vowel) {
        ("sh" | "ch" | "j", 'i') => consonant,
        ("k", 'i') => "ky",
        ("g", 'i') => "gy",
        ("n", 'i') => "ny",
        ("h", 'i') => "hy",
        ("b", 'i') => "by",
        ("p", 'i') => "py",
        ("m", 'i') => "my",
        ("r", 'i') => "ry",
        ("t", 'e') => "ty",
        ("d", 'e') => "dy",
        ("f", 'u') => "fy",
        _ => return None,
    })
}

/// A kana with a small vowel, as loanwords have it.
fn with_small(consonant: &'static str, vowel: char, small: char) -> Option<(&'static str, char)> {
    let small = mora(char::from_u32(u32::from(small) + 1)?)?.1;
    Some(match (consonant, vowel, small) {
        ("f" | "v" | "ts", 'u', _) | ("sh" | "ch" | "j", 'i', 'e') => (consonant, small),
        ("", 'u', 'i' | 'e' | 'o') => ("w", small),
        ("", 'i', 'e') => ("y", small),
        ("k", 'u', _) => ("kw", small),
        ("g", 'u', 'a') => ("gw", small),
        ("t" | "d", 'e', 'i') | ("t" | "d", 'o', 'u') => (consonant, small),
        _ => return None,
    })
}

/// Sounds in a row, with what they do to each other.
pub(super) fn joined(sounds: &[Sound]) -> Option<String> {
    let mut out = String::new();
    let mut stop = false;
    for (at, sound) in sounds.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| sounds.get(at));
        match sound {
            Sound::Mora("", vowel, false)
                if !stop
                    && matches!((out.chars().last(), *vowel), (Some(a), b) if a == b && b != 'i' || (a, b) == ('o', 'u')) =>
            {
                lengthen(&mut out)?;
            }
            Sound::Mora(consonant, vowel, _) => {
                if stop {
                    out.push(match *consonant {
                        "ch" => 't',
                        other => other.chars().next()?,
                    });
                }
                if matches!(before, Some(Sound::N))
                    && (consonant.is_empty() || consonant.starts_with('y'))
                {
                    out.push('\'');
                }
                out.push_str(consonant);
                out.push(*vowel);
            }
            Sound::N if !stop => out.push('n'),
            Sound::Long if !stop => lengthen(&mut out)?,
            Sound::Stop if !stop => {}
            Sound::N | Sound::Long | Sound::Stop => return None,
        }
        stop = matches!(sound, Sound::Stop);
    }
    (!stop).then_some(out)
}

/// Puts a macron over the last vowel.
fn lengthen(out: &mut String) -> Option<()> {
    let long = match out.pop()? {
        'a' => 'ā',
        'i' => 'ī',
        'u' => 'ū',
        'e' => 'ē',
        'o' => 'ō',
        _ => return None,
    };
    out.push(long);
    Some(())
}
