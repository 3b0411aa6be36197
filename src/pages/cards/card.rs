//! A card: its front, its answer, and how well it was recalled.

use super::{Act, Material};
use crate::widgets::{Speaker, ja, picture, romaji, tr};
use domain::kinds::Skill;
use domain::memory::Grade;
use domain::model::Word;
use domain::study::Card;
use texts::Texts;
use yew::prelude::*;

/// The face of a card: what is asked, and once it is turned the answer.
pub fn face(card: &Card, turned: bool, material: &Material, texts: &Texts) -> Html {
    let Some(word) = material.word(&card.unit) else {
        // Cards without their word are left out of the plan.
        return html! { <div hidden=true /> };
    };
    let first = material.first(&card.unit.pack);
    let (asked, front) = match card.unit.skill {
        Skill::Recognise => (
            texts.review_ask_meaning(),
            html! { <p class="card-word">{ ja(&word.ja, true) }</p> },
        ),
        Skill::Recall => (
            texts.review_ask_word(),
            html! { <p class="card-word">{ tr(&word.gloss, &first, texts) }</p> },
        ),
        Skill::Listen => (
            texts.review_ask_heard(),
            html! { <Speaker text={word.reading.to_string()} label={texts.lesson_listen().to_owned()} large=true /> },
        ),
    };
    html! {
        <section class="card stack review-card" data-word={card.unit.word.as_str().to_owned()}>
            <p class="soft">{ asked }</p>
            <div hidden={turned}>{ front }</div>
            <div aria-live="polite">{ if turned { answer(word, &first, texts) } else { html! { <div hidden=true /> } } }</div>
        </section>
    }
}

/// The word with all that helps to keep it.
fn answer(word: &Word, first: &AttrValue, texts: &Texts) -> Html {
    let example = word.example.clone();
    html! {
        <div class="stack">
            <p class="card-word">{ ja(&word.ja, false) }{ romaji(&word.ja) }</p>
            <p class="row centred"><span lang="ja" hidden={word.ja.written() == *word.reading}>{ word.reading.to_string() }</span><Speaker text={word.reading.to_string()} label={texts.lesson_listen().to_owned()} /></p>
            <div hidden={word.icon.is_none()}>{ word.icon.as_ref().map_or_else(|| html! { <span /> }, |icon| html! { { picture(icon, "") } }) }</div>
            <p class="card-gloss">{ tr(&word.gloss, first, texts) }</p>
            <p class="soft small" hidden={word.note.is_empty()}>{ tr(&word.note, first, texts) }</p>
            <div class="example" hidden={example.is_none()}>
                { ja(&example.as_ref().map(|example| example.ja.clone()).unwrap_or_default(), false) }
                <span class="soft small block">{ tr(&example.map(|example| example.tr).unwrap_or_default(), first, texts) }</span>
            </div>
        </div>
    }
}

/// The bar at the bottom: turn the card, then grade it, always in the same place.
pub fn bar(
    card: &Card,
    turned: bool,
    material: &Material,
    act: &Callback<Act>,
    texts: &Texts,
) -> Html {
    let turn = act.reform(|_: MouseEvent| Act::Turn);
    let grades = Grade::ALL.into_iter().map(|grade| {
        let (class, name) = match grade {
            Grade::Again => ("grade again", texts.review_again()),
            Grade::Hard => ("grade", texts.review_hard()),
            Grade::Good => ("grade good", texts.review_good()),
            Grade::Easy => ("grade", texts.review_easy()),
        };
        // A card that comes again in this review has a grade of today that the plan does not know.
        let ahead = material.ahead(&card.unit, grade).filter(|_| card.repeats == 0);
        let onclick = act.reform(move |_: MouseEvent| Act::Grade(grade));
        html! {
            <button type="button" key={grade.number()} id={format!("grade-{}", grade.number())} {class} {onclick}>
                <span>{ name.to_owned() }<kbd aria-hidden="true">{ grade.number() }</kbd></span>
                <span class="small soft" hidden={ahead.is_none()}>{ texts.review_days(ahead.unwrap_or(0)) }</span>
            </button>
        }
    });
    html! {
        <section class="grades-bar" aria-label={texts.review_grade().to_owned()}>
            <div class="solo">
                <button type="button" id="turn" class="btn" hidden={turned} onclick={turn}>{ texts.review_turn() }</button>
                <div class="grades" hidden={!turned}>{ for grades }</div>
            </div>
        </section>
    }
}
