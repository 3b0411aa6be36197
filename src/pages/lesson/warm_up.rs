//! The warm-up before a lesson: a few older words as cards, said to be one, and can be passed over.

use super::OpeningProps;
use crate::desk::Desk;
use crate::pages::cards::{self, Material, load, use_keys, use_review};
use crate::pages::saved;
use crate::platform::clock;
use crate::route::Route;
use domain::study::{Plan, Screen};
use std::rc::Rc;
use texts::{Texts, format};
use yew::platform::spawn_local;
use yew::prelude::*;

/// Asks what the warm-up is, if there may be one. None until that is known; nothing in it when there is none, or once
/// `over` was called. Where its words do not arrive there is none: the lesson is what counts.
#[hook]
pub fn use_warm_up(
    may: bool,
    props: &OpeningProps,
    desk: &Desk,
) -> (Option<Rc<Material>>, Callback<()>) {
    let material = use_state(|| (!may).then(Rc::<Material>::default));
    {
        let (material, desk) = (material.clone(), desk.clone());
        let (pack, lesson, packs) = (
            props.pack.index.id.clone(),
            props.lesson.id.clone(),
            props.packs.clone(),
        );
        use_effect_with((), move |()| {
            if may {
                let planned = Callback::from(move |plan: Plan| {
                    let (material, packs) = (material.clone(), packs.clone());
                    spawn_local(async move {
                        let loaded = load(plan, &packs).await.unwrap_or_default();
                        material.set(Some(Rc::new(loaded)));
                    });
                });
                desk.warm_up(&pack, &lesson, clock::seed(), planned);
            }
        });
    }
    let over = {
        let material = material.clone();
        Callback::from(move |()| material.set(Some(Rc::default())))
    };
    ((*material).clone(), over)
}

/// Props of [`WarmUp`].
#[derive(Properties, PartialEq)]
pub struct WarmUpProps {
    /// Its cards.
    pub material: Rc<Material>,
    /// It was done, or passed over.
    pub on_over: Callback<()>,
}

/// The cards of a warm-up, one at a time.
#[component]
pub fn WarmUp(props: &WarmUpProps) -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    let material = &props.material;
    let (position, act) = use_review(&material.plan, &[], &desk);
    use_keys(&position, &act);
    let session = &position.session;
    {
        let over = props.on_over.clone();
        use_effect_with(session.is_over(), move |is_over| {
            if *is_over {
                over.emit(());
            }
        });
    }
    let (card, bar) = match &session.screen {
        Some(Screen::Card(card)) => (
            cards::face(card, position.turned, material, texts),
            cards::bar(card, position.turned, material, &act, texts),
        ),
        // Cards are all that a warm-up has.
        Some(Screen::Question(_) | Screen::Reading(_)) | None => (
            html! { <div hidden=true /> },
            html! { <section hidden=true /> },
        ),
    };
    let minutes = u32::try_from(material.plan.minutes()).unwrap_or(u32::MAX);
    let what = texts.warm_up_lead(material.count(), format::minutes(texts, minutes));
    let skip = props.on_over.reform(|_: MouseEvent| ());
    html! {
        <div class="player">
            { cards::head(&Route::Courses, cards::progress(session, texts.warm_up_title()), cards::undo(&position, &act, texts), texts) }
            <main class="page solo stack" id="screen" tabindex="-1">
                <div class="row between">
                    { cards::title(session, texts.warm_up_title(), texts) }
                    { saved(desk.safety, texts) }
                </div>
                <div class="row between">
                    <p>{ what }</p>
                    <button type="button" class="btn quiet auto" id="skip" onclick={skip}>{ texts.warm_up_skip() }</button>
                </div>
                { card }
            </main>
            { bar }
        </div>
    }
}
