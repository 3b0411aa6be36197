//! What readers of ids, ruby, TOML and serde say in English, sorted into reasons that every language has a sentence for.
//! What is not known here is passed on as it is.

use crate::wrong::{Key, Wrong};
use domain::ids::{ID_MAX, IdFault};
use domain::text::RubyFault;

/// An id that is none: the reason, what was found, and how long an id may be.
pub fn id(fault: IdFault) -> (Key, String, String) {
    match fault {
        IdFault::Empty => ("id-empty", String::new(), String::new()),
        IdFault::TooLong => ("id-long", String::new(), ID_MAX.to_string()),
        IdFault::BadCharacter(c) => ("id-character", c.to_string(), String::new()),
    }
}

/// Ruby that cannot be read.
pub fn ruby(fault: RubyFault) -> Wrong {
    let (reason, text) = match fault {
        RubyFault::Unclosed => ("unclosed", String::new()),
        RubyFault::Unopened => ("unopened", String::new()),
        RubyFault::NoReading(text) => ("no-reading", text),
        RubyFault::Empty => ("empty", String::new()),
        RubyFault::ReadingNotKana(text) => ("not-kana", text),
    };
    Wrong::Ruby { reason, text }
}

/// What serde said of a value that cannot be what it should be. Faults of ids and ruby come through serde as their
/// own words, so they are known by them.
pub fn typed(message: &str) -> Wrong {
    if let Some(fault) = ruby_in(message) {
        return ruby(fault);
    }
    if let Some(fault) = id_in(message) {
        let (reason, found, expected) = id(fault);
        return Wrong::field(reason, "", &found, &expected);
    }
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_owned();
    if let Some(rest) = message.strip_prefix("unknown field ") {
        return Wrong::field("unknown-field", &quoted(rest), "", "");
    }
    if let Some(rest) = message.strip_prefix("missing field ") {
        return Wrong::field("missing-field", &quoted(rest), "", "");
    }
    if let Some((found, expected)) = message
        .strip_prefix("unknown variant ")
        .and_then(|rest| rest.split_once(", expected "))
    {
        let expected: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        return Wrong::field("unknown-value", "", &quoted(found), &expected.join(", "));
    }
    if let Some((found, expected)) = message
        .strip_prefix("invalid type: ")
        .and_then(|rest| rest.split_once(", expected "))
    {
        return Wrong::field("type", "", found_kind(found), expected_kind(expected));
    }
    Wrong::field("message", "", message, "")
}

/// The ruby fault that these are the words of.
fn ruby_in(message: &str) -> Option<RubyFault> {
    let said = message.strip_prefix("ruby: ")?;
    for fault in [RubyFault::Unclosed, RubyFault::Unopened, RubyFault::Empty] {
        if fault.to_string() == message {
            return Some(fault);
        }
    }
    let group = said
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix("} has no | with a reading"));
    let reading = said
        .strip_prefix("the reading ")
        .and_then(|rest| rest.strip_suffix(" is not kana"));
    match (group, reading) {
        (Some(group), _) => Some(RubyFault::NoReading(group.into())),
        (None, Some(reading)) => Some(RubyFault::ReadingNotKana(reading.into())),
        (None, None) => None,
    }
}

/// The fault of an id that these are the words of.
fn id_in(message: &str) -> Option<IdFault> {
    for fault in [IdFault::Empty, IdFault::TooLong] {
        if fault.to_string() == message {
            return Some(fault);
        }
    }
    let quoted = message.strip_prefix("an id cannot contain '")?;
    quoted.chars().next().map(IdFault::BadCharacter)
}

/// What stands there, as serde names kinds of value.
fn found_kind(found: &str) -> &str {
    let kinds = [
        ("string", "text"),
        ("integer", "number"),
        ("floating point", "number"),
        ("boolean", "truth"),
        ("sequence", "list"),
        ("map", "table"),
    ];
    let kind = kinds.iter().find(|(start, _)| found.starts_with(start));
    kind.map_or(found, |(_, kind)| kind)
}

/// What should stand there.
fn expected_kind(expected: &str) -> &str {
    match expected {
        "a string" | "string" | "a borrowed string" => "text",
        "a boolean" | "bool" => "truth",
        "a sequence" | "sequence" => "list",
        "a map" | "map" => "table",
        "f32" | "f64" | "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" => {
            "number"
        }
        other if other.starts_with("struct ") => "table",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Ja;

    #[test]
    fn ruby_and_ids_are_known_by_their_words() {
        for text in ["{", "}", "{鍵}", "{|か}", "{鍵|kagi}"] {
            let fault = text.parse::<Ja>().err().unwrap_or(RubyFault::Empty);
            assert_eq!(typed(&fault.to_string()), ruby(fault), "{text}");
        }
        for fault in [
            IdFault::Empty,
            IdFault::TooLong,
            IdFault::BadCharacter('A'),
            IdFault::BadCharacter('é'),
        ] {
            let (reason, found, expected) = id(fault);
            assert_eq!(
                typed(&fault.to_string()),
                Wrong::field(reason, "", &found, &expected)
            );
        }
    }

    #[test]
    fn what_serde_says_is_sorted() {
        for (message, wrong) in [
            (
                "unknown field `alsa`, expected `key` or `also`",
                Wrong::field("unknown-field", "alsa", "", ""),
            ),
            (
                "missing field `options`",
                Wrong::field("missing-field", "options", "", ""),
            ),
            (
                "unknown variant `song`, expected one of `kana`, `situation`",
                Wrong::field("unknown-value", "", "song", "kana, situation"),
            ),
            (
                "invalid type: string \"last\", expected i32",
                Wrong::field("type", "", "text", "number"),
            ),
            (
                "invalid type: map, expected a string",
                Wrong::field("type", "", "table", "text"),
            ),
            (
                "something new",
                Wrong::field("message", "", "something new", ""),
            ),
        ] {
            assert_eq!(typed(message), wrong);
        }
    }
}
