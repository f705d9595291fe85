//! Private and public values on their way into the index: what of them can be searched for.
//!
//! Turns each value into hashes at once; keeps no text.

use rustc_hash::FxHashMap;

use super::{
    super::Surfaces,
    Guard, GuardBuilder, digits,
    index::{Entry, Index, MOST_WORDS, Probe, merge, sequence},
    letters::{APART, HARD, PLAIN, STRONG},
    stream::{AFTER_STRONG, Group, Stream},
};
use crate::diag::Span;

/// Fewer letters in a single word are too common to search for.
const FEWEST_IN_ONE_WORD: usize = 8;
/// Fewer letters and digits in several words are too common to search for.
const FEWEST_IN_WORDS: usize = 6;

/// Public values of one set of surfaces, one after the other.
#[derive(Debug, Default)]
pub(super) struct Public {
    words: Vec<u64>,
    groups: Vec<Group>,
}

/// What the gate has told so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    private: Vec<(Probe, Entry)>,
    public: FxHashMap<u8, (Surfaces, Public)>,
    weak: Vec<Span>,
    stream: Stream,
}

impl GuardBuilder {
    /// A value that may appear on these surfaces only (none, for a private one).
    pub fn private(&mut self, value: &str, allowed: Surfaces, source: Span) {
        let found = &mut self.gathered;
        found.read(value);
        let before = found.private.len();
        let entry = |key, gaps| Entry {
            key,
            source,
            allowed,
            gaps,
        };
        for (key, len) in digits::values(&found.stream.groups) {
            found.private.push((Probe::Digits(len), entry(key, 0)));
        }
        if strong(value, &found.stream) {
            let words = &found.stream.tokens;
            let words = &words[..words.len().min(MOST_WORDS)];
            let probe = match *words {
                [only] => Probe::Word(only),
                [first, second, ..] => Probe::Words(first, second, words.len() as u8),
                [] => return,
            };
            found
                .private
                .push((probe, entry(sequence(words), gaps(words))));
        }
        if found.private.len() == before {
            found.weak.push(source);
        }
    }

    /// A value that is public by right on these surfaces: private values equal to it, or to words in it, are not
    /// searched for there.
    pub fn public(&mut self, value: &str, surfaces: Surfaces) {
        let found = &mut self.gathered;
        found.read(value);
        let (_, public) = found
            .public
            .entry(surfaces.bits())
            .or_insert_with(|| (surfaces, Public::default()));
        public.words.extend_from_slice(&found.stream.tokens);
        public.groups.extend_from_slice(&found.stream.groups);
    }

    /// Takes over what another builder has gathered.
    pub fn merge(&mut self, other: GuardBuilder) {
        let (own, other) = (&mut self.gathered, other.gathered);
        own.private.extend(other.private);
        own.weak.extend(other.weak);
        for (bits, (surfaces, more)) in other.public {
            let (_, public) = own
                .public
                .entry(bits)
                .or_insert_with(|| (surfaces, Public::default()));
            public.words.extend(more.words);
            public.groups.extend(more.groups);
        }
    }

    /// The index.
    pub fn build(self) -> Guard {
        let Gathered {
            mut private,
            public,
            mut weak,
            ..
        } = self.gathered;
        let own: Vec<(u64, Surfaces)> = private
            .iter()
            .map(|(_, entry)| (entry.key, entry.allowed))
            .collect();
        merge(&mut private);
        let mut index = Index::build(&private);
        for (surfaces, values) in public.into_values() {
            let mut equal = Vec::new();
            index.words(&values.words, |at| equal.push(at));
            index.numbers(&values.groups, |at| equal.push(at));
            for at in equal {
                index.allow(at, surfaces);
            }
        }
        let wider = |(key, allowed): &&(u64, Surfaces)| {
            index
                .find(*key)
                .is_some_and(|at| index.entry(at).allowed != *allowed)
        };
        let ambiguous = own.iter().filter(wider).count();
        weak.sort_unstable();
        weak.dedup();
        Guard {
            index: lean(&index, private),
            weak: weak.into(),
            ambiguous,
            number: super::number(),
        }
    }
}

/// The index without what is public everywhere, which is never reported: the names of namesakes are on every page, and
/// would be found there each time.
fn lean(index: &Index, mut found: Vec<(Probe, Entry)>) -> Index {
    for (at, (_, entry)) in found.iter_mut().enumerate() {
        entry.allowed = index.entry(at).allowed;
    }
    found.retain(|(_, entry)| entry.allowed != Surfaces::ALL);
    Index::build(&found)
}

impl Gathered {
    /// Reads a value as the scan reads a text, except that nothing in it is an escape.
    fn read(&mut self, value: &str) {
        let stream = &mut self.stream;
        stream.clear();
        stream.gap(HARD);
        let mut at = 0;
        while at < value.len() {
            at = stream.run(value.as_bytes(), at, &PLAIN);
            if at < value.len() {
                stream.gap(STRONG | APART);
                at += 1;
            }
        }
        stream.finish();
    }
}

/// Whether the words of a value can be searched for. Numbers alone are no words.
fn strong(value: &str, stream: &Stream) -> bool {
    let (words, numbers) = (stream.tokens.len(), stream.groups.len());
    let letters = value.chars().filter(|c| c.is_alphanumeric()).count();
    match words {
        _ if words == numbers => false,
        1 => letters >= FEWEST_IN_ONE_WORD,
        _ => letters >= FEWEST_IN_WORDS || words > 2 && value.contains('@'),
    }
}

fn gaps(words: &[u64]) -> u16 {
    let bits = words.iter().enumerate();
    bits.fold(0, |bits, (at, word)| {
        bits | ((word & AFTER_STRONG) as u16) << at
    })
}
