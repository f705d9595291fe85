//! The list of schemes.

use serde::Serialize;

use super::{
    Built,
    ctx::{Anchor, Ctx},
    frame::{Frame, Strip},
    notices::Replaced,
};
use crate::{
    format::html::{fragments::Section, key::Key},
    model::SchemeIdx,
    plan::Subject,
};

/// All schemes.
#[derive(Debug, Serialize)]
struct Schemes<'a> {
    schemes: Vec<Scheme<'a>>,
}

/// A scheme.
#[derive(Debug, Serialize)]
struct Scheme<'a> {
    short: &'a str,
    title: &'a str,
    summary: &'a str,
    issued: String,
    pages: Vec<Anchor<'a>>,
    replaced: Option<Replaced<'a>>,
}

/// The list of schemes.
pub(super) fn build<'a>(ctx: &Ctx<'a>) -> Built<'a> {
    let schemes = (0..ctx.site.schemes.all.len()).map(SchemeIdx::new);
    let view = Schemes {
        schemes: schemes.map(|at| scheme(ctx, at)).collect(),
    };
    let title = ctx.words.get(Key::NavSchemes).to_owned();
    let description = ctx.words.get(Key::SchemesLead).to_owned();
    let frame = Frame::new(ctx, Section::Other, Strip::None, title, description)
        .below(ctx, [(ctx.words.get(Key::Home), Subject::Home)]);
    Built::new("schemes.html", frame, &view)
}

/// Number, issuer and date of a scheme, in a line.
pub(super) fn issued(ctx: &Ctx, at: SchemeIdx) -> String {
    let scheme = ctx.scheme(at);
    let number = scheme.number.as_deref().unwrap_or_default();
    let date = scheme.date.map(|day| ctx.date(day)).unwrap_or_default();
    let issuer = ctx.maybe(scheme.issuer.as_ref());
    let parts = [number, issuer, &date];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(ctx.words.get(Key::Comma))
}

fn scheme<'a>(ctx: &Ctx<'a>, at: SchemeIdx) -> Scheme<'a> {
    let scheme = ctx.scheme(at);
    let pages = [
        (Key::NavRules, Subject::Rules(at)),
        (Key::NavDuties, Subject::Duties(at)),
        (Key::NavProgress, Subject::Progress(at)),
    ];
    let pages = pages
        .into_iter()
        .filter_map(|(key, subject)| Some(Anchor::new(ctx.words.get(key), ctx.link(subject)?)));
    Scheme {
        short: ctx.text(&scheme.short),
        title: ctx.text(&scheme.title),
        summary: ctx.maybe(scheme.summary.as_ref()),
        issued: issued(ctx, at),
        pages: pages.collect(),
        replaced: ctx.replaced(at),
    }
}
