//! Rules over all text files: nothing unfinished, nothing of one machine, no door for scripts.

use super::{Fault, Rule, Source};

pub const RULES: [Rule; 5] = [
    finished,
    no_skipped_tests,
    of_no_machine,
    locks_without_hosts,
    no_markup_from_strings,
];

fn lines(source: &Source, what: &str, bad: impl Fn(&str) -> bool) -> Vec<Fault> {
    let found = source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| bad(line));
    found
        .map(|(index, _)| Fault::new(index + 1, what))
        .collect()
}

/// These two files spell the marks that they look for.
fn speaks_of_marks(source: &Source) -> bool {
    source.is_below("crates/xtask/src/test/tidy/")
}

fn finished(source: &Source) -> Vec<Fault> {
    if speaks_of_marks(source) || source.path.ends_with("-lock.json") {
        return Vec::new();
    }
    lines(source, "finish it or write an issue", |line| {
        let marks = [
            "TODO",
            "FIXME",
            "XXX:",
            "todo!(",
            "unimplemented!(",
            "lorem ipsum",
            "Lorem ipsum",
        ];
        marks.iter().any(|mark| line.contains(mark))
    })
}

fn no_skipped_tests(source: &Source) -> Vec<Fault> {
    if speaks_of_marks(source) {
        return Vec::new();
    }
    lines(source, "a test that does not run is no test", |line| {
        let marks = [
            "#[ignore",
            "test.skip(",
            "test.only(",
            "test.fixme(",
            "describe.skip(",
            "describe.only(",
        ];
        marks.iter().any(|mark| line.contains(mark))
    })
}

fn of_no_machine(source: &Source) -> Vec<Fault> {
    if speaks_of_marks(source) {
        return Vec::new();
    }
    lines(source, "a path of one machine", |line| {
        ["/home/", "/root/", "/Users/", "/work/", ":\\Users\\"]
            .iter()
            .any(|place| {
                line.split_once(place).is_some_and(|(before, _)| {
                    // `a/home/` is a path inside something, not of a machine.
                    !before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '}')
                })
            })
    })
}

fn locks_without_hosts(source: &Source) -> Vec<Fault> {
    match source.path.rsplit('/').next() {
        Some("package-lock.json") => lines(
            source,
            "no registry address in a lock (omit-lockfile-registry-resolved)",
            |line| line.contains("\"resolved\""),
        ),
        Some("Cargo.lock") => lines(source, "only crates.io", |line| {
            line.starts_with("source = ")
                && line != "source = \"registry+https://github.com/rust-lang/crates.io-index\""
        }),
        _ => Vec::new(),
    }
}

fn no_markup_from_strings(source: &Source) -> Vec<Fault> {
    if !source.is_below("src/") && !source.is_below("static/") {
        return Vec::new();
    }
    lines(
        source,
        "text becomes nodes, never markup or script",
        |line| {
            [
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "from_html_unchecked",
                "set_inner_html",
            ]
            .iter()
            .any(|bad| line.contains(bad))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::super::faults;
    use super::*;

    #[test]
    fn nothing_unfinished() {
        assert_eq!(faults(finished, "docs/a.md", "TODO: later\nall is done"), 1);
        assert_eq!(
            faults(no_skipped_tests, "tests/a.ts", "test.only('x')\ntest('x')"),
            1
        );
    }

    #[test]
    fn nothing_of_one_machine() {
        assert_eq!(
            faults(of_no_machine, "a.md", "see /home/me/x\n(/root/y)"),
            2
        );
        assert_eq!(
            faults(
                of_no_machine,
                "a.md",
                "pages/home/mod.rs and https://a.b/home/"
            ),
            0
        );
    }

    #[test]
    fn locks_name_no_host() {
        assert_eq!(
            faults(
                locks_without_hosts,
                "x/package-lock.json",
                "\"resolved\": \"https://r/x.tgz\""
            ),
            1
        );
        assert_eq!(
            faults(
                locks_without_hosts,
                "Cargo.lock",
                "source = \"registry+https://other/\""
            ),
            1
        );
        assert_eq!(
            faults(
                locks_without_hosts,
                "Cargo.lock",
                "source = \"registry+https://github.com/rust-lang/crates.io-index\""
            ),
            0
        );
    }

    #[test]
    fn no_markup() {
        assert_eq!(
            faults(no_markup_from_strings, "static/a.js", "x.innerHTML = y"),
            1
        );
        assert_eq!(
            faults(no_markup_from_strings, "static/a.js", "x.textContent = y"),
            0
        );
    }
}
