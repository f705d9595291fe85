//! Index pages of places: the whole site's, and one for each level between the top and the rosters.

use serde::Serialize;

use super::{
    Built,
    commune::above,
    ctx::Ctx,
    frame::{Frame, Strip},
    saves::Saves,
};
use crate::{
    format::html::{fragments::Section, key::Key, words::capital},
    model::{PlaceIdx, collate},
    plan::Subject,
};

/// An index.
#[derive(Debug, Serialize)]
struct Index<'a> {
    name: &'a str,
    kick: String,
    lead: String,
    /// Places that have places below them.
    groups_title: String,
    groups: Vec<Group<'a>>,
    /// Communes.
    communes_title: String,
    communes: Vec<Commune<'a>>,
    saves: Saves,
}

/// A place with places below it.
#[derive(Debug, Serialize)]
pub(super) struct Group<'a> {
    /// Full name.
    pub name: &'a str,
    /// Its page.
    pub href: String,
    /// Communes in it.
    pub total: usize,
    /// Of these, with a roster.
    pub with: usize,
    /// Both in words.
    pub counts: String,
}

/// A commune.
#[derive(Debug, Serialize)]
struct Commune<'a> {
    name: &'a str,
    href: String,
    units: Option<String>,
}

/// The index of a place, or of the whole site.
pub(super) fn build<'a>(ctx: &Ctx<'a>, place: Option<PlaceIdx>) -> Built<'a> {
    let gazetteer = &ctx.site.gazetteer;
    let below = match place {
        Some(place) => gazetteer.children[place.at()].clone(),
        None => gazetteer.tops(ctx.site.edition),
    };
    let edition = &gazetteer.editions[ctx.site.edition];
    let (communes, groups): (Vec<_>, Vec<_>) = sorted(ctx, below)
        .into_iter()
        .partition(|at| gazetteer.place(*at).level >= edition.roster_level);
    let level_title = |at: usize| capital(ctx.text(&edition.levels[at].title));
    let (with, total) = communes
        .iter()
        .chain(&groups)
        .map(|at| counts(ctx, *at))
        .fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    let name = place.map_or(ctx.words.get(Key::NavPlaces), |place| ctx.name(place));
    let kick = place.map_or_else(
        || ctx.maybe(Some(&ctx.site.info.title)).to_owned(),
        |place| capital(ctx.text(&gazetteer.kind_of(place).title)),
    );
    let view = Index {
        name,
        kick,
        lead: coverage(ctx, with, total),
        groups_title: groups
            .first()
            .map(|at| level_title(gazetteer.place(*at).level))
            .unwrap_or_default(),
        groups: groups.iter().map(|at| group(ctx, *at)).collect(),
        communes_title: level_title(edition.roster_level),
        communes: communes.iter().map(|at| commune(ctx, *at)).collect(),
        saves: Saves::of(ctx),
    };
    let title = match place {
        Some(place) => capital(&ctx.lineage(place)),
        None => name.to_owned(),
    };
    let description = view.lead.clone();
    let frame = Frame::new(ctx, Section::Places, Strip::Shown, title, description);
    let frame = match place {
        Some(place) => frame.under(ctx, &above(ctx, place)),
        None => frame.below(ctx, [(ctx.words.get(Key::Home), Subject::Home)]),
    };
    Built::new("places.html", frame, &view)
}

/// A place with its communes counted.
pub(super) fn group<'a>(ctx: &Ctx<'a>, at: PlaceIdx) -> Group<'a> {
    let (with, total) = counts(ctx, at);
    Group {
        name: ctx.name(at),
        href: ctx.link(Subject::Place(at)).unwrap_or_default(),
        total,
        with,
        counts: out_of(ctx, with, total),
    }
}

/// "3 trên 15".
pub(super) fn out_of(ctx: &Ctx, with: usize, total: usize) -> String {
    let (with, total) = (ctx.words.number(with), ctx.words.number(total));
    ctx.words
        .fill(Key::OutOf, &[("with", &with), ("total", &total)])
}

/// "3 trên 15 xã, phường, thị trấn đã có danh bạ."
pub(super) fn coverage(ctx: &Ctx, with: usize, total: usize) -> String {
    let edition = &ctx.site.gazetteer.editions[ctx.site.edition];
    let level = ctx.text(&edition.levels[edition.roster_level].title);
    let counts = out_of(ctx, with, total);
    ctx.words.fill(
        Key::Coverage,
        &[("counts", &counts), ("level", &level.to_lowercase())],
    )
}

/// Communes with a roster and all communes in a place.
pub(super) fn counts(ctx: &Ctx, place: PlaceIdx) -> (usize, usize) {
    let gazetteer = &ctx.site.gazetteer;
    let level = gazetteer.edition_of(place).roster_level;
    if gazetteer.place(place).level >= level {
        return (usize::from(ctx.site.commune(place).is_some()), 1);
    }
    gazetteer.children[place.at()]
        .iter()
        .map(|child| counts(ctx, *child))
        .fold((0, 0), |(a, b), (c, d)| (a + c, b + d))
}

/// Places in Vietnamese order of their full names, so that kinds stay together.
pub(super) fn sorted(ctx: &Ctx, mut places: Vec<PlaceIdx>) -> Vec<PlaceIdx> {
    places.sort_by(|a, b| collate::compare(ctx.name(*a), ctx.name(*b)));
    places
}

fn commune<'a>(ctx: &Ctx<'a>, at: PlaceIdx) -> Commune<'a> {
    let roster = ctx.site.commune(at);
    Commune {
        name: ctx.name(at),
        href: ctx.link(Subject::Place(at)).unwrap_or_default(),
        units: roster.map(|roster| ctx.units(roster)),
    }
}
