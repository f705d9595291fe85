//! The page of a village: whom to call first, its team, head and groups.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::{
    Built,
    bodies::{Body, Reach},
    commune::{Instead, insteads},
    ctx::Ctx,
    frame::{Frame, Strip},
    notices::Notice,
    people::{Around, Kind, Seat},
    saves::Saves,
};
use crate::{
    format::html::{
        fragments::Section,
        key::Key,
        words::{capital, lower},
    },
    model::{OfficeIdx, PlaceIdx, UnitIdx},
    plan::Subject,
    publish::{PublicCommune, PublicUnit},
};

/// A village.
#[derive(Debug, Serialize)]
struct Unit<'a> {
    name: &'a str,
    kick: String,
    facts: String,
    first: First<'a>,
    instead: Vec<Instead<'a>>,
    parts: Vec<Body<'a>>,
    saves: Saves,
    /// Whether anyone on the page has a card.
    team: bool,
    notices: Vec<Notice>,
    replaced: Value,
    became: Value,
    checked: Value,
}

/// Whom to call first.
#[derive(Debug, Default, Serialize)]
struct First<'a> {
    post: &'a str,
    name: Cow<'a, str>,
    state: Option<(&'static str, &'a str)>,
    call: Option<Value>,
    card: Option<String>,
}

/// Whom a village has: on its own page, and in the file of its commune.
#[derive(Debug, Serialize)]
pub(super) struct Village<'a> {
    /// Its name.
    pub name: &'a str,
    /// Households and groups, counted.
    pub facts: String,
    /// What there is instead of a team.
    pub instead: Vec<Instead<'a>>,
    /// Teams, head and groups.
    pub parts: Vec<Body<'a>>,
    #[serde(skip)]
    first: First<'a>,
}

/// The page of a village.
pub(super) fn build<'a>(ctx: &Ctx<'a>, place: PlaceIdx, at: UnitIdx) -> Option<Built<'a>> {
    let commune = ctx.site.commune(place)?;
    let unit = commune.units.get(at.at())?;
    let kin = ctx.kin(commune);
    let village = village(ctx, commune, unit, at);
    let team = |part: &Body| part.seats.iter().any(|seat| seat.card.is_some());
    let view = Unit {
        name: village.name,
        kick: kick(ctx, place, unit),
        facts: village.facts,
        first: village.first,
        instead: village.instead,
        team: village.parts.iter().any(team),
        parts: village.parts,
        saves: Saves::of(ctx),
        notices: ctx.notices(commune, Some(at)),
        replaced: kin.replaced.clone(),
        became: kin.became.clone(),
        checked: kin.checked.clone(),
    };
    let title = format!("{}, {}", unit.name, kin.lineage);
    let description = ctx.words.fill(Key::DescribeUnit, &[("place", &title)]);
    let mut frame = Frame::new(ctx, Section::Places, Strip::Shown, title, description);
    frame.commune = ctx.link(Subject::Place(place));
    frame.crumbs = kin.crumbs.clone();
    frame.trail = kin.trail.clone();
    frame.again = &kin.again;
    Some(Built::new("unit.html", frame, &view))
}

/// Everyone of a village, team first.
pub(super) fn village<'a>(
    ctx: &Ctx<'a>,
    commune: &'a PublicCommune,
    unit: &'a PublicUnit,
    at: UnitIdx,
) -> Village<'a> {
    let around = Around {
        commune,
        unit: Some(unit),
    };
    let mut parts = teams(ctx, around, at);
    let (title, head) = head(ctx, around);
    let first = first(ctx, around, at, title, &head);
    let mut section = Body::section("dung-dau", title);
    section.seats.push(head);
    parts.push(section);
    let facts = groups(ctx, around, at, &mut parts);
    Village {
        name: &unit.name,
        facts: households(ctx, unit, facts),
        instead: insteads(ctx, commune, Some(at)),
        parts,
        first,
    }
}

fn kick(ctx: &Ctx, place: PlaceIdx, unit: &PublicUnit) -> String {
    let edition = ctx.site.gazetteer.edition_of(place);
    let kind = capital(ctx.text(&edition.kinds[unit.kind].title));
    format!("{kind}{}{}", ctx.words.get(Key::Comma), ctx.within(place))
}

fn households(ctx: &Ctx, unit: &PublicUnit, groups: Option<String>) -> String {
    let households = unit
        .households
        .map(|households| ctx.words.count(Key::Households, households as usize));
    let facts: Vec<String> = households.into_iter().chain(groups).collect();
    facts.join(ctx.words.get(Key::Comma))
}

/// The leader of the village's body; where there is none to call, the duty phone, then the emergency number.
fn first<'a>(
    ctx: &Ctx<'a>,
    around: Around<'a>,
    at: UnitIdx,
    title: &'a str,
    head: &Seat<'a>,
) -> First<'a> {
    let commune = around.commune;
    let team = ctx.serving(commune, at, Reach::Unit).next();
    let leader = team.and_then(|(_, body)| Some((body, ctx.leader(body)?)));
    let mut first = First::default();
    if let Some((body, seat)) = leader {
        let shown = ctx.seat(body, seat, around, &|| None);
        first.post = shown.post;
        first.name = shown.name.unwrap_or_default().into();
        first.state = shown.state.map(|state| (state.kind, state.title));
        first.call = ctx.holder_call(&seat.holder, Key::Call);
        first.card = shown.card;
    } else if team.is_some() {
        first.state = Some(("unknown", ctx.words.get(Key::StateUnknown)));
    } else if let Some((_, kind)) = ctx.expected(commune, Some(at), Reach::Unit).next() {
        first.post = ctx.text(&kind.title);
        first.state = Some(("unset", ctx.words.get(Key::StateUnset)));
    } else if let Some(call) = call_of_head(ctx, around) {
        first.post = title;
        first.name = head.name.unwrap_or_default().into();
        first.call = Some(call);
        first.card.clone_from(&head.card);
    }
    if first.call.is_none() {
        first.call = ctx.fallback(commune);
        if first.name.is_empty() && first.state.is_none() {
            let kind = ctx.text(&ctx.site.gazetteer.kind_of(commune.place).title);
            let name = ctx.words.fill(Key::DutyTitle, &[("kind", kind)]);
            first.name = name.into();
            first.post = ctx.words.get(Key::DutyNote);
        }
    }
    first
}

fn teams<'a>(ctx: &Ctx<'a>, around: Around<'a>, at: UnitIdx) -> Vec<Body<'a>> {
    let commune = around.commune;
    let mut teams: Vec<Body> = ctx
        .serving(commune, at, Reach::Unit)
        .map(|(n, body)| ctx.body(n, body, around).in_one_list())
        .collect();
    for (kind_at, kind) in ctx.expected(commune, Some(at), Reach::Unit) {
        let has = ctx
            .serving(commune, at, Reach::Unit)
            .any(|(_, body)| body.kind == kind_at && body.scheme == commune.scheme);
        if !has {
            let call = call_of_head(ctx, around).or_else(|| ctx.ask(commune));
            let id = format!("m{}", kind_at.0);
            teams.push(ctx.missing(kind, id, around, call));
        }
    }
    teams
}

fn call_of_head<'a>(ctx: &Ctx<'a>, around: Around<'a>) -> Option<Value> {
    let head = around.unit?.head.as_ref()?;
    ctx.holder_call(&head.holder, Key::Call)
}

/// The village head, and the title the scheme gives to whoever heads this kind of village.
fn head<'a>(ctx: &Ctx<'a>, around: Around<'a>) -> (&'a str, Seat<'a>) {
    let commune = around.commune;
    let scheme = ctx.scheme(commune.scheme);
    let office = scheme.offices.iter().position(|office| office.unit_head);
    let title = office.map(OfficeIdx::new).map_or_else(
        || ctx.words.get(Key::UnitHead),
        |office| ctx.office(commune.scheme, office, commune, around.unit),
    );
    let Some(head) = around.unit.and_then(|unit| unit.head.as_ref()) else {
        let text = ctx.words.get(Key::UnknownHead);
        let state = ctx.state(Kind::Unknown, text, ctx.ask(commune));
        let seat = Seat {
            state: Some(state),
            ..Seat::default()
        };
        return (title, seat);
    };
    let since = head.term.as_ref().map(|term| term.from);
    let mut seat = ctx.held(&head.holder, "", around, &|| None, since);
    if let Some(until) = head.term.as_ref().and_then(|term| term.until.as_ref()) {
        let date = ctx.date(until.value);
        seat.detail = ctx.words.fill(Key::TermUntil, &[("date", &date)]).into();
    }
    (title, seat)
}

/// Adds the groups below one heading, and gives their number in words.
fn groups<'a>(
    ctx: &Ctx<'a>,
    around: Around<'a>,
    at: UnitIdx,
    parts: &mut Vec<Body<'a>>,
) -> Option<String> {
    let commune = around.commune;
    let mut groups: Vec<Body> = ctx
        .serving(commune, at, Reach::Deeper)
        .map(|(n, body)| ctx.body(n, body, around).in_one_list())
        .collect();
    let Some(first) = groups.first() else {
        let (_, kind) = ctx.expected(commune, Some(at), Reach::Deeper).next()?;
        let mut heading = Body::section("to", ctx.text(&kind.title));
        let text = ctx.words.get(Key::UnknownGroups);
        heading.state = Some(ctx.state(Kind::Unknown, text, ctx.ask(commune)));
        parts.push(heading);
        return None;
    };
    let line = ctx
        .words
        .count_of(Key::GroupsLine, groups.len(), &lower(first.short));
    parts.push(Body::section("to", first.title));
    for (n, group) in groups.iter_mut().enumerate() {
        group.sub = true;
        // Said once for all groups on the handbook's pages; here it would repeat on each.
        group.what = "";
        group.decision = None;
        for fact in &mut group.facts {
            fact.clause = None;
        }
        group.title = if group.name.is_empty() {
            group.n = n + 1;
            group.short
        } else {
            group.name
        };
    }
    parts.append(&mut groups);
    Some(line)
}
