//! *Mengulang*: cards of words that are due, with missed items in between, one at a time.

mod start;

use crate::desk::Desk;
use crate::exercise::{ExerciseView, verdict_sheet};
use crate::pages::cards::{self, Act, Material, load, use_keys, use_review};
use crate::pages::{PacksProps, not_loaded, saved};
use crate::platform::fetch::LoadFault;
use crate::platform::{clock, dom, speech};
use crate::route::Route;
use crate::widgets::loading;
use domain::study::{Plan, Screen, shown};
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
            { cards::head(&Route::Today, html! { <span class="grow" /> }, html! { <span hidden=true /> }, texts) }
            <main class="page solo stack" id="screen" tabindex="-1">
                <h1>{ texts.review_title() }</h1>
                { body }
            </main>
        </div>
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
            cards::face(card, position.turned, material, texts),
            cards::bar(card, position.turned, material, &act, texts),
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
    html! {
        <div class="player">
            { cards::head(&Route::Today, cards::progress(session, texts.review_title()), cards::undo(&position, &act, texts), texts) }
            <main class="page solo stack" id="screen" tabindex="-1">
                <div class="row between">
                    { cards::title(session, texts.review_title(), texts) }
                    { saved(desk.safety, texts) }
                </div>
                { body }
            </main>
            { foot }
        </div>
    }
}

/// The end: what was done, what is left, the way back.
fn over(props: &RoundProps, desk: &Desk, texts: &Texts) -> Html {
    let view = desk.view.clone().unwrap_or_default();
    let left = view.due_now(speech::available());
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
