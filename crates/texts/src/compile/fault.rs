//! What can be wrong with the texts, each fault with what, why and how to mend it.

use super::read::Message;
use super::{Source, file};
use crate::lang::Lang;
use std::collections::BTreeSet;
use std::fmt;

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file from the repository's root.
    pub file: String,
    /// The line from 1, or 0 where nothing stands yet.
    pub line: usize,
    /// The message's key, or nothing where the fault is the whole file's.
    pub key: String,
    /// What is wrong.
    pub what: String,
    /// Why it is.
    pub why: String,
    /// What to do.
    pub fix: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.key.is_empty() {
            write!(f, ": {}", self.key)?;
        }
        writeln!(
            f,
            "\n  what: {}\n  why:  {}\n  fix:  {}",
            self.what, self.why, self.fix
        )
    }
}

fn new(
    message: &Message,
    file: String,
    line: usize,
    what: String,
    why: &str,
    fix: String,
) -> Fault {
    Fault {
        file,
        line,
        key: message.key.clone(),
        what,
        why: why.into(),
        fix,
    }
}

pub(super) fn nothing() -> Fault {
    Fault {
        file: format!("locales/{}", Lang::default().tag()),
        line: 0,
        key: String::new(),
        what: "no message at all".into(),
        why: "the reference language says which messages there are".into(),
        fix: "add locales/id/<area>.ftl with at least one message".into(),
    }
}

pub(super) fn duplicate(second: &Message, first: &Message, source: &Source) -> Fault {
    new(
        second,
        source.file(),
        second.line,
        format!(
            "the key is taken: {}:{}",
            file(source.lang, &first.area),
            first.line
        ),
        "all areas of a language share one set of keys, as methods of one type",
        "give one of the two another key, or delete it if they say the same".into(),
    )
}

pub(super) fn missing(message: &Message, lang: Lang) -> Fault {
    new(
        message,
        file(lang, &message.area),
        0,
        format!("the message is missing in {}", lang.native_name()),
        "a reader of that language would see nothing here",
        format!(
            "translate it, or delete the key everywhere; the reference says: {}",
            message.source
        ),
    )
}

pub(super) fn missing_area(area: &str, lang: Lang) -> Fault {
    Fault {
        file: file(lang, area),
        line: 0,
        key: String::new(),
        what: format!("the file is missing in {}", lang.native_name()),
        why: "every language has the areas of the reference".into(),
        fix: format!(
            "copy {} there and translate it",
            file(Lang::default(), area)
        ),
    }
}

pub(super) fn extra(message: &Message, lang: Lang) -> Fault {
    new(
        message,
        file(lang, &message.area),
        message.line,
        "the reference language does not have this key".into(),
        "only keys of the reference become methods, so nobody would ever read it",
        format!(
            "add it to {}, correct the key, or delete it",
            file(Lang::default(), &message.area)
        ),
    )
}

pub(super) fn elsewhere(own: &Message, reference: &Message, lang: Lang) -> Fault {
    new(
        own,
        file(lang, &own.area),
        own.line,
        format!("the reference has this key in area `{}`", reference.area),
        "a translator finds a message in the same file in every language",
        format!("move it to {}", file(lang, &reference.area)),
    )
}

pub(super) fn arguments(own: &Message, reference: &Message, lang: Lang) -> Fault {
    let list = |names: &BTreeSet<String>| match names.len() {
        0 => "none".into(),
        _ => names
            .iter()
            .map(|name| format!("${name}"))
            .collect::<Vec<_>>()
            .join(", "),
    };
    new(
        own,
        file(lang, &own.area),
        own.line,
        format!(
            "placeholders are {}, in the reference {}",
            list(&own.arguments),
            list(&reference.arguments)
        ),
        "one method fills the message in every language, and no fact may get lost in a translation",
        format!(
            "use the same placeholders; the reference says: {}",
            reference.source
        ),
    )
}
