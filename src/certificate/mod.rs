//! Certificates on the page: the words around their content.

mod wording;

pub use wording::wording;
