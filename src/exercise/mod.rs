//! One view per way of answering; `ExerciseView` holds the only match over kinds.
//!
//! A view collects an answer and shows a verdict; it never compares answers.

mod given;
mod options;
mod pairs;
mod prompt;
mod tiles;
mod typed;
mod verdict;

pub use given::given;
pub use verdict::{reasons, verdict_sheet};

use crate::widgets::{ja, picture, tr};
use domain::kinds::{Answer, Exercise, Kind, KindName, Verdict};
use domain::text::Ja;
use domain::translated::Tr;
use options::Options;
use pairs::Pairs;
use prompt::{Sound, prompt};
use std::rc::Rc;
use texts::Texts;
use tiles::Tiles;
use typed::TypedField;
use yew::prelude::*;

/// Props of [`ExerciseView`].
#[derive(Properties, PartialEq)]
pub struct ExerciseViewProps {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// Which of its questions.
    pub question: usize,
    /// The order of its options, tiles or pairs.
    pub order: Vec<u8>,
    /// The pack's first language.
    pub first: AttrValue,
    /// The answer given and its verdict, once there is one.
    pub answered: Option<(Answer, Verdict)>,
    /// The answer that stands in a test, where no verdict is shown and another can be given.
    #[prop_or_default]
    pub chosen: Option<Answer>,
    /// Asked in a test: an answer is kept, not checked, and leaving it open is how to pass over it.
    #[prop_or_default]
    pub in_test: bool,
    /// How often the recording may still be played; none is without limit.
    #[prop_or_default]
    pub plays_left: Option<u8>,
    /// The recording was played.
    #[prop_or_default]
    pub on_play: Callback<()>,
    /// An answer was given.
    pub on_answer: Callback<Answer>,
}

/// An exercise: what is asked, and the way to answer.
#[component]
pub fn ExerciseView(props: &ExerciseViewProps) -> Html {
    let ExerciseViewProps {
        exercise,
        question,
        order,
        first,
        answered,
        on_answer,
        chosen,
        in_test,
        plays_left,
        on_play,
    } = props;
    let (question, in_test) = (*question, *in_test);
    let Some(texts) = use_context::<Texts>() else {
        return html! { <div /> };
    };
    let field = match &exercise.kind {
        Kind::Choice(_) | Kind::Listening(_) | Kind::Passage(_) => {
            options(exercise, question, props)
        }
        Kind::Cloze(cloze) if !cloze.is_typed() => options(exercise, question, props),
        Kind::Cloze(_) | Kind::Typing(_) | Kind::Dictation(_) => {
            html! { <TypedField done={answered.is_some()} chosen={chosen.clone()} {in_test} on_answer={on_answer.clone()} /> }
        }
        Kind::Ordering(ordering) => {
            html! { <Tiles ordering={ordering.clone()} order={order.clone()} done={answered.is_some()} chosen={chosen.clone()} {in_test} on_answer={on_answer.clone()} /> }
        }
        Kind::Matching(matching) => {
            html! { <Pairs matching={matching.clone()} order={order.clone()} first={first.clone()} answered={answered.clone()} chosen={chosen.clone()} {in_test} on_answer={on_answer.clone()} /> }
        }
    };
    html! {
        <div class="exercise" data-item={exercise.item_id(question).as_str().to_owned()}>
            { prompt(exercise, question, first, answered.is_some(), Sound { plays_left: *plays_left, on_play }, &texts) }
            { field }
            <p class="small" role="status" hidden={chosen.is_none() || exercise.choices(question).is_some()}>
                <span class="soft">{ texts.exam_stands() }{ " " }</span>{ given(exercise, question, chosen.as_ref().unwrap_or(&Answer::Skipped), first, &texts) }
            </p>
        </div>
    }
}

fn options(exercise: &Rc<Exercise>, question: usize, props: &ExerciseViewProps) -> Html {
    let choices = exercise.choices(question).cloned().unwrap_or_default();
    html! { <Options {choices} order={props.order.clone()} first={props.first.clone()} answered={props.answered.clone()} chosen={props.chosen.clone()} on_answer={props.on_answer.clone()} /> }
}

/// The instruction of a kind.
fn instruction(kind: KindName, texts: &Texts) -> String {
    match kind {
        KindName::Choice => texts.exercise_choice(),
        KindName::Cloze => texts.exercise_cloze(),
        KindName::Typing => texts.exercise_typing(),
        KindName::Ordering => texts.exercise_ordering(),
        KindName::Matching => texts.exercise_matching(),
        KindName::Listening => texts.exercise_listening(),
        KindName::Dictation => texts.exercise_dictation(),
        KindName::Passage => texts.exercise_passage(),
    }
    .to_owned()
}

/// What an option or a side shows: a picture, Japanese, words. A picture alone is read out by its own name, which is
/// English; beside words it is a decoration.
fn face(
    name: &Option<Rc<str>>,
    japanese: &Ja,
    text: &Tr,
    first: &AttrValue,
    texts: &Texts,
) -> Html {
    let alone = japanese.is_empty() && text.is_empty();
    let drawn = name.as_ref().map(|name| {
        let said = if alone {
            name.replace('-', " ")
        } else {
            String::new()
        };
        picture(name, &said)
    });
    html! {
        <>
            <span lang="en" hidden={drawn.is_none()}>{ drawn.unwrap_or_else(|| html! { <span /> }) }</span>
            { ja(japanese, false) }
            { tr(text, first, texts) }
        </>
    }
}
