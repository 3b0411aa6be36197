//! A form of a test: its sections with the items of this form, in the order of the pack.

use crate::ids::{FormId, SectionId};
use crate::model::Test;
use crate::records::PackStamp;
use crate::study::Asked;
use crate::translated::Tr;

/// One form of a test.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Which form.
    pub id: FormId,
    /// Its sections in order; none is empty.
    pub sections: Vec<FormSection>,
}

/// A section of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormSection {
    /// Which section.
    pub id: SectionId,
    /// Its place among all sections of the test, from 0: what records and scores say.
    pub number: u8,
    /// Its title.
    pub title: Tr,
    /// Its items in order.
    pub items: Vec<Asked>,
}

impl FormSection {
    /// Whether it is listened to: then it only goes forward.
    pub fn is_listening(&self) -> bool {
        !self.items.is_empty() && self.items.iter().all(|item| item.exercise.is_listening())
    }
}

impl Form {
    /// The form of that name.
    pub fn of(test: &Test, pack: &PackStamp, id: FormId) -> Self {
        let sections = test
            .sections
            .iter()
            .zip(0..)
            .map(|(section, number)| FormSection {
                id: section.id.clone(),
                number,
                title: section.title.clone(),
                items: section
                    .exercises
                    .iter()
                    .filter(|exercise| exercise.form == Some(id))
                    .flat_map(|exercise| Asked::all(pack, exercise))
                    .collect(),
            });
        let sections = sections
            .filter(|section| !section.items.is_empty())
            .collect();
        Self { id, sections }
    }

    /// How many items it has.
    pub fn item_count(&self) -> usize {
        self.sections
            .iter()
            .map(|section| section.items.len())
            .sum()
    }
}
