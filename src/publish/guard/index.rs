//! The index: entries sorted by hash, with small tables in front that answer "no" for almost every word.
//!
//! Holds hashes and spans, about 35 bytes a value; no text.

use rayon::prelude::*;

use crate::diag::Span;

use super::{
    super::Surfaces,
    digits,
    stream::{AFTER_HARD, AFTER_STRONG, Group},
};

/// A value is compared by its first words, this many.
pub(super) const MOST_WORDS: usize = 12;

/// A value that must not appear.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) key: u64,
    pub(super) source: Span,
    /// Where it may appear.
    pub(super) allowed: Surfaces,
    /// Words that have punctuation before them in the value, as bits.
    pub(super) gaps: u16,
}

/// How the entry is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Probe {
    /// By its first word, which is all there is.
    Word(u64),
    /// By its first two words; the number is how many words it has.
    Words(u64, u64, u8),
    /// By its digits.
    Digits(u32),
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Where entries whose key begins with these bits start.
    starts: Box<[u32]>,
    entries: Box<[Entry]>,
    /// First words of longer values, as bits.
    firsts: Bits,
    /// Words that are values.
    singles: Bits,
    /// By the first two words: how long the values are that begin with them, as bits.
    lengths: Box<[u16]>,
    /// Values of two words and more. Far smaller than the entries, which no processor holds close to itself.
    sequences: Bits,
    /// Numbers.
    numbers: Bits,
    /// How many digits numbers have, as bits.
    digits: u64,
    longest: u32,
}

/// A set that answers "no", or "perhaps".
#[derive(Debug, Default)]
struct Bits {
    words: Box<[u64]>,
    shift: u32,
}

/// The key of a sequence of words.
pub(super) fn sequence(words: &[u64]) -> u64 {
    let mix = |key: u64, word: &u64| {
        (key.rotate_left(23) ^ plain(*word)).wrapping_mul(0x9fb2_1c65_1e98_df25)
    };
    let key = words.iter().fold(words.len() as u64, mix);
    key ^ key >> 31
}

/// Puts entries in order. Equal values become one, allowed wherever any of them is.
pub(super) fn merge(found: &mut Vec<(Probe, Entry)>) {
    found.par_sort_unstable_by_key(|(_, entry)| (entry.key, entry.source));
    found.dedup_by(|(_, next), (_, first)| {
        let same = next.key == first.key;
        if same {
            first.allowed = first.allowed.union(next.allowed);
            first.gaps |= next.gaps;
        }
        same
    });
}

impl Index {
    /// Builds it from entries in order; they keep their places.
    pub(super) fn build(found: &[(Probe, Entry)]) -> Self {
        let count = |is: fn(&Probe) -> bool| found.iter().filter(|(probe, _)| is(probe)).count();
        let sequences = count(|probe| matches!(probe, Probe::Words(..)));
        let mut index = Index {
            starts: Box::default(),
            entries: found.iter().map(|(_, entry)| *entry).collect(),
            firsts: Bits::of(sequences.min(1 << 12)),
            singles: Bits::of(count(|probe| matches!(probe, Probe::Word(_)))),
            lengths: vec![0; (sequences * 2).next_power_of_two().clamp(1 << 8, 1 << 18)].into(),
            sequences: Bits::of(sequences),
            numbers: Bits::of(count(|probe| matches!(probe, Probe::Digits(_)))),
            digits: 0,
            longest: 0,
        };
        for (probe, entry) in found {
            index.admit(*probe, entry.key);
        }
        index.starts = starts(&index.entries);
        index
    }

    fn admit(&mut self, probe: Probe, key: u64) {
        match probe {
            Probe::Word(word) => self.singles.insert(plain(word)),
            Probe::Words(first, second, count) => {
                self.firsts.insert(plain(first));
                let at = self.pair(first, second);
                self.lengths[at] |= 1 << count;
                self.sequences.insert(key);
            }
            Probe::Digits(len) => {
                self.numbers.insert(key);
                self.digits |= 1 << len.min(63);
                self.longest = self.longest.max(len);
            }
        }
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry at an index given by [`Index::visit`].
    pub(super) fn entry(&self, at: usize) -> &Entry {
        &self.entries[at]
    }

    /// Lets an entry appear on more surfaces.
    pub(super) fn allow(&mut self, at: usize, surfaces: Surfaces) {
        let entry = &mut self.entries[at];
        entry.allowed = entry.allowed.union(surfaces);
    }

    /// The entry with a key.
    pub(super) fn find(&self, key: u64) -> Option<usize> {
        let bucket = bucket(key, self.starts.len());
        let from = *self.starts.get(bucket)? as usize;
        let to = *self.starts.get(bucket + 1)? as usize;
        let at = self.entries[from..to]
            .iter()
            .position(|entry| entry.key == key)?;
        Some(from + at)
    }

    /// Bytes it takes.
    pub(super) fn size(&self) -> usize {
        size_of_val(&*self.entries)
            + size_of_val(&*self.starts)
            + size_of_val(&*self.lengths)
            + [&self.firsts, &self.singles, &self.sequences, &self.numbers]
                .map(|bits| size_of_val(&*bits.words))
                .iter()
                .sum::<usize>()
    }

    /// Calls `visit` with every entry whose words appear in a row.
    pub(super) fn words(&self, words: &[u64], mut visit: impl FnMut(usize)) {
        for (at, &word) in words.iter().enumerate() {
            let first = plain(word);
            if self.firsts.may_have(first)
                && let Some(&second) = words.get(at + 1)
                && let lengths = self.lengths[self.pair(first, second)]
                && lengths != 0
            {
                self.sequences(&words[at..], lengths, &mut visit);
            }
            if self.singles.may_have(first)
                && let Some(found) = self.find(sequence(&words[at..=at]))
            {
                visit(found);
            }
        }
    }

    /// Calls `visit` with every entry whose digits appear.
    pub(super) fn numbers(&self, groups: &[Group], mut visit: impl FnMut(usize)) {
        if self.longest == 0 {
            return;
        }
        digits::numbers(groups, self.longest, |key, len| {
            if self.digits >> len.min(63) & 1 != 0
                && self.numbers.may_have(key)
                && let Some(found) = self.find(key)
            {
                visit(found);
            }
        });
    }

    #[inline(never)]
    fn sequences(&self, words: &[u64], mut lengths: u16, visit: &mut impl FnMut(usize)) {
        while lengths != 0 {
            let count = lengths.trailing_zeros() as usize;
            lengths &= lengths - 1;
            let Some(window) = words.get(..count) else {
                return;
            };
            let key = sequence(window);
            if self.sequences.may_have(key)
                && let Some(found) = self.find(key)
                && self.entries[found].fits(window)
            {
                visit(found);
            }
        }
    }

    fn pair(&self, first: u64, second: u64) -> usize {
        let mixed =
            (plain(first).rotate_left(29) ^ plain(second)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 32) as usize & (self.lengths.len() - 1)
    }
}

impl Entry {
    /// Words of different cells are no sequence, and punctuation may stand only where the value has some.
    fn fits(&self, window: &[u64]) -> bool {
        window.iter().enumerate().skip(1).all(|(at, word)| {
            word & AFTER_HARD == 0 && (word & AFTER_STRONG == 0 || self.gaps & 1 << at != 0)
        })
    }
}

impl Bits {
    /// Room for so many: 16 bits each, 8 KB at least unless there are none.
    fn of(count: usize) -> Self {
        if count == 0 {
            return Bits {
                words: Box::new([0]),
                shift: 63,
            };
        }
        let bits = (count * 16).next_power_of_two().max(1 << 16);
        Bits {
            words: vec![0; bits / 64].into(),
            shift: 64 - bits.trailing_zeros(),
        }
    }

    fn insert(&mut self, key: u64) {
        let bit = key >> self.shift;
        self.words[(bit >> 6) as usize] |= 1 << (bit & 63);
    }

    #[inline]
    fn may_have(&self, key: u64) -> bool {
        let bit = key >> self.shift;
        self.words
            .get((bit >> 6) as usize)
            .is_some_and(|word| word >> (bit & 63) & 1 != 0)
    }
}

/// A word without what stands before it.
fn plain(word: u64) -> u64 {
    word & !(AFTER_STRONG | AFTER_HARD)
}

/// One bucket an entry, by the upper bits of its key.
fn starts(entries: &[Entry]) -> Box<[u32]> {
    let buckets = entries.len().next_power_of_two();
    let mut starts = vec![0u32; buckets + 1];
    for entry in entries {
        starts[bucket(entry.key, buckets + 1) + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts.into()
}

fn bucket(key: u64, starts: usize) -> usize {
    let bits = starts.saturating_sub(1).max(1).trailing_zeros();
    if bits == 0 {
        0
    } else {
        (key >> (64 - bits)) as usize
    }
}
