//! The dot map: every commune one dot, by its centre; no borders, no tiles, no lookups.
//!
//! Three shapes, so that it reads without colour: solid with a roster, ring for a pilot, speck for no data.

use std::fmt::Write;

use serde::Serialize;

use super::ctx::Ctx;
use crate::{format::html::key::Key, model::PlaceIdx};

/// The dot map as SVG paths.
#[derive(Debug, Serialize)]
pub(super) struct Dots {
    /// Width of the drawing.
    width: u32,
    /// Height of the drawing.
    height: u32,
    /// Communes with a roster.
    with: String,
    /// Pilot communes without one.
    pilot: String,
    /// All others.
    without: String,
    /// What it shows, in words.
    title: String,
    /// The key: shape and words.
    key: Vec<(&'static str, String)>,
}

const WIDTH: f64 = 480.0;

/// Draws the communes of the edition the pages follow; `None` when too few have a centre to make a map.
pub(super) fn draw(ctx: &Ctx) -> Option<Dots> {
    let communes = communes(ctx);
    let centre = |at: &PlaceIdx| ctx.site.gazetteer.place(*at).centre;
    let centres: Vec<(f64, f64)> = communes.iter().filter_map(centre).collect();
    if centres.len() < 12 {
        return None;
    }
    let (south, north) = bounds(centres.iter().map(|(lat, _)| *lat));
    let (west, east) = bounds(centres.iter().map(|(_, lon)| *lon));
    // A degree of longitude shrinks with the cosine of the latitude; at this size nothing else of a projection shows.
    let shrink = f64::midpoint(south, north).to_radians().cos();
    let scale = WIDTH / ((east - west) * shrink).max(1e-6);
    let mut paths = [String::new(), String::new(), String::new()];
    let mut counts = [0_usize; 3];
    for at in &communes {
        let class = class(ctx, *at);
        counts[class] += 1;
        if let Some((lat, lon)) = centre(at) {
            let x = 6.0 + (lon - west) * shrink * scale;
            let y = 6.0 + (north - lat) * scale;
            let _ = write!(paths[class], "M{x:.0} {y:.0}h.01");
        }
    }
    let [with, pilot, without] = paths;
    let labels = [Key::DotWith, Key::DotPilot, Key::DotWithout];
    let said = |at: usize| ctx.words.count(labels[at], counts[at]);
    let kinds = ["with", "pilot", "without"].into_iter().enumerate();
    let key: Vec<_> = kinds
        .filter(|(at, _)| counts[*at] > 0)
        .map(|(at, kind)| (kind, said(at)))
        .collect();
    let spoken: Vec<&str> = key.iter().map(|(_, words)| &**words).collect();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred pixels"
    )]
    let height = ((north - south) * scale + 12.0).ceil() as u32;
    Some(Dots {
        width: 492,
        height,
        with,
        pilot,
        without,
        title: ctx
            .words
            .fill(Key::DotTitle, &[("counts", &ctx.words.list(&spoken))]),
        key,
    })
}

/// The communes of the edition the pages follow.
pub(super) fn communes(ctx: &Ctx) -> Vec<PlaceIdx> {
    let gazetteer = &ctx.site.gazetteer;
    let level = gazetteer.editions[ctx.site.edition].roster_level;
    (0..gazetteer.places.len())
        .map(PlaceIdx::new)
        .filter(|at| {
            let place = gazetteer.place(*at);
            place.edition == ctx.site.edition && place.level == level
        })
        .collect()
}

fn class(ctx: &Ctx, at: PlaceIdx) -> usize {
    let rollout = ctx.site.rollout.as_ref();
    if ctx.site.commune(at).is_some() {
        0
    } else if rollout.is_some_and(|rollout| rollout.pilots.contains(&at)) {
        1
    } else {
        2
    }
}

fn bounds(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::MAX, f64::MIN), |(least, most), value| {
        (least.min(value), most.max(value))
    })
}
