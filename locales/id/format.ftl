### Tanggal, waktu, angka: yang dipakai modul `format`.
### Nama hari dan bulan dipilih lewat nomor; hari 1 adalah Senin.

month = { $n ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
}
month-short = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] Mei
    [6] Jun
    [7] Jul
    [8] Agu
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Des
}
weekday = { $n ->
    [1] Senin
    [2] Selasa
    [3] Rabu
    [4] Kamis
    [5] Jumat
    [6] Sabtu
   *[7] Minggu
}
# $month adalah nama bulan.
date-full = { $day } { $month } { $year }
date-full-weekday = { $weekday }, { $day } { $month } { $year }
date-weekday = { $weekday }, { $day } { $month }
date-day-month = { $day } { $month }
date-month-year = { $month } { $year }
# $date dan $time sudah dalam bentuk bahasa ini.
date-at-time = { $date } pukul { $time }
# Jam 24, dua angka.
time-of-day = { $hour }.{ $minute }

today = Hari ini
tomorrow = Besok
yesterday = Kemarin
in-days = { $n } hari lagi
days-ago = { $n } hari yang lalu

minutes = { $n } menit
hours = { $n } jam
hours-minutes = { $hours } jam { $minutes } menit
minutes-short = { $n } m
hours-short = { $n } j
hours-minutes-short = { $hours } j { $minutes } m
# Tanda di antara ribuan, dan tanda desimal.
thousands-mark = .
decimal-mark = ,
percent = { $n }%
size-kilobytes = { $n } KB
size-megabytes = { $n } MB
weekday-short = { $n ->
    [1] Sen
    [2] Sel
    [3] Rab
    [4] Kam
    [5] Jum
    [6] Sab
   *[7] Min
}
