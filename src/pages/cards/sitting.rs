//! Cards as they go: the card or question in front, what the learner does with it, what that records.

use crate::desk::Desk;
use crate::pages::shown::Shown;
use crate::platform::clock;
use domain::kinds::Answer;
use domain::memory::Grade;
use domain::records::{Event, Undone};
use domain::study::{Asked, Given, Plan, Screen, Session};
use std::cell::{Cell, RefCell};
use yew::prelude::*;

/// What a learner does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Turns the card.
    Turn,
    /// Says how well it was recalled.
    Grade(Grade),
    /// Answers the question.
    Answer(Answer),
    /// Goes on from an answered question.
    GoOn,
    /// Takes the last grade back.
    Undo,
}

/// Where the learner is in a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The session.
    pub session: Session,
    /// The card in front shows its answer.
    pub turned: bool,
    /// What takes the last grade back. An answer stays: its reason has been seen.
    pub back: Option<Undone>,
}

impl Position {
    fn new(session: Session) -> Self {
        Self {
            session,
            turned: false,
            back: None,
        }
    }

    /// What follows from an act, with the events to record; nothing where the act does not fit.
    fn after(&self, act: Act, given: Given, active_ms: u32) -> Option<(Self, Vec<Event>)> {
        let session = &self.session;
        let (next, mut events) = match (act, &session.screen) {
            (Act::Turn, Some(Screen::Card(_))) if !self.turned => {
                let turned = Self {
                    turned: true,
                    ..self.clone()
                };
                return Some((turned, Vec::new()));
            }
            (Act::Grade(grade), Some(Screen::Card(_))) if self.turned => {
                session.grade(grade, given.response_ms)
            }
            (Act::Answer(answer), Some(Screen::Question(_))) => session.answer(answer, given),
            (Act::GoOn, Some(Screen::Question(_))) => (session.go_on(), Vec::new()),
            (Act::Undo, _) => (session.undo()?, vec![Event::Undone(self.back.clone()?)]),
            (Act::Turn | Act::Grade(_) | Act::Answer(_) | Act::GoOn, _) => return None,
        };
        if next.is_over() && !session.is_over() {
            events.extend(next.closed(active_ms));
        }
        Some((Self::new(next), events))
    }
}

/// Begins a review of a plan; leaving the page closes it.
#[hook]
pub fn use_review(
    plan: &Plan,
    missed: &[Asked],
    desk: &Desk,
) -> (UseStateHandle<Position>, Callback<Act>) {
    let began = use_memo((), |()| Shown::now());
    let shown = use_memo((), |()| Cell::new(Shown::now()));
    let position = use_state(|| {
        let (sitting, seed) = (desk.next_sitting(), clock::seed());
        let session = Session::review(plan.cards.clone(), missed.to_vec(), sitting, seed);
        desk.record([session.opened()]);
        Position::new(session)
    });
    let live = use_memo((), |()| RefCell::new((*position).clone()));
    {
        let (live, began, desk) = (live.clone(), began.clone(), desk.clone());
        use_effect_with((), move |()| {
            move || {
                let session = &live.borrow().session;
                if !session.is_over() {
                    desk.record(session.closed(began.since_ms()));
                }
            }
        });
    }
    let act = {
        let (position, desk) = (position.clone(), desk.clone());
        Callback::from(move |act: Act| {
            let graded = matches!(act, Act::Grade(_));
            let given = shown.get().given();
            let after = live.borrow().after(act, given, began.since_ms());
            let Some((mut next, events)) = after else {
                return;
            };
            let recorded = desk.record(events);
            next.back = recorded.filter(|_| graded).or(next.back);
            if !next.turned && next.session.answered.is_none() {
                shown.set(Shown::now());
            }
            live.replace(next.clone());
            position.set(next);
        })
    };
    (position, act)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::{PackId, WordKey};
    use domain::model::StepKind;
    use domain::records::End;
    use domain::study;
    use testkit::{Course, Learner};

    const GIVEN: Given = Given {
        response_ms: 900,
        plays: 0,
        heard: true,
    };

    /// A learner the day after a practice, with the review of that day opened.
    fn next_day() -> (Learner, Position) {
        let course = Course::new("a1", 1);
        let mut learner = Learner::new("ani");
        learner.study(&course, 1, StepKind::Practice, |_| true);
        for _ in 0..4 {
            learner.clock.next_day();
        }
        let (state, today) = (learner.now(), learner.clock.today());
        let recall = crate::view::recall();
        let plan = study::plan(
            &state,
            today,
            2,
            7,
            &*recall,
            &|_: &PackId, _: &WordKey| true,
            true,
        );
        assert_eq!((plan.cards.len(), plan.ahead.len()), (2, 2));
        assert!(
            plan.ahead
                .iter()
                .all(|days| days.is_sorted() && days[0] > 0)
        );
        let session = Session::review(plan.cards, Vec::new(), learner.next_sitting(), 7);
        learner.record([session.opened()]);
        (learner, Position::new(session))
    }

    fn grade(learner: &mut Learner, position: &Position, grade: Grade) -> Position {
        let (turned, nothing) = position.after(Act::Turn, GIVEN, 1).unwrap();
        assert_eq!(nothing, []);
        let (mut next, events) = turned.after(Act::Grade(grade), GIVEN, 1).unwrap();
        let records = learner.record(events);
        let ids = |n: usize| records[n].id().clone();
        next.back = Some(Undone {
            writer: ids(0).writer,
            from: ids(0).counter,
            to: ids(records.len() - 1).counter,
        });
        next
    }

    #[test]
    fn a_card_is_graded_only_when_its_answer_was_seen() {
        let (_, position) = next_day();
        assert_eq!(position.after(Act::Grade(Grade::Good), GIVEN, 1), None);
        assert_eq!(position.after(Act::GoOn, GIVEN, 1), None);
        assert_eq!(position.after(Act::Undo, GIVEN, 1), None);
    }

    #[test]
    fn the_last_grade_is_taken_back_with_the_end_that_it_made() {
        let (mut learner, first) = next_day();
        let second = grade(&mut learner, &first, Grade::Good);
        let before = learner.now().due_count(learner.clock.today());
        let over = grade(&mut learner, &second, Grade::Easy);
        assert!(over.session.is_over());
        assert_eq!(learner.now().open_sittings().len(), 0);

        let (back, events) = over.after(Act::Undo, GIVEN, 1).unwrap();
        learner.record(events);
        assert_eq!(back.session.screen, second.session.screen);
        assert_eq!(back.back, None, "once");
        assert_eq!(learner.now().due_count(learner.clock.today()), before);
        assert_eq!(learner.now().open_sittings().len(), 1);

        let over = grade(&mut learner, &back, Grade::Good);
        let closed = over.session.closed(1);
        assert!(matches!(&closed[..], [Event::Closed(closed)] if closed.end == End::Finished));
        assert_eq!(learner.now().open_sittings().len(), 0);
    }
}
