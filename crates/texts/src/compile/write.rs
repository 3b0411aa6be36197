//! Patterns in the form that a table holds (see `pattern`), and what cannot be written in it.

use crate::lang::Lang;
use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::BTreeSet;

/// Plural categories of CLDR; `other` is the default variant.
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];
/// An argument is one letter in a table.
pub(super) const ARGUMENTS_AT_MOST: usize = 26;

/// What is wrong inside of a message: what, why, fix.
pub(super) type Wrong = (String, &'static str, &'static str);

/// Writes patterns in the form of a table and gathers what cannot be written.
pub(super) struct Writer<'a> {
    pub lang: Lang,
    pub order: &'a [&'a String],
    pub wrong: Vec<Wrong>,
}

impl Writer<'_> {
    pub fn pattern(&mut self, pattern: &Pattern<&str>) -> String {
        let mut text = String::new();
        let mut out = String::new();
        for element in &pattern.elements {
            match element {
                // A value of several lines arrives line by line.
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression } => {
                    out.push_str(&self.text(&std::mem::take(&mut text)));
                    out.push_str(&self.expression(expression));
                }
            }
        }
        out + &self.text(&text)
    }

    /// Text in which a line break is the space between words, and empty lines are a line break.
    fn text(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut breaks = 0;
        let last = text.matches('\n').count();
        for (at, line) in text.split('\n').enumerate() {
            let line = if at == 0 { line } else { line.trim_start() };
            breaks += usize::from(at > 0);
            if line.is_empty() && at < last {
                continue;
            }
            out.push_str(match breaks {
                0 => "",
                1 => self.lang.word_space(),
                _ => "\n",
            });
            breaks = 0;
            out.push_str(line);
        }
        self.literal(out)
    }

    fn literal(&mut self, text: String) -> String {
        if text.contains(['{', '}', '¦']) {
            self.wrong.push((
                "a brace or `¦` in the text".into(),
                "the tables use these signs themselves",
                "write the sentence without it",
            ));
        }
        text
    }

    fn expression(&mut self, expression: &Expression<&str>) -> String {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => self.select(id.name, variants),
            Expression::Select { .. } => {
                self.wrong.push((
                    "a choice on something else than a placeholder".into(),
                    "only `{ $name -> … }` is supported",
                    "choose on a placeholder and pass what decides from code",
                ));
                String::new()
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) -> String {
        let what = match inline {
            InlineExpression::StringLiteral { value } => {
                return self.literal(unescape_unicode_to_string(value).into_owned());
            }
            InlineExpression::NumberLiteral { value } => return (*value).into(),
            InlineExpression::VariableReference { id } => {
                return format!("{{{}}}", self.letter(id.name));
            }
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::FunctionReference { id, .. } => format!("the function {}()", id.name),
            InlineExpression::MessageReference { id, .. } => {
                format!("the reference to message `{}`", id.name)
            }
            InlineExpression::TermReference { id, .. } => {
                format!("the reference to term `-{}`", id.name)
            }
        };
        self.wrong.push((
            what,
            "only text, placeholders and choices on a placeholder are supported",
            "write the words in full, or pass what is already formatted as a placeholder",
        ));
        String::new()
    }

    fn select(&mut self, name: &str, variants: &[Variant<&str>]) -> String {
        let mut seen = BTreeSet::new();
        let mut out = format!("{{{}?", self.letter(name));
        let mut default = String::new();
        for variant in variants {
            let key = match variant.key {
                VariantKey::Identifier { name } => name,
                VariantKey::NumberLiteral { value } => value,
            };
            if !seen.insert(key) {
                self.wrong.push((
                    format!("two variants [{key}] of ${name}"),
                    "only the first would ever be shown",
                    "delete one",
                ));
            }
            let pattern = self.pattern(&variant.value);
            if variant.default {
                default = pattern;
                continue;
            }
            self.check_variant(name, key);
            out += &format!("{key}:{pattern}¦");
        }
        out + &default + "}"
    }

    fn check_variant(&mut self, name: &str, key: &str) {
        if CATEGORIES.contains(&key) && !self.lang.plural_categories().contains(&key) {
            self.wrong.push((
                format!("the variant [{key}] of ${name}"),
                "this language has no such plural, so it would never be shown",
                "delete it; `*[other]` alone is the text for every number",
            ));
        } else if key == "other" {
            self.wrong.push((
                format!("[other] of ${name} is not the default"),
                "it is what every other number takes",
                "write `*[other]`",
            ));
        } else if key.contains('.') {
            self.wrong.push((
                format!("the variant [{key}] of ${name}"),
                "numbers are compared as written, and only whole ones",
                "use a whole number",
            ));
        }
    }

    fn letter(&self, name: &str) -> char {
        let index = self
            .order
            .iter()
            .position(|own| *own == name)
            .unwrap_or_default();
        char::from(b'a' + u8::try_from(index % ARGUMENTS_AT_MOST).unwrap_or_default())
    }
}
