### どの画面にも必要なことば。
### 文体:です・ます、短く、親しみやすく。ボタンは動作を表す。エラーは、何が起きたか、理由、無事なもの、次にできることを伝える。

app-name = Kakehashi

## ボタン

continue = 続ける
continue-study = 学習を続ける
start = 始める
back = 戻る
next = 次へ
previous = 前へ
close = 閉じる
leave = 終了する
save = 保存
save-to-file = ファイルに保存
cancel = キャンセル
delete = 削除
edit = 編集
add = 追加
choose = 選ぶ
done = 完了
retry = もう一度試す
reload = 再読み込み
undo = 元に戻す
skip = スキップ
check-answer = 答え合わせ
show = 表示する
hide = 隠す
show-answer = 答えを見る
listen = 聞く
listen-again = もう一度聞く
download = ダウンロード
print = 印刷
open = 開く
understood = わかりました
yes = はい
no = いいえ

## メニュー

nav-label = メインメニュー
nav-today = 今日
nav-course = コース
nav-review = 復習
nav-test = テスト
nav-more = その他
nav-progress = 学習状況
nav-certificate = 修了証
nav-settings = 設定
skip-to-content = 本文へ移動

## 状態

loading = 読み込んでいます…
slow = いつもより時間がかかっています。通信が遅いのかもしれません。
failed = この部分を開けませんでした
failed-safe = 保存した学習内容は無事です。
offline = インターネットにつながっていません。ダウンロードした課は開けます。
saving = 保存しています…
saved = 保存しました
not-saved = まだ保存していません
empty = まだ何もありません。

## 採点

verdict-right = 正解です
verdict-slip = 正解ですが、ここに注意しましょう
verdict-wrong = 少し違います
your-answer = あなたの答え
right-answer = 正しい答え

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

## 数

count-of = { $total }のうち{ $n }
step-of = ステップ { $n } / { $total }
question-of = 問題 { $n } / { $total }
card-count = カード{ $n }枚
word-count = { $n }語
lesson-count = { $n }課
exercise-count = 練習{ $n }問
question-count = { $n }問
day-count = { $n }日
# $cards と $minutes は数字。
cards-and-minutes = カード{ $cards }枚・約{ $minutes }分
