//! Where a byte stands, in lines and columns: the one place that counts them.
//!
//! Lines end in `\n` or `\r\n`; columns count Unicode scalar values. Knows nothing of files or findings.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in Unicode scalar values: a letter written with combining marks counts each of them.
    pub column: usize,
}

/// The line starts of one text.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of a text; an empty text has one, empty.
    pub fn new(text: &str) -> Self {
        let after_breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        LineIndex {
            starts: std::iter::once(0).chain(after_breaks).collect(),
        }
    }

    /// The bytes of a line counted from 1, without its line end. Lines past the last are the last.
    pub fn line(&self, text: &str, line: usize) -> Range<usize> {
        let at = line.clamp(1, self.starts.len()) - 1;
        let start = self.starts[at];
        let Some(next) = self.starts.get(at + 1) else {
            return start..text.len();
        };
        let mut end = next - 1;
        if end > start && text.as_bytes()[end - 1] == b'\r' {
            end -= 1;
        }
        start..end
    }

    /// The position of a byte. One inside a line end stands at the end of the line, one past the text at its end.
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let line = self.line_of(byte.min(text.len()));
        let range = self.line(text, line);
        let end = floor_boundary(text, byte.clamp(range.start, range.end));
        Position {
            line,
            column: text[range.start..end].chars().count() + 1,
        }
    }

    /// The span a reader sees: inside the text, on character boundaries, never starting in a line end, and whole
    /// letters only, so that a caret does not fall between a letter and its combining marks.
    pub fn settle(&self, text: &str, span: Range<usize>) -> Range<usize> {
        let line = self.line(text, self.line_of(span.start.min(text.len())));
        let start = whole_letter_start(text, line.start, span.start.min(line.end));
        if span.end <= span.start {
            return start..start;
        }
        let end = whole_letter_end(text, span.end.min(text.len()));
        start..end.max(start)
    }

    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }
}

fn whole_letter_start(text: &str, least: usize, byte: usize) -> usize {
    let mut at = floor_boundary(text, byte);
    while at > least && text[at..].chars().next().is_some_and(joins_previous) {
        at = floor_boundary(text, at - 1);
    }
    at
}

fn whole_letter_end(text: &str, byte: usize) -> usize {
    let mut at = byte;
    while !text.is_char_boundary(at) {
        at += 1;
    }
    let joined = text[at..].chars().take_while(|c| joins_previous(*c));
    at + joined.map(char::len_utf8).sum::<usize>()
}

fn joins_previous(c: char) -> bool {
    c.width() == Some(0)
}

fn floor_boundary(text: &str, byte: usize) -> usize {
    let mut at = byte;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, byte: usize) -> (usize, usize) {
        let position = LineIndex::new(text).position(text, byte);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_scalar_values() {
        let text = "tên = \"Ẳm\"\nx";
        assert_eq!(at(text, 0), (1, 1));
        assert_eq!(at(text, text.find('Ẳ').unwrap()), (1, 8));
        assert_eq!(at(text, text.find('m').unwrap()), (1, 9));
        assert_eq!(at(text, text.find('x').unwrap()), (2, 1));
        let decomposed = "A\u{306}\u{309}m";
        assert_eq!(at(decomposed, decomposed.find('m').unwrap()), (1, 4));
    }

    #[test]
    fn line_ends_belong_to_their_line() {
        let text = "ab\r\ncd\r\n";
        assert_eq!(at(text, 2), (1, 3));
        assert_eq!(at(text, 3), (1, 3));
        assert_eq!(at(text, 4), (2, 1));
        assert_eq!(at(text, 8), (3, 1));
        assert_eq!(LineIndex::new(text).line(text, 1), 0..2);
        assert_eq!(LineIndex::new(text).line(text, 3), 8..8);
    }

    #[test]
    fn any_byte_has_a_position() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("", 99), (1, 1));
        assert_eq!(at("đ", 1), (1, 1));
        assert_eq!(at("a\nđ", 99), (2, 2));
        assert_eq!(at("\n", 1), (2, 1));
    }

    #[test]
    fn spans_settle_on_whole_letters() {
        let text = "A\u{306}\u{309}m\r\n";
        let index = LineIndex::new(text);
        assert_eq!(index.settle(text, 1..3), 0..5);
        assert_eq!(index.settle(text, 0..1), 0..5);
        assert_eq!(index.settle(text, 2..2), 0..0);
        assert_eq!(index.settle(text, 7..8), 6..8);
        assert_eq!(index.settle(text, 50..60), 8..8);
    }
}
