//! What a person chose: settings, a certificate, a new beginning.

use super::PackStamp;
use crate::ids::*;
use crate::model::StepKind;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A setting was chosen. Keys are listed in `docs/records.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What, at most 90 bytes.
    pub key: Rc<str>,
    /// The value, at most 120 bytes.
    pub value: Rc<str>,
}

impl Setting {
    /// A setting of that name.
    pub fn new(key: &str, value: &str) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }

    /// A step of a lesson was finished.
    pub fn step_done(pack: &PackId, lesson: &LessonId, step: StepKind) -> Self {
        Self::new(&format!("step/{pack}/{lesson}/{}", step.as_str()), "done")
    }

    /// The learner's own rating of a can-do, 1 (not yet) to 3 (surely).
    pub fn rating(pack: &PackId, can_do: &CanDoId, rating: u8) -> Self {
        Self::new(&format!("rating/{pack}/{can_do}"), &rating.to_string())
    }
}

/// A certificate was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its own number, as printed.
    pub serial: Rc<str>,
    /// The certificate of the pack.
    pub certificate: CertificateId,
    /// The pack.
    pub pack: PackStamp,
    /// The name on it, at most 120 bytes.
    pub name: Rc<str>,
    /// The beginning of the SHA-256 of its content.
    pub hash: Rc<str>,
}

/// Progress was reset: nothing that stands before it counts, but settings of the person stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reset {
    /// Of this pack only.
    pub pack: Option<PackId>,
}
