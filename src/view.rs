//! What the page shows of a learner's state. The state itself is folded in the worker, which sends this after each change.

use domain::ids::{FormId, LessonId, PackId};
use domain::memory::Recall;
use domain::model::StepKind;
use domain::records::Mode;
use domain::records::fold::{Standing, State};
use std::collections::BTreeMap;

/// A learner's progress, as far as pages show it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The highest lamport number seen: new records come after it.
    pub lamport: u64,
    /// Records that could not be read; they are kept.
    pub damaged: u32,
    /// Lessons by pack.
    pub packs: BTreeMap<PackId, BTreeMap<LessonId, LessonView>>,
}

/// Progress in a lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LessonView {
    /// Steps that were finished.
    pub steps: Vec<StepKind>,
    /// The form that its check takes next.
    pub form: Option<FormId>,
    /// The check was finished at least once.
    pub tried: bool,
    /// The check was passed at least once.
    pub passed: bool,
}

impl View {
    /// What a state shows.
    pub fn of(state: &State, damaged: usize) -> Self {
        let mut view = Self {
            lamport: state.lamport(),
            damaged: u32::try_from(damaged).unwrap_or(u32::MAX),
            packs: BTreeMap::new(),
        };
        for (pack, progress) in state.packs() {
            let lessons = view.packs.entry(pack.clone()).or_default();
            for (id, lesson) in &progress.lessons {
                let standing = state.check_standing(pack, id);
                let shown = LessonView {
                    steps: lesson.steps.iter().copied().collect(),
                    form: Some(state.next_form(Mode::Check, pack, id.as_str())),
                    tried: standing != Standing::Untried,
                    passed: standing == Standing::Passed,
                };
                lessons.insert(id.clone(), shown);
            }
        }
        view
    }

    /// As text: numbers in the first line, then a lesson a line. (JSON would cost the app 3 KB gzip for this alone.)
    pub fn write(&self) -> String {
        let mut text = format!("{} {}", self.lamport, self.damaged);
        for (pack, lessons) in &self.packs {
            for (id, lesson) in lessons {
                let form = lesson.form.map_or("-", FormId::as_str);
                text += &format!(
                    "\n{pack} {id} {form} {} {}",
                    u8::from(lesson.tried),
                    u8::from(lesson.passed)
                );
                for step in &lesson.steps {
                    text.push(' ');
                    text.push_str(step.as_str());
                }
            }
        }
        text
    }

    /// What [`View::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let (lamport, damaged) = lines.next()?.split_once(' ')?;
        let mut view = Self {
            lamport: lamport.parse().ok()?,
            damaged: damaged.parse().ok()?,
            packs: BTreeMap::new(),
        };
        for line in lines {
            let mut words = line.split(' ');
            let (pack, id) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            let form = words.next()?;
            let lesson = LessonView {
                form: FormId::ALL.into_iter().find(|known| known.as_str() == form),
                tried: words.next()? == "1",
                passed: words.next()? == "1",
                steps: words.filter_map(StepKind::from_name).collect(),
            };
            view.packs.entry(pack).or_default().insert(id, lesson);
        }
        Some(view)
    }

    /// Progress in a lesson; nothing was done where there is none.
    pub fn lesson(&self, pack: &PackId, lesson: &LessonId) -> LessonView {
        let found = self.packs.get(pack).and_then(|lessons| lessons.get(lesson));
        found.cloned().unwrap_or_default()
    }
}

/// The model of recall that the worker grades with.
pub fn recall() -> std::rc::Rc<dyn Recall> {
    std::rc::Rc::new(recall::Fsrs6::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_read_as_it_was_written() {
        let lesson = |steps: &[StepKind], passed| LessonView {
            steps: steps.to_vec(),
            form: Some(FormId::B),
            tried: true,
            passed,
        };
        let id = |text: &str| text.parse::<LessonId>().expect("an id");
        let lessons = [
            (id("a"), lesson(&[StepKind::Goals, StepKind::Do], false)),
            (id("b"), lesson(&[], true)),
            (id("c"), LessonView::default()),
        ];
        let packs = [("kana".parse().expect("an id"), lessons.into())].into();
        let view = View {
            lamport: 7,
            damaged: 2,
            packs,
        };
        assert_eq!(View::read(&view.write()), Some(view));
        assert_eq!(View::read("0 0"), Some(View::default()));
        assert_eq!(View::read("x"), None);
    }
}
