//! Tiles to lay in order: press to lay, press again to take back.

use crate::widgets::{icon, ja};
use domain::kinds::{Answer, Ordering};
use texts::Texts;
use yew::prelude::*;

/// Props of [`Tiles`].
#[derive(Properties, PartialEq)]
pub struct TilesProps {
    /// The tiles.
    pub ordering: Ordering,
    /// Their order.
    pub order: Vec<u8>,
    /// Answered already.
    pub done: bool,
    /// The answer that stands in a test.
    #[prop_or_default]
    pub chosen: Option<Answer>,
    /// Asked in a test, where an answer is kept and not checked.
    #[prop_or_default]
    pub in_test: bool,
    /// An answer was given.
    pub on_answer: Callback<Answer>,
}

/// Tiles and the line they are laid on.
#[component]
pub fn Tiles(props: &TilesProps) -> Html {
    let laid = use_state(|| match &props.chosen {
        Some(Answer::Order(order)) => order.clone(),
        _ => Vec::new(),
    });
    let Some(texts) = use_context::<Texts>() else {
        return html! { <div /> };
    };
    let texts = &texts;
    let tile = |n: u8| props.ordering.tile(n).cloned().unwrap_or_default();
    let set = |next: Vec<u8>| {
        let laid = laid.clone();
        Callback::from(move |_: MouseEvent| laid.set(next.clone()))
    };
    let check = {
        let laid = laid.clone();
        props
            .on_answer
            .reform(move |_: MouseEvent| Answer::Order((*laid).clone()))
    };
    html! {
        <div class="stack">
            <div class="laid" role="group" aria-label={texts.exercise_laid().to_owned()} aria-live="polite">
                { for laid.iter().enumerate().map(|(at, n)| {
                    let rest = laid.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, n)| *n).collect();
                    html! { <button type="button" key={*n} value={n.to_string()} class="tile" disabled={props.done} onclick={set(rest)}>{ ja(&tile(*n), false) }</button> }
                }) }
            </div>
            <div class="tiles" role="group" aria-label={texts.exercise_tiles().to_owned()} hidden={props.done}>
                { for props.order.iter().copied().map(|n| {
                    let next = laid.iter().copied().chain([n]).collect();
                    html! { <button type="button" key={n} value={n.to_string()} class="tile" disabled={laid.contains(&n)} onclick={set(next)}>{ ja(&tile(n), false) }</button> }
                }) }
            </div>
            <div class="row wrap" hidden={props.done}>
                <button type="button" class="btn" disabled={laid.is_empty()} onclick={check}>{ if props.in_test { texts.exam_keep() } else { texts.exercise_check() } }</button>
                <button type="button" class="round" disabled={laid.is_empty()} aria-label={texts.exercise_undo_tile().to_owned()} onclick={set(laid.iter().copied().take(laid.len().saturating_sub(1)).collect())}>{ icon("undo-2") }</button>
                <button type="button" class="btn quiet auto" hidden={props.in_test} onclick={props.on_answer.reform(|_: MouseEvent| Answer::Skipped)}>{ texts.exercise_dont_know() }</button>
            </div>
        </div>
    }
}
