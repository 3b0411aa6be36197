//! What a person reads: the Fluent files of `locales`, compiled into one typed method a message.
//!
//! An area that only some programs need is a type of its own ([`FindingTexts`], [`ToolTexts`]); [`Texts`] is all others.
//!
//! Invariants: whole sentences with arguments, never pieces put together in code; every language has every key with
//! the same placeholders, or the build fails; without the feature `embed` no text is in the binary, for the app
//! downloads the table of one language; a table of another build is refused.

mod apart;
#[cfg(test)]
#[path = "compile/mod.rs"]
mod compile;
pub mod format;
mod lang;
mod pattern;
#[cfg(test)]
mod voice;

pub use apart::APART;
pub use lang::Lang;

use std::fmt::{self, Display};
use std::sync::Arc;

/// The patterns of one language.
#[derive(Clone)]
struct Table {
    lang: Lang,
    patterns: Arc<[Box<str>]>,
}

impl Table {
    fn read(json: &str, fingerprint: &str, messages: usize) -> Result<Self, TableError> {
        let mut table: Vec<Box<str>> =
            serde_json::from_str(json).map_err(|error| TableError::NotATable(error.to_string()))?;
        // The table begins with the fingerprint of the key list and the language's tag.
        if table.len() != messages + 2 || *table[0] != *fingerprint {
            return Err(TableError::OtherBuild);
        }
        let lang = Lang::from_tag(&table[1]).ok_or(TableError::OtherBuild)?;
        table.drain(..2);
        Ok(Self {
            lang,
            patterns: table.into(),
        })
    }

    fn text(&self, index: usize) -> &str {
        self.patterns.get(index).map_or("", |text| text)
    }

    fn fill(&self, index: usize, arguments: &[&dyn Display]) -> String {
        let mut out = String::new();
        pattern::fill(self.text(index), arguments, &mut out);
        out
    }
}

macro_rules! texts {
    ($(#[doc = $doc:literal])* $name:ident from $messages:literal $folder:literal) => {
        $(#[doc = $doc])*
        ///
        /// Cheap to clone; two are equal when their language is.
        #[derive(Clone)]
        pub struct $name(Table);

        impl $name {
            /// Reads a table that this build made for one language.
            ///
            /// # Errors
            /// When the text is not a table, or the table of another build.
            pub fn from_json(json: &str) -> Result<Self, TableError> {
                Table::read(json, Self::FINGERPRINT, Self::MESSAGES).map(Self)
            }

            /// The texts that are in the binary; the build made table and code together.
            #[cfg(any(test, feature = "embed"))]
            pub fn embedded(lang: Lang) -> Self {
                Self::from_json(Self::table_json(lang)).expect("a table of this build")
            }

            /// The table of a language, as `from_json` reads it.
            #[cfg(any(test, feature = "embed"))]
            pub fn table_json(lang: Lang) -> &'static str {
                match lang {
                    Lang::Id => include_str!(concat!(env!("OUT_DIR"), $folder, "/id.json")),
                    Lang::En => include_str!(concat!(env!("OUT_DIR"), $folder, "/en.json")),
                    Lang::Ja => include_str!(concat!(env!("OUT_DIR"), $folder, "/ja.json")),
                }
            }

            /// The language of these texts.
            pub fn lang(&self) -> Lang {
                self.0.lang
            }

            #[allow(dead_code, reason = "a table may hold only messages with placeholders")]
            fn text(&self, index: usize) -> &str {
                self.0.text(index)
            }

            fn fill(&self, index: usize, arguments: &[&dyn Display]) -> String {
                self.0.fill(index, arguments)
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.lang() == other.lang()
            }
        }

        impl Eq for $name {}

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.lang().tag())
            }
        }

        include!(concat!(env!("OUT_DIR"), $messages));
    };
}

texts! {
    /// What the app says, in one language.
    Texts from "/messages.rs" ""
}

texts! {
    /// What a finding in a lesson pack says, in one language.
    FindingTexts from "/findings.rs" "/findings"
}

texts! {
    /// What the command `kakehashi` says besides findings, in one language.
    ToolTexts from "/tool.rs" "/tool"
}

/// Why a table was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// The text is no list of strings; says where it breaks.
    NotATable(String),
    /// The table belongs to another version of the app: a reload brings the right one.
    OtherBuild,
}

impl Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATable(reason) => write!(f, "not a text table: {reason}"),
            Self::OtherBuild => f.write_str("the text table belongs to another version of the app"),
        }
    }
}

impl std::error::Error for TableError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_reads_back_in_its_language() {
        for lang in Lang::ALL {
            let texts = Texts::from_json(Texts::table_json(lang)).expect("a table of this build");
            assert_eq!(texts.lang(), lang);
            assert_eq!(texts, texts.clone());
        }
        assert_ne!(Texts::embedded(Lang::Id), Texts::embedded(Lang::En));
        assert_eq!(Texts::embedded(Lang::Id).courses_title(), "Kursus");
        assert_eq!(Texts::embedded(Lang::Ja).courses_title(), "コース");
    }

    #[test]
    fn methods_fill_their_own_message() {
        assert_eq!(
            Texts::embedded(Lang::Id).lesson_progress(7, 10),
            "7 dari 10"
        );
        assert_eq!(Texts::embedded(Lang::Ja).lesson_progress(3, 15), "15中3");
        let words = |lang, n: u32| Texts::embedded(lang).courses_words(n);
        assert_eq!(
            [words(Lang::En, 0), words(Lang::En, 1), words(Lang::En, 24)],
            ["0 words", "1 word", "24 words"]
        );
        assert_eq!([words(Lang::Id, 1), words(Lang::Ja, 1)], ["1 kata", "1語"]);
    }

    #[test]
    fn tables_of_another_build_are_refused() {
        let table = Texts::table_json(Lang::Id);
        let other = table.replacen(Texts::FINGERPRINT, "0123456789abcdef", 1);
        assert_eq!(Texts::from_json(&other), Err(TableError::OtherBuild));
        let unknown = table.replacen("\"id\"", "\"xx\"", 1);
        assert_eq!(Texts::from_json(&unknown), Err(TableError::OtherBuild));
        let longer = table.replacen(']', ",\"x\"]", 1);
        assert!(Texts::from_json(&longer).is_err());
        assert_eq!(Texts::from_json("[]"), Err(TableError::OtherBuild));
    }

    #[test]
    fn what_is_no_table_is_refused_with_the_place() {
        for bad in ["", "<!doctype html>", "{}", "[1]", "[\"a\"", "null"] {
            let Err(TableError::NotATable(reason)) = Texts::from_json(bad) else {
                panic!("{bad}")
            };
            assert!(
                reason.contains("line 1") || reason.contains("line 0"),
                "{reason}"
            );
        }
    }

    #[test]
    fn tags_of_browsers_find_their_language() {
        for (tag, lang) in [
            ("id", Lang::Id),
            ("id-ID", Lang::Id),
            ("in", Lang::Id),
            ("EN_us", Lang::En),
            ("ja-JP-u-ca-japanese", Lang::Ja),
        ] {
            assert_eq!(Lang::from_tag(tag), Some(lang), "{tag}");
        }
        for tag in ["", "ms", "i", "idn", "japanese", "-"] {
            assert_eq!(Lang::from_tag(tag), None, "{tag}");
        }
        assert_eq!(
            Lang::ALL.map(Lang::native_name),
            ["Bahasa Indonesia", "English", "日本語"]
        );
    }
}
