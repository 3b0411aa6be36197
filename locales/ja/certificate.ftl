### 修了証（PDF）の言葉。題名と決まった注意書きは crates/credential にある。

certificate-name = 氏名
certificate-passed = 次のコースの確認問題とテストにすべて合格しました
certificate-passed-checks = 次のコースの確認問題にすべて合格しました
certificate-level = レベル
certificate-studied = 学習期間
# 日付はどちらもこの言語の形になっている。
certificate-period = { $from }〜{ $to }
certificate-issued = 発行日
certificate-supervision = 監督
certificate-unsupervised = 監督なし
certificate-material = 教材
certificate-serial = 番号
certificate-code = 内容コード
certificate-test-results = テストの結果
certificate-lesson-results = 確認問題の結果
certificate-section = セクション
certificate-lesson = 課
certificate-form = 問題
certificate-date = 日付
# 表の中の短い日付。$month は「11月」の形。
certificate-day = { $year }年{ $month }{ $day }日
certificate-right = 正解
certificate-total = 全体
certificate-provisional = このテストの結果は暫定です。二つの問題の難しさは、まだ多くの学習者のデータでそろえられていません。
# 聞かずに答えた聴解問題のある区分の横に出る。
certificate-unheard = 聞かずに読んで解答
certificate-covers = 学習し、確認したこと
