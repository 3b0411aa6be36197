//! The backup file of the learner whose page this is.

use crate::desk::{Desk, Safety};
use crate::platform::{clock, file};
use domain::day::Day;
use texts::Texts;
use yew::prelude::*;

/// What came of saving.
#[derive(Clone, PartialEq)]
enum Saved {
    Not,
    Failed,
    Asked { count: usize, name: String },
}

/// A button that saves everything to a file, and what came of it.
#[component]
pub fn Save() -> Html {
    let saved = use_state(|| Saved::Not);
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <div /> };
    };
    let view = desk.view.clone().unwrap_or_default();
    let half = matches!(desk.safety, Safety::OneStore | Safety::Nowhere);
    let onclick = {
        let (saved, desk) = (saved.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            let name = file_name(view.setting("name").unwrap_or_default(), &desk);
            let saved = saved.clone();
            desk.backup(Callback::from(move |text: Option<String>| {
                let text = text.filter(|text| !text.is_empty() && file::save(&name, text));
                saved.set(match text {
                    Some(text) => Saved::Asked {
                        count: text.lines().count().saturating_sub(1),
                        name: name.clone(),
                    },
                    None => Saved::Failed,
                });
            }));
        })
    };
    let said = match &*saved {
        Saved::Not => String::new(),
        Saved::Failed => texts.backup_failed().to_owned(),
        Saved::Asked { count, name } => texts.backup_saved(name, count),
    };
    html! {
        <div class="stack">
            <button class="btn" {onclick}>{ texts.backup_save() }</button>
            <p role="status">{ said }</p>
            <p class="note" role="note" hidden={!half}>{ texts.backup_half() }</p>
        </div>
    }
}

/// The name of the file: whose it is and of which day, in signs that every system takes.
fn file_name(name: &str, desk: &Desk) -> String {
    let stamp = clock::stamp();
    let day = Day::civil(stamp.wall_ms, stamp.offset_min).date();
    let sign = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = name.to_lowercase().chars().map(sign).collect();
    let whose = match name.trim_matches('-') {
        "" => desk.learner().to_string(),
        name => name.to_owned(),
    };
    let (year, month, day) = (day.year, day.month, day.day);
    format!("kakehashi-{whose}-{year}-{month:02}-{day:02}.kakehashi.jsonl")
}
