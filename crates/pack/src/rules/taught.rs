//! Nothing is used before it is taught: words in situation lessons for beginners, characters in kana lessons.

use super::texts::{self, Placed};
use crate::finding::Finding;
use crate::source::Source;
use crate::wrong::Wrong;
use domain::ids::LessonId;
use domain::model::{LessonKind, Word};
use domain::text::{Ja, is_kana};
use std::collections::{BTreeMap, BTreeSet};

/// What may follow a word within its phrase, so that it is that word and not the beginning of another one.
const BEHIND: [&str; 22] = [
    "は",
    "が",
    "を",
    "に",
    "で",
    "と",
    "も",
    "の",
    "から",
    "まで",
    "へ",
    "や",
    "か",
    "ね",
    "よ",
    "です",
    "でした",
    "では",
    "じゃ",
    "さん",
    "＿",
    "〜",
];

/// The longest set phrase, in phrases.
const SET_PHRASE: usize = 8;

/// See the module.
pub fn check(source: &Source, findings: &mut Vec<Finding>) {
    // Of two lessons with one id, the first counts; that there are two is a finding of its own.
    let mut numbers: BTreeMap<&LessonId, u32> = BTreeMap::new();
    for lesson in &source.lessons {
        let number = lesson.content.number;
        numbers.entry(&lesson.content.id).or_insert(number);
    }
    let lessons: BTreeMap<&str, (LessonKind, &str, u32)> = source
        .lessons
        .iter()
        .map(|lesson| {
            let content = &lesson.content;
            let of = (content.kind, content.level.as_str(), content.number);
            (lesson.file.as_str(), of)
        })
        .collect();
    let words = Words::of(source, &numbers);
    let characters = characters(source, &numbers);
    let mut seen = BTreeSet::new();
    for placed in texts::all(source) {
        let Some((kind, level, number)) = lessons.get(placed.file) else {
            continue;
        };
        let early = match kind {
            LessonKind::Situation if matches!(*level, "A0" | "A1") => words.early(&placed, *number),
            LessonKind::Situation => Vec::new(),
            LessonKind::Kana => early_characters(&placed, *number, &characters),
        };
        for wrong in early {
            let finding = Finding::new(wrong, placed.file, placed.line).about(placed.id);
            if seen.insert((placed.id.to_owned(), finding.wrong.arguments())) {
                findings.push(finding);
            }
        }
    }
}

/// The words of a pack by how they are written, each with the first lesson that teaches it.
struct Words<'a>(BTreeMap<String, (u32, &'a LessonId)>);

impl<'a> Words<'a> {
    fn of(source: &'a Source, numbers: &BTreeMap<&LessonId, u32>) -> Self {
        let mut words = BTreeMap::new();
        // Particles are taught by grammar notes, long before a list has them.
        let counted = |word: &&(usize, Word)| !word.1.is_kana() && &*word.1.pos != "particle";
        for (_, word) in source.words.iter().filter(counted) {
            let Some(number) = numbers.get(&word.lesson) else {
                continue;
            };
            let lesson = (*number, &word.lesson);
            for written in [plain(&word.ja.written()), plain(&word.reading)] {
                let first = words.entry(written).or_insert(lesson);
                *first = (*first).min(lesson);
            }
        }
        Self(words)
    }

    /// Whether a word or set phrase that was taught holds it: よろしく おねがいします holds おねがいします.
    fn within_known(&self, word: &str, number: u32) -> bool {
        let mut known = self.0.iter().filter(|(_, (of, _))| *of <= number);
        known.any(|(known, _)| known.contains(word))
    }

    /// Words of later lessons at the beginning of a phrase. The longest word that fits is meant.
    fn early(&self, placed: &Placed, number: u32) -> Vec<Wrong> {
        let written = placed.ja.written();
        let phrases: Vec<&str> = written
            .split(|c: char| c.is_whitespace() || "。、？！「」".contains(c))
            .filter(|phrase| !phrase.is_empty())
            .collect();
        let mut early = Vec::new();
        let mut at = 0;
        while at < phrases.len() {
            // A set phrase runs over several.
            let window = &phrases[at..phrases.len().min(at + SET_PHRASE)];
            let rest = window.concat();
            let ends: Vec<usize> = (0..window.len())
                .map(|end| window[..=end].concat().len())
                .collect();
            let fits = |word: &str| {
                let own = ends.iter().find(|end| **end >= word.len()).copied();
                let behind = &rest[word.len()..own.unwrap_or(rest.len())];
                behind.is_empty() || BEHIND.iter().any(|text| behind.starts_with(text))
            };
            let longest = self
                .0
                .iter()
                .filter(|(word, _)| word.chars().count() > 1 && rest.starts_with(word.as_str()))
                .filter(|(word, _)| fits(word))
                .max_by_key(|(word, _)| word.len());
            let mut step = 1;
            if let Some((word, (of, lesson))) = longest {
                step = ends.iter().filter(|end| **end < word.len()).count() + 1;
                if *of > number && !self.within_known(word, number) && !glossed(placed, word) {
                    early.push(Wrong::TooEarly {
                        thing: "word",
                        word: word.clone(),
                        lesson: lesson.to_string(),
                    });
                }
            }
            at += step;
        }
        early
    }
}

/// Whether the exercise itself explains the word: in its gloss, or in the reason for an option.
fn glossed(placed: &Placed, word: &str) -> bool {
    let Some(exercise) = placed.exercise else {
        return false;
    };
    let mut gloss = exercise.gloss.iter().map(|gloss| &gloss.ja);
    if gloss.any(|ja| plain(&ja.written()).contains(word) || plain(&ja.reading()).contains(word)) {
        return true;
    }
    let options = (0..exercise.question_count())
        .filter_map(|question| exercise.choices(question))
        .flat_map(|choices| &choices.0);
    options
        .flat_map(|option| option.why.iter())
        .any(|(_, why)| {
            let written = why.parse::<Ja>().map(|why| why.written());
            plain(&written.unwrap_or_else(|_| why.to_owned())).contains(word)
        })
}

fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !"〜。、？！「」".contains(*c))
        .collect()
}

/// Every character that a kana lesson teaches, with the first lesson that does.
fn characters<'a>(
    source: &'a Source,
    numbers: &BTreeMap<&LessonId, u32>,
) -> BTreeMap<char, (u32, &'a LessonId)> {
    let mut characters = BTreeMap::new();
    let kana = source
        .words
        .iter()
        .map(|(_, word)| word)
        .filter(|word| Word::is_kana(word));
    for word in kana {
        let Some(number) = numbers.get(&word.lesson) else {
            continue;
        };
        let lesson = (*number, &word.lesson);
        for c in word.ja.written().chars().filter(|c| is_kana(*c)) {
            let first = characters.entry(c).or_insert(lesson);
            *first = (*first).min(lesson);
        }
    }
    characters
}

/// Characters of later lessons. What no lesson teaches is not expected to be known by character.
fn early_characters(
    placed: &Placed,
    number: u32,
    characters: &BTreeMap<char, (u32, &LessonId)>,
) -> Vec<Wrong> {
    let written = placed.ja.written();
    let early = written.chars().filter_map(|c| {
        let (of, lesson) = characters.get(&c)?;
        (*of > number).then(|| Wrong::TooEarly {
            thing: "character",
            word: c.to_string(),
            lesson: lesson.to_string(),
        })
    });
    early.collect()
}
