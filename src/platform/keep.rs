//! The worker's side of the stores: IndexedDB with strict durability, and the fold of the log.
//!
//! An order is a line of words, then lines. Its second word is the day of study of the page, whose clock is the one that
//! the learner sees.
//!
//! | Order | Lines | Answer |
//! |---|---|---|
//! | `open <day> <learner> <new>` | the mirror, then the records that localStorage has | `reading` with a number before a long log is read; `found` with other learners when the browser is `new` (`1`) to this one |
//! | `put <day>` | new records | `saved` with the keys that are safe in IndexedDB |
//! | `hear <day>` | records of another tab, which writes them itself | |
//! | `plan <day> <limit> <seed> <voice>` | | `plan` |
//! | `warm-up <day> <seed> <pack> <lesson>` | | `warm-up`, the plan before a lesson |
//! | `packs <day>` | the packs at hand, each an id and its folder | |
//! | `at-hand <day>` | | given by the worker itself when it knows more of the packs |
//! | `certificate <day> …` | see `Desk::certificate` | `certificate` with its content |
//! | `backup <day>` | the records that localStorage has | `backup` with the file |
//! | `inspect <day>`, `restore <day>` | the text of a file | `inspected`, `restored` |
//! | `erase <day> <learner>` | | `erased` |
//!
//! After each order comes `view` with what pages show, and now and then `mirror` with a new mirror. `refused` says why
//! IndexedDB cannot be used; `newer`, that a newer app has written here, so that nothing may be written.

mod backup;
mod known;
mod mirror;
mod plans;
mod shelf;

use super::fetch;
use crate::view::{self, View};
use domain::day::Day;
use domain::model::Index;
use domain::records::fold::{Kept, Log, MIRROR_EVERY, State};
use domain::records::{Event, Place, Record, RecordFault, decode_all};
use known::Known;
use shelf::Shelf;
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Lines from which on the page says that reading takes a while.
const LONG: u64 = 5_000;

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
    shelf: Option<Shelf>,
    log: Log,
    /// Lines of localStorage that cannot be read.
    damaged: BTreeSet<String>,
    /// A newer app has written here.
    newer: bool,
    /// How many records the newest mirror follows from, and whether a sitting has ended since.
    mirrored: u64,
    sitting_over: bool,
}

/// Waits for orders.
pub fn serve() {
    // Orders are carried out one after the other: a put must find what its open has read.
    let (sender, mut orders) = futures_channel::mpsc::unbounded::<String>();
    let known = Known::new(sender.clone());
    spawn_local(async move {
        let mut desk: Option<Desk> = None;
        while let Ok(order) = orders.recv().await {
            let (head, body) = order.split_once('\n').unwrap_or((&order, ""));
            let words: Vec<&str> = head.split(' ').collect();
            obey(&words, body, &mut desk, &known).await;
            let today = words.get(1).and_then(|day| day.parse().ok()).map(Day);
            if let (Some(desk), Some(today)) = (&mut desk, today) {
                known.look(desk.log.now(), today);
                let damaged = desk.log.damaged() as usize + desk.damaged.len();
                let view = View::of(desk.log.now(), damaged, desk.log.lost(), today, &known);
                say(format!("view\n{}", view.write()));
                desk.tend(today).await;
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

async fn obey(words: &[&str], body: &str, desk: &mut Option<Desk>, known: &Known) {
    let lines: Vec<&str> = body.lines().collect();
    match (words, desk) {
        // The second program of a page finds the learner's log open.
        (["open", _, learner, _], Some(desk)) if desk.learner == *learner => {
            desk.put(lines.get(1..).unwrap_or_default()).await;
        }
        (["open", _, learner, new], desk) => {
            let (mirror, lines) = lines.split_first().unwrap_or((&"", &[]));
            let opened = Desk::open(learner, mirror, lines).await;
            if *new == "1" && opened.log.now().covered().is_empty() {
                opened.say_found().await;
            }
            *desk = Some(opened);
        }
        (["put", _], Some(desk)) => desk.put(&lines).await,
        (["hear", _], Some(desk)) => desk.hear(&lines).await,
        (["packs", _], _) => known.tell(&lines),
        (["plan", day, ..], Some(desk)) if known.waits(desk.log.now(), day, &words.join(" ")) => {}
        (["plan", day, limit, seed, voice], Some(desk)) => {
            desk.plan(day, limit, seed, voice, known);
        }
        (["warm-up", day, seed, pack, lesson], Some(desk)) => {
            desk.warm_up(day, seed, (pack, lesson), known);
        }
        (["at-hand", _], _) => {}
        (["backup", _], Some(desk)) => desk.backup(&lines).await,
        (["inspect", _], Some(desk)) => desk.inspect(body).await,
        (["restore", _], Some(desk)) => desk.restore(body).await,
        (["erase", _, learner], desk) => {
            if backup::erase(learner).await {
                desk.take_if(|desk| desk.learner == *learner);
            }
        }
        (["certificate", _, order @ ..], Some(desk)) => {
            let content = desk.certificate(order, &lines).await.unwrap_or_default();
            say(format!("certificate\n{content}"));
        }
        _ => say(format!(
            "refused\nan order that is not known: {}",
            words.join(" ")
        )),
    }
}

/// How a log began.
struct Begun {
    log: Log,
    /// All of it was read.
    whole: bool,
    /// Then these lines may not be in it: each was written twice.
    recent: Vec<String>,
}

impl Begun {
    fn nothing(known: Option<State>) -> Self {
        Self {
            log: Log::from_lines([], known, 0, view::recall()),
            whole: true,
            recent: Vec::new(),
        }
    }
}

/// Begins a log from what IndexedDB has, or from a state that knows more.
async fn begin(shelf: &Shelf, learner: &str, known: Option<State>) -> Result<Begun, String> {
    let found = shelf.find(learner).await?;
    let kept = Kept::newest(found.slots.iter().map(String::as_str));
    let generation = kept.as_ref().map_or(0, |kept| kept.header.generation);
    if let (None, Some(kept)) = (&known, &kept) {
        let recent = found.recent.iter().map(String::as_str);
        let log = Log::from_snapshot(kept.clone(), recent, found.rows, view::recall());
        if let Ok(log) = log
            && !log.needs_log()
        {
            return Ok(Begun {
                log,
                whole: false,
                recent: Vec::new(),
            });
        }
    }
    if found.rows >= LONG {
        say(format!("reading\n{}", found.rows));
    }
    let lines = shelf.lines(learner).await?;
    let known = known.or(kept.map(|kept| kept.state));
    let lines = lines.iter().map(String::as_str);
    Ok(Begun {
        log: Log::from_lines(lines, known, generation, view::recall()),
        whole: true,
        recent: found.recent,
    })
}

impl Desk {
    async fn open(learner: &str, mirror: &str, lines: &[&str]) -> Self {
        let (mut shelf, begun) = match Shelf::open().await {
            Ok(shelf) => {
                let begun = begin(&shelf, learner, None).await;
                (Some(shelf), begun)
            }
            Err(error) => (None, Err(error)),
        };
        let Begun { log, whole, recent } = begun.unwrap_or_else(|error| {
            say(format!("refused\n{error}"));
            // What was not read is never written over.
            shelf = None;
            Begun::nothing(None)
        });
        let mut desk = Self {
            learner: learner.to_owned(),
            newer: log.is_newer() || shelf.as_ref().is_some_and(Shelf::is_newer),
            shelf,
            log,
            damaged: BTreeSet::new(),
            mirrored: mirror::records(mirror),
            sitting_over: false,
        };
        let records = desk.decode(lines);
        desk.look_into(mirror, &records, whole).await;
        let recent = recent.iter().map(String::as_str);
        let all: Vec<&str> = recent.chain(lines.iter().copied()).collect();
        desk.put(&all).await;
        desk.log.settle();
        desk
    }

    /// When the mirror knows of more than both stores have, the state begins from it. It is looked into when lines are
    /// missing from what a snapshot knew, or when it says so itself.
    async fn look_into(&mut self, mirror: &str, here: &[Record], whole: bool) {
        let covered = self.log.now().covered();
        let more = here.iter().filter(|record| !covered.contains(record.id()));
        let count = mirror::records(mirror);
        if count == 0 || !whole && count <= covered.count() + more.count() as u64 {
            return;
        }
        let state = match mirror::read(mirror).await {
            Ok(state) => state,
            // One of another version may be of use to that version.
            Err(mirror::Fault::OtherFormat) => return,
            Err(mirror::Fault::Damaged) => {
                self.mirrored = 0;
                return;
            }
        };
        if self.log.misses(&state, here) == 0 {
            return;
        }
        let other = match &self.shelf {
            Some(shelf) => begin(shelf, &self.learner, Some(state)).await.ok(),
            None => Some(Begun::nothing(Some(state))),
        };
        if let Some(other) = other
            && other.log.misses(self.log.now(), here) < self.log.misses(other.log.now(), here)
        {
            self.log = other.log;
        }
    }

    /// Takes lines apart, and sets aside those that cannot be read.
    fn decode(&mut self, lines: &[&str]) -> Vec<Record> {
        let (records, bad) = decode_all(lines.iter().copied());
        for line in bad {
            if matches!(line.fault, RecordFault::Newer(_)) {
                self.newer = true;
            } else {
                self.damaged.insert(line.line.to_string());
            }
        }
        records
    }

    /// Adds records to the state and to IndexedDB, with those that it has not taken yet, and says which are safe. Damaged
    /// lines stay where they are.
    async fn put(&mut self, lines: &[&str]) {
        let records = self.decode(lines);
        let over = |record: &Record| matches!(&*record.event, Event::Closed(_));
        self.sitting_over |= records.iter().any(over);
        // Oldest first: the page gives up the first of what is safe when it needs room.
        let mut saved: BTreeSet<Place> =
            records.iter().map(|record| record.place.clone()).collect();
        self.log.take(records);
        self.refold().await;
        if self.newer {
            say("newer".into());
            return;
        }
        let Some(shelf) = &self.shelf else {
            say("refused\nno database".into());
            return;
        };
        let fresh: Vec<Record> = self.log.pending().cloned().collect();
        match shelf.write(&self.learner, &fresh).await {
            Ok(()) => {
                self.log.acknowledge(fresh.iter().map(Record::id));
                saved.extend(fresh.into_iter().map(|record| record.place));
                let keys = saved
                    .iter()
                    .map(|Place { id, .. }| format!("\n{}.{}", id.writer, id.counter));
                say(format!("saved{}", keys.collect::<String>()));
            }
            Err(error) => say(format!("refused\n{error}")),
        }
    }

    /// Adds records of another tab to the state.
    async fn hear(&mut self, lines: &[&str]) {
        let records = self.decode(lines);
        self.log.take(records);
        self.refold().await;
    }

    /// Folds the whole log when records stand before what the state was made of.
    async fn refold(&mut self) {
        if let Some(shelf) = &self.shelf
            && self.log.needs_log()
            && let Ok(lines) = shelf.lines(&self.learner).await
        {
            self.log.refold(lines.iter().map(String::as_str));
        }
    }

    /// Keeps snapshot and mirror young. Neither is made of a state that could not be read whole.
    async fn tend(&mut self, today: Day) {
        let (Some(shelf), false) = (&self.shelf, self.newer) else {
            return;
        };
        if self.log.snapshot_is_due() {
            let (kept, tail) = self.log.snapshot();
            // Refused: then the next start reads the whole log.
            if shelf.keep(&self.learner, &kept, &tail).await == Ok(true)
                && let Some(known) = self.log.kept(&kept)
            {
                let _ = shelf.forget_recent(&self.learner, &known).await;
            }
        }
        let count = self.log.now().covered().count();
        let due =
            self.sitting_over && count > self.mirrored || count >= self.mirrored + MIRROR_EVERY;
        if due && let Some(text) = mirror::write(self.log.now(), today).await {
            (self.mirrored, self.sitting_over) = (count, false);
            say(format!("mirror {}\n{text}", self.learner));
        }
    }

    /// Says which other learners IndexedDB knows, with their names: localStorage has lost its list.
    async fn say_found(&self) {
        let Some(shelf) = &self.shelf else { return };
        let mut found = String::new();
        for learner in shelf.learners().await.unwrap_or_default() {
            if let Ok(Begun { log, .. }) = begin(shelf, &learner, None).await {
                let name = log.now().setting("name").unwrap_or_default();
                found.push_str(&format!("\n{learner} {name}"));
            }
        }
        say(format!("found{found}"));
    }

    /// The content of a certificate as JSON, if it is earned. The order: certificate, serial, day by the civil
    /// calendar, hash of the pack. Its lines: name, name in kana or nothing, address of the pack's index.
    async fn certificate(&self, order: &[&str], lines: &[&str]) -> Option<String> {
        let ([certificate, serial, day, hash], [name, kana, index]) = (order, lines) else {
            return None;
        };
        let index: Index = fetch::json(index).await.ok()?;
        let mut entries = index.certificates.iter();
        let entry = entries.find(|entry| entry.id.as_str() == *certificate)?;
        let earned = domain::certificate::earned(self.log.now(), &index, entry)?;
        let issue = credential::Issue {
            serial: (*serial).to_owned(),
            name: credential::Name::parse(name).ok()?,
            kana: credential::Name::parse(kana).ok(),
            day: Day(day.parse().ok()?),
            pack_hash: (*hash).to_owned(),
        };
        serde_json::to_string(&credential::Content::self_study(&earned, issue)).ok()
    }
}
