//! `cargo xtask bench`: sizes and speeds of what learners get, on this machine.
//!
//! Figures are printed with the machine they come from and are never asserted: a machine of the
//! cloud is slow at other hours. Only `cargo xtask test size` has a budget.

use crate::build::{self, Flavour};
use crate::dist::Dist;
use crate::serve::{self, Site};
use crate::{place, run, test};
use anyhow::{Context, Result};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

const JOURNEYS: &str = "tests/e2e";
/// Lighthouse lives apart: it is 185 MB, seven times the journeys, and no test needs it.
const LIGHTHOUSE: &str = "tests/bench";

/// Something that is measured.
struct Bench {
    name: &'static str,
    about: &'static str,
    how: How,
}

enum How {
    /// Adding up files.
    Table,
    /// A script in the journeys' folder, `<name>.bench.ts`.
    Script,
    /// The same, with a year of records at hand.
    ScriptWithYear,
    Lighthouse,
}

const BENCHES: [Bench; 6] = [
    Bench {
        name: "size",
        about: "what each file costs",
        how: How::Table,
    },
    Bench {
        name: "load",
        about: "the first screen at slow 4G, processor four times slower",
        how: How::Script,
    },
    Bench {
        name: "shift",
        about: "what moves in a lesson when its font arrives late",
        how: How::Script,
    },
    Bench {
        name: "answer",
        about: "from an answer to the next paint, processor four times slower",
        how: How::Script,
    },
    Bench {
        name: "start",
        about: "opening the page with a year of records, processor four times slower",
        how: How::ScriptWithYear,
    },
    Bench {
        name: "lighthouse",
        about: "Lighthouse as a phone, on the first screen and in a lesson",
        how: How::Lighthouse,
    },
];

/// Measures what is named, or everything.
pub fn bench(names: &[String]) -> Result<()> {
    let chosen = chosen(names)?;
    let dist = build::build(Flavour::Shipped)?;
    let mut ground = None;
    for bench in chosen {
        if let How::Table = bench.how {
            println!("── {} ({})", bench.name, bench.about);
            test::size_table(&dist);
            continue;
        }
        let ground = match &ground {
            Some(ground) => ground,
            None => {
                let fresh = ground.insert(Ground::prepare(dist.clone())?);
                fresh.name_the_machine()?;
                fresh
            }
        };
        println!("── {} ({})", bench.name, bench.about);
        match bench.how {
            How::Table | How::Script => ground.measure(bench.name, None)?,
            How::ScriptWithYear => ground.measure(bench.name, Some(&year()?))?,
            How::Lighthouse => ground.lighthouse()?,
        }
    }
    Ok(())
}

fn chosen(names: &[String]) -> Result<Vec<&'static Bench>> {
    if names.is_empty() {
        return Ok(BENCHES.iter().collect());
    }
    let all: Vec<&str> = BENCHES.iter().map(|bench| bench.name).collect();
    let find = |name: &String| {
        let bench = BENCHES.iter().find(|bench| bench.name == name);
        bench.with_context(|| format!("no bench `{name}`; there are {}", all.join(", ")))
    };
    names.iter().map(find).collect()
}

/// Where measuring takes place: a browser, and the site served on this machine.
pub struct Ground {
    chrome: PathBuf,
    port: u16,
}

impl Ground {
    /// Finds the browser, installs the runner, and serves the site until the program ends.
    pub fn prepare(dist: Dist) -> Result<Self> {
        let chrome = test::find_chrome()?;
        test::install_runner()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let site = Site::new(dist);
        std::thread::spawn(move || {
            if let Err(error) = serve::run(listener, site) {
                eprintln!("xtask: the server ended: {error:#}");
            }
        });
        Ok(Self { chrome, port })
    }

    /// A script that knows the browser and the address.
    fn node(&self, folder: &str, arguments: &[&str]) -> Command {
        let mut node = Command::new("node");
        node.args(arguments)
            .current_dir(place::root().join(folder))
            .env("CHROME", &self.chrome)
            .env("KKH_PORT", self.port.to_string());
        node
    }

    fn name_the_machine(&self) -> Result<()> {
        run::done(self.node(JOURNEYS, &["machine.bench.mjs"]), "the browser")
    }

    /// Runs one file of the journeys' folder with the test runner.
    pub fn play(&self, config: &str, file: &str, year: Option<&Path>) -> Result<()> {
        let config = format!("--config={config}");
        let runner = "node_modules/@playwright/test/cli.js";
        let mut node = self.node(JOURNEYS, &[runner, "test", &config, file]);
        if let Some(year) = year {
            node.env("KKH_YEAR", year);
        }
        run::done(node, file)
    }

    fn measure(&self, name: &str, year: Option<&Path>) -> Result<()> {
        self.play("bench.config.ts", &format!("{name}.bench.ts"), year)
    }

    fn lighthouse(&self) -> Result<()> {
        test::install_in(LIGHTHOUSE)?;
        run::done(self.node(LIGHTHOUSE, &["lighthouse.mjs"]), "Lighthouse")
    }
}

/// A backup file with a year of records, written by the example of `testkit`: the build tool itself
/// stays without the model of recall.
fn year() -> Result<PathBuf> {
    let file = place::target().join("bench/year.kakehashi.jsonl");
    let mut cargo = run::cargo(&[
        "run",
        "--quiet",
        "--package",
        "testkit",
        "--example",
        "year",
        "--",
    ]);
    cargo.arg(&file);
    run::done(cargo, "writing a year of records")?;
    Ok(file)
}
