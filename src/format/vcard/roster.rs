//! Who of a commune has a card: the people in order of their ids, each with every chair they sit on.
//!
//! Keeps numbers only; the names stay in the site.

use crate::{
    model::{ChairIdx, UnitIdx},
    publish::{Chair, PublicCommune, PublicPerson, Surface},
};

/// Where a card may show a value.
pub(super) const SURFACE: Surface = Surface::Export;

/// The chairs of everyone who may be named on a card, by id, then in the order of the commune.
#[derive(Debug)]
pub(super) struct Roster {
    chairs: Box<[ChairIdx]>,
}

impl Roster {
    /// Reads a commune.
    pub(super) fn of<'a>(commune: &'a PublicCommune) -> Self {
        let named = |(at, chair): (ChairIdx, Chair<'a>)| {
            let person = chair.person(SURFACE)?;
            Some((&*person.id, at))
        };
        let mut chairs: Vec<(&str, ChairIdx)> = commune.chairs().filter_map(named).collect();
        chairs.sort_unstable();
        Roster {
            chairs: chairs.into_iter().map(|(_, at)| at).collect(),
        }
    }

    /// The first chair of everyone who can be called that gives the number.
    pub(super) fn callable<'a>(
        &'a self,
        commune: &'a PublicCommune,
    ) -> impl Iterator<Item = ChairIdx> + 'a {
        let same = |a: &ChairIdx, b: &ChairIdx| id(commune, *a) == id(commune, *b);
        self.chairs.chunk_by(same).filter_map(|chairs| {
            let called = |at: &&ChairIdx| person(commune, **at).is_some_and(can_be_called);
            chairs.iter().find(called).copied()
        })
    }

    /// The chairs of a person.
    pub(super) fn chairs_of(&self, commune: &PublicCommune, person: &PublicPerson) -> &[ChairIdx] {
        let from = self
            .chairs
            .partition_point(|at| id(commune, *at) < &*person.id);
        let rest = &self.chairs[from..];
        let to = rest.partition_point(|at| id(commune, *at) == &*person.id);
        &rest[..to]
    }
}

/// Whether a person has a card.
pub(super) fn can_be_called(person: &PublicPerson) -> bool {
    person.number(SURFACE).is_some()
}

/// Who can be called in a commune's own bodies, each once, in order.
pub(super) fn of_commune(commune: &PublicCommune) -> Vec<&PublicPerson> {
    once(commune, |chair| match chair {
        Chair::Head(..) => false,
        Chair::Seat(body, _) => commune.bodies[body].serves.is_empty(),
    })
}

/// Who can be called in a village, each once: those of its bodies, then its head.
pub(super) fn of_unit(commune: &PublicCommune, unit: UnitIdx) -> Vec<&PublicPerson> {
    let mut people = once(commune, |chair| match chair {
        Chair::Head(..) => false,
        Chair::Seat(body, _) => commune.bodies[body].serves.contains(&unit),
    });
    let head = commune.chair(ChairIdx(u32::from(unit.0)));
    let head = head.and_then(|chair| chair.person(SURFACE));
    if let Some(head) = head.filter(|head| can_be_called(head))
        && people.iter().all(|person| person.id != head.id)
    {
        people.push(head);
    }
    people
}

fn once(commune: &PublicCommune, belongs: impl Fn(Chair<'_>) -> bool) -> Vec<&PublicPerson> {
    let mut people: Vec<&PublicPerson> = Vec::new();
    for (_, chair) in commune.chairs() {
        if let Some(person) = chair.person(SURFACE)
            && belongs(chair)
            && can_be_called(person)
            && people.iter().all(|other| other.id != person.id)
        {
            people.push(person);
        }
    }
    people
}

fn person(commune: &PublicCommune, at: ChairIdx) -> Option<&PublicPerson> {
    commune.chair(at)?.person(SURFACE)
}

fn id(commune: &PublicCommune, at: ChairIdx) -> &str {
    person(commune, at).map_or("", |person| &person.id)
}
