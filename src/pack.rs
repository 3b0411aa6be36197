//! A lesson pack at hand: what it holds and where its files lie.

use domain::model::Index;
use domain::records::PackStamp;
use std::rc::Rc;

/// Every pack served beside the app, in the order of courses.
pub type Packs = Rc<[Pack]>;

/// A pack that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// What it holds.
    pub index: Rc<Index>,
    /// Its folder, relative to the page.
    pub path: Rc<str>,
}

impl Pack {
    /// The beginning of the hash of its content: the folder's name ends with it.
    pub fn hash(&self) -> &str {
        self.path.rsplit('-').next().unwrap_or_default()
    }

    /// The pack as it is now, for records.
    pub fn stamp(&self) -> PackStamp {
        PackStamp::new(self.index.id.clone(), &self.index.version, self.hash())
    }
}
