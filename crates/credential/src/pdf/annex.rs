//! What the certificate covers: every lesson with its can-dos, in two columns, on as many pages as it takes.

use super::sheet::*;
use crate::content::{Content, Lesson};
use crate::wording::Wording;

const GAP: f32 = 40.0;
const COLUMN: f32 = (WIDTH - 2.0 * MARGIN - GAP) / 2.0;
const TOP: f32 = 104.0;
const END: f32 = HEIGHT - 44.0;
const INDENT: f32 = 12.0;
const TITLE: Style = style(10.5, INDIGO);
const STATEMENT: Style = style(8.8, INK);
/// Between base lines of one text, in parts of its size; as in `Sheet::block`.
const LEAD: f32 = 1.42;

/// Lays out the pages after the front.
pub fn lay_out(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording) {
    begin(sheet, content, wording, true);
    let heights: Vec<f32> = (content.lessons.iter())
        .map(|lesson| height(sheet, content, wording, lesson))
        .collect();
    let (mut column, mut y) = (0u8, TOP);
    let mut half = half_of(&heights);
    for (at, lesson) in content.lessons.iter().enumerate() {
        // A lesson that fits into a column is not torn; the columns of the last page are equally long.
        let fits = y + heights[at] <= END || (y <= TOP && heights[at] > END - TOP);
        if !fits || (column == 0 && y > TOP && y >= half) {
            (column, y) = next(sheet, content, wording, column);
            if column == 0 {
                half = half_of(&heights[at..]);
            }
        }
        (column, y) = draw(sheet, content, wording, lesson, (column, y));
    }
}

/// Where the second column begins when what is left fits on one page.
fn half_of(heights: &[f32]) -> f32 {
    let left = heights.iter().sum::<f32>()
        + 12.0 * f32::from(u16::try_from(heights.len()).unwrap_or(u16::MAX));
    if left <= 2.0 * (END - TOP) - 80.0 {
        TOP + left / 2.0 - 12.0
    } else {
        END
    }
}

/// A page with its heading; only the first one is a heading for those who read the tree.
fn begin(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording, first: bool) {
    sheet.page();
    let lang = wording.lang.as_str();
    let course = content.text(&content.course.title, lang);
    let role = if first {
        Role::Heading(2, wording.covers.clone())
    } else {
        Role::Paragraph
    };
    let heading = sheet.node(0, role);
    sheet.text(
        heading,
        (MARGIN, 54.0),
        style(17.0, INDIGO),
        (&wording.covers, lang),
    );
    let about = format!("{} · {}", content.name, course.0);
    let node = sheet.node(0, Role::Paragraph);
    let size = sheet.face.fit(&about, 9.5, WIDTH - 2.0 * MARGIN, 5.0);
    sheet.text(node, (MARGIN, 72.0), style(size, SOFT), (&about, lang));
    sheet.fill(MARGIN, 80.0, (WIDTH - 2.0 * MARGIN, 0.8), LINE);
}

fn next(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording, column: u8) -> (u8, f32) {
    if column == 0 {
        return (1, TOP);
    }
    begin(sheet, content, wording, false);
    (0, TOP)
}

fn height(sheet: &Sheet<'_>, content: &Content, wording: &Wording, lesson: &Lesson) -> f32 {
    let lines = |text: &str, size: f32, width: f32| {
        let count = sheet.face.wrap(text, size, width).len();
        f32::from(u16::try_from(count).unwrap_or(u16::MAX)) * size * LEAD
    };
    let title = format!(
        "{}. {}",
        lesson.number,
        content.text(&lesson.title, &wording.lang).0
    );
    let statements = lesson.can_dos.iter().map(|can_do| {
        let (text, _) = content.text(&can_do.text, &wording.lang);
        lines(text, STATEMENT.size, COLUMN - INDENT) + 1.5
    });
    lines(&title, TITLE.size, COLUMN) + 13.0 + statements.sum::<f32>()
}

fn draw(
    sheet: &mut Sheet<'_>,
    content: &Content,
    wording: &Wording,
    lesson: &Lesson,
    at: (u8, f32),
) -> (u8, f32) {
    let left = |column: u8| MARGIN + f32::from(column) * (COLUMN + GAP);
    let lang = wording.lang.as_str();
    let (mut column, y) = at;
    let (title, title_lang) = content.text(&lesson.title, lang);
    let title = format!("{}. {title}", lesson.number);
    let heading = sheet.node(0, Role::Heading(3, title.clone()));
    let mut y = sheet.block(
        heading,
        (left(column), y),
        COLUMN,
        TITLE,
        (&title, title_lang),
    );
    let node = sheet.node(0, Role::Paragraph);
    let result = &lesson.result;
    let score = format!(
        "{} {} · {} {}/{} · {}%",
        wording.form,
        result.form,
        wording.right,
        result.score.right,
        result.score.total,
        result.score.percent
    );
    sheet.text(
        node,
        (left(column), y - 2.0),
        style(7.8, SOFT),
        (&score, lang),
    );
    sheet.right(
        node,
        (left(column) + COLUMN, y - 2.0),
        style(7.8, SOFT),
        (wording.day(&result.date), lang),
    );
    y += 12.5;
    if lesson.can_dos.is_empty() {
        return (column, y + 12.0);
    }
    let list = sheet.node(0, Role::List);
    for can_do in &lesson.can_dos {
        let text = content.text(&can_do.text, lang);
        let lines = sheet.face.wrap(text.0, STATEMENT.size, COLUMN - INDENT);
        let more = f32::from(u16::try_from(lines.len()).unwrap_or(u16::MAX)) - 1.0;
        if y > TOP && y + more * STATEMENT.size * LEAD > END {
            (column, y) = next(sheet, content, wording, column);
        }
        let item = sheet.node(list, Role::Item);
        sheet.fill(left(column) + 1.0, y - 4.4, (3.0, 3.0), INDIGO);
        y = sheet.block(
            item,
            (left(column) + INDENT, y),
            COLUMN - INDENT,
            STATEMENT,
            text,
        ) + 1.5;
    }
    (column, y + 12.0)
}
