//! Choice: one best answer among two to four options. The option list serves every kind that has one.

use super::*;

/// One best answer among two to four options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The options.
    pub options: Choices,
    /// Keep the order of the pack instead of shuffling.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
}

/// Two to four options of which one is right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Choices(pub Vec<ChoiceOption>);

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Explicit, unique in its question.
    pub id: PartId,
    /// Japanese text.
    #[serde(default, skip_serializing_if = "Ja::is_empty")]
    pub ja: Ja,
    /// Text in people's language.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub text: Tr,
    /// A picture of the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<Rc<str>>,
    /// Whether it is the key.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub right: bool,
    /// Why it fits, or why it does not.
    #[serde(default, skip_serializing_if = "Tr::is_empty")]
    pub why: Tr,
}

impl Choices {
    /// The option of that id.
    pub fn get(&self, id: &PartId) -> Option<&ChoiceOption> {
        self.0.iter().find(|option| option.id == *id)
    }

    /// The right option.
    pub fn key(&self) -> Option<&ChoiceOption> {
        self.0.iter().find(|option| option.right)
    }

    /// Judges a chosen option.
    pub fn grade(&self, answer: &Answer) -> Verdict {
        match answer {
            Answer::Option(id) => match self.get(id) {
                Some(option) if option.right => Verdict::right(),
                Some(_) => Verdict::wrong(Reason::Option(id.clone())),
                None => Verdict::wrong(Reason::Skipped),
            },
            Answer::Text(_) | Answer::Order(_) | Answer::Pairs(_) | Answer::Skipped => {
                Verdict::wrong(Reason::Skipped)
            }
        }
    }

    /// What an author got wrong; `stem` is the Japanese text beside the options.
    pub fn faults(&self, stem: &Ja, lang: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !(2..=4).contains(&self.0.len()) {
            faults.push(Fault::OptionCount(self.0.len()));
        }
        match self.0.iter().filter(|option| option.right).count() {
            0 => faults.push(Fault::NoKey),
            1 => {}
            _ => faults.push(Fault::TwoKeys),
        }
        for (n, option) in self.0.iter().enumerate() {
            if option.ja.is_empty() && option.text.is_empty() && option.icon.is_none() {
                faults.push(Fault::EmptyOption(option.id.clone()));
            }
            if !option.right && option.why.exact(lang).is_none() {
                faults.push(Fault::NoReason(option.id.clone()));
            }
            for other in &self.0[..n] {
                if other.id == option.id {
                    faults.push(Fault::SameId(option.id.clone()));
                }
                let same_text = match (other.text.exact(lang), option.text.exact(lang)) {
                    (Some(a), Some(b)) => a.trim().eq_ignore_ascii_case(b.trim()),
                    (None, None) => true,
                    (Some(_), None) | (None, Some(_)) => false,
                };
                if same_text && other.icon == option.icon && other.ja == option.ja {
                    faults.push(Fault::SameOptions(other.id.clone(), option.id.clone()));
                }
            }
        }
        let plain = |text: &Ja| text.written().replace(' ', "");
        if let Some(key) = self.key() {
            let written = plain(&key.ja);
            if written.chars().count() > 1
                && plain(stem).contains(&written)
                && stem.split_gap().is_none()
            {
                faults.push(Fault::KeyInStem(written));
            }
        }
        faults
    }
}

impl ExerciseKind for Choice {
    fn default_skill(&self, _exercise: &Exercise) -> Skill {
        let options_in_japanese = self.options.key().is_some_and(|key| !key.ja.is_empty());
        if options_in_japanese {
            Skill::Recall
        } else {
            Skill::Recognise
        }
    }

    fn faults(&self, exercise: &Exercise, lang: &str) -> Vec<Fault> {
        let mut faults = self.options.faults(&exercise.ja, lang);
        if exercise.ja.is_empty()
            && exercise.text.is_empty()
            && exercise.icon.is_none()
            && exercise.ask.is_empty()
        {
            faults.push(Fault::NoQuestion);
        }
        faults
    }

    fn grade(&self, _question: usize, answer: &Answer) -> Verdict {
        self.options.grade(answer)
    }

    fn choices(&self, _question: usize) -> Option<&Choices> {
        Some(&self.options)
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen::exercise;
    use super::*;
    use serde_json::json;

    fn two() -> Exercise {
        exercise(
            KindName::Choice,
            json!({"options": [
                {"id": "a", "ja": "から", "right": true},
                {"id": "b", "ja": "に", "why": {"id": "に menandai satu titik waktu."}},
            ]}),
        )
    }

    #[test]
    fn the_key_is_right_and_another_option_has_its_reason() {
        let exercise = two();
        assert_eq!(
            exercise.grade(0, &Answer::Option("a".parse().unwrap())),
            Verdict::right()
        );
        let verdict = exercise.grade(0, &Answer::Option("b".parse().unwrap()));
        assert_eq!(verdict.outcome, Outcome::Wrong);
        assert_eq!(
            exercise
                .why_not(0, &verdict.reasons[0])
                .and_then(|why| why.exact("id")),
            Some("に menandai satu titik waktu.")
        );
        assert_eq!(exercise.faults("id"), vec![]);
    }

    #[test]
    fn an_author_is_told_every_fault() {
        let exercise = exercise(
            KindName::Choice,
            json!({"options": [
                {"id": "a", "ja": "から"}, {"id": "a", "ja": "から", "why": {"id": "x"}},
            ]}),
        );
        let id: PartId = "a".parse().unwrap();
        assert_eq!(
            exercise.faults("id"),
            vec![
                Fault::NoKey,
                Fault::NoReason(id.clone()),
                Fault::SameId(id.clone()),
                Fault::SameOptions(id.clone(), id)
            ]
        );
    }
}
