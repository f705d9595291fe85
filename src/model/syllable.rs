//! The syllables of a text, as search compares them: the one folding, which the finder's script repeats word for word.
//!
//! A syllable has a key, in which accents, letter case and the two ways to write a last *i* are gone, and a spelling, in
//! which only the place of the tone mark is: "Hoà" and "hòa" are one spelling, "hóa" is another, and all have one key.
//! Letters and digits part ("thon5"), leading zeros go, an apostrophe joins ("D'Hén").
//! `tests/web/finder/vectors.json` holds what it gives for many texts; the script's twin is tested on the same file.

use std::ops::Range;

use ecow::EcoString;
use unicode_normalization::char::decompose_canonical;

/// A syllable or a number of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Syllable {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// What is compared: base letters in lower case, or the digits of a number.
    pub key: EcoString,
    /// What tells two syllables of one key apart: letters with their marks, then the number of the tone.
    pub spelling: EcoString,
}

/// What a run of characters is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Letters,
    Digits,
}

/// The syllables and numbers of a text, in order.
pub fn syllables(text: &str) -> Vec<Syllable> {
    let mut found = Vec::new();
    let mut open: Option<(usize, Run)> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let run = match c {
            '0'..='9' => Some(Run::Digits),
            c if c.is_alphanumeric() => Some(Run::Letters),
            _ => None,
        };
        let stays = match (open, run) {
            (Some((_, before)), Some(run)) => before == run,
            (Some((_, before)), None) => {
                let next = chars.peek().map(|(_, next)| *next);
                before == Run::Letters && (is_mark(c) || is_joining(c, next))
            }
            (None, _) => false,
        };
        if stays {
            continue;
        }
        if let Some((from, run)) = open.take() {
            found.push(read(text, from..at, run));
        }
        open = run.map(|run| (at, run));
    }
    if let Some((from, run)) = open {
        found.push(read(text, from..text.len(), run));
    }
    found
}

/// The keys of a text, one after the other.
pub fn keys(text: &str) -> impl Iterator<Item = EcoString> {
    syllables(text).into_iter().map(|syllable| syllable.key)
}

/// Whether two names are one, however their tone marks are placed.
pub fn same(a: &str, b: &str) -> bool {
    let spelt = |text| syllables(text).into_iter().map(|one| one.spelling);
    a == b || spelt(a).eq(spelt(b))
}

/// Whether a key is a number.
pub fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit())
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// An apostrophe between two letters.
fn is_joining(c: char, next: Option<char>) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
        && next.is_some_and(|next| next.is_alphanumeric() && !next.is_ascii_digit())
}

fn read(text: &str, at: Range<usize>, run: Run) -> Syllable {
    let written = &text[at.clone()];
    if run == Run::Digits {
        let digits = written.trim_start_matches('0');
        let key = EcoString::from(if digits.is_empty() { "0" } else { digits });
        let spelling = key.clone();
        return Syllable { at, key, spelling };
    }
    let (mut key, mut spelling, mut tone) = (EcoString::new(), EcoString::new(), None);
    for c in written.chars() {
        decompose_canonical(c, |part| match part {
            '\u{300}' => tone = Some('1'),
            '\u{301}' => tone = Some('2'),
            '\u{303}' => tone = Some('3'),
            '\u{309}' => tone = Some('4'),
            '\u{323}' => tone = Some('5'),
            '\u{302}' | '\u{306}' | '\u{31b}' => spelling.push(part),
            'đ' | 'Đ' => {
                key.push('d');
                spelling.push('đ');
            }
            part if part.is_alphanumeric() => {
                for part in part.to_lowercase() {
                    key.push(part);
                    spelling.push(part);
                }
            }
            _ => {}
        });
    }
    if ends_in_lone_y(&key) {
        for text in [&mut key, &mut spelling] {
            text.pop();
            text.push('i');
        }
    }
    spelling.extend(tone);
    Syllable { at, key, spelling }
}

/// Whether a last *y* is the only vowel, so that *i* is as good: "Mỹ" and "Mĩ", "quỳ" and "quì", but not "Thủy" or "Tây".
fn ends_in_lone_y(key: &str) -> bool {
    let Some(before) = key.strip_suffix('y') else {
        return false;
    };
    before == "qu"
        || before.ends_with(|c: char| {
            c.is_ascii_lowercase() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let pair = |one: Syllable| format!("{}:{}", one.key, one.spelling);
        syllables(text).into_iter().map(pair).collect()
    }

    #[test]
    fn the_place_of_the_tone_mark_does_not_count_and_the_tone_does() {
        for (a, b) in [
            ("hoà", "hòa"),
            ("thuỷ", "thủy"),
            ("Quì", "quỳ"),
            ("MĨ", "mỹ"),
            ("khoẻ", "khỏe"),
        ] {
            assert_eq!(shown(a), shown(b), "{a} {b}");
            assert!(same(a, b));
        }
        assert_eq!(shown("Hóa hòa hoa"), ["hoa:hoa2", "hoa:hoa1", "hoa:hoa"]);
        assert!(!same("Hoằng Hóa", "Hoằng Hòa"));
        assert!(!same("Đông", "Đồng"));
    }

    #[test]
    fn a_last_y_is_an_i_only_where_it_is_the_only_vowel() {
        let keys: Vec<EcoString> = keys("Mỹ Quý Lý y tế Thủy Tây Huỳnh Yên").collect();
        assert_eq!(
            keys,
            ["mi", "qui", "li", "y", "te", "thuy", "tay", "huynh", "yen"]
        );
    }

    #[test]
    fn letters_and_digits_part_and_leading_zeros_go() {
        let keys: Vec<EcoString> = keys("Thôn05, khu 2A; 0237.000 D'Hén đ/c 'x").collect();
        let wanted = [
            "thon", "5", "khu", "2", "a", "237", "0", "dhen", "d", "c", "x",
        ];
        assert_eq!(keys, wanted);
    }

    #[test]
    fn marks_may_stand_apart_from_their_letters() {
        assert_eq!(
            shown("Hoa\u{300} Xua\u{302}n"),
            ["hoa:hoa1", "xuan:xua\u{302}n"]
        );
        let at = syllables("Xã Hòa");
        assert_eq!(&"Xã Hòa"[at[1].at.clone()], "Hòa");
    }
}

#[cfg(test)]
mod properties {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    proptest! {
        #[test]
        fn keys_are_what_is_left_of_any_writing(text in "[A-ZĐa-zđàảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ0-9 ',.]{0,40}") {
            let once: Vec<EcoString> = keys(&text).collect();
            let apart: String = text.nfd().collect();
            prop_assert_eq!(&once, &keys(&apart).collect::<Vec<_>>());
            prop_assert_eq!(&once, &keys(&text.to_uppercase()).collect::<Vec<_>>());
            prop_assert_eq!(&once, &keys(&once.join(" ")).collect::<Vec<_>>());
            prop_assert!(once.iter().all(|key| !key.is_empty() && key.is_ascii()));
        }

        #[test]
        fn any_text_is_read_and_every_syllable_stands_where_it_says(text in "\\PC{0,40}") {
            let mut end = 0;
            for syllable in syllables(&text) {
                prop_assert!(syllable.at.start >= end && text.get(syllable.at.clone()).is_some());
                end = syllable.at.end;
            }
        }
    }
}
