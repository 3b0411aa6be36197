//! Exercise kinds. Each kind is one file: its content as written in a pack, how it is graded, what an author can get wrong.
//!
//! Invariant: the list of kinds stands once, in [`kinds!`] below; a new kind is a file, one word in that list, its view.

mod answer;
mod choice;
mod cloze;
mod dictation;
mod fault;
mod listening;
mod matching;
mod ordering;
mod passage;
mod typing;

pub use answer::{Answer, Outcome, RAW_ANSWER_MAX, Reason, Verdict};
pub use choice::{Choice, Choices};
pub use cloze::Cloze;
pub use dictation::Dictation;
pub use fault::Fault;
pub use listening::Listening;
pub use matching::{Matching, Pair, Side};
pub use ordering::{Extra, Ordering};
pub use passage::{Passage, Question};
pub use typing::Typing;

use crate::ids::*;
use crate::text::Ja;
use crate::translated::Tr;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What every exercise has, whatever its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Exercise {
    /// Explicit, unique in its pack.
    pub id: ItemId,
    /// The form of a check or test it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<FormId>,
    /// The can-do it gives evidence for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_do: Option<CanDoId>,
    /// The words whose memory it trains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordKey>,
    /// Which memory of those words: see [`Exercise::skill`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<Skill>,
    /// The instruction, where the kind's own is not enough.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub ask: Tr,
    /// The Japanese part of the question.
    #[serde(default, skip_serializing_if = "Ja::is_empty")]
    pub ja: Ja,
    /// The question in people's language.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub text: Tr,
    /// A picture of the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<Rc<str>>,
    /// The reason for the right answer.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub why: Tr,
    /// Words above the level that the question uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gloss: Vec<Gloss>,
    /// Level label, where it differs from the lesson's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The rest, by kind.
    pub kind: Kind,
}

/// A word explained beside the question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gloss {
    /// The word.
    pub ja: Ja,
    /// What it means.
    pub text: Tr,
}

/// Which memory of a word: units are word × skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Skill {
    /// Seeing it and knowing what it means.
    Recognise,
    /// Having the meaning and finding the word.
    Recall,
    /// Hearing it and knowing what it means.
    Listen,
}

impl Skill {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Recognise, Self::Recall, Self::Listen];

    /// One letter, as in records.
    pub fn code(self) -> char {
        match self {
            Self::Recognise => 'r',
            Self::Recall => 'p',
            Self::Listen => 'l',
        }
    }

    /// The skill of that letter.
    pub fn from_code(code: char) -> Option<Self> {
        Self::ALL.into_iter().find(|skill| skill.code() == code)
    }
}

/// What every kind can do. Implemented once a kind, in its own file.
pub trait ExerciseKind {
    /// Which memory it trains when the pack does not say.
    fn default_skill(&self, exercise: &Exercise) -> Skill;
    /// What an author got wrong; `lang` is the pack's first language.
    fn faults(&self, exercise: &Exercise, lang: &str) -> Vec<Fault>;
    /// How an answer to question number `question` is judged.
    fn grade(&self, question: usize, answer: &Answer) -> Verdict;
    /// The option list of a question, where there is one.
    fn choices(&self, _question: usize) -> Option<&Choices> {
        None
    }
    /// The text that was to be typed or laid, where there is one.
    fn model_answer(&self, _question: usize) -> Option<Ja> {
        None
    }
    /// What is heard, where something is.
    fn script(&self) -> &[crate::model::Line] {
        &[]
    }
    /// The questions of a passage; one question for all other kinds.
    fn questions(&self) -> &[Question] {
        &[]
    }
}

macro_rules! kinds {
    ($($tag:literal $name:ident $module:ident)*) => {
        /// The content of an exercise, by kind.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Kind { $(
            #[doc = concat!("See [`", stringify!($name), "`].")]
            #[serde(rename = $tag)]
            $name($module::$name),
        )* }

        /// The name of a kind, as after a fence in a pack.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum KindName { $(
            #[doc = concat!("See [`", stringify!($name), "`].")]
            $name,
        )* }

        impl KindName {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word after the fence.
            pub fn as_str(self) -> &'static str { match self { $(Self::$name => $tag),* } }

            /// The kind of that name.
            pub fn from_name(name: &str) -> Option<Self> { match name { $($tag => Some(Self::$name),)* _ => None } }

            /// Reads the content of this kind from any self-describing format.
            pub fn read<'de, D: serde::Deserializer<'de>>(self, source: D) -> Result<Kind, D::Error> {
                match self { $(Self::$name => $module::$name::deserialize(source).map(Kind::$name)),* }
            }

            /// The JSON schema of the content of this kind.
            #[cfg(feature = "schema")]
            pub fn schema(self, generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                match self { $(Self::$name => <$module::$name as schemars::JsonSchema>::json_schema(generator)),* }
            }
        }

        impl Kind {
            /// Which kind this is.
            pub fn name(&self) -> KindName { match self { $(Self::$name(_) => KindName::$name),* } }

            fn rules(&self) -> &dyn ExerciseKind { match self { $(Self::$name(kind) => kind),* } }
        }
    };
}

kinds! {
    "choice" Choice choice
    "cloze" Cloze cloze
    "typing" Typing typing
    "ordering" Ordering ordering
    "matching" Matching matching
    "listening" Listening listening
    "dictation" Dictation dictation
    "passage" Passage passage
}

impl Exercise {
    /// Which memory of its words it trains.
    pub fn skill(&self) -> Skill {
        self.skill
            .unwrap_or_else(|| self.kind.rules().default_skill(self))
    }

    /// How many questions it has: one, but for a passage.
    pub fn question_count(&self) -> usize {
        self.kind.rules().questions().len().max(1)
    }

    /// The questions of a passage, else nothing.
    pub fn questions(&self) -> &[Question] {
        self.kind.rules().questions()
    }

    /// What an answer to this question refers to.
    pub fn item_id(&self, question: usize) -> &ItemId {
        self.questions().get(question).map_or(&self.id, |q| &q.id)
    }

    /// The can-do that this question gives evidence for.
    pub fn item_can_do(&self, question: usize) -> Option<&CanDoId> {
        self.questions()
            .get(question)
            .and_then(|q| q.can_do.as_ref())
            .or(self.can_do.as_ref())
    }

    /// The words that this question trains.
    pub fn item_words(&self, question: usize) -> &[WordKey] {
        self.questions()
            .get(question)
            .map(|q| q.words.as_slice())
            .filter(|words| !words.is_empty())
            .unwrap_or(&self.words)
    }

    /// Judges an answer.
    pub fn grade(&self, question: usize, answer: &Answer) -> Verdict {
        if *answer == Answer::Skipped {
            return Verdict::wrong(Reason::Skipped);
        }
        self.kind.rules().grade(question, answer)
    }

    /// What an author got wrong; `lang` is the pack's first language.
    pub fn faults(&self, lang: &str) -> Vec<Fault> {
        self.kind.rules().faults(self, lang)
    }

    /// The options of a question, where there are some.
    pub fn choices(&self, question: usize) -> Option<&Choices> {
        self.kind.rules().choices(question)
    }

    /// What was to be typed or laid, where something was.
    pub fn model_answer(&self, question: usize) -> Option<Ja> {
        self.kind.rules().model_answer(question)
    }

    /// What is heard, where something is.
    pub fn script(&self) -> &[crate::model::Line] {
        self.kind.rules().script()
    }

    /// Whether it is about hearing: without a voice its answers are no evidence of listening.
    pub fn is_listening(&self) -> bool {
        !self.script().is_empty()
    }

    /// The author's reason for the right answer of a question: the key option's, the question's, then the exercise's.
    pub fn why(&self, question: usize) -> Option<&Tr> {
        let of_question = self.questions().get(question).map(|q| &q.why);
        let of_key = self
            .choices(question)
            .and_then(Choices::key)
            .map(|key| &key.why);
        [of_question, of_key, Some(&self.why)]
            .into_iter()
            .flatten()
            .find(|why| !why.is_empty())
    }

    /// The author's reason why what was answered is not right.
    pub fn why_not(&self, question: usize, reason: &Reason) -> Option<&Tr> {
        match reason {
            Reason::Option(id) => self.choices(question)?.get(id).map(|option| &option.why),
            Reason::ExtraTile(n) => match &self.kind {
                Kind::Ordering(ordering) => ordering.extra_why(*n),
                Kind::Choice(_)
                | Kind::Cloze(_)
                | Kind::Typing(_)
                | Kind::Matching(_)
                | Kind::Listening(_)
                | Kind::Dictation(_)
                | Kind::Passage(_) => None,
            },
            Reason::Skipped
            | Reason::Order
            | Reason::MissingTile
            | Reason::Pairs(_)
            | Reason::Typed(_) => None,
        }
        .filter(|why| !why.is_empty())
    }
}

#[cfg(test)]
pub(crate) mod specimen {
    //! Short ways to write exercises in tests.
    use super::*;

    pub fn exercise(kind: KindName, content: serde_json::Value) -> Exercise {
        let kind = kind.read(content).expect("a specimen is well formed");
        Exercise {
            id: "x".parse().unwrap(),
            form: None,
            can_do: None,
            words: Vec::new(),
            skill: None,
            ask: Tr::default(),
            ja: Ja::default(),
            text: Tr::of("id", "pertanyaan"),
            icon: None,
            why: Tr::default(),
            gloss: Vec::new(),
            level: None,
            kind,
        }
    }
}
