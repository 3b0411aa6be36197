//! The name on a certificate.
//!
//! Invariant: what a [`Name`] holds is one line of at most [`NAME_MAX`] bytes without signs that hide or reorder others,
//! so it can be printed, filed and read aloud as it stands. Accents are expected in composed form (NFC): the browser's
//! `String.normalize` does that before.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest name, in bytes: what a record of it can hold.
pub const NAME_MAX: usize = 120;

/// A name that can be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

/// Why a name cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing there but spaces.
    Empty,
    /// More than [`NAME_MAX`] bytes.
    TooLong {
        /// How many.
        bytes: usize,
    },
    /// A sign that is not seen itself: a control character, a mark of direction, a joiner.
    Hidden(char),
}

impl fmt::Display for NameFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("a name is empty"),
            Self::TooLong { bytes } => {
                write!(f, "a name has {bytes} bytes; {NAME_MAX} are allowed")
            }
            Self::Hidden(c) => write!(f, "a name cannot contain U+{:04X}", u32::from(*c)),
        }
    }
}

impl Name {
    /// A name as it was typed; spaces at the ends and double spaces go.
    ///
    /// # Errors
    /// When it cannot be printed as one line.
    pub fn parse(typed: &str) -> Result<Self, NameFault> {
        let words: Vec<&str> = typed
            .split([' ', '\u{a0}', '\u{3000}', '\t'])
            .filter(|word| !word.is_empty())
            .collect();
        let name = words.join(" ");
        if name.is_empty() {
            return Err(NameFault::Empty);
        }
        if let Some(c) = name.chars().find(|c| is_hidden(*c)) {
            return Err(NameFault::Hidden(c));
        }
        if name.len() > NAME_MAX {
            return Err(NameFault::TooLong { bytes: name.len() });
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Signs without a shape of their own (Unicode: controls, format characters, separators, private use, variation selectors).
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

impl TryFrom<String> for Name {
    type Error = NameFault;
    fn try_from(text: String) -> Result<Self, NameFault> {
        Self::parse(&text)
    }
}

impl From<Name> for String {
    fn from(name: Name) -> String {
        name.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_stay_as_they_are() {
        for name in [
            "Siti Nurhaliza",
            "Ma'ruf Amin",
            "Nur’aini",
            "Nguyễn Thị Hồng Ánh",
            "R. Ng. Sawunggalih",
            "Ōno Yūki",
            "髙橋 花子",
        ] {
            assert_eq!(Name::parse(name).map(String::from), Ok(name.to_owned()));
        }
        assert_eq!(
            Name::parse("  Sari\u{3000} \t Dewi ").map(String::from),
            Ok("Sari Dewi".to_owned())
        );
    }

    #[test]
    fn what_hides_or_reorders_is_refused_by_name() {
        assert_eq!(
            Name::parse("Sari\u{202e}Dewi"),
            Err(NameFault::Hidden('\u{202e}'))
        );
        assert_eq!(Name::parse("Sari\nDewi"), Err(NameFault::Hidden('\n')));
        assert_eq!(Name::parse("Sari\0"), Err(NameFault::Hidden('\0')));
        assert_eq!(
            Name::parse("a\u{200b}b"),
            Err(NameFault::Hidden('\u{200b}'))
        );
        assert_eq!(Name::parse(" \u{a0} "), Err(NameFault::Empty));
        assert_eq!(
            Name::parse(&"é".repeat(61)),
            Err(NameFault::TooLong { bytes: 122 })
        );
        assert!(Name::parse(&"é".repeat(60)).is_ok());
    }
}
