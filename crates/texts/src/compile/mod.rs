//! The compiler of texts: Fluent sources to a catalog of messages, or all faults at once.
//!
//! The build script and the tests include this folder; the crate itself does not. It knows no files and no
//! environment: sources come in as text.
//!
//! Invariants: the same sources give the same catalog in whatever order; a fault never hides another.

mod emit;
mod fault;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use fault::Fault;

use crate::lang::Lang;
use read::{Message, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// One Fluent file: `locales/<lang>/<area>.ftl`.
pub struct Source {
    /// The language of the folder.
    pub lang: Lang,
    /// The file's name without its ending: what the messages are about.
    pub area: String,
    /// What the file holds.
    pub text: String,
}

impl Source {
    fn file(&self) -> String {
        file(self.lang, &self.area)
    }
}

fn file(lang: Lang, area: &str) -> String {
    format!("locales/{}/{area}.ftl", lang.tag())
}

/// Every message of every language, checked against each other.
pub struct Catalog {
    /// Messages by key, a pattern for each language in the order of [`Lang::ALL`].
    messages: BTreeMap<String, Translated>,
}

struct Translated {
    /// Names in alphabetical order, the order of the method's signature.
    arguments: Vec<String>,
    /// The reference language's pattern as it stands in the file, for the method's documentation.
    reference: String,
    patterns: Vec<String>,
}

/// Compiles all files of all languages.
///
/// # Errors
/// Every fault, in order of file and line.
pub fn compile(sources: &[Source]) -> Result<Catalog, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut by_lang: BTreeMap<Lang, BTreeMap<String, Message>> = BTreeMap::new();
    // Keys with a fault of their own are not reported as missing too.
    let mut broken = BTreeSet::new();
    for lang in Lang::ALL {
        let messages = by_lang.entry(lang).or_default();
        let mut own: Vec<&Source> = sources
            .iter()
            .filter(|source| source.lang == lang)
            .collect();
        own.sort_by(|a, b| a.area.cmp(&b.area));
        for source in own {
            let Reading {
                messages: found,
                broken: unread,
                faults: wrong,
            } = read::read(source);
            faults.extend(wrong);
            broken.extend(unread);
            for message in found {
                match messages.get(&message.key) {
                    Some(first) => faults.push(fault::duplicate(&message, first, source)),
                    None => drop(messages.insert(message.key.clone(), message)),
                }
            }
        }
    }
    faults.extend(compare(sources, &by_lang, &broken));
    if by_lang[&Lang::default()].is_empty() && faults.is_empty() {
        faults.push(fault::nothing());
    }
    if !faults.is_empty() {
        faults.sort_by(|a, b| (&a.file, a.line, &a.key).cmp(&(&b.file, b.line, &b.key)));
        return Err(faults);
    }
    Ok(catalog(by_lang))
}

/// Faults between languages: what is missing, what is extra, what takes other arguments than the reference.
fn compare(
    sources: &[Source],
    by_lang: &BTreeMap<Lang, BTreeMap<String, Message>>,
    broken: &BTreeSet<String>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    let reference = &by_lang[&Lang::default()];
    for (lang, messages) in by_lang.iter().filter(|(lang, _)| **lang != Lang::default()) {
        let has_area = |area: &str| {
            sources
                .iter()
                .any(|source| source.lang == *lang && source.area == area)
        };
        let mut missing_areas = BTreeSet::new();
        for message in reference.values() {
            match messages.get(&message.key) {
                Some(own) if own.area != message.area => {
                    faults.push(fault::elsewhere(own, message, *lang))
                }
                Some(own) if own.arguments != message.arguments => {
                    faults.push(fault::arguments(own, message, *lang));
                }
                Some(_) => {}
                None if !has_area(&message.area) => drop(missing_areas.insert(&message.area)),
                None if broken.contains(&message.key) => {}
                None => faults.push(fault::missing(message, *lang)),
            }
        }
        faults.extend(
            missing_areas
                .into_iter()
                .map(|area| fault::missing_area(area, *lang)),
        );
        let extra = messages
            .values()
            .filter(|own| !reference.contains_key(&own.key) && !broken.contains(&own.key));
        faults.extend(extra.map(|own| fault::extra(own, *lang)));
    }
    faults
}

fn catalog(mut by_lang: BTreeMap<Lang, BTreeMap<String, Message>>) -> Catalog {
    let reference = by_lang.remove(&Lang::default()).unwrap_or_default();
    let messages = reference.into_iter().map(|(key, message)| {
        let mut patterns = vec![message.pattern];
        patterns.extend(
            by_lang
                .values_mut()
                .filter_map(|messages| messages.remove(&key))
                .map(|own| own.pattern),
        );
        let arguments = message.arguments.into_iter().collect();
        (
            key,
            Translated {
                arguments,
                reference: message.source,
                patterns,
            },
        )
    });
    Catalog {
        messages: messages.collect(),
    }
}
