//! Certificates on the page: the words around their content.

mod wording;

pub use wording::wording;

#[cfg(test)]
mod tests {
    use credential::{Content, Issue, Name};
    use domain::certificate::earned;
    use testkit::{Course, Learner};

    #[test]
    fn the_page_reads_the_content_that_the_worker_wrote() {
        let course = Course::new("a1", 2);
        let mut learner = Learner::new("ani");
        for lesson in [1, 2] {
            learner.check(&course, lesson, |_| true);
        }
        learner.test(&course, |_| true);
        let entry = &course.index.certificates[0];
        let earned = earned(&learner.now(), &course.index, entry).expect("all is passed");
        let issue = Issue {
            serial: credential::serial([7; 8]),
            name: Name::parse("Ani").expect("a name"),
            kana: None,
            day: learner.clock.today(),
            pack_hash: "0011223344556677".into(),
        };
        let content = Content::self_study(&earned, issue);
        let json = serde_json::to_string(&content).expect("names and numbers");
        assert_eq!(crate::platform::json::read::<Content>(&json), Ok(content));
    }
}
