//! Japanese text with ruby; in `inline` the short marked-up text of people's languages, in `romaji` how Japanese is read in
//! Latin letters.
//!
//! Both are kept in the notation of `docs/packs.md` when serialized, so a compiled pack stays readable and small.

mod inline;
mod romaji;

pub use inline::{Inline, inlines, runs_of};

use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

/// A stretch of Japanese text with at most one reading over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What is written.
    pub base: Rc<str>,
    /// The reading over it, in kana.
    pub ruby: Option<Rc<str>>,
}

/// Japanese text as segments. Parsed from `{仕事|しごと}は {九時|くじ}からです。`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("pattern" = r"^([^{}]|\{[^{}|]+\|[ぁ-ゖゝゞァ-ヺーヽヾ]+\})*$"))
)]
#[serde(try_from = "String", into = "String")]
pub struct Ja {
    segments: Rc<[Segment]>,
}

/// Why a text in ruby notation cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RubyFault {
    /// `{` without `}`.
    Unclosed,
    /// `}` without `{`.
    Unopened,
    /// `{漢字}` without `|`.
    NoReading(String),
    /// `{|かな}` or `{漢字|}`.
    Empty,
    /// A reading with something else than kana.
    ReadingNotKana(String),
}

impl fmt::Display for RubyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclosed => f.write_str("ruby: a { has no }"),
            Self::Unopened => f.write_str("ruby: a } has no {"),
            Self::NoReading(text) => write!(f, "ruby: {{{text}}} has no | with a reading"),
            Self::Empty => f.write_str("ruby: one side of | is empty"),
            Self::ReadingNotKana(text) => write!(f, "ruby: the reading {text} is not kana"),
        }
    }
}

/// Hiragana, katakana and the marks that stand inside readings.
pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309e}' | '\u{30a1}'..='\u{30fa}' | 'ー' | '\u{30fd}'..='\u{30fe}')
}

/// A Chinese character (with the repetition mark).
pub fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '々' | '〆')
}

/// A character that an Indonesian or English sentence does not have: it must be drawn with `lang="ja"`.
pub fn is_japanese(c: char) -> bool {
    is_kanji(c) || matches!(c, '\u{3000}'..='\u{30ff}' | '\u{ff01}'..='\u{ff9f}')
}

impl Ja {
    /// The segments in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Nothing to show.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// What is written, without readings.
    pub fn written(&self) -> String {
        self.segments.iter().map(|s| s.base.as_ref()).collect()
    }

    /// How it is read: ruby where there is some, else what is written.
    pub fn reading(&self) -> String {
        self.segments
            .iter()
            .map(|s| s.ruby.as_deref().unwrap_or(&s.base))
            .collect()
    }

    /// The text before and after the gap `＿＿`, if there is one.
    pub fn split_gap(&self) -> Option<(Ja, Ja)> {
        let at = self
            .segments
            .iter()
            .position(|s| s.ruby.is_none() && s.base.contains(GAP))?;
        let (before, after) = self.segments[at].base.split_once(GAP)?;
        let plain = |text: &str| {
            (!text.is_empty()).then(|| Segment {
                base: text.into(),
                ruby: None,
            })
        };
        let left = self.segments[..at]
            .iter()
            .cloned()
            .chain(plain(before))
            .collect();
        let right = plain(after)
            .into_iter()
            .chain(self.segments[at + 1..].iter().cloned())
            .collect();
        Some((Ja { segments: left }, Ja { segments: right }))
    }
}

/// The gap of a cloze: two full-width low lines.
pub const GAP: &str = "＿＿";

impl FromStr for Ja {
    type Err = RubyFault;

    fn from_str(text: &str) -> Result<Self, RubyFault> {
        let mut segments = Vec::new();
        let mut rest = text;
        loop {
            let (plain, tail) = match rest.split_once('{') {
                Some((plain, tail)) => (plain, Some(tail)),
                None => (rest, None),
            };
            if plain.contains('}') {
                return Err(RubyFault::Unopened);
            }
            if !plain.is_empty() {
                segments.push(Segment {
                    base: plain.into(),
                    ruby: None,
                });
            }
            let Some(tail) = tail else { break };
            let (group, after) = tail.split_once('}').ok_or(RubyFault::Unclosed)?;
            let (base, ruby) = group
                .split_once('|')
                .ok_or_else(|| RubyFault::NoReading(group.into()))?;
            if base.is_empty() || ruby.is_empty() {
                return Err(RubyFault::Empty);
            }
            if !ruby.chars().all(is_kana) {
                return Err(RubyFault::ReadingNotKana(ruby.into()));
            }
            segments.push(Segment {
                base: base.into(),
                ruby: Some(ruby.into()),
            });
            rest = after;
        }
        Ok(Self {
            segments: segments.into(),
        })
    }
}

impl fmt::Display for Ja {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in self.segments.iter() {
            match &segment.ruby {
                Some(ruby) => write!(f, "{{{}|{ruby}}}", segment.base)?,
                None => f.write_str(&segment.base)?,
            }
        }
        Ok(())
    }
}

impl TryFrom<String> for Ja {
    type Error = RubyFault;
    fn try_from(text: String) -> Result<Self, RubyFault> {
        text.parse()
    }
}

impl From<Ja> for String {
    fn from(text: Ja) -> String {
        text.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ja(text: &str) -> Ja {
        text.parse().unwrap()
    }

    #[test]
    fn ruby_is_read_and_written_back() {
        let text = "{仕事|しごと}は {九時|くじ}からです。";
        let parsed = ja(text);
        assert_eq!(parsed.written(), "仕事は 九時からです。");
        assert_eq!(parsed.reading(), "しごとは くじからです。");
        assert_eq!(parsed.to_string(), text);
    }

    #[test]
    fn faulty_ruby_says_why() {
        assert_eq!("{仕事".parse::<Ja>(), Err(RubyFault::Unclosed));
        assert_eq!("仕事}".parse::<Ja>(), Err(RubyFault::Unopened));
        assert_eq!(
            "{仕事}".parse::<Ja>(),
            Err(RubyFault::NoReading("仕事".into()))
        );
        assert_eq!("{仕事|}".parse::<Ja>(), Err(RubyFault::Empty));
        assert_eq!(
            "{仕事|shigoto}".parse::<Ja>(),
            Err(RubyFault::ReadingNotKana("shigoto".into()))
        );
    }

    #[test]
    fn the_gap_splits_the_sentence() {
        let (before, after) = ja("{九時|くじ}＿＿ {五時|ごじ}までです。")
            .split_gap()
            .unwrap();
        assert_eq!(before.to_string(), "{九時|くじ}");
        assert_eq!(after.to_string(), " {五時|ごじ}までです。");
        assert!(ja("から").split_gap().is_none());
    }
}
