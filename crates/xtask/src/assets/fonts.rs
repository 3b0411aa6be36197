//! Subsets of fonts: woff2 for the page, plain TrueType for the certificate's PDF.

use super::characters;
use crate::place;
use anyhow::{Context, Result, anyhow, ensure};
use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::raw::collections::IntSet;
use skrifa::raw::types::NameId;
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::path::Path;
use ttf2woff2::BrotliQuality;

/// A whole font as its package brings it.
pub struct Face {
    name: &'static str,
    bytes: Vec<u8>,
    known: BTreeSet<char>,
}

impl Face {
    pub fn read(name: &'static str, path: &Path) -> Result<Self> {
        let bytes = place::bytes(path)?;
        let font = FontRef::new(&bytes).with_context(|| format!("{name} is not a font"))?;
        let known = font
            .charmap()
            .mappings()
            .filter_map(|(code, _)| char::from_u32(code))
            .collect();
        Ok(Self { name, bytes, known })
    }

    /// A web font of the wanted characters, all kana and the usual signs. A wanted character
    /// that the font does not have is an error that lists them all.
    pub fn web(&self, wanted: &BTreeSet<char>) -> Result<Vec<u8>> {
        let mut set = wanted.clone();
        let missing = self.missing(wanted);
        ensure!(
            missing.is_empty(),
            "{} has no glyph for: {}",
            self.name,
            missing.join(", ")
        );
        set.extend(characters::always().chain(characters::where_present()));
        let subset = self.subset(&set)?;
        ttf2woff2::encode(&subset, BrotliQuality::default())
            .map_err(|error| anyhow!("{}: {error}", self.name))
    }

    /// The characters among `wanted` that the font cannot draw, with their code points.
    pub fn missing(&self, wanted: &BTreeSet<char>) -> Vec<String> {
        wanted
            .difference(&self.known)
            .map(|c| format!("{c} (U+{:04X})", u32::from(*c)))
            .collect()
    }

    /// The font of certificates: Latin with its marks, kana and every kanji that the font has.
    pub fn certificate(&self) -> Result<Vec<u8>> {
        let set = self
            .known
            .iter()
            .copied()
            .filter(|c| in_certificates(*c))
            .collect();
        self.subset(&set)
    }

    fn subset(&self, set: &BTreeSet<char>) -> Result<Vec<u8>> {
        let font = FontRef::new(&self.bytes)?;
        let codes: IntSet<u32> = set
            .intersection(&self.known)
            .map(|c| u32::from(*c))
            .collect();
        let mut name_ids = IntSet::<NameId>::empty();
        name_ids.insert_range(NameId::from(0)..=NameId::from(6));
        let mut every_script = IntSet::empty();
        every_script.invert();
        let plan = Plan::new(
            &IntSet::empty(),
            &codes,
            &font,
            SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_NOTDEF_OUTLINE,
            &DEFAULT_DROP_TABLES.iter().copied().collect(),
            &every_script,
            &DEFAULT_LAYOUT_FEATURES.iter().copied().collect(),
            &name_ids,
            &std::iter::once(0x0409u16).collect(),
        );
        subset_font(&font, &plan).map_err(|error| anyhow!("{}: {error}", self.name))
    }
}

/// Blocks whose characters can stand in a name, a course title or a result.
fn in_certificates(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{300}'..='\u{36f}'
        | '\u{2010}'..='\u{2044}' | '\u{20ac}' | '\u{2103}' | '\u{2116}' | '\u{2190}'..='\u{21ff}'
        | '\u{2200}'..='\u{22ff}' | '\u{2460}'..='\u{2473}' | '\u{25a0}'..='\u{25ff}'
        | '\u{2605}'..='\u{2606}' | '\u{266a}')
        || characters::is_japanese(c)
}

#[cfg(test)]
mod tests {
    use super::in_certificates;

    #[test]
    fn names_with_marks_and_old_forms_are_in() {
        for c in "É ñ ā Ō ş 髙 﨑 𠮟 々 ヶ ー ゛".chars() {
            assert!(in_certificates(c), "{c}");
        }
    }
}
