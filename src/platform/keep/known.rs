//! What is in the packs at hand, as the worker knows it: the page says which packs there are, and their files are read
//! when something of them was studied.
//!
//! Invariant: no order waits for the network but `plan`. Until a file has arrived what it may hold counts as at hand;
//! the page leaves out what is not.

use super::super::fetch::{self, LoadFault};
use domain::day::Day;
use domain::ids::{ItemId, LessonId, PackId, WordKey};
use domain::records::fold::State;
use domain::study::AtHand;
use futures_channel::mpsc::UnboundedSender;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// See the module.
#[derive(Clone)]
pub struct Known {
    inner: Rc<RefCell<Inner>>,
    orders: UnboundedSender<String>,
}

#[derive(Default)]
struct Inner {
    /// Folders by pack; none until the page has said it.
    packs: Option<BTreeMap<PackId, String>>,
    /// Files that were read, with every id in them. One that the server does not have holds nothing.
    files: BTreeMap<String, BTreeSet<String>>,
    /// Files that were asked for, once each.
    asked: BTreeSet<String>,
    on_the_way: usize,
    /// Orders to be given again when nothing is on the way any more.
    later: Vec<String>,
}

impl Known {
    /// Nothing is known yet. `orders` is where the worker takes its orders from.
    pub fn new(orders: UnboundedSender<String>) -> Self {
        let inner = Rc::default();
        Self { inner, orders }
    }

    /// Takes the packs that the page has: lines of an id and a folder.
    pub fn tell(&self, lines: &[&str]) {
        let pack = |line: &&str| {
            let (id, path) = line.split_once(' ')?;
            Some((id.parse().ok()?, path.to_owned()))
        };
        self.inner.borrow_mut().packs = Some(lines.iter().filter_map(pack).collect());
    }

    /// Asks for the files that tell of what was studied and have not been asked for.
    pub fn look(&self, state: &State, today: Day) {
        let mut inner = self.inner.borrow_mut();
        let Some(packs) = &inner.packs else { return };
        let studied = state.packs().filter(|(_, pack)| !pack.memory.is_empty());
        let words = studied.filter_map(|(id, _)| Some(words_of(packs.get(id)?)));
        let missed = state.missed_before(today).into_iter();
        let lessons =
            missed.filter_map(|(pack, lesson, _)| Some(lesson_of(packs.get(&pack)?, &lesson)));
        let wanted: BTreeSet<String> = words.chain(lessons).collect();
        let fresh: Vec<String> = wanted.difference(&inner.asked).cloned().collect();
        for file in fresh {
            inner.asked.insert(file.clone());
            inner.on_the_way += 1;
            let known = self.clone();
            spawn_local(async move {
                let ids = ids_in(&file).await;
                known.arrived(file, ids, today);
            });
        }
    }

    /// Whether an order has to wait for files; it is given again when they are here.
    pub fn waits(&self, state: &State, day: &str, order: &str) -> bool {
        if let Ok(day) = day.parse() {
            self.look(state, Day(day));
        }
        let mut inner = self.inner.borrow_mut();
        let waits = inner.on_the_way > 0;
        if waits {
            inner.later.push(order.to_owned());
        }
        waits
    }

    fn arrived(&self, file: String, ids: Option<BTreeSet<String>>, today: Day) {
        let mut inner = self.inner.borrow_mut();
        inner.on_the_way -= 1;
        if let Some(ids) = ids {
            inner.files.insert(file, ids);
        }
        if inner.on_the_way == 0 {
            let later = std::mem::take(&mut inner.later);
            for order in later.into_iter().chain([format!("at-hand {}", today.0)]) {
                // The receiver lives as long as the worker.
                let _ = self.orders.unbounded_send(order);
            }
        }
    }

    /// Whether a file of a pack has an id: as far as is known.
    fn has(&self, pack: &PackId, file: impl Fn(&str) -> String, id: &str) -> bool {
        let inner = self.inner.borrow();
        let Some(packs) = &inner.packs else {
            return true;
        };
        let Some(path) = packs.get(pack) else {
            return false;
        };
        inner
            .files
            .get(&file(path))
            .is_none_or(|ids| ids.contains(id))
    }
}

impl AtHand for Known {
    fn has_word(&self, pack: &PackId, word: &WordKey) -> bool {
        self.has(pack, words_of, word.as_str())
    }

    fn has_item(&self, pack: &PackId, lesson: &LessonId, item: &ItemId) -> bool {
        self.has(pack, |path| lesson_of(path, lesson), item.as_str())
    }
}

fn words_of(path: &str) -> String {
    format!("{path}/words.json")
}

fn lesson_of(path: &str, lesson: &LessonId) -> String {
    format!("{path}/lesson/{lesson}.json")
}

/// Every id in a file; nothing when it did not arrive.
async fn ids_in(file: &str) -> Option<BTreeSet<String>> {
    let text = match fetch::text(file).await {
        Ok(text) => text,
        Err(LoadFault::Missing(_)) => return Some(BTreeSet::new()),
        Err(LoadFault::Offline | LoadFault::Broken(_)) => return None,
    };
    let mut ids = BTreeSet::new();
    collect(&serde_json::from_str(&text).ok()?, &mut ids);
    Some(ids)
}

/// Words have a `key`, exercises and questions an `id`.
fn collect(value: &Value, ids: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if let Value::String(id) = value
                    && (name == "id" || name == "key")
                {
                    ids.insert(id.clone());
                }
                collect(value, ids);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, ids)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
