//! The front: who, what, when; results beside it; below what the document is and is not, and a free place.

use super::sheet::*;
use crate::content::{Content, Outcome, Score};
use crate::file;
use crate::wording::{LANGUAGES, Wording};

/// Width of the person's side.
const LEFT: f32 = 384.0;
/// Where the results begin, and where they end on the right.
const RESULTS: f32 = 468.0;
const RIGHT: f32 = WIDTH - MARGIN;
/// Results stand between these two; below them is the free place, 35 mm high, for a centre's code and signature.
const RESULTS_TOP: f32 = 112.0;
const RESULTS_END: f32 = 446.0;
/// Where the notice begins, and its width: the free place is to its right.
const NOTICE_TOP: f32 = 476.0;
const NOTICE: f32 = 502.0;
/// The most rows of results on the front; lessons beyond it are told with what they cover.
const ROWS_MAX: usize = 30;

const LABEL: Style = style(8.5, SOFT);

/// Lays the front out on the first page.
pub fn lay_out(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording) {
    head(sheet, content, wording);
    let end = person(sheet, content, wording);
    facts(sheet, content, wording, end);
    results(sheet, content, wording);
    notice(sheet, content, wording);
}

fn head(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording) {
    let lang = wording.lang.as_str();
    sheet.mark(Mark::Bridge {
        x: MARGIN - 9.0,
        y: 19.0,
        size: 56.0,
    });
    let brand = sheet.node(0, Role::Paragraph);
    sheet.text(
        brand,
        (MARGIN + 50.0, 54.0),
        style(12.0, INDIGO),
        ("Kakehashi", lang),
    );
    let number = sheet.node(0, Role::Paragraph);
    let line = format!("{} {}", wording.serial, content.serial);
    sheet.right(number, (RIGHT, 54.0), style(9.0, SOFT), (&line, lang));
    let title = content.grade.title(lang);
    let heading = sheet.node(0, Role::Heading(1, title.to_owned()));
    let size = sheet.face.fit(title, 27.0, LEFT, 12.0);
    sheet.text(heading, (MARGIN, 116.0), style(size, INDIGO), (title, lang));
    let others = sheet.node(0, Role::Paragraph);
    let mut x = MARGIN;
    for other in LANGUAGES.into_iter().filter(|other| *other != lang) {
        let dot = if x > MARGIN { "· " } else { "" };
        let text = format!("{dot}{} ", content.grade.title(other));
        sheet.text(others, (x, 136.0), style(9.5, SOFT), (&text, other));
        x += sheet.face.width(&text, 9.5) + 2.0;
    }
}

/// The name and the course; returns the base line after them.
fn person(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording) -> f32 {
    let lang = wording.lang.as_str();
    let node = sheet.node(0, Role::Paragraph);
    sheet.text(
        node,
        (MARGIN, 172.0),
        LABEL,
        (&format!("{} ", wording.name), lang),
    );
    let name = content.name.as_str();
    let mut size = sheet.face.fit(name, 32.0, LEFT, 17.0);
    // A name that needs more than three lines is written smaller.
    while sheet.face.wrap(name, size, LEFT).len() > 3 && size > 9.0 {
        size -= 1.0;
    }
    let lines = sheet.face.wrap(name, size, LEFT).len();
    let first = 172.0 + size * 1.22;
    let node = sheet.node(0, Role::Paragraph);
    let mut y = if lines == 1 {
        sheet.text(node, (MARGIN, first), style(size, INK), (name, lang));
        first + 8.0
    } else {
        sheet.block(node, (MARGIN, first), LEFT, style(size, INK), (name, lang)) - size * 1.42 + 8.0
    };
    if let Some(kana) = &content.kana {
        let size = sheet.face.fit(kana.as_str(), 11.0, LEFT, 7.0);
        let node = sheet.node(0, Role::Paragraph);
        y = sheet.block(
            node,
            (MARGIN, y + 13.0),
            LEFT,
            style(size, SOFT),
            (kana.as_str(), "ja"),
        ) - 8.0;
    }
    sheet.fill(MARGIN, y + 4.0, (LEFT, 0.8), LINE);
    let node = sheet.node(0, Role::Paragraph);
    sheet.text(
        node,
        (MARGIN, y + 26.0),
        LABEL,
        (&format!("{} ", wording.passed), lang),
    );
    let course = content.text(&content.course.title, lang);
    let heading = sheet.node(0, Role::Heading(2, course.0.to_owned()));
    let size = sheet.face.fit(course.0, 19.0, LEFT, 13.0);
    y = sheet.block(heading, (MARGIN, y + 51.0), LEFT, style(size, INK), course);
    // An employer in Japan reads the second line.
    let second = if lang == "ja" { "en" } else { "ja" };
    let other = content.text(&content.course.title, second);
    if other.0 != course.0 {
        let node = sheet.node(0, Role::Paragraph);
        y = sheet.block(node, (MARGIN, y - 6.0), LEFT, style(10.5, SOFT), other);
    }
    y
}

fn facts(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording, top: f32) {
    let lang = wording.lang.as_str();
    let (pack, _) = content.text(&content.pack.title, lang);
    let hash: String = content.pack.hash.chars().take(file::CODE_DIGITS).collect();
    let material = format!("{pack} {} · {hash}", content.pack.version);
    let watched = if content.supervised {
        ""
    } else {
        wording.unsupervised.as_str()
    };
    let rows = [
        (&wording.studied, wording.period.as_str()),
        (&wording.issued, wording.issued_day.as_str()),
        (&wording.level, content.course.level.as_str()),
        (&wording.supervision, watched),
        (&wording.material, material.as_str()),
        (&wording.code, &file::code(content)),
    ];
    let label = rows
        .iter()
        .map(|(label, _)| sheet.face.width(label, LABEL.size))
        .fold(60.0, f32::max)
        .min(150.0);
    // Six facts share the room above the notice.
    let step = ((NOTICE_TOP - 22.0 - top) / 6.0).clamp(11.0, 17.0);
    let mut y = top + 8.0;
    for (name, value) in rows.into_iter().filter(|(_, value)| !value.is_empty()) {
        let node = sheet.node(0, Role::Paragraph);
        sheet.text(node, (MARGIN, y), LABEL, (&format!("{name} "), lang));
        let x = MARGIN + label + 14.0;
        let size = sheet.face.fit(value, 9.5, MARGIN + LEFT - x, 5.5);
        sheet.text(node, (x, y), style(size, INK), (value, lang));
        y += step;
    }
}

fn results(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording) {
    let sections = content
        .test
        .as_ref()
        .map_or(0, |test| test.sections.len() + 4);
    let rows = sections + content.lessons.len() + 2;
    let with_lessons = rows <= ROWS_MAX;
    let count = if with_lessons { rows } else { sections + 2 };
    let room = RESULTS_END - RESULTS_TOP;
    let row = (room / f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX))).clamp(10.0, 18.0);
    let mut table = Table {
        y: RESULTS_TOP,
        row,
        size: (row * 0.56).min(9.0),
        wording,
    };
    if let Some(test) = &content.test {
        let (title, lang) = content.text(&test.title, &wording.lang);
        let head = format!("{} — {title}", wording.test_results);
        table.title(sheet, &head, lang);
        let node = table.head(sheet, &wording.section);
        for section in &test.sections {
            table.line(
                sheet,
                node,
                content.text(&section.title, &wording.lang),
                (
                    "",
                    if section.unheard {
                        &wording.unheard
                    } else {
                        ""
                    },
                ),
                section.score,
                INK,
            );
        }
        table.line(
            sheet,
            node,
            (&wording.total, &wording.lang),
            taken(&test.result, wording),
            test.result.score,
            INDIGO,
        );
        if test.provisional {
            let note = sheet.node(0, Role::Paragraph);
            let small = style(table.size * 0.84, SOFT);
            let at = (RESULTS, table.y + row * 0.1);
            table.y = sheet.block(
                note,
                at,
                RIGHT - RESULTS,
                small,
                (&wording.provisional, &wording.lang),
            );
        }
        table.y += row * 0.9;
    }
    if !with_lessons {
        return;
    }
    table.title(sheet, &wording.lesson_results, &wording.lang);
    let node = table.head(sheet, &wording.lesson);
    for lesson in &content.lessons {
        let (title, lang) = content.text(&lesson.title, &wording.lang);
        let title = format!("{}. {title}", lesson.number);
        table.line(
            sheet,
            node,
            (&title, lang),
            taken(&lesson.result, wording),
            lesson.result.score,
            INK,
        );
    }
}

/// A table of results as it grows.
struct Table<'a> {
    y: f32,
    row: f32,
    size: f32,
    wording: &'a Wording,
}

/// Right edges of the columns form, date, right, per cent.
const COLUMNS: [f32; 4] = [RIGHT - 162.0, RIGHT - 76.0, RIGHT - 35.0, RIGHT];

impl Table<'_> {
    fn title(&mut self, sheet: &mut Sheet<'_>, title: &str, lang: &str) {
        let heading = sheet.node(0, Role::Heading(3, title.to_owned()));
        let size = sheet
            .face
            .fit(title, self.size * 1.16, RIGHT - RESULTS, 6.0);
        sheet.text(
            heading,
            (RESULTS, self.y),
            style(size, INDIGO),
            (title, lang),
        );
        self.y += self.row;
    }

    fn head(&mut self, sheet: &mut Sheet<'_>, first: &str) -> usize {
        let (wording, y) = (self.wording, self.y);
        let table = sheet.node(0, Role::Table);
        let row = sheet.node(table, Role::Row);
        let look = style(self.size * 0.84, SOFT);
        let cell = sheet.node(row, Role::Head);
        sheet.text(
            cell,
            (RESULTS, y),
            look,
            (&format!("{first} "), &wording.lang),
        );
        for (edge, text) in COLUMNS.into_iter().zip([
            &wording.form,
            &wording.date,
            &wording.right,
            &PERCENT.to_owned(),
        ]) {
            let cell = sheet.node(row, Role::Head);
            sheet.right(cell, (edge, y), look, (&format!("{text} "), &wording.lang));
        }
        sheet.fill(RESULTS, y + self.row * 0.34, (RIGHT - RESULTS, 0.8), INK);
        self.y += self.row * 1.06;
        table
    }

    fn line(
        &mut self,
        sheet: &mut Sheet<'_>,
        table: usize,
        title: (&str, &str),
        (form, day): (&str, &str),
        score: Score,
        color: Color,
    ) {
        let (wording, y) = (self.wording, self.y);
        let row = sheet.node(table, Role::Row);
        let room = COLUMNS[0] - 22.0 - RESULTS;
        let size = sheet.face.fit(title.0, self.size, room, 6.2);
        let lines = sheet.face.wrap(title.0, size, room - size);
        let short = match lines.as_slice() {
            [_] | [] => title.0.to_owned(),
            [first, ..] if sheet.face.width(title.0, size) > room => format!("{first}…"),
            [_, ..] => title.0.to_owned(),
        };
        let cell = sheet.node(row, Role::Cell);
        sheet.text(
            cell,
            (RESULTS, y),
            style(size, color),
            (&format!("{short} "), title.1),
        );
        let right = format!("{}/{}", score.right, score.total);
        let percent = format!("{}%", score.percent);
        for (edge, text) in COLUMNS.into_iter().zip([form, day, &right, &percent]) {
            let cell = sheet.node(row, Role::Cell);
            // What stands beside a section without a form may be longer than a day.
            let size = sheet
                .face
                .fit(text, self.size, COLUMNS[1] - COLUMNS[0], 5.5);
            let look = style(size, color);
            sheet.right(cell, (edge, y), look, (&format!("{text} "), &wording.lang));
        }
        sheet.fill(RESULTS, y + self.row * 0.34, (RIGHT - RESULTS, 0.5), LINE);
        self.y += self.row;
    }
}

/// With which form and on which day something was taken.
fn taken<'a>(result: &'a Outcome, wording: &'a Wording) -> (&'a str, &'a str) {
    (result.form.as_str(), wording.day(&result.date))
}

const PERCENT: &str = "%";

fn notice(sheet: &mut Sheet<'_>, content: &Content, wording: &Wording) {
    let lang = wording.lang.as_str();
    let x = MARGIN + 14.0;
    let mut y = NOTICE_TOP + 9.0;
    let others = LANGUAGES.into_iter().filter(|other| *other != lang);
    let languages: Vec<&str> = std::iter::once(lang).chain(others).collect();
    for (at, own) in languages.into_iter().enumerate() {
        let Some(text) = content.grade.notice(own) else {
            continue;
        };
        let look = if at == 0 {
            style(9.5, INK)
        } else {
            style(6.7, SOFT)
        };
        let node = sheet.node(0, Role::Paragraph);
        y = sheet.block(node, (x, y), NOTICE - 14.0, look, (text, own))
            + if at == 0 { 1.0 } else { -0.5 };
    }
    sheet.fill(MARGIN, NOTICE_TOP, (3.0, y - NOTICE_TOP - 7.0), VERMILION);
}
