//! IndexedDB: three object stores of one database, keys as `docs/records.md` lists them.
//!
//! `records` has every line, `recent` again those that came after a snapshot, `snapshots` two slots a learner. Invariants:
//! a record is written to `records` and `recent` in one transaction, on disk before it is called done; a snapshot is read
//! back before the lines that it stands for leave `recent`; a database of a newer app is read and never written.

use domain::records::fold::{Kept, Spans};
use domain::records::{Record, RecordId};
use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Query, TransactionMode};
use wasm_bindgen::prelude::*;

const DATABASE: &str = "kakehashi";
const VERSION: u32 = 2;
const RECORDS: &str = "records";
const RECENT: &str = "recent";
const SNAPSHOTS: &str = "snapshots";

/// The database, open.
pub struct Shelf {
    raw: JsValue,
    newer: bool,
}

/// What a start finds of a learner.
pub struct Found {
    /// Snapshots.
    pub slots: Vec<String>,
    /// Lines that came after them.
    pub recent: Vec<String>,
    /// How many lines there are in all.
    pub rows: u64,
}

fn key(learner: &str, id: &RecordId) -> String {
    format!("{learner}.{}.{}", id.writer, id.counter)
}

/// Every key that begins with the learner: `/` is the character after `.`.
fn of(learner: &str) -> Result<Query, idb::Error> {
    let (first, last) = (format!("{learner}."), format!("{learner}/"));
    KeyRange::bound(&first.into(), &last.into(), None, None).map(Query::from)
}

fn texts(values: &[JsValue]) -> Vec<String> {
    values.iter().filter_map(JsValue::as_string).collect()
}

async fn open(version: Option<u32>) -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, version)?;
    request.on_upgrade_needed(|event| {
        // Failing leaves a store out, and the first transaction says so.
        if let Ok(database) = event.database() {
            let there = database.store_names();
            for name in [RECORDS, RECENT, SNAPSHOTS] {
                if !there.iter().any(|known| known == name) {
                    let _ = database.create_object_store(name, ObjectStoreParams::new());
                }
            }
        }
    });
    request.await
}

impl Shelf {
    /// Opens the database; one that a newer app has made is opened for reading alone.
    pub async fn open() -> Result<Self, String> {
        let opened = open(Some(VERSION)).await;
        let is_newer = |error: &idb::Error| matches!(error, idb::Error::DomException(fault) if fault.name() == "VersionError");
        let (opened, newer) = match opened {
            Err(error) if is_newer(&error) => (open(None).await, true),
            opened => (opened, false),
        };
        let raw = JsValue::from(opened.map_err(|error| error.to_string())?);
        let mut database = Database::try_from(raw.clone()).map_err(|error| error.to_string())?;
        let door = raw.clone();
        // A newer app in another tab may go on; here the next transaction fails and says so.
        database.on_version_change(move |_| {
            if let Ok(database) = Database::try_from(door) {
                database.close();
            }
        });
        database.forget_callbacks();
        Ok(Self { raw, newer })
    }

    /// A newer app has made it: nothing may be written.
    pub fn is_newer(&self) -> bool {
        self.newer
    }

    fn database(&self) -> Result<Database, idb::Error> {
        Database::try_from(self.raw.clone())
    }

    /// What a start needs of a learner.
    pub async fn find(&self, learner: &str) -> Result<Found, String> {
        let finding = async {
            let names = [RECORDS, RECENT, SNAPSHOTS];
            let reading = self
                .database()?
                .transaction(&names, TransactionMode::ReadOnly)?;
            let all = |name: &str| {
                reading
                    .object_store(name)?
                    .get_all(Some(of(learner)?), None)
            };
            let (slots, recent) = (all(SNAPSHOTS)?, all(RECENT)?);
            let rows = reading.object_store(RECORDS)?.count(Some(of(learner)?))?;
            Ok(Found {
                slots: texts(&slots.await?),
                recent: texts(&recent.await?),
                rows: u64::from(rows.await?),
            })
        };
        finding.await.map_err(|error: idb::Error| error.to_string())
    }

    /// Every line of a learner.
    pub async fn lines(&self, learner: &str) -> Result<Vec<String>, String> {
        let reading = async {
            let reading = self
                .database()?
                .transaction(&[RECORDS], TransactionMode::ReadOnly)?;
            let all = reading
                .object_store(RECORDS)?
                .get_all(Some(of(learner)?), None)?;
            all.await.map(|values| texts(&values))
        };
        reading.await.map_err(|error: idb::Error| error.to_string())
    }

    /// Writes records: on disk when this is done.
    pub async fn write(&self, learner: &str, records: &[Record]) -> Result<(), String> {
        if records.is_empty() {
            return Ok(());
        }
        self.change(&[RECORDS, RECENT], |writing| {
            for record in records {
                let (key, line) = (key(learner, record.id()).into(), record.encode().into());
                writing.object_store(RECORDS)?.put(&line, Some(&key))?;
                writing.object_store(RECENT)?.put(&line, Some(&key))?;
            }
            Ok(())
        })
        .await
    }

    /// Writes rows of a restored file under their keys. Snapshots do not know of them, so they go.
    pub async fn restore(&self, learner: &str, rows: &[(String, String)]) -> Result<(), String> {
        if rows.is_empty() {
            return Ok(());
        }
        self.change(&[RECORDS, SNAPSHOTS], |writing| {
            let store = writing.object_store(RECORDS)?;
            for (place, line) in rows {
                let key = format!("{learner}.{place}").into();
                store.put(&line.as_str().into(), Some(&key))?;
            }
            writing.object_store(SNAPSHOTS)?.delete(of(learner)?)?;
            Ok(())
        })
        .await
    }

    /// Writes a snapshot into the slot of the older one, with the lines that came after it; says whether it lies there
    /// whole.
    pub async fn keep(&self, learner: &str, kept: &Kept, tail: &[Record]) -> Result<bool, String> {
        let slot = if kept.header.generation.is_multiple_of(2) {
            "a"
        } else {
            "b"
        };
        let (place, text) = (JsValue::from(format!("{learner}.{slot}")), kept.write());
        self.change(&[SNAPSHOTS, RECENT], |writing| {
            let store = writing.object_store(SNAPSHOTS)?;
            store.put(&text.as_str().into(), Some(&place))?;
            let recent = writing.object_store(RECENT)?;
            for record in tail {
                let key = key(learner, record.id()).into();
                recent.put(&record.encode().into(), Some(&key))?;
            }
            Ok(())
        })
        .await?;
        let reading = async {
            let reading = self
                .database()?
                .transaction(&[SNAPSHOTS], TransactionMode::ReadOnly)?;
            reading.object_store(SNAPSHOTS)?.get(place)?.await
        };
        let read = reading
            .await
            .map_err(|error: idb::Error| error.to_string())?;
        Ok(read.and_then(|value| value.as_string()).as_deref() == Some(text.as_str()))
    }

    /// Takes out of `recent` what both snapshots know.
    pub async fn forget_recent(&self, learner: &str, known: &Spans) -> Result<(), String> {
        let reading = async {
            let reading = self
                .database()?
                .transaction(&[RECENT], TransactionMode::ReadOnly)?;
            let keys = reading
                .object_store(RECENT)?
                .get_all_keys(Some(of(learner)?), None)?;
            keys.await.map(|keys| texts(&keys))
        };
        let keys = reading
            .await
            .map_err(|error: idb::Error| error.to_string())?;
        let is_known = |key: &&String| {
            let mut parts = key.rsplitn(3, '.');
            let counter = parts.next().and_then(|counter| counter.parse().ok());
            let writer = parts.next().and_then(|writer| writer.parse().ok());
            let id = counter.zip(writer);
            id.is_some_and(|(counter, writer)| known.contains(&RecordId { writer, counter }))
        };
        let old: Vec<JsValue> = keys.iter().filter(is_known).map(JsValue::from).collect();
        self.change(&[RECENT], |writing| {
            let store = writing.object_store(RECENT)?;
            for key in old {
                store.delete(key)?;
            }
            Ok(())
        })
        .await
    }

    /// Takes everything of a learner out.
    pub async fn erase(&self, learner: &str) -> Result<(), String> {
        self.change(&[RECORDS, RECENT, SNAPSHOTS], |writing| {
            for name in [RECORDS, RECENT, SNAPSHOTS] {
                writing.object_store(name)?.delete(of(learner)?)?;
            }
            Ok(())
        })
        .await
    }

    /// Every learner who has lines here.
    pub async fn learners(&self) -> Result<Vec<String>, String> {
        let reading = async {
            let reading = self
                .database()?
                .transaction(&[RECORDS], TransactionMode::ReadOnly)?;
            let store = reading.object_store(RECORDS)?;
            let mut all: Vec<String> = Vec::new();
            let Some(cursor) = store.open_key_cursor(None, None)?.await? else {
                return Ok(all);
            };
            let mut cursor = cursor.into_managed();
            while let Some(key) = cursor.key()?.and_then(|key| key.as_string()) {
                let learner = key.split('.').next().unwrap_or_default().to_owned();
                // On to the first key of the next learner.
                let next = format!("{learner}/").into();
                all.push(learner);
                cursor.next(Some(&next)).await?;
            }
            Ok(all)
        };
        reading.await.map_err(|error: idb::Error| error.to_string())
    }

    /// One transaction, committed to disk before it is called done.
    async fn change(
        &self,
        stores: &[&str],
        order: impl FnOnce(&idb::Transaction) -> Result<(), idb::Error>,
    ) -> Result<(), String> {
        if self.newer {
            return Err("a newer app has made this database".into());
        }
        // The library's own door has no word for durability, and without `strict` a power cut loses the last answers.
        let options = js_sys::Object::new();
        let set =
            |key: &str, value: &str| js_sys::Reflect::set(&options, &key.into(), &value.into());
        set("durability", "strict").map_err(|error| format!("{error:?}"))?;
        let names: js_sys::Array = stores.iter().map(|name| JsValue::from(*name)).collect();
        let door: js_sys::Function = js_sys::Reflect::get(&self.raw, &"transaction".into())
            .ok()
            .and_then(|door| door.dyn_into().ok())
            .ok_or("no transaction")?;
        let transaction = door
            .call3(&self.raw, &names, &"readwrite".into(), &options)
            .map_err(|error| format!("{error:?}"))?;
        let changing = async {
            let transaction = idb::Transaction::try_from(transaction)?;
            order(&transaction)?;
            transaction.await.map(|_| ())
        };
        changing
            .await
            .map_err(|error: idb::Error| error.to_string())
    }
}
