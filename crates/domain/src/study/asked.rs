//! One question as it is asked: what is shown, what an answer to it records, what it says about memory.

use crate::ids::*;
use crate::kinds::{Answer, Exercise, Kind, Outcome, Reason, Verdict};
use crate::memory::Grade;
use crate::records::{Answered, Event, Graded, Mode, PackStamp};
use crate::shuffle;
use std::rc::Rc;

/// A question of an exercise, with the pack it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The pack.
    pub pack: PackStamp,
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// Which of its questions.
    pub question: usize,
    /// How often it was missed in this sitting.
    pub repeats: u8,
}

/// How an answer was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Time from showing to answering.
    pub response_ms: u32,
    /// How often the sound was played.
    pub plays: u8,
    /// Whether there was a voice to hear.
    pub heard: bool,
}

impl Given {
    /// Whether what was to be heard was not: there was no voice, or nothing was played. Of several questions to one
    /// recording an earlier one may have played it.
    pub fn is_unheard(self, exercise: &Exercise) -> bool {
        let unplayed = self.plays == 0 && exercise.question_count() == 1;
        exercise.is_listening() && (!self.heard || unplayed)
    }
}

/// Where an answer is given: what all records of a sitting share.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub mode: Mode,
    pub sitting: &'a SittingId,
    pub form: Option<FormId>,
    pub seed: u32,
    pub section: Option<u8>,
}

impl Asked {
    /// Every question of an exercise.
    pub fn all(pack: &PackStamp, exercise: &Rc<Exercise>) -> impl Iterator<Item = Self> + use<> {
        let (pack, exercise) = (pack.clone(), exercise.clone());
        (0..exercise.question_count()).map(move |question| Self {
            pack: pack.clone(),
            exercise: exercise.clone(),
            question,
            repeats: 0,
        })
    }

    /// What an answer refers to.
    pub fn item(&self) -> &ItemId {
        self.exercise.item_id(self.question)
    }

    /// The seed that orders its options, tiles or pairs in a sitting.
    pub fn seed(&self, sitting_seed: u32) -> u64 {
        let seed = u64::from(sitting_seed) + (u64::from(self.repeats) << 32);
        shuffle::item_seed(seed, self.item().as_str())
    }

    /// Judges an answer and says what to record.
    pub(crate) fn answer(&self, answer: &Answer, given: Given, at: Place<'_>) -> (Verdict, Event) {
        let verdict = self.exercise.grade(self.question, answer);
        let event = Event::Answered(Answered {
            pack: self.pack.clone(),
            item: self.item().clone(),
            mode: at.mode,
            sitting: Some(at.sitting.clone()),
            form: at.form,
            seed: at.seed,
            shown: shown(&self.exercise, self.question, self.seed(at.seed)),
            raw: answer.raw(),
            outcome: verdict.outcome,
            reason: verdict
                .reasons
                .first()
                .map(Reason::code)
                .unwrap_or_default(),
            response_ms: given.response_ms,
            plays: given.plays,
            heard: given.heard,
            can_do: self.exercise.item_can_do(self.question).cloned(),
            section: at.section,
            unheard: given.is_unheard(&self.exercise),
        });
        (verdict, event)
    }

    /// What a verdict says about the memory of its words, as events.
    pub(crate) fn grade_events(
        &self,
        verdict: &Verdict,
        unheard: bool,
        at: Place<'_>,
    ) -> Vec<Event> {
        let graded = |(grade, words)| Graded {
            pack: self.pack.id.clone(),
            skill: self.exercise.skill(),
            grade,
            mode: at.mode,
            sitting: Some(at.sitting.clone()),
            response_ms: 0,
            words,
        };
        let grades = grades(&self.exercise, self.question, verdict, unheard);
        grades
            .into_iter()
            .map(graded)
            .flat_map(Graded::split)
            .map(Event::Graded)
            .collect()
    }
}

/// What a verdict says about the memory of each word. Nothing where it was to be heard and was not: see
/// [`Given::is_unheard`].
pub fn grades(
    exercise: &Exercise,
    question: usize,
    verdict: &Verdict,
    unheard: bool,
) -> Vec<(Grade, Vec<WordKey>)> {
    if unheard {
        return Vec::new();
    }
    let mut again: Vec<WordKey> = Vec::new();
    let mut rest: Vec<WordKey> = exercise.item_words(question).to_vec();
    if let Kind::Matching(matching) = &exercise.kind {
        // Each pair speaks for its own word.
        let wrong = |id: &PartId| {
            verdict.reasons.iter().any(|reason| match reason {
                Reason::Pairs(ids) => ids.contains(id),
                Reason::Skipped => true,
                Reason::Option(_)
                | Reason::Order
                | Reason::ExtraTile(_)
                | Reason::MissingTile
                | Reason::Typed(_) => false,
            })
        };
        for pair in &matching.pairs {
            let Some(word) = &pair.word else { continue };
            rest.retain(|other| other != word);
            if wrong(&pair.id) {
                again.push(word.clone())
            } else {
                rest.push(word.clone())
            }
        }
        let right = (Grade::Good, rest);
        let wrong = (Grade::Again, again);
        return [right, wrong]
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .collect();
    }
    if rest.is_empty() {
        Vec::new()
    } else {
        vec![(Grade::of(verdict.outcome), rest)]
    }
}

/// The order in which options, tiles or right sides are shown: numbers in the pack's order.
pub fn shown(exercise: &Exercise, question: usize, seed: u64) -> Vec<u8> {
    let (count, fixed) = match &exercise.kind {
        Kind::Choice(choice) => (choice.options.0.len(), choice.fixed),
        Kind::Listening(listening) => (listening.options.0.len(), listening.fixed),
        Kind::Cloze(cloze) => (
            exercise
                .choices(question)
                .map_or(0, |choices| choices.0.len()),
            cloze.fixed,
        ),
        Kind::Passage(passage) => passage
            .questions
            .get(question)
            .map_or((0, true), |question| {
                (question.options.0.len(), question.fixed)
            }),
        Kind::Ordering(ordering) => (ordering.tile_count(), false),
        Kind::Matching(matching) => (matching.pairs.len(), false),
        Kind::Typing(_) | Kind::Dictation(_) => (0, true),
    };
    let mut order = if fixed {
        (0..count).collect()
    } else {
        shuffle::shuffled(seed, count)
    };
    // Tiles that lie ready in the right order would answer themselves.
    if matches!(exercise.kind, Kind::Ordering(_)) && order.is_sorted() && count > 1 {
        order.rotate_left(1);
    }
    order
        .into_iter()
        .filter_map(|place| u8::try_from(place).ok())
        .collect()
}

/// The answer that a record holds as text, as far as it tells.
pub fn answer_of_raw(exercise: &Exercise, question: usize, raw: &str) -> Answer {
    if raw == "-" {
        return Answer::Skipped;
    }
    if exercise.choices(question).is_some() {
        return raw.parse().map_or(Answer::Skipped, Answer::Option);
    }
    match &exercise.kind {
        Kind::Ordering(_) => Answer::Order(raw.split(',').filter_map(|n| n.parse().ok()).collect()),
        Kind::Matching(_) => {
            let pair = |text: &str| {
                let (left, right) = text.split_once('=')?;
                Some((left.parse().ok()?, right.parse().ok()?))
            };
            Answer::Pairs(raw.split(',').filter_map(pair).collect())
        }
        Kind::Choice(_)
        | Kind::Listening(_)
        | Kind::Cloze(_)
        | Kind::Passage(_)
        | Kind::Typing(_)
        | Kind::Dictation(_) => Answer::Text(raw.to_owned()),
    }
}

/// Whether an outcome sends an item back into the queue.
pub(crate) fn is_missed(outcome: Outcome) -> bool {
    outcome == Outcome::Wrong
}
