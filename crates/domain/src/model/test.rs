//! A test across lessons.

use super::*;
use crate::ids::*;
use crate::kinds::Exercise;
use crate::translated::Tr;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// `test/<id>.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Test {
    /// Identifier.
    pub id: TestId,
    /// Title.
    pub title: Tr,
    /// Level label.
    pub level: String,
    /// Time for the whole test, in minutes.
    pub minutes: u32,
    /// When it is passed.
    pub pass: Pass,
    /// Its sections in order.
    pub sections: Vec<Section>,
}

/// A section of a test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Identifier.
    pub id: SectionId,
    /// Title.
    pub title: Tr,
    /// All its exercises of all forms.
    pub exercises: Vec<Rc<Exercise>>,
}
