//! What each character means to the scan: a letter, a digit, a gap between words, or nothing.
//!
//! Folds as [`crate::model::fold`] does, but by table. Knows no words and no markup.

use std::sync::LazyLock;

use crate::model::fold::{fold_char, is_hidden};

/// What stands between two words, as a set.
pub(super) type Gap = u8;

/// White space.
pub(super) const SPACE: Gap = 1;
/// A full stop: joins digits, and with a space ends a sentence.
pub(super) const DOT: Gap = 1 << 1;
/// Divides words, unless the value has punctuation there too.
pub(super) const STRONG: Gap = 1 << 2;
/// Does not join digits.
pub(super) const APART: Gap = 1 << 3;
/// A plus sign: a number in international form begins.
pub(super) const PLUS: Gap = 1 << 4;
/// A hyphen: joins digits, and with a space around it divides.
pub(super) const DASH: Gap = 1 << 5;
/// Divides words and digits, whatever the value looks like: a cell, a paragraph, another attribute.
pub(super) const HARD: Gap = 1 << 6;

/// Class of a byte of a longer character.
pub(super) const LONG: u8 = 1;
/// Class of a byte the reader of the format must look at.
pub(super) const SPECIAL: u8 = 2;
/// Classes from here on are gaps: the lower bits are a [`Gap`]. Those between are the folded letter or digit.
pub(super) const GAP: u8 = 0x80;

/// Classes of bytes: a folded letter or digit, [`LONG`], [`SPECIAL`], or [`GAP`] with bits.
pub(super) type Classes = [u8; 256];

/// Bytes of a text of its own: line ends divide, backslashes escape.
pub(super) static PLAIN: Classes = classes(&[
    (b'\n', GAP | SPACE | STRONG | APART),
    (b'\r', SPECIAL),
    (b'\\', SPECIAL),
    (b'&', SPECIAL),
    (b'<', GAP | STRONG | APART),
]);

/// Bytes between tags: line ends are spaces, `<` opens a tag.
pub(super) static MARKUP: Classes = classes(&[
    (b'\n', GAP | SPACE),
    (b'\r', GAP | SPACE),
    (b'\\', GAP | STRONG | APART),
    (b'&', SPECIAL),
    (b'<', SPECIAL),
]);

/// What a character outside ASCII is.
pub(super) enum Long {
    /// Accents on their own and what nobody sees: not there.
    Nothing,
    /// A gap.
    Gap(Gap),
    /// A letter of another alphabet, or an ASCII letter or digit in disguise; fold it.
    Letter(char),
}

/// The ASCII letter a character folds to, or 0.
pub(super) fn folded(c: u32) -> u8 {
    FOLD.letter(c)
}

/// Classifies what [`folded`] does not know.
pub(super) fn long(c: char) -> Long {
    match c {
        '\u{300}'..='\u{36f}' => Long::Nothing,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Long::Gap(SPACE)
        }
        '\u{2010}'..='\u{2012}' | '\u{2212}' => Long::Gap(DASH),
        '’' | '‘' | 'ʼ' => Long::Gap(APART),
        '＋' => Long::Gap(PLUS | APART),
        '\u{ff10}'..='\u{ff19}' => {
            Long::Letter(char::from_u32(c as u32 - 0xff10 + u32::from(b'0')).unwrap_or(c))
        }
        c if is_hidden(c) => Long::Nothing,
        c if c.is_alphanumeric() => Long::Letter(c),
        _ => Long::Gap(STRONG | APART),
    }
}

/// Base letters of Latin characters, built once from the one folding function.
struct Fold {
    latin: [u8; 0x250 - 0xc0],
    additional: [u8; 0x100],
}

static FOLD: LazyLock<Fold> = LazyLock::new(|| {
    let mut fold = Fold {
        latin: [0; 0x250 - 0xc0],
        additional: [0; 0x100],
    };
    for (at, letter) in fold.latin.iter_mut().enumerate() {
        *letter = base(0xc0 + at);
    }
    for (at, letter) in fold.additional.iter_mut().enumerate() {
        *letter = base(0x1e00 + at);
    }
    fold
});

impl Fold {
    fn letter(&self, c: u32) -> u8 {
        let at = c as usize;
        match c {
            0xc0..0x250 => self.latin[at - 0xc0],
            0x1e00..0x1f00 => self.additional[at - 0x1e00],
            _ => 0,
        }
    }
}

/// The base letter when it is a single ASCII one.
fn base(c: usize) -> u8 {
    let Some(c) = u32::try_from(c).ok().and_then(char::from_u32) else {
        return 0;
    };
    let mut folded = (0, 0);
    fold_char(c, |part| {
        folded.0 = if part.is_ascii_alphanumeric() {
            part as u8
        } else {
            0
        };
        folded.1 += 1;
    });
    if folded.1 == 1 { folded.0 } else { 0 }
}

const fn classes(own: &[(u8, u8)]) -> Classes {
    let mut table = [GAP | APART; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        table[byte] = match b {
            b'a'..=b'z' | b'0'..=b'9' => b,
            b'A'..=b'Z' => b + 32,
            b'\t' | b' ' | b'\x0c' => GAP | SPACE,
            b'.' => GAP | DOT,
            b'-' => GAP | DASH,
            b'(' | b')' => GAP | STRONG,
            b'+' => GAP | PLUS | APART,
            b',' | b';' | b':' | b'|' | b'"' | b'{' | b'}' | b'[' | b']' | b'!' | b'?' | b'>'
            | b'=' => GAP | STRONG | APART,
            0x80.. => LONG,
            _ => GAP | APART,
        };
        byte += 1;
    }
    let mut at = 0;
    while at < own.len() {
        table[own[at].0 as usize] = own[at].1;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_folds_by_table() {
        let letters = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ";
        for c in letters
            .chars()
            .flat_map(|c| [c].into_iter().chain(c.to_uppercase()))
        {
            let mut expected = String::new();
            fold_char(c, |part| expected.push(part));
            assert_eq!(char::from(folded(c as u32)).to_string(), expected, "{c}");
        }
    }
}
