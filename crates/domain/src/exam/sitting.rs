//! A sitting at a test, as a pure update: sections in order, moving about within one, flags, the end.

use super::{Clock, Form, FormSection, Hearing, Score};
use crate::ids::*;
use crate::kinds::{Answer, Outcome, Verdict};
use crate::model::Test;
use crate::records::fold::OpenSitting;
use crate::records::*;
use crate::study::{Asked, Given, answer_of_raw};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How often a recording may be played in a test.
pub const PLAYS_MAX: u8 = 2;

/// How an item stands in the strip of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Nothing was answered.
    Open,
    /// Answered.
    Answered,
}

#[derive(Clone, Debug, PartialEq)]
struct Answered {
    answer: Answer,
    verdict: Verdict,
    unheard: bool,
}

/// A sitting at a test. Verdicts stay inside until it is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Exam {
    /// Which sitting.
    pub sitting: SittingId,
    /// What it is about.
    pub activity: Activity,
    /// What its orders are drawn from.
    pub seed: u32,
    /// The form.
    pub form: Rc<Form>,
    /// The section in front.
    pub section: usize,
    /// The item in front, within its section.
    pub at: usize,
    /// Whether it is over.
    pub is_over: bool,
    answers: BTreeMap<ItemId, Answered>,
    flags: BTreeSet<ItemId>,
    plays: BTreeMap<ItemId, u8>,
    limit_secs: u32,
}

impl Exam {
    /// A sitting at a form of a test.
    pub fn new(pack: &PackStamp, test: &Test, form: FormId, sitting: SittingId, seed: u32) -> Self {
        let limit_secs = test.minutes.saturating_mul(60);
        let activity = Activity::Test {
            pack: pack.clone(),
            test: test.id.clone(),
            form,
            rule: Rule::of(test.pass),
            limit_secs,
        };
        Self {
            sitting,
            activity,
            seed,
            form: Rc::new(Form::of(test, pack, form)),
            section: 0,
            at: 0,
            is_over: false,
            answers: BTreeMap::new(),
            flags: BTreeSet::new(),
            plays: BTreeMap::new(),
            limit_secs,
        }
    }

    /// The same sitting after the page was closed. Make it with the sitting, form and seed of `open` first. It goes on at
    /// the last answer or where the last heartbeat was, whichever is further: sections before are finished. What was
    /// played stays played.
    pub fn resume(mut self, open: &OpenSitting) -> Self {
        let form = self.form.clone();
        for (section, items) in form.sections.iter().enumerate() {
            for (at, asked) in items.items.iter().enumerate() {
                let Some(given) = open.answers.iter().find(|a| a.item == *asked.item()) else {
                    continue;
                };
                let answer = answer_of_raw(&asked.exercise, asked.question, &given.raw);
                let verdict = Verdict {
                    outcome: given.outcome,
                    reasons: Vec::new(),
                };
                let answered = Answered {
                    answer,
                    verdict,
                    unheard: given.unheard,
                };
                self.answers.insert(asked.item().clone(), answered);
                (self.section, self.at) = (section, at);
            }
        }
        // The last heartbeat tells of a section that was begun after the last answer: finished ones stay finished.
        let mut before = 0;
        for (section, items) in form.sections.iter().enumerate() {
            let within = usize::from(open.at).checked_sub(before);
            if let Some(at) = within.filter(|at| *at < items.items.len())
                && (section, at) > (self.section, self.at)
            {
                (self.section, self.at) = (section, at);
            }
            before += items.items.len();
        }
        for (place, plays) in &open.plays {
            let mut items = form.sections.iter().flat_map(|section| &section.items);
            if let Some(asked) = items.nth(usize::from(*place)) {
                self.plays.insert(asked.item().clone(), *plays);
            }
        }
        self
    }

    /// The time it may take.
    pub fn clock(&self) -> Clock {
        Clock {
            limit_secs: self.limit_secs,
        }
    }

    /// The event that begins it. To be recorded once, before anything else.
    pub fn opened(&self) -> Event {
        Event::Opened(Opened {
            sitting: self.sitting.clone(),
            activity: self.activity.clone(),
            seed: self.seed,
            items: u16::try_from(self.form.item_count()).unwrap_or(u16::MAX),
        })
    }

    /// The event that says it goes on, with the plays of the recording in front.
    pub fn heartbeat(&self, active_ms: u32) -> Event {
        let before: usize = self.form.sections[..self.section]
            .iter()
            .map(|s| s.items.len())
            .sum();
        let at = u16::try_from(before + self.at).unwrap_or(u16::MAX);
        Event::Heartbeat(Heartbeat {
            sitting: self.sitting.clone(),
            active_ms,
            at,
            plays: PLAYS_MAX - self.plays_left(),
        })
    }

    /// The section in front.
    pub fn section(&self) -> Option<&FormSection> {
        self.form
            .sections
            .get(self.section)
            .filter(|_| !self.is_over)
    }

    /// The item in front.
    pub fn item(&self) -> Option<&Asked> {
        self.section()?.items.get(self.at)
    }

    /// The answer given to an item so far.
    pub fn answer_to(&self, item: &ItemId) -> Option<&Answer> {
        self.answers.get(item).map(|answered| &answered.answer)
    }

    /// The items of the section in front with their state and whether they are flagged.
    pub fn strip(&self) -> Vec<(ItemState, bool)> {
        let items = self.section().map_or(&[][..], |section| &section.items);
        let state = |asked: &Asked| match self.answers.contains_key(asked.item()) {
            true => ItemState::Answered,
            false => ItemState::Open,
        };
        items
            .iter()
            .map(|asked| (state(asked), self.flags.contains(asked.item())))
            .collect()
    }

    /// Items of the section in front without an answer.
    pub fn open_count(&self) -> usize {
        self.strip()
            .iter()
            .filter(|(state, _)| *state == ItemState::Open)
            .count()
    }

    /// Whether an item of the section in front can be gone to: any but in listening, where only the next.
    pub fn may_go(&self, at: usize) -> bool {
        self.section().is_some_and(|section| {
            at < section.items.len() && (!section.is_listening() || at == self.at + 1)
        })
    }

    /// Goes to an item of the section in front, where that is allowed.
    pub fn go(&self, at: usize) -> Self {
        let mut next = self.clone();
        if self.may_go(at) {
            next.at = at;
        }
        next
    }

    /// Sets or takes away the flag of the item in front.
    pub fn flag(&self) -> Self {
        let mut next = self.clone();
        if let Some(item) = self.item().map(|asked| asked.item().clone())
            && !next.flags.remove(&item)
        {
            next.flags.insert(item);
        }
        next
    }

    /// How often the recording of the item in front may still be played.
    pub fn plays_left(&self) -> u8 {
        let played = self.item().and_then(|asked| self.plays.get(asked.item()));
        PLAYS_MAX.saturating_sub(played.copied().unwrap_or(0))
    }

    /// The recording of the item in front was played.
    pub fn play(&self) -> Self {
        let mut next = self.clone();
        if let Some(asked) = self.item() {
            *next.plays.entry(asked.item().clone()).or_default() += u8::from(self.plays_left() > 0);
        }
        next
    }

    /// Answers the item in front; another answer replaces it. The plays counted here are recorded.
    pub fn answer(&self, answer: Answer, given: Given) -> (Self, Vec<Event>) {
        let (Some(asked), Some(section)) = (self.item(), self.section()) else {
            return (self.clone(), vec![]);
        };
        let plays = self.plays.get(asked.item()).copied().unwrap_or(given.plays);
        let given = Given { plays, ..given };
        let (verdict, event) = asked.answer(&answer, given, self.place(section));
        let mut next = self.clone();
        let answered = Answered {
            answer,
            verdict,
            unheard: given.is_unheard(&asked.exercise),
        };
        next.answers.insert(asked.item().clone(), answered);
        (next, vec![event])
    }

    /// Finishes the section in front for good and goes to the next one. The last one is finished by [`Exam::end`].
    pub fn finish_section(&self) -> Self {
        let mut next = self.clone();
        if !self.is_last_section() && !self.is_over {
            next.section += 1;
            next.at = 0;
        }
        next
    }

    /// Whether the section in front is the last one.
    pub fn is_last_section(&self) -> bool {
        self.section + 1 >= self.form.sections.len()
    }

    /// Ends the test. What was not answered is recorded as skipped; the words of what was answered are graded.
    pub fn end(&self, end: End, active_ms: u32) -> (Self, Vec<Event>) {
        if self.is_over {
            return (self.clone(), vec![]);
        }
        let mut next = self.clone();
        next.is_over = true;
        let mut events = Vec::new();
        for section in self.form.sections.iter().filter(|_| end != End::Left) {
            let at = self.place(section);
            for asked in &section.items {
                if let Some(answered) = self.answers.get(asked.item()) {
                    events.extend(asked.grade_events(&answered.verdict, answered.unheard, at));
                    continue;
                }
                // What was played was heard, though nothing was answered.
                let plays = self.plays.get(asked.item()).copied().unwrap_or(0);
                let given = Given {
                    plays,
                    heard: plays > 0,
                    ..Given::default()
                };
                let answer = Answer::Skipped;
                let (verdict, event) = asked.answer(&answer, given, at);
                events.push(event);
                let skipped = Answered {
                    answer,
                    verdict,
                    unheard: given.is_unheard(&asked.exercise),
                };
                next.answers.insert(asked.item().clone(), skipped);
            }
        }
        let sitting = self.sitting.clone();
        events.push(Event::Closed(Closed {
            sitting,
            end,
            active_ms,
        }));
        (next, events)
    }

    /// The verdict on an item, once the test is over.
    pub fn verdict(&self, item: &ItemId) -> Option<&Verdict> {
        self.answers
            .get(item)
            .map(|answered| &answered.verdict)
            .filter(|_| self.is_over)
    }

    /// The score, once the test is over: the same as the fold of its records gives.
    pub fn score(&self) -> Option<Score> {
        let mut score = Score::default();
        for section in &self.form.sections {
            for asked in &section.items {
                let answered = self.answers.get(asked.item());
                let outcome = answered.map_or(Outcome::Wrong, |answered| answered.verdict.outcome);
                let can_do = asked.exercise.item_can_do(asked.question);
                let unheard = answered.is_some_and(|answered| answered.unheard);
                let skipped = answered.is_none_or(|given| given.answer == Answer::Skipped);
                let hearing = Hearing::of(unheard, skipped);
                score.count(can_do, Some(section.number), outcome, hearing);
            }
        }
        self.is_over.then_some(score)
    }

    fn place(&self, section: &FormSection) -> crate::study::Place<'_> {
        crate::study::Place {
            mode: Mode::Test,
            sitting: &self.sitting,
            form: self.activity.form(),
            seed: self.seed,
            section: Some(section.number),
        }
    }
}
