//! Figures drawn from a scheme's data: `{{ figure structure }}`, `{{ figure chain BODY }}`, `{{ figure lines BODY }}`,
//! `{{ figure calendar }}`, `{{ figure reporting }}`.
//!
//! Each is an inline SVG as narrow as a phone, with the same said in words beside it. Knows no office and no body: what
//! a figure shows is what the scheme says.

mod calendar;
mod chain;
mod lines;
mod reporting;
mod sheet;
mod structure;
#[cfg(test)]
mod tests;

use super::{labels::Labels, tree::Block};
use crate::{
    diag::Lang,
    scheme::{BodyKind, Scheme},
};
use sheet::Sheet;

/// A figure of a scheme.
#[derive(Clone, Copy, Debug)]
pub(super) enum Figure<'s> {
    /// All bodies, from the widest to the narrowest.
    Structure,
    /// How a body is set up.
    Chain(&'s BodyKind),
    /// Who leads, manages and guides a body, and whom it reports to.
    Lines(&'s BodyKind),
    /// When the bodies meet in a year.
    Calendar,
    /// Which way reports go.
    Reporting,
}

/// A figure ready to print: what is drawn, and the same in words.
struct Drawn {
    caption: String,
    sheet: Sheet,
    words: Vec<String>,
}

/// The figure of this name, if the scheme has what it shows.
pub(super) fn find<'s>(scheme: &'s Scheme, name: &str) -> Option<Figure<'s>> {
    let mut words = name.split_whitespace();
    let what = words.next()?;
    let body = words.next();
    if words.next().is_some() {
        return None;
    }
    let body = match body {
        Some(id) => Some(&scheme.bodies[scheme.body(id)?.at()]),
        None => None,
    };
    match (what, body) {
        ("structure", None) if !scheme.bodies.is_empty() => Some(Figure::Structure),
        ("calendar", None) if calendar::has(scheme) => Some(Figure::Calendar),
        ("reporting", None) if reporting::has(scheme) => Some(Figure::Reporting),
        ("chain", Some(body)) if body.establishment.is_some() => Some(Figure::Chain(body)),
        ("lines", Some(body)) if !body.lines.is_empty() => Some(Figure::Lines(body)),
        _ => None,
    }
}

/// The names of all figures a scheme has.
pub(super) fn names(scheme: &Scheme) -> Vec<String> {
    let bodies = scheme.bodies.iter();
    let of_bodies =
        bodies.flat_map(|body| ["chain", "lines"].map(|what| format!("figure {what} {}", body.id)));
    ["figure structure", "figure calendar", "figure reporting"]
        .map(str::to_owned)
        .into_iter()
        .chain(of_bodies)
        .filter(|name| find(scheme, &name["figure ".len()..]).is_some())
        .collect()
}

impl Figure<'_> {
    /// The figure, drawn and told.
    pub(super) fn draw(self, scheme: &Scheme, lang: Lang, labels: &Labels) -> Block {
        let drawn = match self {
            Figure::Structure => structure::draw(scheme, lang, labels),
            Figure::Chain(body) => chain::draw(scheme, body, lang, labels),
            Figure::Lines(body) => lines::draw(body, lang, labels),
            Figure::Calendar => calendar::draw(scheme, lang, labels),
            Figure::Reporting => reporting::draw(scheme, lang, labels),
        };
        Block::Drawing {
            svg: drawn.sheet.svg(&drawn.caption),
            caption: drawn.caption,
            words: drawn.words,
        }
    }
}
