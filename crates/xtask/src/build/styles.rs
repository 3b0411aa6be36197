//! The styles: every file of `static/css` in the order of its name, as one hashed file with the
//! faces of our fonts. Only the frame painted before wasm (`static/shell.css`) is in the page
//! itself, allowed by its hash.

use crate::assets::FontNames;
use crate::dist::Dist;
use crate::place;
use anyhow::Result;

pub struct Styles {
    /// What the page carries inline.
    pub critical: String,
    /// The name of the file with the styles of the app.
    pub file: String,
}

pub fn build(dist: &mut Dist, fonts: &FontNames) -> Result<Styles> {
    let folder = place::root().join("static");
    let critical = lighter(&place::text(&folder.join("shell.css"))?);
    let mut all = String::new();
    for (name, path) in place::files_below(&folder.join("css"))? {
        if name.ends_with(".css") {
            all.push_str(&lighter(&place::text(&path)?));
        }
    }
    all.push_str(&faces(fonts));
    let file = dist.hashed("style", "css", all.into_bytes());
    Ok(Styles { critical, file })
}

/// The faces of our fonts. A browser asks for a file only when text needs it.
fn faces(fonts: &FontNames) -> String {
    let face = |family: &str, file: &str| {
        format!(
            "@font-face{{font-family:\"{family}\";src:url(\"{file}\") format(\"woff2\");\
             font-display:swap;font-weight:400}}\n"
        )
    };
    face("Klee One", &fonts.learner) + &face("BIZ UDPGothic", &fonts.interface)
}

/// Takes comments and indentation out; strings are left as they are.
fn lighter(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..]
            .find("*/")
            .map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    let mut lines = String::with_capacity(out.len());
    for line in out.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines.push_str(line);
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lighter;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(
            lighter("/* a\n b */\n  p {\n    color: red; /* x */\n  }\n"),
            "p {\ncolor: red;\n}\n"
        );
    }
}
