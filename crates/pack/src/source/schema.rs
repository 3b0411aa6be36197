//! JSON schemas of the source format, made from the types that read it. Tests and `docs/schema` use them; no program does.
//!
//! Invariant: one schema a part that is TOML of its own (a file, a front matter, a block), and one for a row of words,
//! whose columns are the constants of `words`.

use super::exercise::{Common, Listed};
use super::words::{BY_LANGUAGE, HEADINGS, NEEDED};
use super::{CanDoFile, Head, dialogue, lesson};
use domain::kinds::KindName;
use domain::model::{KanaCard, Kanji, WordList};
use schemars::JsonSchema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Every schema by its name: `pack`, `words-row`, `block/choice`, …
pub fn schemas() -> BTreeMap<String, Value> {
    let mut schemas: BTreeMap<String, Value> = [
        ("pack", of::<Head>("pack.toml")),
        ("can-dos", of::<CanDoFile>("can-dos.toml")),
        ("words-row", words_row()),
        (
            "lesson-front",
            of::<lesson::Front>("The front matter of a lesson"),
        ),
        (
            "test-front",
            of::<lesson::TestFront>("The front matter of a test"),
        ),
        (
            "block/dialogue",
            of::<dialogue::Head>("The head of a dialogue"),
        ),
        ("block/words", of::<WordList>("The block words")),
        ("block/kanji", of::<Listed<Kanji>>("The block kanji")),
        ("block/kana", of::<Listed<KanaCard>>("The block kana")),
    ]
    .map(|(name, schema)| (name.to_owned(), schema))
    .into();
    for kind in KindName::ALL {
        schemas.insert(format!("block/{}", kind.as_str()), exercise(*kind));
    }
    schemas
}

fn generator() -> SchemaGenerator {
    // What is read, not what is written: a field with a default may be left out.
    SchemaSettings::draft2020_12()
        .for_deserialize()
        .into_generator()
}

fn of<T: JsonSchema>(title: &str) -> Value {
    let mut schema = generator().into_root_schema_for::<T>();
    schema.insert("title".into(), title.into());
    schema.to_value()
}

/// An exercise is one table of two halves: the fields that all have, and those of its kind.
fn exercise(kind: KindName) -> Value {
    let mut generator = generator();
    let common = Common::json_schema(&mut generator);
    let own = kind.schema(&mut generator);
    let mut properties = Map::new();
    let mut required = Vec::new();
    for half in [&common, &own] {
        if let Some(Value::Object(half)) = half.get("properties") {
            properties.extend(half.clone());
        }
        if let Some(Value::Array(names)) = half.get("required") {
            required.extend(names.clone());
        }
    }
    // `kakehashi fmt` writes it; after that it is always there.
    required.insert(0, "id".into());
    let mut schema = json!({
        "$schema": generator.settings().meta_schema,
        "title": format!("The block {}", kind.as_str()),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    if let Some(description) = own.get("description") {
        schema["description"] = description.clone();
    }
    let definitions = generator.take_definitions(true);
    if !definitions.is_empty() {
        schema["$defs"] = Value::Object(definitions);
    }
    schema
}

/// A row of `words.csv` as an object of cells by heading. All cells are text.
fn words_row() -> Value {
    let cell = |name: &&str| ((*name).to_owned(), json!({ "type": "string" }));
    let mut properties: Map<String, Value> = HEADINGS.iter().map(cell).collect();
    let mut ids = generator();
    let id = domain::ids::WordKey::json_schema(&mut ids);
    properties.insert("key".into(), id.to_value());
    properties.insert("use".into(), json!({ "enum": ["use", "know"] }));
    properties.insert(
        "accent".into(),
        json!({ "type": "string", "pattern": "^[0-9]*$" }),
    );
    for needed in NEEDED.iter().filter(|name| !["key", "use"].contains(*name)) {
        properties.insert(
            (*needed).to_owned(),
            json!({ "type": "string", "minLength": 1 }),
        );
    }
    let by_language = format!(
        "^({})\\.[a-z]{{2,3}}(-[A-Za-z0-9]+)*$",
        BY_LANGUAGE.join("|")
    );
    json!({
        "$schema": ids.settings().meta_schema,
        "title": "A row of words.csv",
        "description": "The cells of a row by their heading.",
        "type": "object",
        "properties": properties,
        "patternProperties": { by_language: { "type": "string" } },
        "required": NEEDED,
        "additionalProperties": false,
    })
}
