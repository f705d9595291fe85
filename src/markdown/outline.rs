//! Headings: their text, and anchors that are unique in the source.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    Heading,
    events::{Ev, span},
    values::plain,
};
use crate::{check::Article, model::fold::slug, scheme::Schemes};

/// The headings of a source, in order.
pub(super) fn headings(article: &Article, events: &[Ev], schemes: &Schemes) -> Vec<Heading> {
    let mut taken = BTreeSet::new();
    let mut headings = Vec::new();
    for (at, (event, range)) in events.iter().enumerate() {
        let Event::Start(Tag::Heading { level, id, .. }) = event else {
            continue;
        };
        let text = text(&events[at + 1..], |text| {
            plain(schemes, article.scheme, text, article.lang)
        });
        let wanted = id.as_ref().map_or_else(|| slug(&text), |id| slug(id));
        let id = unique(&mut taken, wanted);
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
