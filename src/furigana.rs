//! Which readings need no furigana any more: from the words that the learner knows well to a context for `widgets::ja`.
//!
//! The worker knows which words, the page has the packs with their writing; `domain::furigana` says what follows. Only
//! readers who chose it load a pack's words for this.

use crate::desk::Desk;
use crate::pack::Packs;
use crate::platform::packs;
use crate::widgets::Known;
use domain::furigana::KnownReadings;
use domain::ids::{PackId, WordKey};
use std::collections::BTreeMap;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Props of [`Furigana`].
#[derive(Properties, PartialEq)]
pub struct FuriganaProps {
    /// Every pack.
    pub packs: Packs,
    /// What is drawn with it.
    pub children: Html,
}

/// Gives what is drawn inside the readings that the learner knows.
#[component]
pub fn Furigana(props: &FuriganaProps) -> Html {
    let readings = use_state_eq(Known::default);
    let view = use_context::<Desk>().and_then(|desk| desk.view);
    let known = view.map(|view| view.known.clone()).unwrap_or_default();
    {
        let (readings, packs) = (readings.clone(), props.packs.clone());
        use_effect_with(known, move |known| {
            let known = known.clone();
            spawn_local(async move { readings.set(Known::new(of(&packs, &known).await)) });
        });
    }
    html! { <ContextProvider<Known> context={(*readings).clone()}>{ props.children.clone() }</ContextProvider<Known>> }
}

/// The readings of known words. A pack whose words do not arrive keeps its furigana.
async fn of(served: &Packs, known: &BTreeMap<PackId, Vec<WordKey>>) -> KnownReadings {
    let mut readings = KnownReadings::default();
    for pack in served.iter() {
        let keys = known.get(&pack.index.id).filter(|keys| !keys.is_empty());
        if let Some(keys) = keys
            && let Ok(words) = packs::words(&pack.path).await
        {
            readings.learn(&words.0, keys);
        }
    }
    readings
}
