//! The page of search: every place of the site by its letter, old and new names too, so that it works without a script.
//!
//! What a script finds is shown on this page, and none of it is known here.

use serde::Serialize;

use super::{
    Built,
    ctx::{Anchor, Ctx},
    frame::{Frame, Strip},
    glossary,
};
use crate::{
    format::html::{fragments::Section, key::Key},
    model::{
        Era, PlaceIdx,
        collate::{compare, letter},
        syllable::same,
        text::within,
    },
    plan::Subject,
};

/// All places.
#[derive(Debug, Serialize)]
struct Search<'a> {
    letters: Vec<Letter<'a>>,
}

/// The places under a letter.
#[derive(Debug, Serialize)]
struct Letter<'a> {
    letter: String,
    id: String,
    entries: Vec<Entry<'a>>,
}

/// A name, and where it leads.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    /// The name without its kind.
    name: &'a str,
    /// The page; `None` for a name of another time.
    href: Option<String>,
    /// The kind and what the place lies in, or what the name of another time has to do with the places that follow.
    note: String,
    /// The places a name of another time leads to.
    links: Vec<Anchor<'a>>,
}

/// The page of search.
pub(super) fn build<'a>(ctx: &Ctx<'a>) -> Built<'a> {
    let gazetteer = &ctx.site.gazetteer;
    let all = (0..gazetteer.places.len()).map(PlaceIdx::new);
    let mut entries: Vec<Entry> = all.filter_map(|at| entry(ctx, at)).collect();
    entries.sort_by(|a, b| {
        compare(a.name, b.name)
            .then_with(|| a.href.is_none().cmp(&b.href.is_none()))
            .then_with(|| compare(&a.note, &b.note))
            .then_with(|| a.href.cmp(&b.href))
            .then_with(|| {
                a.links
                    .first()
                    .map(|to| &to.href)
                    .cmp(&b.links.first().map(|to| &to.href))
            })
    });
    let mut letters: Vec<Letter> = Vec::new();
    for entry in entries {
        let (letter, id) = glossary::name(letter(entry.name));
        match letters.iter_mut().find(|one| one.id == id) {
            Some(one) => one.entries.push(entry),
            None => letters.push(Letter {
                letter,
                id,
                entries: vec![entry],
            }),
        }
    }
    let title = ctx.words.get(Key::Search).to_owned();
    let description = ctx.words.get(Key::AzLead).to_owned();
    let frame = Frame::new(ctx, Section::Other, Strip::Shown, title, description)
        .below(ctx, [(ctx.words.get(Key::Home), Subject::Home)]);
    Built::new("search.html", frame, &Search { letters })
}

/// The entry of a place with a page, or of a name of another time that leads to such places.
fn entry<'a>(ctx: &Ctx<'a>, at: PlaceIdx) -> Option<Entry<'a>> {
    let gazetteer = &ctx.site.gazetteer;
    let place = gazetteer.place(at);
    let name = gazetteer.own_name(at);
    let kind = ctx.text(&gazetteer.kind_of(at).title);
    if place.edition == ctx.site.edition {
        let href = ctx.has_page(at).then(|| ctx.link(Subject::Place(at)))?;
        let mut note = kind.to_owned();
        for above in ctx.above(at) {
            note.push_str(ctx.words.get(Key::Comma));
            note.push_str(ctx.within(above));
        }
        return Some(Entry {
            name,
            href,
            note,
            links: Vec::new(),
        });
    }
    // The whole of another time's geography leads nowhere in particular.
    place.parent?;
    let led = gazetteer.counterparts(at, ctx.site.edition);
    let renamed = |to: &PlaceIdx| !same(&gazetteer.place(*to).name, &place.name);
    let links: Vec<Anchor> = led
        .iter()
        .filter(|to| led.len() > 1 || renamed(to))
        .filter_map(|to| Some(Anchor::new(ctx.name(*to), ctx.link(Subject::Place(*to))?)))
        .collect();
    let key = match era(ctx, led.first().copied()?, at) {
        Era::Former => Key::AzUntil,
        Era::Later => Key::AzSince,
    };
    let mut described = kind.to_owned();
    if let Some(parent) = place
        .parent
        .filter(|at| gazetteer.place(*at).parent.is_some())
    {
        let (parent, kind) = (gazetteer.place(parent), gazetteer.kind_of(parent));
        described.push_str(ctx.words.get(Key::Comma));
        described.push_str(&within(&parent.name, &kind.title));
    }
    let note = ctx.words.fill(key, &[("kind", &described)]);
    (!links.is_empty()).then_some(Entry {
        name,
        href: None,
        note,
        links,
    })
}

/// Whether a name of another time came before or after the place it leads to, or what lies in it did.
fn era(ctx: &Ctx, to: PlaceIdx, other: PlaceIdx) -> Era {
    let gazetteer = &ctx.site.gazetteer;
    let names = gazetteer.other_names(to);
    let found = names
        .iter()
        .find(|(at, _)| gazetteer.ancestry(*at).any(|at| at == other));
    found.map_or(Era::Former, |(_, era)| *era)
}
