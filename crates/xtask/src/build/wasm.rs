//! The wasm binaries: compiled by cargo, given their glue by wasm-bindgen as a library.
//!
//! Target `no-modules`, because `file://` refuses module scripts and a classic worker runs
//! everywhere. A page may load two programs, so each has a global name of its own. The worker is one
//! classic script that starts itself, so a page needs one address.

use super::{Flavour, Program};
use crate::dist::Dist;
use crate::{place, run};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::path::PathBuf;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Names of what was built.
pub struct Built {
    pub app: Program,
    pub study: Program,
    pub worker_js: String,
    pub press_js: String,
    /// The folder where the build script of `texts` left the tables that this very app reads.
    pub texts: Option<PathBuf>,
}

/// Compiles all binaries and adds them to the site.
pub fn build(dist: &mut Dist, flavour: Flavour) -> Result<Built> {
    add_target()?;
    let texts = compile(flavour)?;
    let app = program(dist, "app")?;
    let study = program(dist, "study")?;
    Ok(Built {
        app,
        study,
        worker_js: worker(dist, "worker")?,
        press_js: worker(dist, "press")?,
        texts,
    })
}

/// Adds a worker to the site and returns the name of its script.
fn worker(dist: &mut Dist, name: &'static str) -> Result<String> {
    let (js, wasm) = bind(name)?;
    let wasm = dist.hashed(name, "wasm", wasm);
    let script = self_starting(&js, &global(name), &wasm);
    Ok(dist.hashed(name, "js", script.into_bytes()))
}

/// Adds a program of the page to the site.
fn program(dist: &mut Dist, name: &'static str) -> Result<Program> {
    let (js, wasm) = bind(name)?;
    let global = global(name);
    // The glue declares its name with `let`, which the page's other scripts cannot look up by name.
    let js = format!("{js}\nwindow.{global} = {global};\n");
    Ok(Program {
        wasm: dist.hashed(name, "wasm", wasm),
        js: dist.hashed(name, "js", js.into_bytes()),
        global,
    })
}

/// The name under which the page finds a program.
fn global(program: &str) -> String {
    format!("kakehashi_{program}")
}

/// Installs the wasm target where it is missing.
fn add_target() -> Result<()> {
    let mut sysroot = Command::new("rustc");
    sysroot
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(place::root());
    let folder = run::output(sysroot, "rustc")?;
    if std::path::Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    println!("adding the target {TARGET}");
    let mut rustup = Command::new("rustup");
    rustup
        .args(["target", "add", TARGET])
        .current_dir(place::root());
    run::done(rustup, "rustup target add").with_context(|| {
        format!("the target {TARGET} is missing; with rustup: rustup target add {TARGET}")
    })
}

/// Compiles, and finds out of cargo's messages where the text tables lie.
fn compile(flavour: Flavour) -> Result<Option<PathBuf>> {
    let mut cargo = run::cargo(&["build", "--release", "--target", TARGET, "--bins"]);
    cargo.args(["--message-format", "json-render-diagnostics"]);
    cargo.args(["--package", "kakehashi-app"]);
    if flavour == Flavour::Test {
        cargo.args(["--features", "panic-route"]);
    }
    for flag in without_home() {
        cargo.args(["--config", &flag]);
    }
    let messages = run::output(cargo, "building the app")?;
    Ok(messages.lines().find_map(texts_folder))
}

/// Flags that keep the builder's home out of the paths in panic messages. They are the same however
/// xtask was started, or cargo would build everything anew.
fn without_home() -> Vec<String> {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let home = home.map(PathBuf::from).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    [(home, "home"), (cargo, "cargo")]
        .into_iter()
        .map(|(folder, name)| (folder.to_string_lossy().into_owned(), name))
        .filter(|(folder, _)| !folder.is_empty() && !folder.contains('\''))
        .map(|(folder, name)| {
            format!("target.{TARGET}.rustflags=['--remap-path-prefix={folder}={name}']")
        })
        .collect()
}

/// The folder of tables, when this message of cargo is about the build script of `texts`.
fn texts_folder(line: &str) -> Option<PathBuf> {
    #[derive(Deserialize)]
    struct Message {
        reason: String,
        #[serde(default)]
        package_id: String,
        out_dir: Option<PathBuf>,
    }
    let message: Message = serde_json::from_str(line).ok()?;
    let ours =
        message.reason == "build-script-executed" && message.package_id.contains("/crates/texts#");
    message.out_dir.filter(|_| ours)
}

/// The glue and the binary of one program.
fn bind(program: &str) -> Result<(String, Vec<u8>)> {
    let input = place::target()
        .join(TARGET)
        .join("release")
        .join(format!("{program}.wasm"));
    let mut output = Bindgen::new()
        .input_path(&input)
        .out_name(program)
        .no_modules(true)?
        .no_modules_global(&global(program))?
        .omit_default_module_path(true)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen on {program}"))?;
    let modules: Vec<&String> = output.local_modules().keys().collect();
    let inline = output.snippets().values().any(|parts| !parts.is_empty());
    if inline || !modules.is_empty() {
        bail!(
            "{program} brings JavaScript modules along {modules:?}; classic scripts cannot load them"
        );
    }
    let wasm = output.wasm_mut().emit_wasm();
    Ok((output.js().to_owned(), wasm))
}

/// A worker script that keeps the messages that arrive before its wasm runs.
fn self_starting(glue: &str, program: &str, wasm: &str) -> String {
    format!(
        "{glue}\n(function () {{\n  \
           var early = [];\n  \
           function keep(event) {{ early.push(event.data); event.stopImmediatePropagation(); }}\n  \
           self.addEventListener('message', keep);\n  \
           {program}({{ module_or_path: '{wasm}' }}).then(function () {{\n    \
             self.removeEventListener('message', keep);\n    \
             early.forEach(function (data) {{\n      \
               self.dispatchEvent(new MessageEvent('message', {{ data: data }}));\n    \
             }});\n  \
           }}, function (error) {{\n    \
             setTimeout(function () {{ throw error; }});\n  \
           }});\n\
         }})();\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_tables_are_found_in_cargos_messages() {
        let line = |package: &str| {
            format!(
                "{{\"reason\":\"build-script-executed\",\"out_dir\":\"o\",\"package_id\":\"path+file:///x/crates/{package}#0.1.0\"}}"
            )
        };
        assert_eq!(texts_folder(&line("texts")), Some(PathBuf::from("o")));
        assert_eq!(texts_folder(&line("pack")), None);
        assert_eq!(
            texts_folder("{\"reason\":\"build-finished\",\"success\":true}"),
            None
        );
    }
}
