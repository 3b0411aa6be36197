//! A clock that is moved by hand.

use domain::day::{Date, Day};
use domain::records::Stamp;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// Jakarta.
const OFFSET_MIN: i16 = 420;

/// Begins on a Monday at 19:00 in Jakarta.
#[derive(Clone, Debug)]
pub struct FakeClock {
    wall_ms: i64,
    mono_ms: u64,
}

impl Default for FakeClock {
    fn default() -> Self {
        let monday = Day::of_date(Date {
            year: 2026,
            month: 11,
            day: 23,
        });
        let evening = 19 * 60 - i64::from(OFFSET_MIN);
        Self {
            wall_ms: i64::from(monday.0) * DAY_MS + evening * MINUTE_MS,
            mono_ms: 0,
        }
    }
}

impl FakeClock {
    /// The moment now.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            wall_ms: self.wall_ms,
            offset_min: OFFSET_MIN,
            mono_ms: self.mono_ms,
        }
    }

    /// The day of study now.
    pub fn today(&self) -> Day {
        self.stamp().day()
    }

    /// Time passes.
    pub fn pass_ms(&mut self, ms: u32) {
        self.wall_ms += i64::from(ms);
        self.mono_ms += u64::from(ms);
    }

    /// The evening of the next day, whatever the hour is now.
    pub fn next_day(&mut self) {
        let today = i64::from(self.today().0);
        let evening = (19 * 60 - i64::from(OFFSET_MIN)) * MINUTE_MS;
        let next = (today + 1) * DAY_MS + evening;
        self.mono_ms += u64::try_from(next - self.wall_ms).unwrap_or(0);
        self.wall_ms = next;
    }

    /// Somebody sets the wall clock; the other one goes on.
    pub fn set_wall_back_days(&mut self, days: i64) {
        self.wall_ms -= days * DAY_MS;
    }
}
