//! A learner at a device: studies a [`Course`] through domain's sittings and keeps the records as a store would.

use crate::{Course, FakeClock};
use domain::exam::Exam;
use domain::ids::*;
use domain::kinds::{Answer, Kind};
use domain::memory::{Grade, Recall};
use domain::model::StepKind;
use domain::records::fold::{DueUnit, Ledger, State, fold};
use domain::records::{Activity, End, Event, Mode, Record, Undone, Writer, backup};
use domain::study::{self, Asked, Given, Screen, Session};
use recall::Fsrs6;
use std::rc::Rc;

/// Time that this learner takes for an answer.
const ANSWER_MS: u32 = 6_000;

/// A learner, a tab, and the log of the store.
pub struct Learner {
    /// The clock of the device.
    pub clock: FakeClock,
    /// Whether there is a voice to hear.
    pub voice: bool,
    /// Everything that was stored.
    pub log: Vec<Record>,
    profile: ProfileId,
    writer: Writer,
    ledger: Ledger,
    tabs: u32,
}

impl Learner {
    /// A learner who has done nothing yet.
    pub fn new(profile: &str) -> Self {
        let profile: ProfileId = crate::id(profile);
        let recall: Rc<dyn Recall> = Rc::new(Fsrs6::default());
        Self {
            clock: FakeClock::default(),
            voice: true,
            log: Vec::new(),
            writer: writer(&profile, 1),
            ledger: Ledger::new(State::default(), recall),
            profile,
            tabs: 1,
        }
    }

    /// The state now.
    pub fn now(&self) -> Rc<State> {
        self.ledger.now().clone()
    }

    /// Stores what happened.
    ///
    /// # Panics
    /// When an event does not fit into a record.
    pub fn record(&mut self, events: impl IntoIterator<Item = Event>) -> Vec<Record> {
        let stamp = self.clock.stamp();
        let write = |event| {
            self.writer
                .write(stamp, event)
                .expect("an event fits into a record")
        };
        let records: Vec<Record> = events.into_iter().map(write).collect();
        self.log.extend(records.iter().cloned());
        self.ledger.add(records.iter().cloned());
        records
    }

    /// The page is closed and opened again: a snapshot, the log, a new tab. The state must be the same.
    ///
    /// # Panics
    /// When it is not.
    pub fn restart(&mut self) {
        let before = self.now();
        let snapshot = self.ledger.snapshot().0.to_snapshot();
        let base = State::from_snapshot(&snapshot).expect("a snapshot is read");
        let recall: Rc<dyn Recall> = Rc::new(Fsrs6::default());
        self.ledger = Ledger::new(base, recall);
        self.ledger.add(self.log.iter().cloned());
        assert_eq!(self.now(), before, "a restart changes nothing");
        assert_eq!(
            *before,
            fold(self.log.iter().cloned(), &Fsrs6::default()),
            "and the whole log says the same"
        );
        self.tabs += 1;
        self.writer = writer(&self.profile, self.tabs);
        self.writer.observe(self.now().lamport());
    }

    /// Takes records back.
    pub fn take_back(&mut self, records: &[Record]) {
        let ids = records.iter().map(Record::id);
        let (Some(first), Some(last)) = (ids.clone().min(), ids.max()) else {
            return;
        };
        let undone = Undone {
            writer: first.writer.clone(),
            from: first.counter,
            to: last.counter,
        };
        self.record([Event::Undone(undone)]);
    }

    /// An identity for a sitting that is opened next.
    pub fn next_sitting(&self) -> SittingId {
        self.writer.next_sitting()
    }

    fn given(&mut self) -> Given {
        self.clock.pass_ms(ANSWER_MS);
        Given {
            response_ms: ANSWER_MS,
            plays: u8::from(self.voice),
            heard: self.voice,
        }
    }

    /// Sits through a session. `right` says whether this learner knows the answer, `card` how a card is graded.
    pub fn sit(
        &mut self,
        mut session: Session,
        mut right: impl FnMut(&ItemId) -> bool,
        mut card: impl FnMut(&DueUnit) -> Grade,
    ) -> Session {
        self.record([session.opened()]);
        let began = self.clock.stamp().mono_ms;
        while let Some(screen) = session.screen.clone() {
            match screen {
                Screen::Reading(_) => {
                    self.clock.pass_ms(20_000);
                    session = session.go_on();
                }
                Screen::Question(asked) => {
                    let given = self.given();
                    let (next, events) = session.answer(answer(&asked, right(asked.item())), given);
                    self.record(events);
                    session = next.go_on();
                }
                Screen::Card(asked) => {
                    self.clock.pass_ms(ANSWER_MS);
                    let (next, events) = session.grade(card(&asked.unit), ANSWER_MS);
                    self.record(events);
                    session = next;
                }
            }
        }
        let active = u32::try_from(self.clock.stamp().mono_ms - began).unwrap_or(u32::MAX);
        self.record(session.closed(active));
        session
    }

    /// A step of a lesson, with a warm-up.
    pub fn study(
        &mut self,
        course: &Course,
        lesson: usize,
        step: StepKind,
        right: impl FnMut(&ItemId) -> bool,
    ) -> Session {
        let knows = |pack: &PackId, word: &WordKey| course.knows(pack, word);
        let content = course.lesson(lesson);
        let warm_up = study::warm_up(
            &self.now(),
            self.clock.today(),
            self.seed(),
            self.ledger.recall(),
            (&course.index.id, &content.id),
            &knows,
        );
        if warm_up.count() > 0 {
            let (sitting, seed) = (self.next_sitting(), self.seed());
            let session = Session::review(warm_up.cards, Vec::new(), sitting, seed);
            self.sit(session, |_| true, |_| Grade::Good);
        }
        let (sitting, seed) = (self.next_sitting(), self.seed());
        let session = Session::step(&course.stamp(), content, step, sitting, seed);
        self.sit(session, right, |_| Grade::Good)
    }

    /// The check of a lesson, in the form that is next. Returns the form and whether it was passed.
    ///
    /// # Panics
    /// When it leaves no result.
    pub fn check(
        &mut self,
        course: &Course,
        lesson: usize,
        right: impl FnMut(&ItemId) -> bool,
    ) -> (FormId, bool) {
        let content = course.lesson(lesson);
        let form = self
            .now()
            .next_form(Mode::Check, &course.index.id, content.id.as_str());
        let (sitting, seed) = (self.next_sitting(), self.seed());
        let session = Session::check(&course.stamp(), content, form, sitting, seed);
        let session = self.sit(session, right, |_| Grade::Good);
        let now = self.now();
        let result = now
            .results()
            .last()
            .expect("a finished check leaves a result");
        assert_eq!(result.sitting, session.sitting);
        assert_eq!(
            result.score, session.score,
            "what was shown is what was recorded"
        );
        (form, result.passed())
    }

    /// A review of what is due. Returns how many cards and items it asked.
    pub fn review(
        &mut self,
        course: &Course,
        limit: usize,
        right: impl FnMut(&ItemId) -> bool,
        card: impl FnMut(&DueUnit) -> Grade,
    ) -> usize {
        let (now, today, seed) = (self.now(), self.clock.today(), self.seed());
        let knows = |pack: &PackId, word: &WordKey| course.knows(pack, word);
        let plan = study::plan(
            &now,
            today,
            limit,
            seed,
            self.ledger.recall(),
            &knows,
            self.voice,
        );
        let count = plan.count();
        let missed = plan.missed.iter().filter_map(|(_, lesson, item)| {
            let exercises = course.lesson_of(lesson)?.exercises();
            let mut asked = exercises.flat_map(|exercise| Asked::all(&course.stamp(), exercise));
            asked.find(|asked| asked.item() == item)
        });
        let session = Session::review(plan.cards, missed.collect(), self.next_sitting(), seed);
        self.sit(session, right, card);
        count
    }

    /// The test of the course, in the form that is next. Returns the form and whether it was passed.
    ///
    /// # Panics
    /// When it leaves no result, or another than the one shown.
    pub fn test(
        &mut self,
        course: &Course,
        mut right: impl FnMut(&ItemId) -> bool,
    ) -> (FormId, bool) {
        let test = &course.test;
        let form = self
            .now()
            .next_form(Mode::Test, &course.index.id, test.id.as_str());
        let (sitting, seed) = (self.next_sitting(), self.seed());
        let mut exam = Exam::new(&course.stamp(), test, form, sitting, seed);
        self.record([exam.opened()]);
        while let Some(asked) = exam.item().cloned() {
            let given = self.given();
            exam = exam.play();
            let (next, events) = exam.answer(answer(&asked, right(asked.item())), given);
            self.record(events);
            exam = match () {
                () if next.may_go(next.at + 1) => next.go(next.at + 1),
                () if !next.is_last_section() => next.finish_section(),
                () => {
                    let (over, events) = next.end(End::Finished, 60_000);
                    self.record(events);
                    over
                }
            };
        }
        let now = self.now();
        let result = now
            .results()
            .last()
            .expect("a finished test leaves a result");
        assert_eq!(
            Some(&result.score),
            exam.score().as_ref(),
            "what was shown is what was recorded"
        );
        (form, result.passed())
    }

    /// The backup file of this learner.
    pub fn backup(&self) -> String {
        let name = self.now().name().unwrap_or_default();
        backup::write(
            "0.1.0",
            &self.profile,
            &name,
            &self.log,
            &Default::default(),
        )
    }

    /// Restores a backup file: the union of what is here and what is there.
    ///
    /// # Errors
    /// When the file is refused; then nothing was touched.
    pub fn restore(&mut self, file: &[u8]) -> Result<backup::Difference, backup::BackupFault> {
        let backup = backup::read(file)?;
        let difference = backup.difference(self.now().covered());
        for record in backup.records {
            if !self.log.iter().any(|known| known.id() == record.id()) {
                self.log.push(record);
            }
        }
        self.ledger
            .refold(self.log.clone())
            .expect("the log is whole");
        self.writer.observe(self.now().lamport());
        Ok(difference)
    }

    fn seed(&self) -> u32 {
        u32::try_from(self.log.len())
            .unwrap_or(0)
            .wrapping_mul(2_654_435_761)
    }

    /// What an open sitting is about, if one is open.
    pub fn open_activity(&self) -> Option<Activity> {
        self.now()
            .open_sittings()
            .first()
            .map(|open| open.opened.activity.clone())
    }
}

fn writer(profile: &ProfileId, tab: u32) -> Writer {
    Writer::new(profile.clone(), crate::id(&format!("{tab:016x}")))
}

/// A right or a wrong answer, whatever the kind.
fn answer(asked: &Asked, right: bool) -> Answer {
    if let Some(choices) = asked.exercise.choices(asked.question) {
        let fits = choices.0.iter().find(|option| option.right == right);
        return fits.map_or(Answer::Skipped, |option| Answer::Option(option.id.clone()));
    }
    match &asked.exercise.kind {
        Kind::Matching(matching) if right => Answer::Pairs(
            matching
                .pairs
                .iter()
                .map(|pair| (pair.id.clone(), pair.id.clone()))
                .collect(),
        ),
        Kind::Ordering(ordering) if right => Answer::Order(
            (0..ordering.tiles.len())
                .filter_map(|n| u8::try_from(n).ok())
                .collect(),
        ),
        Kind::Choice(_)
        | Kind::Cloze(_)
        | Kind::Typing(_)
        | Kind::Ordering(_)
        | Kind::Matching(_)
        | Kind::Listening(_)
        | Kind::Dictation(_)
        | Kind::Passage(_) => match asked.exercise.model_answer(asked.question) {
            Some(model) if right => Answer::Text(model.written()),
            Some(_) | None => Answer::Skipped,
        },
    }
}
