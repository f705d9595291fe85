//! HTML and XML: what stands between the tags is one text, what stands in attributes and comments is another.
//!
//! Inline tags do not break a word or a number; a block divides both. Reads anything, valid or not.

use memchr::{memchr, memmem};

use super::{
    letters::{APART, HARD, MARKUP, SPACE, STRONG},
    pieces::{self, Clean, Part},
    plain,
    stream::Stream,
    tags::{self, Effect},
};

/// Reading fewer bytes again is as quick as knowing them.
const SHORT: usize = 16;
/// The attributes of a tag are known as a whole up to this length, and one by one beyond: longer ones are seldom the same
/// twice.
const LISTED: usize = 32;

/// How a word that touches an inline tag is read: `<b>Lê</b><b>Văn</b>` is shown in one piece, and may be meant as two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seams {
    /// The pieces are one word.
    Glue,
    /// Each piece is a word.
    Split,
}

/// What was read of a page.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// What stands between tags.
    pub(super) text: Stream,
    /// What stands in attributes, comments and scripts, one after the other.
    pub(super) side: Stream,
    pub(super) decoded: Vec<u8>,
    /// What of the side was read and may be met again, by hash.
    pub(super) read: Vec<u64>,
    /// Whether an inline tag touched a word on both sides.
    pub(super) seamed: bool,
}

impl Words {
    /// Empties it, and keeps its memory.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.side.clear();
        self.read.clear();
        self.seamed = false;
    }
}

/// Reads a page from a place between two tags. With [`Seams::Split`] only the text is read.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    seams: Seams,
    words: &'a mut Words,
    clean: &'a Clean,
    guard: u64,
    /// An inline tag stands right behind a word.
    pending: bool,
}

impl<'a> Reader<'a> {
    /// A reader for the guard of this number; what is known to be clean is passed over.
    pub(super) fn new(
        bytes: &'a [u8],
        seams: Seams,
        words: &'a mut Words,
        (clean, guard): (&'a Clean, u64),
    ) -> Self {
        Reader {
            bytes,
            seams,
            words,
            clean,
            guard,
            pending: false,
        }
    }

    /// Reads from one place to another, or to the first place behind it that is between two tags. Says where.
    pub(super) fn read(&mut self, mut at: usize, to: usize) -> usize {
        while at < to {
            let from = at;
            at = self.words.text.run(&self.bytes[..to], at, &MARKUP);
            self.seam(from, at);
            if at >= to {
                break;
            }
            at = match self.bytes[at] {
                b'<' => self.tag(at),
                _ => self.entity(at),
            };
        }
        at.min(self.bytes.len())
    }

    /// Ends the last words.
    pub(super) fn finish(self) {
        self.words.text.finish();
        self.words.side.finish();
    }
}

impl Reader<'_> {
    /// Notices a word that goes on behind an inline tag.
    fn seam(&mut self, from: usize, to: usize) {
        if self.pending && from < to {
            let first = self.bytes[from];
            self.words.seamed |= first.is_ascii_alphanumeric() || first >= 0x80;
            self.pending = false;
        }
    }

    fn entity(&mut self, at: usize) -> usize {
        match plain::entity(self.bytes, at) {
            Some((c, next)) => {
                self.words.seamed |= self.pending && c.is_alphanumeric();
                self.pending = false;
                self.words.text.char(c, &MARKUP);
                next
            }
            None => {
                self.words.text.gap(STRONG | APART);
                at + 1
            }
        }
    }

    fn tag(&mut self, at: usize) -> usize {
        match self.bytes.get(at + 1) {
            Some(b'a'..=b'z' | b'A'..=b'Z') => self.opening(at + 1),
            Some(b'/') => {
                let (end, effect) = tags::read(self.bytes, at + 2);
                self.apply(effect);
                self.find(b">", end)
            }
            Some(b'!') if self.bytes[at..].starts_with(b"<!--") => self.aside(at + 4, b"-->"),
            Some(b'!') if self.bytes[at..].starts_with(b"<![CDATA[") => self.cdata(at + 9),
            Some(b'!' | b'?') => self.aside(at + 2, b">"),
            _ => {
                self.words.text.gap(STRONG | APART);
                at + 1
            }
        }
    }

    fn opening(&mut self, from: usize) -> usize {
        let (end, effect) = tags::read(self.bytes, from);
        self.apply(effect);
        let at = self.attributes(end);
        if effect == Effect::Raw {
            return self.raw(at, &self.bytes[from..end]);
        }
        at
    }

    /// The rest of an opening tag. Up to the first `>` it is read the same whenever it is the same, unless that stands
    /// between quotes.
    fn attributes(&mut self, from: usize) -> usize {
        if self.bytes.get(from) == Some(&b'>') {
            return from + 1;
        }
        let end = self.find(b">", from);
        let listed = (end - from <= LISTED)
            .then(|| pieces::key(&self.bytes[from..end], Part::Tag, self.guard));
        if listed.is_some_and(|key| self.clean.has(key)) {
            return end;
        }
        let mut at = from;
        loop {
            match self.bytes.get(at) {
                None => return at,
                Some(b'>') => break,
                Some(b' ' | b'\t' | b'\r' | b'\n' | b'\x0c' | b'/') => at += 1,
                Some(_) => at = self.attribute(at),
            }
        }
        if at + 1 == end {
            self.words.read.extend(listed);
        }
        at + 1
    }

    fn attribute(&mut self, from: usize) -> usize {
        let stop = |b: &u8| matches!(b, b'=' | b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n');
        let end = self.position(from, stop).max(from + 1);
        let equals = self.position(end, |b| !b.is_ascii_whitespace());
        if self.bytes.get(equals) != Some(&b'=') {
            return end;
        }
        let value = self.position(equals + 1, |b| !b.is_ascii_whitespace());
        let (from_value, to, next) = match self.bytes.get(value) {
            Some(&quote @ (b'"' | b'\'')) => {
                let rest = &self.bytes[value + 1..];
                let length = memchr(quote, rest).unwrap_or(rest.len());
                (value + 1, value + 1 + length, value + 2 + length)
            }
            _ => {
                let to = self.position(value, |b| b.is_ascii_whitespace() || *b == b'>');
                (value, to, to)
            }
        };
        // Coordinates of a drawing look like numbers of all kinds, and hold none.
        let drawing = matches!(
            &self.bytes[from..end],
            b"d" | b"points" | b"viewBox" | b"transform"
        );
        if !drawing {
            self.side(from_value, to);
        }
        next.min(self.bytes.len())
    }

    /// A text beside the text: a value never goes over its ends, so a longer one that was clean before is so again.
    fn side(&mut self, from: usize, to: usize) {
        if self.seams == Seams::Split {
            return;
        }
        let text = &self.bytes[from..to];
        let Words {
            side,
            decoded,
            read,
            ..
        } = &mut *self.words;
        if text.len() >= SHORT {
            let key = pieces::key(text, Part::Side, self.guard);
            if self.clean.has(key) {
                return;
            }
            read.push(key);
        }
        side.gap(HARD);
        plain::read(text, side, decoded);
    }

    fn aside(&mut self, from: usize, close: &[u8]) -> usize {
        let next = self.find(close, from);
        self.side(from, next.saturating_sub(close.len()).max(from));
        next
    }

    fn cdata(&mut self, from: usize) -> usize {
        let next = self.find(b"]]>", from);
        let to = next.saturating_sub(3).max(from);
        let Words { text, decoded, .. } = &mut *self.words;
        plain::read(&self.bytes[from..to], text, decoded);
        next
    }

    /// The text of a script or style sheet, up to its closing tag.
    fn raw(&mut self, from: usize, name: &[u8]) -> usize {
        let mut at = from;
        loop {
            at = self.find(b"</", at);
            let named = self.bytes.get(at..at + name.len());
            if at >= self.bytes.len() || named.is_some_and(|tag| tag.eq_ignore_ascii_case(name)) {
                break;
            }
        }
        self.side(from, at);
        self.find(b">", at)
    }

    /// Where the text goes on behind the next `what`.
    fn find(&self, what: &[u8], from: usize) -> usize {
        if what.len() == 1 && self.bytes.get(from) == what.first() {
            return from + 1;
        }
        let from = from.min(self.bytes.len());
        let rest = &self.bytes[from..];
        let found = match what {
            &[byte] => memchr(byte, rest),
            _ => memmem::find(rest, what),
        };
        found.map_or(self.bytes.len(), |at| from + at + what.len())
    }

    fn position(&self, from: usize, stop: impl Fn(&u8) -> bool) -> usize {
        let from = from.min(self.bytes.len());
        let rest = &self.bytes[from..];
        from + rest.iter().position(stop).unwrap_or(rest.len())
    }

    fn apply(&mut self, effect: Effect) {
        let text = &mut self.words.text;
        match effect {
            Effect::Inline if !text.in_word() => {}
            Effect::Inline if self.seams == Seams::Split => text.gap(0),
            Effect::Inline => self.pending = true,
            Effect::Space => text.gap(SPACE),
            Effect::Block | Effect::Raw => text.gap(HARD),
        }
    }
}
