//! The parts a person plays in a commune: what each is called, in which body, for which village.

use std::borrow::Cow;

use super::{roster::SURFACE, words::Words};
use crate::{
    diag::Lang,
    model::{OfficeIdx, SchemeIdx, UnitIdx, text::capital},
    publish::{Chair, Holder, PublicCommune, PublicSeat, PublicSite},
};

/// A part someone plays.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// 1 leads.
    pub rank: u32,
    /// What people know them as: the office of an official, else the post.
    pub title: Cow<'a, str>,
    /// The other of the two, where the seat goes with an office.
    pub role: Cow<'a, str>,
    /// The body and its own name, outermost first; empty for the head of a village.
    pub bodies: [&'a str; 2],
    /// The village, where there is one.
    pub unit: Option<UnitIdx>,
    /// The scheme that says so.
    pub scheme: SchemeIdx,
}

/// An office, the scheme it is of, and the village it is held for.
type Held = (SchemeIdx, OfficeIdx, Option<UnitIdx>);

/// Where parts are read from.
#[derive(Clone, Copy)]
pub(super) struct Stage<'a> {
    pub site: &'a PublicSite,
    pub commune: &'a PublicCommune,
    pub words: &'a Words,
    pub lang: Lang,
}

impl<'a> Stage<'a> {
    /// The part that goes with a chair.
    pub(super) fn part(&self, chair: Chair<'a>) -> Part<'a> {
        match chair {
            Chair::Head(unit, _) => self.head(unit),
            Chair::Seat(body, seat) => self.seat(body, seat),
        }
    }

    /// The bodies a person sits on and the villages they head, whoever leads first.
    pub(super) fn parts(&self, chairs: impl Iterator<Item = Chair<'a>>) -> Vec<Part<'a>> {
        let named = chairs.filter(|chair| chair.person(SURFACE).is_some());
        let mut parts: Vec<Part> = named.map(|chair| self.part(chair)).collect();
        parts.sort_by_key(|part| part.rank);
        parts
    }

    fn head(&self, unit: UnitIdx) -> Part<'a> {
        let scheme = self.commune.scheme;
        let offices = &self.site.schemes.get(scheme).offices;
        let office = offices.iter().position(|office| office.unit_head);
        Part {
            rank: 1,
            title: match office.map(OfficeIdx::new) {
                Some(office) => self.office(scheme, office, Some(unit)).into(),
                None => (&*self.words.head).into(),
            },
            role: "".into(),
            bodies: ["", ""],
            unit: Some(unit),
            scheme,
        }
    }

    fn seat(&self, body: usize, seat: &PublicSeat) -> Part<'a> {
        let body = &self.commune.bodies[body];
        let scheme = self.site.schemes.get(body.scheme);
        let kind = &scheme.bodies[body.kind.at()];
        let post = &kind.posts[seat.post.at()];
        let unit = body.serves.first().copied();
        let called = post.title.get(self.lang);
        let office = seat.office.or(post.office);
        let office = office.map(|at| (body.scheme, at, unit));
        let office = office.or_else(|| self.held(seat, unit));
        let (title, role) = match office {
            Some((by, at, unit)) => {
                let known = self.office(by, at, unit);
                let official = self.site.schemes.get(by).offices[at.at()].official;
                if official {
                    (known.into(), called.into())
                } else {
                    (called.into(), known.into())
                }
            }
            None => (called.into(), "".into()),
        };
        let own = body.name.as_deref().unwrap_or_default();
        Part {
            rank: post.rank,
            title,
            role,
            bodies: [kind.title.get(self.lang), own],
            unit,
            scheme: body.scheme,
        }
    }

    /// The first office that whoever sits here holds anyway, and the village it is held for.
    fn held(&self, seat: &PublicSeat, unit: Option<UnitIdx>) -> Option<Held> {
        let Holder::Person(person) = &seat.holder else {
            return None;
        };
        let held = person.offices.on(SURFACE)?.first()?;
        Some((held.scheme, held.office, held.unit.or(unit)))
    }

    fn office(&self, scheme: SchemeIdx, office: OfficeIdx, unit: Option<UnitIdx>) -> String {
        let unit = unit.and_then(|at| self.commune.units.get(at.at()));
        let kind = self.site.kind_of_office(scheme, office, self.commune, unit);
        let edition = self.site.gazetteer.edition_of(self.commune.place);
        let kinds = &edition.kinds[kind];
        let title = self.site.schemes.get(scheme).office_title(office, kinds);
        capital(title.get(self.lang))
    }
}
