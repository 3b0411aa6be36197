//! One folder a page.

pub mod cards;
pub mod certificates;
pub mod courses;
pub mod credits;
pub mod exam;
pub mod frame;
pub mod lesson;
pub mod more;
pub mod path;
pub mod progress;
pub mod review;
pub mod settings;
pub mod shown;
pub mod tests;
pub mod today;
pub mod welcome;

use crate::desk::Safety;
use crate::pack::Packs;
use crate::platform::boot;
use crate::platform::fetch::LoadFault;
use crate::route::Route;
use domain::model::StepKind;
use texts::Texts;
use yew::prelude::*;

/// Props of a page that shows every pack.
#[derive(Properties, PartialEq)]
pub struct PacksProps {
    /// Every pack.
    pub packs: Packs,
}

/// In the browser inside another app: where to open the page instead, for storage and downloads are not safe there.
pub fn in_app_note(texts: &Texts) -> Html {
    let name = boot::in_app();
    html! { <p class="note" role="note" hidden={name.is_empty()}>{ texts.app_in_app(&name) }</p> }
}

/// How safe the answers are, in words.
pub fn safety_text(safety: Safety, texts: &Texts) -> &str {
    match safety {
        Safety::Saved => texts.desk_saved(),
        Safety::Waiting(_) => texts.desk_saving(),
        Safety::OneStore => texts.desk_one_store(),
        Safety::Full => texts.desk_full(),
        Safety::Nowhere => texts.desk_nowhere(),
        Safety::Newer => texts.desk_newer(),
    }
}

/// How safe the answers are, beside what is answered.
pub fn saved(safety: Safety, texts: &Texts) -> Html {
    let class = match safety {
        Safety::Saved | Safety::Waiting(_) => "soft small",
        Safety::OneStore | Safety::Full | Safety::Nowhere | Safety::Newer => "note",
    };
    let text = safety_text(safety, texts);
    html! { <span id="safety" {class} role="status">{ text }</span> }
}

/// A file did not arrive: why, another try, and the way to the courses.
pub fn not_loaded(fault: &LoadFault, again: Callback<MouseEvent>, texts: &Texts) -> Html {
    let what = match fault {
        LoadFault::Offline => texts.app_load_offline().to_owned(),
        LoadFault::Missing(file) => texts.app_load_missing(file),
        LoadFault::Broken(file) => texts.app_load_broken(file),
    };
    html! {
        <div class="stack">
            <p role="alert">{ what }</p>
            <div class="row"><button class="btn" onclick={again}>{ texts.app_retry() }</button><a class="btn quiet" href={Route::Courses.hash()}>{ texts.app_back_to_courses() }</a></div>
        </div>
    }
}

/// What a step is called.
pub fn step_name(step: StepKind, texts: &Texts) -> String {
    match step {
        StepKind::Goals => texts.step_goals(),
        StepKind::Scene => texts.step_scene(),
        StepKind::Listen => texts.step_listen(),
        StepKind::Notice => texts.step_notice(),
        StepKind::Words => texts.step_words(),
        StepKind::Grammar => texts.step_grammar(),
        StepKind::Practice => texts.step_practice(),
        StepKind::Do => texts.step_do(),
        StepKind::Tip => texts.step_tip(),
        StepKind::Check => texts.step_check(),
    }
    .to_owned()
}
