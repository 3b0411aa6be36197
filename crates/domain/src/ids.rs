//! Identifiers, parsed once at the edge and then trusted.
//!
//! All are cheap to clone. `FromStr` is the only way in, so a value of these types is always well formed.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

/// Why a string is not an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdFault {
    /// Nothing there.
    Empty,
    /// More than [`ID_MAX`] characters.
    TooLong,
    /// A character other than `a`–`z`, `0`–`9` and the hyphen, or a hyphen at the start.
    BadCharacter(char),
}

impl fmt::Display for IdFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an id is empty"),
            Self::TooLong => write!(f, "an id has more than {ID_MAX} characters"),
            Self::BadCharacter(c) => write!(f, "an id cannot contain {c:?}"),
        }
    }
}

/// The longest identifier, in bytes: short enough for a record of 400 bytes.
pub const ID_MAX: usize = 40;

/// Says whether `text` is an identifier, and if not, why.
pub fn check_id(text: &str) -> Result<(), IdFault> {
    if text.is_empty() {
        return Err(IdFault::Empty);
    }
    if text.len() > ID_MAX {
        return Err(IdFault::TooLong);
    }
    for (at, c) in text.char_indices() {
        let ok = c.is_ascii_lowercase() || c.is_ascii_digit() || (c == '-' && at > 0);
        if !ok {
            return Err(IdFault::BadCharacter(c));
        }
    }
    Ok(())
}

macro_rules! id {
    ($(#[doc = $doc:literal] $name:ident)*) => { $(
        #[doc = $doc]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(extend("pattern" = "^[a-z0-9][a-z0-9-]{0,39}$"))
        )]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Rc<str>);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        impl FromStr for $name {
            type Err = IdFault;
            fn from_str(text: &str) -> Result<Self, IdFault> { check_id(text)?; Ok(Self(text.into())) }
        }
        impl TryFrom<String> for $name {
            type Error = IdFault;
            fn try_from(text: String) -> Result<Self, IdFault> { text.parse() }
        }
        impl From<$name> for String {
            fn from(id: $name) -> String { id.0.as_ref().to_owned() }
        }
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str { &self.0 }
        }
    )* };
}

id! {
    /// A lesson pack.
    PackId
    /// A lesson within its pack.
    LessonId
    /// A test across lessons, within its pack.
    TestId
    /// An exercise, or one question of a passage: what an answer refers to.
    ItemId
    /// A word within its pack.
    WordKey
    /// A can-do statement within its pack.
    CanDoId
    /// A section of a test.
    SectionId
    /// A certificate that a pack declares.
    CertificateId
    /// An option, pair or dialogue line within its exercise or dialogue.
    PartId
    /// A learner on this device.
    ProfileId
    /// One tab that writes records: eight random bytes in hexadecimal.
    WriterId
    /// One sitting of a lesson, check, test or review.
    SittingId
}

/// A form of a check or test: parallel forms share no item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FormId {
    /// The first form a learner meets.
    A,
    /// The form of a retry.
    B,
}

impl FormId {
    /// Both forms, in order.
    pub const ALL: [Self; 2] = [Self::A, Self::B];

    /// The form a retry takes.
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// `"A"` or `"B"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_plain() {
        assert!("a1-mulai".parse::<PackId>().is_ok());
        assert_eq!("".parse::<PackId>(), Err(IdFault::Empty));
        assert_eq!("-a".parse::<PackId>(), Err(IdFault::BadCharacter('-')));
        assert_eq!("A".parse::<PackId>(), Err(IdFault::BadCharacter('A')));
        assert_eq!("a/..".parse::<PackId>(), Err(IdFault::BadCharacter('/')));
        assert_eq!("a".repeat(41).parse::<PackId>(), Err(IdFault::TooLong));
    }
}
