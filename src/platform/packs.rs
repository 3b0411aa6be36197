//! Packs served beside the app.

use super::{boot, fetch};
use crate::pack::Pack;
use domain::ids::{LessonId, TestId};
use domain::model::{Index, Lesson, Test, Words};
use std::rc::Rc;

/// The index of every pack that can be read, in the order of courses.
pub async fn all() -> Vec<Pack> {
    let mut packs = Vec::new();
    for place in boot::build().packs {
        let path = place.path.trim_end_matches('/').to_owned();
        match fetch::json::<Index>(&format!("{path}/index.json")).await {
            Ok(index) => packs.push(Pack {
                index: Rc::new(index),
                path: path.into(),
            }),
            Err(fault) => web_sys::console::warn_1(&format!("pack {}: {fault:?}", place.id).into()),
        }
    }
    packs.sort_by_key(|pack| pack.index.order);
    packs
}

/// One lesson.
pub async fn lesson(path: &str, id: &LessonId) -> Result<Lesson, fetch::LoadFault> {
    fetch::json(&format!("{path}/lesson/{id}.json")).await
}

/// One test.
pub async fn test(path: &str, id: &TestId) -> Result<Test, fetch::LoadFault> {
    fetch::json(&format!("{path}/test/{id}.json")).await
}

/// The words of a pack.
pub async fn words(path: &str) -> Result<Words, fetch::LoadFault> {
    fetch::json(&format!("{path}/words.json")).await
}
