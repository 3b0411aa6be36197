### Kata-kata pada sertifikat (PDF). Judul dan pernyataan tetapnya ada di crates/credential.

certificate-name = Nama
certificate-passed = Telah lulus semua cek pelajaran dan tes dari
certificate-passed-checks = Telah lulus semua cek pelajaran dari
certificate-level = Tingkat
certificate-studied = Masa belajar
# Kedua tanggal sudah dalam bentuk bahasa ini.
certificate-period = { $from } – { $to }
certificate-issued = Diterbitkan
certificate-supervision = Pengawasan
certificate-unsupervised = Tidak diawasi
certificate-material = Materi
certificate-serial = Nomor
certificate-code = Kode isi
certificate-test-results = Hasil tes
certificate-lesson-results = Hasil cek pelajaran
certificate-section = Bagian
certificate-lesson = Pelajaran
certificate-form = Form
certificate-date = Tanggal
# Tanggal singkat di dalam tabel; $month adalah singkatan nama bulan.
certificate-day = { $day } { $month } { $year }
certificate-right = Benar
certificate-total = Seluruhnya
certificate-provisional = Hasil tes ini sementara: kesulitan kedua form belum disetarakan dengan data banyak pelajar.
# Di samping bagian tes yang soal mendengarkannya tidak didengar.
certificate-unheard = dibaca, tidak didengar
certificate-covers = Kemampuan yang dipelajari dan dicek
