//! Matching: three to six pairs whose right sides are shuffled.

use super::*;

/// Three to six pairs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Matching {
    /// The pairs as they belong together.
    pub pairs: Vec<Pair>,
}

/// Two sides that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Explicit, unique in its exercise.
    pub id: PartId,
    /// Shown on the left.
    pub left: Side,
    /// Shown on the right, shuffled.
    pub right: Side,
    /// The word whose memory this pair trains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<WordKey>,
}

/// One side of a pair.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// Japanese text.
    #[serde(default, skip_serializing_if = "Ja::is_empty")]
    pub ja: Ja,
    /// Text in people's language.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub text: Tr,
    /// A picture of the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<Rc<str>>,
}

impl Side {
    fn is_empty(&self) -> bool {
        self.ja.is_empty() && self.text.is_empty() && self.icon.is_none()
    }
}

impl Matching {
    /// The ids of the pairs that were put together wrongly.
    pub fn misses(&self, made: &[(PartId, PartId)]) -> Vec<PartId> {
        let fits = |pair: &Pair| {
            made.iter().any(|(left, right)| {
                // Two pairs may share a right side on purpose ("はし" twice): what is shown decides, not the id.
                *left == pair.id
                    && self
                        .pairs
                        .iter()
                        .any(|other| other.id == *right && other.right == pair.right)
            })
        };
        self.pairs
            .iter()
            .filter(|pair| !fits(pair))
            .map(|pair| pair.id.clone())
            .collect()
    }
}

impl ExerciseKind for Matching {
    fn default_skill(&self, _exercise: &Exercise) -> Skill {
        Skill::Recognise
    }

    fn faults(&self, _exercise: &Exercise, lang: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !(3..=6).contains(&self.pairs.len()) {
            faults.push(Fault::PartCount {
                found: self.pairs.len(),
                least: 3,
                most: 6,
            });
        }
        let same = |a: &Side, b: &Side| {
            a.ja == b.ja && a.icon == b.icon && a.text.exact(lang) == b.text.exact(lang)
        };
        for (n, pair) in self.pairs.iter().enumerate() {
            if pair.left.is_empty() || pair.right.is_empty() {
                faults.push(Fault::EmptyOption(pair.id.clone()));
            }
            for other in &self.pairs[..n] {
                if other.id == pair.id {
                    faults.push(Fault::SameId(pair.id.clone()));
                }
                if same(&other.left, &pair.left) || same(&other.right, &pair.right) {
                    faults.push(Fault::SameOptions(other.id.clone(), pair.id.clone()));
                }
            }
        }
        faults
    }

    fn grade(&self, _question: usize, answer: &Answer) -> Verdict {
        let Answer::Pairs(made) = answer else {
            return Verdict::wrong(Reason::Skipped);
        };
        let misses = self.misses(made);
        if misses.is_empty() {
            Verdict::right()
        } else {
            Verdict::wrong(Reason::Pairs(misses))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen::exercise;
    use super::*;
    use serde_json::json;

    #[test]
    fn missed_pairs_are_named() {
        let exercise = exercise(
            KindName::Matching,
            json!({"pairs": [
                {"id": "a", "left": {"ja": "あ"}, "right": {"text": {"id": "a"}}},
                {"id": "b", "left": {"ja": "い"}, "right": {"text": {"id": "i"}}},
                {"id": "c", "left": {"ja": "う"}, "right": {"text": {"id": "u"}}},
            ]}),
        );
        assert_eq!(exercise.faults("id"), vec![]);
        let id = |text: &str| text.parse::<PartId>().unwrap();
        let right = Answer::Pairs(vec![
            (id("c"), id("c")),
            (id("a"), id("a")),
            (id("b"), id("b")),
        ]);
        assert_eq!(exercise.grade(0, &right), Verdict::right());
        let crossed = Answer::Pairs(vec![
            (id("a"), id("b")),
            (id("b"), id("a")),
            (id("c"), id("c")),
        ]);
        assert_eq!(
            exercise.grade(0, &crossed),
            Verdict::wrong(Reason::Pairs(vec![id("a"), id("b")]))
        );
    }
}
