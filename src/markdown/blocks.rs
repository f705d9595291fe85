//! Finds the extent of blocks and the captions that belong to them.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Ev;

/// The index of the event that ends the element begun at `start`.
pub(super) fn end_of(events: &[Ev], start: usize) -> usize {
    let mut depth = 0;
    for (at, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    events.len().saturating_sub(1)
}

/// The paragraph at `start` when it is a caption: its inner events without the opening word, and the index behind it.
pub(super) fn caption<'a>(
    events: &[Ev<'a>],
    start: usize,
    openings: &[&str],
) -> Option<(Vec<Ev<'a>>, usize)> {
    let (Event::Start(Tag::Paragraph), _) = events.get(start)? else {
        return None;
    };
    let (Event::Text(first), range) = events.get(start + 1)? else {
        return None;
    };
    let rest = openings
        .iter()
        .find_map(|opening| first.strip_prefix(opening))?;
    let end = end_of(events, start);
    let mut inner = vec![(
        Event::Text(rest.trim_start().to_owned().into()),
        range.clone(),
    )];
    inner.extend_from_slice(&events[start + 2..end]);
    Some((inner, end + 1))
}

/// Whether the paragraph at `start` holds one image and nothing else.
pub(super) fn is_figure(events: &[Ev], start: usize) -> bool {
    let Some((Event::Start(Tag::Image { .. }), _)) = events.get(start + 1) else {
        return false;
    };
    let end = end_of(events, start + 1);
    matches!(
        events.get(end + 1),
        Some((Event::End(TagEnd::Paragraph), _))
    )
}

/// A paragraph that held the marker alone is left out, and one that began with it begins without a line break.
pub(super) fn without_empty_start(mut events: Vec<Ev>) -> Vec<Ev> {
    while let Some((Event::SoftBreak | Event::HardBreak, _)) = events.get(1) {
        events.remove(1);
    }
    if let [
        (Event::Start(Tag::Paragraph), _),
        (Event::End(TagEnd::Paragraph), _),
        ..,
    ] = events[..]
    {
        events.drain(..2);
    }
    events
}
