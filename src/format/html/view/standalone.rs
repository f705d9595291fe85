//! A whole commune in one file: what its page shows, then every village as a section.

use serde::Serialize;
use tera::Value;

use super::{
    commune::{self, Commune},
    ctx::Ctx,
    unit::{self, Village},
};
use crate::{
    format::html::{key::Key, words::capital},
    model::UnitIdx,
    plan::Subject,
};

/// The file of a commune.
#[derive(Debug, Serialize)]
struct Standalone<'a> {
    lang: &'static str,
    title: String,
    description: String,
    /// Where the same stands on the site, in full.
    address: String,
    strip: Value,
    commune: Commune<'a>,
    villages: Vec<Section<'a>>,
}

/// A village in it.
#[derive(Debug, Serialize)]
struct Section<'a> {
    anchor: String,
    village: Village<'a>,
}

/// The file of the commune being rendered.
pub(in crate::format::html) fn standalone(ctx: &Ctx) -> Option<Value> {
    let Subject::Place(place) = ctx.output.subject else {
        return None;
    };
    let commune = ctx.site.commune(place)?;
    let path = ctx
        .plan
        .addresses
        .path(ctx.output.subject, ctx.lang, "html")?;
    let title = capital(&ctx.lineage(place));
    let units = commune.units.iter().enumerate();
    let villages = units.filter_map(|(at, unit)| {
        let at = UnitIdx::new(at);
        Some(Section {
            anchor: ctx.section(Subject::Unit(place, at))?,
            village: unit::village(ctx, commune, unit, at),
        })
    });
    let view = Standalone {
        lang: ctx.lang.tag(),
        description: ctx.words.fill(Key::DescribeCommune, &[("place", &title)]),
        title,
        address: ctx.to(&path),
        strip: ctx.shared.fragments.strip(),
        villages: villages.collect(),
        commune: commune::view(ctx, place, commune),
    };
    Some(Value::from_serializable(&view))
}
