//! The home page: places, what the bodies are, handbooks and the campaign.

use serde::Serialize;

use super::{
    Built,
    books::{self, Volume},
    ctx::Ctx,
    deeds::{self, Deed},
    dots::{self, Dots},
    frame::{Frame, Strip},
    places::{Group, counts, coverage, group, sorted},
};
use crate::{
    format::html::{fragments::Section, linked, words::capital},
    scheme::Serves,
};

/// The home page.
#[derive(Debug, Serialize)]
struct Home<'a> {
    dots: Option<Dots>,
    lead: String,
    groups_title: String,
    groups: Vec<Group<'a>>,
    rings: Vec<Ring<'a>>,
    books: Vec<Volume<'a>>,
    posts: Vec<Deed<'a>>,
}

/// A kind of body.
#[derive(Debug, Serialize)]
struct Ring<'a> {
    title: &'a str,
    what: &'a str,
    ring: &'static str,
}

/// The home page.
pub(super) fn build<'a>(ctx: &Ctx<'a>) -> Built<'a> {
    let gazetteer = &ctx.site.gazetteer;
    let edition = &gazetteer.editions[ctx.site.edition];
    let tops = sorted(ctx, gazetteer.tops(ctx.site.edition));
    let (with, total) = tops
        .iter()
        .map(|at| counts(ctx, *at))
        .fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    let level = tops.first().map(|at| gazetteer.place(*at).level);
    let view = Home {
        dots: dots::draw(ctx),
        lead: coverage(ctx, with, total),
        groups_title: level
            .map(|level| capital(ctx.text(&edition.levels[level].title)))
            .unwrap_or_default(),
        groups: tops.iter().map(|at| group(ctx, *at)).collect(),
        rings: rings(ctx),
        books: books::volumes(ctx),
        posts: deeds::latest(ctx, 3),
    };
    let summary = ctx.maybe(ctx.site.info.summary.as_ref());
    let description = if summary.is_empty() {
        view.lead.clone()
    } else {
        summary.to_owned()
    };
    let title = ctx.text(&ctx.site.info.title).to_owned();
    let mut frame = Frame::new(ctx, Section::Home, Strip::Shown, title, description);
    let info = &ctx.site.info;
    let logo = ctx.shared.logo.as_deref();
    frame.about = linked::organization(&info.publisher, ctx.lang, &info.base_url, logo);
    Built::new("home.html", frame, &view)
}

/// The bodies of the default scheme, innermost first.
fn rings<'a>(ctx: &Ctx<'a>) -> Vec<Ring<'a>> {
    let edition = &ctx.site.gazetteer.editions[ctx.site.edition];
    let bodies = ctx.scheme(ctx.site.scheme).bodies.iter().rev();
    bodies
        .map(|kind| Ring {
            title: ctx.text(&kind.title),
            what: ctx.maybe(kind.what.as_ref()),
            ring: match (kind.serves, edition.level(&kind.level)) {
                (Serves::Commune, _) => "outer",
                (_, Some(level)) if level > edition.unit_level => "inner",
                _ => "middle",
            },
        })
        .collect()
}
