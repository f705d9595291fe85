//! What reads badly or shuts people out: headings, pictures, link words, tables, raw HTML.

use std::{collections::BTreeSet, ops::Range};

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    HtmlPolicy, Prepared, boxes,
    events::{Ev, cited, span},
    findings::{
        EmptyHeader, EmptyLink, NoAlt, RawHtml, SkippedLevel, TitleInText, UnknownBox, UnknownNote,
        UnusedNote, VagueLink,
    },
};
use crate::{
    check::Article,
    diag::{Report, Span},
    parse::near::near,
};

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
    marks(article, events, report);
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
            Event::Start(Tag::BlockQuote(_)) => strange_box(article, range, place, report),
            Event::Html(_) | Event::InlineHtml(_) if html == HtmlPolicy::Escape => {
                report.push(place, RawHtml {})
            }
            _ => {}
        }
    }
}

fn strange_box(article: &Article, range: &Range<usize>, place: Span, report: &mut Report) {
    let text = article.body.get(range.clone()).unwrap_or_default();
    if let Some((word, known)) = boxes::stranger(text) {
        let near = near(&word.to_uppercase(), known).map(str::to_owned);
        let word = word.to_owned();
        report.push(place, UnknownBox { word, near });
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

/// A mark without its note is plain text to the parser.
fn marks(article: &Article, events: &[Ev], report: &mut Report) {
    let defined: Vec<&str> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::FootnoteDefinition(name)) => Some(name.as_ref()),
            _ => None,
        })
        .collect();
    let plain = events
        .iter()
        .filter(|(event, _)| matches!(event, Event::Text(_)));
    for (_, range) in plain {
        let text = article.body.get(range.clone()).unwrap_or_default();
        for (at, _) in text.match_indices("[^") {
            let name = text[at + 2..].split_once(']').map_or("", |(name, _)| name);
            if name.is_empty() || name.contains(char::is_whitespace) {
                continue;
            }
            let near = near(name, defined.iter().copied()).map(str::to_owned);
            let mark = range.start + at..range.start + at + name.len() + 3;
            let name = name.to_owned();
            report.push(span(article, &mark), UnknownNote { name, near });
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
