//! Where a learner is on the path of a course: the next step of a lesson, the one next lesson of all.

use crate::pack::Pack;
use crate::route::Route;
use crate::view::{LessonView, View};
use domain::model::{LessonEntry, StepKind};

/// The next step of a lesson that is not finished; the first one again when all are.
pub fn next_step(lesson: &LessonEntry, progress: &LessonView) -> StepKind {
    let steps = || lesson.steps.iter().map(|(kind, _)| *kind);
    // A finished check leaves no mark of its own among the steps; that it was passed says so.
    let open = |kind: &StepKind| {
        !(progress.steps.contains(kind) || *kind == StepKind::Check && progress.passed)
    };
    steps()
        .find(open)
        .or_else(|| steps().next())
        .unwrap_or(StepKind::Goals)
}

/// What the learner does next.
pub struct Next<'a> {
    /// In this pack.
    pub pack: &'a Pack,
    /// This lesson.
    pub lesson: &'a LessonEntry,
    /// At this step.
    pub step: StepKind,
    /// Steps of the lesson that are finished.
    pub done: usize,
}

impl Next<'_> {
    /// Where it is.
    pub fn route(&self) -> Route {
        Route::Lesson(
            self.pack.index.id.clone(),
            self.lesson.id.clone(),
            self.step,
        )
    }
}

/// The one next lesson: one that was begun, else the first that is not passed. Who reads kana begins after them, who reads
/// hiragana with the first section whose Japanese name is written in katakana.
pub fn next<'a>(packs: &'a [Pack], view: &View) -> Option<Next<'a>> {
    let kana = view.setting("kana").unwrap_or_default();
    let courses = packs.iter().filter(|pack| pack.index.course);
    let lessons = || {
        let all = courses.clone();
        all.flat_map(|pack| pack.index.lessons.iter().map(move |lesson| (pack, lesson)))
    };
    let progress = |pack: &Pack, lesson: &LessonEntry| view.lesson(&pack.index.id, &lesson.id);
    let open = |(pack, lesson): &(&Pack, &LessonEntry)| !progress(pack, lesson).passed;
    let begun = |(pack, lesson): &(&Pack, &LessonEntry)| {
        let progress = progress(pack, lesson);
        progress.tried || !progress.steps.is_empty()
    };
    let in_katakana = |lesson: &LessonEntry| {
        let name = lesson.section.find("ja", "ja");
        name.is_some_and(|name| name.text.contains(|c| ('ァ'..='ヺ').contains(&c)))
    };
    let wanted = |(pack, lesson): &(&Pack, &LessonEntry)| {
        let known = kana == "both" || kana == "hiragana" && !in_katakana(lesson);
        !(known && pack.index.level == "A0")
    };
    let found = lessons()
        .filter(open)
        .find(begun)
        .or_else(|| lessons().filter(open).find(wanted))
        .or_else(|| lessons().find(open));
    found.map(|(pack, lesson)| {
        let progress = progress(pack, lesson);
        let step = next_step(lesson, &progress);
        let done = lesson.steps.iter().take_while(|(kind, _)| *kind != step);
        Next {
            pack,
            lesson,
            step,
            done: done.count(),
        }
    })
}
