//! The first screen: language, nickname, goal, kana. No account; or a backup file of an earlier device.

use crate::desk::Desk;
use crate::look;
use crate::pages::in_app_note;
use crate::pages::settings::learners::called;
use crate::pages::settings::restore::Restore;
use crate::platform::{boot, dom, learners};
use crate::route::Route;
use crate::widgets::choices;
use domain::records::{Event, Setting};
use texts::{Lang, Texts};
use yew::prelude::*;

/// The longest nickname, in characters: it fits into a record in any script.
pub const NAME_MAX: usize = 30;

/// The first screen.
#[component]
pub fn Welcome() -> Html {
    let name = use_state(String::new);
    let goal = use_state(|| "open");
    let kana = use_state(|| "none");
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    dom::set_title("Kakehashi");
    let on_name = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(dom::value_of(&event)))
    };
    let on_goal = Callback::from({
        let goal = goal.clone();
        move |value| goal.set(value)
    });
    let on_kana = Callback::from({
        let kana = kana.clone();
        move |value| kana.set(value)
    });
    let onsubmit = {
        let (name, goal, kana, texts, desk) = (
            name.clone(),
            goal.clone(),
            kana.clone(),
            texts.clone(),
            desk.clone(),
        );
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed: String = name.trim().chars().take(NAME_MAX).collect();
            let name = if typed.is_empty() {
                texts.welcome_nobody()
            } else {
                &typed
            };
            let settings = [
                ("name", name),
                ("goal", *goal),
                ("kana", *kana),
                ("language", texts.lang().tag()),
            ];
            desk.record(settings.map(|(key, value)| Event::Setting(Setting::new(key, value))));
            dom::go(&Route::Today.hash());
        })
    };
    let texts = &texts;
    html! {
        <main class="page welcome stack">
            { in_app_note(texts) }
            <p class="brand">{ "Kakehashi " }<span lang="ja">{ "架け橋" }</span></p>
            <Languages on_choose={Callback::from(|tag| look::choose("language", tag))} />
            <h1 tabindex="-1">{ texts.welcome_title() }</h1>
            <p class="soft">{ texts.welcome_lead() }</p>
            { others(&desk, texts) }
            <form class="stack" {onsubmit}>
                <div>
                    <label class="label" for="name">{ texts.welcome_name() }</label>
                    <input id="name" class="field" autocomplete="nickname" maxlength={NAME_MAX.to_string()} value={(*name).clone()} oninput={on_name} aria-describedby="name-hint" />
                    <p id="name-hint" class="soft small">{ texts.welcome_name_hint() }</p>
                </div>
                { choices("goal", texts.welcome_goal(), &goals(texts), *goal, &on_goal) }
                { choices("kana", texts.welcome_kana(), &kanas(texts), *kana, &on_kana) }
                <button class="btn" type="submit">{ texts.welcome_start() }</button>
            </form>
            <Restore label={texts.welcome_known().to_owned()} />
        </main>
    }
}

/// What a learner may prepare for: value of the setting, words, their language.
pub fn goals(texts: &Texts) -> [Chosen<'_>; 4] {
    [
        ("jft-basic", "JFT-Basic A2", None),
        ("jlpt-n4", "JLPT N4", None),
        ("ikusei-a1", "Ikusei Shuro A1", None),
        ("open", texts.welcome_goal_open(), None),
    ]
}

/// Which kana a learner may read already.
pub fn kanas(texts: &Texts) -> [Chosen<'_>; 3] {
    [
        ("none", texts.welcome_kana_none(), None),
        ("hiragana", texts.welcome_kana_hiragana(), None),
        ("both", texts.welcome_kana_both(), None),
    ]
}

/// A value to choose, its words, and their language where it is not the page's.
type Chosen<'a> = (&'static str, &'a str, Option<&'static str>);

/// Who else learns in this browser, with the way to each.
fn others(desk: &Desk, texts: &Texts) -> Html {
    let now = desk.learner();
    let mut others = learners::all();
    others.retain(|known| known.id != now);
    html! {
        <section class="card stack" hidden={others.is_empty()}>
            <h2>{ texts.welcome_others() }</h2>
            <ul class="stack">{ for others.into_iter().map(|known| {
                let words = texts.welcome_as(called(&known, texts));
                let onclick = Callback::from({
                    let id = known.id.clone();
                    move |_: MouseEvent| learners::switch(&id)
                });
                html! { <li key={known.id.as_str().to_owned()}><button class="btn quiet" {onclick}>{ words }</button></li> }
            }) }</ul>
        </section>
    }
}

/// Props of [`Languages`].
#[derive(Properties, PartialEq)]
pub struct LanguagesProps {
    /// Another one was chosen.
    pub on_choose: Callback<&'static str>,
}

/// The languages, each by its own name. The one that is chosen is marked, though its words may still be on their way.
#[component]
pub fn Languages(props: &LanguagesProps) -> Html {
    let now = use_state(boot::lang);
    {
        let now = now.clone();
        use_effect_with((), move |()| {
            let listener = dom::listen("kakehashi-lang", move || now.set(boot::lang()));
            move || drop(listener)
        });
    }
    let Some(texts) = use_context::<Texts>() else {
        return html! { <div /> };
    };
    let all = Lang::ALL.map(|lang| (lang.tag(), lang.native_name(), Some(lang.tag())));
    choices(
        "language",
        texts.app_language(),
        &all,
        &now,
        &props.on_choose,
    )
}
