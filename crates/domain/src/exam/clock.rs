//! The clock of a test: counts active time only, from a clock that is never set.

/// From here on the time left is shown with emphasis.
pub const LAST_MINUTES_SECS: u32 = 5 * 60;

/// A time limit; 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// In seconds.
    pub limit_secs: u32,
}

impl Clock {
    /// Seconds left, rounded up, so that the last second is shown as 1. None without a limit.
    pub fn left_secs(self, active_ms: u32) -> Option<u32> {
        let left_ms = u64::from(self.limit_secs) * 1000;
        let left_ms = left_ms.saturating_sub(u64::from(active_ms));
        (self.limit_secs > 0).then(|| u32::try_from(left_ms.div_ceil(1000)).unwrap_or(u32::MAX))
    }

    /// Whether the time is over.
    pub fn is_up(self, active_ms: u32) -> bool {
        self.left_secs(active_ms) == Some(0)
    }

    /// Whether the last minutes have begun.
    pub fn is_ending(self, active_ms: u32) -> bool {
        self.left_secs(active_ms)
            .is_some_and(|left| left <= LAST_MINUTES_SECS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_runs_out_when_it_has_run_out() {
        let clock = Clock { limit_secs: 2700 };
        assert_eq!(clock.left_secs(0), Some(2700));
        assert_eq!(clock.left_secs(1), Some(2700));
        assert_eq!(clock.left_secs(2_699_999), Some(1));
        assert!(clock.is_up(2_700_000) && clock.is_up(u32::MAX) && !clock.is_up(2_699_999));
        assert!(clock.is_ending(2_400_000) && !clock.is_ending(2_399_999));
        assert!(!Clock { limit_secs: 0 }.is_up(u32::MAX));
    }
}
