### Yang dikatakan temuan pada paket pelajaran: apa yang keliru, mengapa penting, apa yang perlu dilakukan.
### Huruf kecil tanpa titik, seperti biasanya alat bicara. $reason, $part, dan $thing hanya memilih kalimat.

# $kind: error, warning, atau advice.
finding-kind = { $kind ->
    [error] galat
    [warning] peringatan
   *[advice] saran
}
finding-why = alasan
finding-fix = perbaikan

p001-what = berkas { $file } tidak ada
p001-why = tanpa berkas ini paket tidak bisa dibaca
p001-fix = tambahkan berkasnya; bentuknya ada di docs/packs.md

# $message berasal dari pembaca TOML, dalam bahasa Inggris.
p002-what = ini bukan TOML yang sah: { $message }
p002-why = blok atau berkas ini tidak bisa dibaca
p002-fix = perbaiki tempat yang ditandai; teks ditulis di antara tanda petik ganda

# $name adalah nama isian atau orang; $found dan $expected adalah jenis nilai (text, number …), nilai, atau pesan berbahasa Inggris.
p003-what = { $reason ->
    [unknown-field] isian “{ $name }” tidak dikenal di sini
    [missing-field] isian “{ $name }” belum ada
    [unknown-value] “{ $found }” tidak bisa dipakai di sini; pilihannya { $expected }
    [type] di sini seharusnya { $expected ->
        [text] teks
        [number] angka
        [truth] true atau false
        [list] daftar
        [table] tabel
       *[else] { $expected }
    }, bukan { $found ->
        [text] teks
        [number] angka
        [truth] true atau false
        [list] daftar
        [table] tabel
       *[else] { $found }
    }
    [id-empty] id kosong
    [id-long] id lebih dari { $expected } huruf
    [id-character] id tidak boleh memuat { $found }
    [format] formatnya { $found }; yang bisa dibaca hanya { $expected }
    [no-language] daftar bahasa kosong
    [test-kind] kind pada berkas di tests/ bukan “test”
    [spoken-line] ini bukan baris percakapan
    [speaker] { $name } tidak ada di antara speakers
    [indented-line] baris menjorok ini tidak punya baris percakapan di atasnya, atau tidak ada titik dua
   *[message] isian ini keliru: { $found }
}
p003-why = isinya akan hilang
p003-fix = { $reason ->
    [missing-field] tulis isian itu; contohnya ada di docs/packs.md
    [id-empty] pakai a–z, 0–9, dan tanda hubung, paling banyak 40
    [id-long] pakai a–z, 0–9, dan tanda hubung, paling banyak 40
    [id-character] pakai a–z, 0–9, dan tanda hubung, paling banyak 40
    [spoken-line] tulis #id, nama, titik dua, lalu yang diucapkan
    [speaker] tambahkan nama itu ke speakers, atau betulkan namanya
    [indented-line] tulis bahasa, titik dua, lalu teksnya di bawah baris percakapan
   *[message] bandingkan dengan docs/packs.md
}

p004-what = berkas ini bukan UTF-8
p004-why = sebagian huruf akan hilang
p004-fix = simpan sebagai UTF-8

p005-what = id { $id } dipakai dua kali
p005-why = kemajuan disimpan menurut id, jadi satu id berarti satu hal
p005-fix = beri id baru pada salah satunya

# $language adalah tanda bahasa seperti id; $name adalah kalimat yang belum diterjemahkan.
p006-what = { $part ->
    [gloss] arti dalam bahasa pertama paket ({ $language }) belum ada
    [title] judul dalam bahasa pertama paket ({ $language }) belum ada
    [line] “{ $name }” belum diterjemahkan ke bahasa pertama paket ({ $language })
   *[text] teks dalam bahasa pertama paket ({ $language }) belum ada
}
p006-why = bahasa inilah yang ditampilkan bila bahasa lain kosong
p006-fix = lengkapi teksnya

p007-what = { $thing ->
    [lesson] pelajaran
    [word] kata
    [can-do] kemampuan (can-do)
    [file] berkas
    [section] bagian tes
   *[else] rujukan
} “{ $name }” tidak ada
p007-why = rujukan ini tidak menuju ke mana-mana
p007-fix = tulis id yang ada di paket ini, atau tambahkan yang belum ada

# $text adalah bagian yang tidak bisa dibaca.
p008-what = { $reason ->
    [unclosed] furigana punya kurung kurawal buka tanpa penutup
    [unopened] furigana punya kurung kurawal tutup tanpa pembuka
    [no-reading] furigana { $text } tidak punya garis tegak dengan cara bacanya
    [empty] salah satu sisi garis tegak pada furigana kosong
    [not-kana] cara baca { $text } pada furigana bukan kana
   *[else] furigana tidak bisa dibaca: { $text }
}
p008-why = cara baca ditampilkan di atas tulisan dan dipakai untuk menilai
# $example adalah contoh tulisan furigana.
p008-fix = tulis { $example }, cara bacanya dalam kana

p009-what = langkah “{ $name }” tidak dikenal, berulang, atau tidak pada urutannya
p009-why = setiap pelajaran melewati langkah-langkahnya dalam satu urutan
p009-fix = pakai langkah di docs/packs.md, masing-masing sekali, sesuai urutan

p010-what = blok “{ $name }” tidak dikenal
p010-why = blok ini tidak bisa ditampilkan
p010-fix = pakai jenis blok yang ada di docs/packs.md

# $name adalah kolom; $found dan $expected adalah jumlah sel, atau isi sel.
p011-what = { $reason ->
    [heading] judul kolom “{ $name }” tidak dikenal
    [cells] baris ini punya { $found } sel, padahal judul kolomnya { $expected }
    [empty] kolom “{ $name }” kosong
    [accent] aksen nada bukan angka: { $found }
    [use] kolom “use” berisi “{ $found }”, bukan use atau know
    [id-empty] id di kolom “{ $name }” kosong
    [id-long] id di kolom “{ $name }” lebih dari { $expected } huruf
    [id-character] id di kolom “{ $name }” tidak boleh memuat { $found }
   *[message] baris ini tidak bisa dibaca: { $found }
}
p011-why = kata ini akan hilang
p011-fix = betulkan barisnya: sel sebanyak judul kolom, tanda petik ganda di sekitar sel yang berisi koma

p012-what = HTML tidak boleh dipakai di sini: { $text }
p012-why = paket hanya berisi data; tidak ada bagiannya yang sampai ke halaman sebagai kode
p012-fix = hapus; pakai Markdown

p013-what = tautan ke luar tidak boleh dipakai: { $address }
p013-why = pelajar belajar tanpa sambungan, dan paket tidak boleh membawa mereka ke tempat lain
p013-fix = hapus tautannya

p014-what = { $reason ->
    [none] tidak ada pilihan yang ditandai tepat
    [several] lebih dari satu pilihan ditandai tepat
   *[else] jumlah pilihan yang tepat bukan satu
}
p014-why = setiap soal punya tepat satu jawaban terbaik
p014-fix = tandai tepat satu pilihan dengan right = true

p015-what = pilihan { $option } belum punya alasan dalam bahasa { $language }
p015-why = jawaban yang belum tepat selalu mendapat alasan
p015-fix = tambahkan why: satu kalimat yang menyebut kekeliruannya

p016-what = { $first } dan { $second } berbunyi sama
p016-why = akibatnya ada dua jawaban tepat atau satu pilihan sia-sia
p016-fix = ubah salah satunya

# $n, $least, dan $most adalah angka.
p017-what = { $reason ->
    [options] ada { $n } pilihan; yang boleh 2 sampai 4
    [nothing-shown] { $id } tidak berisi apa pun
    [no-question] tidak ada yang ditanyakan
    [gaps] kalimat ini punya { $n } celah ＿＿; harus tepat satu
    [no-answer] tidak ada pilihan dan tidak ada key
    [parts] ada { $n } bagian; yang boleh { $least } sampai { $most }
    [order] satu urutan di also tidak menyebut setiap ubin tepat sekali
    [no-script] tidak ada yang bisa didengar
    [no-lines] percakapan ini tidak punya baris
   *[else] soal ini tidak bisa dijawab
}
p017-why = pelajar tidak akan bisa maju
p017-fix = lengkapi seperti di docs/packs.md

p018-what = soal ini memuat jawabannya: { $key }
p018-why = soal bisa dijawab tanpa tahu
p018-fix = tulis ulang soal atau pilihannya

p019-what = “{ $text }” tidak bisa diketik dalam kana
p019-why = kolom jawaban menilai kana
p019-fix = beri cara baca pada setiap kanji, dan tulis kata berhuruf Latin dalam katakana

p020-what = { $part ->
    [exercise] soal ini belum punya id
    [option] pilihan ini belum punya id
    [pair] pasangan ini belum punya id
    [question] pertanyaan ini belum punya id
    [dialogue] percakapan ini belum punya id
    [line] baris ini belum punya id
   *[else] id belum ada
}
p020-why = kemajuan disimpan menurut id
p020-fix = jalankan `kakehashi fmt`, atau tulis sendiri

p021-what = bagian depan berkas belum ada
p021-why = pelajaran ini jadi tanpa nama
p021-fix = awali berkas dengan TOML di antara dua baris +++

p022-what = { $n ->
    [0] tidak ada soal form { $form } yang menguji kemampuan (can-do) { $can-do }; paling sedikit 2
   *[other] hanya { $n } soal form { $form } yang menguji kemampuan (can-do) { $can-do }; paling sedikit 2
}
p022-why = satu soal belum cukup sebagai bukti
p022-fix = tambah soal, atau beri can-do pada soal yang ada

p023-what = form { $form } pada cek kemampuan punya { $n } soal; seharusnya paling sedikit { $least }
p023-why = batas lulus 80 % memerlukan cukup banyak soal
p023-fix = tambah soal

p024-what = pelajaran ini punya { $exercises } latihan dari { $kinds } jenis; seharusnya paling sedikit { $least-exercises } dari { $least-kinds } jenis
p024-why = latihan yang kurang beragam sulit terbawa ke keadaan lain
p024-fix = tambah latihan

p025-what = satu soal cek atau tes belum punya { $part ->
    [form] form
    [can-do] can-do
   *[else] form atau can-do
}
p025-why = hasil dilaporkan menurut can-do dan form
p025-fix = tambahkan

p026-what = bagian tes { $section }: form A punya { $a } soal, form B { $b }
p026-why = kedua form harus setara
p026-fix = tambah atau kurangi soal

p027-what = kanji { $kanji } tidak punya cara baca
p027-why = pemula belum bisa membacanya
p027-fix = tulis { $example }: kanji dengan cara bacanya

p028-what = huruf Latin di dalam teks Jepang: { $text }
p028-why = akan keliru saat dibacakan dan dinilai
p028-fix = tulis dalam katakana

# $place: 1 sampai 4.
p029-what = pilihan yang tepat ada di tempat ke-{ $place } pada { $n } dari { $total } soal
p029-why = pelajar akan menebaknya
p029-fix = pindahkan sebagian

p030-what = pilihan yang tepat paling panjang pada { $n } dari { $total } soal
p030-why = pelajar akan menebaknya
p030-fix = samakan panjangnya

p031-what = cara baca { $word } tidak cocok dengan tulisannya
p031-why = pelajar akan belajar cara baca yang keliru
p031-fix = samakan furigana dengan kolom reading

p032-what = gambar { $name } bukan gambar milik aplikasi
p032-why = tempatnya akan kosong
p032-fix = pilih nama dari static/icons.toml

p033-what = aksen nada { $accent } melebihi { $beats } ketukan pada { $reading }
p033-why = nada yang digambar akan keliru
p033-fix = hitung ketukannya; 0 berarti datar

p034-what = sertifikat { $certificate } menyebut { $missing }, yang tidak ada di paket ini
p034-why = sertifikat tidak akan pernah muncul, atau muncul terlalu cepat
p034-fix = sebut pelajaran dan tes yang ada di paket ini

p035-what = { $reason ->
    [test-prose] tes hanya berisi soal; bagian ini akan hilang
    [open-block] blok “{ $name }” tidak ditutup; yang sesudahnya akan hilang
    [early] bagian ini ada sebelum langkah pertama dan akan hilang
   *[else] bagian ini akan hilang
}
p035-why = pelajar tidak akan pernah melihatnya
p035-fix = tutup setiap blok dengan ```, taruh semuanya di bawah judul langkah, dan isi tes hanya dengan soal

p036-what = susunannya terlalu bertingkat
p036-why = sulit diikuti, dan sebagian browser tidak bisa menampilkannya
p036-fix = keluarkan daftar dan kutipan dari satu sama lain

p037-what = { $word } tidak punya aksen nada maupun yomi
p037-why = tidak ada suara yang bisa mengucapkannya, dan nadanya tidak bisa digambar
p037-fix = isi kolom accent, atau yomi untuk ungkapan

# $phrase adalah bagian cara baca dengan aksen, $writing teks yang dibacanya.
p038-what = { $reason ->
    [no-accent] di yomi, { $phrase } tidak punya aksen nada
    [not-kana] di yomi, { $phrase } bukan kana
   *[differs] yomi { $phrase } tidak cocok dengan tulisan { $writing }
}
p038-why = suara akan mengucapkan sesuatu yang lain dari yang tertulis
p038-fix = tulis cara baca seluruh teks dalam kana, setiap frasa dengan / dan aksennya, seperti di docs/packs.md

# $earlier adalah id latihan lain.
p039-what = soal ini menanyakan hal yang sama dengan { $earlier } dan jawabannya juga sama
p039-why = soal bisa dijawab dari ingatan akan soal yang lain, dan terhitung dua kali
p039-fix = tanyakan hal lain, atau dengan cara lain

# $lesson adalah id pelajaran.
p040-what = { $thing ->
    [character] huruf { $word } sudah dipakai di sini, padahal baru diajarkan di pelajaran { $lesson }
   *[word] kata { $word } sudah dipakai di sini, padahal baru diajarkan di pelajaran { $lesson }
}
p040-why = pelajar menemuinya sebelum dijelaskan
p040-fix = { $thing ->
    [character] pakai huruf yang sudah diajarkan
   *[word] pakai kata yang sudah diajarkan, atau jelaskan di gloss
}

# $language adalah tanda bahasa seperti en, $text nama isian.
p041-what = { $reason ->
    [empty] terjemahan “{ $text }” ke bahasa { $language } kosong
   *[unknown] “{ $text }” punya teks dalam bahasa { $language }, padahal itu bukan bahasa paket ini
}
p041-why = { $reason ->
    [empty] pelajar yang memakai bahasa itu melihat bahasa lain
   *[unknown] teks itu tidak pernah ditampilkan
}
p041-fix = { $reason ->
    [empty] tulis terjemahannya, atau hapus isiannya
   *[unknown] betulkan tanda bahasanya, atau tambahkan bahasanya di pack.toml
}
