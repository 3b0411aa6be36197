//! The learner's desk: records what happens, at once here and safely in the worker, and knows how far the learner is.

use crate::chosen::Chosen;
use crate::look;
use crate::pack::Pack;
use crate::platform::learners::Known;
use crate::platform::link::Link;
use crate::platform::local::Elsewhere;
use crate::platform::{clock, dom, json, learners, local};
use crate::view::View;
use credential::Content;
use domain::day::Day;
use domain::ids::{LessonId, PackId, ProfileId, SittingId};
use domain::records::{Event, Record, Undone, Writer};
use domain::study::Plan;
use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;
use yew::prelude::*;

/// How safe what happened is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Safety {
    /// Everything is in IndexedDB, on disk.
    #[default]
    Saved,
    /// So many records are on their way there.
    Waiting(u32),
    /// IndexedDB cannot be used: answers are kept in localStorage alone.
    OneStore,
    /// localStorage is full: answers are kept in IndexedDB alone.
    Full,
    /// Nothing can be kept.
    Nowhere,
    /// A newer app has written here: nothing is written, so that nothing of it is harmed.
    Newer,
}

/// What pages see of the desk.
#[derive(Clone)]
pub struct Desk {
    /// How far the learner is; none until the worker has read the log.
    pub view: Option<Rc<View>>,
    /// How safe it is.
    pub safety: Safety,
    /// How many records are being read before there is a view, when that takes long.
    pub reading: Option<u32>,
    inner: Rc<RefCell<Inner>>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view && self.safety == other.safety && self.reading == other.reading
    }
}

struct Inner {
    writer: Writer,
    link: Option<Link>,
    /// Keys that IndexedDB has and that are here too, oldest first.
    safe: VecDeque<String>,
    /// Keys of this desk's records that IndexedDB has not acknowledged.
    waiting: BTreeSet<String>,
    refused: bool,
    full: bool,
    newer: bool,
    /// The page begins anew for somebody else: nothing more is shown or written for who was here.
    leaving: bool,
    view: Option<Rc<View>>,
    reading: Option<u32>,
    /// Who waits for which answer. It is text here, so that only who asks carries its reader.
    ordered: Option<(&'static str, Callback<Option<String>>)>,
    shown: UseStateHandle<Shown>,
}

type Shown = (Option<Rc<View>>, Safety, Option<u32>);

impl Inner {
    fn show(&self) {
        let reading = self.reading.filter(|_| self.view.is_none());
        self.shown.set((self.view.clone(), self.safety(), reading));
    }

    fn safety(&self) -> Safety {
        match (self.refused, self.full) {
            _ if self.newer => Safety::Newer,
            (true, true) => Safety::Nowhere,
            (true, false) => Safety::OneStore,
            (false, true) if self.waiting.is_empty() => Safety::Full,
            (false, _) if !self.waiting.is_empty() => {
                Safety::Waiting(u32::try_from(self.waiting.len()).unwrap_or(u32::MAX))
            }
            (false, _) => Safety::Saved,
        }
    }

    /// Writes new records to localStorage and gives them to the worker, which offers again what was refused.
    fn keep(&mut self, records: &[Record], today: Day) {
        self.full = false;
        for record in records {
            let id = record.id();
            self.full |= !local::keep(&record.profile, id, record.encode());
            self.waiting.insert(format!("{}.{}", id.writer, id.counter));
        }
        if let Some(link) = &self.link {
            let lines = records.iter().map(|record| record.encode());
            link.send(&format!("put {}", today.0), lines);
        }
    }
}

impl Desk {
    /// Records events that belong together. Returns what would take them back, if there are any.
    pub fn record(&self, events: impl IntoIterator<Item = Event>) -> Option<Undone> {
        let mut inner = self.inner.borrow_mut();
        let stamp = clock::stamp();
        // Only a name or setting too long to fit is refused, and none is written here.
        let records: Vec<_> = events
            .into_iter()
            .filter_map(|event| inner.writer.write(stamp, event).ok())
            .collect();
        if !inner.newer && !inner.leaving {
            inner.keep(&records, stamp.day());
        }
        inner.show();
        Some(Undone {
            writer: inner.writer.id().clone(),
            from: records.first()?.id().counter,
            to: records.last()?.id().counter,
        })
    }

    /// Asks what today's review is, at most `limit` cards; an empty plan when the worker cannot be asked.
    pub fn plan(&self, limit: usize, seed: u32, voice: bool, planned: Callback<Plan>) {
        let words = format!(" {limit} {seed} {}", u8::from(voice));
        self.order("plan", &words, [], "plan", plan_read(planned));
    }

    /// Asks what the warm-up before a lesson is; an empty plan when the worker cannot be asked.
    pub fn warm_up(&self, pack: &PackId, lesson: &LessonId, seed: u32, planned: Callback<Plan>) {
        let words = format!(" {seed} {pack} {lesson}");
        self.order("warm-up", &words, [], "warm-up", plan_read(planned));
    }

    /// Says which packs are at hand.
    pub fn packs(&self, packs: &[Pack]) {
        let lines: Vec<String> = packs
            .iter()
            .map(|pack| format!("{} {}", pack.index.id, pack.path))
            .collect();
        if let Some(link) = &self.inner.borrow().link {
            let order = format!("packs {}", clock::stamp().day().0);
            link.send(&order, lines.iter().map(String::as_str));
        }
    }

    /// The learner whose desk it is.
    pub fn learner(&self) -> ProfileId {
        self.inner.borrow().writer.profile().clone()
    }

    /// Asks for the file of all that both stores have; none when the worker cannot be asked.
    pub fn backup(&self, answered: Callback<Option<String>>) {
        let here = local::records(&self.learner());
        let lines = here.iter().map(|(_, line)| line.as_str());
        self.order("backup", "", lines, "backup", answered);
    }

    /// Asks what a chosen file holds.
    pub fn inspect(&self, file: &str, answered: Callback<Option<Chosen>>) {
        self.order("inspect", "", [file], "inspected", chosen(answered));
    }

    /// Adds what a chosen file holds.
    pub fn restore(&self, file: &str, answered: Callback<Option<Chosen>>) {
        self.order("restore", "", [file], "restored", chosen(answered));
    }

    /// Takes a learner out of IndexedDB; true when that was done.
    pub fn erase(&self, learner: &ProfileId, answered: Callback<bool>) {
        let answered = answered.reform(|text: Option<String>| text.as_deref() == Some("done"));
        self.order("erase", &format!(" {learner}"), [], "erased", answered);
    }

    /// Asks for the content of a certificate: none when it is not earned or the worker cannot be asked. `words` and
    /// `lines` are those of `platform::keep`.
    pub fn certificate(&self, words: &str, lines: [&str; 3], answered: Callback<Option<Content>>) {
        let answered =
            answered.reform(|text: Option<String>| text.and_then(|text| json::read(&text).ok()));
        self.order(
            "certificate",
            &format!(" {words}"),
            lines,
            "certificate",
            answered,
        );
    }

    /// Gives the worker an order; `answered` hears the answer of that name, or none when there is no worker.
    fn order<'a>(
        &self,
        order: &str,
        words: &str,
        lines: impl IntoIterator<Item = &'a str>,
        answer: &'static str,
        answered: Callback<Option<String>>,
    ) {
        let mut inner = self.inner.borrow_mut();
        match &inner.link {
            Some(link) => {
                link.send(&format!("{order} {}{words}", clock::stamp().day().0), lines);
                inner.ordered = Some((answer, answered));
            }
            None => {
                drop(inner);
                answered.emit(None);
            }
        }
    }

    /// An identity for a sitting that is opened with the next record.
    pub fn next_sitting(&self) -> SittingId {
        self.inner.borrow().writer.next_sitting()
    }
}

fn plan_read(planned: Callback<Plan>) -> Callback<Option<String>> {
    planned.reform(|text: Option<String>| {
        text.and_then(|text| json::read(&text).ok())
            .unwrap_or_default()
    })
}

fn chosen(answered: Callback<Option<Chosen>>) -> Callback<Option<String>> {
    answered.reform(|text: Option<String>| text.and_then(|text| Chosen::read(&text)))
}

/// Opens the desk of the browser's learner.
#[hook]
pub fn use_desk() -> Desk {
    let shown = use_state(|| (None, Safety::Saved, None));
    let inner = {
        let shown = shown.clone();
        use_memo((), move |()| open(shown))
    };
    Desk {
        view: shown.0.clone(),
        safety: shown.1,
        reading: shown.2,
        inner: (*inner).clone(),
    }
}

fn open(shown: UseStateHandle<Shown>) -> Rc<RefCell<Inner>> {
    let new = u8::from(learners::is_first_visit());
    let learner = learners::active();
    let writer = clock::random_hex()
        .parse()
        .unwrap_or_else(|_| unreachable!("hexadecimal digits are an id"));
    let here = local::records(&learner);
    let inner = Rc::new(RefCell::new(Inner {
        writer: Writer::new(learner.clone(), writer),
        link: None,
        safe: VecDeque::new(),
        waiting: BTreeSet::new(),
        refused: false,
        full: !local::lay_ballast(),
        newer: false,
        leaving: false,
        view: None,
        reading: None,
        ordered: None,
        shown,
    }));
    let link = {
        let inner = inner.clone();
        Link::open(move |message| heard(&inner, message.as_deref()))
    };
    match &link {
        Some(link) => {
            let mirror = local::mirror(&learner);
            let lines = here.iter().map(|(_, line)| line.as_str());
            link.send(
                &format!("open {} {learner} {new}", clock::stamp().day().0),
                std::iter::once(mirror.as_str()).chain(lines),
            );
        }
        None => heard(&inner, None),
    }
    inner.borrow_mut().link = link;
    let other = inner.clone();
    local::on_elsewhere(&learner, move |what| match (what, &other.borrow().link) {
        (Elsewhere::Wrote(line), Some(link)) => {
            link.send(&format!("hear {}", clock::stamp().day().0), [line.as_str()]);
        }
        (Elsewhere::Wrote(_), None) => {}
        (Elsewhere::Erased, _) => dom::begin_anew(),
    });
    inner
}

fn heard(inner: &Rc<RefCell<Inner>>, message: Option<&str>) {
    let mut inner = inner.borrow_mut();
    if inner.leaving {
        return;
    }
    let mut told = None;
    match message.map(|message| message.split_once('\n').unwrap_or((message, ""))) {
        Some(("view", text)) => {
            if let Some(read) = View::read(text) {
                inner.writer.observe(read.lamport);
                let learner = inner.writer.profile();
                if let Some(name) = read.setting("name") {
                    learners::name(learner, name);
                }
                look::follow(learner, &read);
                inner.view = Some(Rc::new(read));
            }
        }
        Some(("saved", keys)) => {
            inner.refused = false;
            for key in keys.lines() {
                inner.waiting.remove(key);
            }
            inner.safe.extend(keys.lines().map(str::to_owned));
            let learner = inner.writer.profile().clone();
            local::give_room(&learner, &mut inner.safe);
        }
        Some(("reading", rows)) => inner.reading = rows.parse().ok(),
        Some(("newer", _)) => inner.newer = true,
        Some((head, text))
            if head.strip_prefix("mirror ") == Some(inner.writer.profile().as_str()) =>
        {
            local::keep_mirror(inner.writer.profile(), text);
        }
        Some(("found", others)) => {
            let known = others.lines().filter_map(|line| {
                let (id, name) = line.split_once(' ')?;
                let (id, name) = (id.parse().ok()?, name.to_owned());
                Some(Known { id, name })
            });
            let known: Vec<Known> = known.collect();
            inner.leaving = learners::found(inner.writer.profile(), &known);
        }
        // The other program of the page hears it too, and has not asked.
        Some((
            answer @ ("plan" | "warm-up" | "certificate" | "backup" | "inspected" | "restored"
            | "erased"),
            text,
        )) => {
            let mine = inner.ordered.as_ref();
            if mine.is_some_and(|(wanted, _)| *wanted == answer) {
                told = Some(text.to_owned());
            }
        }
        // The worker said why on the console; what matters here is that only one store is left.
        Some(_) | None => {
            inner.refused = true;
            let view = inner.view.take().unwrap_or_default();
            inner.view = Some(view);
        }
    }
    inner.show();
    // When the worker has failed nobody will answer any more.
    let over = told.is_some() || message.is_none();
    let ordered = if over { inner.ordered.take() } else { None };
    drop(inner);
    if let Some((_, answered)) = ordered {
        answered.emit(told);
    }
}
