//! FSRS-6 behind domain's trait of recall, through the `fsrs` crate.
//!
//! Invariants: inference only, with the published default parameters; the same grades on the same days always give the
//! same strength. This is the one crate whose dependency needs getrandom's browser feature.

use domain::memory::{Grade, Recall, Strength};
use fsrs::{DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState, current_retrievability};

/// The power of the forgetting curve, the last of the parameters.
const DECAY: f32 = DEFAULT_PARAMETERS[DEFAULT_PARAMETERS.len() - 1];

/// FSRS-6 with the default parameters, which fit the average learner.
#[derive(Default)]
pub struct Fsrs6(FSRS);

impl Recall for Fsrs6 {
    fn review(&self, before: Option<Strength>, grade: Grade, elapsed_days: u32) -> Strength {
        let review = FSRSReview {
            rating: u32::from(grade.number()),
            delta_t: elapsed_days,
        };
        let state = before.map(state);
        match self.0.memory_state(
            FSRSItem {
                reviews: vec![review],
            },
            state,
        ) {
            Ok(after) => Strength {
                stability: after.stability,
                difficulty: after.difficulty,
            },
            // Only numbers that are not finite are refused, and a snapshot holds none. The memory starts anew.
            Err(_) => match before {
                Some(_) => self.review(None, grade, 0),
                None => Strength {
                    stability: 1.0,
                    difficulty: 5.0,
                },
            },
        }
    }

    fn interval(&self, strength: Strength, retention: f32) -> f32 {
        self.0.next_interval(Some(strength.stability), retention, 0)
    }

    fn retrievability(&self, strength: Strength, elapsed_days: f32) -> f32 {
        current_retrievability(state(strength), elapsed_days, DECAY)
    }
}

fn state(strength: Strength) -> MemoryState {
    MemoryState {
        stability: strength.stability,
        difficulty: strength.difficulty,
    }
}
