//! The strength of 200 histories agrees with another implementation of FSRS-6: `reference/generate.py`.

use domain::memory::{Grade, RETENTION, Recall, Strength};
use recall::Fsrs6;
use serde::Deserialize;

#[derive(Deserialize)]
struct Reference {
    source: String,
    histories: Vec<Vec<Review>>,
}

#[derive(Deserialize)]
struct Review {
    days: u32,
    grade: u8,
    chance: Option<f32>,
    stability: f32,
    difficulty: f32,
    interval: i32,
}

/// Within 1e-3, of the value where it is above 1.
fn agrees(ours: f32, theirs: f32) -> bool {
    (ours - theirs).abs() <= 1e-3 * theirs.abs().max(1.0)
}

#[test]
fn two_hundred_histories_agree_with_another_implementation() {
    let reference: Reference =
        serde_json::from_str(include_str!("reference/py-fsrs.json")).unwrap();
    assert_eq!(reference.source, "PyPI fsrs 6.3.2");
    assert_eq!(reference.histories.len(), 200);
    let recall = Fsrs6::default();
    for (n, history) in reference.histories.iter().enumerate() {
        let mut strength: Option<Strength> = None;
        for (step, review) in history.iter().enumerate() {
            let place = format!("history {n}, review {step}");
            if let (Some(before), Some(chance)) = (strength, review.chance) {
                let ours = recall.retrievability(before, review.days as f32);
                assert!(agrees(ours, chance), "{place}: chance {ours}, not {chance}");
            }
            let grade = Grade::from_number(review.grade).unwrap();
            let after = recall.review(strength, grade, review.days);
            assert!(
                agrees(after.stability, review.stability),
                "{place}: stability {}, not {}",
                after.stability,
                review.stability
            );
            assert!(
                agrees(after.difficulty, review.difficulty),
                "{place}: difficulty {}, not {}",
                after.difficulty,
                review.difficulty
            );
            let interval = recall.interval(after, RETENTION);
            assert!(
                (interval.max(1.0) - review.interval as f32).abs() <= 0.51 + 1e-3 * interval,
                "{place}: interval {interval}, not {}",
                review.interval
            );
            strength = Some(after);
        }
    }
}

#[test]
fn a_longer_memory_is_asked_later_and_a_worse_grade_is_never_better() {
    let recall = Fsrs6::default();
    for days in [0, 1, 3, 10, 60, 400] {
        let mut before = None;
        for _ in 0..6 {
            let after: Vec<f32> = Grade::ALL
                .iter()
                .map(|grade| recall.review(before, *grade, days).stability)
                .collect();
            assert!(after.is_sorted(), "{days}: {after:?}");
            let intervals: Vec<f32> = after
                .iter()
                .map(|stability| {
                    recall.interval(
                        Strength {
                            stability: *stability,
                            difficulty: 5.0,
                        },
                        RETENTION,
                    )
                })
                .collect();
            assert!(intervals.is_sorted());
            before = Some(recall.review(before, Grade::Good, days));
        }
    }
}

#[test]
fn numbers_that_are_none_do_not_break_a_memory() {
    let recall = Fsrs6::default();
    for broken in [f32::NAN, f32::INFINITY, -1.0, 0.0] {
        let strength = Strength {
            stability: broken,
            difficulty: broken,
        };
        let after = recall.review(Some(strength), Grade::Good, 3);
        assert!(
            after.stability.is_finite() && after.stability > 0.0,
            "{broken}: {after:?}"
        );
        assert!(after.difficulty.is_finite());
    }
}
