//! Furigana that a learner no longer needs: readings that stand in words they know well.
//!
//! A reading belongs to what it stands over: {買|か} is known from {買|か}う and then also in {買|か}い{物|もの}, but 買 read ばい
//! is not. What "knows well" means stands at [`crate::memory::Memory::is_firm`].

use crate::ids::WordKey;
use crate::model::Word;
use crate::text::Segment;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Readings that can be left out, each with what it stands over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownReadings(BTreeSet<(Rc<str>, Rc<str>)>);

impl KnownReadings {
    /// Adds the readings in the writing of those words whose keys are among `known`.
    pub fn learn(&mut self, words: &[Word], known: &[WordKey]) {
        let known: BTreeSet<&WordKey> = known.iter().collect();
        let words = words.iter().filter(|word| known.contains(&word.key));
        for segment in words.flat_map(|word| word.ja.segments()) {
            if let Some(ruby) = &segment.ruby {
                self.0.insert((segment.base.clone(), ruby.clone()));
            }
        }
    }

    /// Whether the reading over a stretch of text can be left out.
    pub fn has(&self, segment: &Segment) -> bool {
        let pair = |ruby: &Rc<str>| (segment.base.clone(), ruby.clone());
        segment
            .ruby
            .as_ref()
            .map(pair)
            .is_some_and(|pair| self.0.contains(&pair))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Ja;

    fn word(key: &str, ja: &str) -> Word {
        let word = serde_json::json!({
            "key": key, "ja": ja, "reading": "よみ", "pos": "noun", "lesson": "x", "use": "use", "gloss": { "id": "arti" },
        });
        serde_json::from_value(word).unwrap()
    }

    fn left_out(known: &KnownReadings, text: &str) -> Vec<String> {
        let text: Ja = text.parse().unwrap();
        let segments = text.segments().iter();
        segments
            .filter(|one| known.has(one))
            .map(|one| one.base.to_string())
            .collect()
    }

    #[test]
    fn a_reading_is_known_with_what_it_stands_over() {
        let words = [
            word("kau", "{買|か}う"),
            word("mono", "{物|もの}"),
            word("baiten", "{売|ばい}{店|てん}"),
        ];
        let mut known = KnownReadings::default();
        known.learn(&words, &["kau".parse().unwrap(), "baiten".parse().unwrap()]);
        assert_eq!(left_out(&known, "{買|か}い{物|もの}を しました"), ["買"]);
        assert_eq!(
            left_out(&known, "{売|ばい}{買|ばい} {店|みせ}で かう"),
            ["売"],
            "another reading, or none"
        );
        known.learn(&words, &["mono".parse().unwrap(), "gone".parse().unwrap()]);
        assert_eq!(left_out(&known, "{買|か}い{物|もの}"), ["買", "物"]);
        assert!(left_out(&KnownReadings::default(), "{買|か}う").is_empty());
    }
}
