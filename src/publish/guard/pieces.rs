//! A page in pieces, from block to block: a piece that was read before and held nothing is not read again.
//!
//! No value goes over the start of a block, so what a piece holds depends on its bytes alone. Most of a page is the same
//! on thousands of pages; reading only what differs is most of the speed of the scan.

use memchr::memchr;
use xxhash_rust::xxh3::xxh3_64;

use super::tags::{Effect, effect};

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

/// The key of a piece for one guard: what is clean for one is not for another.
pub(super) fn key(piece: &[u8], guard: u64) -> u64 {
    (xxh3_64(piece) ^ guard.wrapping_mul(0x9e37_79b9_7f4a_7c15)) | 1
}

/// Where the piece that begins here ends: before the opening tag of a block, or with the page. Whether that place is
/// between two tags (and not inside an attribute or a script) only reading tells.
pub(super) fn end(bytes: &[u8], from: usize) -> usize {
    let mut at = from + SHORTEST;
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr(b'<', rest)) {
        at += next;
        let name = &bytes[at + 1..bytes.len().min(at + 10)];
        let length = name
            .iter()
            .position(|b| !b.is_ascii_alphanumeric() && *b != b':' && *b != b'-')
            .unwrap_or(name.len());
        if name.first().is_some_and(u8::is_ascii_alphabetic)
            && effect(&name[..length]) == Effect::Block
        {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

const fn slot(key: u64) -> usize {
    (key >> 40) as usize % SLOTS
}
