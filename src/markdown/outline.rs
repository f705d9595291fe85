//! Headings: their text, and anchors that are unique in the source.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    Heading,
    events::{Ev, span},
    values::plain,
};
use crate::{check::Article, model::fold::slug, scheme::Schemes};

/// Anchors that the pages of a text have around it: a heading with such a name gets a number.
pub(super) const PAGE: [&str; 8] = [
    "cac-muc",
    "dinh-chinh",
    "luu",
    "muc-luc",
    "noi-dung",
    "q",
    "thay-the",
    "viec-tot",
];

/// The headings of a source, in order.
pub(super) fn headings(article: &Article, events: &[Ev], schemes: &Schemes) -> Vec<Heading> {
    let mut taken: BTreeSet<String> = PAGE.map(String::from).into();
    // What a writer chose goes before what is made from words, wherever it stands.
    let mut explicit: BTreeSet<String> = events.iter().filter_map(chosen).collect();
    explicit.retain(|id| taken.insert(id.clone()));
    let mut headings = Vec::new();
    for (at, (event, range)) in events.iter().enumerate() {
        let Event::Start(Tag::Heading { level, id, .. }) = event else {
            continue;
        };
        let text = text(&events[at + 1..], |text| {
            plain(schemes, article.scheme, text, article.lang)
        });
        let id = match id {
            Some(id) if explicit.remove(&slug(id)) => slug(id),
            Some(id) => unique(&mut taken, slug(id)),
            None => unique(&mut taken, slug(&text)),
        };
        let level = *level as u8;
        headings.push(Heading {
            level,
            id: id.into(),
            text: text.trim().into(),
            span: span(article, range),
        });
    }
    headings
}

fn chosen((event, _): &Ev) -> Option<String> {
    match event {
        Event::Start(Tag::Heading { id: Some(id), .. }) => Some(slug(id)),
        _ => None,
    }
}

fn text(events: &[Ev], filled: impl Fn(&str) -> String) -> String {
    let inner = events
        .iter()
        .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Heading(_))));
    inner
        .map(|(event, _)| match event {
            Event::Text(text) => filled(text),
            Event::Code(text) => text.to_string(),
            Event::SoftBreak | Event::HardBreak => " ".to_owned(),
            _ => String::new(),
        })
        .collect()
}

fn unique(taken: &mut BTreeSet<String>, wanted: String) -> String {
    let mut id = wanted.clone();
    let mut count = 1;
    while !taken.insert(id.clone()) {
        count += 1;
        id = format!("{wanted}-{count}");
    }
    id
}
