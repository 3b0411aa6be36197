//! Writing a record's line.

use super::super::row::RowText;
use super::super::*;
use super::{CRC, RECORD_MAX, VERSION, outcome_code, shown_text, skill_code};

/// Writes a line. What is too long in an answer is cut; the event returned is the one that the line says.
pub fn encode(
    profile: &ProfileId,
    place: &Place,
    stamp: &Stamp,
    mut event: Event,
) -> Result<(Event, String), RecordFault> {
    loop {
        let line = compose(profile, place, stamp, &event);
        let over = line.len().saturating_sub(RECORD_MAX);
        if over == 0 {
            return Ok((event, line));
        }
        let Event::Answered(answered) = &mut event else {
            return Err(RecordFault::TooLong(line.len()));
        };
        if !cut(&mut answered.raw, over) && !cut(&mut answered.reason, over) {
            return Err(RecordFault::TooLong(line.len()));
        }
    }
}

/// Takes at least `bytes` from the end of a text, or all of it. False if it was empty.
fn cut(text: &mut String, bytes: usize) -> bool {
    let was_empty = text.is_empty();
    let wanted = text.len().saturating_sub(bytes);
    let end = (0..=wanted)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    text.truncate(end);
    !was_empty
}

fn compose(profile: &ProfileId, place: &Place, stamp: &Stamp, event: &Event) -> String {
    let mut row = RowText::new();
    row.number(VERSION)
        .text(profile.as_str())
        .text(place.id.writer.as_str())
        .number(place.id.counter)
        .large(place.lamport)
        .number(stamp.wall_ms)
        .number(stamp.offset_min)
        .large(stamp.mono_ms)
        .text(event.tag())
        .row(payload(event));
    let sum = CRC.checksum(row.open().as_bytes());
    row.text(&format!("{sum:08x}"));
    row.close()
}

fn payload(event: &Event) -> RowText {
    let mut row = RowText::new();
    match event {
        Event::Answered(a) => {
            pack(&mut row, Some(&a.pack));
            row.text(a.item.as_str())
                .text(a.mode.code())
                .text(a.sitting.as_ref().map_or("", SittingId::as_str))
                .text(a.form.map_or("", FormId::as_str))
                .number(a.seed)
                .text(&shown_text(&a.shown))
                .text(&a.raw)
                .text(outcome_code(a.outcome))
                .text(&a.reason)
                .number(a.response_ms)
                .number(a.plays)
                .number(a.heard)
                .text(a.can_do.as_ref().map_or("", CanDoId::as_str))
                .number(a.section.map_or(-1, i64::from));
            // Most answers have nothing to hear, and an older line says nothing of it either.
            if a.unheard {
                row.number(1);
            }
        }
        Event::Graded(g) => {
            row.text(g.pack.as_str())
                .text(skill_code(g.skill))
                .number(g.grade.number())
                .text(g.mode.code())
                .text(g.sitting.as_ref().map_or("", SittingId::as_str))
                .number(g.response_ms);
            for word in &g.words {
                row.text(word.as_str());
            }
        }
        Event::Undone(u) => {
            row.text(u.writer.as_str()).number(u.from).number(u.to);
        }
        Event::Setting(s) => {
            row.text(&s.key).text(&s.value);
        }
        Event::Opened(o) => opened(&mut row, o),
        Event::Heartbeat(h) => {
            row.text(h.sitting.as_str())
                .number(h.active_ms)
                .number(h.at);
            // Most sittings limit nothing, and an older line says nothing of it either.
            if h.plays > 0 {
                row.number(h.plays);
            }
        }
        Event::Closed(c) => {
            row.text(c.sitting.as_str())
                .text(c.end.code())
                .number(c.active_ms);
        }
        Event::Certificate(c) => {
            row.text(&c.serial).text(c.certificate.as_str());
            pack(&mut row, Some(&c.pack));
            row.text(&c.name).text(&c.hash);
        }
        Event::Reset(r) => {
            row.text(r.pack.as_ref().map_or("", PackId::as_str));
        }
        Event::Unknown(_) => {}
    }
    row
}

fn pack(row: &mut RowText, pack: Option<&PackStamp>) {
    let (id, version, hash) = pack.map_or(("", "", ""), |pack| {
        (pack.id.as_str(), &*pack.version, &*pack.hash)
    });
    row.text(id).text(version).text(hash);
}

fn opened(row: &mut RowText, opened: &Opened) {
    let activity = &opened.activity;
    row.text(opened.sitting.as_str())
        .text(activity.mode().code());
    pack(row, activity.pack());
    let none = Rule {
        total_pct: 0,
        each_pct: 0,
    };
    let (target, step, rule, limit_secs) = match activity {
        Activity::Lesson { lesson, step, .. } => (lesson.as_str(), step.as_str(), &none, 0),
        Activity::Check { lesson, rule, .. } => (lesson.as_str(), "", rule, 0),
        Activity::Test {
            test,
            rule,
            limit_secs,
            ..
        } => (test.as_str(), "", rule, *limit_secs),
        Activity::Review | Activity::Ear => ("", "", &none, 0),
    };
    row.text(target)
        .text(step)
        .text(activity.form().map_or("", FormId::as_str))
        .number(opened.seed)
        .number(opened.items)
        .number(rule.total_pct)
        .number(rule.each_pct)
        .number(limit_secs);
}
