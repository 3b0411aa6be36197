### Kata yang diperlukan setiap layar.
### Suara: hangat, singkat, dewasa. Tombol berupa kata kerja. Galat mengatakan apa yang terjadi, mengapa, apa yang
### aman, dan apa yang bisa dilakukan. Tanpa tanda seru pada galat.

app-name = Kakehashi

## Tombol

continue = Lanjut
continue-study = Lanjutkan belajar
start = Mulai
back = Kembali
next = Berikutnya
previous = Sebelumnya
close = Tutup
leave = Keluar
save = Simpan
save-to-file = Simpan ke berkas
cancel = Batal
delete = Hapus
edit = Ubah
add = Tambah
choose = Pilih
done = Selesai
retry = Coba lagi
reload = Muat ulang
undo = Urungkan
skip = Lewati
check-answer = Periksa
show = Tampilkan
hide = Sembunyikan
show-answer = Lihat jawaban
listen = Dengarkan
listen-again = Dengarkan lagi
download = Unduh
print = Cetak
open = Buka
understood = Mengerti
yes = Ya
no = Tidak

## Menu

nav-label = Menu utama
nav-today = Hari ini
nav-course = Kursus
nav-review = Mengulang
nav-test = Tes
nav-more = Lainnya
nav-progress = Kemajuan
nav-certificate = Sertifikat
nav-settings = Pengaturan
skip-to-content = Langsung ke isi

## Keadaan

loading = Memuat…
slow = Perlu waktu lebih lama dari biasanya. Mungkin koneksinya lambat.
failed = Bagian ini tidak dapat dibuka
failed-safe = Kemajuan yang sudah tersimpan tetap aman.
offline = Tidak ada internet. Pelajaran yang sudah diunduh tetap bisa dibuka.
saving = Menyimpan…
saved = Tersimpan
not-saved = Belum tersimpan
empty = Belum ada apa-apa di sini.

## Penilaian jawaban

verdict-right = Tepat
verdict-slip = Diterima, perhatikan ini
verdict-wrong = Belum tepat
your-answer = Jawaban yang diberikan
right-answer = Jawaban yang tepat

## Sapaan. $part adalah bagian hari: morning, noon, afternoon, evening.

greeting = { $part ->
    [morning] Selamat pagi
    [noon] Selamat siang
    [afternoon] Selamat sore
   *[evening] Selamat malam
}
greeting-name = { $part ->
    [morning] Selamat pagi, { $name }
    [noon] Selamat siang, { $name }
    [afternoon] Selamat sore, { $name }
   *[evening] Selamat malam, { $name }
}

## Jumlah

count-of = { $n } dari { $total }
step-of = Langkah { $n } dari { $total }
question-of = Soal { $n } dari { $total }
card-count = { $n } kartu
word-count = { $n } kata
lesson-count = { $n } pelajaran
exercise-count = { $n } latihan
question-count = { $n } soal
day-count = { $n } hari
# $cards dan $minutes adalah angka.
cards-and-minutes = { $cards } kartu · ± { $minutes } menit
