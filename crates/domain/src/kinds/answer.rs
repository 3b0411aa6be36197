//! Answers and how they are judged: outcome and reasons, data until shown.

use crate::ids::PartId;
use serde::{Deserialize, Serialize};

/// What a learner answered, as it goes into a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// An option was chosen.
    Option(PartId),
    /// Something was typed.
    Text(String),
    /// Tiles were laid in this order (numbers of [`Ordering::tile`]).
    Order(Vec<u8>),
    /// Pairs were made: left of the first, right of the second.
    Pairs(Vec<(PartId, PartId)>),
    /// "I don't know".
    Skipped,
}

/// The longest raw answer in a record, in bytes.
pub const RAW_ANSWER_MAX: usize = 120;

impl Answer {
    /// The answer as a record keeps it, at most [`RAW_ANSWER_MAX`] bytes, cut at a character.
    pub fn raw(&self) -> String {
        let mut raw = match self {
            Self::Option(id) => id.to_string(),
            Self::Text(text) => text.clone(),
            Self::Order(order) => order
                .iter()
                .map(u8::to_string)
                .collect::<Vec<_>>()
                .join(","),
            Self::Pairs(pairs) => pairs
                .iter()
                .map(|(l, r)| format!("{l}={r}"))
                .collect::<Vec<_>>()
                .join(","),
            Self::Skipped => "-".into(),
        };
        let end = (0..=RAW_ANSWER_MAX.min(raw.len()))
            .rev()
            .find(|at| raw.is_char_boundary(*at))
            .unwrap_or(0);
        raw.truncate(end);
        raw
    }
}

/// How an answer was judged. A view shows this; it never compares answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Right, accepted with a remark, or wrong.
    pub outcome: Outcome,
    /// Why, most important first. Empty only when it is right.
    pub reasons: Vec<Reason>,
}

impl Verdict {
    /// Right, nothing to say.
    pub fn right() -> Self {
        Self {
            outcome: Outcome::Right,
            reasons: Vec::new(),
        }
    }

    /// Wrong for one reason.
    pub fn wrong(reason: Reason) -> Self {
        Self {
            outcome: Outcome::Wrong,
            reasons: vec![reason],
        }
    }

    /// Right or accepted.
    pub fn accepted(&self) -> bool {
        self.outcome != Outcome::Wrong
    }
}

/// The three outcomes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Not accepted.
    Wrong,
    /// Accepted, with something to notice.
    Slip,
    /// Right.
    Right,
}

/// Why an answer is not simply right. Data until shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The chosen option's own reason, written by the author.
    Option(PartId),
    /// Nothing was answered.
    Skipped,
    /// These tiles are not in the right order.
    Order,
    /// A tile that does not belong was used: its number.
    ExtraTile(u8),
    /// A tile is missing.
    MissingTile,
    /// These pairs do not belong together.
    Pairs(Vec<PartId>),
    /// Something about what was typed.
    Typed(crate::typed::Remark),
}

impl Reason {
    /// A short code for records.
    pub fn code(&self) -> String {
        match self {
            Self::Option(id) => format!("opt:{id}"),
            Self::Skipped => "skip".into(),
            Self::Order => "order".into(),
            Self::ExtraTile(n) => format!("extra:{n}"),
            Self::MissingTile => "missing".into(),
            Self::Pairs(ids) => format!("pairs:{}", ids.len()),
            Self::Typed(remark) => remark.code().into(),
        }
    }
}
