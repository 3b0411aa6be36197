//! localStorage: small settings, and each record at once under a key of its own. It may be refused or full.
//!
//! Keys: `kkh1.lang`, `kkh1.theme`, `kkh1.text-size`, `kkh1.furigana`, `kkh1.romaji`, `kkh1.sound` (how the
//! page looks and sounds before the records are read),
//! `kkh1.look` (the learner whose choices these are), `kkh1.active` (the learner), `kkh1.learners` (a JSON list of ids that only
//! helps to find them), `kkh1.name.<learner>` (as last seen), `kkh1.gone.<learner>` (was deleted here),
//! `kkh1.r.<learner>.<writer>.<number>` (one record), `kkh1.mirror.<learner>` (the state, see `keep::mirror`),
//! `kkh1.ballast` (nothing: its room is given up when there is no other).

use domain::ids::ProfileId;
use domain::records::RecordId;
use wasm_bindgen::JsCast;

/// What is given up when there is no room left for a record: enough for a hundred answers.
const BALLAST: &str = "kkh1.ballast";
const BALLAST_UNITS: usize = 32 * 1024;

/// Records that stay here after IndexedDB has them too, so that each store can stand in for the other.
const KEPT: usize = 200;

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// A value that was kept.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a value; says whether it was kept.
pub fn set(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Takes a value out.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        // Refused: then it stays, and the next reader finds it as it was.
        let _ = storage.remove_item(key);
    }
}

/// Every key that is here.
pub fn keys() -> Vec<String> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|at| storage.key(at).ok().flatten())
        .collect()
}

/// Takes out every record of a learner, and the mirror.
pub fn remove_records(learner: &ProfileId) {
    let prefix = prefix(learner);
    for key in keys().iter().filter(|key| key.starts_with(&prefix)) {
        remove(key);
    }
    remove(&mirror_key(learner));
}

fn prefix(learner: &ProfileId) -> String {
    format!("kkh1.r.{learner}.")
}

/// Keeps a record; says whether it was kept. When there is no room, the ballast goes.
pub fn keep(learner: &ProfileId, id: &RecordId, line: &str) -> bool {
    let key = format!("{}{}.{}", prefix(learner), id.writer, id.counter);
    set(&key, line) || {
        remove(BALLAST);
        set(&key, line)
    }
}

/// Lays the ballast where there is room for it; says whether it lies there.
pub fn lay_ballast() -> bool {
    get(BALLAST).is_some() || set(BALLAST, &"-".repeat(BALLAST_UNITS))
}

/// The mirror of a learner, or nothing.
pub fn mirror(learner: &ProfileId) -> String {
    get(&mirror_key(learner)).unwrap_or_default()
}

/// Keeps a mirror. Both programs of a page are told of it, and one of them writes.
pub fn keep_mirror(learner: &ProfileId, text: &str) {
    if mirror(learner) != text {
        // No room: the one before stays, and IndexedDB has everything.
        let _ = set(&mirror_key(learner), text);
    }
}

fn mirror_key(learner: &ProfileId) -> String {
    format!("kkh1.mirror.{learner}")
}

/// What another tab has done with a learner.
pub enum Elsewhere {
    /// A record was written.
    Wrote(String),
    /// The learner was deleted.
    Erased,
}

/// Calls `heard` for what other tabs do with a learner, as long as the page lives.
pub fn on_elsewhere(learner: &ProfileId, mut heard: impl FnMut(Elsewhere) + 'static) {
    let (records, gone) = (prefix(learner), format!("kkh1.gone.{learner}"));
    let Some(window) = web_sys::window() else {
        return;
    };
    gloo::events::EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else {
            return;
        };
        match (event.key(), event.new_value()) {
            (Some(key), Some(line)) if key.starts_with(&records) => heard(Elsewhere::Wrote(line)),
            (Some(key), Some(_)) if key == gone => heard(Elsewhere::Erased),
            _ => {}
        }
    })
    .forget();
}

/// Every record of a learner that is here, as keys without their beginning and lines.
pub fn records(learner: &ProfileId) -> Vec<(String, String)> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let prefix = prefix(learner);
    let keys = keys().into_iter();
    keys.filter_map(|key| {
        let line = storage.get_item(&key).ok().flatten()?;
        Some((key.strip_prefix(&prefix)?.to_owned(), line))
    })
    .collect()
}

/// Gives room: of the records that IndexedDB has, oldest first, all but the last are taken out here.
pub fn give_room(learner: &ProfileId, safe: &mut std::collections::VecDeque<String>) {
    while safe.len() > KEPT {
        if let (Some(key), Some(storage)) = (safe.pop_front(), storage()) {
            // Refused: then it stays, which does no harm.
            let _ = storage.remove_item(&format!("{}{key}", prefix(learner)));
        }
    }
}
