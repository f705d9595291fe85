//! Who stands on a sheet: bodies, seats, and what is said where there is no one or no number.

use std::borrow::Cow;

use serde::Serialize;

use super::{super::words::Words, SURFACE};
use crate::{
    diag::Lang,
    model::{BodyIdx, OfficeIdx, PlaceIdx, SchemeIdx, UnitIdx, date, text::within},
    plan::SitePlan,
    publish::{
        Contact, Holder, PublicBody, PublicCommune, PublicPerson, PublicSeat, PublicSite,
        PublicUnit, Published,
    },
    scheme::{BodyKind, Reach},
};

/// A body.
#[derive(Debug, Serialize)]
pub(super) struct Body<'a> {
    /// Title of its kind.
    pub title: &'a str,
    /// The same, shorter.
    pub short: &'a str,
    /// Its own name; empty where it has none.
    pub name: &'a str,
    /// Its decision, in a sentence; empty where none may be shown.
    pub decision: String,
    /// Its seats, by rank.
    pub seats: Vec<Seat<'a>>,
    /// Why there is no list.
    pub state: Option<State<'a>>,
}

/// A seat.
#[derive(Debug, Default, Serialize)]
pub(super) struct Seat<'a> {
    /// Title of the post.
    pub post: Cow<'a, str>,
    /// The office it goes with, or the term.
    pub detail: String,
    /// Who holds it.
    pub name: Option<&'a str>,
    /// Their number.
    pub phone: Option<String>,
    /// What is said in place of a name or a number.
    pub state: Option<&'a str>,
}

/// Why there is no list, and what to do.
#[derive(Debug, Serialize)]
pub(super) struct State<'a> {
    pub title: &'a str,
    pub text: String,
}

/// A number to call, and who answers.
#[derive(Debug, Serialize)]
pub(super) struct Call {
    pub whom: String,
    pub phone: String,
}

/// Where people are read from.
#[derive(Clone, Copy)]
pub(super) struct Stage<'a> {
    pub plan: &'a SitePlan<'a>,
    pub commune: &'a PublicCommune,
    pub words: &'a Words,
    pub lang: Lang,
}

impl<'a> Stage<'a> {
    pub(super) const fn site(&self) -> &'a PublicSite {
        self.plan.site
    }

    /// The name of a place in a sentence.
    pub(super) fn within(&self, place: PlaceIdx) -> String {
        let gazetteer = &self.site().gazetteer;
        within(
            &gazetteer.place(place).name,
            &gazetteer.kind_of(place).title,
        )
    }

    /// What the commune lies in, nearest first, itself included.
    pub(super) fn lineage(&self) -> Vec<String> {
        let gazetteer = &self.site().gazetteer;
        let all = gazetteer.ancestry(self.commune.place);
        all.map(|at| self.within(at)).collect()
    }

    /// The bodies that serve a village, or the commune, of one reach: those recorded, then those that should be.
    pub(super) fn bodies(&self, unit: Option<UnitIdx>, reach: Reach) -> Vec<Body<'a>> {
        let commune = self.commune;
        let edition = self.site().gazetteer.edition_of(commune.place);
        let recorded = commune.bodies.iter().filter(|body| {
            unit.is_none_or(|unit| body.serves.contains(&unit))
                && self.kind(body).reach(edition) == reach
        });
        let recorded: Vec<&PublicBody> = recorded.collect();
        let mut bodies: Vec<Body> = recorded.iter().map(|body| self.body(body, unit)).collect();
        for (at, kind) in self.expected(unit, reach) {
            let has = |body: &&PublicBody| body.kind == at && body.scheme == commune.scheme;
            if !recorded.iter().any(has) {
                bodies.push(self.missing(kind, unit));
            }
        }
        bodies
    }

    /// The kinds of body that should exist here.
    pub(super) fn expected(
        &self,
        unit: Option<UnitIdx>,
        reach: Reach,
    ) -> impl Iterator<Item = (BodyIdx, &'a BodyKind)> {
        let (gazetteer, place) = (&self.site().gazetteer, self.commune.place);
        let edition = gazetteer.edition_of(place);
        let unit = unit.map(|at| &*edition.kinds[self.commune.units[at.at()].kind].id);
        let kinds = self.site().schemes.get(self.commune.scheme).bodies.iter();
        kinds
            .enumerate()
            .filter(move |(_, kind)| {
                kind.reach(edition) == reach
                    && kind.condition.holds_at(gazetteer, place)
                    && unit.is_none_or(|unit| kind.condition.holds_for_unit(unit))
            })
            .map(|(at, kind)| (BodyIdx::new(at), kind))
    }

    /// What there is instead of bodies that do not exist here.
    pub(super) fn instead(&self, unit: Option<UnitIdx>) -> Vec<&'a str> {
        let (gazetteer, place) = (&self.site().gazetteer, self.commune.place);
        let edition = gazetteer.edition_of(place);
        let unit = unit.map(|at| &*edition.kinds[self.commune.units[at.at()].kind].id);
        let kinds = self.site().schemes.get(self.commune.scheme).bodies.iter();
        kinds
            .flat_map(|kind| &kind.instead)
            .filter(|(condition, ..)| {
                condition.holds_at(gazetteer, place)
                    && unit.is_none_or(|unit| condition.holds_for_unit(unit))
            })
            .map(|(_, text, _)| text.get(self.lang))
            .collect()
    }

    fn kind(&self, body: &PublicBody) -> &'a BodyKind {
        &self.site().schemes.get(body.scheme).bodies[body.kind.at()]
    }

    fn body(&self, body: &'a PublicBody, unit: Option<UnitIdx>) -> Body<'a> {
        let kind = self.kind(body);
        let around = unit.or(body.serves.first().copied());
        let decision = body.decision.as_ref().and_then(|one| one.on(SURFACE));
        let decision = decision.map(|decision| {
            let day = date::show(decision.date, self.lang);
            let filled = [("number", &*decision.number), ("date", &*day)];
            self.words.fill("decision_text", &filled)
        });
        let seats: Vec<Seat> = body
            .seats
            .iter()
            .map(|seat| self.seat(body, seat, around))
            .collect();
        Body {
            title: kind.title.get(self.lang),
            short: kind.short.get(self.lang),
            name: body.name.as_deref().unwrap_or_default(),
            decision: decision.unwrap_or_default(),
            state: seats
                .is_empty()
                .then(|| self.state("state_unknown", self.words.get("unknown_body").to_owned())),
            seats,
        }
    }

    /// A body that should exist and is not recorded.
    fn missing(&self, kind: &'a BodyKind, unit: Option<UnitIdx>) -> Body<'a> {
        let scheme = self.commune.scheme;
        let decided = kind.establishment.as_ref().and_then(|chain| {
            let office = self.site().schemes.get(scheme).office(&chain.decided_by)?;
            Some(self.office(scheme, office, unit))
        });
        let text = match decided {
            Some(who) => self.words.fill("unset_next", &[("who", &who)]),
            None => self.words.get("unset_text").to_owned(),
        };
        Body {
            title: kind.title.get(self.lang),
            short: kind.short.get(self.lang),
            name: "",
            decision: String::new(),
            seats: Vec::new(),
            state: Some(self.state("state_unset", text)),
        }
    }

    pub(super) fn state(&self, key: &str, text: String) -> State<'a> {
        State {
            title: self.words.get(key),
            text,
        }
    }

    fn seat(&self, body: &PublicBody, seat: &'a PublicSeat, unit: Option<UnitIdx>) -> Seat<'a> {
        let post = &self.kind(body).posts[seat.post.at()];
        let mut shown = self.held(&seat.holder);
        shown.post = post.title.get(self.lang).into();
        let own = seat.office.or(post.office);
        let held = self.offices(&seat.holder);
        let of = |office: OfficeIdx| held.iter().find(|held| held.office == office);
        shown.detail = match own {
            Some(office) => {
                let at = of(office).and_then(|held| held.unit).or(unit);
                let named = of(office)
                    .and_then(|held| held.unit)
                    .filter(|_| unit.is_none());
                self.titled(body.scheme, office, at, named)
            }
            None => held.first().map_or_else(String::new, |held| {
                let named = held.unit.filter(|_| unit.is_none());
                self.titled(held.scheme, held.office, held.unit.or(unit), named)
            }),
        };
        if let (Holder::Vacant, Some(day)) = (&seat.holder, seat.from) {
            let day = date::show(day, self.lang);
            shown.detail = self.words.fill("since", &[("date", &day)]);
        }
        shown
    }

    fn titled(
        &self,
        scheme: SchemeIdx,
        office: OfficeIdx,
        unit: Option<UnitIdx>,
        named: Option<UnitIdx>,
    ) -> String {
        let title = self.office(scheme, office, unit);
        match named.and_then(|at| self.commune.units.get(at.at())) {
            Some(unit) => format!("{title}{}{}", self.words.get("comma"), unit.name),
            None => title,
        }
    }

    fn offices(&self, holder: &'a Holder) -> &'a [crate::publish::OfficeHeld] {
        match holder {
            Holder::Person(person) => person.offices.on(SURFACE).map_or(&[], |held| &**held),
            _ => &[],
        }
    }

    /// Someone, or why there is no one.
    pub(super) fn held(&self, holder: &'a Holder) -> Seat<'a> {
        let mut seat = Seat::default();
        match holder {
            Holder::Vacant => seat.state = Some(self.words.get("state_vacant")),
            Holder::Withheld => seat.state = Some(self.words.get("state_held")),
            Holder::Person(person) => self.person(person, &mut seat),
        }
        seat
    }

    fn person(&self, person: &'a PublicPerson, seat: &mut Seat<'a>) {
        seat.name = person.name.on(SURFACE).map(|name| &**name);
        if seat.name.is_none() {
            seat.state = Some(self.words.get("state_held"));
            return;
        }
        seat.phone = person.number(SURFACE).map(|phone| phone.show());
        if seat.phone.is_none() {
            seat.state = Some(match person.contact {
                Contact::Missing => self.words.get("no_phone"),
                _ => self.words.get("phone_held"),
            });
        }
    }

    /// The title of an office of the commune or of one of its villages.
    pub(super) fn office(
        &self,
        scheme: SchemeIdx,
        office: OfficeIdx,
        unit: Option<UnitIdx>,
    ) -> String {
        let site = self.site();
        let unit: Option<&PublicUnit> = unit.and_then(|at| self.commune.units.get(at.at()));
        let kind = site.kind_of_office(scheme, office, self.commune, unit);
        let edition = site.gazetteer.edition_of(self.commune.place);
        let title = site
            .schemes
            .get(scheme)
            .office_title(office, &edition.kinds[kind]);
        crate::model::text::capital(title.get(self.lang))
    }

    /// The police on duty, where a number is given.
    pub(super) fn duty(&self) -> Option<Call> {
        let phone = self.commune.office.police_duty.as_ref()?.on(SURFACE)?;
        let place = self.within(self.commune.place);
        Some(Call {
            whom: self.words.fill("card_duty", &[("place", &place)]),
            phone: phone.show(),
        })
    }

    /// The numbers that answer everywhere.
    pub(super) fn emergency(&self) -> Vec<Call> {
        let numbers = self.site().info.emergency.iter();
        let call = |one: &crate::parse::draft::EmergencyDraft| Call {
            whom: one.title.get(self.lang).to_owned(),
            phone: one.number.show(),
        };
        numbers.map(call).collect()
    }

    /// By when it has to be checked again, in a sentence.
    pub(super) fn again(&self) -> String {
        let day = self.commune.check_again;
        let day = day.map(|day| date::show(day, self.lang));
        day.map_or_else(String::new, |day| {
            self.words.fill("check_again", &[("date", &day)])
        })
    }
}

/// A value that paper may show.
pub(super) fn shown<T>(value: Option<&Published<T>>) -> Option<&T> {
    value?.on(SURFACE)
}
