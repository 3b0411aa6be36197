//! The languages a person can choose. `id` is the reference: its keys and placeholders are what the others must have.
//!
//! Invariant: plain `std` code, because the build script includes this file too.

/// A language of the interface, with a folder of its own in `locales`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Indonesian, the reference.
    #[default]
    Id,
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// Every language, the reference first.
    pub const ALL: [Self; 3] = [Self::Id, Self::En, Self::Ja];

    /// The BCP 47 tag, which is also the name of the folder and the value of an HTML `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The language of a tag such as `id-ID`, `en_US` or `JA`; `in` is what old Android phones say for Indonesian.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("in") {
            return Some(Self::Id);
        }
        Self::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }

    /// The language's own name for itself; it is never translated, so that everyone finds theirs.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::Id => "Bahasa Indonesia",
            Self::En => "English",
            Self::Ja => "日本語",
        }
    }

    /// The plural categories that the language has for whole numbers (CLDR), besides `other`.
    ///
    /// `one` means exactly 1, the only rule these languages need; a language with more needs a rule in `pattern`.
    pub const fn plural_categories(self) -> &'static [&'static str] {
        match self {
            Self::En => &["one"],
            Self::Id | Self::Ja => &[],
        }
    }

    /// What stands between words where a line of the source file breaks.
    pub const fn word_space(self) -> &'static str {
        match self {
            Self::Id | Self::En => " ",
            Self::Ja => "",
        }
    }
}
