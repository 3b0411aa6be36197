//! Sprites: one SVG with a `<symbol>` for each name of `static/icons.toml`.
//!
//! Interface icons take the colour of the text; pictures keep their own colours, and one-colour
//! pictures take the colour of the text too.

use super::drawings::Drawings;
use crate::place;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The list: a name of ours, and where its drawing comes from (`collection:name`).
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct List {
    interface: BTreeMap<String, String>,
    pictures: BTreeMap<String, String>,
}

impl List {
    pub fn parse(text: &str) -> Result<Self> {
        let list: Self = toml::from_str(text).context("static/icons.toml")?;
        for name in list.interface.keys().chain(list.pictures.keys()) {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            ensure!(name.chars().all(plain), "static/icons.toml: name `{name}`");
        }
        Ok(list)
    }

    pub fn picture_names(&self) -> Vec<&str> {
        self.pictures.keys().map(String::as_str).collect()
    }

    /// The pictures that sources below `folder` may mean: every name of the list that stands
    /// alone in a line about icons or in a word list. A few too many do no harm.
    pub fn named_in(&self, folder: &Path) -> Result<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        for (name, path) in place::files_below(folder)? {
            let list = name.ends_with(".csv");
            if !list && !name.ends_with(".md") && !name.ends_with(".toml") {
                continue;
            }
            for line in place::text(&path)?.lines() {
                if list || line.contains("icon") {
                    let words = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                    let known = words.filter(|word| self.pictures.contains_key(*word));
                    found.extend(known.map(str::to_owned));
                }
            }
        }
        Ok(found)
    }

    /// Icons `#i-<name>`, carried inside the page so that the first paint needs no other file.
    pub fn interface_sprite(&self, from: &Drawings) -> Result<Vec<u8>> {
        let symbols = symbols(self.interface.iter(), "i-", from)?;
        let sprite = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sprite\" aria-hidden=\"true\">{symbols}</svg>"
        );
        Ok(sprite.into_bytes())
    }

    /// Pictures `pictures-<hash>.svg#<name>`, of those in `used`.
    pub fn picture_sprite(&self, used: &BTreeSet<String>, from: &Drawings) -> Result<Vec<u8>> {
        let used = self
            .pictures
            .iter()
            .filter(|(name, _)| used.contains(*name));
        let symbols = symbols(used, "", from)?;
        let sprite = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \
             xmlns:xlink=\"http://www.w3.org/1999/xlink\">{symbols}</svg>"
        );
        Ok(sprite.into_bytes())
    }
}

fn symbols<'a>(
    list: impl Iterator<Item = (&'a String, &'a String)>,
    prefix: &str,
    from: &Drawings,
) -> Result<String> {
    let mut out = String::new();
    for (name, address) in list {
        let drawing =
            Drawing::read(&from.svg(address)?).with_context(|| format!("picture `{address}`"))?;
        out.push_str(&drawing.symbol(&format!("{prefix}{name}")));
    }
    Ok(out)
}

/// What lies between the tags of an SVG, and the little of its head that a symbol keeps.
struct Drawing {
    view_box: String,
    /// Presentation attributes of the outer element, such as `fill="none"`.
    style: String,
    body: String,
}

impl Drawing {
    fn read(source: &str) -> Result<Self> {
        let start = source.find("<svg").context("no <svg>")?;
        let head_end = start + source[start..].find('>').context("an open <svg>")?;
        let head = &source[start + 4..head_end];
        let end = source.rfind("</svg>").context("no </svg>")?;
        let body = source[head_end + 1..end]
            .lines()
            .map(str::trim)
            .collect::<Vec<_>>()
            .join("");
        for refused in [
            "<script",
            "<style",
            "<image",
            "style=",
            "href=\"http",
            " on",
        ] {
            ensure!(!body.contains(refused), "holds `{refused}`");
        }
        let view_box = attribute(head, "viewBox").context("no viewBox")?;
        let style = [
            "fill",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
        ]
        .iter()
        .filter_map(|name| Some(format!(" {name}=\"{}\"", attribute(head, name)?)))
        .collect();
        Ok(Self {
            view_box,
            style,
            body: body.replace(" />", "/>").replace("#333", "currentColor"),
        })
    }

    /// The symbol, with the ids inside made its own so that two drawings never share one.
    fn symbol(&self, id: &str) -> String {
        let mut body = self.body.clone();
        let inner: Vec<String> = body
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(str::to_owned)
            .collect();
        for old in inner {
            let new = format!("{id}-{old}");
            body = body
                .replace(&format!("id=\"{old}\""), &format!("id=\"{new}\""))
                .replace(&format!("#{old})"), &format!("#{new})"))
                .replace(&format!("\"#{old}\""), &format!("\"#{new}\""));
        }
        format!(
            "<symbol id=\"{id}\" viewBox=\"{}\"><g{}>{body}</g></symbol>",
            self.view_box, self.style
        )
    }
}

fn attribute(head: &str, name: &str) -> Option<String> {
    let wanted = format!("{name}=\"");
    let mut from = 0;
    loop {
        let at = from + head[from..].find(&wanted)?;
        from = at + wanted.len();
        // `stroke` must not be found inside `x-stroke`.
        if head[..at].ends_with(char::is_whitespace) {
            return head[from..].split('"').next().map(str::to_owned);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_a_symbol_with_its_own_ids() -> Result<()> {
        let source = "<svg\n width=\"4\" stroke=\"red\" viewBox=\"0 0 4 4\">\n<g id=\"a\" />\n\
                      <path fill=\"url(#a)\" />\n</svg>";
        assert_eq!(
            Drawing::read(source)?.symbol("x"),
            "<symbol id=\"x\" viewBox=\"0 0 4 4\"><g stroke=\"red\"><g id=\"x-a\"/>\
             <path fill=\"url(#x-a)\"/></g></symbol>"
        );
        Ok(())
    }

    #[test]
    fn a_drawing_with_a_script_is_refused() {
        assert!(Drawing::read("<svg viewBox=\"0 0 1 1\"><script/></svg>").is_err());
    }
}
