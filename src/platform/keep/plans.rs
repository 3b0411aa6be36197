//! What a review and the warm-up before a lesson ask, of what is in the packs at hand.

use super::known::Known;
use super::{Desk, say};
use domain::day::Day;
use domain::study;

impl Desk {
    /// Says what a review asks.
    pub fn plan(&self, day: &str, limit: &str, seed: &str, voice: &str, known: &Known) {
        let day = day.parse().map(Day);
        let (Ok(today), Ok(limit), Ok(seed)) = (day, limit.parse(), seed.parse()) else {
            return;
        };
        let (state, recall) = (self.log.now(), self.log.recall());
        let plan = study::plan(state, today, limit, seed, recall, known, voice == "1");
        answer("plan", &plan);
    }

    /// Says what the warm-up before a lesson asks.
    pub fn warm_up(&self, day: &str, seed: &str, (pack, lesson): (&str, &str), known: &Known) {
        let (Ok(day), Ok(seed)) = (day.parse(), seed.parse()) else {
            return;
        };
        let (Ok(pack), Ok(lesson)) = (pack.parse(), lesson.parse()) else {
            return;
        };
        let (state, recall, place) = (self.log.now(), self.log.recall(), (&pack, &lesson));
        let plan = study::warm_up(state, Day(day), seed, recall, place, known);
        answer("warm-up", &plan);
    }
}

fn answer(name: &str, plan: &study::Plan) {
    // Names and numbers only: nothing in it can fail to be written.
    let plan = serde_json::to_string(plan).unwrap_or_default();
    say(format!("{name}\n{plan}"));
}
