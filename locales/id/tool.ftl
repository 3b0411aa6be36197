### Yang dikatakan perintah `kakehashi` selain temuan.

# $folder adalah paket.
tool-found = { $folder }: { $errors ->
    [0] tidak ada galat
   *[other] { $errors } galat
}, { $warnings ->
    [0] tidak ada peringatan
   *[other] { $warnings } peringatan
}, { $advice ->
    [0] tidak ada saran
   *[other] { $advice } saran
}
tool-has-errors = paket ini punya galat, jadi tidak ada yang dibuat
# $file adalah pelajaran atau tes.
tool-ids-written = { $file }: id yang belum ada sudah ditulis
tool-changed = { $folder }: { $n ->
    [0] tidak ada berkas yang berubah
   *[other] { $n } berkas berubah
}
tool-exists = { $path } sudah ada; sebutkan folder baru
# $error adalah pesan dari sistem operasi.
tool-cannot-read = { $path } tidak bisa dibaca: { $error }
tool-cannot-write = { $path } tidak bisa ditulis: { $error }
