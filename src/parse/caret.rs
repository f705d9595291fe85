//! From a character of a decoded TOML string back to where it is written. Knows quotes and escapes, nothing else.

use std::ops::Range;

/// The bytes of `raw` (a string as written, with its quotes) that stand for the character at `decoded_at`.
///
/// When `raw` is no well-formed string the whole of it is meant.
pub(super) fn place(raw: &str, decoded_at: usize) -> Range<usize> {
    let Some((open, escapes)) = opening(raw) else {
        return 0..raw.len();
    };
    let mut at = open;
    let mut decoded = 0;
    while let Some(piece) = piece(&raw[at..], escapes) {
        if decoded + piece.decoded > decoded_at {
            return at..at + piece.written;
        }
        decoded += piece.decoded;
        at += piece.written;
    }
    0..raw.len()
}

/// Whether backslashes mean something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    Read,
    Plain,
}

/// A character or escape: how long it is written and how long it is decoded, in bytes.
struct Piece {
    written: usize,
    decoded: usize,
}

/// The length of the opening quotes, and what kind of string they open.
fn opening(raw: &str) -> Option<(usize, Escapes)> {
    let (quotes, escapes) = match raw.as_bytes() {
        [b'"', b'"', b'"', ..] => (3, Escapes::Read),
        [b'\'', b'\'', b'\'', ..] => (3, Escapes::Plain),
        [b'"', ..] => return Some((1, Escapes::Read)),
        [b'\'', ..] => return Some((1, Escapes::Plain)),
        _ => return None,
    };
    // A line end right after three quotes is no part of the text.
    let line_end = match raw.as_bytes().get(quotes..) {
        Some([b'\n', ..]) => 1,
        Some([b'\r', b'\n', ..]) => 2,
        _ => 0,
    };
    Some((quotes + line_end, escapes))
}

fn piece(rest: &str, escapes: Escapes) -> Option<Piece> {
    let first = rest.chars().next()?;
    if first != '\\' || escapes == Escapes::Plain {
        let len = first.len_utf8();
        return Some(Piece {
            written: len,
            decoded: len,
        });
    }
    let digits = match rest.as_bytes().get(1)? {
        b'u' => 4,
        b'U' => 8,
        b'x' => 2,
        b'\n' | b'\r' | b' ' | b'\t' => {
            let blank = rest[1..].find(|c: char| !c.is_ascii_whitespace());
            return Some(Piece {
                written: 1 + blank.unwrap_or(rest.len() - 1),
                decoded: 0,
            });
        }
        _ => 0,
    };
    let code = rest.get(2..2 + digits).unwrap_or_default();
    let character = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
    let written = (2 + digits).min(rest.len());
    // A backslash before a letter of several bytes escapes nothing; the string is broken, and reported as such.
    rest.is_char_boundary(written).then(|| Piece {
        written,
        decoded: character.map_or(1, char::len_utf8),
    })
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn counts_quotes_and_letters() {
        assert_eq!(place("\"Lê\"", 1), 2..4);
        assert_eq!(place("'a\\b'", 2), 3..4);
        assert_eq!(place("\"\"\"\r\nab\"\"\"", 1), 6..7);
    }

    #[test]
    fn an_escape_is_one_character() {
        assert_eq!(place("\"a\\u200Bb\"", 1), 2..8);
        assert_eq!(place("\"a\\u200Bb\"", 4), 8..9);
        assert_eq!(place("\"a\\nb\"", 2), 4..5);
        assert_eq!(place("\"\"\"a\\\n   b\"\"\"", 1), 9..10);
    }

    #[test]
    fn what_is_no_string_is_meant_whole() {
        assert_eq!(place("0237", 2), 0..4);
        assert_eq!(place("\"ab", 9), 0..3);
        assert_eq!(place("\"\\\u{200b}", 1), 0..5);
        assert_eq!(place("\"\\u12ế\"", 1), 0..9);
    }
}
