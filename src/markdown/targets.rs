//! Link targets: which lead outside, which inside, and which are refused.

use pulldown_cmark::{Event, Tag};

use super::{
    Link, Prepared,
    events::{Ev, cited, span},
    findings::{AbsoluteLink, RefusedLink},
};
use crate::{
    check::Article,
    diag::{Report, Sp},
};

/// Where a target leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// To something of this site: a source path, an anchor.
    Internal,
    /// To another site, a mailbox or a phone.
    External,
    /// To a path from the root of some host or disk: it breaks on a stick.
    Absolute,
    /// To something that runs, or that is no address.
    Refused,
}

/// Tells where a target leads, whatever tricks it is written with.
pub(super) fn kind(target: &str) -> Kind {
    // Browsers drop control characters and leading spaces, and read any case.
    let plain: String = target
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let lower = decoded(&plain).to_lowercase();
    let scheme = lower
        .split_once(':')
        .map(|(scheme, _)| scheme)
        .filter(|scheme| !scheme.contains(['/', '#', '?', '.']));
    match scheme {
        Some("http" | "https" | "mailto" | "tel") => Kind::External,
        Some("file") => Kind::Absolute,
        Some(_) => Kind::Refused,
        None if lower.starts_with(['/', '\\']) => Kind::Absolute,
        None if lower.contains(':') && !lower.contains(['/', '#']) => Kind::Refused,
        None => Kind::Internal,
    }
}

/// Gathers internal links; refuses what must not be linked to.
pub(super) fn gather(
    article: &Article,
    events: &[Ev],
    prepared: &mut Prepared,
    report: &mut Report,
) {
    for (event, range) in events {
        let (target, image) = match event {
            Event::Start(tag) if cited(tag).is_some() => continue,
            Event::Start(Tag::Link { dest_url, .. }) => (dest_url, false),
            Event::Start(Tag::Image { dest_url, .. }) => (dest_url, true),
            _ => continue,
        };
        let place = span(article, range);
        match kind(target) {
            Kind::External => {}
            Kind::Internal => prepared.links.push(Link {
                target: Sp::new(target.as_ref().into(), place),
                image,
            }),
            Kind::Absolute => report.push(
                place,
                AbsoluteLink {
                    target: target.to_string(),
                },
            ),
            Kind::Refused => report.push(place, RefusedLink {}),
        }
    }
}

/// Percent signs decoded, for the ASCII that a scheme is made of.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let code = after
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            .filter(u8::is_ascii);
        match code {
            Some(code) => {
                out.push(code.into());
                rest = &after[2..];
            }
            None => {
                out.push('%');
                rest = after;
            }
        }
    }
    out + rest
}
