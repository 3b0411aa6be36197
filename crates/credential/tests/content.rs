//! From records to the content of a certificate, to its file and back; whatever is changed in the file is noticed.

use credential::file::{self, FileFault};
use credential::{Content, Fault, Grade, Issue, Name, Wording, pdf, serial};
use domain::certificate::earned;
use testkit::{Course, Learner};

fn content() -> Content {
    content_of(true)
}

/// The content of somebody whose device has a voice, or none.
fn content_of(voice: bool) -> Content {
    let course = Course::new("a1", 2);
    let mut learner = Learner::new("sari");
    learner.voice = voice;
    learner.check(&course, 1, |_| true);
    learner.check(&course, 2, |_| true);
    learner.clock.pass_ms(86_400_000);
    learner.test(&course, |_| true);
    let earned = earned(&learner.now(), &course.index, &course.index.certificates[0]).unwrap();
    let issue = Issue {
        serial: serial([7; 8]),
        name: Name::parse("Sari Dewi").unwrap(),
        kana: Some(Name::parse("サリ・デウィ").unwrap()),
        day: learner.clock.today(),
        pack_hash: "0011223344556677".to_owned(),
    };
    Content::self_study(&earned, issue)
}

#[test]
fn a_content_says_what_the_records_say() {
    let content = content();
    assert_eq!(
        (content.grade, content.supervised),
        (Grade::SelfStudy, false)
    );
    assert_eq!(
        (content.studied.from.as_str(), content.studied.to.as_str()),
        ("2026-11-23", "2026-11-24")
    );
    assert_eq!(content.issued, "2026-11-24");
    assert_eq!(content.lessons.len(), 2);
    let result = &content.lessons[0].result;
    assert_eq!((result.form.as_str(), result.needed), ("A", 80));
    assert_eq!(result.score.percent, 100);
    let test = content.test.as_ref().unwrap();
    assert!(test.provisional);
    let right: u16 = test
        .sections
        .iter()
        .map(|section| section.score.right)
        .sum();
    assert_eq!(right, test.result.score.right);
}

/// Hashes of what was heard stay what they were: the word is only written where it is true.
#[test]
fn a_section_that_was_read_instead_of_heard_says_so() {
    let heard = file::write(&content());
    assert!(!heard.contains("unheard"));
    let read = content_of(false);
    let text = file::write(&read);
    assert_eq!(text.matches("\"unheard\": true").count(), 1);
    assert_eq!(file::read(&text), Ok(read.clone()));
    let sections = read.test.unwrap().sections;
    let unheard: Vec<_> = sections
        .iter()
        .map(|section| (section.id.as_str(), section.unheard))
        .collect();
    assert_eq!(unheard, [("script", false), ("listening", true)]);
}

#[test]
fn the_file_reads_back_and_its_code_is_the_printed_one() {
    let content = content();
    let text = file::write(&content);
    assert_eq!(file::read(&text), Ok(content.clone()));
    let hash = file::hash(&content);
    assert_eq!(hash.len(), 64);
    assert!(text.contains(&hash));
    assert_eq!(
        file::code(&content).replace(' ', ""),
        hash[..file::CODE_DIGITS]
    );
    // The order and the spaces of the file do not matter, only what it says.
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file::read(&value.to_string()), Ok(content));
}

#[test]
fn a_changed_file_is_refused() {
    let text = file::write(&content());
    for (from, to) in [
        ("Sari Dewi", "Sari Dewa"),
        ("\"percent\": 100", "\"percent\": 99"),
        ("\"supervised\": false", "\"supervised\": true"),
        ("self_study", "centre"),
        ("\"2026-11-24\"", "\"2026-11-25\""),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from} is in the file");
        assert_eq!(file::read(&changed), Err(FileFault::Changed), "{from}");
    }
    let newer = text.replacen("certificate/1", "certificate/2", 1);
    assert_eq!(
        file::read(&newer),
        Err(FileFault::Newer("kakehashi-certificate/2".to_owned()))
    );
    for other in [
        "",
        "{}",
        "[1]",
        "{\"format\":\"anki\"}",
        "{\"format\":7}",
        &text[..text.len() / 2],
    ] {
        assert_eq!(file::read(other), Err(FileFault::NotOurs), "{other}");
    }
}

#[test]
fn every_bit_of_a_file_counts() {
    let content = content();
    let text = file::write(&content);
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            // What is still whole after a flip says the same: only spaces between the parts may differ.
            if let Ok(read) = file::read(&changed) {
                assert_eq!(read, content);
            }
        }
    }
}

#[test]
fn a_hostile_name_in_a_file_is_refused() {
    let mut value: serde_json::Value = serde_json::from_str(&file::write(&content())).unwrap();
    value["content"]["name"] = "Sari\u{202e}Dewi".into();
    let content = value["content"].clone();
    assert!(serde_json::from_value::<Content>(content).is_err());
}

#[test]
fn nothing_is_printed_without_a_font_or_in_the_name_of_a_centre() {
    let mut content = content();
    let wording = Wording::default();
    assert_eq!(pdf(&content, &wording, b"no font"), Err(Fault::Font));
    content.grade = Grade::Centre;
    assert_eq!(pdf(&content, &wording, b"no font"), Err(Fault::NotSigned));
}
