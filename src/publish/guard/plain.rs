//! Text that is no markup: CSV, vCard, calendars, JSON, scripts; also comments and attribute values of markup.
//!
//! Undoes `\u00e9`, entities, `%C3%A9` and folded lines (CRLF and a space), so that nothing hides in an escape.

use memchr::memchr;

use super::{
    letters::{APART, PLAIN, SPACE, STRONG},
    stream::Stream,
};

/// Reads a text.
pub(super) fn read(bytes: &[u8], stream: &mut Stream, decoded: &mut Vec<u8>) {
    if memchr(b'%', bytes).is_some() {
        unpercent(bytes, decoded);
        escaped(decoded, stream);
    } else {
        escaped(bytes, stream);
    }
}

/// The character an entity at `at` stands for, and where the text goes on.
pub(super) fn entity(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let rest = &bytes[at + 1..];
    let end = memchr(b';', &rest[..rest.len().min(10)])?;
    let name = std::str::from_utf8(&rest[..end]).ok()?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "shy" => '\u{ad}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((c, at + end + 2))
}

fn escaped(bytes: &[u8], stream: &mut Stream) {
    let mut at = 0;
    loop {
        at = stream.run(bytes, at, &PLAIN);
        match bytes.get(at) {
            None => return,
            Some(b'\\') => at = escape(bytes, at, stream),
            Some(b'\r') if matches!(bytes.get(at + 1..at + 3), Some(b"\n " | b"\n\t")) => at += 3,
            Some(b'&') => match entity(bytes, at) {
                Some((c, next)) => {
                    stream.char(c, &PLAIN);
                    at = next;
                }
                None => at = step(at, stream),
            },
            Some(_) => at = step(at, stream),
        }
    }
}

fn step(at: usize, stream: &mut Stream) -> usize {
    stream.gap(STRONG | APART);
    at + 1
}

/// `\u00e9` is its character; `\n` and its like are line ends, not the letter `n`; others stand for themselves.
fn escape(bytes: &[u8], at: usize, stream: &mut Stream) -> usize {
    match bytes.get(at + 1) {
        Some(b'u') => {
            let hex = bytes
                .get(at + 2..at + 6)
                .and_then(|hex| std::str::from_utf8(hex).ok());
            match hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()) {
                Some(code) => {
                    match char::from_u32(code) {
                        Some(c) => stream.char(c, &PLAIN),
                        None => stream.gap(STRONG | APART),
                    }
                    at + 6
                }
                None => step(at, stream),
            }
        }
        Some(b'n' | b'r' | b't' | b'b' | b'f' | b'N') => {
            stream.gap(SPACE | STRONG | APART);
            at + 2
        }
        // An escaped slash or comma: what follows is read as it is.
        _ => {
            stream.gap(0);
            at + 1
        }
    }
}

/// Replaces `%C3%A9` by its bytes.
fn unpercent(bytes: &[u8], decoded: &mut Vec<u8>) {
    decoded.clear();
    let mut rest = bytes;
    while let Some(at) = memchr(b'%', rest) {
        decoded.extend_from_slice(&rest[..at]);
        let digit = |n: usize| rest.get(at + n).and_then(|b| char::from(*b).to_digit(16));
        match digit(1).zip(digit(2)) {
            Some((high, low)) => {
                decoded.push((high << 4 | low) as u8);
                rest = &rest[at + 3..];
            }
            None => {
                decoded.push(b'%');
                rest = &rest[at + 1..];
            }
        }
    }
    decoded.extend_from_slice(rest);
}
