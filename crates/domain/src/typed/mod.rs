//! Typed answers: from what was typed in kana, romaji or kanji to a verdict with reasons.
//!
//! Three steps: [`normal`] turns what was typed into kana that can be compared; [`compare`] aligns it with each right
//! answer and names every difference; [`grade`] takes the nearest right answer and judges. A *slip* is accepted and shown;
//! a *mistake* is not, and each has its own reason.

mod compare;
mod normal;

pub use normal::{Typed, preview, typed};

use crate::kinds::{Answer, Fault, Outcome, Reason, Verdict};
use crate::text::{Ja, is_kana};

/// Something to say about a typed answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// Slip: a particle written as it sounds (わ for は, お for を, え for へ).
    ParticleSound,
    /// Slip: じ for ぢ or ず for づ, and the reverse.
    Yotsugana,
    /// Slip: full-width Latin or half-width katakana.
    Width,
    /// Slip: romaji `n` before a vowel where `n'` was meant.
    NApostrophe,
    /// Slip: katakana for hiragana, or the reverse.
    Script,
    /// Slip: a space inside a word.
    Spaces,
    /// Slip: a long vowel spelled another way (おおきい as おうきい).
    LongSpelling,
    /// Mistake: a vowel too long or too short.
    Length,
    /// Mistake: っ missing or too much.
    Sokuon,
    /// Mistake: ん missing or too much.
    MoraicN,
    /// Mistake: か for が, は for ば, and the like.
    Voicing,
    /// Mistake: きや for きゃ, and the like.
    SmallYa,
    /// Mistake: another particle.
    Particle,
    /// Mistake: another word, or too many differences to name them.
    Word,
}

impl Remark {
    /// Every remark: slips first.
    pub const ALL: [Self; 14] = [
        Self::ParticleSound,
        Self::Yotsugana,
        Self::Width,
        Self::NApostrophe,
        Self::Script,
        Self::Spaces,
        Self::LongSpelling,
        Self::Length,
        Self::Sokuon,
        Self::MoraicN,
        Self::Voicing,
        Self::SmallYa,
        Self::Particle,
        Self::Word,
    ];

    /// A short code for records.
    pub fn code(self) -> &'static str {
        match self {
            Self::ParticleSound => "s-particle",
            Self::Yotsugana => "s-yotsugana",
            Self::Width => "s-width",
            Self::NApostrophe => "s-n",
            Self::Script => "s-script",
            Self::Spaces => "s-space",
            Self::LongSpelling => "s-long",
            Self::Length => "length",
            Self::Sokuon => "sokuon",
            Self::MoraicN => "n",
            Self::Voicing => "voicing",
            Self::SmallYa => "small",
            Self::Particle => "particle",
            Self::Word => "word",
        }
    }

    /// Accepted all the same.
    pub fn is_slip(self) -> bool {
        match self {
            Self::ParticleSound
            | Self::Yotsugana
            | Self::Width
            | Self::NApostrophe
            | Self::Script
            | Self::Spaces
            | Self::LongSpelling => true,
            Self::Length
            | Self::Sokuon
            | Self::MoraicN
            | Self::Voicing
            | Self::SmallYa
            | Self::Particle
            | Self::Word => false,
        }
    }
}

/// Judges a typed answer against the model answer and the other right ones.
pub fn grade(key: &Ja, also: &[Ja], answer: &Answer) -> Verdict {
    let Answer::Text(text) = answer else {
        return Verdict::wrong(Reason::Skipped);
    };
    if text.trim().is_empty() {
        return Verdict::wrong(Reason::Skipped);
    }
    let best = std::iter::once(key)
        .chain(also)
        .flat_map(|right| {
            normal::readings_of(text, right)
                .into_iter()
                .map(move |typed| compare::remarks(&typed, right))
        })
        .min_by_key(|remarks| cost(remarks))
        .unwrap_or_default();
    let outcome = match best.iter().map(|remark| remark.is_slip()).min() {
        None => Outcome::Right,
        Some(true) => Outcome::Slip,
        Some(false) => Outcome::Wrong,
    };
    // A mistake is what the learner must see first; slips beside it would only distract.
    let keep = |remark: &&Remark| outcome != Outcome::Wrong || !remark.is_slip();
    Verdict {
        outcome,
        reasons: best
            .iter()
            .filter(keep)
            .map(|remark| Reason::Typed(*remark))
            .collect(),
    }
}

/// What counts in an answer. (Asking for any letter of Unicode would bring its tables into the app: 3 KB gzip.)
fn is_word(c: char) -> bool {
    is_kana(c) || crate::text::is_kanji(c) || c.is_ascii_alphanumeric()
}

/// Mistakes weigh more than any number of slips, "another word" most.
fn cost(remarks: &[Remark]) -> usize {
    remarks
        .iter()
        .map(|remark| {
            if *remark == Remark::Word {
                1000
            } else if remark.is_slip() {
                1
            } else {
                20
            }
        })
        .sum()
}

/// What an author got wrong in keys that are to be typed.
pub fn key_faults(key: &Ja, also: &[Ja]) -> Vec<Fault> {
    let typable = |text: &Ja| {
        let reading = text.reading();
        reading.chars().any(is_kana)
            && reading
                .chars()
                .all(|c| is_kana(c) || c.is_ascii_digit() || !is_word(c))
    };
    std::iter::once(key)
        .chain(also)
        .filter(|text| !typable(text))
        .map(|text| Fault::KeyNotTypable(text.written()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: &str, typed: &str) -> (Outcome, Vec<Remark>) {
        let verdict = grade(&key.parse().unwrap(), &[], &Answer::Text(typed.into()));
        let remarks = verdict.reasons.into_iter().map(|reason| match reason {
            Reason::Typed(remark) => remark,
            other @ (Reason::Option(_)
            | Reason::Skipped
            | Reason::Order
            | Reason::ExtraTile(_)
            | Reason::MissingTile
            | Reason::Pairs(_)) => panic!("not about typing: {other:?}"),
        });
        (verdict.outcome, remarks.collect())
    }

    #[track_caller]
    fn right(key: &str, all: &[&str]) {
        for typed in all {
            assert_eq!(
                check(key, typed),
                (Outcome::Right, vec![]),
                "{typed} for {key}"
            );
        }
    }

    #[track_caller]
    fn slip(key: &str, typed: &str, remark: Remark) {
        assert_eq!(
            check(key, typed),
            (Outcome::Slip, vec![remark]),
            "{typed} for {key}"
        );
    }

    #[track_caller]
    fn wrong(key: &str, typed: &str, remark: Remark) {
        assert_eq!(
            check(key, typed),
            (Outcome::Wrong, vec![remark]),
            "{typed} for {key}"
        );
    }

    #[test]
    fn kana_romaji_and_kanji_are_right() {
        right(
            "{仕事|しごと}",
            &["しごと", "shigoto", "sigoto", "仕事", "Shigoto "],
        );
        right("{辞書|じしょ}", &["jisho", "zisyo", "jisyo", "zisho"]);
        right(
            "{新聞|しんぶん}",
            &["shinbun", "sinbun", "shinbunn", "shimbun"],
        );
        right("{小|ちい}さい", &["chiisai", "tiisai", "小さい"]);
        right("{続|つづ}く", &["tsuduku", "つづく"]);
        right("{学校|がっこう}", &["gakkou", "gakkō", "がっこう"]);
        right(
            "{九時|くじ}から {五時|ごじ}までです。",
            &[
                "くじからごじまでです",
                "kuji kara goji made desu",
                "九時から五時までです",
                "9じから5じまでです",
            ],
        );
        right("ヘルメット", &["ヘルメット", "herumetto"]);
        right("コーヒー", &["コーヒー", "ko-hi-", "koohii", "kōhī"]);
        right(
            "はい、わかりました。",
            &["はい わかりました", "hai, wakarimashita."],
        );
    }

    #[test]
    fn n_before_a_vowel_can_be_typed_three_ways() {
        right("{禁煙|きんえん}", &["きんえん", "kin'en", "kinnen"]);
        slip("{禁煙|きんえん}", "kinen", Remark::NApostrophe);
        right("{記念|きねん}", &["kinen", "きねん"]);
        wrong("{禁煙|きんえん}", "きねん", Remark::MoraicN);
    }

    #[test]
    fn ti_and_di_are_what_the_answer_has() {
        right("ブディ", &["budi", "budhi", "ブディ"]);
        right("シティ", &["siti", "shiti"]);
        right(
            "パーティー",
            &["paatii", "pa-ti-", "paathii", "pātī", "pâtî"],
        );
        right("{父|ちち}", &["titi", "chichi"]);
    }

    #[test]
    fn slips_are_accepted_and_shown() {
        slip(
            "{私|わたし}は サリです。",
            "わたしわサリです",
            Remark::ParticleSound,
        );
        slip(
            "{私|わたし}は サリです。",
            "watashi wa sari desu",
            Remark::ParticleSound,
        );
        slip("こんにちは", "konnichiwa", Remark::ParticleSound);
        slip("これを ください。", "これおください", Remark::ParticleSound);
        slip("{続|つづ}く", "つずく", Remark::Yotsugana);
        slip("ヘルメット", "へるめっと", Remark::Script);
        slip("{仕事|しごと}", "シゴト", Remark::Script);
        slip("{仕事|しごと}", "ｓｈｉｇｏｔｏ", Remark::Width);
        slip("メモ", "ﾒﾓ", Remark::Width);
        slip("{仕事|しごと}", "し ごと", Remark::Spaces);
        slip("{大|おお}きい", "おうきい", Remark::LongSpelling);
    }

    #[test]
    fn mistakes_have_their_own_reason() {
        wrong("おばあさん", "おばさん", Remark::Length);
        wrong("おばさん", "obaasan", Remark::Length);
        wrong("コーヒー", "コヒー", Remark::Length);
        wrong("{切|き}って", "きて", Remark::Sokuon);
        wrong("{来|き}て", "kitte", Remark::Sokuon);
        wrong("かばん", "かば", Remark::MoraicN);
        wrong("かぎ", "かき", Remark::Voicing);
        wrong("パン", "ばん", Remark::Voicing);
        wrong("{病院|びょういん}", "びよういん", Remark::SmallYa);
        wrong("{九時|くじ}から", "くじまで", Remark::Particle);
        wrong(
            "{七時|しちじ}からです。",
            "shichiji made desu",
            Remark::Particle,
        );
        wrong(
            "インドネシアから {来|き}ました。",
            "インドネシアにきました",
            Remark::Particle,
        );
        wrong("{仕事|しごと}", "かいしゃ", Remark::Word);
        wrong("{仕事|しごと}", "xyz", Remark::Word);
    }

    #[test]
    fn nothing_typed_is_no_answer() {
        assert_eq!(
            grade(&"あ".parse().unwrap(), &[], &Answer::Text("  ".into())),
            Verdict::wrong(Reason::Skipped)
        );
    }

    #[test]
    fn another_right_answer_counts() {
        let also = ["お{名前|なまえ}".parse().unwrap()];
        let verdict = grade(
            &"{名前|なまえ}".parse().unwrap(),
            &also,
            &Answer::Text("onamae".into()),
        );
        assert_eq!(verdict, Verdict::right());
    }

    #[test]
    fn the_preview_shows_the_kana_that_will_be_graded() {
        assert_eq!(preview("shigoto"), "しごと");
        assert_eq!(preview("ヘルメット"), "ヘルメット");
        assert_eq!(preview("wataShi ha 9"), "わたし は 9");
        assert_eq!(preview("sh"), "sh");
    }
}
