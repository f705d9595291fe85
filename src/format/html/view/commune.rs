//! The page of a commune: with a roster, or without one.

use serde::Serialize;
use tera::Value;

use super::{
    Built,
    bodies::{Body, Reach},
    ctx::{Anchor, Chip, Ctx},
    deeds::{self, Deed},
    frame::{Frame, Strip},
    notices::{Became, Checked, Notice, Replaced},
    people::{Around, State},
    record::Fact,
    saves::Saves,
};
use crate::{
    format::html::{fragments::Section, key::Key, words::capital},
    model::{PlaceIdx, UnitIdx},
    plan::Subject,
    publish::{Holder, PublicCommune},
};

/// A commune with a roster.
#[derive(Debug, Serialize)]
pub(super) struct Commune<'a> {
    name: &'a str,
    kick: String,
    facts: String,
    office: String,
    hours: &'a str,
    duty_title: String,
    duty: Option<Value>,
    office_call: Option<Value>,
    units_title: String,
    rows: Vec<Row<'a>>,
    instead: Vec<Instead<'a>>,
    boards: Vec<Body<'a>>,
    force: Vec<Fact>,
    saves: Saves,
    deeds: Vec<Deed<'a>>,
    notices: Vec<Notice>,
    replaced: Option<Replaced<'a>>,
    became: Option<Became<'a>>,
    formed: String,
    checked: Checked<'a>,
}

/// A village in the table.
#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    href: String,
    person: &'a str,
    own: bool,
    state: Option<(&'static str, &'a str)>,
    call: Option<Value>,
}

/// What there is instead of a body.
#[derive(Debug, Serialize)]
pub(super) struct Instead<'a> {
    pub title: &'a str,
    pub text: &'a str,
    pub clause: Option<Chip>,
}

/// A commune without a roster.
#[derive(Debug, Serialize)]
struct Absent<'a> {
    name: &'a str,
    kick: String,
    emergency: Option<Value>,
    became: Option<Became<'a>>,
    formed: String,
    neighbours: Option<Anchor<'a>>,
    deeds: Vec<Deed<'a>>,
    checked: Checked<'a>,
}

/// The page of a commune.
pub(super) fn build<'a>(ctx: &Ctx<'a>, place: PlaceIdx) -> Built<'a> {
    match ctx.site.commune(place) {
        Some(commune) => roster(ctx, place, commune),
        None => absent(ctx, place),
    }
}

fn roster<'a>(ctx: &Ctx<'a>, place: PlaceIdx, commune: &'a PublicCommune) -> Built<'a> {
    let view = view(ctx, place, commune);
    let title = capital(&ctx.lineage(place));
    let description = ctx.words.fill(Key::DescribeCommune, &[("place", &title)]);
    let mut frame = Frame::new(ctx, Section::Places, Strip::Shown, title, description);
    frame.commune = ctx.link(Subject::Place(place));
    Built::new("commune.html", frame.under(ctx, &above(ctx, place)), &view)
}

/// What a commune shows of itself, on its page and in the file that is taken along.
pub(super) fn view<'a>(ctx: &Ctx<'a>, place: PlaceIdx, commune: &'a PublicCommune) -> Commune<'a> {
    let words = ctx.words;
    let gazetteer = &ctx.site.gazetteer;
    let kind = ctx.text(&gazetteer.kind_of(place).title);
    let households: u32 = commune.units.iter().filter_map(|u| u.households).sum();
    let units = ctx.units(commune);
    let facts = match households {
        0 => units,
        n => format!(
            "{units}{}{}",
            words.get(Key::Comma),
            words.count(Key::Households, n as usize)
        ),
    };
    let address = ctx.shown(commune.office.address.as_ref());
    let edition = gazetteer.edition_of(place);
    Commune {
        name: ctx.name(place),
        kick: kick(ctx, place),
        facts,
        office: address
            .map(|address| words.fill(Key::OfficeAt, &[("address", address)]))
            .unwrap_or_default(),
        hours: ctx.maybe(commune.office.hours.as_ref()),
        duty_title: words.fill(Key::DutyTitle, &[("kind", kind)]),
        duty: ctx.fallback(commune),
        office_call: ctx.kin(commune).office.clone(),
        units_title: capital(ctx.text(&edition.levels[edition.unit_level].title)),
        rows: rows(ctx, commune),
        instead: insteads(ctx, commune, None),
        boards: boards(ctx, commune),
        force: force(ctx, commune),
        saves: Saves::of(ctx),
        deeds: deeds::at(ctx, place),
        notices: ctx.notices(commune, None),
        replaced: ctx.replaced(commune.scheme),
        became: ctx.became(place),
        formed: ctx.formed(place),
        checked: ctx.checked(Some(commune)),
    }
}

fn absent<'a>(ctx: &Ctx<'a>, place: PlaceIdx) -> Built<'a> {
    let parent = ctx.above(place).next();
    let neighbours = parent.and_then(|parent| {
        let name = ctx.within(parent);
        let label = ctx.words.fill(Key::Neighbours, &[("place", name)]);
        Some(Anchor::new(label, ctx.link(Subject::Place(parent))?))
    });
    let view = Absent {
        name: ctx.name(place),
        kick: kick(ctx, place),
        emergency: ctx.emergency().map(|call| call.value()),
        became: ctx.became(place),
        formed: ctx.formed(place),
        neighbours,
        deeds: deeds::at(ctx, place),
        checked: ctx.checked(None),
    };
    let title = capital(&ctx.lineage(place));
    let description = ctx.words.fill(Key::DescribeAbsent, &[("place", &title)]);
    let frame = Frame::new(ctx, Section::Places, Strip::Shown, title, description);
    Built::new("absent.html", frame.under(ctx, &above(ctx, place)), &view)
}

/// The kind of a place and what it lies in.
fn kick(ctx: &Ctx, place: PlaceIdx) -> String {
    let mut kick = capital(ctx.text(&ctx.site.gazetteer.kind_of(place).title));
    for above in ctx.above(place) {
        kick.push_str(ctx.words.get(Key::Comma));
        kick.push_str(ctx.within(above));
    }
    kick
}

/// Links to the places above a place, outermost first.
pub(super) fn above<'a>(ctx: &Ctx<'a>, place: PlaceIdx) -> Vec<Anchor<'a>> {
    let mut chain: Vec<_> = ctx
        .above(place)
        .map(|at| (ctx.name(at), Subject::Place(at)))
        .collect();
    chain.push((ctx.words.get(Key::NavPlaces), Subject::Places));
    chain.reverse();
    chain
        .into_iter()
        .filter_map(|(label, subject)| Some(Anchor::new(label, ctx.link(subject)?)))
        .collect()
}

fn rows<'a>(ctx: &Ctx<'a>, commune: &'a PublicCommune) -> Vec<Row<'a>> {
    (0..commune.units.len())
        .map(|at| row(ctx, commune, UnitIdx::new(at)))
        .collect()
}

fn row<'a>(ctx: &Ctx<'a>, commune: &'a PublicCommune, at: UnitIdx) -> Row<'a> {
    let unit = &commune.units[at.at()];
    let subject = Subject::Unit(commune.place, at);
    let mut row = Row {
        name: &unit.name,
        href: ctx.link(subject).unwrap_or_default(),
        person: "",
        own: false,
        state: None,
        call: None,
    };
    let around = Around {
        commune,
        unit: Some(unit),
    };
    let team = ctx.serving(commune, at, Reach::Unit).next();
    let expected = ctx.expected(commune, Some(at), Reach::Unit).next();
    let leader = team.and_then(|(_, body)| ctx.leader(body));
    let head = unit.head.as_ref().map(|head| &head.holder);
    let holder: Option<&'a Holder> = match (leader, expected) {
        (Some(seat), _) => Some(&seat.holder),
        (None, None) => head,
        _ => None,
    };
    let short = |state: State<'a>| (state.kind, state.title);
    if let Some(holder) = holder {
        let seat = ctx.held(holder, "", around, &|| None, None);
        row.person = seat.name.unwrap_or_default();
        row.state = seat.state.map(short);
        row.call = ctx.holder_call(holder, Key::Call);
    } else if team.is_some() || expected.is_none() {
        row.state = Some(("unknown", ctx.words.get(Key::StateUnknown)));
    } else {
        row.state = Some(("unset", ctx.words.get(Key::StateUnset)));
    }
    row.own = row.call.is_some();
    if !row.own {
        row.call = ctx.fallback(commune);
    }
    row
}

fn boards<'a>(ctx: &Ctx<'a>, commune: &'a PublicCommune) -> Vec<Body<'a>> {
    let around = Around {
        commune,
        unit: None,
    };
    let recorded = commune.bodies.iter().enumerate();
    let mut boards: Vec<Body> = recorded
        .filter(|(_, body)| ctx.reach(ctx.kind(body), commune) == Reach::Commune)
        .map(|(at, body)| ctx.body(at, body, around))
        .collect();
    for (kind_at, kind) in ctx.expected(commune, None, Reach::Commune) {
        let has = |body: &crate::publish::PublicBody| {
            body.kind == kind_at && body.scheme == commune.scheme
        };
        if !commune.bodies.iter().any(has) {
            let call = ctx.ask(commune);
            boards.push(ctx.missing(kind, format!("m{}", kind_at.0), around, call));
        }
    }
    boards
}

/// Who stands ready, by the scheme.
fn force<'a>(ctx: &Ctx<'a>, commune: &'a PublicCommune) -> Vec<Fact> {
    let gazetteer = &ctx.site.gazetteer;
    let bodies = ctx.scheme(commune.scheme).bodies.iter();
    bodies
        .flat_map(|kind| &kind.standing_force)
        .filter(|(condition, ..)| condition.holds_at(gazetteer, commune.place))
        .map(|(_, title, clause)| Fact {
            text: ctx.text(title).to_owned(),
            clause: ctx.chip(commune.scheme, clause.as_deref()),
        })
        .collect()
}

/// What there is instead of bodies that do not exist here, or in one of its villages.
pub(super) fn insteads<'a>(
    ctx: &Ctx<'a>,
    commune: &'a PublicCommune,
    unit: Option<UnitIdx>,
) -> Vec<Instead<'a>> {
    let gazetteer = &ctx.site.gazetteer;
    let edition = gazetteer.edition_of(commune.place);
    let unit_kind = unit.map(|at| &*edition.kinds[commune.units[at.at()].kind].id);
    let bodies = ctx.scheme(commune.scheme).bodies.iter();
    bodies
        .flat_map(|kind| kind.instead.iter().map(move |instead| (kind, instead)))
        .filter(|(_, (condition, ..))| {
            condition.holds_at(gazetteer, commune.place)
                && unit_kind.is_none_or(|unit| condition.holds_for_unit(unit))
        })
        .map(|(kind, (_, text, clause))| Instead {
            title: ctx.text(&kind.title),
            text: ctx.text(text),
            clause: ctx.chip(commune.scheme, clause.as_deref()),
        })
        .collect()
}
