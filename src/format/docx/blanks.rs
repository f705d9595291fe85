//! Lines to write on: how wide each blank of a line becomes, so that together they fill it to the right edge.

use crate::markdown::tree::Inline;

/// The width of the text on a sheet of A4 with margins of 2 cm, in twentieths of a point.
pub(super) const WIDTH: usize = 9638;

/// How wide a letter is at most, on average, in a line of this size.
const LETTER: usize = 125;

/// The least room for what an underscore stands for, when one writes by hand.
const LEAST: usize = 45;

/// Where each blank of a line ends, from the left edge; `None` when a line is too full for blanks that stretch.
pub(super) fn stops(line: &[Inline]) -> Option<Vec<usize>> {
    let blanks: Vec<usize> = line.iter().filter_map(length).collect();
    let all: usize = blanks.iter().sum();
    let words: usize = line.iter().map(letters).sum::<usize>() * LETTER;
    let room = WIDTH.checked_sub(words)?;
    if all == 0 || room / all < LEAST {
        return None;
    }
    let mut at = 0;
    let mut stops = Vec::new();
    for inline in line {
        match length(inline) {
            Some(length) => {
                at += room * length / all;
                stops.push(at);
            }
            None => at += letters(inline) * LETTER,
        }
    }
    // What ends a line ends at the edge, whatever was lost in dividing.
    if let (Some(last), Some(Inline::Blank { .. })) = (stops.last_mut(), line.last()) {
        *last = WIDTH;
    }
    Some(stops)
}

const fn length(inline: &Inline) -> Option<usize> {
    match inline {
        Inline::Blank { length } => Some(*length),
        _ => None,
    }
}

/// How many letters an inline shows.
pub(super) fn letters(inline: &Inline) -> usize {
    match inline {
        Inline::Text { text } | Inline::Code { text } => text.chars().map(room).sum(),
        Inline::Space => 1,
        Inline::Strong { inlines }
        | Inline::Emphasis { inlines }
        | Inline::Strike { inlines }
        | Inline::Link { inlines, .. } => inlines.iter().map(letters).sum(),
        Inline::Clause { clause, .. } => clause.chars().count(),
        Inline::Abbreviation { short, .. } => short.chars().count(),
        Inline::Image(image) => image.alt.chars().count(),
        Inline::Raw(raw) => raw.text.chars().count(),
        Inline::Note { .. } | Inline::Break | Inline::Blank { .. } => 0,
    }
}

/// A box to tick is as wide as two letters.
const fn room(c: char) -> usize {
    if matches!(c, '☐' | '☑') { 2 } else { 1 }
}
