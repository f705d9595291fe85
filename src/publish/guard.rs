//! What must not appear, as hashes: the index the leak scan looks values up in.
//!
//! Holds no private value, only hashes of normalised ones and where they were written.
//!
//! Values and outputs are read alike: no accents, no case, no invisible characters; digits without their separators and
//! with a zero for the country code. A value is found by its words in a row (by the first twelve of a longer one), or by
//! its digits when there are seven or more, in whatever groups they are written. Words in different cells, paragraphs
//! or attributes are not in a row; words parted by a comma are, when the value has punctuation there too.
//! Bytes that are no text (fonts, images, archives) are not read: a format that packs its text must have it scanned
//! before it packs.

mod digits;
mod index;
mod letters;
mod markup;
mod pieces;
mod plain;
mod stream;
mod tags;
#[cfg(test)]
mod tests;
mod values;

use std::{
    cell::RefCell,
    sync::atomic::{AtomicU64, Ordering},
};

use memchr::memchr;

use super::Surface;
use crate::diag::Span;
use index::Index;
use markup::{Reader, Seams, Words};
use pieces::{Clean, Part};

/// What an output is made of, so that its text can be taken out of its markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// HTML or XML: tags, attributes and entities are taken apart.
    Markup,
    /// Plain text, CSV, vCard, ICS, JSON, scripts.
    Text,
}

/// A private value found in an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Where the value is written in the source. Never the value itself.
    pub source: Span,
}

/// Gathers private and public values while the gate works.
#[derive(Debug, Default)]
pub struct GuardBuilder {
    gathered: values::Gathered,
}

/// The index. Looking a page up costs a hash per word.
#[derive(Debug, Default)]
pub struct Guard {
    index: Index,
    weak: Box<[Span]>,
    ambiguous: usize,
    /// Tells it from other guards.
    number: u64,
}

/// The memory a scan works in.
#[derive(Debug, Default)]
struct Scratch {
    words: Words,
    clean: Clean,
}

impl Guard {
    /// Private values that appear in an output of this surface, each source once, in source order.
    pub fn scan(&self, media: Media, surface: Surface, bytes: &[u8]) -> Vec<Leak> {
        if self.index.is_empty() || is_binary(bytes) {
            return Vec::new();
        }
        let mut found = SCRATCH.with_borrow_mut(|scratch| {
            let mut found = Vec::new();
            match media {
                Media::Markup => self.markup(bytes, scratch, &mut found),
                Media::Text => self.text(bytes, scratch, &mut found),
            }
            found
        });
        found.sort_unstable();
        found.dedup();
        let mut sources: Vec<Span> = found
            .into_iter()
            .map(|at| self.index.entry(at))
            .filter(|entry| !entry.allowed.has(surface))
            .map(|entry| entry.source)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        sources.into_iter().map(|source| Leak { source }).collect()
    }

    /// Where values are written that are too short to search for (a small number, one short word). Their types and the
    /// provenance check prove that they stay private.
    pub fn weak(&self) -> &[Span] {
        &self.weak
    }

    /// How many values may appear on a surface only because something equal is public there by right: a namesake, a
    /// shared phone. The provenance check proves that it is the public one that is shown.
    pub const fn ambiguous(&self) -> usize {
        self.ambiguous
    }

    /// Bytes the index takes.
    pub fn size(&self) -> usize {
        self.index.size() + size_of_val(&*self.weak)
    }

    fn markup(&self, bytes: &[u8], scratch: &mut Scratch, found: &mut Vec<usize>) {
        let mut from = 0;
        while from < bytes.len() {
            let to = pieces::end(bytes, from);
            let key = pieces::key(&bytes[from..to], Part::Piece, self.number);
            if scratch.clean.has(key) {
                from = to;
                continue;
            }
            let before = found.len();
            let next = self.piece(bytes, from, to, scratch, found);
            if found.len() == before {
                if next == to {
                    scratch.clean.insert(key);
                }
                let Scratch { words, clean } = &mut *scratch;
                words.read.drain(..).for_each(|key| clean.insert(key));
            }
            from = next;
        }
    }

    /// Reads on until a block begins, and says where: at `to`, unless that is inside a tag or a script.
    fn piece(
        &self,
        bytes: &[u8],
        from: usize,
        mut to: usize,
        Scratch { words, clean }: &mut Scratch,
        found: &mut Vec<usize>,
    ) -> usize {
        words.clear();
        let known = (&*clean, self.number);
        let mut reader = Reader::new(bytes, Seams::Glue, words, known);
        let mut at = reader.read(from, to);
        while at > to {
            to = pieces::end(bytes, at);
            at = reader.read(at, to);
        }
        reader.finish();
        self.look(&words.text, found);
        self.look(&words.side, found);
        if words.seamed {
            words.text.clear();
            let mut reader = Reader::new(bytes, Seams::Split, words, known);
            reader.read(from, to);
            reader.finish();
            self.look(&words.text, found);
        }
        to
    }

    fn text(&self, bytes: &[u8], scratch: &mut Scratch, found: &mut Vec<usize>) {
        let Words { text, decoded, .. } = &mut scratch.words;
        text.clear();
        plain::read(bytes, text, decoded);
        text.finish();
        self.look(text, found);
    }

    fn look(&self, stream: &stream::Stream, found: &mut Vec<usize>) {
        self.index.words(&stream.tokens, |at| found.push(at));
        self.index.numbers(&stream.groups, |at| found.push(at));
    }
}

thread_local! {
    /// One memory to work in for each thread: no page allocates.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// How many guards there were.
static GUARDS: AtomicU64 = AtomicU64::new(1);

/// A number no other guard has.
fn number() -> u64 {
    GUARDS.fetch_add(1, Ordering::Relaxed)
}

/// Text has no zero bytes.
fn is_binary(bytes: &[u8]) -> bool {
    memchr(0, &bytes[..bytes.len().min(1024)]).is_some()
}
