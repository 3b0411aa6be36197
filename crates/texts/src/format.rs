//! Dates, times, amounts and sizes as a person reads them, in each language's own form.
//!
//! Invariants: pure functions of plain numbers, without clock or time zone; the forms themselves are messages of
//! `locales/*/format.ftl`, only arithmetic is here. Months and days count from 1, Monday is day 1 of a week, and
//! dates are of the civil calendar.

use crate::Texts;

/// A date: "24 November 2026".
pub fn date(texts: &Texts, year: i32, month: u8, day: u8) -> String {
    texts.date_full(day, texts.month(month), year)
}

/// A date with its day of the week: "Selasa, 24 November 2026".
pub fn date_with_weekday(texts: &Texts, year: i32, month: u8, day: u8) -> String {
    texts.date_full_weekday(
        day,
        texts.month(month),
        texts.weekday(weekday(year, month, day)),
        year,
    )
}

/// A date of this year with its day of the week: "Selasa, 24 November".
pub fn day_with_weekday(texts: &Texts, year: i32, month: u8, day: u8) -> String {
    texts.date_weekday(
        day,
        texts.month(month),
        texts.weekday(weekday(year, month, day)),
    )
}

/// A date of this year, short: "24 Nov".
pub fn day_short(texts: &Texts, month: u8, day: u8) -> String {
    texts.date_day_month(day, texts.month_short(month))
}

/// A month as a heading: "November 2026".
pub fn month(texts: &Texts, year: i32, month: u8) -> String {
    texts.date_month_year(texts.month(month), year)
}

/// Time of day, 24 hours: "13.05".
pub fn time(texts: &Texts, hour: u8, minute: u8) -> String {
    texts.time_of_day(format_args!("{hour:02}"), format_args!("{minute:02}"))
}

/// A moment: "24 November 2026 pukul 13.05".
pub fn moment(
    texts: &Texts,
    (year, month, day): (i32, u8, u8),
    (hour, minute): (u8, u8),
) -> String {
    texts.date_at_time(date(texts, year, month, day), time(texts, hour, minute))
}

/// The day of the week of a date, 1 for Monday to 7 for Sunday.
///
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
pub fn weekday(year: i32, month: u8, day: u8) -> u8 {
    let year = i64::from(year) - i64::from(month <= 2);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    // An era of 400 years is a whole number of weeks and begins on a Wednesday, 1 March 0000.
    u8::try_from((day_of_era + 2).rem_euclid(7) + 1).unwrap_or(1)
}

/// How far a day is from today: "Kemarin", "Hari ini", "Besok", "3 hari lagi", "3 hari yang lalu".
pub fn day_from_today(texts: &Texts, days: i32) -> String {
    match days {
        0 => texts.today().into(),
        1 => texts.tomorrow().into(),
        -1 => texts.yesterday().into(),
        2.. => texts.in_days(number(texts, i64::from(days))),
        ..-1 => texts.days_ago(number(texts, -i64::from(days))),
    }
}

/// A span of minutes: "12 menit", "2 jam", "1 jam 48 menit".
pub fn minutes(texts: &Texts, minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => texts.minutes(rest),
        (hours, 0) => texts.hours(number(texts, hours.into())),
        (hours, rest) => texts.hours_minutes(number(texts, hours.into()), rest),
    }
}

/// A span of minutes where there is little room: "48 m", "2 j", "1 j 48 m".
pub fn minutes_short(texts: &Texts, minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => texts.minutes_short(rest),
        (hours, 0) => texts.hours_short(number(texts, hours.into())),
        (hours, rest) => texts.hours_minutes_short(number(texts, hours.into()), rest),
    }
}

/// What a timer shows: "41:07", "1:02:03". The same in every language.
pub fn timer(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// A whole number with its thousands set apart: "73.000".
pub fn number(texts: &Texts, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(texts.thousands_mark());
        }
        out.push(digit);
    }
    out
}

/// A number of tenths: 15 is "1,5", 20 is "2".
pub fn tenths(texts: &Texts, tenths: u64) -> String {
    let whole = number(texts, i64::try_from(tenths / 10).unwrap_or(i64::MAX));
    match tenths % 10 {
        0 => whole,
        tenth => format!("{whole}{}{tenth}", texts.decimal_mark()),
    }
}

/// A part of a whole in percent, rounded down, so that 100 % means all of it.
pub fn percent(texts: &Texts, part: u32, whole: u32) -> String {
    texts.percent(if whole == 0 {
        0
    } else {
        u64::from(part) * 100 / u64::from(whole)
    })
}

/// The size of a file: "340 KB", "1,5 MB" (1 KB is 1,000 bytes). A file is never "0 KB".
pub fn size(texts: &Texts, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1_000).max(1);
    if kilobytes < 1_000 {
        texts.size_kilobytes(kilobytes)
    } else {
        texts.size_megabytes(tenths(texts, bytes.div_ceil(100_000)))
    }
}

/// The greeting of an hour of the day, with a name if there is one: "Selamat pagi, Sari".
pub fn greeting(texts: &Texts, hour: u8, name: &str) -> String {
    // Indonesian has four greetings: pagi to 11, siang to 15, sore to 18, malam.
    let part = match hour {
        4..11 => "morning",
        11..15 => "noon",
        15..18 => "afternoon",
        _ => "evening",
    };
    if name.is_empty() {
        texts.greeting(part)
    } else {
        texts.greeting_name(name, part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    /// The same thing in the three languages.
    fn all(show: impl Fn(&Texts) -> String) -> [String; 3] {
        Lang::ALL.map(|lang| show(&Texts::embedded(lang)))
    }

    #[test]
    fn dates_have_each_languages_order() {
        assert_eq!(
            all(|t| date(t, 2026, 11, 24)),
            ["24 November 2026", "November 24, 2026", "2026年11月24日"]
        );
        assert_eq!(
            all(|t| date_with_weekday(t, 2026, 11, 24)),
            [
                "Selasa, 24 November 2026",
                "Tuesday, November 24, 2026",
                "2026年11月24日 火曜日"
            ]
        );
        assert_eq!(
            all(|t| day_with_weekday(t, 2026, 5, 3)),
            ["Minggu, 3 Mei", "Sunday, May 3", "5月3日 日曜日"]
        );
        assert_eq!(
            all(|t| day_short(t, 8, 17)),
            ["17 Agu", "Aug 17", "8月17日"]
        );
        assert_eq!(
            all(|t| month(t, 2026, 12)),
            ["Desember 2026", "December 2026", "2026年12月"]
        );
    }

    #[test]
    fn times_are_of_24_hours() {
        assert_eq!(all(|t| time(t, 13, 5)), ["13.05", "13:05", "13:05"]);
        assert_eq!(all(|t| time(t, 0, 0)), ["00.00", "00:00", "00:00"]);
        assert_eq!(
            all(|t| moment(t, (2026, 1, 2), (9, 30))),
            [
                "2 Januari 2026 pukul 09.30",
                "January 2, 2026 at 09:30",
                "2026年1月2日 09:30"
            ]
        );
    }

    #[test]
    fn weekdays_come_from_the_date() {
        assert_eq!(weekday(2026, 11, 24), 2, "Tuesday");
        assert_eq!(weekday(1970, 1, 1), 4, "Thursday");
        assert_eq!(weekday(2000, 2, 29), 2, "Tuesday");
        assert_eq!(weekday(1900, 3, 1), 4, "Thursday");
        assert_eq!(weekday(1, 1, 1), 1, "Monday");
        assert_eq!(
            weekday(-1, 12, 31),
            5,
            "Friday, the day before 0000-01-01, a Saturday"
        );
    }

    #[test]
    fn a_weekday_follows_the_one_before_for_a_whole_cycle() {
        let leap = |year: i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let mut expected = weekday(1900, 1, 1);
        for year in 1900..2300 {
            for month in 1..=12 {
                let days = match month {
                    2 if leap(year) => 29,
                    2 => 28,
                    4 | 6 | 9 | 11 => 30,
                    _ => 31,
                };
                for day in 1..=days {
                    assert_eq!(weekday(year, month, day), expected, "{year}-{month}-{day}");
                    expected = expected % 7 + 1;
                }
            }
        }
    }

    #[test]
    fn near_days_have_names() {
        assert_eq!(all(|t| day_from_today(t, 0)), ["Hari ini", "Today", "今日"]);
        assert_eq!(all(|t| day_from_today(t, 1)), ["Besok", "Tomorrow", "明日"]);
        assert_eq!(
            all(|t| day_from_today(t, -1)),
            ["Kemarin", "Yesterday", "昨日"]
        );
        assert_eq!(
            all(|t| day_from_today(t, 68)),
            ["68 hari lagi", "in 68 days", "68日後"]
        );
        assert_eq!(
            all(|t| day_from_today(t, -3)),
            ["3 hari yang lalu", "3 days ago", "3日前"]
        );
        let far = day_from_today(&Texts::embedded(Lang::Id), i32::MIN);
        assert_eq!(far, "2.147.483.648 hari yang lalu");
    }

    #[test]
    fn spans_of_minutes() {
        assert_eq!(all(|t| minutes(t, 12)), ["12 menit", "12 minutes", "12分"]);
        assert_eq!(all(|t| minutes(t, 1)), ["1 menit", "1 minute", "1分"]);
        assert_eq!(all(|t| minutes(t, 0)), ["0 menit", "0 minutes", "0分"]);
        assert_eq!(all(|t| minutes(t, 60)), ["1 jam", "1 hour", "1時間"]);
        assert_eq!(
            all(|t| minutes(t, 121)),
            ["2 jam 1 menit", "2 hours 1 minute", "2時間1分"]
        );
        assert_eq!(
            all(|t| minutes_short(t, 108)),
            ["1 j 48 m", "1 h 48 min", "1時間48分"]
        );
        assert_eq!(
            (timer(2467), timer(59), timer(3723)),
            ("41:07".into(), "0:59".into(), "1:02:03".into())
        );
    }

    #[test]
    fn numbers_have_each_languages_marks() {
        assert_eq!(all(|t| number(t, 73_000)), ["73.000", "73,000", "73,000"]);
        assert_eq!(
            all(|t| number(t, -1_234_567)),
            ["−1.234.567", "−1,234,567", "−1,234,567"]
        );
        assert_eq!(all(|t| number(t, 999)), ["999", "999", "999"]);
        assert_eq!(all(|t| tenths(t, 15)), ["1,5", "1.5", "1.5"]);
        assert_eq!(all(|t| tenths(t, 12_340)), ["1.234", "1,234", "1,234"]);
        assert_eq!(all(|t| percent(t, 199, 200)), ["99%", "99%", "99%"]);
        assert_eq!(percent(&Texts::embedded(Lang::Id), 0, 0), "0%");
    }

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(all(|t| size(t, 339_001)), ["340 KB", "340 KB", "340 KB"]);
        assert_eq!(all(|t| size(t, 1_450_000)), ["1,5 MB", "1.5 MB", "1.5 MB"]);
        let id = Texts::embedded(Lang::Id);
        assert_eq!(
            (size(&id, 0), size(&id, 999_999), size(&id, 1_000_000)),
            ("1 KB".into(), "1 MB".into(), "1 MB".into())
        );
    }

    #[test]
    fn greetings_follow_the_hour() {
        assert_eq!(
            all(|t| greeting(t, 7, "")),
            ["Selamat pagi", "Good morning", "おはようございます"]
        );
        assert_eq!(
            all(|t| greeting(t, 12, "Sari")),
            [
                "Selamat siang, Sari",
                "Good afternoon, Sari",
                "Sariさん、こんにちは"
            ]
        );
        assert_eq!(
            all(|t| greeting(t, 16, "")),
            ["Selamat sore", "Good afternoon", "こんにちは"]
        );
        assert_eq!(
            all(|t| greeting(t, 23, "")),
            ["Selamat malam", "Good evening", "こんばんは"]
        );
    }
}
