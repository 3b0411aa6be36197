//! A device with its two stores, as the app uses them: what is written where, what a start reads, and ways to destroy.
//!
//! It does by hand what the page and its worker do in a browser, so that hundreds of accidents run in a native test.

use domain::memory::Recall;
use domain::records::fold::{Kept, Log, MIRROR_EVERY, State, pack_mirror, unpack_mirror};
use domain::records::{Event, Record, RecordId, Stamp, Writer, decode_all};
use recall::Fsrs6;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use testkit::id;

/// Records that stay in localStorage after IndexedDB has them.
const KEPT: usize = 200;

/// The stores of a device.
#[derive(Clone, Debug, Default)]
pub struct Stores {
    /// localStorage: records by key.
    pub local: BTreeMap<String, String>,
    /// localStorage: the mirror.
    pub mirror: Option<String>,
    /// IndexedDB: every record.
    pub records: BTreeMap<String, String>,
    /// IndexedDB: records after a snapshot.
    pub recent: BTreeMap<String, String>,
    /// IndexedDB: two slots.
    pub snapshots: [Option<String>; 2],
}

/// A page with its worker, open.
pub struct Device {
    /// What outlives the page.
    pub stores: Stores,
    log: Log,
    writer: Writer,
    safe: VecDeque<String>,
    mirrored: u64,
    /// Whether this start had to read the whole log.
    pub read_all: bool,
}

fn key(id: &RecordId) -> String {
    format!("{}.{}", id.writer, id.counter)
}

fn recall() -> Rc<dyn Recall> {
    Rc::new(Fsrs6::default())
}

fn inflate(mirror: &str) -> Option<State> {
    let (_, packed) = mirror.split_once('.')?;
    let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(&unpack_mirror(packed).ok()?).ok()?;
    State::from_snapshot(std::str::from_utf8(&bytes).ok()?).ok()
}

/// The log, and whether all of it had to be read.
fn begin(stores: &Stores, known: Option<State>) -> (Log, bool) {
    let kept = Kept::newest(stores.snapshots.iter().flatten().map(String::as_str));
    let generation = kept.as_ref().map_or(0, |kept| kept.header.generation);
    if let (None, Some(kept)) = (&known, &kept) {
        let recent = stores.recent.values().map(String::as_str);
        let rows = stores.records.len() as u64;
        if let Ok(log) = Log::from_snapshot(kept.clone(), recent, rows, recall())
            && !log.needs_log()
        {
            return (log, false);
        }
    }
    let lines = stores.records.values().map(String::as_str);
    let known = known.or(kept.map(|kept| kept.state));
    (Log::from_lines(lines, known, generation, recall()), true)
}

impl Device {
    /// Opens the page in a new tab.
    pub fn open(stores: Stores, tab: u64) -> Self {
        let (mut log, mut read_all) = begin(&stores, None);
        let (mut here, _) = decode_all(stores.local.values().map(String::as_str));
        here.sort_by(|a, b| a.place.cmp(&b.place));
        let mirror = stores.mirror.clone().unwrap_or_default();
        let count = |text: &str| text.split('.').next().and_then(|n| n.parse().ok());
        let mut mirrored: u64 = count(&mirror).unwrap_or(0);
        let covered = log.now().covered();
        let more = here.iter().filter(|record| !covered.contains(record.id()));
        let says_more = mirrored > covered.count() + more.count() as u64;
        if mirrored > 0 && (read_all || says_more) {
            match inflate(&mirror) {
                Some(state) if log.misses(&state, &here) > 0 => {
                    let (other, _) = begin(&stores, Some(state));
                    if other.misses(log.now(), &here) < log.misses(other.now(), &here) {
                        (log, read_all) = (other, true);
                    }
                }
                Some(_) => {}
                None => mirrored = 0,
            }
        }
        let mut writer = Writer::new(id("ani"), id(&format!("{tab:016x}")));
        let mut device = Self {
            stores,
            log,
            safe: here.iter().map(|record| key(record.id())).collect(),
            mirrored,
            read_all,
            writer: Writer::new(id("ani"), id("ffffffffffffffff")),
        };
        if device.read_all {
            let recent: Vec<String> = device.stores.recent.values().cloned().collect();
            device.put(&decode_all(recent.iter().map(String::as_str)).0);
        }
        device.put(&here);
        device.log.settle();
        device.tend();
        writer.observe(device.log.now().lamport());
        device.writer = writer;
        device
    }

    /// The state now.
    pub fn now(&self) -> Rc<State> {
        self.log.now().clone()
    }

    /// Records of which only what follows from them is known.
    pub fn lost(&self) -> u64 {
        self.log.lost()
    }

    /// Lines that could not be read.
    pub fn damaged(&self) -> u32 {
        self.log.damaged()
    }

    /// Something happens; both stores take it.
    ///
    /// # Panics
    /// When it does not fit into a record.
    pub fn record(&mut self, stamp: Stamp, event: Event) -> Record {
        let record = self
            .writer
            .write(stamp, event)
            .expect("it fits into a record");
        self.stores
            .local
            .insert(key(record.id()), record.encode().to_owned());
        self.put(std::slice::from_ref(&record));
        self.safe.push_back(key(record.id()));
        while self.safe.len() > KEPT {
            if let Some(old) = self.safe.pop_front() {
                self.stores.local.remove(&old);
            }
        }
        self.tend();
        record
    }

    fn put(&mut self, records: &[Record]) {
        self.log.take(records.to_vec());
        if self.log.needs_log() {
            self.log
                .refold(self.stores.records.values().map(String::as_str));
        }
        let fresh: Vec<Record> = self.log.pending().cloned().collect();
        for record in &fresh {
            let line = record.encode().to_owned();
            self.stores.records.insert(key(record.id()), line.clone());
            self.stores.recent.insert(key(record.id()), line);
        }
        self.log.acknowledge(fresh.iter().map(Record::id));
    }

    fn tend(&mut self) {
        if self.log.snapshot_is_due() {
            let (kept, tail) = self.log.snapshot();
            let slot = (kept.header.generation % 2) as usize;
            self.stores.snapshots[slot] = Some(kept.write());
            for record in tail {
                let line = record.encode().to_owned();
                self.stores.recent.insert(key(record.id()), line);
            }
            if let Some(known) = self.log.kept(&kept) {
                let all = self.stores.recent.values().map(String::as_str);
                let (old, _) = decode_all(all);
                for record in old.iter().filter(|record| known.contains(record.id())) {
                    self.stores.recent.remove(&key(record.id()));
                }
            }
        }
        let count = self.log.now().covered().count();
        if count >= self.mirrored + MIRROR_EVERY {
            let text = self.log.now().to_snapshot();
            let bytes = miniz_oxide::deflate::compress_to_vec_zlib(text.as_bytes(), 6);
            self.stores.mirror = Some(format!("{count}.{}", pack_mirror(&bytes)));
            self.mirrored = count;
        }
    }
}
