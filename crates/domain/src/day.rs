//! The learner's days: which day a moment belongs to, and what date that day is.
//!
//! Invariants: no clock and no time zone database; a moment comes with its own offset. A day begins at 04:00 local
//! time, so an evening of study that runs past midnight is one day.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The hour, local time, at which a day of study begins.
pub const DAY_STARTS_AT_HOUR: i64 = 4;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// A day of study, counted from 1970-01-01.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Day(pub i32);

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Senin, 月曜日.
    Monday,
    /// Selasa, 火曜日.
    Tuesday,
    /// Rabu, 水曜日.
    Wednesday,
    /// Kamis, 木曜日.
    Thursday,
    /// Jumat, 金曜日.
    Friday,
    /// Sabtu, 土曜日.
    Saturday,
    /// Minggu, 日曜日.
    Sunday,
}

impl Weekday {
    /// All of them, from Monday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
}

/// A date of the civil calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, as in 2026.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Day {
    /// The day of study of a moment: milliseconds since 1970 in UTC, and the offset of local time from UTC in minutes
    /// (positive to the east: 420 in Jakarta, 540 in Tokyo).
    pub fn of(wall_ms: i64, offset_min: i16) -> Self {
        let start = DAY_STARTS_AT_HOUR * 60 * MINUTE_MS;
        Self::of_local_ms(local_ms(wall_ms, offset_min).saturating_sub(start))
    }

    /// The civil date of a moment, without the 04:00 rule: what is printed on a certificate.
    pub fn civil(wall_ms: i64, offset_min: i16) -> Self {
        Self::of_local_ms(local_ms(wall_ms, offset_min))
    }

    fn of_local_ms(local_ms: i64) -> Self {
        let days = local_ms.div_euclid(DAY_MS);
        Self(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
    }

    /// The day that many days later (earlier if negative).
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Whole days from `earlier` to this day; negative if this day comes first.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day of the week. 1970-01-01 was a Thursday.
    pub fn weekday(self) -> Weekday {
        let from_monday = (i64::from(self.0) + 3).rem_euclid(7);
        Weekday::ALL[usize::try_from(from_monday).unwrap_or(0)]
    }

    /// The Monday of this day's week.
    pub fn monday(self) -> Self {
        let back = i32::try_from((i64::from(self.0) + 3).rem_euclid(7)).unwrap_or(0);
        self.plus(-back)
    }

    /// The date. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    pub fn date(self) -> Date {
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date {
            year: year as i32,
            month: month as u8,
            day: day as u8,
        }
    }

    /// The day of a date. Source as for [`Day::date`], `days_from_civil`. Month and day are taken as they are.
    pub fn of_date(date: Date) -> Self {
        let month = i64::from(date.month);
        let year = i64::from(date.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(date.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        Self(i32::try_from(days).unwrap_or(i32::MAX))
    }
}

fn local_ms(wall_ms: i64, offset_min: i16) -> i64 {
    wall_ms.saturating_add(i64::from(offset_min) * MINUTE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-24T00:00:00Z.
    const MIDNIGHT: i64 = 1_795_478_400_000;
    const HOUR: i64 = 3_600_000;

    #[test]
    fn a_day_begins_at_four_in_the_morning_local_time() {
        let jakarta = 420;
        let day = |utc_hour: i64| {
            Day::of(MIDNIGHT + utc_hour * HOUR, jakarta)
                .date()
                .to_string()
        };
        assert_eq!(day(0), "2026-11-24", "07:00 in Jakarta");
        assert_eq!(
            day(20),
            "2026-11-24",
            "03:00 of the 25th is still the evening of the 24th"
        );
        assert_eq!(day(21), "2026-11-25", "04:00");
        assert_eq!(
            Day::civil(MIDNIGHT + 20 * HOUR, jakarta).date().to_string(),
            "2026-11-25"
        );
        assert_eq!(Day::of(MIDNIGHT, -300).date().to_string(), "2026-11-23");
    }

    #[test]
    fn dates_and_days_agree_over_eight_centuries() {
        let mut previous = Day::of_date(Date {
            year: 1600,
            month: 1,
            day: 1,
        })
        .date();
        for n in Day::of_date(Date {
            year: 1600,
            month: 1,
            day: 2,
        })
        .0..Day::of_date(Date {
            year: 2400,
            month: 1,
            day: 1,
        })
        .0
        {
            let date = Day(n).date();
            assert_eq!(Day::of_date(date), Day(n));
            assert!(date > previous, "{previous} then {date}");
            previous = date;
        }
        assert_eq!(Day(0).date().to_string(), "1970-01-01");
        assert_eq!(
            Day::of_date(Date {
                year: 2028,
                month: 2,
                day: 29
            })
            .plus(1)
            .date()
            .month,
            3
        );
    }

    #[test]
    fn weeks_begin_on_monday() {
        let tuesday = Day::of_date(Date {
            year: 2026,
            month: 11,
            day: 24,
        });
        assert_eq!(tuesday.weekday(), Weekday::Tuesday);
        assert_eq!(tuesday.monday().date().to_string(), "2026-11-23");
        assert_eq!(tuesday.monday().monday(), tuesday.monday());
        assert_eq!(Day(-4).weekday(), Weekday::Sunday);
    }

    #[test]
    fn absurd_moments_do_not_panic() {
        for wall in [i64::MIN, i64::MAX, 0] {
            for offset in [i16::MIN, i16::MAX] {
                let _ = Day::of(wall, offset).date();
            }
        }
    }
}
