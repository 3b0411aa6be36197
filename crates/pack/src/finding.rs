//! Findings: what is wrong with a pack, as data with a code, a place, what, why and how to mend it.

use std::fmt;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// Learners will notice.
    Warning,
    /// Worth a look.
    Advice,
}

/// One fault in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// The file, as a path within the pack.
    pub file: String,
    /// Line in that file, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// The id of the exercise, word or can-do, where there is one.
    pub id: String,
    /// What the rule's sentence speaks of.
    pub args: Vec<String>,
}

macro_rules! codes {
    ($($code:ident $severity:ident $what:literal $why:literal $fix:literal)*) => {
        /// The rules. A code is never given a new meaning.
        #[allow(missing_docs)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $what] $code,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];
            /// `P001`
            pub fn as_str(self) -> &'static str { match self { $(Self::$code => stringify!($code)),* } }
            /// How grave a breach is.
            pub fn severity(self) -> Severity { match self { $(Self::$code => Severity::$severity),* } }
            /// What is wrong, with `{0}`, `{1}` for the particulars.
            pub fn what(self) -> &'static str { match self { $(Self::$code => $what),* } }
            /// Why it matters.
            pub fn why(self) -> &'static str { match self { $(Self::$code => $why),* } }
            /// How to mend it.
            pub fn fix(self) -> &'static str { match self { $(Self::$code => $fix),* } }
        }
    };
}

codes! {
    P001 Error "the file {0} is missing" "a pack cannot be read without it" "add the file; docs/packs.md shows its form"
    P002 Error "this is not valid TOML: {0}" "the block or file cannot be read" "mend the place named; strings stand in double quotes"
    P003 Error "a field is wrong: {0}" "what it says would be lost" "compare the field with docs/packs.md"
    P004 Error "the file is not UTF-8" "characters would be lost" "save it as UTF-8"
    P005 Error "the id {0} is used twice" "progress is kept by id, so an id means one thing" "give one of them a new id"
    P006 Error "{0} is missing in the pack's first language ({1})" "it is what all other languages fall back to" "write it"
    P007 Error "{0} “{1}” does not exist" "the reference leads nowhere" "write the id of something that is in the pack, or add it"
    P008 Error "the furigana cannot be read: {0}" "readings are shown over the writing and used in grading" "write {漢字|かんじ}, the reading in kana"
    P009 Error "the step “{0}” is unknown, repeated or out of order" "a lesson goes through its steps in one order" "use the steps of docs/packs.md, each once, in order"
    P010 Error "the block “{0}” is unknown" "it cannot be shown" "use a kind of block that docs/packs.md names"
    P011 Error "the row cannot be read: {0}" "the word would be lost" "mend the row: as many cells as headings, quotes around cells with commas"
    P012 Error "HTML is not allowed here: {0}" "a pack is data only; nothing of it reaches the page as markup" "take it out; use Markdown"
    P013 Error "links out are not allowed: {0}" "learners are offline and a pack must not lead them elsewhere" "take the link out"
    P014 Error "there is not exactly one right option: {0}" "every question has exactly one best answer" "mark exactly one option with right = true"
    P015 Error "the option {0} has no reason in {1}" "a wrong answer always gets a reason" "add why: one sentence that names the mistake"
    P016 Error "{0} and {1} say the same" "then there are two right answers or a wasted option" "change one of them"
    P017 Error "this cannot be answered: {0}" "a learner would be stuck" "complete it as docs/packs.md shows"
    P018 Warning "the question contains its answer: {0}" "it can be solved without knowing" "rewrite the question or the option"
    P019 Error "“{0}” cannot be typed in kana" "the answer field grades kana" "give every kanji its reading and write Latin words in katakana"
    P020 Error "{0} has no id" "progress is kept by id" "run `kakehashi fmt`, or write one"
    P021 Error "the front matter is missing" "the lesson has no name" "begin the file with +++ lines around its TOML"
    P022 Error "the can-do {0} has {1} item(s) in form {2}; at least 2 are needed" "one item is no evidence" "add items, or tag them with can-do"
    P023 Warning "form {0} of the check has {1} items; {2} are expected" "the passing mark of 80 % needs enough items" "add items"
    P024 Warning "the lesson has {0} exercises of {1} kinds; at least {2} of {3} kinds are expected" "practice in few ways does not carry over" "add exercises"
    P025 Error "an item of a check or test has no {0}" "results are reported by can-do and form" "add it"
    P026 Error "section {0}: form A has {1} items, form B {2}" "parallel forms are alike" "add or take out items"
    P027 Warning "the kanji {0} has no reading" "beginners cannot read it" "write {漢字|かんじ}: the kanji with its reading"
    P028 Warning "Latin letters inside Japanese: {0}" "they are read aloud and graded wrongly" "write it in katakana"
    P029 Advice "the right option stands in place {0} in {1} of {2} questions" "learners find out" "move some"
    P030 Advice "the right option is the longest in {0} of {1} questions" "learners find out" "even the lengths out"
    P031 Error "the reading of {0} does not fit its writing" "learners would learn a wrong reading" "make ruby and the reading column agree"
    P032 Warning "the picture {0} is not one of the app's" "an empty place is shown" "choose a name from static/icons.toml"
    P033 Error "accent {0} is beyond the {1} beats of {2}" "the drawn pitch would be wrong" "count the beats; 0 is flat"
    P034 Error "{0} is not a certificate, lesson or test that can be reached: {1}" "a certificate would never appear, or too early" "name lessons and tests of this pack"
    P035 Error "this would be lost: {0}" "a learner would never see it" "close every block with ```, put everything below the heading of a step, and only exercises into a test"
    P036 Error "this is nested too deeply" "nobody can follow it, and some browsers cannot show it" "take lists and quotations out of each other"
}

impl Finding {
    /// A finding of a rule at its usual severity.
    pub fn new(code: Code, file: &str, line: usize, args: &[&str]) -> Self {
        // A fault of ruby says that it is one; so does its rule.
        let plain = |arg: &&str| arg.strip_prefix("ruby: ").unwrap_or(arg).to_owned();
        let args = args.iter().map(plain).collect();
        Self {
            code,
            severity: code.severity(),
            file: file.to_owned(),
            line,
            id: String::new(),
            args,
        }
    }

    /// The same, about something with an id.
    pub fn about(self, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..self
        }
    }

    /// What is wrong, in words.
    pub fn what(&self) -> String {
        let mut text = self.code.what().to_owned();
        for (n, arg) in self.args.iter().enumerate() {
            text = text.replace(&format!("{{{n}}}"), arg);
        }
        text
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        };
        let place = if self.line > 0 {
            format!("{}:{}", self.file, self.line)
        } else {
            self.file.clone()
        };
        let id = if self.id.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.id)
        };
        write!(
            f,
            "{severity}[{}] {place}{id}: {}\n  why: {}\n  fix: {}",
            self.code.as_str(),
            self.what(),
            self.code.why(),
            self.code.fix()
        )
    }
}

/// A rule silenced by the pack's author, with a reason.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Silence {
    /// The code.
    pub rule: String,
    /// A file, or `file#id`.
    #[serde(rename = "where")]
    pub place: String,
    /// Why.
    pub reason: String,
}

/// Takes out what was silenced (never errors) and sorts by file and line.
pub fn finish(findings: &mut Vec<Finding>, silences: &[Silence]) {
    findings.retain(|finding| {
        let silenced = silences.iter().any(|silence| {
            let (file, id) = silence
                .place
                .split_once('#')
                .unwrap_or((&silence.place, ""));
            silence.rule == finding.code.as_str()
                && file == finding.file
                && (id.is_empty() || id == finding.id)
                && !silence.reason.is_empty()
        });
        !silenced || finding.severity == Severity::Error
    });
    findings.sort_by(|a, b| {
        (&a.file, a.line, a.code, &a.args).cmp(&(&b.file, b.line, b.code, &b.args))
    });
    findings.dedup();
}
