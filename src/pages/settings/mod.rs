//! *Pengaturan*: how the page looks and sounds, learners, backup, storage, what this is.

mod about_you;
mod erase;
pub mod learners;
pub mod restore;
mod save;

use crate::desk::{Desk, Safety};
use crate::look;
use crate::pages::safety_text;
use crate::pages::welcome::Languages;
use crate::platform::dom;
use crate::route::Route;
use crate::widgets::choices;
use about_you::AboutYou;
use domain::records::{Event, Setting};
use erase::Erase;
use restore::Restore;
use save::Save;
use texts::Texts;
use yew::prelude::*;

/// The settings.
#[component]
pub fn Settings() -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    dom::set_title(&format!("{} · Kakehashi", texts.settings_title()));
    html! {
        <main class="page stack">
            <h1 tabindex="-1">{ texts.settings_title() }</h1>
            <Looks />
            <AboutYou />
            { learners::section(&desk, texts) }
            <section class="card stack">
                <h2>{ texts.backup_title() }</h2>
                <p class="soft">{ texts.backup_lead() }</p>
                <Save />
                <Restore label={texts.backup_restore().to_owned()} />
            </section>
            { storage(&desk, texts) }
            <Erase />
            <section class="card stack">
                <h2>{ texts.settings_about() }</h2>
                <p>{ texts.settings_version(env!("CARGO_PKG_VERSION")) }</p>
                <p><a class="tap" href={Route::Credits.hash()}>{ texts.credits_title() }</a></p>
            </section>
        </main>
    }
}

/// How the page looks; every choice shows at once.
#[component]
fn Looks() -> Html {
    let shown = use_force_update();
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <section /> };
    };
    let texts = &texts;
    let choose = |setting: &'static str| {
        let (desk, shown) = (desk.clone(), shown.clone());
        Callback::from(move |value: &'static str| {
            look::choose(setting, value);
            desk.record([Event::Setting(Setting::new(setting, value))]);
            shown.force_update();
        })
    };
    let or = |setting, usual: &str| match look::chosen(setting) {
        none if none.is_empty() => usual.to_owned(),
        chosen => chosen,
    };
    let themes = [
        ("light", texts.settings_theme_light(), None),
        ("dark", texts.settings_theme_dark(), None),
        ("device", texts.settings_theme_device(), None),
    ];
    let sizes = ["100 %", "115 %", "130 %", "150 %", "200 %"]
        .map(|words| (words.trim_end_matches(" %"), words, None));
    let furigana = [
        ("always", texts.settings_furigana_always(), None),
        ("unknown", texts.settings_furigana_unknown(), None),
        ("never", texts.settings_furigana_never(), None),
    ];
    let romaji = [
        ("off", texts.settings_romaji_off(), None),
        ("on", texts.settings_romaji_on(), None),
    ];
    let sound = [
        ("on", texts.settings_sound_on(), None),
        ("off", texts.settings_sound_off(), None),
    ];
    html! {
        <>
            <section class="card stack">
                <h2>{ texts.settings_look() }</h2>
                <Languages on_choose={choose("language")} />
                { choices("theme", texts.settings_theme(), &themes, &or("theme", "device"), &choose("theme")) }
                { choices("text-size", texts.settings_text_size(), &sizes, &or("text-size", "100"), &choose("text-size")) }
            </section>
            <section class="card stack">
                <h2>{ texts.settings_reading() }</h2>
                { choices("furigana", texts.settings_furigana(), &furigana, &or("furigana", "always"), &choose("furigana")) }
                <p class="soft small">{ texts.settings_furigana_hint() }</p>
                { choices("romaji", texts.settings_romaji(), &romaji, &or("romaji", "off"), &choose("romaji")) }
                <p class="soft small">{ texts.settings_romaji_hint() }</p>
                { choices("sound", texts.settings_sound(), &sound, &or("sound", "on"), &choose("sound")) }
                <p class="soft small">{ texts.settings_sound_hint() }</p>
            </section>
        </>
    }
}

/// How safe the records are.
fn storage(desk: &Desk, texts: &Texts) -> Html {
    let state = match desk.safety {
        Safety::Saved => texts.settings_storage_saved(),
        other @ (Safety::Waiting(_)
        | Safety::OneStore
        | Safety::Full
        | Safety::Nowhere
        | Safety::Newer) => safety_text(other, texts),
    };
    html! {
        <section class="card stack">
            <h2>{ texts.settings_storage() }</h2>
            <p role="status">{ state }</p>
        </section>
    }
}
