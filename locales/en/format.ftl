### Dates, times, numbers: what the module `format` uses.
### Names of days and months are chosen by number; day 1 is Monday.

month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-short = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
# $month is the name of the month.
date-full = { $month } { $day }, { $year }
date-full-weekday = { $weekday }, { $month } { $day }, { $year }
date-weekday = { $weekday }, { $month } { $day }
date-day-month = { $month } { $day }
date-month-year = { $month } { $year }
# $date and $time are already in this language's form.
date-at-time = { $date } at { $time }
# 24 hours, two digits.
time-of-day = { $hour }:{ $minute }

today = Today
tomorrow = Tomorrow
yesterday = Yesterday
in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}

minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
hours-minutes = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
minutes-short = { $n } min
hours-short = { $n } h
hours-minutes-short = { $hours } h { $minutes } min
# The sign between thousands, and the decimal sign.
thousands-mark = ,
decimal-mark = .
percent = { $n }%
size-kilobytes = { $n } KB
size-megabytes = { $n } MB
weekday-short = { $n ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
