//! Pairs: choose on the left, then its partner on the right; choosing anew changes a pair.

use super::face;
use domain::ids::PartId;
use domain::kinds::{Answer, Matching, Reason, Side, Verdict};
use texts::Texts;
use yew::prelude::*;

/// Props of [`Pairs`].
#[derive(Properties, PartialEq)]
pub struct PairsProps {
    /// The pairs.
    pub matching: Matching,
    /// The order of the right side.
    pub order: Vec<u8>,
    /// The pack's first language.
    pub first: AttrValue,
    /// The answer given and its verdict.
    pub answered: Option<(Answer, Verdict)>,
    /// The answer that stands in a test.
    #[prop_or_default]
    pub chosen: Option<Answer>,
    /// Asked in a test, where an answer is kept and not checked.
    #[prop_or_default]
    pub in_test: bool,
    /// An answer was given.
    pub on_answer: Callback<Answer>,
}

/// Two columns; a number joins what belongs together.
#[component]
pub fn Pairs(props: &PairsProps) -> Html {
    let made = use_state(|| match &props.chosen {
        Some(Answer::Pairs(pairs)) => pairs.clone(),
        _ => Vec::<(PartId, PartId)>::new(),
    });
    let picked = use_state(|| None::<PartId>);
    let Some(texts) = use_context::<Texts>() else {
        return html! { <div /> };
    };
    let texts = &texts;
    let pairs = &props.matching.pairs;
    let done = props.answered.is_some();
    let missed = |id: &PartId| {
        let reasons = props
            .answered
            .iter()
            .flat_map(|(_, verdict)| &verdict.reasons);
        reasons
            .into_iter()
            .any(|reason| matches!(reason, Reason::Pairs(ids) if ids.contains(id)))
    };
    let left = pairs.iter().map(|pair| {
        let place = made.iter().position(|(left, _)| *left == pair.id);
        let chosen = *picked == Some(pair.id.clone());
        let class = match (done, missed(&pair.id), chosen) {
            (true, true, _) => "opt pair wrong",
            (true, false, _) => "opt pair right",
            (false, _, true) => "opt pair chosen",
            _ => "opt pair",
        };
        let onclick = {
            let (picked, id) = (picked.clone(), pair.id.clone());
            Callback::from(move |_: MouseEvent| picked.set(Some(id.clone())))
        };
        side(
            &pair.id,
            &pair.left,
            place,
            class,
            chosen,
            done,
            onclick,
            &props.first,
            texts,
        )
    });
    let shuffled = props
        .order
        .iter()
        .filter_map(|at| pairs.get(usize::from(*at)));
    let right = shuffled.map(|pair| {
        let place = made.iter().position(|(_, right)| *right == pair.id);
        let onclick = {
            let (made, picked, id) = (made.clone(), picked.clone(), pair.id.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(left) = &*picked {
                    let mut next: Vec<_> = made
                        .iter()
                        .filter(|(l, r)| l != left && *r != id)
                        .cloned()
                        .collect();
                    next.push((left.clone(), id.clone()));
                    made.set(next);
                    picked.set(None);
                }
            })
        };
        side(
            &pair.id,
            &pair.right,
            place,
            "opt pair",
            false,
            done,
            onclick,
            &props.first,
            texts,
        )
    });
    let check = {
        let made = made.clone();
        props
            .on_answer
            .reform(move |_: MouseEvent| Answer::Pairs((*made).clone()))
    };
    html! {
        <div class="stack">
            <div class="pairs"><div class="opts">{ for left }</div><div class="opts">{ for right }</div></div>
            <div class="row wrap" hidden={done}>
                <button type="button" class="btn" disabled={made.len() < pairs.len()} onclick={check}>{ if props.in_test { texts.exam_keep() } else { texts.exercise_check() } }</button>
                <button type="button" class="btn quiet auto" hidden={props.in_test} onclick={props.on_answer.reform(|_: MouseEvent| Answer::Skipped)}>{ texts.exercise_dont_know() }</button>
            </div>
        </div>
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "one button of two columns; a struct would only name the same nine things twice"
)]
fn side(
    id: &PartId,
    side: &Side,
    place: Option<usize>,
    class: &'static str,
    chosen: bool,
    done: bool,
    onclick: Callback<MouseEvent>,
    first: &AttrValue,
    texts: &Texts,
) -> Html {
    html! {
        <button type="button" key={id.as_str().to_owned()} value={id.as_str().to_owned()} {class} {onclick} disabled={done} aria-pressed={chosen.to_string()}>
            { face(&side.icon, &side.ja, &side.text, first, texts) }
            <kbd class="mark" hidden={place.is_none()}>{ place.map(|place| place + 1).unwrap_or_default() }</kbd>
        </button>
    }
}
