//! A certificate as PDF: A4 lying; a front with the person, the results and the notice, then what it covers.
//!
//! Invariants: the same content, words and font give the same bytes; a name whose signs the font does not have is
//! refused, never drawn half; nothing is drawn where a signature or a code of a centre will stand.

mod annex;
mod face;
mod front;
mod render;
mod sheet;

pub use face::missing_glyphs;

use crate::content::{Content, Grade};
use crate::file;
use crate::wording::Wording;
use face::Face;
use render::About;
use sheet::Sheet;
use std::fmt;

/// Why no PDF was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The font cannot be read.
    Font,
    /// The name has signs that the font does not have: offer the name in kana instead.
    MissingGlyphs(Vec<char>),
    /// A certificate of a centre without its signature is not printed.
    NotSigned,
    /// The PDF library refused; its reason.
    Library(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font => f.write_str("the font of certificates cannot be read"),
            Self::MissingGlyphs(missing) => {
                write!(f, "the font has no sign for {}", String::from_iter(missing))
            }
            Self::NotSigned => f.write_str("a centre's certificate needs its signature"),
            Self::Library(reason) => write!(f, "the PDF was refused: {reason}"),
        }
    }
}

impl std::error::Error for Fault {}

/// The PDF of a certificate. `font` is a TrueType font with Latin, kana and kanji; only what is used goes into the file.
///
/// # Errors
/// See [`Fault`].
pub fn pdf(content: &Content, wording: &Wording, font: &[u8]) -> Result<Vec<u8>, Fault> {
    if content.grade != Grade::SelfStudy {
        return Err(Fault::NotSigned);
    }
    let face = Face::new(font).ok_or(Fault::Font)?;
    let kana = content.kana.as_ref().map_or("", |kana| kana.as_str());
    let missing = missing_glyphs(&format!("{} {kana}", content.name), font);
    if !missing.is_empty() {
        return Err(Fault::MissingGlyphs(missing));
    }
    let mut sheet = Sheet::new(&face, &wording.lang);
    front::lay_out(&mut sheet, content, wording);
    annex::lay_out(&mut sheet, content, wording);
    footers(&mut sheet, content, wording);
    let (course, _) = content.text(&content.course.title, &wording.lang);
    let about = About {
        title: format!(
            "{} — {course} — {}",
            content.grade.title(&wording.lang),
            content.name
        ),
        author: "Kakehashi".to_owned(),
        description: content
            .grade
            .notice(&wording.lang)
            .unwrap_or_default()
            .to_owned(),
        lang: wording.lang.clone(),
        day: content.issued.clone(),
        id: file::hash(content),
        data: file::write(content),
    };
    render::render(&sheet, font, about)
}

/// The same line at the foot of every page: whose it is, its number and code, which page of how many.
fn footers(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording) {
    const SIZE: f32 = 7.5;
    let count = sheet.pages.len();
    let y = sheet::HEIGHT - 22.0;
    let left = format!(
        "{} {}   {} {}",
        wording.serial,
        content.serial,
        wording.code,
        file::code(content)
    );
    for (at, marks) in sheet.pages.iter_mut().enumerate() {
        let page = format!("{} / {count}", at + 1);
        let mut put = |x, text: String| {
            marks.push(sheet::Mark::Footer {
                x,
                y,
                size: SIZE,
                text,
            })
        };
        put(sheet::MARGIN, left.clone());
        let right = sheet::WIDTH - sheet::MARGIN - sheet.face.width(&page, SIZE);
        put(right, page);
    }
}
