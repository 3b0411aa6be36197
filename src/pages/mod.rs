//! One folder a page.

pub mod certificates;
pub mod courses;
pub mod exam;
pub mod frame;
pub mod lesson;
pub mod more;
pub mod path;
pub mod progress;
pub mod review;
pub mod settings;
pub mod tests;
pub mod today;
pub mod welcome;

use domain::model::StepKind;
use texts::Texts;

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
