//! The learners of this browser: who is active, who else is here, and what they are called.
//!
//! The list only helps to find them: whose records are here belongs to it whether it says so or not, and who was deleted
//! here never does.

use super::{clock, dom, local};
use domain::ids::ProfileId;

/// A learner of this browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Which one.
    pub id: ProfileId,
    /// The nickname as last seen, or nothing.
    pub name: String,
}

/// The learner whose page this is; made at the first visit.
pub fn active() -> ProfileId {
    let known = local::get("kkh1.active").and_then(|id| id.parse().ok());
    known.unwrap_or_else(|| {
        let id = new_id();
        enter(&id);
        id
    })
}

/// Whether nobody has ever been here.
pub fn is_first_visit() -> bool {
    local::get("kkh1.active").is_none()
}

fn new_id() -> ProfileId {
    let id = format!("p{}", clock::random_hex());
    id.parse()
        .unwrap_or_else(|_| unreachable!("hexadecimal digits after a letter are an id"))
}

/// Everybody who is here, in the order in which they came.
pub fn all() -> Vec<Known> {
    let keys = local::keys();
    let with_records = keys.iter().filter_map(|key| {
        let (id, _) = key.strip_prefix("kkh1.r.")?.split_once('.')?;
        id.parse().ok()
    });
    let mut ids = list();
    ids.extend(local::get("kkh1.active").and_then(|id| id.parse().ok()));
    ids.extend(with_records);
    let mut all: Vec<Known> = Vec::new();
    for id in ids {
        let gone = local::get(&format!("kkh1.gone.{id}")).is_some();
        if !gone && all.iter().all(|known| known.id != id) {
            let name = local::get(&format!("kkh1.name.{id}")).unwrap_or_default();
            all.push(Known { id, name });
        }
    }
    all
}

fn list() -> Vec<ProfileId> {
    let list = local::get("kkh1.learners").unwrap_or_default();
    let ids: Vec<String> = super::json::read(&list).unwrap_or_default();
    ids.iter().filter_map(|id| id.parse().ok()).collect()
}

fn keep_list(ids: &[ProfileId]) {
    let ids: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    local::set("kkh1.learners", &format!("[{}]", ids.join(",")));
}

/// Keeps what a learner is called.
pub fn name(learner: &ProfileId, name: &str) {
    let key = format!("kkh1.name.{learner}");
    if local::get(&key).as_deref() != Some(name) {
        local::set(&key, name);
    }
}

/// Makes a learner the active one. Who was active and has left nothing here is not listed any more.
fn enter(learner: &ProfileId) {
    let mut ids = list();
    let left = local::get("kkh1.active");
    let is_empty = |id: &ProfileId| {
        let named = local::get(&format!("kkh1.name.{id}")).is_some();
        !named && local::records(id).is_empty()
    };
    ids.retain(|id| id == learner || left.as_deref() != Some(id.as_str()) || !is_empty(id));
    if !ids.contains(learner) {
        ids.push(learner.clone());
    }
    local::remove(&format!("kkh1.gone.{learner}"));
    keep_list(&ids);
    local::set("kkh1.active", learner.as_str());
}

/// Adds learners whom IndexedDB knows to a list that has lost them. When it is one, and the learner whose page it is has
/// done nothing, it is theirs: true when the page begins anew for that.
pub fn found(now: &ProfileId, others: &[Known]) -> bool {
    let mut ids = list();
    for known in others {
        let gone = local::get(&format!("kkh1.gone.{}", known.id)).is_some();
        if gone || known.id == *now || ids.contains(&known.id) {
            continue;
        }
        name(&known.id, &known.name);
        ids.push(known.id.clone());
    }
    keep_list(&ids);
    if let [only] = others
        && ids.contains(&only.id)
        && local::records(now).is_empty()
    {
        enter(&only.id);
        // Where nothing can be kept the next start would find the same again, for ever.
        if local::get("kkh1.active").as_deref() == Some(only.id.as_str()) {
            dom::reload();
            return true;
        }
    }
    false
}

/// Opens the page of another learner.
pub fn switch(learner: &ProfileId) {
    enter(learner);
    dom::begin_anew();
}

/// Opens the page of a learner who was not here before.
pub fn add() {
    switch(&new_id());
}

/// Takes everything of a learner out of localStorage but that there was one, and opens the page of whoever is left.
pub fn erase(learner: &ProfileId) {
    local::set(&format!("kkh1.gone.{learner}"), "1");
    local::remove_records(learner);
    local::remove(&format!("kkh1.name.{learner}"));
    let mut ids = list();
    ids.retain(|id| id != learner);
    keep_list(&ids);
    if local::get("kkh1.active").as_deref() == Some(learner.as_str()) {
        local::remove("kkh1.active");
        if let Some(left) = all().first() {
            enter(&left.id);
        }
    }
    dom::begin_anew();
}
