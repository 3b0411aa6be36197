//! `cargo xtask test`: every check of the project, fastest first, each runnable alone by its name.

mod browser;
mod chrome;
mod nginx;
mod size;
mod tidy;
mod tree;

pub use browser::{install as install_runner, install_in};
pub use chrome::find as find_chrome;
pub use size::table as size_table;

use crate::{assets, build, run};
use anyhow::{Context, Result, bail};
use std::time::Instant;

/// A check: its name, what it does in a word or two, and how.
struct Stage {
    name: &'static str,
    about: &'static str,
    check: fn(&[String]) -> Result<()>,
}

/// In the order in which they run.
const STAGES: [Stage; 7] = [
    Stage {
        name: "fmt",
        about: "rustfmt",
        check: |_| run::done(run::cargo(&["fmt", "--all", "--check"]), "cargo fmt"),
    },
    Stage {
        name: "tidy",
        about: "the rules of the house, licences, refused crates",
        check: |_| {
            let (house, crates) = (tidy::check(), tree::check());
            house.and(crates)
        },
    },
    Stage {
        name: "packs",
        about: "the lessons have no faults",
        check: |_| build::check_packs(&assets::Wanted::gather()?.picture_names()),
    },
    Stage {
        name: "clippy",
        about: "host and wasm",
        check: |_| clippy(),
    },
    Stage {
        name: "native",
        about: "cargo test",
        check: |_| {
            run::done(
                run::cargo(&["test", "--workspace", "--quiet"]),
                "cargo test",
            )
        },
    },
    Stage {
        name: "size",
        about: "what the first screen loads",
        check: |_| size::check(),
    },
    Stage {
        name: "browser",
        about: "journeys in Chromium, also under nginx in a sub-folder",
        check: browser::check,
    },
];

/// Runs the named stages, or all. What follows `--` goes to the browser's test runner.
pub fn test(arguments: &[String]) -> Result<()> {
    let mut parts = arguments.splitn(2, |argument| argument == "--");
    let names = parts.next().unwrap_or_default();
    let extra = parts.next().unwrap_or_default();
    let stages = chosen(names)?;
    let mut failed = Vec::new();
    for stage in &stages {
        println!("── {} ({})", stage.name, stage.about);
        let start = Instant::now();
        let result = (stage.check)(extra);
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Ok(()) => println!("── {} passed in {seconds:.1} s", stage.name),
            Err(error) => {
                println!("{error:#}\n── {} failed after {seconds:.1} s", stage.name);
                failed.push(stage.name);
            }
        }
    }
    println!(
        "\n{} passed, {} failed",
        stages.len() - failed.len(),
        failed.len()
    );
    if failed.is_empty() {
        return Ok(());
    }
    bail!("failed: {}", failed.join(", "))
}

fn chosen(names: &[String]) -> Result<Vec<&'static Stage>> {
    if names.is_empty() {
        return Ok(STAGES.iter().collect());
    }
    let all: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
    let find = |name: &String| {
        let stage = STAGES.iter().find(|stage| stage.name == name);
        stage.with_context(|| format!("no stage `{name}`; there are {}", all.join(", ")))
    };
    names.iter().map(find).collect()
}

/// The crates that the browser runs.
const IN_BROWSER: [&str; 6] = [
    "kakehashi-app",
    "domain",
    "recall",
    "texts",
    "pack",
    "credential",
];

fn clippy() -> Result<()> {
    let host = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    run::done(run::cargo(&host), "clippy on the host")?;
    let mut wasm = run::cargo(&[
        "clippy",
        "--quiet",
        "--target",
        build::TARGET,
        "--lib",
        "--bins",
    ]);
    for name in IN_BROWSER {
        wasm.args(["--package", name]);
    }
    wasm.args([
        "--features",
        "kakehashi-app/panic-route",
        "--",
        "-D",
        "warnings",
    ]);
    run::done(wasm, "clippy on wasm")
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn stages_are_found_by_name() {
        assert!(chosen(&["tidy".to_owned()]).is_ok_and(|stages| stages.len() == 1));
        assert!(chosen(&["nothing".to_owned()]).is_err());
        assert!(chosen(&[]).is_ok_and(|stages| stages.len() > 1));
    }
}
