//! localStorage: small settings, and each record at once under a key of its own. It may be refused or full.
//!
//! Keys: `kkh1.lang`, `kkh1.theme`, `kkh1.text-size`, `kkh1.furigana` (how the page looks before the records are read),
//! `kkh1.look` (the learner whose choices these are), `kkh1.active` (the learner), `kkh1.learners` (a JSON list of ids that only
//! helps to find them), `kkh1.name.<learner>` (as last seen), `kkh1.gone.<learner>` (was deleted here),
//! `kkh1.r.<learner>.<writer>.<number>` (one record).

use domain::ids::ProfileId;
use domain::records::RecordId;

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

/// Takes out every record of a learner.
pub fn remove_records(learner: &ProfileId) {
    let prefix = prefix(learner);
    for key in keys().iter().filter(|key| key.starts_with(&prefix)) {
        remove(key);
    }
}

fn prefix(learner: &ProfileId) -> String {
    format!("kkh1.r.{learner}.")
}

/// Keeps a record; says whether it was kept.
pub fn keep(learner: &ProfileId, id: &RecordId, line: &str) -> bool {
    set(
        &format!("{}{}.{}", prefix(learner), id.writer, id.counter),
        line,
    )
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
