//! Text in several languages, with the pack's first language as what the others fall back to.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A human text by language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("propertyNames" = { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$" }))
)]
#[serde(transparent)]
pub struct Tr(BTreeMap<Rc<str>, Rc<str>>);

/// A text as found for a reader: `lang` is set when it is not in the language asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The text.
    pub text: &'a str,
    /// The language it is in, when that is not the one asked for: the view marks it.
    pub lang: Option<&'a str>,
}

impl Tr {
    /// One language only.
    pub fn of(lang: &str, text: &str) -> Self {
        Self([(lang.into(), text.into())].into())
    }

    /// Nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// The text in exactly this language.
    pub fn exact(&self, lang: &str) -> Option<&str> {
        self.0
            .get(lang)
            .map(AsRef::as_ref)
            .filter(|text| !text.trim().is_empty())
    }

    /// The text for a reader of `lang`, else in `first`, else in any language there is.
    pub fn find(&self, lang: &str, first: &str) -> Option<Found<'_>> {
        if let Some(text) = self.exact(lang) {
            return Some(Found { text, lang: None });
        }
        let (tag, text) = self
            .0
            .get_key_value(first)
            .or_else(|| self.0.iter().next())?;
        (!text.trim().is_empty()).then_some(Found {
            text,
            lang: Some(tag),
        })
    }

    /// Every language and its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(lang, text)| (lang.as_ref(), text.as_ref()))
    }

    /// Adds or replaces one language.
    pub fn set(&mut self, lang: &str, text: &str) {
        self.0.insert(lang.into(), text.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_and_says_so() {
        let mut text = Tr::of("id", "nama");
        text.set("en", "name");
        assert_eq!(
            text.find("en", "id"),
            Some(Found {
                text: "name",
                lang: None
            })
        );
        assert_eq!(
            text.find("ja", "id"),
            Some(Found {
                text: "nama",
                lang: Some("id")
            })
        );
        assert_eq!(Tr::default().find("id", "id"), None);
    }
}
