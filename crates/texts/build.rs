//! Compiles `locales/<language>/<area>.ftl` into `messages.rs` and one table a language, or names every fault. An area
//! that is apart becomes `<area>.rs` and the tables of a folder of its own.

#[path = "src/apart.rs"]
mod apart;
#[path = "src/compile/mod.rs"]
mod compile;
#[path = "src/lang.rs"]
#[allow(dead_code, reason = "the build needs only part of it")]
mod lang;

use apart::APART;
use compile::{Catalog, Fault, Source};
use lang::Lang;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let here =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let locales = here.join("../../locales");
    println!("cargo:rerun-if-changed={}", locales.display());
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/compile");
    println!("cargo:rerun-if-changed=src/apart.rs");
    println!("cargo:rerun-if-changed=src/lang.rs");

    let mut sources: Vec<Source> = Lang::ALL
        .into_iter()
        .flat_map(|lang| sources(&locales, lang))
        .collect();
    let mut faults = Vec::new();
    for (area, name) in APART {
        let own: Vec<Source> = sources
            .extract_if(.., |source| source.area == area)
            .collect();
        if let Some(catalog) = compiled(&own, &mut faults) {
            write(&out.join(format!("{area}.rs")), &catalog.rust(name));
            tables(&out.join(area), &catalog);
        }
    }
    if let Some(catalog) = compiled(&sources, &mut faults) {
        write(&out.join("messages.rs"), &catalog.rust("Texts"));
        tables(&out, &catalog);
    }
    if !faults.is_empty() {
        let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
        eprintln!(
            "\n{} in the texts:\n\n{}",
            count(faults.len()),
            list.join("\n")
        );
        // A panic would bury the list under a backtrace.
        std::process::exit(1);
    }
}

/// The catalog of these sources; their faults go to the others.
fn compiled(sources: &[Source], faults: &mut Vec<Fault>) -> Option<Catalog> {
    compile::compile(sources)
        .map_err(|own| faults.extend(own))
        .ok()
}

/// Writes the table of each language into a folder.
fn tables(folder: &Path, catalog: &Catalog) {
    fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for lang in Lang::ALL {
        let path = folder.join(format!("{}.json", lang.tag()));
        write(&path, &catalog.table_json(lang));
    }
}

fn count(faults: usize) -> String {
    if faults == 1 {
        "1 fault".into()
    } else {
        format!("{faults} faults")
    }
}

/// The files of a language in order of their names. A missing folder shows as missing areas.
fn sources(locales: &Path, lang: Lang) -> Vec<Source> {
    let folder = locales.join(lang.tag());
    println!("cargo:rerun-if-changed={}", folder.display());
    let Ok(entries) = fs::read_dir(&folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            println!("cargo:rerun-if-changed={}", path.display());
            let area = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            Source { lang, area, text }
        })
        .collect()
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
