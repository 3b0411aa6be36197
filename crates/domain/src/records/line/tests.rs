//! A line is read back as it was written; damage is found and named.

//! What must hold, as tests.

use super::super::*;
use super::*;
use crate::kinds::RAW_ANSWER_MAX;
use crate::memory::Grade;
use crate::model::StepKind;
use crate::shuffle;

fn stamp() -> Stamp {
    Stamp {
        wall_ms: 1_795_478_400_123,
        offset_min: 420,
        mono_ms: 61_002,
    }
}

fn writer() -> Writer {
    Writer::new(
        "p1a2b3c4d5e6f708".parse().unwrap(),
        "0123456789abcdef".parse().unwrap(),
    )
}

fn pack() -> PackStamp {
    PackStamp::new("a1-mulai".parse().unwrap(), "0.1.0", "5f2c9e0a1b2c3d4e99")
}

fn sitting() -> SittingId {
    "01234567-1".parse().unwrap()
}

fn answered() -> Answered {
    Answered {
        pack: pack(),
        item: "perkenalan-p04".parse().unwrap(),
        mode: Mode::Lesson,
        sitting: Some(sitting()),
        form: None,
        seed: 4_000_000_000,
        shown: vec![2, 0, 35],
        raw: "なまえ \"x\"".into(),
        outcome: Outcome::Slip,
        reason: "width".into(),
        response_ms: 4210,
        plays: 2,
        heard: true,
        can_do: Some("a1-01-nama".parse().unwrap()),
        section: None,
        unheard: false,
    }
}

fn one_of_each() -> Vec<Event> {
    let rule = Rule {
        total_pct: 70,
        each_pct: 50,
    };
    let lesson: LessonId = "perkenalan".parse().unwrap();
    let opened = |activity| {
        Event::Opened(Opened {
            sitting: sitting(),
            activity,
            seed: 7,
            items: 12,
        })
    };
    vec![
        Event::Answered(answered()),
        Event::Answered(Answered {
            sitting: None,
            form: Some(FormId::B),
            mode: Mode::Test,
            section: Some(3),
            can_do: None,
            heard: false,
            ..answered()
        }),
        Event::Graded(Graded {
            pack: "a1-mulai".parse().unwrap(),
            skill: Skill::Recall,
            grade: Grade::Easy,
            mode: Mode::Review,
            sitting: None,
            response_ms: 900,
            words: vec!["namae".parse().unwrap(), "kuni".parse().unwrap()],
        }),
        Event::Undone(Undone {
            writer: "0123456789abcdef".parse().unwrap(),
            from: 3,
            to: 4,
        }),
        Event::Setting(Setting::step_done(&pack().id, &lesson, StepKind::Grammar)),
        opened(Activity::Lesson {
            pack: pack(),
            lesson: lesson.clone(),
            step: StepKind::Practice,
        }),
        opened(Activity::Check {
            pack: pack(),
            lesson,
            form: FormId::A,
            rule,
        }),
        opened(Activity::Test {
            pack: pack(),
            test: "unit-1".parse().unwrap(),
            form: FormId::B,
            rule,
            limit_secs: 2700,
        }),
        opened(Activity::Review),
        opened(Activity::Ear),
        Event::Heartbeat(Heartbeat {
            sitting: sitting(),
            active_ms: 60_000,
            at: 4,
            plays: 0,
        }),
        Event::Closed(Closed {
            sitting: sitting(),
            end: End::TimeUp,
            active_ms: 90_000,
        }),
        Event::Certificate(Certificate {
            serial: "KK-7F3A-22".into(),
            certificate: "a1-part-1".parse().unwrap(),
            pack: pack(),
            name: "Siti Nur’aini".into(),
            hash: "0011223344556677".into(),
        }),
        Event::Reset(Reset { pack: None }),
        Event::Reset(Reset {
            pack: Some(pack().id),
        }),
    ]
}

#[test]
fn every_kind_of_record_is_read_back_as_it_was_written() {
    let mut writer = writer();
    for event in one_of_each() {
        let record = writer.write(stamp(), event.clone()).unwrap();
        assert_eq!(*record.event, event);
        assert!(record.encode().len() <= RECORD_MAX && !record.encode().contains('\n'));
        let read = Record::decode(record.encode()).unwrap();
        assert_eq!(read, record);
        assert_eq!(read.encode(), record.encode());
    }
}

/// These lines are in the field: they are read for ever.
#[test]
fn published_lines_are_still_written_and_read_as_they_were() {
    let mut writer = writer();
    let lines: Vec<String> = one_of_each()
        .into_iter()
        .map(|event| writer.write(stamp(), event).unwrap().encode().to_owned())
        .collect();
    let frozen: Vec<&str> = include_str!("../../../../../tests/stores/records-v1.txt")
        .lines()
        .collect();
    assert_eq!(lines, frozen);
}

/// Plays came later, at the end of the payload: a heartbeat without them is read and written as before.
#[test]
fn a_heartbeat_tells_of_plays_where_there_are_any() {
    for (plays, payload) in [
        (0, r#"["01234567-1",61000,4]"#),
        (2, r#"["01234567-1",61000,4,2]"#),
    ] {
        let event = Event::Heartbeat(Heartbeat {
            sitting: sitting(),
            active_ms: 61_000,
            at: 4,
            plays,
        });
        let record = writer().write(stamp(), event.clone()).unwrap();
        assert!(record.encode().contains(payload), "{}", record.encode());
        assert_eq!(*Record::decode(record.encode()).unwrap().event, event);
    }
}

/// So did whether something was not heard that was to be.
#[test]
fn an_answer_tells_where_it_was_to_be_heard_and_was_not() {
    for (unheard, end) in [
        (false, r#","a1-01-nama",-1],""#),
        (true, r#","a1-01-nama",-1,1],""#),
    ] {
        let event = Event::Answered(Answered {
            unheard,
            ..answered()
        });
        let record = writer().write(stamp(), event.clone()).unwrap();
        assert!(record.encode().contains(end), "{}", record.encode());
        assert_eq!(*Record::decode(record.encode()).unwrap().event, event);
    }
}

#[test]
fn an_answer_fits_whatever_is_typed_and_however_long_the_ids_are() {
    let long = "z".repeat(40);
    let mut writer = Writer::new(
        "p1a2b3c4d5e6f708".parse().unwrap(),
        "f".repeat(16).parse().unwrap(),
    );
    writer.observe(u64::from(u32::MAX));
    let far = Stamp {
        wall_ms: 99_999_999_999_999,
        offset_min: -720,
        mono_ms: 9_999_999_999,
    };
    for raw in [
        "".to_owned(),
        "\"".repeat(RAW_ANSWER_MAX),
        "あ".repeat(40),
        "\u{1}".repeat(120),
    ] {
        let event = Event::Answered(Answered {
            pack: PackStamp::new(long.parse().unwrap(), &"9".repeat(40), &"e".repeat(64)),
            item: long.parse().unwrap(),
            mode: Mode::Test,
            sitting: Some("ffffffff-4294967295".parse().unwrap()),
            form: Some(FormId::B),
            seed: u32::MAX,
            shown: vec![35; 12],
            raw: raw.clone(),
            outcome: Outcome::Wrong,
            reason: format!("opt:{long}"),
            response_ms: u32::MAX,
            plays: 255,
            heard: false,
            can_do: Some(long.parse().unwrap()),
            section: Some(255),
            unheard: true,
        });
        let record = writer.write(far, event).unwrap();
        let read = Record::decode(record.encode()).unwrap();
        let Event::Answered(answer) = &*read.event else {
            panic!("an answer")
        };
        assert!(raw.starts_with(&answer.raw));
        assert_eq!(read, record);
    }
    let usual = Event::Answered(Answered {
        raw: "あ".repeat(40),
        ..answered()
    });
    let record = writer.write(far, usual).unwrap();
    let Event::Answered(answer) = &*record.event else {
        panic!("an answer")
    };
    assert_eq!(
        answer.raw.len(),
        RAW_ANSWER_MAX,
        "with ids of usual length nothing is cut"
    );
}

#[test]
fn what_cannot_fit_is_refused_before_a_number_is_spent() {
    let mut writer = writer();
    let long = Event::Setting(Setting::new("name", &"a".repeat(400)));
    assert!(matches!(
        writer.write(stamp(), long),
        Err(RecordFault::TooLong(_))
    ));
    let next = writer
        .write(stamp(), Event::Setting(Setting::new("name", "Sari")))
        .unwrap();
    assert_eq!(next.id().counter, 1);
}

#[test]
fn many_words_go_into_several_records() {
    let mut writer = writer();
    let words: Vec<WordKey> = (0..30)
        .map(|n| format!("kata-yang-panjang-{n}").parse().unwrap())
        .collect();
    let graded = Graded {
        pack: pack().id,
        skill: Skill::Listen,
        grade: Grade::Good,
        mode: Mode::Lesson,
        sitting: Some(sitting()),
        response_ms: 0,
        words: words.clone(),
    };
    let parts = graded.split();
    let all: Vec<WordKey> = parts.iter().flat_map(|part| part.words.clone()).collect();
    assert_eq!(all, words);
    for part in parts {
        writer.write(stamp(), Event::Graded(part)).unwrap();
    }
}

fn sealed(body: &str) -> String {
    format!("{body},\"{:08x}\"]", CRC.checksum(body.as_bytes()))
}

#[test]
fn a_kind_of_tomorrow_is_kept_as_it_is() {
    let line =
        sealed(r#"[1,"p1","w1",5,9,1795478400000,420,7,"pronounced",[{"a":[1.5,null]},"x"]"#);
    let record = Record::decode(&line).unwrap();
    assert_eq!(*record.event, Event::Unknown("pronounced".into()));
    assert_eq!(record.encode(), line);
}

#[test]
fn cells_added_later_are_passed_over_and_kept() {
    let line = sealed(
        r#"[1,"p1","w1",5,9,0,0,7,"setting",["name","Sari","later",4],"new"]"#
            .trim_end_matches(']'),
    );
    let record = Record::decode(&line).unwrap();
    assert_eq!(*record.event, Event::Setting(Setting::new("name", "Sari")));
    assert_eq!(record.encode(), line);
}

#[test]
fn a_fault_says_what_is_wrong() {
    let fault = |line: &str| Record::decode(line).unwrap_err();
    let good = writer()
        .write(stamp(), Event::Reset(Reset { pack: None }))
        .unwrap()
        .encode()
        .to_owned();
    assert_eq!(fault(""), RecordFault::NotARecord);
    assert_eq!(fault("{\"a\":1}"), RecordFault::NotARecord);
    assert_eq!(fault(&good[..good.len() - 3]), RecordFault::NotARecord);
    assert_eq!(fault(&good.replace("420", "421")), RecordFault::Checksum);
    assert_eq!(fault("[2,{\"all\":\"new\"}]"), RecordFault::Newer(2));
    assert_eq!(
        fault(&sealed(r#"[1,"p1","w1",5,9,0,0,7,"undone",["w1",3]"#)),
        RecordFault::Field("to")
    );
    assert_eq!(
        fault(&sealed(r#"[1,"P 1","w1",5,9,0,0,7,"reset",[""]"#)),
        RecordFault::Field("profile")
    );
    assert_eq!(
        fault(&sealed(&format!("[1,\"{}\"", "x".repeat(500)))).code(),
        "too-long"
    );
    assert_eq!(fault(&sealed("[1")), RecordFault::Field("writer"));
    assert_eq!(fault(&sealed(&"[".repeat(300))), RecordFault::NotARecord);
    assert_eq!(fault(&sealed("[0")), RecordFault::Field("version"));
}

/// Damage is never read as something else and never panics: 10,000 mutations of real lines.
#[test]
fn a_mutated_line_is_a_fault_or_the_same_record() {
    let mut writer = writer();
    let lines: Vec<String> = one_of_each()
        .into_iter()
        .map(|event| writer.write(stamp(), event).unwrap().encode().to_owned())
        .collect();
    let mut state = 20_261_124;
    let mut draw = |below: usize| (shuffle::next(&mut state) % below as u64) as usize;
    for _ in 0..10_000 {
        let whole = &lines[draw(lines.len())];
        let mut bytes = whole.clone().into_bytes();
        for _ in 0..=draw(3) {
            let at = draw(bytes.len());
            match draw(4) {
                0 => bytes[at] ^= 1 << draw(8),
                1 => bytes.truncate(at.max(1)),
                2 => bytes.insert(at, draw(256) as u8),
                _ => drop(bytes.remove(at)),
            }
            if bytes.is_empty() {
                bytes.push(b'[');
            }
        }
        let line = String::from_utf8_lossy(&bytes);
        if let Ok(record) = Record::decode(&line) {
            assert_eq!(
                record.encode(),
                whole,
                "a changed line was taken for a record"
            );
        }
    }
}

/// Damage that keeps the checksum whole (a bad writer, not a bad disk) is a named fault, never a panic.
#[test]
fn a_resealed_mutation_never_panics() {
    let mut writer = writer();
    let bodies: Vec<String> = one_of_each()
        .into_iter()
        .map(|event| writer.write(stamp(), event).unwrap().encode().to_owned())
        .map(|line| line[..line.len() - CLOSING].to_owned())
        .collect();
    let mut state = 7;
    let mut draw = |below: usize| (shuffle::next(&mut state) % below as u64) as usize;
    for _ in 0..10_000 {
        let body = &bodies[draw(bodies.len())];
        let mut cells: Vec<String> = body.split(',').map(str::to_owned).collect();
        let at = draw(cells.len());
        let odd = [
            "-1",
            "1e400",
            "\"\"",
            "null",
            "99999999999999999999999",
            "[]",
            "\"𠮷\"",
            "{}",
            "0.5",
        ];
        match draw(3) {
            0 => drop(cells.remove(at)),
            1 => cells[at] = odd[draw(odd.len())].into(),
            _ => cells.insert(at, odd[draw(odd.len())].into()),
        }
        if let Ok(record) = Record::decode(&sealed(&cells.join(","))) {
            assert_eq!(Record::decode(record.encode()).unwrap(), record);
        }
    }
}
