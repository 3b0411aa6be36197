//! The short marked-up text of people's languages, with Japanese runs in it.

use super::{Ja, is_japanese};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A run of text in people's language, with the few marks it may carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// Text of the surrounding language.
    #[serde(rename = "t")]
    Text(Rc<str>),
    /// Japanese, drawn with `lang="ja"`.
    #[serde(rename = "j")]
    Ja(Ja),
    /// Strong emphasis.
    #[serde(rename = "b")]
    Strong(Vec<Inline>),
    /// Emphasis.
    #[serde(rename = "i")]
    Emphasis(Vec<Inline>),
    /// A line break.
    #[serde(rename = "br")]
    Break,
}

/// Reads the short mark-up of packs: `**strong**`, `*emphasis*`, ruby, line breaks. Never fails: what is not a mark is text.
pub fn inlines(text: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        for (mark, wrap) in [
            ("**", Inline::Strong as fn(Vec<Inline>) -> Inline),
            ("*", Inline::Emphasis),
        ] {
            if let Some((inner, after)) = marked(rest, mark) {
                out.push(wrap(runs_of(inner)));
                rest = after;
                break;
            }
        }
        let stop = rest
            .char_indices()
            .skip(1)
            .find(|(at, c)| *c == '*' && marked_any(&rest[*at..]))
            .map_or(rest.len(), |(at, _)| at);
        if marked_any(rest) {
            continue;
        }
        push_runs(&mut out, &rest[..stop]);
        rest = &rest[stop..];
    }
    out
}

fn marked<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let inner = text.strip_prefix(mark)?;
    let end = inner.find(mark)?;
    (end > 0 && !inner.starts_with('*')).then(|| (&inner[..end], &inner[end + mark.len()..]))
}

fn marked_any(text: &str) -> bool {
    marked(text, "**").is_some() || marked(text, "*").is_some()
}

/// Splits plain text into runs of the surrounding language and runs of Japanese.
pub fn runs_of(text: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    push_runs(&mut out, text);
    out
}

fn push_runs(out: &mut Vec<Inline>, text: &str) {
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            out.push(Inline::Break);
        }
        let mut rest = line;
        // Behind the last `}` no `{` opens a group; looking for its end again and again would take a hostile text's time.
        let closed = line.rfind('}').unwrap_or(0);
        while !rest.is_empty() {
            let from = line.len() - rest.len();
            let begins = |at: usize, c: char| is_japanese(c) || (c == '{' && from + at < closed);
            let start = rest
                .char_indices()
                .find(|(at, c)| begins(*at, *c))
                .map_or(rest.len(), |(at, _)| at);
            if start > 0 {
                out.push(Inline::Text(rest[..start].into()));
            }
            rest = &rest[start..];
            if rest.is_empty() {
                break;
            }
            let end = ja_end(rest, closed.saturating_sub(from + start));
            match rest[..end].parse() {
                Ok(ja) => out.push(Inline::Ja(ja)),
                Err(_) => out.push(Inline::Text(rest[..end].into())),
            }
            rest = &rest[end..];
        }
    }
}

/// Where a Japanese run ends; `closed` is the place of the last `}`. A space inside stays when Japanese goes on after it.
fn ja_end(text: &str, closed: usize) -> usize {
    let mut end = 0;
    let mut depth = 0;
    let mut previous_space = false;
    for (at, c) in text.char_indices() {
        match c {
            '{' if at < closed => depth += 1,
            '{' => break,
            '}' if depth > 0 => {
                depth -= 1;
                end = at + 1;
                continue;
            }
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        if is_japanese(c) {
            end = at + c.len_utf8();
            previous_space = false;
        } else if c == ' ' && !previous_space {
            previous_space = true;
        } else if c != '{' {
            break;
        }
    }
    if end == 0 {
        text.chars().next().map_or(text.len(), char::len_utf8)
    } else {
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ja(text: &str) -> Ja {
        text.parse().unwrap()
    }

    #[test]
    fn marks_of_voicing_and_narrow_kana_are_japanese_too() {
        for run in ["゛", "゜", "ﾃｽﾄ", "ヿ"] {
            let got = inlines(&format!("lihat {run}."));
            assert_eq!(got[1], Inline::Ja(ja(run)), "{run}");
        }
    }

    #[test]
    fn japanese_runs_are_found_inside_people_text() {
        let got = inlines("Pakai **から** sesudah {九時|くじ}から, ya.");
        assert_eq!(
            got,
            vec![
                Inline::Text("Pakai ".into()),
                Inline::Strong(vec![Inline::Ja(ja("から"))]),
                Inline::Text(" sesudah ".into()),
                Inline::Ja(ja("{九時|くじ}から")),
                Inline::Text(", ya.".into()),
            ]
        );
    }

    #[test]
    fn a_space_between_phrases_stays_inside_the_run() {
        assert_eq!(
            inlines("もう {一度|いちど} lagi"),
            vec![
                Inline::Ja(ja("もう {一度|いちど}")),
                Inline::Text(" lagi".into())
            ]
        );
    }

    #[test]
    fn many_open_braces_are_text_at_once() {
        let text = "{".repeat(200_000);
        assert_eq!(inlines(&text), vec![Inline::Text(text.as_str().into())]);
        assert_eq!(inlines(&"あ{".repeat(20_000)).len(), 40_000);
    }

    #[test]
    fn lone_marks_are_text() {
        assert_eq!(inlines("2 * 3"), vec![Inline::Text("2 * 3".into())]);
        assert_eq!(inlines("** {x"), vec![Inline::Text("** {x".into())]);
    }
}
