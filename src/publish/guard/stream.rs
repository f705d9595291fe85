//! A stream of text as hashed words and groups of digits, both sides of the comparison alike.
//!
//! Keeps no text: a word is a hash, with what stands before it in its two lowest bits.

use super::letters::{
    APART, Classes, DASH, DOT, GAP, Gap, HARD, LONG, Long, PLUS, SPACE, SPECIAL, STRONG, folded,
    long,
};
use crate::model::fold::fold_char;

/// Low bit of a token: punctuation stands before it.
pub(super) const AFTER_STRONG: u64 = 1;
/// Second bit: it begins another cell, paragraph or attribute.
pub(super) const AFTER_HARD: u64 = 2;

/// Digits written together, and whether they go on from the group before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// As a number (modulo 2⁶⁴).
    pub(super) value: u64,
    /// How many digits.
    pub(super) len: u8,
    /// Whether only joining characters stand between it and the group before.
    pub(super) joins: bool,
    /// Whether a plus stands before it.
    pub(super) plus: bool,
}

/// Words and groups of digits, in order.
#[derive(Debug, Default)]
pub(super) struct Stream {
    /// Every word and every group of digits.
    pub(super) tokens: Vec<u64>,
    /// The groups of digits alone.
    pub(super) groups: Vec<Group>,
    open: Open,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    None,
    Word,
    Digits,
}

/// The word being read.
#[derive(Clone, Copy, Debug, Default)]
struct Open {
    hash: u64,
    len: u32,
    kind: Kind,
    /// What stood before it.
    before: Gap,
    /// What has been seen since the last one, while none is open.
    gap: Gap,
    /// What the one before it was.
    last: Kind,
}

impl Stream {
    /// Empties it, and keeps its memory.
    pub(super) fn clear(&mut self) {
        self.tokens.clear();
        self.groups.clear();
        self.open = Open::default();
    }

    /// Ends the last word.
    pub(super) fn finish(&mut self) {
        let mut open = self.open;
        open.close(self);
        self.open = open;
    }

    /// A gap that is not in the bytes.
    pub(super) fn gap(&mut self, gap: Gap) {
        if self.in_word() {
            self.finish();
        }
        self.open.gap |= gap;
    }

    /// Whether a word is being read: what comes next would be glued to it.
    pub(super) fn in_word(&self) -> bool {
        self.open.kind != Kind::None
    }

    /// Reads bytes up to a special one, and says where that is.
    pub(super) fn run(&mut self, bytes: &[u8], mut at: usize, classes: &Classes) -> usize {
        // A local copy stays in registers.
        let mut open = self.open;
        while let Some(&byte) = bytes.get(at) {
            let class = classes[usize::from(byte)];
            if class >= GAP {
                if open.kind != Kind::None {
                    open.close(self);
                }
                open.gap |= class & !GAP;
                at += 1;
            } else if class > SPECIAL {
                open.push(class, self);
                at += 1;
            } else if class == LONG {
                at = open.long(bytes, at, self);
            } else {
                break;
            }
        }
        self.open = open;
        at
    }

    /// One character that was written in another way: an entity, an escape.
    pub(super) fn char(&mut self, c: char, classes: &Classes) {
        let mut buffer = [0; 4];
        let bytes = c.encode_utf8(&mut buffer).as_bytes();
        if self.run(bytes, 0, classes) < bytes.len() {
            self.gap(STRONG | APART);
        }
    }
}

impl Open {
    #[inline]
    fn push(&mut self, letter: u8, into: &mut Stream) {
        let digit = letter <= b'9';
        let kind = if digit { Kind::Digits } else { Kind::Word };
        if self.kind != kind {
            self.close(into);
            self.kind = kind;
            self.before = self.gap;
            self.gap = 0;
            self.hash = 0;
            self.len = 0;
        }
        self.hash = if digit {
            self.hash
                .wrapping_mul(10)
                .wrapping_add(u64::from(letter - b'0'))
        } else {
            self.hash
                .wrapping_mul(0x0100_0000_01b3)
                .wrapping_add(u64::from(letter))
        };
        self.len += 1;
    }

    /// A character outside ASCII. Bytes that are no UTF-8 divide.
    #[inline]
    fn long(&mut self, bytes: &[u8], at: usize, into: &mut Stream) -> usize {
        let tail = |n: usize| bytes.get(at + n).map_or(0, |b| u32::from(b & 0x3f));
        let lead = u32::from(bytes[at]);
        let (c, len) = match lead {
            0xc2..=0xdf => ((lead & 0x1f) << 6 | tail(1), 2),
            0xe0..=0xef => ((lead & 0xf) << 12 | tail(1) << 6 | tail(2), 3),
            0xf0..=0xf4 => ((lead & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4),
            _ => (0, 1),
        };
        match folded(c) {
            0 => self.strange(c, into),
            letter => self.push(letter, into),
        }
        at + len
    }

    #[cold]
    fn strange(&mut self, c: u32, into: &mut Stream) {
        let class = match char::from_u32(c) {
            Some('\0') | None => Long::Gap(STRONG | APART),
            Some(c) => long(c),
        };
        match class {
            Long::Nothing => {}
            Long::Gap(gap) => {
                self.close(into);
                self.gap |= gap;
            }
            Long::Letter(c) => fold_char(c, |part| {
                if part.is_ascii_alphanumeric() {
                    self.push(part as u8, into);
                } else {
                    for byte in (part as u32).to_le_bytes().into_iter().take(3) {
                        self.push(byte | 0x80, into);
                    }
                }
            }),
        }
    }

    #[inline]
    fn close(&mut self, into: &mut Stream) {
        if self.kind == Kind::None {
            return;
        }
        let before = self.before;
        let spaced = before & SPACE != 0 && before & (DOT | DASH) != 0;
        let mut flags = 0;
        if before & STRONG != 0 || spaced {
            flags |= AFTER_STRONG;
        }
        if before & HARD != 0 {
            flags |= AFTER_HARD;
        }
        if self.kind == Kind::Digits {
            let parted =
                before & (APART | HARD | PLUS) != 0 || before & SPACE != 0 && before & DASH != 0;
            into.groups.push(Group {
                value: self.hash,
                len: u8::try_from(self.len).unwrap_or(u8::MAX),
                joins: self.last == Kind::Digits && !parted,
                plus: before & PLUS != 0,
            });
        }
        into.tokens
            .push(token(self.hash, self.len, self.kind) | flags);
        self.last = self.kind;
        self.kind = Kind::None;
        self.gap = 0;
    }
}

/// Mixes a word or a group of digits, with its two lowest bits free.
#[inline]
fn token(hash: u64, len: u32, kind: Kind) -> u64 {
    let salt = if kind == Kind::Digits { 0x5bd1 } else { 0 };
    let mixed = (hash ^ salt ^ u64::from(len) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) & !3
}
