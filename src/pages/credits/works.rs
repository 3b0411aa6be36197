//! The works of others that the app carries, as `NOTICE` has them.

/// What sort of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Letters.
    Fonts,
    /// Icons and pictures.
    Pictures,
    /// Libraries.
    Code,
}

/// A work of others.
#[derive(Debug)]
pub struct Work {
    /// What sort of work.
    pub group: Group,
    /// Its name.
    pub name: &'static str,
    /// Who made it.
    pub by: &'static str,
    /// Its licence.
    pub licence: &'static str,
    /// Where it can be found, to read.
    pub from: &'static str,
}

const fn work(
    group: Group,
    name: &'static str,
    by: &'static str,
    licence: &'static str,
    from: &'static str,
) -> Work {
    Work {
        group,
        name,
        by,
        licence,
        from,
    }
}

/// All of them.
#[rustfmt::skip]
pub const WORKS: [Work; 14] = [
    work(Group::Fonts, "Klee One", "The Klee Project Authors", "SIL Open Font License 1.1", "github.com/fontworks-fonts/Klee"),
    work(Group::Fonts, "BIZ UDPGothic", "The BIZ UDGothic Project Authors", "SIL Open Font License 1.1", "github.com/googlefonts/morisawa-biz-ud-gothic"),
    work(Group::Pictures, "Lucide", "Lucide Contributors", "ISC License", "lucide.dev"),
    work(Group::Pictures, "Feather", "Cole Bemis", "MIT License", "feathericons.com"),
    work(Group::Pictures, "Fluent Emoji", "Microsoft Corporation", "MIT License", "github.com/microsoft/fluentui-emoji"),
    work(Group::Pictures, "Material Design Icons", "Pictogrammers", "Apache License 2.0", "pictogrammers.com"),
    work(Group::Pictures, "Healthicons", "Resolve to Save Lives", "MIT License", "healthicons.org"),
    work(Group::Code, "Yew", "Denis Kolodin, Justin Starry", "MIT or Apache License 2.0", "yew.rs"),
    work(Group::Code, "wasm-bindgen", "The wasm-bindgen Developers", "MIT or Apache License 2.0", "github.com/wasm-bindgen/wasm-bindgen"),
    work(Group::Code, "serde", "Erick Tryzelaar, David Tolnay", "MIT or Apache License 2.0", "serde.rs"),
    work(Group::Code, "idb", "Devashish Dixit", "MIT or Apache License 2.0", "github.com/devashishdxt/idb"),
    work(Group::Code, "fsrs", "Open Spaced Repetition", "BSD 3-Clause License", "github.com/open-spaced-repetition/fsrs-rs"),
    work(Group::Code, "wana_kana", "Pascal Seitz", "MIT License", "github.com/PSeitz/wana_kana_rust"),
    work(Group::Code, "krilla", "Laurenz Stampfl", "MIT or Apache License 2.0", "github.com/LaurenzV/krilla"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The entries of `NOTICE` that the built app carries: name, and all that is said of it on one line.
    fn notice() -> Vec<(String, String)> {
        let text = include_str!("../../../NOTICE");
        let carried = text
            .split("Used by the build's checks only")
            .next()
            .unwrap_or_default();
        let mut heading = "";
        let mut found: Vec<(String, String)> = Vec::new();
        for line in carried.lines() {
            if line.starts_with(|c: char| !c.is_whitespace()) {
                heading = line;
            } else if let Some(entry) = line
                .strip_prefix("  ")
                .filter(|entry| !entry.starts_with(' '))
            {
                let (name, rest) = entry.split_once("  ").unwrap_or((entry, ""));
                found.push((name.to_owned(), format!("{heading} {}", rest.trim())));
            } else if let Some((_, said)) = found.last_mut() {
                said.push(' ');
                said.push_str(line.trim());
            }
        }
        found
    }

    #[test]
    fn the_page_and_the_notice_name_the_same_works() {
        let notice = notice();
        for work in &WORKS {
            let found = notice.iter().find(|(name, _)| name == work.name);
            let (_, said) = found.unwrap_or_else(|| panic!("NOTICE does not name {}", work.name));
            assert!(
                said.contains(work.licence),
                "the licence of {}: {said}",
                work.name
            );
            for by in work.by.split(", ") {
                assert!(said.contains(by), "who made {}: {said}", work.name);
            }
        }
        for (name, _) in &notice {
            assert!(
                WORKS.iter().any(|work| work.name == name),
                "the page does not name {name}"
            );
        }
    }
}
