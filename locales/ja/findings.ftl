### 教材パックの指摘の表示文です。何が問題か、なぜか、どう直すか。
### 文末に「。」を付けません。$reason、$part、$thing は文を選ぶだけです。

# $kind は error、warning、advice のどれか。
finding-kind = { $kind ->
    [error] エラー
    [warning] 警告
   *[advice] 助言
}
finding-why = 理由
finding-fix = 直し方

p001-what = ファイル { $file } がありません
p001-why = このファイルがないと、教材パックを読み込めません
p001-fix = ファイルを追加してください。書き方は docs/packs.md にあります

# $message は TOML の読み取り部からの英語のメッセージ。
p002-what = TOML として正しくありません：{ $message }
p002-why = このブロックまたはファイルを読み込めません
p002-fix = 印の付いた所を直してください。文字列は二重引用符で囲みます

# $name は項目名または人の名前。$found と $expected は値の種類（text、number など）、値、または英語のメッセージ。
p003-what = { $reason ->
    [unknown-field] 項目「{ $name }」はここでは使えません
    [missing-field] 項目「{ $name }」がありません
    [unknown-value] 「{ $found }」はここでは使えません。使えるのは { $expected } です
    [type] ここに書けるのは{ $expected ->
        [text] 文字列
        [number] 数
        [truth] true か false
        [list] リスト
        [table] 表
       *[else] { $expected }
    }です（今は{ $found ->
        [text] 文字列
        [number] 数
        [truth] true か false
        [list] リスト
        [table] 表
       *[else] { $found }
    }）
    [id-empty] id が空です
    [id-long] id が { $expected } 文字を超えています
    [id-character] id に { $found } は使えません
    [format] format が { $found } です。読み込めるのは { $expected } だけです
    [no-language] 言語のリストが空です
    [test-kind] tests/ のファイルの kind が「test」ではありません
    [spoken-line] せりふの行として読めません
    [speaker] { $name } は speakers に入っていません
    [indented-line] この字下げの行は、上にせりふがないか、コロンがありません
   *[message] 項目に誤りがあります：{ $found }
}
p003-why = 書いた内容が失われます
p003-fix = { $reason ->
    [missing-field] 項目を書いてください。例は docs/packs.md にあります
    [id-empty] a–z、0–9、ハイフンを使い、40文字以内にしてください
    [id-long] a–z、0–9、ハイフンを使い、40文字以内にしてください
    [id-character] a–z、0–9、ハイフンを使い、40文字以内にしてください
    [spoken-line] #id、名前、コロン、せりふの順に書いてください
    [speaker] 名前を speakers に加えるか、直してください
    [indented-line] せりふの下に、言語、コロン、訳の順に書いてください
   *[message] docs/packs.md と比べてください
}

p004-what = ファイルが UTF-8 ではありません
p004-why = 文字が失われます
p004-fix = UTF-8 で保存してください

p005-what = id { $id } が2回使われています
p005-why = 進み具合は id で記録されるので、1つの id は1つのものを指します
p005-fix = どちらかに新しい id を付けてください

# $language は id のような言語タグ。$name は訳のない文。
p006-what = { $part ->
    [gloss] 教材パックの第1言語（{ $language }）の訳がありません
    [title] 教材パックの第1言語（{ $language }）の題名がありません
    [line] 「{ $name }」に教材パックの第1言語（{ $language }）の訳がありません
   *[text] 教材パックの第1言語（{ $language }）の文がありません
}
p006-why = ほかの言語が空のとき、この言語が表示されます
p006-fix = 書いてください

p007-what = { $thing ->
    [lesson] 課
    [word] 単語
    [can-do] can-do
    [file] ファイル
    [section] セクション
   *[else] 参照先
}「{ $name }」がありません
p007-why = 参照先がありません
p007-fix = 教材パックにある id を書くか、足りないものを追加してください

# $text は読めない部分。
p008-what = { $reason ->
    [unclosed] ふりがなの波かっこが閉じていません
    [unopened] ふりがなの閉じかっこに、開きかっこがありません
    [no-reading] ふりがな { $text } に縦線と読みがありません
    [empty] ふりがなの縦線の片側が空です
    [not-kana] ふりがなの読み { $text } がかなではありません
   *[else] ふりがなを読み込めません：{ $text }
}
p008-why = 読みは文字の上に表示され、採点にも使われます
# $example はふりがなの書き方の例。
p008-fix = { $example } のように、読みをかなで書いてください

p009-what = ステップ「{ $name }」は、知られていないか、重なっているか、順序が違います
p009-why = 課は決まった順序で進みます
p009-fix = docs/packs.md のステップを、1回ずつ順番に使ってください

p010-what = ブロック「{ $name }」は知られていません
p010-why = 表示できません
p010-fix = docs/packs.md にある種類のブロックを使ってください

# $name は列。$found と $expected はセルの数、またはセルの内容。
p011-what = { $reason ->
    [heading] 見出し「{ $name }」は知られていません
    [cells] 見出しが { $expected } 個なのに、セルが { $found } 個あります
    [empty] 列「{ $name }」が空です
    [accent] アクセントが数ではありません：{ $found }
    [use] 列「use」が「{ $found }」です。use か know を書きます
    [id-empty] 列「{ $name }」の id が空です
    [id-long] 列「{ $name }」の id が { $expected } 文字を超えています
    [id-character] 列「{ $name }」の id に { $found } は使えません
   *[message] 行を読み込めません：{ $found }
}
p011-why = この単語が失われます
p011-fix = 行を直してください。セルは見出しと同じ数、コンマを含むセルは引用符で囲みます

p012-what = ここでは HTML を使えません：{ $text }
p012-why = 教材パックはデータだけです。マークアップとしてページに届くことはありません
p012-fix = 取り除いて、Markdown で書いてください

p013-what = 外へのリンクは使えません：{ $address }
p013-why = 学習者はオフラインで使います。教材パックがよそへ連れ出してはいけません
p013-fix = リンクを取り除いてください

p014-what = { $reason ->
    [none] 正解の選択肢がありません
    [several] 正解の選択肢が2つ以上あります
   *[else] 正解の選択肢が1つではありません
}
p014-why = どの問題も、最もよい答えは1つだけです
p014-fix = 1つの選択肢だけに right = true を付けてください

p015-what = 選択肢 { $option } に { $language } の理由がありません
p015-why = まちがえた答えには、必ず理由を示します
p015-fix = why を追加してください。どんなまちがいかを1文で書きます

p016-what = { $first } と { $second } の内容が同じです
p016-why = 正解が2つになるか、むだな選択肢になります
p016-fix = どちらかを変えてください

# $n、$least、$most は数。
p017-what = { $reason ->
    [options] 選択肢が { $n } 個あります。2個から4個までです
    [nothing-shown] { $id } に表示するものがありません
    [no-question] たずねる内容がありません
    [gaps] 空所 ＿＿ が { $n } 個あります。ちょうど1個にします
    [no-answer] 選択肢も key もありません
    [parts] 要素が { $n } 個あります。{ $least } 個から { $most } 個までです
    [order] also の順序に、すべてのタイルが1回ずつ入っていません
    [no-script] 聞くものがありません
    [no-lines] 会話にせりふがありません
   *[else] 答えることができません
}
p017-why = 学習者が先へ進めなくなります
p017-fix = docs/packs.md のとおりに補ってください

p018-what = 問題文に答えが入っています：{ $key }
p018-why = 知らなくても解けます
p018-fix = 問題文か選択肢を書き直してください

p019-what = 「{ $text }」はかなで入力できません
p019-why = 解答欄はかなで採点します
p019-fix = すべての漢字に読みを付け、ローマ字の語はカタカナで書いてください

p020-what = { $part ->
    [exercise] 練習に id がありません
    [option] 選択肢に id がありません
    [pair] 組に id がありません
    [question] 設問に id がありません
    [dialogue] 会話に id がありません
    [line] せりふに id がありません
   *[else] id がありません
}
p020-why = 進み具合は id で記録されます
p020-fix = `kakehashi fmt` を実行するか、自分で書いてください

p021-what = ファイルの前書きがありません
p021-why = 課の名前が分かりません
p021-fix = ファイルの初めに、+++ の行で囲んだ TOML を書いてください

p022-what = { $n ->
    [0] can-do { $can-do } を確かめる{ $form }問題がありません。2問以上必要です
   *[other] can-do { $can-do } を確かめる{ $form }問題が { $n } 問しかありません。2問以上必要です
}
p022-why = 1問だけでは証拠になりません
p022-fix = 問題を追加するか、今ある問題に can-do を付けてください

p023-what = 確認問題の{ $form }問題は { $n } 問です。{ $least } 問以上が目安です
p023-why = 80 % という合格点には、十分な数の問題が必要です
p023-fix = 問題を追加してください

p024-what = この課の練習は { $exercises } 問、{ $kinds } 種類です。{ $least-kinds } 種類 { $least-exercises } 問以上が目安です
p024-why = 練習のしかたが少ないと、ほかの場面で使えるようになりません
p024-fix = 練習を追加してください

p025-what = 確認問題またはテストの問題に { $part ->
    [form] form
    [can-do] can-do
   *[else] form か can-do
} がありません
p025-why = 結果は can-do とA・B問題ごとに示されます
p025-fix = 追加してください

p026-what = セクション { $section }：A問題は { $a } 問、B問題は { $b } 問です
p026-why = A問題とB問題は同じ形にします
p026-fix = 問題を追加するか減らしてください

p027-what = 漢字 { $kanji } に読みがありません
p027-why = 初級の学習者は読めません
p027-fix = { $example } のように、漢字に読みを付けてください

p028-what = 日本語の中にローマ字があります：{ $text }
p028-why = 読み上げと採点が正しくできません
p028-fix = カタカナで書いてください

# $place は1から4。
p029-what = { $total } 問中 { $n } 問で、正解が { $place } 番目にあります
p029-why = 学習者に気づかれます
p029-fix = いくつか移してください

p030-what = { $total } 問中 { $n } 問で、正解がいちばん長い選択肢です
p030-why = 学習者に気づかれます
p030-fix = 長さをそろえてください

p031-what = { $word } の読みが表記と合いません
p031-why = 学習者がまちがった読みを覚えます
p031-fix = ふりがなと reading の列を合わせてください

p032-what = 画像 { $name } はアプリの画像ではありません
p032-why = 何も表示されません
p032-fix = static/icons.toml にある名前を選んでください

p033-what = アクセント { $accent } が { $reading } の拍数（{ $beats }）を超えています
p033-why = 音の高さがまちがって表示されます
p033-fix = 拍を数えてください。0 は平板です

p034-what = 修了証 { $certificate } にある { $missing } は、この教材パックにありません
p034-why = 修了証が出ないか、早く出すぎます
p034-fix = この教材パックにある課とテストを書いてください

p035-what = { $reason ->
    [test-prose] テストに入れられるのは問題だけです。ここは失われます
    [open-block] ブロック「{ $name }」が閉じていません。後ろが失われます
    [early] 最初のステップより前にあるので、ここは失われます
   *[else] ここは失われます
}
p035-why = 学習者の目に触れません
p035-fix = ブロックを ``` で閉じ、すべてをステップの見出しの下に置き、テストには問題だけを入れてください

p036-what = 入れ子が深すぎます
p036-why = 分かりにくく、表示できないブラウザもあります
p036-fix = リストや引用を分けてください

p037-what = { $word } にアクセントも yomi もありません
p037-why = 音声で読み上げられず、音の高さも表示できません
p037-fix = accent の列を書いてください。句なら yomi を書きます

# $phrase はアクセント付きの読みの一部、$writing はもとの文。
p038-what = { $reason ->
    [no-accent] yomi の { $phrase } にアクセントがありません
    [not-kana] yomi の { $phrase } がかなではありません
   *[differs] yomi の { $phrase } が表記 { $writing } と合いません
}
p038-why = 書いてあることと違う音声になります
p038-fix = 文全体の読みをかなで書き、文節ごとに / とアクセントを付けてください。書き方は docs/packs.md にあります

# $earlier はほかの練習の id。
p039-what = { $earlier } と同じことをたずねていて、答えも同じです
p039-why = 前の問題を覚えていれば答えられ、二重に数えられます
p039-fix = ほかのことをたずねるか、たずね方を変えてください

# $lesson は課の id。
p040-what = { $thing ->
    [character] 文字「{ $word }」がここで使われていますが、教えるのは課 { $lesson } です
   *[word] 単語「{ $word }」がここで使われていますが、教えるのは課 { $lesson } です
}
p040-why = 学習者が説明の前に出会います
p040-fix = { $thing ->
    [character] 教えた文字を使ってください
   *[word] 教えた単語を使うか、gloss で説明してください
}

# $language は en のような言語タグ、$text は項目名。
p041-what = { $reason ->
    [empty] 「{ $text }」の { $language } の訳が空です
   *[unknown] 「{ $text }」に { $language } の文がありますが、この教材パックの言語ではありません
}
p041-why = { $reason ->
    [empty] その言語の学習者には、ほかの言語が表示されます
   *[unknown] だれにも表示されません
}
p041-fix = { $reason ->
    [empty] 訳を書くか、項目を取り除いてください
   *[unknown] タグを直すか、pack.toml に言語を追加してください
}
