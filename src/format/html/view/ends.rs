//! Where a reader ends up by a wrong or an old address, or without a network.

use serde::Serialize;

use super::{
    Built,
    ctx::Ctx,
    frame::{Frame, Strip},
};
use crate::{
    format::html::{fragments::Section, key::Key},
    plan::Subject,
};

/// What the browser has kept: its script fills in the lists.
#[derive(Debug, Serialize)]
struct Saved {
    /// The day of a copy, with a hole for the date.
    on: String,
}

/// "Not found".
#[derive(Debug, Serialize)]
struct NotFound {
    places: Option<String>,
}

/// An address that has moved.
#[derive(Debug, Serialize)]
struct Moved<'a> {
    to: Option<String>,
    /// Where to go on from what is gone.
    places: Option<String>,
    notice: &'a str,
}

/// The page that lists what the browser has kept, and that stands in for a page it has not.
pub(super) fn saved<'a>(ctx: &Ctx<'a>) -> Built<'a> {
    let view = Saved {
        on: ctx.words.pattern(Key::SavedOn),
    };
    let title = ctx.words.get(Key::SavedTitle).to_owned();
    let description = ctx.words.get(Key::SavedLead).to_owned();
    let frame = Frame::new(ctx, Section::Other, Strip::Shown, title, description);
    Built::new("saved.html", frame, &view)
}

/// The page for addresses that do not exist.
pub(super) fn not_found<'a>(ctx: &Ctx<'a>) -> Built<'a> {
    let view = NotFound {
        places: ctx.link(Subject::Places),
    };
    let title = ctx.words.get(Key::NotFound).to_owned();
    let description = ctx.words.get(Key::NotFoundLead).to_owned();
    let frame = Frame::new(ctx, Section::Other, Strip::Shown, title, description);
    Built::new("not-found.html", frame, &view)
}

/// The page at an address that has moved, or that is gone for a reason.
pub(super) fn moved<'a>(ctx: &Ctx<'a>, at: usize) -> Option<Built<'a>> {
    let moved = ctx.site.moved.get(at)?;
    let to = moved.to.as_ref();
    let view = Moved {
        to: to.map(|stem| ctx.to(&format!("{}.html", stem.value))),
        places: ctx.link(Subject::Places),
        notice: ctx.maybe(moved.notice.as_ref()),
    };
    let title = ctx
        .words
        .get(if to.is_some() { Key::Moved } else { Key::Gone });
    let mut frame = Frame::new(
        ctx,
        Section::Other,
        Strip::Shown,
        title.to_owned(),
        title.to_owned(),
    );
    if let Some(stem) = to {
        // Search engines are to keep the new address, not this one.
        frame.canonical = format!("{}{}.html", ctx.site.info.base_url, stem.value);
    }
    Some(Built::new("moved.html", frame, &view))
}
