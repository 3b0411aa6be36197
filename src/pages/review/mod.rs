//! *Mengulang*: cards of words that are due, with missed items in between, one at a time.

mod card;
mod load;
mod sitting;
mod start;

use crate::desk::Desk;
use crate::exercise::{ExerciseView, verdict_sheet};
use crate::pages::lesson::saved;
use crate::pages::{PacksProps, not_loaded};
use crate::platform::fetch::LoadFault;
use crate::platform::{clock, dom, speech};
use crate::route::Route;
use crate::widgets::{icon, loading};
use domain::memory::Grade;
use domain::study::{Plan, Screen, shown};
use load::{Material, load};
use sitting::{Act, Position, use_review};
use std::rc::Rc;
use texts::Texts;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The most cards of one review: about eight minutes. What is left waits for the next.
const LIMIT: usize = 40;

type Loaded = Result<Rc<Material>, LoadFault>;

/// Plans a review, says what it will be, then holds it.
#[component]
pub fn ReviewPage(props: &PacksProps) -> Html {
    let loaded = use_state(|| None::<Loaded>);
    let began = use_state(|| false);
    let round = use_state(|| 0_u32);
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    dom::set_title(&format!("{} · Kakehashi", texts.review_title()));
    {
        // The worker plans from all records, so it is asked when it has read them.
        let (loaded, packs, asks) = (loaded.clone(), props.packs.clone(), desk.clone());
        use_effect_with((*round, desk.view.is_some()), move |(_, ready)| {
            if *ready {
                let planned = Callback::from(move |plan: Plan| {
                    let (loaded, packs) = (loaded.clone(), packs.clone());
                    spawn_local(async move {
                        loaded.set(Some(load(plan, &packs).await.map(Rc::new)));
                    });
                });
                asks.plan(LIMIT, clock::seed(), speech::available(), planned);
            }
        });
    }
    let again = {
        let (loaded, began, round) = (loaded.clone(), began.clone(), round.clone());
        Callback::from(move |_: MouseEvent| {
            loaded.set(None);
            began.set(false);
            round.set(*round + 1);
        })
    };
    let begin = {
        let began = began.clone();
        Callback::from(move |_: MouseEvent| began.set(true))
    };
    let body = match (&*loaded, &desk.view) {
        (Some(Ok(material)), Some(_)) if *began => {
            return html! { <Round key={*round} material={material.clone()} {again} /> };
        }
        (Some(Ok(material)), Some(view)) => start::start(material, view, begin, texts),
        (Some(Err(fault)), _) => not_loaded(fault, again, texts),
        (None, _) | (_, None) => loading(texts.app_loading()),
    };
    html! {
        <div class="player">
            { head(html! { <span class="grow" /> }, html! { <span hidden=true /> }, texts) }
            <main class="page solo stack" id="screen" tabindex="-1">
                <h1>{ texts.review_title() }</h1>
                { body }
            </main>
        </div>
    }
}

/// The one way out, how far it is, and what stands at the right.
fn head(progress: Html, right: Html, texts: &Texts) -> Html {
    html! {
        <header class="player-head">
            <a class="round" href={Route::Today.hash()} aria-label={texts.app_close().to_owned()}>{ icon("x") }</a>
            { progress }
            { right }
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct RoundProps {
    material: Rc<Material>,
    /// Plans another review.
    again: Callback<MouseEvent>,
}

/// A review from its first card to its end.
#[component]
fn Round(props: &RoundProps) -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    let material = &props.material;
    let (position, act) = use_review(&material.plan, &material.missed, &desk);
    use_keys(&position, &act);
    let session = &position.session;
    let (body, foot) = match &session.screen {
        Some(Screen::Card(card)) => (
            card::face(card, position.turned, material, texts),
            card::bar(card, position.turned, material, &act, texts),
        ),
        Some(Screen::Question(asked)) => {
            let first = material.first(&asked.pack.id);
            let go_on = act.reform(|_: MouseEvent| Act::GoOn);
            let sheet = session.answered.as_ref().map(|(_, verdict)| {
                verdict_sheet(
                    &asked.exercise,
                    asked.question,
                    verdict,
                    &first,
                    go_on,
                    texts,
                )
            });
            let order = shown(&asked.exercise, asked.question, asked.seed(session.seed));
            (
                html! {
                    <ExerciseView key={format!("{}-{}", asked.item(), session.done)} exercise={asked.exercise.clone()} question={asked.question}
                        {order} {first} answered={session.answered.clone()} on_answer={act.reform(Act::Answer)} />
                },
                sheet.unwrap_or_else(|| html! { <section hidden=true /> }),
            )
        }
        // A review has nothing to read.
        Some(Screen::Reading(_)) | None => {
            (over(props, &desk, texts), html! { <section hidden=true /> })
        }
    };
    let total = session.total().max(1);
    let place = (session.done + 1).min(total);
    let undo = act.reform(|_: MouseEvent| Act::Undo);
    let progress = html! {
        <>
            <progress class="grow" max={total.to_string()} value={session.done.to_string()} aria-label={texts.review_title().to_owned()} />
            <span class="soft small" aria-hidden="true">{ format!("{place}/{total}") }</span>
        </>
    };
    let back = html! { <button class="round" id="undo" onclick={undo} disabled={position.back.is_none()} aria-label={texts.review_undo().to_owned()}>{ icon("undo-2") }</button> };
    html! {
        <div class="player">
            { head(progress, back, texts) }
            <main class="page solo stack" id="screen" tabindex="-1">
                <div class="row between">
                    <h1 class="eyebrow">{ texts.review_title() }<span class="visually-hidden">{ ": " }{ texts.lesson_progress(place, total) }</span></h1>
                    { saved(desk.safety, texts) }
                </div>
                { body }
            </main>
            { foot }
        </div>
    }
}

/// Keys of a review, and where the focus goes when something new is in front.
#[hook]
fn use_keys(position: &Position, act: &Callback<Act>) {
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

/// The end: what was done, what is left, the way back.
fn over(props: &RoundProps, desk: &Desk, texts: &Texts) -> Html {
    let view = desk.view.clone().unwrap_or_default();
    let silent = u32::try_from(props.material.plan.silent).unwrap_or(u32::MAX);
    let left = view.due.saturating_sub(silent);
    html! {
        <section class="card stack">
            <h2>{ texts.review_over(props.material.count()) }</h2>
            <p hidden={left == 0}>{ texts.review_left(left) }</p>
            <p hidden={left > 0}>{ start::next(&view, texts) }</p>
            <button class="btn quiet" hidden={left == 0} onclick={props.again.clone()}>{ texts.review_more() }</button>
            <a class="btn" href={Route::Today.hash()}>{ texts.review_back() }</a>
        </section>
    }
}
