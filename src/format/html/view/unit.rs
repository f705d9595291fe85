//! The page of a village: whom to call first, its team, head and groups.

use serde::Serialize;

use super::{
    Built,
    bodies::{Body, Reach},
    commune::{Instead, above, insteads},
    ctx::{Anchor, Ctx},
    frame::{Frame, Strip},
    notices::{Became, Checked, Notice, Replaced},
    people::{Around, Call, Kind, Seat, State},
    saves::Saves,
};
use crate::{
    format::html::{key::Key, words::capital},
    model::{PlaceIdx, UnitIdx},
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
    teams: Vec<Body<'a>>,
    instead: Vec<Instead<'a>>,
    head: Seat<'a>,
    groups_title: &'a str,
    groups: Vec<Body<'a>>,
    groups_state: Option<State<'a>>,
    saves: Saves,
    notices: Vec<Notice<'a>>,
    replaced: Option<Replaced<'a>>,
    became: Option<Became<'a>>,
    checked: Checked<'a>,
}

/// Whom to call first.
#[derive(Debug, Serialize)]
struct First<'a> {
    post: String,
    name: String,
    state: Option<(&'static str, &'a str)>,
    call: Option<Call<'a>>,
}

/// The page of a village.
pub(super) fn build<'a>(ctx: &Ctx<'a>, place: PlaceIdx, at: UnitIdx) -> Option<Built<'a>> {
    let commune = ctx.site.commune(place)?;
    let unit = commune.units.get(at.at())?;
    let around = Around {
        commune,
        unit: Some(unit),
    };
    let teams = teams(ctx, around, at);
    let groups: Vec<Body> = ctx
        .serving(commune, at, Reach::Deeper)
        .map(|(n, body)| ctx.body(n, body, around))
        .collect();
    let head = head(ctx, around);
    let groups_state = groups_state(ctx, around, at, &groups);
    let expected = ctx.expected(commune, Some(at), Reach::Deeper).next();
    let view = Unit {
        name: &unit.name,
        kick: kick(ctx, place, unit),
        facts: facts(ctx, unit, &groups),
        first: first(ctx, around, at, &head),
        teams,
        instead: insteads(ctx, commune, Some(at)),
        groups_title: groups
            .first()
            .map(|group| group.title)
            .or(expected.map(|(_, kind)| ctx.text(&kind.title)))
            .unwrap_or_default(),
        head,
        groups,
        groups_state,
        saves: Saves::of(ctx),
        notices: ctx.notices(commune, Some(at)),
        replaced: ctx.replaced(commune.scheme),
        became: ctx.became(place),
        checked: ctx.checked(Some(commune)),
    };
    let title = format!("{}, {}", unit.name, ctx.lineage(place));
    let description = ctx.words.fill(Key::DescribeUnit, &[("place", &title)]);
    let frame = Frame::new(ctx, "places", Strip::Shown, title, description);
    let mut frame = above(ctx, place, frame);
    if let Some(href) = ctx.link(Subject::Place(place)) {
        frame.crumbs.push(Anchor::new(ctx.name(place), href));
    }
    Some(Built::new("unit.html", frame, &view))
}

fn kick(ctx: &Ctx, place: PlaceIdx, unit: &PublicUnit) -> String {
    let edition = ctx.site.gazetteer.edition_of(place);
    let kind = capital(ctx.text(&edition.kinds[unit.kind].title));
    format!("{kind}{}{}", ctx.words.get(Key::Comma), ctx.within(place))
}

fn facts(ctx: &Ctx, unit: &PublicUnit, groups: &[Body]) -> String {
    let mut facts = Vec::new();
    if let Some(households) = unit.households {
        facts.push(ctx.words.count(Key::Households, households as usize));
    }
    if let Some(group) = groups.first() {
        let n = ctx.words.number(groups.len());
        let line = ctx
            .words
            .fill(Key::GroupsLine, &[("n", &n), ("title", group.short)]);
        facts.push(line);
    }
    facts.join(ctx.words.get(Key::Comma))
}

/// The leader of the village's body; where there is none to call, the duty phone, then the emergency number.
fn first<'a>(ctx: &Ctx<'a>, around: Around<'a>, at: UnitIdx, head: &Seat<'a>) -> First<'a> {
    let commune = around.commune;
    let team = ctx.serving(commune, at, Reach::Unit).next();
    let leader = team.and_then(|(_, body)| Some((body, ctx.leader(body)?)));
    let mut first = First {
        post: String::new(),
        name: String::new(),
        state: None,
        call: None,
    };
    if let Some((body, seat)) = leader {
        let shown = ctx.seat(body, seat, around, None);
        first.post = shown.post.to_owned();
        first.name = shown.name.unwrap_or_default().to_owned();
        first.state = shown.state.as_ref().map(|state| (state.kind, state.title));
        first.call = shown.call;
    } else if ctx
        .expected(commune, Some(at), Reach::Unit)
        .next()
        .is_none()
        && head.call.is_some()
    {
        first.post = head.post.to_owned();
        first.name = head.name.unwrap_or_default().to_owned();
        first.call.clone_from(&head.call);
    } else if team.is_some() {
        first.state = Some(("unknown", ctx.words.get(Key::StateUnknown)));
    } else if let Some((_, kind)) = ctx.expected(commune, Some(at), Reach::Unit).next() {
        first.post = ctx.text(&kind.title).to_owned();
        first.state = Some(("unset", ctx.words.get(Key::StateUnset)));
    }
    if first.call.is_none() {
        first.call = ctx.fallback(Some(commune));
        if first.name.is_empty() && first.state.is_none() {
            let kind = ctx.text(&ctx.site.gazetteer.kind_of(commune.place).title);
            first.name = ctx.words.fill(Key::DutyTitle, &[("kind", kind)]);
            first.post = ctx.words.get(Key::DutyNote).to_owned();
        }
    }
    first
}

fn teams<'a>(ctx: &Ctx<'a>, around: Around<'a>, at: UnitIdx) -> Vec<Body<'a>> {
    let commune = around.commune;
    let mut teams: Vec<Body> = ctx
        .serving(commune, at, Reach::Unit)
        .map(|(n, body)| ctx.body(n, body, around))
        .collect();
    for (kind_at, kind) in ctx.expected(commune, Some(at), Reach::Unit) {
        let has = ctx
            .serving(commune, at, Reach::Unit)
            .any(|(_, body)| body.kind == kind_at && body.scheme == commune.scheme);
        if !has {
            let head = around.unit.and_then(|unit| unit.head.as_ref());
            let call = head
                .and_then(|head| ctx.holder_call(&head.holder))
                .or_else(|| ctx.office_call(commune))
                .or_else(|| ctx.fallback(Some(commune)));
            teams.push(ctx.missing(kind, format!("m{}", kind_at.0), around, call));
        }
    }
    teams
}

/// The village head, under the title the scheme gives to whoever heads this kind of village.
fn head<'a>(ctx: &Ctx<'a>, around: Around<'a>) -> Seat<'a> {
    let commune = around.commune;
    let scheme = ctx.scheme(commune.scheme);
    let office = scheme.offices.iter().position(|office| office.unit_head);
    let title = office.map(crate::model::OfficeIdx::new).map_or_else(
        || ctx.words.get(Key::UnitHead),
        |office| ctx.office(commune.scheme, office, commune, around.unit),
    );
    let Some(head) = around.unit.and_then(|unit| unit.head.as_ref()) else {
        let call = ctx.office_call(commune);
        let state = ctx.state(Kind::Unknown, ctx.words.get(Key::UnknownHead), call);
        return Seat {
            post: title,
            detail: String::new(),
            name: None,
            call: None,
            state: Some(state),
        };
    };
    let since = head.term.as_ref().map(|term| term.from);
    let mut seat = ctx.held(&head.holder, title, around, None, since);
    if let Some(until) = head.term.as_ref().and_then(|term| term.until.as_ref()) {
        let date = ctx.date(until.value);
        seat.detail = ctx.words.fill(Key::TermUntil, &[("date", &date)]);
    }
    seat
}

fn groups_state<'a>(
    ctx: &Ctx<'a>,
    around: Around<'a>,
    at: UnitIdx,
    groups: &[Body],
) -> Option<State<'a>> {
    let commune: &'a PublicCommune = around.commune;
    ctx.expected(commune, Some(at), Reach::Deeper).next()?;
    groups.is_empty().then(|| {
        let call = ctx
            .office_call(commune)
            .or_else(|| ctx.fallback(Some(commune)));
        ctx.state(Kind::Unknown, ctx.words.get(Key::UnknownGroups), call)
    })
}
