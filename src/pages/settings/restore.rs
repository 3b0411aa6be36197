//! Restoring a backup file: what it holds and what would change is shown before anything is merged.

use crate::chosen::Chosen;
use crate::desk::Desk;
use crate::platform::{file, learners};
use std::rc::Rc;
use texts::Texts;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Props of [`Restore`].
#[derive(Properties, PartialEq)]
pub struct RestoreProps {
    /// What the button is called.
    pub label: AttrValue,
}

/// How far it is.
#[derive(Clone, PartialEq)]
enum Stage {
    Nothing,
    Reading,
    Shown(Rc<str>, Chosen),
    Refused(Chosen),
    Merged(usize),
}

/// A button for a file, then what it holds.
#[component]
pub fn Restore(props: &RestoreProps) -> Html {
    let stage = use_state(|| Stage::Nothing);
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <div /> };
    };
    let texts = &texts;
    let onchange = {
        let (stage, desk) = (stage.clone(), desk.clone());
        Callback::from(move |event: Event| {
            let (stage, desk) = (stage.clone(), desk.clone());
            spawn_local(async move {
                match file::chosen(&event).await {
                    Some(Ok(text)) => {
                        stage.set(Stage::Reading);
                        inspect(&desk, text.into(), stage);
                    }
                    Some(Err(())) => stage.set(refused("unread")),
                    None => {}
                }
            });
        })
    };
    let shown = match &*stage {
        Stage::Nothing => html! { <p class="soft small">{ texts.backup_restore_lead() }</p> },
        Stage::Reading => html! { <p role="status">{ texts.backup_reading() }</p> },
        Stage::Shown(text, chosen) => offer(&desk, text, chosen, &stage, texts),
        Stage::Refused(chosen) => html! {
            <div class="note stack" role="alert"><h3>{ texts.backup_refused() }</h3><p>{ reason(chosen, texts) }</p><p>{ texts.backup_untouched() }</p></div>
        },
        Stage::Merged(new) => html! { <p role="status">{ texts.backup_merged(new) }</p> },
    };
    html! {
        <div class="stack restore">
            <label class="btn quiet file"><span>{ props.label.clone() }</span><input type="file" accept=".jsonl,.kakehashi,application/octet-stream,application/json,text/plain" {onchange} /></label>
            { shown }
        </div>
    }
}

fn refused(fault: &str) -> Stage {
    Stage::Refused(Chosen {
        fault: fault.to_owned(),
        ..Chosen::default()
    })
}

fn inspect(desk: &Desk, text: Rc<str>, stage: UseStateHandle<Stage>) {
    let file = text.clone();
    desk.inspect(
        &file,
        Callback::from(move |chosen: Option<Chosen>| {
            stage.set(match chosen {
                Some(chosen) if chosen.fault.is_empty() => Stage::Shown(text.clone(), chosen),
                Some(chosen) => Stage::Refused(chosen),
                None => refused("store"),
            });
        }),
    );
}

/// What a file holds, with the buttons that merge it or leave it.
fn offer(
    desk: &Desk,
    text: &Rc<str>,
    chosen: &Chosen,
    stage: &UseStateHandle<Stage>,
    texts: &Texts,
) -> Html {
    let other = chosen.profile.as_ref() != Some(&desk.learner());
    let name = match chosen.name.as_str() {
        "" => texts.welcome_nobody(),
        name => name,
    };
    let on_merge = {
        let (desk, text, stage) = (desk.clone(), text.clone(), stage.clone());
        Callback::from(move |_: MouseEvent| merge(&desk, &text, stage.clone()))
    };
    let on_cancel = {
        let stage = stage.clone();
        Callback::from(move |_: MouseEvent| stage.set(Stage::Nothing))
    };
    html! {
        <div class="card stack" role="status">
            <h3>{ texts.backup_whose(name) }</h3>
            <ul class="prose">
                <li key="new">{ texts.backup_new(chosen.new) }</li>
                <li key="known">{ texts.backup_known(chosen.known) }</li>
                <li key="damaged" hidden={chosen.damaged == 0}>{ texts.backup_damaged(chosen.damaged) }</li>
            </ul>
            <p hidden={!other}>{ texts.backup_other_learner() }</p>
            <p class="soft small" hidden={chosen.verified}>{ texts.backup_unverified() }</p>
            <div class="row wrap">
                <button class="btn auto" onclick={on_merge}>{ texts.backup_merge() }</button>
                <button class="btn quiet auto" onclick={on_cancel}>{ texts.backup_cancel() }</button>
            </div>
        </div>
    }
}

/// Merges a file that was shown. Of another learner it opens their page.
fn merge(desk: &Desk, text: &str, stage: UseStateHandle<Stage>) {
    let learner = desk.learner();
    stage.set(Stage::Reading);
    let restored = move |chosen: Option<Chosen>| {
        let chosen = chosen.unwrap_or_else(Chosen::not_kept);
        match &chosen.profile {
            None => stage.set(Stage::Refused(chosen)),
            Some(profile) if *profile == learner => stage.set(Stage::Merged(chosen.new)),
            Some(profile) => {
                if !chosen.name.is_empty() {
                    learners::name(profile, &chosen.name);
                }
                learners::switch(profile);
            }
        }
    };
    desk.restore(text, Callback::from(restored));
}

/// Why a file is refused and what to do.
fn reason(chosen: &Chosen, texts: &Texts) -> String {
    match chosen.fault.as_str() {
        "empty" => texts.backup_fault_empty(),
        "newer" => texts.backup_fault_newer(),
        "truncated" => return texts.backup_fault_truncated(chosen.expected, chosen.found),
        "changed" => texts.backup_fault_changed(),
        "store" => texts.backup_fault_store(),
        "unread" => texts.backup_fault_unread(),
        _ => texts.backup_fault_not_a_backup(),
    }
    .to_owned()
}
