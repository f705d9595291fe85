//! Where people stand in a roster, in one order, and questions about them that more than one format asks.
//!
//! Decides nothing about what is public: whoever asks names the surface.

use super::{
    Contact, Holder, PublicCommune, PublicHead, PublicPerson, PublicSeat, PublicSite, PublicUnit,
    Surface,
};
use crate::model::{ChairIdx, OfficeIdx, Phone, SchemeIdx, UnitIdx};

/// Where someone stands.
#[derive(Clone, Copy, Debug)]
pub enum Chair<'a> {
    /// At the head of a village.
    Head(UnitIdx, &'a PublicHead),
    /// In a seat of a body, by the body's index.
    Seat(usize, &'a PublicSeat),
}

impl<'a> Chair<'a> {
    /// Who stands there.
    pub const fn holder(self) -> &'a Holder {
        match self {
            Chair::Head(_, head) => &head.holder,
            Chair::Seat(_, seat) => &seat.holder,
        }
    }

    /// The person who stands there, where the name may appear on this surface.
    pub fn person(self, surface: Surface) -> Option<&'a PublicPerson> {
        match self.holder() {
            Holder::Person(person) if person.name.on(surface).is_some() => Some(person),
            _ => None,
        }
    }
}

impl PublicCommune {
    /// All chairs with their numbers: the heads of the villages first, then the seats of each body.
    pub fn chairs(&self) -> impl Iterator<Item = (ChairIdx, Chair<'_>)> {
        let heads = self.units.iter().enumerate().filter_map(|(at, unit)| {
            let head = unit.head.as_ref()?;
            Some((ChairIdx::new(at), Chair::Head(UnitIdx::new(at), head)))
        });
        let bodies = self.bodies.iter().enumerate();
        let seats = bodies
            .flat_map(|(body, one)| one.seats.iter().map(move |seat| Chair::Seat(body, seat)));
        heads.chain((self.units.len()..).map(ChairIdx::new).zip(seats))
    }

    /// The chair of a number.
    pub fn chair(&self, at: ChairIdx) -> Option<Chair<'_>> {
        let mut at = at.at();
        if let Some(unit) = self.units.get(at) {
            return Some(Chair::Head(UnitIdx::new(at), unit.head.as_ref()?));
        }
        at -= self.units.len();
        for (body, one) in self.bodies.iter().enumerate() {
            match one.seats.get(at) {
                Some(seat) => return Some(Chair::Seat(body, seat)),
                None => at -= one.seats.len(),
            }
        }
        None
    }
}

impl PublicPerson {
    /// The number, where both it and the name may appear on this surface.
    pub fn number(&self, surface: Surface) -> Option<&Phone> {
        self.name.on(surface)?;
        match &self.contact {
            Contact::Public(phone) => phone.on(surface),
            Contact::Withheld | Contact::Missing => None,
        }
    }
}

impl PublicSite {
    /// The kind of place whose name stands in the title of an office, of a commune or of one of its villages: an index into
    /// the kinds of the commune's edition.
    pub fn kind_of_office(
        &self,
        scheme: SchemeIdx,
        office: OfficeIdx,
        commune: &PublicCommune,
        unit: Option<&PublicUnit>,
    ) -> usize {
        let gazetteer = &self.gazetteer;
        let edition = gazetteer.edition_of(commune.place);
        let office = &self.schemes.get(scheme).offices[office.at()];
        let level = edition.level(&office.level);
        let above = level
            .filter(|level| *level < edition.unit_level)
            .and_then(|level| gazetteer.at_level(commune.place, level))
            .map(|place| gazetteer.place(place).kind);
        let below = unit.or(commune.units.first()).map(|unit| unit.kind);
        let kind = match level {
            Some(level) if level >= edition.unit_level => below,
            _ => above,
        };
        kind.unwrap_or(gazetteer.place(commune.place).kind)
    }
}
