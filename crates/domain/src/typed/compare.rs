//! Aligns what was typed with a right answer and names every difference.

use super::Remark;
use super::is_word;
use super::normal::Typed;
use crate::text::{Ja, is_kana};

/// One kana of the right answer, with what its place says.
#[derive(Clone, Copy, Debug)]
struct Mora {
    /// In hiragana.
    kana: char,
    /// As the pack writes it was katakana.
    katakana: bool,
    /// Last of its phrase, where particles stand.
    particle_place: bool,
    /// A phrase begins here, so a space before it is fine.
    phrase_start: bool,
}

/// Every remark about `typed` as an answer whose model is `right`, without repeats. Empty when it is simply right.
pub(super) fn remarks(typed: &Typed, right: &Ja) -> Vec<Remark> {
    let key = morae(right);
    let given: Vec<char> = typed.kana.chars().map(hiragana).collect();
    let mut remarks = Vec::new();
    let mut script = false;
    let mut named = 0;
    for edit in align(&given, &key) {
        let remark = match edit {
            Edit::Same(g, k) => {
                let kana = typed.kana.chars().nth(g).unwrap_or_default();
                let says_script = !typed.from_romaji.get(g).copied().unwrap_or(true)
                    && is_kana(kana)
                    && kana != 'ー';
                script |= says_script && (hiragana(kana) != kana) != key[k].katakana;
                continue;
            }
            Edit::Changed(g, k) => changed(&given, g, &key, k),
            Edit::Missing(k) => missing(&key, k),
            Edit::Added(g) => added(&given, g),
        };
        if remark == Some(Remark::Word) {
            named += 1;
        }
        remarks.extend(remark);
    }
    // When little of the answer is left, naming single sounds helps nobody.
    let mistakes = remarks.iter().filter(|remark| !remark.is_slip()).count();
    if named > 0 && (mistakes * 2 > key.len() || particle_only(&given, &key).is_none()) {
        return vec![Remark::Word];
    }
    if named > 0 {
        remarks.retain(|remark| *remark != Remark::Word);
        remarks.push(Remark::Particle);
    }
    if script {
        remarks.push(Remark::Script);
    }
    if typed.width {
        remarks.push(Remark::Width);
    }
    if typed.n_apostrophe {
        remarks.push(Remark::NApostrophe);
    }
    if typed
        .spaces
        .iter()
        .any(|at| key.get(*at).is_some_and(|mora| !mora.phrase_start))
        && key.len() == given.len()
    {
        remarks.push(Remark::Spaces);
    }
    remarks.sort_unstable();
    remarks.dedup();
    remarks
}

/// When the only difference is one particle (か­ら for ま­で): the place of it.
fn particle_only(given: &[char], key: &[Mora]) -> Option<usize> {
    let head = given
        .iter()
        .zip(key)
        .take_while(|(g, k)| **g == k.kana)
        .count();
    let tail = given
        .iter()
        .rev()
        .zip(key.iter().rev())
        .take_while(|(g, k)| **g == k.kana)
        .count();
    let tail = tail.min(given.len().min(key.len()) - head.min(given.len().min(key.len())));
    let typed: String = given[head..given.len() - tail].iter().collect();
    let wanted: String = key[head..key.len() - tail]
        .iter()
        .map(|mora| mora.kana)
        .collect();
    let ends_phrase = key.len() - tail > 0 && key[key.len() - tail - 1].particle_place;
    let known = |text: &str| text.is_empty() || PARTICLES.contains(&text);
    (ends_phrase && head > 0 && PARTICLES.contains(&wanted.as_str()) && known(&typed))
        .then_some(head)
}

const PARTICLES: [&str; 16] = [
    "は", "が", "を", "に", "へ", "で", "と", "も", "の", "か", "から", "まで", "や", "ね", "よ",
    "より",
];

fn morae(right: &Ja) -> Vec<Mora> {
    let mut out: Vec<Mora> = Vec::new();
    let mut start = true;
    for segment in right.segments() {
        let written_katakana = segment.ruby.is_none();
        for c in segment.ruby.as_deref().unwrap_or(&segment.base).chars() {
            if is_word(c) {
                let kana = hiragana(c);
                out.push(Mora {
                    kana,
                    katakana: written_katakana && kana != c,
                    particle_place: false,
                    phrase_start: start,
                });
                start = false;
            } else {
                if let Some(last) = out.last_mut() {
                    last.particle_place = true;
                }
                start = true;
            }
        }
        // After a kanji group a particle may follow: a space typed there is no slip.
        start |= segment.ruby.is_some();
    }
    if let Some(last) = out.last_mut() {
        last.particle_place = true;
    }
    // です and the like after a particle-less noun: the phrase goes on, so a space before it is fine too.
    for at in 0..out.len() {
        // A particle may stand before it as well (九時からです).
        let copula = out[at..]
            .iter()
            .take(2)
            .map(|mora| mora.kana)
            .eq("です".chars());
        if copula && at > 0 {
            out[at - 1].particle_place = true;
        }
        let follows: String = out[at..].iter().take(2).map(|mora| mora.kana).collect();
        if follows == "です"
            || (at > 0 && PARTICLES.contains(&out[at].kana.to_string().as_str()))
            || PARTICLES.contains(&follows.as_str())
        {
            out[at].phrase_start = true;
        }
    }
    out
}

/// Katakana to hiragana, all else as it is (`ー` stays).
pub(super) fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        c => c,
    }
}

#[derive(Clone, Copy, Debug)]
enum Edit {
    Same(usize, usize),
    Changed(usize, usize),
    Missing(usize),
    Added(usize),
}

/// The cheapest alignment, in order. Answers are short, so the plain quadratic table serves.
fn align(given: &[char], key: &[Mora]) -> Vec<Edit> {
    let (rows, columns) = (given.len() + 1, key.len() + 1);
    let mut cost = vec![0_u32; rows * columns];
    for g in 0..rows {
        for k in 0..columns {
            let at = g * columns + k;
            cost[at] = match (g, k) {
                (0, 0) => 0,
                (0, _) => cost[at - 1] + gap(key[k - 1].kana),
                (_, 0) => cost[at - columns] + gap(given[g - 1]),
                _ => {
                    let swap = cost[at - columns - 1] + distance(given, g - 1, key, k - 1);
                    let lack = cost[at - 1] + gap(key[k - 1].kana);
                    let more = cost[at - columns] + gap(given[g - 1]);
                    swap.min(lack).min(more)
                }
            };
        }
    }
    let mut edits = Vec::new();
    let (mut g, mut k) = (given.len(), key.len());
    while g > 0 || k > 0 {
        let at = g * columns + k;
        if g > 0 && k > 0 && cost[at] == cost[at - columns - 1] + distance(given, g - 1, key, k - 1)
        {
            (g, k) = (g - 1, k - 1);
            edits.push(if same(given, g, key, k) {
                Edit::Same(g, k)
            } else {
                Edit::Changed(g, k)
            });
        } else if k > 0 && cost[at] == cost[at - 1] + gap(key[k - 1].kana) {
            k -= 1;
            edits.push(Edit::Missing(k));
        } else {
            g -= 1;
            edits.push(Edit::Added(g));
        }
    }
    edits.reverse();
    edits
}

/// Sounds that are easily dropped or added cost less than other kana.
fn gap(kana: char) -> u32 {
    if matches!(kana, 'っ' | 'ん' | 'ー' | 'あ' | 'い' | 'う' | 'え' | 'お') {
        3
    } else {
        5
    }
}

fn distance(given: &[char], g: usize, key: &[Mora], k: usize) -> u32 {
    if same(given, g, key, k) {
        0
    } else if changed(given, g, key, k) == Some(Remark::Word) {
        6
    } else {
        2
    }
}

fn same(given: &[char], g: usize, key: &[Mora], k: usize) -> bool {
    given[g] == key[k].kana
        || (is_long(given, g) && key_is_long(key, k) && (given[g] == 'ー' || key[k].kana == 'ー'))
}

/// What a changed kana means; None when it means nothing.
fn changed(given: &[char], g: usize, key: &[Mora], k: usize) -> Option<Remark> {
    let (is, should) = (given[g], key[k].kana);
    let pair = |a: char, b: char| (is == a && should == b) || (is == b && should == a);
    if key[k].particle_place
        && k > 0
        && matches!((is, should), ('わ', 'は') | ('お', 'を') | ('え', 'へ'))
    {
        return Some(Remark::ParticleSound);
    }
    if pair('じ', 'ぢ') || pair('ず', 'づ') {
        return Some(Remark::Yotsugana);
    }
    if is_long(given, g) && key_is_long(key, k) && (pair('う', 'お') || pair('い', 'え')) {
        return Some(Remark::LongSpelling);
    }
    // きねん for きんえん, or the reverse: the n went over into the next beat.
    let glided = |row: char, vowel: char| "なにぬねの".contains(row) && vowel_of(row) == vowel;
    if (k > 0 && key[k - 1].kana == 'ん' && glided(is, should))
        || (g > 0 && given[g - 1] == 'ん' && glided(should, is))
    {
        return Some(Remark::MoraicN);
    }
    if unvoiced(is) == unvoiced(should) {
        return Some(Remark::Voicing);
    }
    if large(is) == large(should) {
        return Some(if is == 'っ' || should == 'っ' {
            Remark::Sokuon
        } else {
            Remark::SmallYa
        });
    }
    Some(Remark::Word)
}

fn missing(key: &[Mora], k: usize) -> Option<Remark> {
    Some(match key[k].kana {
        'っ' => Remark::Sokuon,
        'ん' => Remark::MoraicN,
        _ if key_is_long(key, k) => Remark::Length,
        _ => Remark::Word,
    })
}

fn added(given: &[char], g: usize) -> Option<Remark> {
    Some(match given[g] {
        'っ' => Remark::Sokuon,
        'ん' => Remark::MoraicN,
        _ if is_long(given, g) => Remark::Length,
        _ => Remark::Word,
    })
}

fn is_long(text: &[char], at: usize) -> bool {
    at > 0 && lengthens(text[at - 1], text[at])
}

fn key_is_long(key: &[Mora], at: usize) -> bool {
    at > 0 && lengthens(key[at - 1].kana, key[at].kana)
}

/// Whether `next` makes the vowel of `kana` long.
fn lengthens(kana: char, next: char) -> bool {
    let vowel = vowel_of(kana);
    next == 'ー'
        || matches!(
            (vowel, next),
            ('あ', 'あ') | ('い', 'い') | ('う', 'う') | ('え', 'え' | 'い') | ('お', 'お' | 'う')
        )
}

fn vowel_of(kana: char) -> char {
    const ROWS: [(char, &str); 5] = [
        ('あ', "あかさたなはまやらわがざだばぱゃぁ"),
        ('い', "いきしちにひみりぎじぢびぴぃ"),
        ('う', "うくすつぬふむゆるぐずづぶぷゅぅゔ"),
        ('え', "えけせてねへめれげぜでべぺぇ"),
        ('お', "おこそとのほもよろをごぞどぼぽょぉ"),
    ];
    ROWS.iter()
        .find(|(_, row)| row.contains(kana))
        .map_or('ん', |(vowel, _)| *vowel)
}

fn unvoiced(kana: char) -> char {
    const VOICED: &str = "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ";
    const PLAIN: &str = "かきくけこさしすせそたちつてとはひふへほはひふへほ";
    VOICED
        .chars()
        .zip(PLAIN.chars())
        .find(|(voiced, _)| *voiced == kana)
        .map_or(kana, |(_, plain)| plain)
}

fn large(kana: char) -> char {
    const SMALL: &str = "ゃゅょっぁぃぅぇぉ";
    const LARGE: &str = "やゆよつあいうえお";
    SMALL
        .chars()
        .zip(LARGE.chars())
        .find(|(small, _)| *small == kana)
        .map_or(kana, |(_, large)| large)
}
