//! Rules over Rust files: who may name what, and the two faults of Yew 0.23.

use super::{Fault, Rule, Source};

pub const RULES: [Rule; 8] = [
    head,
    browser_names,
    pure_models,
    no_style,
    no_empty_html,
    keyed_lists,
    plain_widgets,
    pure_rooms,
];

/// The line without a comment at its end. `//` inside a string ends it too, which is harmless here.
pub fn without_comment(line: &str) -> &str {
    line.find("//").map_or(line, |at| &line[..at])
}

/// A word of code: not part of a longer name.
fn names(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(part) && !line[at + word.len()..].starts_with(part))
}

/// Lines of code on which `bad` holds.
fn each(source: &Source, what: &str, bad: impl Fn(&str) -> bool) -> Vec<Fault> {
    let lines = source.code_lines().filter(|(_, line)| bad(line));
    lines.map(|(number, _)| Fault::new(number, what)).collect()
}

fn head(source: &Source) -> Vec<Fault> {
    if !source.path.ends_with(".rs") || source.text.starts_with("//!") {
        return Vec::new();
    }
    vec![Fault::new(
        1,
        "open the file with `//!`: what the room is for, then its invariants",
    )]
}

fn browser_names(source: &Source) -> Vec<Fault> {
    if !source.is_below("src/") || source.is_below("src/platform/") {
        return Vec::new();
    }
    // The entries of the two programs may name what starts them.
    let entry = matches!(source.path.as_str(), "src/main.rs" | "src/worker.rs");
    each(source, "only src/platform names browser APIs", |line| {
        let apis = ["web_sys", "js_sys", "gloo", "idb", "wasm_bindgen_futures"];
        apis.iter()
            .any(|api| names(line, api) && line.contains(&format!("{api}::")))
            || (!entry && line.contains("wasm_bindgen::"))
    })
}

fn pure_models(source: &Source) -> Vec<Fault> {
    if !source.path.ends_with("/model.rs") || !source.is_below("src/") {
        return Vec::new();
    }
    each(source, "a model is pure: it knows no yew", |line| {
        names(line, "yew")
    })
}

fn no_style(source: &Source) -> Vec<Fault> {
    if !source.is_below("src/") {
        return Vec::new();
    }
    each(
        source,
        "the content security policy refuses `style`: use a class or an SVG attribute",
        |line| {
            line.split_once("style=").is_some_and(|(before, after)| {
                before.ends_with([' ', '\t']) && after.starts_with(['{', '"'])
            })
        },
    )
}

fn no_empty_html(source: &Source) -> Vec<Fault> {
    if !source.is_below("src/") {
        return Vec::new();
    }
    each(
        source,
        "empty html can end the app (Yew 0.23): return a hidden element or wrap it",
        |line| {
            let dense: String = line.chars().filter(|c| !c.is_whitespace()).collect();
            ["html!{}", "html!()", "html!{<></>}", "Html::default()"]
                .iter()
                .any(|bad| dense.contains(bad))
        },
    )
}

/// A list may stand alone in its element, or its elements have keys. Whether a list that a function
/// made has keys cannot be seen from here, so beside others it has to have an element of its own.
fn keyed_lists(source: &Source) -> Vec<Fault> {
    if !source.is_below("src/") {
        return Vec::new();
    }
    let text = &source.text;
    let lists = text
        .match_indices("{ for ")
        .chain(text.match_indices("{for "));
    lists
        .filter(|(at, _)| {
            let end = closing_brace(&text[*at..]).map_or(text.len(), |end| at + end);
            let inside = &text[*at..end];
            // `for x in xs { … }` is the block form, which has no such fault.
            let block_form = inside
                .split('{')
                .nth(1)
                .is_some_and(|head| head.contains(" in "));
            !block_form
                && !inside.contains("key=")
                && !alone(&text[..*at], text[end..].get(1..).unwrap_or_default())
        })
        .map(|(at, _)| {
            let line = text[..at].matches('\n').count() + 1;
            let what = "an unkeyed `{ for … }` rebuilds its neighbours (Yew 0.23): give its \
                        elements a key or the list an element of its own";
            Fault::new(line, what)
        })
        .collect()
}

/// Where the brace that opens `text` is closed again.
fn closing_brace(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// Whether what lies between is the only child: an opening tag before, a closing one after.
fn alone(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let tag = before.rfind('<').map_or("", |at| &before[at..]);
    let opened = before.ends_with('>')
        && !tag.starts_with("</")
        && !["/>", "->", "=>"].iter().any(|end| before.ends_with(end));
    opened && after.trim_start().starts_with("</")
}

fn plain_widgets(source: &Source) -> Vec<Fault> {
    if !source.is_below("src/widgets/") {
        return Vec::new();
    }
    each(
        source,
        "a widget knows nothing of study, recall or exam: props in, callbacks out",
        |line| {
            [
                "domain::study",
                "domain::recall",
                "domain::exam",
                "recall::",
            ]
            .iter()
            .any(|room| line.contains(room))
        },
    )
}

fn pure_rooms(source: &Source) -> Vec<Fault> {
    let rooms = [
        "crates/domain/src/",
        "crates/pack/src/",
        "crates/credential/src/",
    ];
    if !rooms.iter().any(|room| source.is_below(room)) {
        return Vec::new();
    }
    each(
        source,
        "no files, network, clock, surroundings or luck in this room: they are arguments",
        |line| {
            [
                "std::fs",
                "std::net",
                "std::env",
                "SystemTime",
                "Instant",
                "thread_rng",
            ]
            .iter()
            .any(|bad| names(line, bad))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::super::faults;
    use super::*;

    #[test]
    fn a_file_says_what_it_is_for() {
        assert_eq!(faults(head, "src/a.rs", "//! A room.\n"), 0);
        assert_eq!(faults(head, "src/a.rs", "use b;\n"), 1);
    }

    #[test]
    fn only_the_platform_names_the_browser() {
        let text = "use web_sys::Window;\nuse wasm_bindgen::JsValue;\n// web_sys::Node is named\n";
        assert_eq!(faults(browser_names, "src/pages/a.rs", text), 2);
        assert_eq!(faults(browser_names, "src/platform/a.rs", text), 0);
        assert_eq!(faults(browser_names, "src/main.rs", text), 1);
    }

    #[test]
    fn models_know_no_yew() {
        assert_eq!(
            faults(
                pure_models,
                "src/pages/today/model.rs",
                "use yew::prelude::*;"
            ),
            1
        );
        assert_eq!(
            faults(
                pure_models,
                "src/pages/today/mod.rs",
                "use yew::prelude::*;"
            ),
            0
        );
    }

    #[test]
    fn styles_are_classes() {
        assert_eq!(
            faults(
                no_style,
                "src/a.rs",
                "<i style=\"x\"></i>\n<i style={x}></i>"
            ),
            2
        );
        assert_eq!(
            faults(no_style, "src/a.rs", "<i class=\"x\"></i> let style = 1;"),
            0
        );
    }

    #[test]
    fn html_is_never_empty() {
        assert_eq!(
            faults(
                no_empty_html,
                "src/a.rs",
                "html! {}\nhtml!{ }\nHtml::default()"
            ),
            3
        );
        assert_eq!(faults(no_empty_html, "src/a.rs", "html! { <i></i> }"), 0);
    }

    #[test]
    fn lists_have_keys() {
        let among = |list: &str| format!("<div><input/>{list}</div>");
        for (expected, text) in [
            (1, among("{ for xs.iter().map(view) }")),
            (
                0,
                among("{ for xs.iter().map(|x| html! { <i key={x}></i> }) }"),
            ),
            (0, among("<ul>{ for xs.iter().map(view) }</ul>")),
            (
                0,
                among("<ul class={a}>\n  { for xs.iter().map(view) }\n</ul>"),
            ),
            (0, among("{ for x in xs { <i></i> } }")),
            (0, "for x in xs { <i></i> }".to_owned()),
        ] {
            assert_eq!(faults(keyed_lists, "src/a.rs", &text), expected, "{text}");
        }
    }

    #[test]
    fn widgets_are_dumb() {
        assert_eq!(
            faults(
                plain_widgets,
                "src/widgets/a.rs",
                "use domain::study::Session;"
            ),
            1
        );
        assert_eq!(
            faults(plain_widgets, "src/widgets/a.rs", "use domain::text::Text;"),
            0
        );
    }

    #[test]
    fn rooms_stay_pure() {
        assert_eq!(
            faults(
                pure_rooms,
                "crates/domain/src/a.rs",
                "std::fs::read(x)\nInstant::now()"
            ),
            2
        );
        assert_eq!(
            faults(pure_rooms, "crates/tool/src/a.rs", "std::fs::read(x)"),
            0
        );
        assert_eq!(
            faults(pure_rooms, "crates/domain/src/a.rs", "struct Instantly;"),
            0
        );
    }
}
