//! The only file with URL text: what stands after `#` and which page it means.

use domain::ids::{LessonId, PackId, TestId};
use domain::model::StepKind;

/// The program that draws a page. `static/boot.js` knows the same from the first word of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is chosen and looked at.
    App,
    /// Lessons, reviews, tests, certificates and credits.
    Study,
}

impl Part {
    /// The name of its files and of the element that it draws into.
    pub fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Study => "study",
        }
    }
}

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// The one next thing.
    Today,
    /// The courses and their paths.
    Courses,
    /// Tests and how they went.
    Tests,
    /// How far the learner is.
    Progress,
    /// Certificates: earned, and what is still needed.
    Certificates,
    /// Everything that has no place in the bar.
    More,
    /// Language, look, learners, backup.
    Settings,
    /// What the app is made of, and by whom.
    Credits,
    /// The first screen.
    Welcome,
    /// Cards and missed items.
    Review,
    /// A sitting at a test.
    Test(PackId, TestId),
    /// A lesson, at a step.
    Lesson(PackId, LessonId, StepKind),
    /// Nothing of ours.
    Unknown(Part),
    /// Panics, in the build for tests.
    #[cfg(feature = "panic-route")]
    Panic,
}

impl Route {
    /// The page that an address means.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [""] | ["today"] => Some(Self::Today),
            ["courses"] => Some(Self::Courses),
            ["tests"] => Some(Self::Tests),
            ["progress"] => Some(Self::Progress),
            ["certificates"] => Some(Self::Certificates),
            ["more"] => Some(Self::More),
            ["settings"] => Some(Self::Settings),
            ["credits"] => Some(Self::Credits),
            ["welcome"] => Some(Self::Welcome),
            ["review"] => Some(Self::Review),
            ["test", pack, test] => Self::test(pack, test),
            ["lesson", pack, lesson] => Self::lesson(pack, lesson, "goals"),
            ["lesson", pack, lesson, step] => Self::lesson(pack, lesson, step),
            #[cfg(feature = "panic-route")]
            ["panic"] => Some(Self::Panic),
            _ => None,
        }
        .unwrap_or_else(|| {
            Self::Unknown(match parts.first() {
                Some(&("lesson" | "review" | "test" | "credits" | "certificates")) => Part::Study,
                Some(_) | None => Part::App,
            })
        })
    }

    fn lesson(pack: &str, lesson: &str, step: &str) -> Option<Self> {
        Some(Self::Lesson(
            pack.parse().ok()?,
            lesson.parse().ok()?,
            StepKind::from_name(step)?,
        ))
    }

    fn test(pack: &str, test: &str) -> Option<Self> {
        Some(Self::Test(pack.parse().ok()?, test.parse().ok()?))
    }

    /// The program that draws it. An unknown address is drawn by the one that its first word belongs to.
    pub fn part(&self) -> Part {
        match self {
            Self::Lesson(..)
            | Self::Review
            | Self::Test(..)
            | Self::Certificates
            | Self::Credits => Part::Study,
            Self::Today
            | Self::Courses
            | Self::Tests
            | Self::Progress
            | Self::More
            | Self::Settings
            | Self::Welcome => Part::App,
            Self::Unknown(part) => *part,
            #[cfg(feature = "panic-route")]
            Self::Panic => Part::App,
        }
    }

    /// The address of a page.
    pub fn hash(&self) -> String {
        match self {
            Self::Today => "#/today".into(),
            Self::Courses => "#/courses".into(),
            Self::Tests => "#/tests".into(),
            Self::Progress => "#/progress".into(),
            Self::Certificates => "#/certificates".into(),
            Self::More => "#/more".into(),
            Self::Settings => "#/settings".into(),
            Self::Credits => "#/credits".into(),
            Self::Welcome => "#/welcome".into(),
            Self::Review => "#/review".into(),
            Self::Test(pack, test) => format!("#/test/{pack}/{test}"),
            Self::Lesson(pack, lesson, step) => {
                format!("#/lesson/{pack}/{lesson}/{}", step.as_str())
            }
            Self::Unknown(_) => "#/unknown".into(),
            #[cfg(feature = "panic-route")]
            Self::Panic => "#/panic".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        let own = [
            "#/today",
            "#/courses",
            "#/tests",
            "#/progress",
            "#/certificates",
            "#/more",
            "#/settings",
            "#/credits",
            "#/welcome",
            "#/review",
            "#/test/a1-mulai/unit-1",
            "#/lesson/kana/hira-a-ka/check",
        ];
        for hash in own {
            assert_eq!(Route::parse(hash).hash(), hash);
        }
        assert_eq!(Route::parse(""), Route::Today);
        assert_eq!(
            Route::parse("#/lesson/kana/x/nowhere"),
            Route::Unknown(Part::Study)
        );
        assert_eq!(Route::parse("#/lesson/../x"), Route::Unknown(Part::Study));
    }
}
