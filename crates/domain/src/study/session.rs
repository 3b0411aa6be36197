//! A sitting at a step of a lesson, its check, or a review: screens in order, one at a time.

use super::asked::{self, Asked, Given};
use crate::exam::{Hearing, Score};
use crate::ids::*;
use crate::kinds::{Answer, Outcome, Verdict};
use crate::memory::Grade;
use crate::model::{Lesson, Piece, StepKind};
use crate::records::fold::{DueUnit, OpenSitting};
use crate::records::*;
use crate::shuffle;
use std::collections::VecDeque;
use std::rc::Rc;

/// How often a missed item or card comes again within a sitting.
pub const REPEATS_MAX: u8 = 2;

/// A card of a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The unit it asks.
    pub unit: DueUnit,
    /// How often it was graded Again in this sitting.
    pub repeats: u8,
}

/// What fills the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Something to read or hear.
    Reading(Vec<Piece>),
    /// A question to answer.
    Question(Asked),
    /// A card to turn and grade.
    Card(Card),
}

/// A sitting under way. Cheap enough to clone for each answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Which sitting.
    pub sitting: SittingId,
    /// What it is about.
    pub activity: Activity,
    /// What its orders are drawn from.
    pub seed: u32,
    /// The screen in front; none when the sitting is over.
    pub screen: Option<Screen>,
    /// The answer given to the question in front, and its verdict.
    pub answered: Option<(Answer, Verdict)>,
    /// Screens done so far.
    pub done: usize,
    /// The score so far, each item counted when first answered.
    pub score: Score,
    queue: VecDeque<Screen>,
    items: u16,
    before: Option<Rc<Session>>,
}

impl Session {
    fn new(sitting: SittingId, activity: Activity, seed: u32, mut queue: VecDeque<Screen>) -> Self {
        let items = queue
            .iter()
            .filter(|screen| !matches!(screen, Screen::Reading(_)))
            .count();
        Self {
            sitting,
            activity,
            seed,
            screen: queue.pop_front(),
            answered: None,
            done: 0,
            score: Score::default(),
            queue,
            items: u16::try_from(items).unwrap_or(u16::MAX),
            before: None,
        }
    }

    /// A step of a lesson.
    pub fn step(
        pack: &PackStamp,
        lesson: &Lesson,
        step: StepKind,
        sitting: SittingId,
        seed: u32,
    ) -> Self {
        let mut queue: VecDeque<Screen> = VecDeque::new();
        for piece in lesson.step(step).into_iter().flat_map(|step| &step.pieces) {
            match (piece, queue.back_mut()) {
                (Piece::Exercise(exercise), _) => {
                    queue.extend(Asked::all(pack, exercise).map(Screen::Question));
                }
                (piece, Some(Screen::Reading(pieces))) => pieces.push(piece.clone()),
                (piece, _) => queue.push_back(Screen::Reading(vec![piece.clone()])),
            }
        }
        let activity = Activity::Lesson {
            pack: pack.clone(),
            lesson: lesson.id.clone(),
            step,
        };
        Self::new(sitting, activity, seed, queue)
    }

    /// The check of a lesson in one form, its exercises in an order drawn from the seed.
    pub fn check(
        pack: &PackStamp,
        lesson: &Lesson,
        form: FormId,
        sitting: SittingId,
        seed: u32,
    ) -> Self {
        let step = lesson.step(StepKind::Check).into_iter();
        let exercises: Vec<_> = step
            .flat_map(|step| step.exercises())
            .filter(|e| e.form == Some(form))
            .collect();
        let order = shuffle::shuffled(u64::from(seed), exercises.len());
        let asked = order
            .into_iter()
            .flat_map(|at| Asked::all(pack, exercises[at]));
        let queue = asked.map(Screen::Question).collect();
        let activity = Activity::Check {
            pack: pack.clone(),
            lesson: lesson.id.clone(),
            form,
            rule: Rule::CHECK,
        };
        Self::new(sitting, activity, seed, queue)
    }

    /// A review of cards, with missed items in between: see [`super::plan`]. A warm-up ([`super::warm_up`]) is one too.
    pub fn review(cards: Vec<DueUnit>, missed: Vec<Asked>, sitting: SittingId, seed: u32) -> Self {
        let mut queue: VecDeque<Screen> = VecDeque::new();
        let every = cards.len() / (missed.len() + 1) + 1;
        let mut missed = missed.into_iter().map(Screen::Question);
        for (n, unit) in cards.into_iter().enumerate() {
            if n > 0 && n % every == 0 {
                queue.extend(missed.next());
            }
            queue.push_back(card(unit));
        }
        queue.extend(missed);
        Self::new(sitting, Activity::Review, seed, queue)
    }

    /// The same sitting after the page was closed, as if it had never been: what was answered happens again without being
    /// recorded, and what was read is passed over. Make the session with the sitting and seed of `open` first. Only
    /// what nobody answered or read is left, so a check gives no second chance.
    pub fn resume(mut self, open: &OpenSitting) -> Self {
        let answer_to = |asked: &Asked| {
            let mut answers = open.answers.iter();
            answers.find(|answer| {
                answer.item == *asked.item() && u16::from(asked.repeats) < answer.tries
            })
        };
        while let Some(screen) = self.screen.clone() {
            match &screen {
                Screen::Question(asked) => {
                    let Some(answer) = answer_to(asked) else {
                        break;
                    };
                    // What came again was missed before: only its last outcome is kept.
                    let again = u16::from(asked.repeats) + 1 < answer.tries;
                    let outcome = if again && self.comes_again(asked.repeats) {
                        Outcome::Wrong
                    } else {
                        answer.outcome
                    };
                    self.settle(asked, outcome, answer.unheard);
                }
                Screen::Reading(_) => {
                    let answered = |later: &Screen| matches!(later, Screen::Question(asked) if answer_to(asked).is_some());
                    let read = self.done < usize::from(open.at) || self.queue.iter().any(answered);
                    if !read {
                        break;
                    }
                }
                // A review is planned anew.
                Screen::Card(_) => break,
            }
            self.step_on();
        }
        self
    }

    /// The event that begins it. To be recorded once, before anything else.
    pub fn opened(&self) -> Event {
        Event::Opened(Opened {
            sitting: self.sitting.clone(),
            activity: self.activity.clone(),
            seed: self.seed,
            items: self.items,
        })
    }

    /// The event that says it goes on.
    pub fn heartbeat(&self, active_ms: u32) -> Event {
        let at = u16::try_from(self.done).unwrap_or(u16::MAX);
        Event::Heartbeat(Heartbeat {
            sitting: self.sitting.clone(),
            active_ms,
            at,
            plays: 0,
        })
    }

    /// The events that end it: finished if nothing is left, else left. A lesson's step that was finished says so.
    pub fn closed(&self, active_ms: u32) -> Vec<Event> {
        let end = if self.is_over() {
            End::Finished
        } else {
            End::Left
        };
        let closed = Event::Closed(Closed {
            sitting: self.sitting.clone(),
            end,
            active_ms,
        });
        match &self.activity {
            Activity::Lesson { pack, lesson, step } if end == End::Finished => {
                vec![
                    Event::Setting(Setting::step_done(&pack.id, lesson, *step)),
                    closed,
                ]
            }
            Activity::Lesson { .. }
            | Activity::Check { .. }
            | Activity::Test { .. }
            | Activity::Review
            | Activity::Ear => vec![closed],
        }
    }

    /// Answers the question in front. Nothing happens if there is none, or it was answered.
    pub fn answer(&self, answer: Answer, given: Given) -> (Self, Vec<Event>) {
        let Some(Screen::Question(asked)) = &self.screen else {
            return (self.clone(), vec![]);
        };
        if self.answered.is_some() {
            return (self.clone(), vec![]);
        }
        let at = self.place();
        let (verdict, event) = asked.answer(&answer, given, at);
        let unheard = given.is_unheard(&asked.exercise);
        let mut events = vec![event];
        let mut next = self.clone();
        if asked.repeats == 0 {
            events.extend(asked.grade_events(&verdict, unheard, at));
        }
        next.settle(asked, verdict.outcome, unheard);
        next.answered = Some((answer, verdict));
        next.before = Some(Rc::new(self.bare()));
        (next, events)
    }

    /// Grades the card in front and goes on. A card graded Again comes again.
    pub fn grade(&self, grade: Grade, response_ms: u32) -> (Self, Vec<Event>) {
        let Some(Screen::Card(card)) = &self.screen else {
            return (self.clone(), vec![]);
        };
        let event = Event::Graded(Graded {
            pack: card.unit.pack.clone(),
            skill: card.unit.skill,
            grade,
            mode: Mode::Review,
            sitting: Some(self.sitting.clone()),
            response_ms: response_ms.max(1),
            words: vec![card.unit.word.clone()],
        });
        let mut next = self.clone();
        if grade == Grade::Again && card.repeats < REPEATS_MAX {
            let again = Card {
                repeats: card.repeats + 1,
                unit: card.unit.clone(),
            };
            next.queue.push_back(Screen::Card(again));
        }
        next.before = Some(Rc::new(self.bare()));
        next.step_on();
        (next, vec![event])
    }

    /// Goes on from something read or an answered question.
    pub fn go_on(&self) -> Self {
        let may = match &self.screen {
            Some(Screen::Reading(_)) => true,
            Some(Screen::Question(_)) => self.answered.is_some(),
            Some(Screen::Card(_)) | None => false,
        };
        let mut next = self.clone();
        if may {
            next.step_on();
        }
        next
    }

    /// The session before the last answer or grade, once. What that recorded has to be taken back: see [`Undone`].
    pub fn undo(&self) -> Option<Self> {
        self.before.as_deref().cloned()
    }

    /// Whether nothing is left.
    pub fn is_over(&self) -> bool {
        self.screen.is_none()
    }

    /// Screens in all, as far as is known now.
    pub fn total(&self) -> usize {
        self.done + self.queue.len() + usize::from(self.screen.is_some())
    }

    fn comes_again(&self, repeats: u8) -> bool {
        !self.activity.mode().is_scored() && repeats < REPEATS_MAX
    }

    /// Counts an outcome, the first of each item, and lets what was missed come again.
    fn settle(&mut self, asked: &Asked, outcome: Outcome, unheard: bool) {
        if asked.repeats == 0 {
            let can_do = asked.exercise.item_can_do(asked.question);
            let hearing = Hearing::of(unheard, false);
            self.score.count(can_do, None, outcome, hearing);
        }
        if asked::is_missed(outcome) && self.comes_again(asked.repeats) {
            self.queue.push_back(Screen::Question(Asked {
                repeats: asked.repeats + 1,
                ..asked.clone()
            }));
        }
    }

    fn step_on(&mut self) {
        self.answered = None;
        self.done += 1;
        self.screen = self.queue.pop_front();
    }

    /// Without what came before it, so that only one step is held.
    fn bare(&self) -> Self {
        Self {
            before: None,
            ..self.clone()
        }
    }

    fn place(&self) -> asked::Place<'_> {
        asked::Place {
            mode: self.activity.mode(),
            sitting: &self.sitting,
            form: self.activity.form(),
            seed: self.seed,
            section: None,
        }
    }
}

fn card(unit: DueUnit) -> Screen {
    Screen::Card(Card { unit, repeats: 0 })
}
