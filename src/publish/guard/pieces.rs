//! A page in pieces, from block to block: a piece that was read before and held nothing is not read again.
//!
//! No value goes over the start of a block, so what a piece holds depends on its bytes alone. Most of a page is the same
//! on thousands of pages; reading only what differs is most of the speed of the scan.

use memchr::memchr;
use xxhash_rust::xxh3::xxh3_64;

use super::tags;

/// A piece is no shorter than this, unless the page ends: hashing and looking up has a price too.
const SHORTEST: usize = 64;
/// How many clean pieces are remembered: what every page has, while what only one has comes and goes.
const SLOTS: usize = 1 << 13;

/// Pieces that held nothing, by hash; a newer one takes the place of an older one.
#[derive(Debug)]
pub(super) struct Clean {
    slots: Box<[u64]>,
}

impl Default for Clean {
    fn default() -> Self {
        Clean {
            slots: vec![0; SLOTS].into(),
        }
    }
}

impl Clean {
    /// Whether a piece of this key was clean. Two pieces of 2⁶⁴ share a key by chance.
    pub(super) fn has(&self, key: u64) -> bool {
        self.slots[slot(key)] == key
    }

    pub(super) fn insert(&mut self, key: u64) {
        self.slots[slot(key)] = key;
    }
}

/// What bytes are read as: what they hold depends on it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// A piece of a page.
    Piece,
    /// A text beside the text.
    Side,
    /// The attributes of a tag, to its end.
    Tag,
}

/// The key of bytes for one guard: what is clean for one is not for another.
pub(super) fn key(bytes: &[u8], part: Part, guard: u64) -> u64 {
    let salt = (guard << 2 | part as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (xxh3_64(bytes) ^ salt) | 1
}

/// Where the piece that begins here ends: before the opening tag of a block, or with the page. Whether that place is
/// between two tags (and not inside an attribute or a script) only reading tells.
pub(super) fn end(bytes: &[u8], from: usize) -> usize {
    let mut at = from + SHORTEST;
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr(b'<', rest)) {
        at += next;
        let opens = bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
        if opens && tags::read(bytes, at + 1).1.divides() {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

const fn slot(key: u64) -> usize {
    (key >> 40) as usize % SLOTS
}
