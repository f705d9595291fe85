//! What reads badly or shuts people out: headings, pictures, link words, tables, raw HTML.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    HtmlPolicy, Prepared,
    events::{Ev, cited, span},
    findings::{
        EmptyHeader, EmptyLink, NoAlt, RawHtml, SkippedLevel, TitleInText, UnusedNote, VagueLink,
    },
};
use crate::{check::Article, diag::Report};

/// Words that say nothing out of context; a screen reader lists links by their words.
const VAGUE: [&str; 10] = [
    "tại đây",
    "ở đây",
    "đây",
    "xem thêm",
    "bấm vào đây",
    "nhấn vào đây",
    "here",
    "click here",
    "link",
    "read more",
];

/// Reports what should be mended.
pub(super) fn check(
    article: &Article,
    events: &[Ev],
    prepared: &Prepared,
    html: HtmlPolicy,
    report: &mut Report,
) {
    levels(prepared, report);
    notes(article, events, report);
    for (at, (event, range)) in events.iter().enumerate() {
        let place = span(article, range);
        match event {
            Event::Start(tag @ Tag::Link { .. }) if cited(tag).is_none() => {
                let words = inner(&events[at + 1..], |end| matches!(end, TagEnd::Link))
                    .trim()
                    .to_lowercase();
                let said = words.trim_end_matches(['.', ',', ':', '!', '…']);
                if words.is_empty() {
                    report.push(place, EmptyLink {});
                } else if VAGUE.contains(&said) {
                    report.push(place, VagueLink { words });
                }
            }
            Event::Start(Tag::Image { .. })
                if inner(&events[at + 1..], |end| matches!(end, TagEnd::Image))
                    .trim()
                    .is_empty() =>
            {
                report.push(place, NoAlt {});
            }
            Event::Start(Tag::TableHead)
                if inner(&events[at + 1..], |end| matches!(end, TagEnd::TableHead))
                    .trim()
                    .is_empty() =>
            {
                report.push(place, EmptyHeader {});
            }
            Event::Html(_) | Event::InlineHtml(_) if html == HtmlPolicy::Escape => {
                report.push(place, RawHtml {})
            }
            _ => {}
        }
    }
}

/// A note that no mark leads to is not printed: its words would vanish without a sound.
fn notes(article: &Article, events: &[Ev], report: &mut Report) {
    let used: BTreeSet<&str> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::FootnoteReference(name) => Some(name.as_ref()),
            _ => None,
        })
        .collect();
    for (event, range) in events {
        if let Event::Start(Tag::FootnoteDefinition(name)) = event
            && !used.contains(name.as_ref())
        {
            let name = name.to_string();
            report.push(span(article, range), UnusedNote { name });
        }
    }
}

fn levels(prepared: &Prepared, report: &mut Report) {
    let mut above = 1;
    for heading in &prepared.headings {
        if heading.level == 1 {
            report.push(heading.span, TitleInText {});
        } else if heading.level > above + 1 {
            report.push(
                heading.span,
                SkippedLevel {
                    from: above,
                    to: heading.level,
                },
            );
        }
        above = heading.level;
    }
}

fn inner(events: &[Ev], is_end: impl Fn(&TagEnd) -> bool) -> String {
    let inside = events
        .iter()
        .take_while(|(event, _)| !matches!(event, Event::End(end) if is_end(end)));
    inside
        .filter_map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            _ => None,
        })
        .collect()
}
