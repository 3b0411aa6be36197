//! The words around a certificate, from the texts of the language it is printed in.
//!
//! Invariant: a pure function, so that the build's own tests print with exactly these words.

use credential::{Content, Wording};
use texts::{Texts, format};

/// The words for this content.
pub fn wording(texts: &Texts, content: &Content) -> Wording {
    let day = |iso: &str| {
        parts(iso).map_or_else(
            || iso.to_owned(),
            |(year, month, day)| format::date(texts, year, month, day),
        )
    };
    let short = |iso: &str| {
        parts(iso).map_or_else(
            || iso.to_owned(),
            |(year, month, day)| texts.certificate_day(day, texts.month_short(month), year),
        )
    };
    let (from, to) = (day(&content.studied.from), day(&content.studied.to));
    let passed = if content.test.is_some() {
        texts.certificate_passed()
    } else {
        texts.certificate_passed_checks()
    };
    Wording {
        lang: texts.lang().tag().to_owned(),
        name: texts.certificate_name().to_owned(),
        passed: passed.to_owned(),
        level: texts.certificate_level().to_owned(),
        studied: texts.certificate_studied().to_owned(),
        period: if from == to {
            from
        } else {
            texts.certificate_period(from, to)
        },
        issued: texts.certificate_issued().to_owned(),
        issued_day: day(&content.issued),
        supervision: texts.certificate_supervision().to_owned(),
        unsupervised: texts.certificate_unsupervised().to_owned(),
        material: texts.certificate_material().to_owned(),
        serial: texts.certificate_serial().to_owned(),
        code: texts.certificate_code().to_owned(),
        test_results: texts.certificate_test_results().to_owned(),
        lesson_results: texts.certificate_lesson_results().to_owned(),
        section: texts.certificate_section().to_owned(),
        lesson: texts.certificate_lesson().to_owned(),
        form: texts.certificate_form().to_owned(),
        date: texts.certificate_date().to_owned(),
        right: texts.certificate_right().to_owned(),
        total: texts.certificate_total().to_owned(),
        provisional: texts.certificate_provisional().to_owned(),
        unheard: texts.certificate_unheard().to_owned(),
        covers: texts.certificate_covers().to_owned(),
        days: content
            .days()
            .map(|iso| (iso.to_owned(), short(iso)))
            .collect(),
    }
}

/// Year, month and day of `2026-11-24`.
fn parts(iso: &str) -> Option<(i32, u8, u8)> {
    let mut parts = iso.split('-');
    let year = parts.next()?.parse().ok()?;
    Some((
        year,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
    ))
}
