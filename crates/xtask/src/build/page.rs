//! The page: the template `index.html` with addresses, critical styles, icons and the policy.

use super::icon::Icons;
use super::styles::Styles;
use super::{Manifest, place};
use crate::dist::Dist;
use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

pub fn build(
    dist: &mut Dist,
    manifest: &Manifest,
    styles: &Styles,
    icons: &str,
    app_icons: &Icons,
    web_manifest: &str,
) -> Result<()> {
    let root = place::root();
    let boot = without_comments(&place::text(&root.join("static/boot.js"))?);
    let boot = dist.hashed("boot", "js", boot.into_bytes());
    let touch = app_icons
        .png
        .first()
        .map_or(&app_icons.svg, |(_, name)| name);
    // `<` is written as an escape so that no text can end the script element.
    let build = serde_json::to_string(manifest)?.replace('<', "\\u003c");
    let page = fill(
        &place::text(&root.join("index.html"))?,
        &[
            ("policy", &policy(&styles.critical)),
            ("critical", &styles.critical),
            ("style", &styles.file),
            ("boot", &boot),
            ("icon", &app_icons.svg),
            ("touch-icon", touch),
            ("manifest", web_manifest),
            ("icons", icons),
            ("build", &build),
        ],
    )?;
    dist.plain("index.html", page.into_bytes());
    Ok(())
}

/// Leaves out lines that are only a comment, and indentation: this script holds up the first paint.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Replaces every `{{name}}`; an unknown or unused one is an error.
fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut out = String::with_capacity(template.len());
    let mut used = Vec::new();
    let mut rest = template;
    while let Some(start) = rest.find("{{") {
        let end = rest[start..]
            .find("}}")
            .context("index.html: a `{{` without its `}}`")?;
        let name = rest[start + 2..start + end].trim();
        let (_, value) = values
            .iter()
            .find(|(known, _)| *known == name)
            .with_context(|| format!("index.html: unknown `{{{{{name}}}}}`"))?;
        out.push_str(&rest[..start]);
        out.push_str(value);
        used.push(name);
        rest = &rest[start + end + 2..];
    }
    out.push_str(rest);
    match values.iter().find(|(name, _)| !used.contains(name)) {
        Some((name, _)) => bail!("index.html has no `{{{{{name}}}}}`"),
        None => Ok(out),
    }
}

/// The content security policy. Only what the page needs, from its own origin; the one inline
/// style is named by its hash. `manifest-src` is here because `default-src` would refuse the
/// web manifest.
fn policy(critical: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(critical.as_bytes()));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' \
         'sha256-{hash}'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types kakehashi"
    )
}

/// The policy that a built page carries, for servers that also send it as a header.
pub fn policy_of(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?;
    rest.split_once('"').map(|(policy, _)| policy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_names_every_value_and_no_other() {
        let values = [("a", "1"), ("b", "2")];
        assert_eq!(
            fill("x{{a}}y{{ b }}", &values).ok().as_deref(),
            Some("x1y2")
        );
        assert!(fill("{{a}}", &values).is_err());
        assert!(fill("{{a}}{{b}}{{c}}", &values).is_err());
    }

    #[test]
    fn the_policy_is_read_back_from_a_page() {
        let page = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
            policy("p{}")
        );
        assert_eq!(policy_of(&page), Some(policy("p{}").as_str()));
    }
}
