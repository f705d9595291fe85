//! Progress of a scheme: its steps, planned and done, and how much of the geography has a roster.

use serde::Serialize;

use super::{
    Built,
    bodies::Reach,
    ctx::{Chip, Ctx},
    dots::{self, Dots},
    frame::{Frame, Strip},
    notices::Replaced,
    places::{coverage, out_of, sorted},
    record::Fact,
};
use crate::{
    format::html::{fragments::Section, key::Key},
    model::{PlaceIdx, SchemeIdx, UnitIdx},
    plan::Subject,
};

/// Progress.
#[derive(Debug, Serialize)]
struct Progress<'a> {
    short: &'a str,
    lead: String,
    note: &'a str,
    steps: Vec<Step<'a>>,
    unit_level: &'a str,
    level: &'a str,
    team: &'a str,
    rows: Vec<Row<'a>>,
    total: Row<'a>,
    dots: Option<Dots>,
    campaigns: Vec<Fact>,
    replaced: Option<Replaced<'a>>,
}

/// A step.
#[derive(Debug, Serialize)]
pub(super) struct Step<'a> {
    title: &'a str,
    when: &'a str,
    what: Vec<&'a str>,
    clause: Option<Chip>,
    held: String,
    state: &'static str,
}

/// Coverage of one place.
#[derive(Debug, Default, Serialize)]
struct Row<'a> {
    name: &'a str,
    href: String,
    communes: String,
    percent: usize,
    units: usize,
    teams: usize,
}

/// What is counted in a place.
#[derive(Clone, Copy, Default)]
struct Count {
    communes: usize,
    with: usize,
    units: usize,
    teams: usize,
}

/// The progress page.
pub(super) fn build<'a>(ctx: &Ctx<'a>, at: SchemeIdx) -> Built<'a> {
    let scheme = ctx.scheme(at);
    let gazetteer = &ctx.site.gazetteer;
    let edition = &gazetteer.editions[ctx.site.edition];
    let tops = sorted(ctx, gazetteer.tops(ctx.site.edition));
    let counted: Vec<(PlaceIdx, Count)> = tops.iter().map(|top| (*top, count(ctx, *top))).collect();
    let all = counted
        .iter()
        .fold(Count::default(), |sum, (_, one)| sum.and(*one));
    let rollout = ctx
        .site
        .rollout
        .as_ref()
        .filter(|rollout| rollout.scheme == at);
    let level = tops
        .first()
        .map_or(edition.roster_level, |top| gazetteer.place(*top).level);
    let view = Progress {
        short: ctx.text(&scheme.short),
        lead: coverage(ctx, all.with, all.communes),
        note: ctx.maybe(rollout.and_then(|rollout| rollout.note.as_ref())),
        steps: steps(ctx, at),
        unit_level: ctx.text(&edition.levels[edition.unit_level].title),
        level: ctx.text(&edition.levels[level].title),
        team: team(ctx, at),
        rows: counted
            .iter()
            .map(|(top, one)| row(ctx, *top, *one))
            .collect(),
        total: Row {
            name: ctx.words.get(Key::Total),
            href: String::new(),
            ..figures(ctx, all)
        },
        dots: dots::draw(ctx),
        campaigns: campaigns(ctx, at),
        replaced: ctx.replaced(at),
    };
    let title = format!("{}, {}", ctx.words.get(Key::NavProgress), view.short);
    let description = view.lead.clone();
    let frame = Frame::new(ctx, Section::Progress, Strip::None, title, description)
        .below(ctx, [(ctx.words.get(Key::NavSchemes), Subject::Schemes)]);
    Built::new("progress.html", frame, &view)
}

impl Count {
    const fn and(self, other: Count) -> Count {
        Count {
            communes: self.communes + other.communes,
            with: self.with + other.with,
            units: self.units + other.units,
            teams: self.teams + other.teams,
        }
    }
}

fn count(ctx: &Ctx, place: PlaceIdx) -> Count {
    let gazetteer = &ctx.site.gazetteer;
    let below = &gazetteer.children[place.at()];
    if gazetteer.place(place).level < gazetteer.edition_of(place).roster_level {
        return below
            .iter()
            .map(|child| count(ctx, *child))
            .fold(Count::default(), Count::and);
    }
    let Some(commune) = ctx.site.commune(place) else {
        return Count {
            communes: 1,
            ..Count::default()
        };
    };
    let units = (0..commune.units.len()).map(UnitIdx::new);
    Count {
        communes: 1,
        with: 1,
        units: commune.units.len(),
        teams: units
            .filter(|unit| ctx.serving(commune, *unit, Reach::Unit).next().is_some())
            .count(),
    }
}

fn row<'a>(ctx: &Ctx<'a>, place: PlaceIdx, count: Count) -> Row<'a> {
    Row {
        name: ctx.name(place),
        href: ctx.link(Subject::Place(place)).unwrap_or_default(),
        ..figures(ctx, count)
    }
}

fn figures<'a>(ctx: &Ctx<'a>, count: Count) -> Row<'a> {
    Row {
        name: "",
        href: String::new(),
        communes: out_of(ctx, count.with, count.communes),
        percent: count.with * 100 / count.communes.max(1),
        units: count.units,
        teams: count.teams,
    }
}

fn campaigns(ctx: &Ctx, at: SchemeIdx) -> Vec<Fact> {
    let campaigns = ctx.scheme(at).campaigns.iter();
    campaigns
        .map(|campaign| Fact {
            text: campaign.call.get(ctx.lang).to_owned(),
            clause: ctx.chip(at, campaign.clause.as_ref().map(|clause| &*clause.value)),
        })
        .collect()
}

/// The short title of the first body that belongs to villages.
fn team<'a>(ctx: &Ctx<'a>, at: SchemeIdx) -> &'a str {
    let edition = &ctx.site.gazetteer.editions[ctx.site.edition];
    let unit = &*edition.levels[edition.unit_level].id;
    let bodies = ctx.scheme(at).bodies.iter();
    let body = bodies.into_iter().find(|body| &*body.level == unit);
    body.map_or("", |body| ctx.text(&body.short))
}

/// The steps of a scheme, planned and held.
pub(super) fn steps<'a>(ctx: &Ctx<'a>, at: SchemeIdx) -> Vec<Step<'a>> {
    let rollout = ctx
        .site
        .rollout
        .as_ref()
        .filter(|rollout| rollout.scheme == at);
    let steps = ctx.scheme(at).steps.iter().enumerate();
    steps
        .map(|(n, step)| {
            let held = rollout.and_then(|rollout| rollout.steps.iter().find(|(at, ..)| *at == n));
            let (started, finished) = held.map_or((None, None), |(_, from, until)| (*from, *until));
            let dates = (
                started.map(|day| ctx.date(day)),
                finished.map(|day| ctx.date(day)),
            );
            let (state, held) = match dates {
                (Some(from), Some(until)) => (
                    "done",
                    ctx.words
                        .fill(Key::StepDone, &[("from", &from), ("until", &until)]),
                ),
                (None, Some(until)) => (
                    "done",
                    ctx.words.fill(Key::StepFinished, &[("date", &until)]),
                ),
                (Some(from), None) => ("now", ctx.words.fill(Key::StepNow, &[("date", &from)])),
                (None, None) => ("later", ctx.words.get(Key::StepLater).to_owned()),
            };
            Step {
                title: ctx.text(&step.title),
                when: ctx.text(&step.when),
                what: step.what.iter().map(|what| ctx.text(what)).collect(),
                clause: ctx.chip(at, step.clause.as_ref().map(|clause| &*clause.value)),
                held,
                state,
            }
        })
        .collect()
}
