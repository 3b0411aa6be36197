//! A laid-out sheet as PDF/A-3a and PDF/UA-1: archival, tagged, its fonts within it, the JSON file attached.

use super::Fault;
use super::sheet::{Child, Color, HEIGHT, INDIGO, Mark, Role, Sheet, VERMILION, WIDTH};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// What the file says of itself.
pub struct About {
    pub title: String,
    pub author: String,
    pub description: String,
    pub lang: String,
    /// `2026-11-24`.
    pub day: String,
    pub id: String,
    /// The JSON file.
    pub data: String,
}

/// Draws all pages.
pub fn render(sheet: &Sheet<'_>, font: &[u8], about: About) -> Result<Vec<u8>, Fault> {
    let font = Font::new(font.to_vec().into(), 0).ok_or(Fault::Font)?;
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|fault| Fault::Library(format!("{fault:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let settings = PageSettings::from_wh(WIDTH, HEIGHT)
        .ok_or_else(|| Fault::Library("page size".to_owned()))?;
    let mut identifiers = Vec::new();
    for marks in &sheet.pages {
        let mut page = document.start_page_with(settings.clone());
        let mut surface = page.surface();
        let drawn: Vec<Identifier> = marks
            .iter()
            .map(|mark| draw(&mut surface, mark, sheet, &font))
            .collect();
        surface.finish();
        page.finish();
        identifiers.push(drawn);
    }
    let mut tree = TagTree::new().with_lang(Some(about.lang.clone()));
    for child in &sheet.nodes[0].children {
        match child {
            Child::Node(node) => tree.push(group(sheet, *node, &identifiers)),
            Child::Text(page, at) => tree.push(identifiers[*page][*at]),
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(sheet));
    let date = date(&about.day);
    document.embed_file(EmbeddedFile {
        path: "certificate.json".to_owned(),
        mime_type: MimeType::new("application/json"),
        description: Some(about.title.clone()),
        association_kind: AssociationKind::Data,
        data: about.data.into_bytes().into(),
        modification_date: date,
        compress: None,
        location: None,
    });
    let metadata = Metadata::new()
        .title(about.title)
        .authors(vec![about.author])
        .description(about.description)
        .creator("Kakehashi".to_owned())
        .document_id(about.id)
        .language(about.lang);
    document.set_metadata(match date {
        Some(date) => metadata.creation_date(date),
        None => metadata,
    });
    document
        .finish()
        .map_err(|fault| Fault::Library(format!("{fault:?}")))
}

/// The headings as bookmarks, those of lessons below what they belong to.
fn outline(sheet: &Sheet<'_>) -> Outline {
    let mut outline = Outline::new();
    let mut above: Option<OutlineNode> = None;
    for node in &sheet.nodes {
        let (Role::Heading(level, title), Some(Child::Text(page, at))) =
            (&node.role, node.children.first())
        else {
            continue;
        };
        let Some(Mark::Text { x, y, size, .. }) =
            sheet.pages.get(*page).and_then(|marks| marks.get(*at))
        else {
            continue;
        };
        let place = XyzDestination::new(*page, Point::from_xy(*x, y - size));
        let entry = OutlineNode::new(title.clone(), place);
        match (&mut above, *level) {
            (Some(above), 3..) => above.push_child(entry),
            (held, _) => {
                if let Some(done) = held.replace(entry) {
                    outline.push_child(done);
                }
            }
        }
    }
    if let Some(done) = above {
        outline.push_child(done);
    }
    outline
}

fn date(iso: &str) -> Option<DateTime> {
    let mut parts = iso.split('-');
    let year = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let date = DateTime::new(year).month(month).day(day);
    Some(
        date.hour(0)
            .minute(0)
            .second(0)
            .utc_offset_hour(0)
            .utc_offset_minute(0),
    )
}

fn group(sheet: &Sheet<'_>, node: usize, identifiers: &[Vec<Identifier>]) -> TagGroup {
    let node = &sheet.nodes[node];
    let level = |level: u16| NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    let tag: TagKind = match &node.role {
        Role::Document => Tag::Section.into(),
        Role::Heading(n, title) => Tag::Hn(level(*n), Some(title.clone())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::Head => Tag::TH(TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
    };
    let mut group = TagGroup::new(tag);
    // A list item holds its text in a body, as readers expect.
    let mut body = TagGroup::new(Tag::LBody);
    for child in &node.children {
        match child {
            Child::Node(node) => group.push(self::group(sheet, *node, identifiers)),
            Child::Text(page, at) if node.role == Role::Item => body.push(identifiers[*page][*at]),
            Child::Text(page, at) => group.push(identifiers[*page][*at]),
        }
    }
    if node.role == Role::Item {
        group.push(body);
    }
    group
}

fn fill(color: Color) -> Fill {
    let [red, green, blue] = color;
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }
}

fn draw(surface: &mut Surface<'_>, mark: &Mark, sheet: &Sheet<'_>, font: &Font) -> Identifier {
    let tag = match mark {
        Mark::Text { lang, .. } => ContentTag::Span(SpanTag::empty().with_lang(lang.as_deref())),
        Mark::Footer { .. } => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)),
        Mark::Box { .. } | Mark::Bridge { .. } => {
            ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
        }
    };
    let identifier = surface.start_tagged(tag);
    match mark {
        Mark::Text {
            x,
            y,
            size,
            color,
            text,
            ..
        } => {
            surface.set_fill(Some(fill(*color)));
            write(surface, (*x, *y), *size, text, sheet, font);
        }
        Mark::Footer { x, y, size, text } => {
            surface.set_fill(Some(fill(super::sheet::SOFT)));
            write(surface, (*x, *y), *size, text, sheet, font);
        }
        Mark::Box {
            x,
            y,
            width,
            height,
            color,
        } => {
            surface.set_fill(Some(fill(*color)));
            let mut path = PathBuilder::new();
            if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                path.push_rect(rect);
            }
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        Mark::Bridge { x, y, size } => bridge(surface, *x, *y, *size / 512.0),
    }
    surface.end_tagged();
    identifier
}

fn write(
    surface: &mut Surface<'_>,
    (x, y): (f32, f32),
    size: f32,
    text: &str,
    sheet: &Sheet<'_>,
    font: &Font,
) {
    surface.set_stroke(None);
    let glyphs: Vec<KrillaGlyph> = text
        .char_indices()
        .map(|(at, c)| {
            let (glyph, width) = sheet.face.glyph(c);
            KrillaGlyph::new(
                GlyphId::new(glyph),
                width,
                0.0,
                0.0,
                0.0,
                at..at + c.len_utf8(),
                None,
            )
        })
        .collect();
    surface.draw_glyphs(
        Point::from_xy(x, y),
        &glyphs,
        font.clone(),
        text,
        size,
        false,
    );
}

/// The app's sign, as in `static/icon.svg`: two arcs with hangers, and water.
fn bridge(surface: &mut Surface<'_>, x: f32, y: f32, scale: f32) {
    type Curve = ((f32, f32), [(f32, f32); 3]);
    let at = |(px, py): (f32, f32)| (x + px * scale, y + py * scale);
    let arcs: [(Curve, f32); 2] = [
        (
            (
                (92.0, 318.0),
                [(152.0, 206.0), (360.0, 206.0), (420.0, 318.0)],
            ),
            30.0,
        ),
        (
            (
                (92.0, 256.0),
                [(152.0, 144.0), (360.0, 144.0), (420.0, 256.0)],
            ),
            16.0,
        ),
    ];
    let mut strokes: Vec<(PathBuilder, f32, Color)> = Vec::new();
    for ((start, [a, b, end]), width) in arcs {
        let mut path = PathBuilder::new();
        let (start, a, b, end) = (at(start), at(a), at(b), at(end));
        path.move_to(start.0, start.1);
        path.cubic_to(a.0, a.1, b.0, b.1, end.0, end.1);
        strokes.push((path, width, INDIGO));
    }
    let mut hangers = PathBuilder::new();
    for (px, py) in [
        (136.0, 208.0),
        (196.0, 176.0),
        (256.0, 164.0),
        (316.0, 176.0),
        (376.0, 208.0),
    ] {
        let (from, to) = (at((px, py)), at((px, py + 74.0)));
        hangers.move_to(from.0, from.1);
        hangers.line_to(to.0, to.1);
    }
    strokes.push((hangers, 14.0, INDIGO));
    let mut water = PathBuilder::new();
    let start = at((84.0, 372.0));
    water.move_to(start.0, start.1);
    for n in 0..4u8 {
        let from = 84.0 + 86.0 * f32::from(n);
        let bend = if n % 2 == 0 { 346.0 } else { 398.0 };
        let (by, to) = (at((from + 43.0, bend)), at((from + 86.0, 372.0)));
        water.quad_to(by.0, by.1, to.0, to.1);
    }
    strokes.push((water, 22.0, VERMILION));
    surface.set_fill(None);
    for (path, width, [red, green, blue]) in strokes {
        surface.set_stroke(Some(Stroke {
            paint: rgb::Color::new(red, green, blue).into(),
            width: width * scale,
            line_cap: LineCap::Round,
            ..Stroke::default()
        }));
        if let Some(path) = path.finish() {
            surface.draw_path(&path);
        }
    }
    surface.set_stroke(None);
}
