//! What the author of an exercise can get wrong beyond what its type says.

use crate::ids::PartId;

/// What an author got wrong in an exercise, beyond what its type says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No option is right.
    NoKey,
    /// More than one option is right.
    TwoKeys,
    /// Fewer than two or more than four options.
    OptionCount(usize),
    /// Two options say the same.
    SameOptions(PartId, PartId),
    /// Two parts have the same id.
    SameId(PartId),
    /// A wrong option without a reason.
    NoReason(PartId),
    /// An option without anything to show.
    EmptyOption(PartId),
    /// The question contains its answer.
    KeyInStem(String),
    /// There is nothing to answer to.
    NoQuestion,
    /// The sentence of a cloze has no gap, or several.
    GapCount(usize),
    /// A cloze needs either options or a key.
    NoAnswer,
    /// The key is not something that can be typed.
    KeyNotTypable(String),
    /// Too few or too many tiles, pairs or questions.
    PartCount {
        /// How many there are.
        found: usize,
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
    },
    /// An alternative order names a tile that is not there.
    OrderRange,
    /// Nothing to hear.
    NoScript,
}
