//! Ordering: tiles are laid in the right order; some may not belong.

use super::*;

/// Tiles to lay in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ordering {
    /// The tiles in the right order.
    pub tiles: Vec<Ja>,
    /// Tiles that do not belong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<Extra>,
    /// Other right orders, as numbers of `tiles` from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Vec<u8>>,
}

/// A tile that does not belong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// What is on it.
    pub ja: Ja,
    /// Why it does not belong.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub why: Tr,
}

impl Ordering {
    /// How many tiles there are, extra ones counted.
    pub fn tile_count(&self) -> usize {
        self.tiles.len() + self.extra.len()
    }

    /// Tile number `n`: first the tiles in order, then the extra ones.
    pub fn tile(&self, n: u8) -> Option<&Ja> {
        let n = usize::from(n);
        self.tiles.get(n).or_else(|| {
            self.extra
                .get(n.checked_sub(self.tiles.len())?)
                .map(|extra| &extra.ja)
        })
    }

    /// Why tile number `n` does not belong.
    pub fn extra_why(&self, n: u8) -> Option<&Tr> {
        self.extra
            .get(usize::from(n).checked_sub(self.tiles.len())?)
            .map(|extra| &extra.why)
    }

    fn laid(&self, order: &[u8]) -> Vec<String> {
        order
            .iter()
            .filter_map(|n| self.tile(*n))
            .map(|tile| tile.written().replace(' ', ""))
            .collect()
    }
}

impl ExerciseKind for Ordering {
    fn default_skill(&self, _exercise: &Exercise) -> Skill {
        Skill::Recall
    }

    fn faults(&self, _exercise: &Exercise, lang: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !(2..=10).contains(&self.tiles.len()) || self.tile_count() > 12 {
            faults.push(Fault::PartCount {
                found: self.tile_count(),
                least: 2,
                most: 12,
            });
        }
        if self
            .tiles
            .iter()
            .chain(self.extra.iter().map(|extra| &extra.ja))
            .any(Ja::is_empty)
        {
            faults.push(Fault::NoQuestion);
        }
        for (n, extra) in self.extra.iter().enumerate() {
            if extra.why.exact(lang).is_none()
                && let Ok(id) = format!("extra-{n}").parse()
            {
                faults.push(Fault::NoReason(id));
            }
        }
        for order in &self.also {
            let mut sorted = order.clone();
            sorted.sort_unstable();
            if sorted.into_iter().map(usize::from).ne(0..self.tiles.len()) {
                faults.push(Fault::OrderRange);
            }
        }
        faults
    }

    fn grade(&self, _question: usize, answer: &Answer) -> Verdict {
        let Answer::Order(order) = answer else {
            return Verdict::wrong(Reason::Skipped);
        };
        let laid = self.laid(order);
        let model: Vec<u8> = (0..self.tiles.len())
            .filter_map(|n| u8::try_from(n).ok())
            .collect();
        // Two tiles may carry the same text: what is written decides, not the number.
        if std::iter::once(&model)
            .chain(&self.also)
            .any(|right| self.laid(right) == laid)
        {
            return Verdict::right();
        }
        if let Some(extra) = order.iter().find(|n| usize::from(**n) >= self.tiles.len()) {
            return Verdict::wrong(Reason::ExtraTile(*extra));
        }
        if order.len() < self.tiles.len() {
            return Verdict::wrong(Reason::MissingTile);
        }
        Verdict::wrong(Reason::Order)
    }

    fn model_answer(&self, _question: usize) -> Option<Ja> {
        self.tiles
            .iter()
            .map(Ja::to_string)
            .collect::<Vec<_>>()
            .join(" ")
            .parse()
            .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen::exercise;
    use super::*;
    use serde_json::json;

    #[test]
    fn order_extra_and_missing_tiles_have_their_reasons() {
        let exercise = exercise(
            KindName::Ordering,
            json!({
                "tiles": ["インドネシア", "から", "{来|き}ました。"],
                "extra": [{"ja": "まで", "why": {"id": "まで berarti “sampai”."}}],
            }),
        );
        assert_eq!(exercise.faults("id"), vec![]);
        let grade = |order: &[u8]| exercise.grade(0, &Answer::Order(order.to_vec()));
        assert_eq!(grade(&[0, 1, 2]), Verdict::right());
        assert_eq!(grade(&[1, 0, 2]), Verdict::wrong(Reason::Order));
        assert_eq!(grade(&[0, 3, 2]), Verdict::wrong(Reason::ExtraTile(3)));
        assert_eq!(grade(&[0, 2]), Verdict::wrong(Reason::MissingTile));
        assert!(exercise.why_not(0, &Reason::ExtraTile(3)).is_some());
    }

    #[test]
    fn equal_tiles_may_change_places() {
        let exercise = exercise(KindName::Ordering, json!({"tiles": ["の", "あ", "の"]}));
        assert_eq!(
            exercise.grade(0, &Answer::Order(vec![2, 1, 0])),
            Verdict::right()
        );
    }
}
