//! Cards one after the other, as a review and the warm-up of a lesson show them: the card that is turned, four grades by
//! key or thumb, the last grade taken back.

mod card;
mod load;
mod sitting;

pub use card::{bar, face};
pub use load::{Material, load};
pub use sitting::{Act, Position, use_review};

use crate::platform::dom;
use crate::route::Route;
use crate::widgets::icon;
use domain::memory::Grade;
use domain::study::{Screen, Session};
use texts::Texts;
use yew::prelude::*;

/// The one way out, how far it is, and what stands at the right.
pub fn head(way_out: &Route, progress: Html, right: Html, texts: &Texts) -> Html {
    html! {
        <header class="player-head">
            <a class="round" href={way_out.hash()} aria-label={texts.app_close().to_owned()}>{ icon("x") }</a>
            { progress }
            { right }
        </header>
    }
}

/// How far it is: a bar and two numbers. `name` says of what.
pub fn progress(session: &Session, name: &str) -> Html {
    let total = session.total().max(1);
    let place = (session.done + 1).min(total);
    html! {
        <>
            <progress class="grow" max={total.to_string()} value={session.done.to_string()} aria-label={name.to_owned()} />
            <span class="soft small" aria-hidden="true">{ format!("{place}/{total}") }</span>
        </>
    }
}

/// Takes the last grade back.
pub fn undo(position: &Position, act: &Callback<Act>, texts: &Texts) -> Html {
    let undo = act.reform(|_: MouseEvent| Act::Undo);
    html! { <button class="round" id="undo" onclick={undo} disabled={position.back.is_none()} aria-label={texts.review_undo().to_owned()}>{ icon("undo-2") }</button> }
}

/// The heading above a card, with how far it is for who does not see the bar.
pub fn title(session: &Session, name: &str, texts: &Texts) -> Html {
    let total = session.total().max(1);
    let place = (session.done + 1).min(total);
    html! { <h1 class="eyebrow">{ name.to_owned() }<span class="visually-hidden">{ ": " }{ texts.lesson_progress(place, total) }</span></h1> }
}

/// Keys of cards, and where the focus goes when something new is in front.
#[hook]
pub fn use_keys(position: &Position, act: &Callback<Act>) {
    let is_card = matches!(position.session.screen, Some(Screen::Card(_)));
    let answered = position.session.answered.is_some();
    let (turned, may_undo) = (position.turned, position.back.is_some());
    let act = act.clone();
    let front = (position.session.done, is_card, turned, answered, may_undo);
    use_effect_with(front, move |_| {
        if answered {
            dom::focus("#continue");
        } else if turned {
            dom::focus("#grade-3");
        } else {
            dom::focus("#screen");
            dom::scroll_top();
        }
        let listener = dom::on_key(move |key| {
            let number = key.name.parse().ok().and_then(Grade::from_number);
            let wish = match (key.name.as_str(), number) {
                _ if key.typing => None,
                ("Enter" | " ", _) if key.on_button => None,
                ("Enter" | " ", _) if is_card && !turned => Some(Act::Turn),
                ("Enter", _) if answered => Some(Act::GoOn),
                ("u" | "U" | "z" | "Z", _) if may_undo => Some(Act::Undo),
                (_, Some(grade)) if is_card && turned => Some(Act::Grade(grade)),
                _ => None,
            };
            let done = wish.is_some();
            if let Some(wish) = wish {
                act.emit(wish);
            }
            done
        });
        move || drop(listener)
    });
}
