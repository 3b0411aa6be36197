//! The font: which characters it draws, how wide they are, where a line may break.
//!
//! Invariant: one glyph a character. Accents come composed (NFC); a combining mark alone counts as missing, because
//! it would be put beside its letter instead of above it.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// Stands for a character that the font does not have, as printers do (geta).
const GETA: char = '〓';

/// A font that text is measured with.
pub struct Face<'a> {
    chars: Charmap<'a>,
    widths: GlyphMetrics<'a>,
    units: f32,
}

impl<'a> Face<'a> {
    /// Reads a TrueType or OpenType font.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units = f32::from(
            font.metrics(Size::unscaled(), LocationRef::default())
                .units_per_em,
        );
        (units > 0.0).then(|| Self {
            chars: font.charmap(),
            widths,
            units,
        })
    }

    /// Whether it draws this character where it belongs.
    pub fn has(&self, c: char) -> bool {
        let combining = matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}');
        !combining && self.chars.map(c).is_some()
    }

    /// The glyph of a character and its width in parts of the size.
    pub fn glyph(&self, c: char) -> (u32, f32) {
        let known = if self.has(c) { c } else { GETA };
        let glyph = self.chars.map(known).unwrap_or_default();
        let width = self.widths.advance_width(glyph).unwrap_or(self.units);
        (glyph.to_u32(), width / self.units)
    }

    /// The text with geta for what is missing, as it is drawn and read back.
    pub fn drawable(&self, text: &str) -> String {
        text.chars()
            .map(|c| if self.has(c) { c } else { GETA })
            .collect()
    }

    /// The width of a line.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.glyph(c).1).sum::<f32>() * size
    }

    /// The largest size up to `size` at which the text is no wider than `width`, but not below `least`.
    pub fn fit(&self, text: &str, size: f32, width: f32, least: f32) -> f32 {
        let natural = self.width(text, size);
        if natural <= width {
            size
        } else {
            (size * width / natural).max(least)
        }
    }

    /// The text in lines no wider than `width`: broken at spaces and between Japanese characters, and within a word
    /// only where it is longer than a line.
    /// A last line that would hold only a scrap is filled from the one before.
    pub fn wrap(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let lines = self.lines(text, size, width);
        let scrap = |line: &String| self.width(line, size) < width * 0.12;
        if lines.len() > 1 && lines.last().is_some_and(scrap) {
            let narrower = self.lines(text, size, width * 0.88);
            if narrower.len() == lines.len() {
                return narrower;
            }
        }
        lines
    }

    fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            let wide = self.width(&format!("{line}{}", piece.trim_end()), size) > width;
            if wide && !line.is_empty() {
                lines.push(line.trim_end().to_owned());
                line = String::new();
            }
            if self.width(piece.trim_end(), size) <= width {
                line.push_str(piece);
                continue;
            }
            for c in piece.chars() {
                line.push(c);
                if self.width(line.trim_end(), size) > width && line.chars().count() > 1 {
                    line.pop();
                    lines.push(std::mem::take(&mut line));
                    line.push(c);
                }
            }
        }
        if !line.trim_end().is_empty() || lines.is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }
}

/// The characters of `text` that the font cannot draw, each once, in the order of meeting them. A space is never missing.
pub fn missing_glyphs(text: &str, font: &[u8]) -> Vec<char> {
    let face = Face::new(font);
    let mut missing = Vec::new();
    for c in text.chars().filter(|c| *c != ' ') {
        let has = face.as_ref().is_some_and(|face| face.has(c));
        if !has && !missing.contains(&c) {
            missing.push(c);
        }
    }
    missing
}

/// Where a line may break: the text cut into parts that stay whole, spaces at their ends.
fn pieces(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| breaks(before, c)) {
            parts.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    if start < text.len() {
        parts.push(&text[start..]);
    }
    parts
}

fn breaks(before: char, after: char) -> bool {
    const NEVER_FIRST: &str =
        "、。，．・：；？！」』）】〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜,.:;?!)”’…";
    const NEVER_LAST: &str = "「『（【〈《(“‘";
    if after == ' ' || NEVER_FIRST.contains(after) || NEVER_LAST.contains(before) {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(after)
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_between_japanese_characters() {
        assert_eq!(pieces("Bisa minta, pelan."), ["Bisa ", "minta, ", "pelan."]);
        assert_eq!(pieces("「あ」から、こ"), ["「あ」", "か", "ら、", "こ"]);
        assert_eq!(pieces("きゃ と"), ["きゃ ", "と"]);
        assert!(pieces("").is_empty());
    }

    #[test]
    fn what_is_no_font_draws_nothing() {
        assert_eq!(missing_glyphs("ab a", b"no font"), ['a', 'b']);
        assert!(Face::new(b"").is_none());
    }
}
