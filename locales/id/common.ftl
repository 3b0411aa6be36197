### Kata yang diperlukan setiap layar.
### Suara: hangat, singkat, dewasa. Tombol berupa kata kerja. Galat mengatakan apa yang terjadi, mengapa, apa yang
### aman, dan apa yang bisa dilakukan. Tanpa tanda seru pada galat.

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
