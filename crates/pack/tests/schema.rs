//! The JSON schemas of the source format (`docs/schema`) are current, and what we ship fits them, as another
//! implementation reads them.

mod common;

use common::{folder, top};
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;

fn text(schema: &Value) -> String {
    serde_json::to_string_pretty(schema).unwrap() + "\n"
}

#[test]
fn the_schemas_are_current() {
    let schemas = pack::schemas();
    let write = std::env::var_os("WRITE_SCHEMA").is_some();
    for (name, schema) in &schemas {
        let path = top(&format!("docs/schema/{name}.json"));
        if write {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text(schema)).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == text(schema),
            "docs/schema/{name}.json is not what the types say: WRITE_SCHEMA=1 cargo test -p pack --test schema"
        );
    }
    let files = folder("docs/schema");
    let names: Vec<&str> = files
        .keys()
        .filter_map(|name| name.strip_suffix(".json"))
        .collect();
    assert_eq!(
        names,
        schemas.keys().collect::<Vec<_>>(),
        "a schema without a type"
    );
}

/// Every part of a pack that has a schema: where it stands, the schema's name, and what it says.
fn parts(pack: &str) -> Vec<(String, String, Value)> {
    let mut parts = Vec::new();
    for (file, bytes) in folder(pack) {
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        match file.as_str() {
            "pack.toml" => parts.push((file, "pack".into(), toml(&text))),
            "can-dos.toml" => parts.push((file, "can-dos".into(), toml(&text))),
            "words.csv" => parts.extend(rows(&text).into_iter().map(|row| {
                let place = format!("words.csv {}", row["key"]);
                (place, "words-row".into(), row)
            })),
            _ if file.ends_with(".md") => parts.extend(in_markdown(&file, &text)),
            _ => {}
        }
    }
    parts
}

fn toml(text: &str) -> Value {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn rows(text: &str) -> Vec<Value> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.map(|row| serde_json::json!(row.unwrap())).collect()
}

/// The front matter and every block that is TOML.
fn in_markdown(file: &str, text: &str) -> Vec<(String, String, Value)> {
    let rest = text.strip_prefix("+++\n").unwrap();
    let (front, body) = rest.split_once("\n+++\n").unwrap();
    let kind = if file.starts_with("tests/") {
        "test-front"
    } else {
        "lesson-front"
    };
    let mut parts = vec![(file.to_owned(), kind.to_owned(), toml(front))];
    for block in body.split("\n```").skip(1).step_by(2) {
        let (kind, block) = block.split_once('\n').unwrap();
        let schema = format!("block/{kind}");
        if !pack::schemas().contains_key(&schema) {
            continue;
        }
        let block = block.split("\n---\n").next().unwrap_or_default();
        parts.push((format!("{file} {kind}"), schema, toml(block)));
    }
    parts
}

fn validators() -> BTreeMap<String, Validator> {
    let compiled = |(name, schema): (String, Value)| {
        assert!(jsonschema::meta::is_valid(&schema), "{name} is no schema");
        let validator = jsonschema::validator_for(&schema).unwrap();
        (name, validator)
    };
    pack::schemas().into_iter().map(compiled).collect()
}

#[test]
fn what_we_ship_fits_the_schemas() {
    let validators = validators();
    let mut used = std::collections::BTreeSet::new();
    for pack in [
        "tests/packs/specimen-v1",
        "lessons/a1-mulai",
        "lessons/kana",
    ] {
        let parts = parts(pack);
        assert!(parts.len() > 20, "{pack}");
        for (place, schema, value) in parts {
            let faults: Vec<String> = validators[&schema]
                .iter_errors(&value)
                .map(|fault| format!("{}: {fault}", fault.instance_path()))
                .collect();
            assert!(faults.is_empty(), "{pack}/{place}: {faults:#?}");
            used.insert(schema);
        }
    }
    assert_eq!(
        used.len(),
        validators.len(),
        "a schema that nothing we ship uses: {used:?}"
    );
}

#[test]
fn what_the_reader_refuses_the_schemas_refuse() {
    let validators = validators();
    let choice = |change: &str, to: &str| {
        let good = r#"id = "x-c01"
text.id = "nama"
options = [{ id = "a", ja = "{名前|なまえ}", right = true }, { id = "b", ja = "くに", why.id = "negara" }]"#;
        validators["block/choice"].is_valid(&toml(&good.replace(change, to)))
    };
    assert!(choice("", ""));
    for (change, to) in [
        ("x-c01", "X c01"),
        ("id = \"x-c01\"\n", ""),
        ("text.id", "txt.id"),
        ("text.id = \"nama\"", "text = \"nama\""),
        ("right = true", "right = 1"),
        ("なまえ}", "namae}"),
        ("なまえ}", "なまえ"),
        ("options", "optionen"),
        ("id = \"b\", ", ""),
        ("ja = \"くに\"", "jaa = \"くに\""),
    ] {
        assert!(!choice(change, to), "{change} became {to}");
    }
    let row = |change: &str, to: &str| {
        let good = "key,ja,reading,accent,pos,lesson,use,gloss.id\nkuni,{国|くに},くに,0,noun,perkenalan,use,negara\n";
        validators["words-row"].is_valid(&rows(&good.replace(change, to))[0])
    };
    assert!(row("", ""));
    for (change, to) in [
        ("kuni,", "Kuni,"),
        (",use,", ",say,"),
        ("gloss.id", "glos.id"),
        (",0,", ",x,"),
        ("くに,0", ",0"),
    ] {
        assert!(!row(change, to), "{change} became {to}");
    }
}
