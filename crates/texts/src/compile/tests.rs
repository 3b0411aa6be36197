//! Every fault of the texts, and what a good catalog becomes.

use super::*;

fn source(lang: Lang, area: &str, text: &str) -> Source {
    Source {
        lang,
        area: area.into(),
        text: text.into(),
    }
}

/// One area in the three languages.
fn texts(id: &str, en: &str, ja: &str) -> Result<Catalog, Vec<Fault>> {
    compile(&[
        source(Lang::Id, "a", id),
        source(Lang::En, "a", en),
        source(Lang::Ja, "a", ja),
    ])
}

/// The same text in the three languages.
fn same(text: &str) -> Result<Catalog, Vec<Fault>> {
    texts(text, text, text)
}

/// Each fault as `file:line key what`.
fn faults(result: Result<Catalog, Vec<Fault>>) -> Vec<String> {
    let faults = result.err().expect("faults");
    for fault in &faults {
        assert!(!fault.why.is_empty() && !fault.fix.is_empty(), "{fault}");
    }
    faults
        .iter()
        .map(|fault| format!("{}:{} {} {}", fault.file, fault.line, fault.key, fault.what))
        .collect()
}

fn table(result: Result<Catalog, Vec<Fault>>, lang: Lang) -> Vec<String> {
    let catalog = result.unwrap_or_else(|faults| panic!("{}", faults[0]));
    let table: Vec<String> = serde_json::from_str(&catalog.table_json(lang)).expect("JSON");
    table[2..].to_vec()
}

#[test]
fn a_message_becomes_a_method_and_a_line_of_each_table() {
    let catalog = texts(
        "save = Simpan\nstep-of = Langkah { $n } dari { $all-steps }\nyield = Hasil\n",
        "save = Save\nstep-of = Step { $n } of { $all-steps }\nyield = Result\n",
        "step-of = { $all-steps }ステップ中{ $n }\nsave = 保存\nyield = 結果\n",
    )
    .unwrap_or_else(|faults| panic!("{}", faults[0]));
    let rust = catalog.rust("Texts");
    assert!(
        rust.contains("#[doc = \"`Langkah { $n } dari { $all-steps }`\"]"),
        "{rust}"
    );
    assert!(
        rust.contains("pub fn save(&self) -> &str {\n        self.text(0)"),
        "{rust}"
    );
    assert!(
        rust.contains(
            "pub fn step_of(&self, all_steps: impl Display, n: impl Display) -> String {"
        ),
        "arguments stand in alphabetical order: {rust}"
    );
    assert!(rust.contains("self.fill(1, &[&all_steps, &n])"), "{rust}");
    assert!(rust.contains("pub fn yield_(&self)"), "{rust}");
    assert_eq!(
        table(Ok(catalog), Lang::Ja),
        ["保存", "{a}ステップ中{b}", "結果"]
    );
}

#[test]
fn choices_keep_plurals_and_literal_keys() {
    let result = texts(
        "due = { $n } kartu",
        "due = { $n ->\n    [0] No cards\n    [one] { $n } card\n   *[other] { $n } cards\n} due",
        "due = カード{ $n }枚",
    );
    assert_eq!(
        table(result, Lang::En),
        ["{a?0:No cards¦one:{a} card¦{a} cards} due"]
    );
    let by_word = same("r = { $how ->\n [pass] lulus\n *[fail] belum\n}");
    assert_eq!(table(by_word, Lang::Id), ["{a?pass:lulus¦belum}"]);
}

#[test]
fn a_value_may_run_over_lines() {
    let text = "long = satu\n    dua { $n }\n    tiga\n\n    empat\n";
    assert_eq!(table(same(text), Lang::Id), ["satu dua {a} tiga\nempat"]);
    assert_eq!(
        table(same(text), Lang::Ja),
        ["satudua {a}tiga\nempat"],
        "Japanese has no space between words"
    );
    let catalog = same(text).unwrap_or_else(|faults| panic!("{}", faults[0]));
    assert!(
        catalog
            .rust("Texts")
            .contains("`satu dua { $n } tiga empat`")
    );
    assert_eq!(
        table(same("a = {\"  \"}menjorok { 3 }\r\nb = x"), Lang::En),
        ["  menjorok 3", "x"]
    );
}

#[test]
fn areas_of_a_language_merge_in_any_order() {
    let sources = |areas: [&str; 2]| -> Vec<Source> {
        Lang::ALL
            .iter()
            .flat_map(|lang| areas.map(|area| source(*lang, area, &format!("of-{area} = {area}"))))
            .collect()
    };
    let forth = compile(&sources(["a", "b"])).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let back = compile(&sources(["b", "a"])).unwrap_or_else(|faults| panic!("{}", faults[0]));
    assert_eq!(forth.rust("Texts"), back.rust("Texts"));
    assert_eq!(table(Ok(back), Lang::En), ["a", "b"]);
}

#[test]
fn the_fingerprint_follows_keys_and_placeholders_only() {
    let of = |text: &str| {
        same(text)
            .unwrap_or_else(|faults| panic!("{}", faults[0]))
            .fingerprint()
    };
    assert_eq!(of("a = Satu { $n }"), of("# komentar\na = { $n } lain"));
    assert_ne!(of("a = Satu { $n }"), of("b = Satu { $n }"));
    assert_ne!(of("a = Satu { $n }"), of("a = Satu { $m }"));
    assert_ne!(of("a = Satu { $n }"), of("a = Satu"));
}

#[test]
fn a_missing_key_is_a_fault() {
    assert_eq!(
        faults(texts("a = 1\nb = 2", "a = 1", "a = 1\nb = 2")),
        ["locales/en/a.ftl:0 b the message is missing in English"]
    );
}

#[test]
fn a_missing_file_is_one_fault() {
    let sources = [
        source(Lang::Id, "a", "a = 1\nb = 2"),
        source(Lang::En, "a", "a = 1\nb = 2"),
    ];
    assert_eq!(
        faults(compile(&sources)),
        ["locales/ja/a.ftl:0  the file is missing in 日本語"]
    );
    assert_eq!(faults(compile(&[])), ["locales/id:0  no message at all"]);
}

#[test]
fn an_extra_key_is_a_fault() {
    assert_eq!(
        faults(texts("a = 1", "a = 1", "a = 1\n\nz = 2")),
        ["locales/ja/a.ftl:3 z the reference language does not have this key"]
    );
}

#[test]
fn other_placeholders_are_a_fault() {
    assert_eq!(
        faults(texts(
            "a = { $n } dari { $m }",
            "a = { $n } of { $total }",
            "a = なし"
        )),
        [
            "locales/en/a.ftl:1 a placeholders are $n, $total, in the reference $m, $n",
            "locales/ja/a.ftl:1 a placeholders are none, in the reference $m, $n",
        ]
    );
    let chosen_on = texts(
        "a = { $n } kartu",
        "a = { $n ->\n [one] a card\n *[other] cards\n}",
        "a = { $n }枚",
    );
    assert!(
        chosen_on.is_ok(),
        "a placeholder that only decides counts too"
    );
}

#[test]
fn a_key_twice_is_a_fault() {
    assert_eq!(
        faults(texts("a = 1\na = 2", "a = 1", "a = 1")),
        ["locales/id/a.ftl:2 a the key is taken: locales/id/a.ftl:1"]
    );
    let mut sources = vec![source(Lang::Id, "b", "\na = 1")];
    sources.extend(Lang::ALL.map(|lang| source(lang, "a", "a = 1")));
    assert_eq!(
        faults(compile(&sources)),
        ["locales/id/b.ftl:2 a the key is taken: locales/id/a.ftl:1"]
    );
}

#[test]
fn a_key_in_another_area_is_a_fault() {
    let mut sources = vec![
        source(Lang::En, "b", "b = 1"),
        source(Lang::En, "a", "a = 1"),
    ];
    sources.extend([Lang::Id, Lang::Ja].map(|lang| source(lang, "a", "a = 1\nb = 2")));
    assert_eq!(
        faults(compile(&sources)),
        ["locales/en/b.ftl:1 b the reference has this key in area `a`"]
    );
}

#[test]
fn an_empty_value_is_a_fault() {
    for empty in ["a =\nb = 1", "a = { \"\" }\nb = 1", "a = { \" \" }\nb = 1"] {
        assert_eq!(
            faults(texts(empty, "a = 1\nb = 1", "a = 1\nb = 1")),
            ["locales/id/a.ftl:1 a the value is empty"]
        );
    }
}

#[test]
fn syntax_that_is_not_supported_is_a_fault() {
    let check = |bad: &str, what: &str| {
        let found = faults(texts(bad, "a = 1", "a = 1"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(what), "{found:?}");
    };
    check("a = 1\n    .title = 2", "the attribute `.title`");
    check("a = { b }", "the reference to message `b`");
    check("a = { -brand }", "the reference to term `-brand`");
    check("a = { NUMBER($n) }", "the function NUMBER()");
    check(
        "a = { NUMBER($n) ->\n [one] 1\n *[other] 2\n}",
        "a choice on something else",
    );
    check("a = kurung { \"{\" }", "a brace");
    check("a = garis ¦", "a brace or `¦`");
    check("a = 1\n-brand = Kakehashi", "the term `-brand`");
    check("a = { $n", "Fluent cannot read this");
    check("a = { $n ->\n [1.5] x\n *[other] y\n}", "the variant [1.5]");
    check(
        "a = { $n ->\n [1] x\n [1] x\n *[other] y\n}",
        "two variants [1]",
    );
    check(
        "a = { $n ->\n [other] x\n *[lain] y\n}",
        "[other] of $n is not the default",
    );
    check("a = { $jumlahKartu }", "the placeholder $jumlahKartu");
}

#[test]
fn a_plural_that_the_language_does_not_have_is_a_fault() {
    let plural = "a = { $n ->\n    [one] x\n   *[other] y\n}";
    assert_eq!(
        faults(same(plural)),
        [
            "locales/id/a.ftl:1 a the variant [one] of $n",
            "locales/ja/a.ftl:1 a the variant [one] of $n",
        ]
    );
}

#[test]
fn a_key_that_cannot_be_a_method_is_a_fault() {
    assert!(
        faults(same("simpanSemua = 1"))[0].contains("simpanSemua the key is not in kebab-case")
    );
    assert!(faults(same("simpan_semua = 1"))[0].contains("not in kebab-case"));
    assert!(faults(same("simpan--semua = 1"))[0].contains("not in kebab-case"));
    assert!(faults(same("from-json = 1"))[0].contains("a name that the type `Texts` uses itself"));
}

#[test]
fn all_faults_are_named_at_once() {
    let found = faults(texts(
        "a = 1\nb = { x }\nc =\nd = 1\n",
        "a = 1\na = 2\nb = 1\n",
        "a = { $n }\nb = 1\nc = 1\n",
    ));
    assert_eq!(
        found,
        [
            "locales/en/a.ftl:0 d the message is missing in English",
            "locales/en/a.ftl:2 a the key is taken: locales/en/a.ftl:1",
            "locales/id/a.ftl:2 b the reference to message `x`",
            "locales/id/a.ftl:3 c the value is empty",
            "locales/ja/a.ftl:0 d the message is missing in 日本語",
            "locales/ja/a.ftl:1 a placeholders are $n, in the reference none",
        ]
    );
}

#[test]
fn a_fault_reads_as_a_report() {
    let faults = texts("a = { $n }", "a = none", "a = { $n }")
        .err()
        .expect("a fault");
    let lines = [
        "locales/en/a.ftl:1: a",
        "  what: placeholders are none, in the reference $n",
        "  why:  one method fills the message in every language, and no fact may get lost in a translation",
        "  fix:  use the same placeholders; the reference says: { $n }",
        "",
    ];
    assert_eq!(faults[0].to_string(), lines.join("\n"));
}
