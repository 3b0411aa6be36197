//! What cards need: the plan from the worker, the words of its packs, the lessons of its missed items.

use crate::pack::{Pack, Packs};
use crate::platform::fetch::LoadFault;
use crate::platform::packs;
use domain::ids::{ItemId, LessonId, PackId};
use domain::memory::Grade;
use domain::model::{Word, Words};
use domain::records::fold::DueUnit;
use domain::study::{Asked, Plan};
use std::collections::BTreeMap;
use yew::AttrValue;

/// Everything for one review or warm-up.
#[derive(Debug, Default, PartialEq)]
pub struct Material {
    /// The plan, with only those cards whose word is in a pack at hand.
    pub plan: Plan,
    /// The missed items of the plan.
    pub missed: Vec<Asked>,
    words: BTreeMap<PackId, (AttrValue, Words)>,
}

impl Material {
    /// How much there is to do.
    pub fn count(&self) -> usize {
        self.plan.count()
    }

    /// The first language of a pack.
    pub fn first(&self, pack: &PackId) -> AttrValue {
        self.words
            .get(pack)
            .map(|(first, _)| first.clone())
            .unwrap_or_default()
    }

    /// The word of a card.
    pub fn word(&self, unit: &DueUnit) -> Option<&Word> {
        let (_, words) = self.words.get(&unit.pack)?;
        words.0.iter().find(|word| word.key == unit.word)
    }

    /// The days until a card would be asked again after a grade.
    pub fn ahead(&self, unit: &DueUnit, grade: Grade) -> Option<i32> {
        let at = self.plan.cards.iter().position(|card| card == unit)?;
        let place = Grade::ALL.iter().position(|known| *known == grade)?;
        self.plan.ahead.get(at)?.get(place).copied()
    }

    /// Leaves out what the packs at hand no longer have.
    fn trimmed(mut self) -> Self {
        let plan = std::mem::take(&mut self.plan);
        let planned = plan.cards.len();
        let cards = plan.cards.into_iter().zip(plan.ahead);
        let (cards, ahead) = cards.filter(|(card, _)| self.word(card).is_some()).unzip();
        let is_here = |(_, _, item): &(PackId, LessonId, ItemId)| {
            self.missed.iter().any(|asked| asked.item() == item)
        };
        self.plan = Plan {
            elsewhere: plan.elsewhere + (planned - Vec::len(&cards)),
            cards,
            ahead,
            missed: plan.missed.into_iter().filter(is_here).collect(),
            ..plan
        };
        self
    }
}

/// Loads what a plan needs. A pack or lesson that is no longer served is passed over.
pub async fn load(plan: Plan, served: &Packs) -> Result<Material, LoadFault> {
    let mut material = Material::default();
    for pack in served.iter() {
        let id = &pack.index.id;
        if plan.cards.iter().any(|card| card.pack == *id)
            || plan.missed.iter().any(|(pack, ..)| pack == id)
        {
            let words = packs::words(&pack.path).await?;
            let first = AttrValue::from(pack.index.first_language().to_owned());
            material.words.insert(id.clone(), (first, words));
            material.missed.extend(missed(&plan, pack).await?);
        }
    }
    material.plan = plan;
    Ok(material.trimmed())
}

/// The missed items of a pack, in the plan's order.
async fn missed(plan: &Plan, pack: &Pack) -> Result<Vec<Asked>, LoadFault> {
    let stamp = pack.stamp();
    let of_pack = plan.missed.iter().filter(|(id, ..)| *id == pack.index.id);
    let mut lessons = BTreeMap::new();
    let mut found = Vec::new();
    for (_, lesson, item) in of_pack {
        if !pack.index.lessons.iter().any(|entry| entry.id == *lesson) {
            continue;
        }
        if !lessons.contains_key(lesson) {
            lessons.insert(lesson, packs::lesson(&pack.path, lesson).await?);
        }
        let exercises = lessons.get(lesson).into_iter().flat_map(|l| l.exercises());
        let mut asked = exercises.flat_map(|exercise| Asked::all(&stamp, exercise));
        found.extend(asked.find(|asked| asked.item() == item));
    }
    Ok(found)
}
