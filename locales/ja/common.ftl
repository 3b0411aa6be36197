### どの画面にも必要なことば。
### 文体:です・ます、短く、親しみやすく。ボタンは動作を表す。エラーは、何が起きたか、理由、無事なもの、次にできることを伝える。

## あいさつ。$part は時間帯:morning, noon, afternoon, evening。

greeting = { $part ->
    [morning] おはようございます
    [noon] こんにちは
    [afternoon] こんにちは
   *[evening] こんばんは
}
greeting-name = { $part ->
    [morning] { $name }さん、おはようございます
    [noon] { $name }さん、こんにちは
    [afternoon] { $name }さん、こんにちは
   *[evening] { $name }さん、こんばんは
}
