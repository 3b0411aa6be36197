//! `cargo xtask bench`: sizes, and the speed of the first screen on a slow phone. Figures are
//! printed, never asserted; only `cargo xtask test size` has a budget.

use crate::build::{self, Flavour};
use crate::serve::{self, Site};
use crate::{place, run, test};
use anyhow::{Result, bail};
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

pub fn bench(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => {
            size()?;
            load()
        }
        [what] if what == "size" => size(),
        [what] if what == "load" => load(),
        _ => bail!("`bench` takes size or load"),
    }
}

fn size() -> Result<()> {
    test::size_table(&build::build(Flavour::Shipped)?);
    Ok(())
}

/// First paint, largest paint, time to the app and layout shift at slow 4G and 4× CPU.
fn load() -> Result<()> {
    let chrome = test::find_chrome()?;
    test::install_runner()?;
    let dist = build::build(Flavour::Shipped)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://{}/", listener.local_addr()?);
    std::thread::spawn(move || serve::run(listener, Site::new(dist)));
    let mut node = Command::new("node");
    node.args(["load.bench.mjs", &address])
        .current_dir(place::root().join("tests/e2e"))
        .env("CHROME", chrome);
    run::done(node, "the load bench")
}
