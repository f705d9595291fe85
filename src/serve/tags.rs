//! Finds tags of one name in HTML and their attributes, as far as adding to a page needs it. Changes nothing.

use std::ops::Range;

use memchr::{memchr, memchr_iter};

/// The places of all opening tags of a name, from `<` to behind `>`.
pub(super) fn tags<'p>(page: &'p [u8], name: &'p str) -> impl Iterator<Item = Range<usize>> + 'p {
    memchr_iter(b'<', page).filter_map(move |start| {
        let after = start + 1 + name.len();
        let named = page
            .get(start + 1..after)?
            .eq_ignore_ascii_case(name.as_bytes());
        let ends = page
            .get(after)
            .is_some_and(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-');
        let end = end_of_tag(page, after).filter(|_| named && ends)?;
        Some(start..end)
    })
}

/// The place of an attribute's value, without its quotes.
pub(super) fn attribute(page: &[u8], tag: &Range<usize>, name: &str) -> Option<Range<usize>> {
    let mut at = tag.start + 1;
    let last = tag.end - 1;
    while !ends_word(page[at]) {
        at += 1;
    }
    while at < last {
        if page[at].is_ascii_whitespace() || page[at] == b'/' {
            at += 1;
            continue;
        }
        let start = at;
        while at < last && !ends_word(page[at]) && page[at] != b'=' {
            at += 1;
        }
        let own = &page[start..at];
        let value = value(page, &mut at, last);
        if own.eq_ignore_ascii_case(name.as_bytes()) {
            return value;
        }
        // A stray sign names nothing.
        at = at.max(start + 1);
    }
    None
}

/// Reads `= value` after a name, if it stands there, and goes behind it.
fn value(page: &[u8], at: &mut usize, last: usize) -> Option<Range<usize>> {
    let sign = skip_space(page, *at, last);
    if sign >= last || page[sign] != b'=' {
        return None;
    }
    let start = skip_space(page, sign + 1, last);
    let rest = &page[start.min(last)..last];
    if let Some(quote @ (b'"' | b'\'')) = rest.first() {
        let end = start + 1 + memchr(*quote, &rest[1..]).unwrap_or(rest.len() - 1);
        *at = (end + 1).min(last);
        return Some(start + 1..end);
    }
    let length = rest.iter().position(u8::is_ascii_whitespace);
    *at = start + length.unwrap_or(rest.len());
    Some(start..*at)
}

fn skip_space(page: &[u8], from: usize, last: usize) -> usize {
    (from..last)
        .find(|at| !page[*at].is_ascii_whitespace())
        .unwrap_or(last)
}

const fn ends_word(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
}

/// Behind the `>` that ends a tag; one in quotes ends nothing.
fn end_of_tag(page: &[u8], from: usize) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in page.iter().enumerate().skip(from) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values<'p>(page: &'p str, tag: &'p str, name: &str) -> Vec<Option<&'p str>> {
        let bytes = page.as_bytes();
        tags(bytes, tag)
            .map(|tag| attribute(bytes, &tag, name).map(|place| &page[place]))
            .collect()
    }

    #[test]
    fn attributes_are_read_as_browsers_do() {
        let page = "<metal a=0><META a='x > y' b><meta b=a a = \"\"><meta/a=1><meta a><meta a=b/c ><meta =a a=2><meta a=\"";
        let found = values(page, "meta", "A");
        assert_eq!(
            found,
            [
                Some("x > y"),
                Some(""),
                Some("1"),
                None,
                Some("b/c"),
                Some("2")
            ]
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(page in "[<>a-c/=\"' meta\n]{0,80}") {
            for tag in tags(page.as_bytes(), "meta") {
                prop_assert!(page[tag.clone()].ends_with('>'));
                if let Some(place) = attribute(page.as_bytes(), &tag, "a") {
                    prop_assert!(tag.start < place.start && place.end < tag.end);
                }
            }
        }
    }
}
