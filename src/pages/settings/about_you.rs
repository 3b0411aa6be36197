//! What the learner said on the first screen, to be changed: nickname, goal, kana.

use crate::desk::Desk;
use crate::pages::welcome::{NAME_MAX, goals, kanas};
use crate::platform::dom;
use crate::widgets::choices;
use domain::records::{Event, Setting};
use texts::Texts;
use yew::prelude::*;

/// Nickname, goal and kana; a choice counts at once, a name when it is saved.
#[component]
pub fn AboutYou() -> Html {
    let typed = use_state(|| None::<String>);
    // What was just chosen stands until it is recorded.
    let now = use_state(|| [None::<&'static str>; 2]);
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <section /> };
    };
    let texts = &texts;
    let view = desk.view.clone().unwrap_or_default();
    let said = |key: &str, usual: &str| view.setting(key).unwrap_or(usual).to_owned();
    let name = typed.as_ref().cloned().unwrap_or_else(|| said("name", ""));
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(Some(dom::value_of(&event))))
    };
    let onsubmit = {
        let (typed, desk) = (typed.clone(), desk.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = typed.as_deref().unwrap_or_default().trim();
            let name: String = name.chars().take(NAME_MAX).collect();
            if !name.is_empty() {
                desk.record([Event::Setting(Setting::new("name", &name))]);
            }
            // The field then shows what is recorded.
            typed.set(None);
        })
    };
    let choose = |place: usize, key: &'static str| {
        let (desk, now) = (desk.clone(), now.clone());
        Callback::from(move |value: &'static str| {
            let mut next = *now;
            next[place] = Some(value);
            now.set(next);
            desk.record([Event::Setting(Setting::new(key, value))]);
        })
    };
    let chosen =
        |place: usize, key, usual| now[place].map_or_else(|| said(key, usual), str::to_owned);
    let changed = typed
        .as_deref()
        .is_some_and(|name| name.trim() != said("name", "") && !name.trim().is_empty());
    html! {
        <section class="card stack" id="about-you">
            <h2>{ texts.settings_you() }</h2>
            <form class="stack" {onsubmit}>
                <label class="label" for="name">{ texts.welcome_name() }</label>
                <input id="name" class="field" autocomplete="nickname" maxlength={NAME_MAX.to_string()} value={name} {oninput} />
                <button class="btn quiet" type="submit" disabled={!changed}>{ texts.settings_save_name() }</button>
            </form>
            { choices("goal", texts.welcome_goal(), &goals(texts), &chosen(0, "goal", "open"), &choose(0, "goal")) }
            { choices("kana", texts.welcome_kana(), &kanas(texts), &chosen(1, "kana", "none"), &choose(1, "kana")) }
        </section>
    }
}
