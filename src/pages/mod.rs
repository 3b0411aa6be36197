//! One folder a page.

pub mod courses;
pub mod lesson;
