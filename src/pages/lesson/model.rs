//! What happens in a step of a lesson: screens in order, missed exercises again before the end, the check's result.

use domain::check::{self, CheckResult};
use domain::ids::FormId;
use domain::kinds::{Answer, Exercise, Verdict};
use domain::model::{Lesson, Piece, StepKind};
use domain::shuffle;
use std::collections::VecDeque;
use std::rc::Rc;

/// How often a missed exercise comes again within its step.
const REPEATS: u8 = 2;

/// What fills the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Something to read.
    Reading(Vec<Piece>),
    /// Question number `question` of an exercise; `repeats` times missed so far.
    Question {
        /// The exercise.
        exercise: Rc<Exercise>,
        /// Which of its questions.
        question: usize,
        /// How often it was missed in this step.
        repeats: u8,
    },
}

/// A step under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Which step.
    pub step: StepKind,
    /// The form of the check, in that step.
    pub form: Option<FormId>,
    /// The screen in front, none when the step is over.
    pub screen: Option<Screen>,
    /// The answer given to it and its verdict.
    pub answered: Option<(Answer, Verdict)>,
    /// Screens done so far.
    pub done: usize,
    /// The check's result so far.
    pub result: CheckResult,
    /// Orders options and tiles.
    pub seed: u64,
    queue: VecDeque<Screen>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// An answer was given.
    Answered(Answer),
    /// The learner goes on.
    WentOn,
}

impl Model {
    /// Begins a step.
    pub fn new(lesson: &Lesson, step: StepKind, form: FormId, seed: u64) -> Self {
        let mut queue = VecDeque::new();
        if step == StepKind::Check {
            for exercise in check::form(lesson, form) {
                queue.extend(questions(&exercise));
            }
        } else {
            for piece in lesson.step(step).into_iter().flat_map(|step| &step.pieces) {
                match (piece, queue.back_mut()) {
                    (Piece::Exercise(exercise), _) => queue.extend(questions(exercise)),
                    (piece, Some(Screen::Reading(pieces))) => pieces.push(piece.clone()),
                    (piece, _) => queue.push_back(Screen::Reading(vec![piece.clone()])),
                }
            }
        }
        let form = (step == StepKind::Check).then_some(form);
        let screen = queue.pop_front();
        Self {
            step,
            form,
            screen,
            answered: None,
            done: 0,
            result: CheckResult::default(),
            seed,
            queue,
        }
    }

    /// Screens in all, as far as is known now.
    pub fn total(&self) -> usize {
        self.done + self.queue.len() + usize::from(self.screen.is_some())
    }

    /// The seed that orders the parts of one item.
    pub fn item_seed(&self, exercise: &Exercise, question: usize) -> u64 {
        shuffle::item_seed(
            self.seed ^ self.done as u64,
            exercise.item_id(question).as_str(),
        )
    }

    /// What follows from what happened.
    pub fn update(&self, msg: Msg) -> Self {
        let mut next = self.clone();
        match (msg, &self.screen) {
            (
                Msg::Answered(answer),
                Some(Screen::Question {
                    exercise,
                    question,
                    repeats,
                }),
            ) if self.answered.is_none() => {
                let verdict = exercise.grade(*question, &answer);
                if self.step == StepKind::Check {
                    next.result
                        .count(exercise.item_can_do(*question), verdict.accepted());
                } else if !verdict.accepted() && *repeats < REPEATS {
                    next.queue.push_back(Screen::Question {
                        exercise: exercise.clone(),
                        question: *question,
                        repeats: repeats + 1,
                    });
                }
                next.answered = Some((answer, verdict));
            }
            (Msg::WentOn, Some(screen))
                if self.answered.is_some() || matches!(screen, Screen::Reading(_)) =>
            {
                next.answered = None;
                next.done += 1;
                next.screen = next.queue.pop_front();
            }
            (Msg::Answered(_) | Msg::WentOn, _) => {}
        }
        next
    }
}

fn questions(exercise: &Rc<Exercise>) -> impl Iterator<Item = Screen> + use<> {
    let exercise = exercise.clone();
    (0..exercise.question_count()).map(move |question| Screen::Question {
        exercise: exercise.clone(),
        question,
        repeats: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::model::LessonKind;

    fn lesson() -> Lesson {
        let choice = |id: &str, form: Option<&str>| {
            serde_json::json!({"exercise": {
                "id": id, "form": form, "can-do": "c", "text": {"id": "?"},
                "kind": {"choice": {"options": [{"id": "a", "ja": "あ", "right": true}, {"id": "b", "ja": "い", "why": {"id": "x"}}]}},
            }})
        };
        let lesson = serde_json::json!({
            "id": "l", "number": 1, "kind": "kana", "title": {"id": "L"}, "level": "A0", "minutes": 10,
            "steps": [
                {"kind": "practice", "title": {"id": "p"}, "pieces": [choice("p1", None), choice("p2", None)]},
                {"kind": "check", "title": {"id": "c"}, "pieces": [choice("a1", Some("A")), choice("b1", Some("B")), choice("b2", Some("B"))]},
            ],
        });
        let lesson: Lesson = serde_json::from_value(lesson).expect("a specimen is well formed");
        assert_eq!(lesson.kind, LessonKind::Kana);
        lesson
    }

    fn answer(model: &Model, option: &str) -> Model {
        model
            .update(Msg::Answered(Answer::Option(
                option.parse().expect("an id"),
            )))
            .update(Msg::WentOn)
    }

    #[test]
    fn a_missed_exercise_comes_again_at_most_twice() {
        let mut model = Model::new(&lesson(), StepKind::Practice, FormId::A, 1);
        assert_eq!(model.total(), 2);
        model = answer(&model, "b");
        model = answer(&model, "a");
        assert_eq!(model.total(), 3, "the missed one is waiting");
        model = answer(&model, "b");
        model = answer(&model, "b");
        assert_eq!(model.screen, None);
        assert_eq!(model.done, 4);
    }

    #[test]
    fn a_check_shows_one_form_and_counts() {
        let mut model = Model::new(&lesson(), StepKind::Check, FormId::B, 1);
        assert_eq!(model.total(), 2);
        model = answer(&model, "a");
        model = answer(&model, "b");
        assert_eq!((model.result.right, model.result.total), (1, 2));
        assert!(!model.result.passed());
    }

    #[test]
    fn nothing_goes_on_before_an_answer() {
        let model = Model::new(&lesson(), StepKind::Practice, FormId::A, 1);
        assert_eq!(model.update(Msg::WentOn), model);
    }
}
