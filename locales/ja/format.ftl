### 日付・時刻・数字:モジュール `format` が使うもの。
### 曜日と月の名前は番号で選ぶ。1は月曜日。

month = { $n }月
month-short = { $n }月
weekday = { $n ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
}
# $month は月の名前(「11月」)。
date-full = { $year }年{ $month }{ $day }日
date-full-weekday = { $year }年{ $month }{ $day }日 { $weekday }
date-weekday = { $month }{ $day }日 { $weekday }
date-day-month = { $month }{ $day }日
date-month-year = { $year }年{ $month }
# $date と $time はこの言語の形になっている。
date-at-time = { $date } { $time }
# 24時間、二桁。
time-of-day = { $hour }:{ $minute }

today = 今日
tomorrow = 明日
yesterday = 昨日
in-days = { $n }日後
days-ago = { $n }日前

minutes = { $n }分
hours = { $n }時間
hours-minutes = { $hours }時間{ $minutes }分
minutes-short = { $n }分
hours-short = { $n }時間
hours-minutes-short = { $hours }時間{ $minutes }分
# 千の位の区切りと小数点。
thousands-mark = ,
decimal-mark = .
percent = { $n }%
size-kilobytes = { $n } KB
size-megabytes = { $n } MB
weekday-short = { $n ->
    [1] 月
    [2] 火
    [3] 水
    [4] 木
    [5] 金
    [6] 土
   *[7] 日
}
