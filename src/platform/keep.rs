//! The worker's side of the stores: IndexedDB with strict durability, and the fold of the whole log.
//!
//! Orders from the page: `open <day> <learner>` with the records that localStorage has, `put <day>` with new ones; the day
//! of study is the page's, whose clock is the one that the learner sees. `plan <day> <limit> <seed> <voice>` asks for the
//! review of that day, and is answered with `plan`. Other answers: `saved`
//! `certificate` with its content; `saved`
//! with the keys that are safe in IndexedDB, `view` with what pages show, `refused` with why IndexedDB cannot be used.
//! `backup <day>` with the records that localStorage has, `inspect <day>` and `restore <day>` with the text of a file,
//! `erase <day> <learner>` are answered with `backup`, `inspected`, `restored`, `erased`.

mod backup;

use super::fetch;
use crate::view::{self, View};
use domain::day::Day;
use domain::model::Index;
use domain::records::fold::Ledger;
use domain::records::{Record, decode_all};
use domain::study;
use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Query, TransactionMode};
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

const DATABASE: &str = "kakehashi";
const STORE: &str = "records";

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn say(text: String) {
    // Text can always be sent.
    let _ = scope().post_message(&text.into());
}

/// One learner's log while the worker lives.
struct Desk {
    learner: String,
    database: Option<JsValue>,
    ledger: Ledger,
    damaged: BTreeSet<String>,
}

/// Waits for orders.
pub fn serve() {
    // Orders are carried out one after the other: a put must find what its open has read.
    let (sender, mut orders) = futures_channel::mpsc::unbounded::<String>();
    spawn_local(async move {
        let mut desk: Option<Desk> = None;
        while let Ok(order) = orders.recv().await {
            let (head, body) = order.split_once('\n').unwrap_or((&order, ""));
            let lines: Vec<&str> = body.lines().collect();
            let words: Vec<&str> = head.split(' ').collect();
            match (words.as_slice(), &mut desk) {
                // The second program of a page finds the learner's log open.
                (["open", _, learner], Some(desk)) if desk.learner == *learner => {
                    desk.put(&lines).await;
                }
                (["open", _, learner], _) => desk = Some(open(learner, &lines).await),
                (["put", _], Some(desk)) => desk.put(&lines).await,
                (["plan", day, limit, seed, voice], Some(desk)) => {
                    desk.plan(day, limit, seed, voice);
                }
                (["backup", _], Some(desk)) => desk.backup(&lines).await,
                (["inspect", _], Some(desk)) => desk.inspect(body).await,
                (["restore", _], Some(desk)) => desk.restore(body).await,
                (["erase", _, learner], _) => {
                    let mine = |desk: &Desk| desk.learner == *learner;
                    if backup::erase(learner).await && desk.as_ref().is_some_and(mine) {
                        desk = None;
                    }
                }
                (["certificate", _, order @ ..], Some(desk)) => {
                    let content = desk.certificate(order, &lines).await.unwrap_or_default();
                    say(format!("certificate\n{content}"));
                }
                _ => say(format!("refused\nan order that is not known: {head}")),
            }
            let today = words.get(1).and_then(|day| day.parse().ok()).map(Day);
            if let (Some(desk), Some(today)) = (&desk, today) {
                let view = View::of(desk.ledger.now(), desk.damaged.len(), today);
                say(format!("view\n{}", view.write()));
            }
        }
    });
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(order) = event.data().as_string() {
            // The receiver lives as long as the worker.
            let _ = sender.unbounded_send(order);
        }
    });
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

async fn open(learner: &str, lines: &[&str]) -> Desk {
    let database = match database().await {
        Ok(database) => Some(JsValue::from(database)),
        Err(error) => {
            say(format!("refused\n{error}"));
            None
        }
    };
    let mut desk = Desk {
        learner: learner.to_owned(),
        database,
        ledger: Ledger::new(Default::default(), view::recall()),
        damaged: BTreeSet::new(),
    };
    match desk.log(learner).await {
        Ok(log) => {
            let records = desk.decode(log.iter().map(String::as_str));
            desk.ledger.add(records);
        }
        Err(error) => say(format!("refused\n{error}")),
    }
    desk.put(lines).await;
    desk
}

/// Where a record lies.
fn key(learner: &str, record: &Record) -> String {
    let id = record.id();
    format!("{learner}.{}.{}", id.writer, id.counter)
}

/// Every key that begins with the learner: `/` is the character after `.`.
fn range(learner: &str) -> Result<KeyRange, idb::Error> {
    let (first, last) = (format!("{learner}."), format!("{learner}/"));
    KeyRange::bound(&first.into(), &last.into(), None, None)
}

async fn database() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // Failing leaves no store, and the first transaction says so.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

impl Desk {
    /// The content of a certificate as JSON, if it is earned. The order: certificate, serial, day by the civil
    /// calendar, hash of the pack. Its lines: name, name in kana or nothing, address of the pack's index.
    async fn certificate(&self, order: &[&str], lines: &[&str]) -> Option<String> {
        let ([certificate, serial, day, hash], [name, kana, index]) = (order, lines) else {
            return None;
        };
        let index: Index = fetch::json(index).await.ok()?;
        let mut entries = index.certificates.iter();
        let entry = entries.find(|entry| entry.id.as_str() == *certificate)?;
        let earned = domain::certificate::earned(self.ledger.now(), &index, entry)?;
        let issue = credential::Issue {
            serial: (*serial).to_owned(),
            name: credential::Name::parse(name).ok()?,
            kana: credential::Name::parse(kana).ok(),
            day: Day(day.parse().ok()?),
            pack_hash: (*hash).to_owned(),
        };
        serde_json::to_string(&credential::Content::self_study(&earned, issue)).ok()
    }

    /// A learner's whole log in IndexedDB.
    async fn log(&self, learner: &str) -> Result<Vec<String>, String> {
        let Some(raw) = self.database.clone() else {
            return Ok(Vec::new());
        };
        let reading = async {
            let database = Database::try_from(raw)?;
            let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
            let range = range(learner)?;
            transaction
                .object_store(STORE)?
                .get_all(Some(Query::from(range)), None)?
                .await
        };
        let values: Vec<JsValue> = reading
            .await
            .map_err(|error: idb::Error| error.to_string())?;
        Ok(values.iter().filter_map(JsValue::as_string).collect())
    }

    /// Takes lines apart and sets the damaged ones aside.
    fn decode<'a>(&mut self, lines: impl Iterator<Item = &'a str>) -> Vec<Record> {
        let (mut records, damaged) = decode_all(lines);
        self.damaged
            .extend(damaged.into_iter().map(|bad| bad.line.to_string()));
        records.sort_by(|a, b| a.place.cmp(&b.place));
        records
    }

    /// Says what a review asks. Which words are at hand the page knows better: it has the packs.
    fn plan(&self, day: &str, limit: &str, seed: &str, voice: &str) {
        let day = day.parse().map(Day);
        let (Ok(today), Ok(limit), Ok(seed)) = (day, limit.parse(), seed.parse()) else {
            return;
        };
        let (state, recall) = (self.ledger.now(), self.ledger.recall());
        let plan = study::plan(state, today, limit, seed, recall, |_, _| true, voice == "1");
        // Names and numbers only: nothing in it can fail to be written.
        let plan = serde_json::to_string(&plan).unwrap_or_default();
        say(format!("plan\n{plan}"));
    }

    /// Adds records to the state and to IndexedDB, and says which are safe. Damaged lines stay where they are.
    async fn put(&mut self, lines: &[&str]) {
        let records = self.decode(lines.iter().copied());
        // What the log already had is safe: it came from there.
        let known = self.ledger.now().covered();
        let fresh: Vec<Record> = records
            .iter()
            .filter(|record| !known.contains(record.id()))
            .cloned()
            .collect();
        self.ledger.add(fresh.iter().cloned());
        self.refold(&fresh).await;
        if records.is_empty() || self.database.is_none() {
            return;
        }
        let row = |record: &Record| (key(&self.learner, record), record.encode().to_owned());
        let rows: Vec<(String, String)> = fresh.iter().map(row).collect();
        match self.write(&rows).await {
            Ok(()) => {
                let keys = records
                    .iter()
                    .map(|record| format!("\n{}.{}", record.id().writer, record.id().counter));
                say(format!("saved{}", keys.collect::<String>()));
            }
            Err(error) => say(format!("refused\n{error}")),
        }
    }

    /// Folds the whole log and what is not in it yet, when records stand before what the state was made of.
    async fn refold(&mut self, fresh: &[Record]) {
        if self.ledger.now().is_provisional()
            && let Ok(log) = self.log(&self.learner).await
        {
            let (mut log, _) = decode_all(log.iter().map(String::as_str));
            log.extend(fresh.iter().cloned());
            // Refused when the log lacks something that is known: then the provisional state stays.
            let _ = self.ledger.refold(log);
        }
    }

    /// One transaction for all keys and lines, committed to disk before it is called done.
    async fn write(&self, rows: &[(String, String)]) -> Result<(), String> {
        if rows.is_empty() {
            return Ok(());
        }
        let raw = self.database.clone().unwrap_or_default();
        // The library's own door has no word for durability, and without `strict` a power cut loses the last answers.
        let options = js_sys::Object::new();
        let set =
            |key: &str, value: &str| js_sys::Reflect::set(&options, &key.into(), &value.into());
        set("durability", "strict").map_err(|error| format!("{error:?}"))?;
        let door: js_sys::Function = js_sys::Reflect::get(&raw, &"transaction".into())
            .ok()
            .and_then(|door| door.dyn_into().ok())
            .ok_or("no transaction")?;
        let transaction = door
            .call3(&raw, &STORE.into(), &"readwrite".into(), &options)
            .map_err(|error| format!("{error:?}"))?;
        let writing = async {
            let transaction = idb::Transaction::try_from(transaction)?;
            let store = transaction.object_store(STORE)?;
            for (key, line) in rows {
                store.put(&line.as_str().into(), Some(&key.as_str().into()))?;
            }
            transaction.await.map(|_| ())
        };
        writing.await.map_err(|error: idb::Error| error.to_string())
    }
}
