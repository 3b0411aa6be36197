//! What can be wrong with a pack: one code a rule, and what the rule's sentence speaks of, as data.
//!
//! Invariants: no sentence stands here, those are in `locales/*/findings.ftl`; a code is never given a new meaning.

use crate::finding::Severity;

macro_rules! codes {
    ($($code:ident $severity:ident $name:ident { $($field:ident: $kind:ty),* })*) => {
        /// The rules. A code is never given a new meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = concat!("See [`Wrong::", stringify!($name), "`].")] $code,)* }

        /// What is wrong. A field called `reason`, `part` or `thing` chooses the sentence, the others stand in it.
        #[allow(missing_docs, reason = "the sentences in locales/en/findings.ftl say what each is")]
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Wrong { $(#[doc = stringify!($code)] $name { $($field: $kind),* },)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// `P001`
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$code => stringify!($code)),* }
            }

            /// How grave a breach is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity),* }
            }

            /// The names of what its sentences speak of.
            pub fn arguments(self) -> &'static [&'static str] {
                match self { $(Self::$code => &[$(stringify!($field)),*]),* }
            }
        }

        impl Wrong {
            /// Which rule it breaks.
            pub fn code(&self) -> Code {
                match self { $(Self::$name { .. } => Code::$code),* }
            }

            /// What the sentences speak of, by name.
            pub fn arguments(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$name { $($field),* } => vec![$((stringify!($field), $field.to_string())),*],)*
                }
            }
        }
    };
}

/// A word that chooses a sentence; it stands in `findings.ftl` in brackets.
pub type Key = &'static str;

codes! {
    P001 Error MissingFile { file: String }
    P002 Error NotToml { message: String }
    P003 Error Field { reason: Key, name: String, found: String, expected: String }
    P004 Error NotUtf8 {}
    P005 Error IdTwice { id: String }
    P006 Error NotInFirstLanguage { part: Key, name: String, language: String }
    P007 Error NoSuch { thing: Key, name: String }
    P008 Error Ruby { reason: Key, text: String }
    P009 Error Step { name: String }
    P010 Error Block { name: String }
    P011 Error Row { reason: Key, name: String, found: String, expected: String }
    P012 Error Html { text: String }
    P013 Error Link { address: String }
    P014 Error Keys { reason: Key }
    P015 Error NoReason { option: String, language: String }
    P016 Error SameOptions { first: String, second: String }
    P017 Error Unanswerable { reason: Key, n: usize, least: usize, most: usize, id: String }
    P018 Warning KeyInQuestion { key: String }
    P019 Error NotTypable { text: String }
    P020 Error NoId { part: Key }
    P021 Error NoFrontMatter {}
    P022 Error CanDoUntested { can_do: String, form: String, n: usize }
    P023 Warning ShortCheck { form: String, n: usize, least: usize }
    P024 Warning LittlePractice { exercises: usize, kinds: usize, least_exercises: usize, least_kinds: usize }
    P025 Error Untagged { part: Key }
    P026 Error UnevenForms { section: String, a: usize, b: usize }
    P027 Warning KanjiAlone { kanji: String }
    P028 Warning Latin { text: String }
    P029 Advice KeyPlace { place: usize, n: usize, total: usize }
    P030 Advice KeyLongest { n: usize, total: usize }
    P031 Error Reading { word: String }
    P032 Warning Picture { name: String }
    P033 Error Accent { accent: String, beats: usize, reading: String }
    P034 Error Certificate { certificate: String, missing: String }
    P035 Error Lost { reason: Key, name: String }
    P036 Error TooDeep {}
    P037 Warning NoSound { word: String }
    P038 Warning Yomi { reason: Key, phrase: String, writing: String }
    P039 Warning Repeated { earlier: String }
    P040 Warning TooEarly { thing: Key, word: String, lesson: String }
    P041 Warning Translation { reason: Key, language: String, text: String }
}

impl Wrong {
    /// A field that is wrong in itself.
    pub fn field(reason: Key, name: &str, found: &str, expected: &str) -> Self {
        let (name, found, expected) = (name.into(), found.into(), expected.into());
        Self::Field {
            reason,
            name,
            found,
            expected,
        }
    }

    /// A row of words that cannot be read.
    pub fn row(reason: Key, name: &str, found: &str, expected: &str) -> Self {
        let (name, found, expected) = (name.into(), found.into(), expected.into());
        Self::Row {
            reason,
            name,
            found,
            expected,
        }
    }

    /// Something that is referred to and not there.
    pub fn no_such(thing: Key, name: &str) -> Self {
        let name = name.into();
        Self::NoSuch { thing, name }
    }

    /// A text that the first language lacks.
    pub fn not_in_first(part: Key, name: &str, language: &str) -> Self {
        let (name, language) = (name.into(), language.into());
        Self::NotInFirstLanguage {
            part,
            name,
            language,
        }
    }

    /// An exercise or dialogue that cannot be answered or shown, for a reason without numbers.
    pub fn unanswerable(reason: Key) -> Self {
        Self::Unanswerable {
            reason,
            n: 0,
            least: 0,
            most: 0,
            id: String::new(),
        }
    }

    /// Something that would be lost.
    pub fn lost(reason: Key, name: &str) -> Self {
        let name = name.into();
        Self::Lost { reason, name }
    }

    /// An id that is used twice.
    pub fn id_twice(id: &str) -> Self {
        Self::IdTwice { id: id.into() }
    }
}
