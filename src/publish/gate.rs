//! The gate: consumes the registry, lets through what the policy permits, and remembers the rest as hashes.

use chrono::{Days, NaiveDate};
use ecow::EcoString;
use rayon::prelude::*;

use super::{
    Contact, GuardBuilder, Holder, OfficeHeld, PublicBody, PublicCommune, PublicDecision,
    PublicHead, PublicOffice, PublicPerson, PublicSeat, PublicSite, PublicUnit, Published,
    Surfaces,
    policy::{Capacity, Case, Consent, Field, Policy},
    settings,
};
use crate::{
    check::{Body, Broken, Decision, Head, Member, Office, Person, Registry, Roster, Unit},
    diag::{Report, Sp},
    model::{Phone, RosterIdx, date},
    parse::draft::{Param, Term},
    scheme::{Scheme, Schemes},
};

/// Opens the gate. The registry ends here; only what is public and what makes the guard over the rest go on.
///
/// A permission that cannot be read permits nothing, so what follows may still be looked at for other findings.
pub fn publish(registry: Registry) -> (PublicSite, GuardBuilder, Report) {
    let mut report = Report::default();
    let policy = Policy::compile(&registry.policy, &registry.schemes, &mut report);
    let gate = Gate {
        policy: &policy,
        schemes: &registry.schemes,
        day: registry.as_of,
    };
    let broken = broken_by_roster(registry.broken, registry.rosters.len());
    let opened: Vec<(PublicCommune, GuardBuilder)> = registry
        .rosters
        .into_par_iter()
        .zip(broken)
        .map(|(roster, broken)| gate.commune(roster, broken))
        .collect();
    let mut guard = GuardBuilder::default();
    let mut communes = Vec::with_capacity(opened.len());
    for (commune, seen) in opened {
        communes.push(commune);
        guard.merge(seen);
    }
    let roster_of = communes
        .iter()
        .enumerate()
        .map(|(at, c)| (c.place, RosterIdx::new(at)))
        .collect();
    let site = PublicSite {
        info: settings::info(registry.site),
        as_of: registry.as_of,
        edition: registry.edition,
        scheme: registry.scheme,
        gazetteer: registry.gazetteer,
        schemes: registry.schemes,
        communes,
        roster_of,
        rollout: registry.rollout,
        agencies: registry.agencies,
        lock: registry.lock,
        moved: registry.moved,
        style: registry.style,
        articles: registry.articles,
        _published: super::site::Passed,
    };
    (site, guard, report)
}

/// What decides, for one site on one day.
struct Gate<'a> {
    policy: &'a Policy,
    schemes: &'a Schemes,
    day: NaiveDate,
}

/// One roster on its way through.
struct Passage<'a> {
    gate: &'a Gate<'a>,
    people: &'a [Person],
    decisions: &'a [Decision],
    guard: GuardBuilder,
    /// Where each person's name and phone came to be allowed, over all their seats.
    allowed: Vec<(Surfaces, Surfaces)>,
}

impl Gate<'_> {
    fn commune(&self, roster: Roster, broken: Vec<Broken>) -> (PublicCommune, GuardBuilder) {
        let scheme = self.schemes.get(roster.scheme);
        let mut passage = Passage {
            gate: self,
            people: &roster.people,
            decisions: &roster.decisions,
            guard: GuardBuilder::default(),
            allowed: vec![(Surfaces::NONE, Surfaces::NONE); roster.people.len()],
        };
        let office = passage.office(&roster.office);
        let units = roster.units.iter().map(|unit| passage.unit(unit)).collect();
        let bodies = roster
            .bodies
            .iter()
            .map(|body| passage.body(body))
            .collect();
        passage.withhold();
        let guard = passage.guard;
        let verified = roster
            .verified
            .map(|verified| (verified.date.value, verified.by));
        let check_again = verified
            .as_ref()
            .and_then(|(date, _)| check_again(scheme, *date));
        let (place, source, scheme) = (roster.place, roster.file, roster.scheme);
        (
            PublicCommune {
                place,
                scheme,
                source,
                verified,
                check_again,
                office,
                units,
                bodies,
                broken,
            },
            guard,
        )
    }
}

impl Passage<'_> {
    fn office(&mut self, office: &Office) -> PublicOffice {
        PublicOffice {
            address: self.plain(Field::OfficeAddress, office.address.as_ref()),
            phone: self.number(Field::OfficePhone, office.phone.as_ref()),
            police_duty: self.number(Field::OfficePoliceDuty, office.police_duty.as_ref()),
            email: self.plain(Field::OfficeEmail, office.email.as_ref()),
            hours: office.hours.clone(),
        }
    }

    fn plain(
        &mut self,
        field: Field,
        text: Option<&Sp<EcoString>>,
    ) -> Option<Published<EcoString>> {
        let text = text?;
        let surfaces = self.gate.policy.surfaces(field, Case::NOBODY);
        self.register(text, text, surfaces)
    }

    fn number(&mut self, field: Field, phone: Option<&Sp<Phone>>) -> Option<Published<Phone>> {
        let phone = phone?;
        let surfaces = self.gate.policy.surfaces(field, Case::NOBODY);
        self.register(phone, phone.digits(), surfaces)
    }

    /// Publishes a value where it may appear, and has the guard watch all other surfaces.
    fn register<T: Clone>(
        &mut self,
        value: &Sp<T>,
        text: &str,
        surfaces: Surfaces,
    ) -> Option<Published<T>> {
        self.watch(text, surfaces, value.span);
        Published::allowed(value.value.clone(), surfaces, value.span)
    }

    fn watch(&mut self, text: &str, surfaces: Surfaces, span: crate::diag::Span) {
        if !surfaces.is_empty() {
            self.guard.public(text, surfaces);
        }
        if surfaces != Surfaces::ALL {
            self.guard.private(text, surfaces, span);
        }
    }

    fn unit(&mut self, unit: &Unit) -> PublicUnit {
        let head = unit.head.map(|head| match head {
            Head::Vacant { since } => PublicHead {
                holder: Holder::Vacant,
                term: Some(Term {
                    from: since,
                    until: None,
                }),
            },
            Head::Person { person, term } => PublicHead {
                holder: self.holder(person.at(), None, Field::UnitHead),
                term,
            },
        });
        let (id, name) = (unit.id.clone(), unit.name.value.clone());
        PublicUnit {
            id,
            name,
            kind: unit.kind,
            households: unit.households,
            head,
        }
    }

    fn body(&mut self, body: &Body) -> PublicBody {
        let kind = &self.gate.schemes.get(body.scheme).bodies[body.kind.at()];
        let id = Some(&*kind.id);
        let case = Case {
            body: id,
            ..Case::NOBODY
        };
        let decided = self.gate.policy.surfaces(Field::Decision, case);
        let counted = self.gate.policy.surfaces(Field::BodyHouseholds, case);
        let day = self.gate.day;
        let now = body
            .members
            .iter()
            .filter(|m| m.person.is_none() || m.holds(day));
        let mut seats: Vec<_> = now
            .map(|member| self.seat(member, id, Field::PersonName))
            .collect();
        seats.sort_by_key(|seat| (kind.posts[seat.post.at()].rank, seat.post, seat.office));
        let past = body
            .members
            .iter()
            .filter(|m| m.person.is_some() && m.until.is_some_and(|until| until < day));
        let mut past: Vec<_> = past
            .map(|member| self.seat(member, id, Field::PersonHistory))
            .collect();
        past.retain(|seat| matches!(seat.holder, Holder::Person(_)));
        PublicBody {
            scheme: body.scheme,
            kind: body.kind,
            name: body.name.as_ref().map(|name| name.value.clone()),
            serves: body.serves.clone(),
            decision: body
                .decision
                .map(|at| &self.decisions[at])
                .and_then(|it| Published::allowed(decision(it), decided, it.number.span)),
            elected: body.elected.map(|day| day.value),
            term: body.term,
            households: body
                .households
                .and_then(|n| Published::allowed(n.value, counted, n.span)),
            concentrated: body.concentrated.clone(),
            meetings: body.meetings.clone(),
            seats,
            past,
        }
    }

    fn seat(&mut self, member: &Member, body: Option<&str>, field: Field) -> PublicSeat {
        let holder = member.person.map_or(Holder::Vacant, |person| {
            self.holder(person.at(), body, field)
        });
        PublicSeat {
            post: member.post,
            office: member.office,
            holder,
            from: member.from,
            until: member.until,
        }
    }

    /// A person in one place of the roster. What is withheld here may be public in another seat.
    fn holder(&mut self, at: usize, body: Option<&str>, field: Field) -> Holder {
        let person = &self.people[at];
        let case = self.case(person, body);
        let removed = person.withdrawn.is_some();
        let may = |field, kept_back: bool| {
            if removed || kept_back {
                Surfaces::NONE
            } else {
                self.gate.policy.surfaces(field, case)
            }
        };
        let name = may(field, person.withhold_name);
        // A number without a name helps nobody and gives the person away.
        let phone = if name.is_empty() {
            Surfaces::NONE
        } else {
            may(Field::PersonPhone, person.withhold_phone)
        };
        let offices = if name.is_empty() {
            Surfaces::NONE
        } else {
            may(Field::PersonOffices, false)
        };
        self.allowed[at].0 = self.allowed[at].0.union(name);
        self.allowed[at].1 = self.allowed[at].1.union(phone);
        if name.is_empty() {
            return Holder::Withheld;
        }
        let contact = match &person.phone {
            None => Contact::Missing,
            Some(_) if phone.is_empty() => Contact::Withheld,
            Some(number) => {
                Contact::Public(Published::new(number.value.clone(), phone, number.span))
            }
        };
        Holder::Person(Box::new(PublicPerson {
            id: person.id.clone(),
            name: Published::new(person.name.value.clone(), name, person.name.span),
            contact,
            offices: Published::new(
                if offices.is_empty() {
                    Vec::new()
                } else {
                    self.offices_held(person).collect()
                },
                offices,
                person.name.span,
            ),
        }))
    }

    fn case<'b>(&self, person: &Person, body: Option<&'b str>) -> Case<'b> {
        let official = self
            .offices_held(person)
            .any(|held| self.gate.schemes.get(held.scheme).offices[held.office.at()].official);
        let agreed = person.consent.is_some_and(|given| given <= self.gate.day);
        Case {
            body,
            capacity: Some(if official {
                Capacity::Official
            } else {
                Capacity::Volunteer
            }),
            consent: if agreed {
                Consent::Given
            } else {
                Consent::Absent
            },
        }
    }

    fn offices_held<'p>(&self, person: &'p Person) -> impl Iterator<Item = OfficeHeld> + use<'p> {
        let day = self.gate.day;
        let held = person
            .offices
            .iter()
            .filter(move |held| date::holds(held.from, held.until, day));
        held.map(|held| OfficeHeld {
            scheme: held.scheme,
            office: held.office,
            unit: held.unit,
        })
    }

    /// Once every seat has been seen: what was allowed nowhere, or not everywhere, is watched; so is all that is private.
    fn withhold(&mut self) {
        for at in 0..self.people.len() {
            let person = &self.people[at];
            let (name, phone) = self.allowed[at];
            self.watch(&person.name, name, person.name.span);
            if let Some(number) = &person.phone {
                self.watch(number.digits(), phone, number.span);
            }
            let texts = person.private.iter().flat_map(|facts| &facts.texts);
            for text in texts.map(|text| text.expose()) {
                self.guard.private(text, Surfaces::NONE, text.span);
            }
        }
    }
}

fn decision(decision: &Decision) -> PublicDecision {
    PublicDecision {
        scheme: decision.scheme,
        number: decision.number.value.clone(),
        date: decision.date.value,
        signed_by: decision.signed_by.value,
        proposed_by: decision.proposed_by,
        agreed_with: decision.agreed_with.clone(),
    }
}

/// The day by which a roster must be verified again, from the scheme's own rule about it.
fn check_again(scheme: &Scheme, verified: NaiveDate) -> Option<NaiveDate> {
    let rule = scheme
        .rules
        .iter()
        .find(|rule| &*rule.kind.value == "verification-fresh")?;
    let days = rule.params.iter().find(|(key, _)| &*key.value == "days")?;
    let Param::Number(days) = &days.1 else {
        return None;
    };
    verified.checked_add_days(Days::new(u64::try_from(days.value).ok()?))
}

fn broken_by_roster(broken: Vec<Broken>, rosters: usize) -> Vec<Vec<Broken>> {
    let mut lists = Vec::new();
    lists.resize_with(rosters, Vec::new);
    for one in broken.into_iter().filter(|one| one.public) {
        let list: &mut Vec<Broken> = &mut lists[one.roster.at()];
        list.push(one);
    }
    lists
}
