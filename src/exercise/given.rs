//! What was answered, said so that a person can read it: never the codes that a record keeps.

use super::face;
use crate::widgets::ja;
use domain::ids::PartId;
use domain::kinds::{Answer, Exercise, Kind, Pair, Side};
use texts::Texts;
use yew::prelude::*;

/// The answer in words.
pub fn given(
    exercise: &Exercise,
    question: usize,
    answer: &Answer,
    first: &AttrValue,
    texts: &Texts,
) -> Html {
    match (answer, &exercise.kind) {
        (Answer::Option(id), _) => {
            let choices = exercise.choices(question);
            match choices.and_then(|choices| choices.0.iter().find(|option| option.id == *id)) {
                Some(option) => face(&option.icon, &option.ja, &option.text, first, texts),
                None => html! { <span>{ texts.exam_not_answered() }</span> },
            }
        }
        (Answer::Text(text), _) => html! { <span lang="ja">{ text.clone() }</span> },
        (Answer::Order(order), Kind::Ordering(ordering)) => {
            let tiles = order.iter().filter_map(|n| ordering.tile(*n));
            html! { <span>{ for tiles.enumerate().map(|(n, tile)| html! { <span key={n}>{ ja(tile, false) }</span> }) }</span> }
        }
        (Answer::Pairs(made), Kind::Matching(matching)) => {
            let side = |id: &PartId, pick: fn(&Pair) -> &Side| {
                let pair = matching.pairs.iter().find(|pair| pair.id == *id);
                pair.map_or_else(
                    || html! { <span>{ "?" }</span> },
                    |pair| {
                        let side = pick(pair);
                        face(&side.icon, &side.ja, &side.text, first, texts)
                    },
                )
            };
            let pairs = made.iter().enumerate().map(|(n, (left, right))| {
                html! { <span key={n} class="block">{ side(left, |pair| &pair.left) }{ " – " }{ side(right, |pair| &pair.right) }</span> }
            });
            html! { <span>{ for pairs }</span> }
        }
        (Answer::Order(_) | Answer::Pairs(_) | Answer::Skipped, _) => {
            html! { <span>{ texts.exam_not_answered() }</span> }
        }
    }
}
