//! Filling a pattern of a text table with arguments.
//!
//! A pattern is text with `{a}` for the first argument (in alphabetical order), `{b}` for the second, and
//! `{a?one:{a} card¦{a} cards}` for a choice on an argument: keys with their patterns, the last without a key for
//! every other value. Text itself never holds a brace or `¦`; the build refuses them.
//!
//! Invariant: a damaged pattern shows oddly, it never panics.

use std::fmt::{Display, Write};

/// Appends the filled pattern.
pub(crate) fn fill(mut rest: &str, arguments: &[&dyn Display], out: &mut String) {
    while let Some((text, after)) = rest.split_once('{') {
        out.push_str(text);
        let end = end_of(after, '}');
        let (body, tail) = (&after[..end], after.get(end + 1..).unwrap_or_default());
        let argument = body
            .bytes()
            .next()
            .and_then(|letter| arguments.get(usize::from(letter.wrapping_sub(b'a'))));
        if let Some(argument) = argument {
            match body.get(1..).and_then(|choice| choice.strip_prefix('?')) {
                Some(choice) => fill(chosen(choice, &argument.to_string()), arguments, out),
                // Writing into a string cannot fail.
                None => drop(write!(out, "{argument}")),
            }
        }
        rest = tail;
    }
    out.push_str(rest);
}

/// The pattern whose key is the value, else the last one. `one` is for exactly 1.
fn chosen<'a>(mut choice: &'a str, value: &str) -> &'a str {
    loop {
        let end = end_of(choice, '¦');
        if end == choice.len() {
            return choice;
        }
        if let Some((key, pattern)) = choice[..end].split_once(':')
            && (key == value || key == "one" && value == "1")
        {
            return pattern;
        }
        choice = &choice[end + '¦'.len_utf8()..];
    }
}

/// Where `mark` stands outside of inner braces; the end of the text if nowhere.
fn end_of(text: &str, mark: char) -> usize {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        if c == mark && depth == 0 {
            return at;
        }
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(pattern: &str, arguments: &[&dyn Display]) -> String {
        let mut out = String::new();
        fill(pattern, arguments, &mut out);
        out
    }

    #[test]
    fn arguments_stand_where_the_language_wants_them() {
        assert_eq!(
            filled("Langkah {a} dari {b}", &[&3, &"sepuluh"]),
            "Langkah 3 dari sepuluh"
        );
        assert_eq!(filled("{b}のうち{a}番目", &[&3, &10]), "10のうち3番目");
        assert_eq!(filled("tanpa apa pun", &[]), "tanpa apa pun");
    }

    #[test]
    fn a_choice_takes_the_key_or_the_last() {
        let cards = "You have {a?0:nothing¦one:{a} card¦{a} cards} due";
        assert_eq!(filled(cards, &[&0]), "You have nothing due");
        assert_eq!(filled(cards, &[&1]), "You have 1 card due");
        assert_eq!(filled(cards, &[&21]), "You have 21 cards due");
        assert_eq!(filled(cards, &[&"1,200"]), "You have 1,200 cards due");
    }

    #[test]
    fn choices_nest() {
        let nested = "{a?pass:{b?one:one item¦{b} items} right¦none: right}";
        assert_eq!(filled(nested, &[&"pass", &1]), "one item right");
        assert_eq!(filled(nested, &[&"pass", &2]), "2 items right");
        assert_eq!(filled(nested, &[&"fail", &2]), "none: right");
    }

    #[test]
    fn an_argument_is_never_read_as_a_pattern() {
        assert_eq!(filled("Halo, {a}", &[&"{b}¦{"]), "Halo, {b}¦{");
    }

    #[test]
    fn damage_never_panics() {
        for pattern in [
            "{",
            "}",
            "{}",
            "{a",
            "{a?",
            "{a?one:x",
            "{z}",
            "{あ}",
            "{a?¦}",
            "{a¦}",
            "¦{{{a?b:¦",
        ] {
            let _ = filled(pattern, &[&1]);
        }
    }
}
