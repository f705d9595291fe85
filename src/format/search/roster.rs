//! What search may know of a commune's roster: villages, bodies and people as far as the search surface allows.

use ecow::EcoString;
use rustc_hash::FxHashMap;

use super::{script::Json, titles::Titles};
use crate::{
    model::{OfficeIdx, Phone, PlaceIdx, SchemeIdx, UnitIdx},
    plan::{SitePlan, Subject},
    publish::{
        Contact, Holder, PublicBody, PublicCommune, PublicPerson, PublicSite, Published, Surface,
    },
    scheme::Reach,
};

/// A commune's roster.
#[derive(Debug)]
pub(super) struct Roster<'a> {
    /// The place.
    pub place: PlaceIdx,
    /// The duty phone of the police.
    pub duty: Option<&'a Phone>,
    /// The office's phone.
    pub office: Option<&'a Phone>,
    /// Villages, in the order of the roster.
    pub units: Vec<Unit<'a>>,
    /// Bodies that villages do not stand for.
    pub bodies: Vec<Body<'a>>,
    /// People, each once.
    pub people: Vec<Person<'a>>,
}

/// A village.
#[derive(Debug)]
pub(super) struct Unit<'a> {
    /// Full name.
    pub name: &'a str,
    /// Name without its kind.
    pub own: &'a str,
    /// Last part of its address, where that is not made from its name.
    pub slug: Option<&'a str>,
    /// Whoever leads its body, else its head, as an index into the people.
    pub leader: Option<usize>,
}

/// A body.
#[derive(Debug)]
pub(super) struct Body<'a> {
    /// The number of its kind.
    pub kind: u16,
    /// Its anchor's number on the page.
    pub at: usize,
    /// Its own name.
    pub name: Option<&'a str>,
    /// The village it belongs to.
    pub unit: Option<UnitIdx>,
    /// Whoever leads it, as an index into the people.
    pub leader: Option<usize>,
}

/// Someone with a public post.
#[derive(Debug)]
pub(super) struct Person<'a> {
    /// Full name.
    pub name: &'a str,
    /// Number.
    pub phone: Option<&'a Phone>,
    /// The village, where the post is one of a village.
    pub unit: Option<UnitIdx>,
    /// Titles by number, offices first.
    pub titles: Vec<u16>,
    /// Whether the person leads something.
    pub leads: bool,
}

/// Titles shown of one person.
const MOST_TITLES: usize = 4;

impl<'a> Roster<'a> {
    /// Gathers what search may know.
    pub(super) fn gather(plan: &'a SitePlan, commune: &'a PublicCommune, titles: &Titles) -> Self {
        let mut gathering = Gathering {
            site: plan.site,
            commune,
            titles,
            people: Vec::new(),
            known: FxHashMap::default(),
        };
        let bodies = gathering.bodies();
        let units = (0..commune.units.len()).map(UnitIdx::new);
        let units = units.map(|at| gathering.unit(plan, at)).collect();
        for person in &mut gathering.people {
            person.titles.truncate(MOST_TITLES);
            person.titles.shrink_to_fit();
        }
        Roster {
            place: commune.place,
            duty: search(commune.office.police_duty.as_ref()),
            office: search(commune.office.phone.as_ref()),
            units,
            bodies,
            people: gathering.people,
        }
    }

    /// The part of the commune: everything in it. `commune` is its row.
    pub(super) fn write(&self, commune: &Json) -> Json {
        let mut json = Json::default();
        json.object().key("c").list().raw(commune).end();
        json.key("o").maybe(digits(self.office)).key("v").list();
        for unit in &self.units {
            json.list()
                .text(unit.name)
                .maybe(unit.slug)
                .index(unit.leader)
                .end();
        }
        json.end().key("b").list();
        for body in &self.bodies {
            json.list().number(body.kind).number(body.at);
            json.index(body.unit.map(UnitIdx::at)).index(body.leader);
            json.maybe(body.name).end();
        }
        json.end().key("p").list();
        for person in &self.people {
            json.list().text(person.name).maybe(digits(person.phone));
            json.index(person.unit.map(UnitIdx::at));
            for title in &person.titles {
                json.number(*title);
            }
            json.end();
        }
        json.end().done();
        json
    }
}

/// The digits of a number.
pub(super) fn digits(phone: Option<&Phone>) -> Option<&str> {
    phone.map(Phone::digits)
}

/// A value that search may know.
pub(super) fn search<T>(value: Option<&Published<T>>) -> Option<&T> {
    value?.on(Surface::Search)
}

/// A roster on its way into the index.
struct Gathering<'a, 't> {
    site: &'a PublicSite,
    commune: &'a PublicCommune,
    titles: &'t Titles,
    people: Vec<Person<'a>>,
    known: FxHashMap<&'a str, usize>,
}

impl<'a> Gathering<'a, '_> {
    /// The people of all bodies, and the bodies that have a place of their own in the results: those of the commune, and
    /// those with a name.
    fn bodies(&mut self) -> Vec<Body<'a>> {
        let commune = self.commune;
        let edition = self.site.gazetteer.edition_of(commune.place);
        let mut bodies = Vec::new();
        for (at, body) in commune.bodies.iter().enumerate() {
            let reach = self.site.schemes.get(body.scheme).bodies[body.kind.at()].reach(edition);
            let unit = match (reach, &body.serves[..]) {
                (Reach::Commune, _) => None,
                (_, [first, ..]) => Some(*first),
                _ => None,
            };
            let leader = self.seats(body, unit);
            let name = body.name.as_deref();
            let own = reach == Reach::Commune || reach == Reach::Deeper && name.is_some();
            if let Some(kind) = self.titles.body(body.scheme, body.kind).filter(|_| own) {
                bodies.push(Body {
                    kind,
                    at,
                    name,
                    unit,
                    leader,
                });
            }
        }
        bodies
    }

    /// Adds whoever sits on a body, and says who leads it.
    fn seats(&mut self, body: &'a PublicBody, unit: Option<UnitIdx>) -> Option<usize> {
        let kind = &self.site.schemes.get(body.scheme).bodies[body.kind.at()];
        let mut leader = None;
        for seat in &body.seats {
            let Holder::Person(person) = &seat.holder else {
                continue;
            };
            let Some(at) = self.person(person, unit) else {
                continue;
            };
            if let Some(office) = seat.office {
                let title = self.office(body.scheme, office, unit);
                self.entitle(at, title);
            }
            let title = self.titles.post(body.scheme, body.kind, seat.post);
            self.entitle(at, title);
            if kind.posts[seat.post.at()].rank == 1 {
                self.people[at].leads = true;
                leader = leader.or(Some(at));
            }
        }
        leader
    }

    fn unit(&mut self, plan: &'a SitePlan, at: UnitIdx) -> Unit<'a> {
        let commune = self.commune;
        let unit = &commune.units[at.at()];
        let head = unit.head.as_ref().and_then(|head| match &head.holder {
            Holder::Person(person) => self.person(person, Some(at)),
            Holder::Withheld | Holder::Vacant => None,
        });
        if let Some(head) = head {
            let scheme = self.site.schemes.get(commune.scheme);
            let office = scheme.offices.iter().position(|office| office.unit_head);
            let office = office.map(OfficeIdx::new);
            let title = office.and_then(|office| self.office(commune.scheme, office, Some(at)));
            self.entitle(head, title);
            self.people[head].leads = true;
        }
        let kind = &self.site.gazetteer.edition_of(commune.place).kinds[unit.kind];
        Unit {
            name: &unit.name,
            own: crate::model::text::bare(&unit.name, &kind.title),
            slug: odd_slug(plan, Subject::Unit(commune.place, at), &unit.name),
            leader: self.first(at, head),
        }
    }

    /// Whom to call first: whoever leads the village's body and may be named; where there is no such body, its head.
    fn first(&self, at: UnitIdx, head: Option<usize>) -> Option<usize> {
        let edition = self.site.gazetteer.edition_of(self.commune.place);
        let team = self.commune.bodies.iter().find(|body| {
            let kind = &self.site.schemes.get(body.scheme).bodies[body.kind.at()];
            body.serves.contains(&at) && kind.reach(edition) == Reach::Unit
        });
        let Some(team) = team else {
            return head;
        };
        let kind = &self.site.schemes.get(team.scheme).bodies[team.kind.at()];
        let leads = |rank: u32| rank == 1;
        let leader = team
            .seats
            .iter()
            .find(|seat| leads(kind.posts[seat.post.at()].rank))?;
        match &leader.holder {
            Holder::Person(person) => self.known.get(&*person.id).copied(),
            Holder::Withheld | Holder::Vacant => None,
        }
    }

    /// Someone who may be found by name; the same person in two seats is one.
    fn person(&mut self, person: &'a PublicPerson, unit: Option<UnitIdx>) -> Option<usize> {
        let name = search(Some(&person.name))?;
        let phone = match &person.contact {
            Contact::Public(phone) => search(Some(phone)),
            Contact::Withheld | Contact::Missing => None,
        };
        let next = self.people.len();
        let at = *self.known.entry(&person.id).or_insert(next);
        if at == next {
            self.people.push(Person {
                name,
                phone: None,
                unit: None,
                titles: Vec::new(),
                leads: false,
            });
            for held in search(Some(&person.offices)).into_iter().flatten() {
                let title = self.office(held.scheme, held.office, held.unit.or(unit));
                self.entitle(at, title);
            }
        }
        let known = &mut self.people[at];
        known.phone = known.phone.or(phone);
        known.unit = known.unit.or(unit);
        Some(at)
    }

    fn entitle(&mut self, person: usize, title: Option<u16>) {
        let titles = &mut self.people[person].titles;
        if let Some(title) = title.filter(|title| !titles.contains(title)) {
            titles.push(title);
        }
    }

    /// The title of an office of the commune, or of one of its villages.
    fn office(&self, scheme: SchemeIdx, office: OfficeIdx, unit: Option<UnitIdx>) -> Option<u16> {
        let gazetteer = &self.site.gazetteer;
        let edition = gazetteer.edition_of(self.commune.place);
        let held = &self.site.schemes.get(scheme).offices[office.at()];
        let level = edition.level(&held.level);
        let kind = match level {
            Some(level) if level >= edition.unit_level => {
                let unit = unit.map_or(self.commune.units.first(), |at| {
                    self.commune.units.get(at.at())
                });
                unit.map(|unit| unit.kind)
            }
            Some(level) => gazetteer
                .at_level(self.commune.place, level)
                .map(|at| gazetteer.place(at).kind),
            None => None,
        };
        let kind = kind.unwrap_or(gazetteer.place(self.commune.place).kind);
        self.titles.office(scheme, office, kind)
    }
}

/// The last part of a subject's address, where it is not simply made from its name.
pub(super) fn odd_slug<'a>(plan: &'a SitePlan, subject: Subject, name: &str) -> Option<&'a str> {
    let stem = plan.addresses.stem(subject)?;
    let last = stem.rsplit('/').next().unwrap_or(stem);
    (last != crate::model::fold::slug(name)).then_some(last)
}

/// A name as it is hashed: its keys with single spaces.
pub(super) fn joined(name: &str) -> EcoString {
    let mut joined = EcoString::new();
    for key in crate::model::syllable::keys(name) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(&key);
    }
    joined
}
