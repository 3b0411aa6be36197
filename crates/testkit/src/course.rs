//! A small course, built in memory: a few lessons with words, practice and a check, and one test.

use domain::ids::*;
use domain::model::{Index, Lesson, Test, Words};
use domain::records::PackStamp;
use serde_json::{Value, json};

/// A pack as the app would load it.
pub struct Course {
    /// The index.
    pub index: Index,
    /// Every lesson.
    pub lessons: Vec<Lesson>,
    /// The test over all of them.
    pub test: Test,
    /// Every word.
    pub words: Words,
}

/// Words in each lesson.
const WORDS: usize = 6;

impl Course {
    /// A course of `count` lessons: `lesson-1`, … with can-dos `can-1-a`, `can-1-b` and words `w-1-0`, …; its test is
    /// `unit-1`, its certificate `part-1`.
    pub fn new(pack: &str, count: usize) -> Self {
        let lessons: Vec<Lesson> = (1..=count).map(|n| read(lesson(n))).collect();
        let words = (1..=count)
            .flat_map(|n| (0..WORDS).map(move |w| word(n, w)))
            .collect();
        Self {
            index: read(index(pack, count)),
            lessons,
            test: read(test()),
            words: read(Value::Array(words)),
        }
    }

    /// The pack as records name it.
    pub fn stamp(&self) -> PackStamp {
        PackStamp::new(
            self.index.id.clone(),
            &self.index.version,
            "0011223344556677",
        )
    }

    /// Lesson number `n`, from 1.
    ///
    /// # Panics
    /// When there is none.
    pub fn lesson(&self, n: usize) -> &Lesson {
        &self.lessons[n - 1]
    }

    /// The lesson of that id.
    pub fn lesson_of(&self, id: &LessonId) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.id == *id)
    }

    /// Whether a word is in the pack.
    pub fn knows(&self, pack: &PackId, word: &WordKey) -> bool {
        *pack == self.index.id && self.words.0.iter().any(|known| known.key == *word)
    }
}

fn read<T: serde::de::DeserializeOwned>(content: Value) -> T {
    serde_json::from_value(content)
        .unwrap_or_else(|fault| panic!("a builder wrote nonsense: {fault}"))
}

fn word(lesson: usize, n: usize) -> Value {
    json!({
        "key": format!("w-{lesson}-{n}"), "ja": "くに", "reading": "くに", "accent": 0, "pos": "noun",
        "lesson": format!("lesson-{lesson}"), "use": "use", "gloss": {"id": "negara"},
    })
}

fn options() -> Value {
    json!([
        {"id": "a", "ja": "くに", "right": true},
        {"id": "b", "ja": "いえ", "why": {"id": "いえ berarti rumah."}},
        {"id": "c", "ja": "えき", "why": {"id": "えき berarti stasiun."}},
    ])
}

/// A question with the key `a`, whatever it asks.
fn choice(id: &str, extra: Value) -> Value {
    let mut exercise = json!({
        "id": id, "text": {"id": "Yang mana?"}, "kind": {"choice": {"options": options()}},
    });
    if let (Value::Object(exercise), Value::Object(extra)) = (&mut exercise, extra) {
        exercise.extend(extra);
    }
    exercise
}

fn listening(id: &str, extra: Value) -> Value {
    let script = json!([{"ja": "くに"}]);
    let mut exercise = choice(id, extra);
    exercise["kind"] = json!({"listening": {"script": script, "options": options()}});
    exercise
}

fn passage(id: &str, words: &[String], can_do: &str, form: &str) -> Value {
    let question = |n: usize| json!({"id": format!("{id}{n}"), "text": {"id": "Siapa?"}, "words": [words[n]], "options": options()});
    let mut exercise = choice(id, json!({"can-do": can_do, "form": form}));
    exercise["kind"] =
        json!({"passage": {"body": "くに", "questions": [question(0), question(1)]}});
    exercise
}

fn lesson(n: usize) -> Value {
    let key = |w: usize| format!("w-{n}-{w}");
    let words: Vec<String> = (0..WORDS).map(key).collect();
    let exercise = |id: String, w: usize| json!({"exercise": choice(&id, json!({"words": [words[w]], "can-do": format!("can-{n}-a")}))});
    let prose = json!({"prose": {"id": [{"paragraph": []}]}});
    let meet = (0..WORDS).map(|w| exercise(format!("l{n}-w{w}"), w));
    let typing = json!({"exercise": {
        "id": format!("l{n}-t0"), "words": [words[0]], "text": {"id": "negara"}, "kind": {"typing": {"key": "くに"}},
    }});
    let heard = json!({"exercise": listening(&format!("l{n}-h0"), json!({"words": [words[1]]}))});
    let pair = |p: &str, w: usize, ja: &str| json!({"id": p, "left": {"ja": ja}, "right": {"text": {"id": p}}, "word": words[w]});
    let pairs = json!([
        pair("p", 2, "くに"),
        pair("q", 3, "いえ"),
        pair("r", 4, "えき")
    ]);
    let matching =
        json!({"exercise": {"id": format!("l{n}-m0"), "kind": {"matching": {"pairs": pairs}}}});
    let check = ["A", "B"].into_iter().flat_map(|form| {
        let prefix = format!("l{n}-c{}", form.to_lowercase());
        let item = |q: usize, can_do: &str| {
            let extra =
                json!({"form": form, "can-do": format!("can-{n}-{can_do}"), "words": [key(q)]});
            json!({"exercise": choice(&format!("{prefix}{q}"), extra)})
        };
        let reading = passage(
            &format!("{prefix}p"),
            &[key(4), key(5)],
            &format!("can-{n}-b"),
            form,
        );
        let mut items: Vec<Value> = (0..3).map(|q| item(q, "a")).collect();
        items.push(item(3, "b"));
        items.push(json!({"exercise": reading}));
        items
    });
    let step = |kind: &str, pieces: Vec<Value>| json!({"kind": kind, "title": {"id": kind}, "pieces": pieces});
    json!({
        "id": format!("lesson-{n}"), "number": n, "kind": "situation", "title": {"id": format!("Pelajaran {n}")},
        "level": "A1", "minutes": 60,
        "steps": [
            step("words", std::iter::once(prose.clone()).chain(meet).collect()),
            step("practice", vec![prose, typing, heard, matching]),
            step("check", check.collect()),
        ],
    })
}

fn test() -> Value {
    let exercises = |section: &str| {
        let items = ["A", "B"].into_iter().flat_map(|form| {
            (0..4).map(move |n| (form, format!("u1-{section}-{}{n}", form.to_lowercase()), n))
        });
        let item = |(form, id, n): (&str, String, usize)| {
            let extra = json!({"form": form, "can-do": "can-1-a", "words": [format!("w-1-{n}")]});
            if section == "listening" {
                listening(&id, extra)
            } else {
                choice(&id, extra)
            }
        };
        items.map(item).collect::<Vec<_>>()
    };
    let section = |id: &str| json!({"id": id, "title": {"id": id}, "exercises": exercises(id)});
    json!({
        "id": "unit-1", "title": {"id": "Tes unit 1"}, "level": "A1", "minutes": 20,
        "pass": {"total": 0.7, "section": 0.5}, "sections": [section("script"), section("listening")],
    })
}

fn index(pack: &str, count: usize) -> Value {
    let ids: Vec<String> = (1..=count).map(|n| format!("lesson-{n}")).collect();
    let lessons: Vec<Value> = (1..=count)
        .map(|n| {
            json!({
                "id": format!("lesson-{n}"), "number": n, "kind": "situation", "minutes": 60, "words": WORDS,
                "title": {"id": format!("Pelajaran {n}")}, "steps": [["words", 6], ["practice", 3], ["check", 6]],
            })
        })
        .collect();
    let can_dos: Vec<Value> = (1..=count)
        .flat_map(|n| ["a", "b"].map(|c| (n, c)))
        .map(|(n, c)| {
            json!({"id": format!("can-{n}-{c}"), "lesson": format!("lesson-{n}"), "skill": "speaking", "text": {"id": "Bisa."}})
        })
        .collect();
    let sections =
        ["script", "listening"].map(|id| json!({"id": id, "title": {"id": id}, "items": 4}));
    json!({
        "format": 1, "id": pack, "version": "0.1.0", "languages": ["id"], "level": "A1", "title": {"id": "Kursus"},
        "license": "CC-BY-4.0", "lessons": lessons, "can-dos": can_dos,
        "tests": [{
            "id": "unit-1", "title": {"id": "Tes unit 1"}, "lessons": ids, "minutes": 20, "items": 8, "sections": sections,
            "pass": {"total": 0.7, "section": 0.5},
        }],
        "certificates": [{"id": "part-1", "title": {"id": "Bagian 1"}, "lessons": ids, "test": "unit-1"}],
    })
}
