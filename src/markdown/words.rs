//! Words of a text, as ranges: letters and digits, and marks that stand apart from their letters.

use std::ops::Range;

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is_letter)?;
        let end = text[start..]
            .find(|c| !is_letter(c))
            .map_or(text.len(), |end| start + end);
        from = end;
        Some(start..end)
    })
}

/// Whether a word ends or begins at a byte of a text.
pub(super) fn is_edge(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(is_letter);
    let behind = text[at..].chars().next().is_some_and(is_letter);
    !(before && behind)
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}
