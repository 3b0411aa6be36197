//! The room: bar with the time left, tabs of sections, strip of numbers, one item, no verdict until the end.

use super::result::result;
use super::sitting::{Act, Sitting, use_exam};
use crate::desk::Desk;
use crate::exercise::ExerciseView;
use crate::pack::Pack;
use crate::pages::saved;
use crate::platform::{dialog, dom};
use crate::route::Route;
use crate::widgets::{icon, tr};
use domain::exam::{Exam, ItemState};
use domain::ids::FormId;
use domain::model::Test;
use domain::records::fold::OpenSitting;
use domain::study::shown;
use std::rc::Rc;
use texts::{Texts, format};
use yew::prelude::*;

/// Props of [`Room`].
#[derive(Clone, Properties, PartialEq)]
pub struct RoomProps {
    /// The pack.
    pub pack: Pack,
    /// The test.
    pub test: Rc<Test>,
    /// The form that is next, when none is open.
    pub form: FormId,
    /// The sitting to go on with.
    pub open: Option<OpenSitting>,
    /// The other form is wanted, once the test is over.
    pub on_again: Callback<MouseEvent>,
}

/// A sitting at a test.
#[component]
pub fn Room(props: &RoomProps) -> Html {
    let asking = use_state(|| false);
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    let first = AttrValue::from(props.pack.index.first_language().to_owned());
    let sitting = use_exam(props, &desk);
    let exam = &*sitting.exam;
    use_effect_with((exam.section, exam.at, exam.is_over), |_| {
        // Focusing scrolls the bar's tabs away; a new item begins at its top.
        dom::focus("#screen");
        dom::scroll_top();
    });
    {
        let asking = asking.clone();
        use_effect_with(*asking, move |open| {
            let held = open.then(|| {
                dom::focus("#finish-now");
                dialog::hold(move || set_asking(&asking, false))
            });
            move || drop(held)
        });
    }
    let (Some(section), Some(asked)) = (exam.section(), exam.item()) else {
        return result(props, exam, &first, texts);
    };
    let ask = |open: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| set_asking(&asking, open))
    };
    let go = |at: usize| sitting.act.reform(move |_: MouseEvent| Act::Go(at));
    let flagged = exam
        .strip()
        .get(exam.at)
        .is_some_and(|(_, flagged)| *flagged);
    let last_item = exam.at + 1 >= section.items.len();
    let next = if last_item {
        html! { <button type="button" class="btn" id="next" onclick={ask(true)}>{ if exam.is_last_section() { texts.exam_finish_test() } else { texts.exam_finish_section() } }</button> }
    } else {
        html! { <button type="button" class="btn" id="next" onclick={go(exam.at + 1)}>{ texts.exam_next() }</button> }
    };
    html! {
        <div class="exam">
            { bar(exam, sitting.active_ms, texts) }
            { tabs(exam, &first, texts) }
            <main class="page solo stack" id="screen" tabindex="-1">
                <div class="row wrap between">
                    <h1 class="soft small">{ texts.exam_question(exam.at + 1, section.items.len()) }</h1>
                    { saved(desk.safety, texts) }
                </div>
                <ExerciseView key={asked.item().as_str().to_owned()} exercise={asked.exercise.clone()} question={asked.question}
                    order={shown(&asked.exercise, asked.question, asked.seed(exam.seed))} first={first.clone()}
                    answered={None} in_test=true chosen={exam.answer_to(asked.item()).cloned()} plays_left={Some(exam.plays_left())}
                    on_play={sitting.act.reform(|()| Act::Play)} on_answer={sitting.act.reform(Act::Answer)} />
                { strip(exam, &sitting, texts) }
                <div class="row wrap">
                    <button type="button" class="btn quiet auto" onclick={go(exam.at.saturating_sub(1))} disabled={exam.at == 0 || section.is_listening()}>{ texts.exam_back() }</button>
                    <button type="button" class="btn quiet auto" id="flag" aria-pressed={flagged.to_string()} onclick={sitting.act.reform(|_: MouseEvent| Act::Flag)}>{ icon("flag") }{ texts.exam_flag() }</button>
                    { next }
                </div>
                <button type="button" class="btn quiet" hidden={last_item} onclick={ask(true)}>{ if exam.is_last_section() { texts.exam_finish_test() } else { texts.exam_finish_section() } }</button>
            </main>
            { confirm(exam, *asking, ask(false), &sitting, &asking, texts) }
        </div>
    }
}

/// Opens or closes the question before the end of a section. Closed, focus goes back to where it was asked.
fn set_asking(asking: &UseStateHandle<bool>, open: bool) {
    asking.set(open);
    if !open {
        dom::focus("#next");
    }
}

fn bar(exam: &Exam, active_ms: u32, texts: &Texts) -> Html {
    let left = exam.clock().left_secs(active_ms).unwrap_or_default();
    let class = if exam.clock().is_ending(active_ms) {
        "time ending"
    } else {
        "time"
    };
    html! {
        <header class="exam-bar">
            <a href={Route::Tests.hash()} class="round" aria-label={texts.exam_pause().to_owned()}>{ icon("x") }</a>
            <span>{ texts.exam_form(exam.form.id.as_str()) }</span>
            <span class="row" role="timer"><span class="small">{ texts.exam_left() }</span><b {class}>{ format::timer(left) }</b></span>
        </header>
    }
}

fn tabs(exam: &Exam, first: &AttrValue, texts: &Texts) -> Html {
    html! {
        <nav aria-label={texts.exam_sections().to_owned()}><ol class="tabs">{ for exam.form.sections.iter().enumerate().map(|(n, section)| {
            let (class, done) = match n.cmp(&exam.section) {
                std::cmp::Ordering::Less => ("done", true),
                std::cmp::Ordering::Equal => ("now", false),
                std::cmp::Ordering::Greater => ("", false),
            };
            html! { <li key={n} {class} aria-current={(n == exam.section).then_some("step")}>{ tr(&section.title, first, texts) }<span hidden={!done}>{ " ✓" }</span></li> }
        }) }</ol></nav>
    }
}

/// The numbers of the section's items, each a way to it.
fn strip(exam: &Exam, sitting: &Sitting, texts: &Texts) -> Html {
    html! {
        <nav class="strip" aria-label={texts.exam_strip().to_owned()}>{ for exam.strip().into_iter().enumerate().map(|(at, (state, flagged))| {
            let here = at == exam.at;
            let class = classes!((state == ItemState::Answered).then_some("answered"), here.then_some("now"), flagged.then_some("flagged"));
            let number = at + 1;
            let said = match (state, flagged) {
                (ItemState::Answered, false) => texts.exam_answered(number),
                (ItemState::Answered, true) => texts.exam_answered_flagged(number),
                (ItemState::Open, false) => texts.exam_open(number),
                (ItemState::Open, true) => texts.exam_open_flagged(number),
            };
            let onclick = sitting.act.reform(move |_: MouseEvent| Act::Go(at));
            html! { <button type="button" key={at} {class} aria-label={said} aria-current={here.then_some("true")} disabled={!here && !exam.may_go(at)} {onclick}>{ number }</button> }
        }) }</nav>
    }
}

/// Asks before a section is finished for good. Escape goes back.
fn confirm(
    exam: &Exam,
    asking: bool,
    back: Callback<MouseEvent>,
    sitting: &Sitting,
    open: &UseStateHandle<bool>,
    texts: &Texts,
) -> Html {
    if !asking {
        return html! { <div hidden=true /> };
    }
    let unanswered = exam.open_count();
    let finish = {
        let (act, open) = (sitting.act.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            act.emit(Act::Finish);
        })
    };
    // A press beside the buttons leaves the focus where it is.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="veil" {onmousedown}>
            <section class="card stack" role="alertdialog" aria-modal="true" aria-labelledby="finish-title" aria-describedby="finish-text">
                <h2 id="finish-title">{ if exam.is_last_section() { texts.exam_finish_test() } else { texts.exam_finish_section() } }</h2>
                <p id="finish-text">{ if unanswered > 0 { texts.exam_unanswered(unanswered) } else { texts.exam_all_answered().to_owned() } }{ " " }{ texts.exam_locked() }</p>
                <div class="row wrap">
                    <button type="button" class="btn" id="finish-now" onclick={finish}>{ texts.exam_finish() }</button>
                    <button type="button" class="btn quiet" id="finish-not" onclick={back}>{ texts.exam_stay() }</button>
                </div>
            </section>
        </div>
    }
}
