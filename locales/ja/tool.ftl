### コマンド kakehashi の、指摘以外の表示文です。

# $folder は教材パック。
tool-found = { $folder }：エラー { $errors } 件、警告 { $warnings } 件、助言 { $advice } 件
tool-has-errors = エラーがあるので、何も作られませんでした
# $file は課またはテスト。
tool-ids-written = { $file }：足りない id を書き込みました
tool-changed = { $folder }：{ $n ->
    [0] 変わったファイルはありません
   *[other] { $n } 個のファイルが変わりました
}
tool-exists = { $path } はすでにあります。新しいフォルダを指定してください
# $error は OS のメッセージ。
tool-cannot-read = { $path } を読み込めません：{ $error }
tool-cannot-write = { $path } に書き込めません：{ $error }
