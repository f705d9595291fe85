//! One roster as a rule sees it: the bodies and villages its `where` lets through, who sits where today.

use chrono::NaiveDate;

use super::{
    super::{Body, Decision, Frame, Head, Holding, Member, Roster, Unit},
    conditions::{hold_for_body, hold_for_unit},
};
use crate::{
    model::{BodyIdx, Edition, Gazetteer, OfficeIdx, PersonIdx, PostIdx, SchemeIdx, UnitIdx, date},
    scheme::{BodyKind, Condition, Scheme, Schemes},
};

/// A roster and the rule that is asked about it.
pub(super) struct RosterCx<'a> {
    pub gazetteer: &'a Gazetteer,
    pub schemes: &'a Schemes,
    pub as_of: NaiveDate,
    pub roster: &'a Roster,
    pub edition: &'a Edition,
    /// The rule's scheme.
    pub at: SchemeIdx,
    pub scheme: &'a Scheme,
    condition: &'a Condition,
}

impl<'a> RosterCx<'a> {
    /// The view of a roster for a rule of `scheme` with this condition.
    pub fn new(
        frame: &Frame<'a>,
        roster: &'a Roster,
        scheme: SchemeIdx,
        condition: &'a Condition,
    ) -> Self {
        RosterCx {
            gazetteer: frame.gazetteer,
            schemes: frame.schemes,
            as_of: frame.as_of,
            roster,
            edition: frame.gazetteer.edition_of(roster.place),
            at: scheme,
            scheme: frame.schemes.get(scheme),
            condition,
        }
    }

    /// Whether the rule is of the roster's own scheme.
    pub fn at_home(&self) -> bool {
        self.at == self.roster.scheme
    }

    /// The recorded bodies of a kind of the rule's scheme for which the `where` holds.
    pub fn bodies(&self, kind: BodyIdx) -> impl Iterator<Item = (usize, &'a Body)> {
        let all = self.roster.bodies.iter().enumerate();
        all.filter(move |(_, body)| {
            body.kind == kind
                && body.scheme == self.at
                && hold_for_body(self.condition, body, self.roster, self.edition)
        })
    }

    /// The recorded bodies that stand for a kind, whatever their scheme: of this id.
    ///
    /// A body under a newer decree still keeps order in its village, so the older one need not be set up there.
    pub fn standing_for(&self, kind: BodyIdx) -> impl Iterator<Item = (usize, &'a Body)> {
        let id = &self.kind(kind).id;
        let all = self.roster.bodies.iter().enumerate();
        all.filter(move |(_, body)| {
            (body.scheme == self.at && body.kind == kind)
                || (body.scheme != self.at
                    && self.schemes.get(body.scheme).bodies[body.kind.at()].id == *id)
        })
    }

    /// The villages for which the `where` holds.
    pub fn units(&self) -> impl Iterator<Item = (UnitIdx, &'a Unit)> {
        let all = self.roster.units.iter().enumerate();
        all.filter(|(_, unit)| hold_for_unit(self.condition, unit, self.edition))
            .map(|(at, unit)| (UnitIdx::new(at), unit))
    }

    /// A village.
    pub fn unit(&self, at: UnitIdx) -> &'a Unit {
        &self.roster.units[at.at()]
    }

    /// A body of the rule's scheme.
    pub fn kind(&self, kind: BodyIdx) -> &'a BodyKind {
        &self.scheme.bodies[kind.at()]
    }

    /// Whether the decree has this body in this commune at all.
    pub fn exists_here(&self, kind: BodyIdx) -> bool {
        self.kind(kind)
            .condition
            .holds_at(self.gazetteer, self.roster.place)
    }

    /// The decision a body rests on.
    pub fn decision(&self, body: &Body) -> Option<&'a Decision> {
        body.decision.map(|at| &self.roster.decisions[at])
    }

    /// Those who sit in a body today.
    pub fn current<'b>(&self, body: &'b Body) -> impl Iterator<Item = (&'b Member, PersonIdx)> {
        let day = self.as_of;
        let members = body.members.iter();
        members
            .filter(move |member| member.holds(day))
            .filter_map(|member| Some((member, member.person?)))
    }

    /// Those who hold a post today.
    pub fn holders<'b>(
        &self,
        body: &'b Body,
        post: PostIdx,
    ) -> impl Iterator<Item = (&'b Member, PersonIdx)> {
        self.current(body)
            .filter(move |(member, _)| member.post == post)
    }

    /// The seats of a post declared vacant today.
    pub fn vacancies<'b>(&self, body: &'b Body, post: PostIdx) -> impl Iterator<Item = &'b Member> {
        let day = self.as_of;
        let members = body.members.iter();
        members.filter(move |member| {
            member.person.is_none()
                && member.post == post
                && member.from.is_none_or(|since| since <= day)
        })
    }

    /// How many people sit in a body today, each counted once.
    pub fn size(&self, body: &Body) -> u32 {
        let mut people: Vec<PersonIdx> = self.current(body).map(|(_, person)| person).collect();
        people.sort_unstable();
        people.dedup();
        u32::try_from(people.len()).unwrap_or(u32::MAX)
    }

    /// Whether a person holds an office of the rule's scheme today; a village's office only for a village served.
    pub fn holds_office(&self, person: PersonIdx, office: OfficeIdx, body: &Body) -> bool {
        let serves = |at: UnitIdx| body.serves.is_empty() || body.serves.contains(&at);
        if self.scheme.offices[office.at()].unit_head {
            let mut units = self.roster.units.iter().enumerate();
            return units
                .any(|(at, unit)| serves(UnitIdx::new(at)) && self.head(unit) == Some(person));
        }
        let held = &self.roster.people[person.at()].offices;
        held.iter()
            .any(|it| self.is(it, office) && it.unit.is_none_or(serves))
    }

    /// Those who hold an office of a village today.
    pub fn holders_in(&self, unit: UnitIdx, office: OfficeIdx) -> Vec<PersonIdx> {
        if self.scheme.offices[office.at()].unit_head {
            return self.head(self.unit(unit)).into_iter().collect();
        }
        let people = self.roster.people.iter().enumerate();
        people
            .filter(|(_, person)| {
                person
                    .offices
                    .iter()
                    .any(|it| it.unit == Some(unit) && self.is(it, office))
            })
            .map(|(at, _)| PersonIdx::new(at))
            .collect()
    }

    /// The head of a village today.
    pub fn head(&self, unit: &Unit) -> Option<PersonIdx> {
        match unit.head {
            Some(Head::Person { person, .. }) => Some(person),
            _ => None,
        }
    }

    /// Whether an office of some scheme is this one of the rule's; across schemes offices are the same by id.
    pub fn same_office(&self, scheme: SchemeIdx, is: OfficeIdx, office: OfficeIdx) -> bool {
        if scheme == self.at {
            return is == office;
        }
        let other = &self.schemes.get(scheme).offices[is.at()];
        other.id == self.scheme.offices[office.at()].id
    }

    fn is(&self, held: &Holding, office: OfficeIdx) -> bool {
        self.same_office(held.scheme, held.office, office)
            && date::holds(held.from, held.until, self.as_of)
    }
}
