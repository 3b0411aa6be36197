//! The one build path: `cargo xtask serve`, `test`, `dist`, `assets`, `bench`, `tour`.
//!
//! People and CI use the same commands. Everything written goes below `target/` or `dist/`;
//! third-party files come from lock files and are never committed.
#![allow(
    clippy::print_stdout,
    reason = "a build tool talks to its user on standard output"
)]

mod assets;
mod bench;
mod build;
mod dist;
mod place;
mod run;
mod serve;
mod test;
mod tour;

use anyhow::{Result, bail};
use build::Flavour;

const HELP: &str = "\
cargo xtask serve [--port 8080] [--open] [--watch]   build in release and serve with the lessons
cargo xtask test [stage …]                           run every check, or only the named stages
cargo xtask test browser -- --grep review            hand options to the browser's test runner
cargo xtask bench [name …]                           print sizes and speeds: size, load, shift, answer, start, lighthouse
cargo xtask tour                                     make the pictures of docs/tour.md again
cargo xtask dist                                     leave a folder of static files in dist/
cargo xtask build                                    build into target/app without touching dist/
cargo xtask assets                                   make fonts and pictures from the npm packages
";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Err(error) = command(&arguments) {
        eprintln!("xtask: {error:#}");
        std::process::exit(1);
    }
}

fn command(arguments: &[String]) -> Result<()> {
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", arguments),
    };
    match name {
        "build" => build_into("target/app", flavour(rest)?),
        "dist" => build_into("dist", Flavour::Shipped),
        "serve" => serve::serve(&serve::Options::parse(rest)?),
        "assets" => assets::make(&assets::Wanted::gather()?).map(|made| made.report()),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "tour" => tour::tour(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("no command `{other}`\n{HELP}"),
    }
}

fn flavour(rest: &[String]) -> Result<Flavour> {
    match rest {
        [] => Ok(Flavour::Shipped),
        [flag] if flag == "--test-build" => Ok(Flavour::Test),
        _ => bail!("`build` takes only --test-build"),
    }
}

fn build_into(folder: &str, flavour: Flavour) -> Result<()> {
    let dist = build::build(flavour)?;
    let folder = place::root().join(folder);
    dist.write(&folder)?;
    println!("{} files in {}", dist.len(), place::shown(&folder));
    Ok(())
}
