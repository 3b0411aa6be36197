//! Kana in Latin letters, for those who do not read kana yet: Hepburn, long vowels with a macron.
//!
//! Invariant: a wrong reading is worse than none. Where the text does not say how it is read (a kanji without furigana,
//! a digit, は in the middle of a phrase, う that may begin a word of its own) there is no romaji.

mod sounds;

use super::{Ja, is_kana};
use sounds::{joined, syllables};

/// Everyday words with は inside: read as written.
const WITH_HA: [&str; 3] = ["おはよ", "ごはん", "はは"];

/// Kana in which う may be a vowel of its own: おもう is o-mo-u, おうち is o-u-chi.
const SPLIT_U: [&str; 6] = ["おもう", "おうち", "のうち", "のうえ", "すう", "ぬう"];

/// Greetings that end in the particle, written as one word.
const GREETINGS: [&str; 2] = ["こんにちは", "こんばんは"];

impl Ja {
    /// How it is read, in Latin letters; none where that is not certain. Phrases must stand apart by spaces.
    pub fn romaji(&self) -> Option<String> {
        let mut out = String::new();
        let phrases = self.phrases();
        for (at, phrase) in phrases.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| phrases[at].first());
            let quoted = before.is_some_and(|(text, _)| text.ends_with(['」', '』', '）', ')']));
            out.push_str(
                &match lone_particle(phrase).filter(|_| written(&phrases) > 1) {
                    // Behind a word in quotes it is the particle of that word, elsewhere it may be anything.
                    Some(sound) if quoted => format!(" {sound}"),
                    Some(_) => return None,
                    None if quoted && begins_with_particle(phrase) => return None,
                    None => romaji_of(phrase)?,
                },
            );
        }
        let words: Vec<&str> = out.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" ").replace(" ”", "”"))
    }

    /// Its phrases: stretches of one script, each with whether it is furigana; what stands between phrases is one too.
    fn phrases(&self) -> Vec<Vec<(String, bool)>> {
        let mut phrases: Vec<Vec<(String, bool)>> = vec![Vec::new()];
        for segment in self.segments() {
            if let (Some(ruby), Some(last)) = (&segment.ruby, phrases.last_mut()) {
                last.push((ruby.to_string(), true));
                continue;
            }
            let mut script = None;
            for c in segment.base.chars() {
                if !is_kana(c) {
                    script = None;
                    phrases.push(vec![(c.to_string(), false)]);
                    phrases.push(Vec::new());
                    continue;
                }
                // A long mark belongs to what it stands behind.
                let here = if c == 'ー' {
                    script
                } else {
                    Some(is_hiragana(c))
                };
                let goes_on = script.is_some() && here == script;
                script = here;
                if let Some(phrase) = phrases.last_mut() {
                    match phrase.last_mut() {
                        Some((text, false)) if goes_on => text.push(c),
                        _ => phrase.push((c.to_string(), false)),
                    }
                }
            }
        }
        phrases
    }
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}')
}

/// How many phrases there are, without what stands between them.
fn written(phrases: &[Vec<(String, bool)>]) -> usize {
    let is_kana_of = |(text, _): &(String, bool)| text.chars().all(is_kana);
    let phrases = phrases
        .iter()
        .filter(|phrase| phrase.first().is_some_and(is_kana_of));
    phrases.count()
}

/// The sound of a particle that stands alone.
fn lone_particle(phrase: &[(String, bool)]) -> Option<&'static str> {
    match phrase {
        [(text, false)] if text == "は" => Some("wa"),
        [(text, false)] if text == "へ" => Some("e"),
        [(text, false)] if text == "を" => Some("o"),
        _ => None,
    }
}

fn begins_with_particle(phrase: &[(String, bool)]) -> bool {
    phrase
        .first()
        .is_some_and(|(text, ruby)| !ruby && text.starts_with(['は', 'へ']))
}

fn romaji_of(phrase: &[(String, bool)]) -> Option<String> {
    if let [(text, false)] = phrase
        && !text.chars().all(is_kana)
    {
        return text.chars().map(mark).collect();
    }
    let plain: String = phrase
        .iter()
        .map(|(text, ruby)| if *ruby { "・" } else { text })
        .collect();
    let (stem, particle) = particle(phrase);
    let stem_plain = plain.strip_suffix(particle).unwrap_or(&plain);
    let mut inside = stem_plain.to_owned();
    for known in WITH_HA {
        inside = inside.replace(known, "");
    }
    let doubtful = inside.chars().skip(1).any(|c| matches!(c, 'は' | 'へ'));
    if doubtful || SPLIT_U.iter().any(|kana| plain.contains(kana)) {
        return None;
    }
    let (stem, tails) = tails(stem);
    let mut sounds = Vec::new();
    for (text, _) in &stem {
        syllables(text, &mut sounds)?;
    }
    let mut out = joined(&sounds)?;
    for tail in tails {
        out.push_str(tail);
    }
    let apart = if GREETINGS.contains(&plain.as_str()) {
        ""
    } else {
        " "
    };
    out.push_str(&match particle {
        "は" => format!("{apart}wa"),
        "へ" => format!("{apart}e"),
        "を" => " o".to_owned(),
        _ => String::new(),
    });
    Some(out)
}

/// A phrase without the particle at its end, and that particle. Only a kana after something else can be one.
fn particle(phrase: &[(String, bool)]) -> (Vec<(String, bool)>, &'static str) {
    let mut stem = phrase.to_vec();
    let whole: String = phrase.iter().map(|(text, _)| text.as_str()).collect();
    let found = ["は", "へ", "を"]
        .into_iter()
        .find(|kana| whole.ends_with(kana) && whole != *kana);
    if let (Some(kana), Some((last, false))) = (found, stem.last_mut())
        && !WITH_HA.contains(&whole.as_str())
    {
        last.truncate(last.len() - kana.len());
        return (stem, kana);
    }
    (stem, "")
}

/// What stands apart in Latin letters at the end of a phrase, longest first.
const COPULAS: [(&str, &str); 5] = [
    ("ですか", " desu ka"),
    ("ですね", " desu ne"),
    ("ですよ", " desu yo"),
    ("でした", " deshita"),
    ("です", " desu"),
];
const PARTICLES: [(&str, &str); 9] = [
    ("から", " kara"),
    ("まで", " made"),
    ("さん", "-san"),
    ("の", " no"),
    ("が", " ga"),
    ("に", " ni"),
    ("で", " de"),
    ("と", " to"),
    ("も", " mo"),
];

/// A phrase without what stands apart at its end, and that in Latin letters. Only where words are divided depends on it,
/// never how they are read: particles are looked for where kana stand behind kanji or katakana and are nothing else.
fn tails(mut phrase: Vec<(String, bool)>) -> (Vec<(String, bool)>, Vec<&'static str>) {
    let has_stem = phrase.len() > 1;
    let mut found = Vec::new();
    if let Some((last, false)) = phrase.last_mut() {
        let copula = COPULAS
            .iter()
            .find(|(kana, _)| last.ends_with(kana) && (has_stem || last != kana));
        if let Some((kana, latin)) = copula {
            last.truncate(last.len() - kana.len());
            found.push(*latin);
        }
        let mut rest = last.as_str();
        let mut particles = Vec::new();
        while let Some((kana, latin)) = PARTICLES
            .iter()
            .find(|(kana, _)| has_stem && rest.ends_with(kana))
        {
            rest = &rest[..rest.len() - kana.len()];
            particles.push(*latin);
        }
        if rest.is_empty() && has_stem {
            last.clear();
            found.extend(particles);
        }
    }
    found.reverse();
    (phrase, found)
}

/// What stands between phrases, as Latin text has it.
fn mark(c: char) -> Option<&'static str> {
    Some(match c {
        ' ' | '　' | '・' | '\n' => " ",
        '、' | '，' => ", ",
        '。' | '．' => ". ",
        '？' | '?' => "? ",
        '！' | '!' => "! ",
        '「' | '『' => "“",
        '」' | '』' => "”",
        '（' | '(' => " (",
        '）' | ')' => ") ",
        '…' => "…",
        '〜' | '～' => "~",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn romaji(text: &str) -> Option<String> {
        text.parse::<Ja>().unwrap().romaji()
    }

    #[track_caller]
    fn reads(all: &[(&str, &str)]) {
        for (text, latin) in all {
            assert_eq!(romaji(text).as_deref(), Some(*latin), "{text}");
        }
    }

    #[test]
    fn kana_of_every_kind() {
        reads(&[
            ("しゃ ちゅ じょ", "sha chu jo"),
            ("つき ふゆ", "tsuki fuyu"),
            ("は", "ha"),
            ("へ", "he"),
            ("を", "o"),
            ("きっぷ まっちゃ ざっし", "kippu matcha zasshi"),
            ("しんぶん ほんや きんえん", "shinbun hon'ya kin'en"),
            ("コーヒー ビール パーティー", "kōhī bīru pātī"),
            (
                "フォーク チェック ウィーク デュアル",
                "fōku chekku wīku dyuaru",
            ),
            ("プトリ さん", "putori san"),
        ]);
    }

    #[test]
    fn vowels_are_long_within_a_stretch_of_writing_only() {
        reads(&[
            ("おかあさん おねえさん おにいさん", "okāsan onēsan oniisan"),
            (
                "{今日|きょう} {数|すう}{学|がく} {大|おお}きい",
                "kyō sūgaku ōkii",
            ),
            ("{先|せん}{生|せい} いいえ", "sensei iie"),
            (
                "{思|おも}う {吸|す}う {場|ば}{合|あい} {子|こ}{牛|うし}",
                "omou suu baai koushi",
            ),
            ("{新|しん}{英|えい}", "shin'ei"),
        ]);
    }

    #[test]
    fn particles_are_written_as_they_sound() {
        reads(&[
            ("これは {何|なん}ですか。", "kore wa nan desu ka."),
            ("お{名|な}{前|まえ}は？", "onamae wa?"),
            ("{駅|えき}へ、コーヒーを", "eki e, kōhī o"),
            (
                "おはよう ございます。こんにちは。",
                "ohayō gozaimasu. konnichiwa.",
            ),
            ("ごはんは はは", "gohan wa haha"),
            (
                "{新|しん}{人|じん}の プトリさんです。",
                "shinjin no putori-san desu.",
            ),
            (
                "{九|く}{時|じ}までは どちらですか",
                "kuji made wa dochira desu ka",
            ),
            (
                "インドネシアから {来|き}ました",
                "indoneshia kara kimashita",
            ),
            ("{静|しず}かです {二|ふた}つ", "shizuka desu futatsu"),
            ("「ふくしょう」は なに？", "“fukushō” wa nani?"),
            ("{歯|は} {母|はは}は", "ha haha wa"),
        ]);
    }

    #[test]
    fn what_is_not_certain_has_no_romaji() {
        for text in [
            "仕事",
            "9じ",
            "これはなんですか",
            "ここへいく",
            "あっ",
            "おもう",
            "そのうち",
            "んー",
            "{私|わたし} は",
            "「あ」はい",
            "ABC",
            "",
            "＿＿から",
        ] {
            assert_eq!(romaji(text), None, "{text}");
        }
    }
}
