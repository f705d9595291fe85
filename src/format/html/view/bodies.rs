//! Bodies on a page: who sits on them by rank, the decision and its chain, dates, lines, and what there is instead.
//!
//! Which bodies exist is data: a body belongs to the commune, to villages, or to something deeper.

use serde::Serialize;
use tera::Value;

use super::{
    ctx::{Chip, Ctx},
    people::{Around, Kind, Seat, State},
    record::{Decision, Fact},
};
use crate::{
    format::html::key::Key,
    model::{BodyIdx, SchemeIdx, UnitIdx},
    publish::{PublicBody, PublicCommune, PublicSeat},
    scheme::BodyKind,
};

pub(super) use crate::scheme::Reach;

/// A body. What is empty is left out: it is the most frequent part of a page, and templates ask before they print.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Body<'a> {
    /// Anchor on the page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Title of its kind.
    pub title: &'a str,
    /// Short title, for lists of links.
    pub short: &'a str,
    /// Its own name, where it has one.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub name: &'a str,
    /// One sentence on what it is for.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub what: &'a str,
    /// The clause it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Chip>,
    /// Households, meetings, election and term, as short sentences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// Its decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The number of a group without a name of its own.
    #[serde(skip_serializing_if = "is_zero")]
    pub n: usize,
    /// Whether it stands below the heading of its kind.
    #[serde(skip_serializing_if = "is_whole")]
    pub sub: bool,
    /// All seats in one list, on a village's page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<Seat<'a>>,
    /// Who leads, on a commune's page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<Seat<'a>>,
    /// Who deputises and belongs, below whoever leads.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier<'a>>,
    /// Former members that may be shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<Seat<'a>>,
    /// Why there is no list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State<'a>>,
}

/// Seats of one rank.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Tier<'a> {
    /// 1 leads, 2 deputises, 3 members.
    pub rank: u32,
    /// The post they share, for ranks of many.
    pub label: &'a str,
    /// The seats.
    pub seats: Vec<Seat<'a>>,
    /// The village heads, as one line.
    pub heads: Option<String>,
}

impl<'a> Body<'a> {
    /// A section that is no body: a village's head, or the heading over its groups.
    pub(super) fn section(id: &str, title: &'a str) -> Self {
        Body {
            id: id.to_owned(),
            title,
            short: title,
            name: "",
            what: "",
            clause: None,
            facts: Vec::new(),
            decision: None,
            n: 0,
            sub: false,
            seats: Vec::new(),
            lead: Vec::new(),
            tiers: Vec::new(),
            past: Vec::new(),
            state: None,
        }
    }

    /// The same body with its seats in one list, whatever their rank.
    pub(super) fn in_one_list(mut self) -> Self {
        let tiers = std::mem::take(&mut self.tiers);
        self.seats = std::mem::take(&mut self.lead);
        self.seats
            .extend(tiers.into_iter().flat_map(|tier| tier.seats));
        self
    }
}

impl<'a> Ctx<'a> {
    /// Where a kind of body belongs, seen from a commune.
    pub(super) fn reach(&self, kind: &BodyKind, commune: &PublicCommune) -> Reach {
        kind.reach(self.site.gazetteer.edition_of(commune.place))
    }

    /// The kind of a body.
    pub(super) fn kind(&self, body: &PublicBody) -> &'a BodyKind {
        &self.scheme(body.scheme).bodies[body.kind.at()]
    }

    /// The bodies that serve a village, of one reach.
    pub(super) fn serving(
        &self,
        commune: &'a PublicCommune,
        unit: UnitIdx,
        reach: Reach,
    ) -> impl Iterator<Item = (usize, &'a PublicBody)> {
        commune.bodies.iter().enumerate().filter(move |(_, body)| {
            body.serves.contains(&unit) && self.reach(self.kind(body), commune) == reach
        })
    }

    /// The kinds of body of a commune's scheme that should exist at a place, of one reach.
    pub(super) fn expected(
        &self,
        commune: &'a PublicCommune,
        unit: Option<UnitIdx>,
        reach: Reach,
    ) -> impl Iterator<Item = (BodyIdx, &'a BodyKind)> {
        let gazetteer = &self.site.gazetteer;
        let edition = gazetteer.edition_of(commune.place);
        let unit_kind = unit.map(|at| &*edition.kinds[commune.units[at.at()].kind].id);
        let bodies = self.scheme(commune.scheme).bodies.iter().enumerate();
        bodies
            .filter(move |(_, kind)| {
                self.reach(kind, commune) == reach
                    && kind.condition.holds_at(gazetteer, commune.place)
                    && unit_kind.is_none_or(|unit| kind.condition.holds_for_unit(unit))
            })
            .map(|(at, kind)| (BodyIdx::new(at), kind))
    }

    /// Whoever leads a body and can be called.
    pub(super) fn leader(&self, body: &'a PublicBody) -> Option<&'a PublicSeat> {
        let kind = self.kind(body);
        body.seats
            .iter()
            .find(|seat| kind.posts[seat.post.at()].rank == 1)
    }

    /// A body that is recorded.
    pub(super) fn body(&self, at: usize, body: &'a PublicBody, around: Around<'a>) -> Body<'a> {
        let kind = self.kind(body);
        let mut shown = self.blank(format!("b{at}"), body.scheme, kind);
        shown.name = body.name.as_deref().unwrap_or_default();
        shown.facts = self.facts(body, kind);
        shown.decision = self.decision(body, around);
        shown.tiers = self.tiers(body, around);
        let leads = |tier: &Tier| tier.rank == 1 && tier.heads.is_none();
        if shown.tiers.first().is_some_and(leads) {
            shown.lead = shown.tiers.remove(0).seats;
        }
        shown.past = body
            .past
            .iter()
            .map(|seat| self.former(body, seat, around))
            .filter(|seat| seat.name.is_some())
            .collect();
        if body.seats.is_empty() {
            let call = self.ask(around.commune);
            shown.state = Some(self.state(Kind::Unknown, self.words.get(Key::UnknownBody), call));
        }
        shown
    }

    /// A body that should exist and is not recorded.
    pub(super) fn missing(
        &self,
        kind: &'a BodyKind,
        id: String,
        around: Around<'a>,
        call: Option<Value>,
    ) -> Body<'a> {
        let scheme = around.commune.scheme;
        let mut shown = self.blank(id, scheme, kind);
        let decided = kind.establishment.as_ref().and_then(|chain| {
            let office = self.scheme(scheme).office(&chain.decided_by)?;
            Some(self.office(scheme, office, around.commune, around.unit))
        });
        let text = match decided {
            Some(who) => self.words.fill(Key::UnsetNext, &[("who", who)]),
            None => self.words.get(Key::UnsetText).to_owned(),
        };
        shown.state = Some(self.state(Kind::Unset, text, call));
        shown
    }

    fn blank(&self, id: String, scheme: SchemeIdx, kind: &'a BodyKind) -> Body<'a> {
        Body {
            id,
            short: self.text(&kind.short),
            what: self.maybe(kind.what.as_ref()),
            clause: self.chip(scheme, kind.clause.as_deref()),
            ..Body::section("", self.text(&kind.title))
        }
    }

    fn former(&self, body: &'a PublicBody, seat: &'a PublicSeat, around: Around<'a>) -> Seat<'a> {
        let mut shown = self.seat(body, seat, around, &|| None);
        // A former member is not to be called any more.
        (shown.show, shown.uri) = (None, None);
        shown.card = None;
        shown.state = None;
        shown.detail = match (seat.from, seat.until) {
            (Some(from), Some(until)) => self
                .words
                .fill(
                    Key::FromUntil,
                    &[("from", &self.date(from)), ("until", &self.date(until))],
                )
                .into(),
            (None, Some(until)) => self
                .words
                .fill(Key::Until, &[("date", &self.date(until))])
                .into(),
            _ => shown.detail,
        };
        shown
    }

    fn tiers(&self, body: &'a PublicBody, around: Around<'a>) -> Vec<Tier<'a>> {
        let kind = self.kind(body);
        let scheme = self.scheme(body.scheme);
        let next = || {
            let leader = self.leader(body)?;
            self.holder_call(&leader.holder, Key::CallLeader)
        };
        let rank = |seat: &PublicSeat| kind.posts[seat.post.at()].rank;
        body.seats
            .chunk_by(|a, b| rank(a) == rank(b))
            .map(|seats| {
                let first = &kind.posts[seats[0].post.at()];
                let (heads, own): (Vec<_>, Vec<_>) = seats.iter().partition(|seat| {
                    around.unit.is_none()
                        && seat
                            .office
                            .is_some_and(|office| scheme.offices[office.at()].unit_head)
                });
                Tier {
                    rank: rank(&seats[0]).min(3),
                    label: self.text(&first.title),
                    seats: own
                        .into_iter()
                        .map(|seat| self.seat(body, seat, around, &next))
                        .map(|seat| under_label(seat, rank(&seats[0]), around))
                        .collect(),
                    heads: self.heads(body, &heads, around),
                }
            })
            .collect()
    }

    fn heads(
        &self,
        body: &PublicBody,
        heads: &[&PublicSeat],
        around: Around<'a>,
    ) -> Option<String> {
        let office = heads.first()?.office?;
        let title = self.office(body.scheme, office, around.commune, None);
        let n = self.words.number(heads.len());
        Some(
            self.words
                .fill(Key::HeadsLine, &[("title", title), ("n", &n)]),
        )
    }
}

/// Members of a commune's body share their post, which stands above them and is not said again.
fn under_label<'a>(mut seat: Seat<'a>, rank: u32, around: Around<'a>) -> Seat<'a> {
    if rank > 2 && around.unit.is_none() {
        seat.post = "";
    }
    seat
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
const fn is_zero(n: &usize) -> bool {
    *n == 0
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
const fn is_whole(sub: &bool) -> bool {
    !*sub
}
