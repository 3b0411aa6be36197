//! What the page shows of a learner's state. The state itself is folded in the worker, which sends this after each change.

use domain::day::Day;
use domain::ids::{CanDoId, FormId, LessonId, PackId, TestId, WordKey};
use domain::memory::Recall;
use domain::model::StepKind;
use domain::records::fold::{
    DayStudy, Evidence, Issued, OpenSitting, SittingResult, Standing, State,
};
use domain::records::{Activity, Mode};
use domain::study::{AtHand, Waiting};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Days of the calendar of study.
const CALENDAR_DAYS: i32 = 140;
/// Days of the forecast of reviews, today first.
const FORECAST_DAYS: usize = 14;
/// Sittings that can be gone on with.
const OPEN_MAX: usize = 5;

/// A learner's progress, as far as pages show it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// The highest lamport number seen: new records come after it.
    pub lamport: u64,
    /// Records that could not be read; they are kept.
    pub damaged: u32,
    /// Records of which only what follows from them is known: they themselves are gone from this device.
    pub lost: u64,
    /// Lessons by pack.
    pub packs: BTreeMap<PackId, BTreeMap<LessonId, LessonView>>,
    /// Settings by key, without the marks of finished steps.
    pub settings: BTreeMap<Rc<str>, Rc<str>>,
    /// Units of memory that are due today and whose word is in a pack at hand.
    pub due: u32,
    /// Of these, those that need a voice.
    pub heard: u32,
    /// Items of lessons that were answered wrongly on an earlier day and wait.
    pub missed: u32,
    /// Units that fall due today and on each of the next days.
    pub forecast: Vec<u32>,
    /// Days with study, oldest first.
    pub days: Vec<(Day, DayStudy)>,
    /// Evidence by pack and can-do.
    pub can_dos: BTreeMap<PackId, BTreeMap<CanDoId, Evidence>>,
    /// Of each check and test the first result that passed and the last one, oldest first.
    pub results: Vec<SittingResult>,
    /// Certificates issued, oldest first.
    pub certificates: Vec<Issued>,
    /// Sittings that were not finished, the latest first.
    pub open: Vec<OpenSitting>,
    /// Words that the learner knows well, by pack; only for those who chose furigana for the others alone.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub known: BTreeMap<PackId, Vec<WordKey>>,
}

/// Progress in a lesson.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LessonView {
    /// Steps that were finished.
    pub steps: Vec<StepKind>,
    /// The check was finished at least once.
    pub tried: bool,
    /// The check was passed at least once.
    pub passed: bool,
}

impl View {
    /// What a state shows on a day, with what is in the packs at hand.
    pub fn of(state: &State, damaged: usize, lost: u64, today: Day, hand: &dyn AtHand) -> Self {
        let waiting = Waiting::on(state, today, FORECAST_DAYS, hand);
        let settings = state.settings();
        let settings = settings.filter(|(key, _)| !key.starts_with("step/"));
        let mut view = Self {
            lamport: state.lamport(),
            damaged: u32::try_from(damaged).unwrap_or(u32::MAX),
            lost,
            settings: settings
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
            due: waiting.due,
            heard: waiting.heard,
            missed: waiting.missed,
            forecast: waiting.forecast,
            days: state
                .days()
                .filter(|(day, _)| today.since(*day) < CALENDAR_DAYS)
                .collect(),
            results: worth_keeping(state.results()),
            certificates: state.certificates().to_vec(),
            open: state
                .open_sittings()
                .into_iter()
                .take(OPEN_MAX)
                .cloned()
                .collect(),
            ..Self::default()
        };
        for (pack, progress) in state.packs() {
            let lessons = view.packs.entry(pack.clone()).or_default();
            for (id, lesson) in &progress.lessons {
                let standing = state.check_standing(pack, id);
                let shown = LessonView {
                    steps: lesson.steps.iter().copied().collect(),
                    tried: standing != Standing::Untried,
                    passed: standing == Standing::Passed,
                };
                lessons.insert(id.clone(), shown);
            }
            view.can_dos.insert(pack.clone(), progress.can_dos.clone());
            if state.setting("furigana") == Some("unknown") {
                let known = state.known_words(pack, today);
                view.known.insert(pack.clone(), known);
            }
        }
        view
    }

    /// As JSON.
    pub fn write(&self) -> String {
        // Names and numbers only: nothing in it can fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What [`View::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        crate::platform::json::read(text).ok()
    }

    /// Cards that a review would ask now, with a voice to hear or without.
    pub fn due_now(&self, voice: bool) -> u32 {
        self.due - if voice { 0 } else { self.heard }
    }

    /// The value of a setting.
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.settings.get(key).map(AsRef::as_ref)
    }

    /// The last result of a check or test.
    pub fn last_result(&self, mode: Mode, pack: &PackId, target: &str) -> Option<&SittingResult> {
        let mut results = self.results.iter().rev();
        results.find(|result| is_of(result, mode, pack, target))
    }

    /// The first result of a check or test that passed.
    pub fn passed_result(&self, mode: Mode, pack: &PackId, target: &str) -> Option<&SittingResult> {
        let mut results = self.results.iter();
        results.find(|result| is_of(result, mode, pack, target) && result.passed())
    }

    /// The sitting at a test that is still open, the latest first.
    pub fn open_test(&self, pack: &PackId, test: &TestId) -> Option<&OpenSitting> {
        self.open.iter().find(|open| match &open.opened.activity {
            Activity::Test {
                pack: own,
                test: known,
                ..
            } => own.id == *pack && known == test,
            Activity::Lesson { .. } | Activity::Check { .. } | Activity::Review | Activity::Ear => {
                false
            }
        })
    }

    /// Minutes of study on a day.
    pub fn minutes_on(&self, day: Day) -> u32 {
        let found = self.days.iter().find(|(known, _)| *known == day);
        found.map_or(0, |(_, study)| study.minutes())
    }

    /// The form that a check or test takes next: the first one at first, then always the one that was not taken last.
    pub fn next_form(&self, mode: Mode, pack: &PackId, target: &str) -> FormId {
        self.last_result(mode, pack, target)
            .map_or(FormId::A, |result| result.form.other())
    }

    /// Progress in a lesson; nothing was done where there is none.
    pub fn lesson(&self, pack: &PackId, lesson: &LessonId) -> LessonView {
        let found = self.packs.get(pack).and_then(|lessons| lessons.get(lesson));
        found.cloned().unwrap_or_default()
    }
}

fn is_of(result: &SittingResult, mode: Mode, pack: &PackId, target: &str) -> bool {
    result.mode == mode && result.pack.id == *pack && &*result.target == target
}

/// Of each check and test the first result that passed and the last one.
fn worth_keeping(results: &[SittingResult]) -> Vec<SittingResult> {
    let same = |a: &SittingResult, b: &SittingResult| {
        a.mode == b.mode && a.pack.id == b.pack.id && a.target == b.target
    };
    let keep = |(at, result): &(usize, &SittingResult)| {
        let last = !results[at + 1..].iter().any(|later| same(later, result));
        let earlier = || {
            results[..*at]
                .iter()
                .any(|other| same(other, result) && other.passed())
        };
        last || result.passed() && !earlier()
    };
    results
        .iter()
        .enumerate()
        .filter(keep)
        .map(|(_, result)| result.clone())
        .collect()
}

/// The model of recall that the worker grades with.
pub fn recall() -> std::rc::Rc<dyn Recall> {
    std::rc::Rc::new(recall::Fsrs6::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::WordKey;
    use domain::kinds::Skill;
    use domain::memory::Grade;
    use domain::records::{Event, Graded, Setting};
    use testkit::{Course, Learner, id};

    #[test]
    fn a_view_of_weeks_of_study_is_read_as_it_was_written() {
        let course = Course::new("a1", 2);
        let mut learner = Learner::new("ani");
        learner.record([Event::Setting(Setting::new("name", "Ani"))]);
        for n in [1, 2] {
            learner.study(&course, n, StepKind::Practice, |item| {
                !item.as_str().ends_with('1')
            });
            learner.check(&course, n, |item| n == 1 || item.as_str().ends_with('0'));
            learner.clock.next_day();
        }
        learner.check(&course, 2, |_| true);
        learner.check(&course, 2, |_| true);
        learner.study(&course, 1, StepKind::Practice, |_| false);
        let all = |_: &PackId, _: &WordKey| true;
        let evening = View::of(&learner.now(), 0, 0, learner.clock.today(), &all);
        assert_eq!(evening.missed, 0, "what was missed today is for tomorrow");
        learner.clock.next_day();
        learner.test(&course, |_| true);
        let today = learner.clock.today();
        let view = View::of(&learner.now(), 2, 0, today, &all);
        assert_eq!(View::read(&view.write()), Some(view.clone()));

        let pack: PackId = id("a1");
        assert_eq!((view.damaged, view.setting("name")), (2, Some("Ani")));
        assert!(view.due > 0 && view.forecast[0] == view.due && view.missed > 0);
        let none = View::of(&learner.now(), 2, 0, today, &|_: &PackId, _: &WordKey| {
            false
        });
        assert_eq!((none.due, none.forecast.iter().sum::<u32>()), (0, 0));
        assert_eq!(view.due_now(true) - view.due_now(false), view.heard);
        assert_eq!(view.days.len(), 4);
        assert!(view.lesson(&pack, &id("lesson-2")).passed);
        let passed = view
            .passed_result(Mode::Check, &pack, "lesson-2")
            .map(|r| r.form);
        assert_eq!(
            passed,
            Some(FormId::B),
            "the first that passed, in the other form"
        );
        assert_eq!(
            view.results
                .iter()
                .filter(|r| &*r.target == "lesson-2")
                .count(),
            2
        );
        assert_eq!(View::read("{}"), None);
        assert_eq!(View::read("x"), None);
    }

    #[test]
    fn known_words_are_sent_to_who_wants_to_see_less_furigana_and_are_little() {
        let mut learner = Learner::new("ani");
        let words: Vec<WordKey> = (0..500).map(|n| id(&format!("kata-kerja-{n}"))).collect();
        for _ in 0..4 {
            // Several records: one holds at most 400 bytes.
            for words in words.chunks(10) {
                learner.record([Event::Graded(Graded {
                    pack: id("a1"),
                    skill: Skill::Recognise,
                    grade: Grade::Easy,
                    mode: Mode::Review,
                    sitting: None,
                    response_ms: 0,
                    words: words.to_vec(),
                })]);
            }
            for _ in 0..20 {
                learner.clock.next_day();
            }
        }
        let today = learner.clock.today();
        let all = |_: &PackId, _: &WordKey| true;
        let before = View::of(&learner.now(), 0, 0, today, &all).write();
        assert!(!before.contains("kata-kerja"));
        learner.record([Event::Setting(Setting::new("furigana", "unknown"))]);
        let view = View::of(&learner.now(), 0, 0, today, &all);
        assert_eq!(view.known[&id::<PackId>("a1")].len(), 500);
        let more = view.write().len() - before.len();
        assert!(
            more < 10_000,
            "{more} bytes for 500 words, after each answer"
        );
        assert_eq!(View::read(&view.write()), Some(view));
    }
}
