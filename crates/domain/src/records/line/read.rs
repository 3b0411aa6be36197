//! Reading a record's line.

use super::super::row::Row;
use super::super::*;
use super::{CLOSING, CRC, OUTCOMES, RECORD_MAX, VERSION, outcome_code, read_shown, skill_code};
use crate::kinds::Skill;
use crate::memory::Grade;
use crate::model::StepKind;
use serde_json::Value;

/// Reads a line.
pub fn decode(line: &str) -> Result<Record, RecordFault> {
    if let Some(version) = version_of(line).filter(|version| *version > VERSION) {
        return Err(RecordFault::Newer(version));
    }
    if line.len() > RECORD_MAX {
        return Err(RecordFault::TooLong(line.len()));
    }
    check_sum(line)?;
    let cells: Vec<Value> = serde_json::from_str(line).map_err(|_| RecordFault::NotARecord)?;
    let mut row = Row::new(&cells);
    if row.number::<u32>("version")? != VERSION {
        return Err(RecordFault::Field("version"));
    }
    let profile = row.parsed("profile")?;
    let writer = row.parsed("writer")?;
    let counter = row.number("counter")?;
    let lamport = row.number("lamport")?;
    let stamp = Stamp {
        wall_ms: row.number("wall_ms")?,
        offset_min: row.number("offset_min")?,
        mono_ms: row.number("mono_ms")?,
    };
    let tag = row.text("kind")?;
    let event = event(tag, row.row("payload")?)?;
    Ok(Record {
        profile,
        place: Place {
            lamport,
            id: RecordId { writer, counter },
        },
        stamp,
        event: Rc::new(event),
        line: line.into(),
    })
}

/// The number after the opening bracket.
fn version_of(line: &str) -> Option<u32> {
    let rest = line.strip_prefix('[')?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

fn check_sum(line: &str) -> Result<(), RecordFault> {
    let at = line
        .len()
        .checked_sub(CLOSING)
        .ok_or(RecordFault::NotARecord)?;
    let (body, closing) = line.split_at_checked(at).ok_or(RecordFault::NotARecord)?;
    let digits = closing
        .strip_prefix(",\"")
        .and_then(|rest| rest.strip_suffix("\"]"))
        .filter(|_| body.starts_with('['))
        .ok_or(RecordFault::NotARecord)?;
    if digits == format!("{:08x}", CRC.checksum(body.as_bytes())) {
        Ok(())
    } else {
        Err(RecordFault::Checksum)
    }
}

fn event(tag: &str, mut row: Row<'_>) -> Result<Event, RecordFault> {
    let Some(kind) = EventKind::ALL.into_iter().find(|kind| kind.tag() == tag) else {
        return Ok(Event::Unknown(tag.into()));
    };
    Ok(match kind {
        EventKind::Answered => Event::Answered(answered(row)?),
        EventKind::Graded => Event::Graded(graded(row)?),
        EventKind::Undone => Event::Undone(Undone {
            writer: row.parsed("writer")?,
            from: row.number("from")?,
            to: row.number("to")?,
        }),
        EventKind::Setting => Event::Setting(Setting {
            key: row.text("key")?.into(),
            value: row.text("value")?.into(),
        }),
        EventKind::Opened => Event::Opened(read_opened(row)?),
        EventKind::Heartbeat => Event::Heartbeat(Heartbeat {
            sitting: row.parsed("sitting")?,
            active_ms: row.number("active_ms")?,
            at: row.number("at")?,
            plays: row.number_or("plays", 0)?,
        }),
        EventKind::Closed => Event::Closed(Closed {
            sitting: row.parsed("sitting")?,
            end: row.coded("end", &End::ALL, End::code)?,
            active_ms: row.number("active_ms")?,
        }),
        EventKind::Certificate => Event::Certificate(Certificate {
            serial: row.text("serial")?.into(),
            certificate: row.parsed("certificate")?,
            pack: read_pack(&mut row)?,
            name: row.text("name")?.into(),
            hash: row.text("hash")?.into(),
        }),
        EventKind::Reset => Event::Reset(Reset {
            pack: row.optional("pack")?,
        }),
    })
}

fn read_pack(row: &mut Row<'_>) -> Result<PackStamp, RecordFault> {
    Ok(PackStamp {
        id: row.parsed("pack")?,
        version: row.text("version")?.into(),
        hash: row.text("hash")?.into(),
    })
}

fn answered(mut row: Row<'_>) -> Result<Answered, RecordFault> {
    Ok(Answered {
        pack: read_pack(&mut row)?,
        item: row.parsed("item")?,
        mode: row.coded("mode", &Mode::ALL, Mode::code)?,
        sitting: row.optional("sitting")?,
        form: form(&mut row)?,
        seed: row.number("seed")?,
        shown: read_shown(row.text("shown")?)?,
        raw: row.text("raw")?.into(),
        outcome: row.coded("outcome", &OUTCOMES, outcome_code)?,
        reason: row.text("reason")?.into(),
        response_ms: row.number("response_ms")?,
        plays: row.number("plays")?,
        heard: row.number::<u8>("heard")? == 1,
        can_do: row.optional("can_do")?,
        section: u8::try_from(row.number::<i16>("section")?).ok(),
        unheard: row.number_or::<u8>("unheard", 0)? == 1,
    })
}

fn graded(mut row: Row<'_>) -> Result<Graded, RecordFault> {
    let pack = row.parsed("pack")?;
    let skill = row.coded("skill", &Skill::ALL, skill_code)?;
    let grade = Grade::from_number(row.number("grade")?).ok_or(RecordFault::Field("grade"))?;
    let mode = row.coded("mode", &Mode::ALL, Mode::code)?;
    let sitting = row.optional("sitting")?;
    let response_ms = row.number("response_ms")?;
    let word = |cell: &Value| cell.as_str()?.parse().ok();
    let words = row
        .rest()
        .map(|cell| word(cell).ok_or(RecordFault::Field("words")));
    let words = words.collect::<Result<_, _>>()?;
    Ok(Graded {
        pack,
        skill,
        grade,
        mode,
        sitting,
        response_ms,
        words,
    })
}

fn read_opened(mut row: Row<'_>) -> Result<Opened, RecordFault> {
    let sitting = row.parsed("sitting")?;
    let mode = row.coded("mode", &Mode::ALL, Mode::code)?;
    let pack = match mode {
        Mode::Lesson | Mode::Check | Mode::Test => Some(read_pack(&mut row)?),
        Mode::Review | Mode::Ear => {
            for name in ["pack", "version", "hash"] {
                row.text(name)?;
            }
            None
        }
    };
    let target = row.text("target")?;
    let step = row.text("step")?;
    let form = form(&mut row)?;
    let (seed, items) = (row.number("seed")?, row.number("items")?);
    let rule = Rule {
        total_pct: row.number("total_pct")?,
        each_pct: row.number("each_pct")?,
    };
    let limit_secs = row.number("limit_secs")?;
    let missing = |name| move || RecordFault::Field(name);
    let pack = || pack.clone().ok_or_else(missing("pack"));
    let form = || form.ok_or_else(missing("form"));
    let lesson = || target.parse().map_err(|_| RecordFault::Field("target"));
    let activity = match mode {
        Mode::Lesson => {
            let step = StepKind::from_name(step).ok_or_else(missing("step"))?;
            Activity::Lesson {
                pack: pack()?,
                lesson: lesson()?,
                step,
            }
        }
        Mode::Check => Activity::Check {
            pack: pack()?,
            lesson: lesson()?,
            form: form()?,
            rule,
        },
        Mode::Test => {
            let test = target.parse().map_err(|_| RecordFault::Field("target"))?;
            Activity::Test {
                pack: pack()?,
                test,
                form: form()?,
                rule,
                limit_secs,
            }
        }
        Mode::Review => Activity::Review,
        Mode::Ear => Activity::Ear,
    };
    Ok(Opened {
        sitting,
        activity,
        seed,
        items,
    })
}

fn form(row: &mut Row<'_>) -> Result<Option<FormId>, RecordFault> {
    match row.text("form")? {
        "" => Ok(None),
        text => FormId::ALL
            .into_iter()
            .find(|form| form.as_str() == text)
            .map(Some)
            .ok_or(RecordFault::Field("form")),
    }
}
