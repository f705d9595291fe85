//! Where the tone stands in a syllable: hòa, khỏe, thủy; hoàn, xoáy, huỳnh; quý.

use unicode_normalization::char::{compose, decompose_canonical};

/// The syllable with its tone where it belongs, when it stands elsewhere.
pub(super) fn mended(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    if !word.chars().any(glides) {
        return None;
    }
    let letters: Vec<char> = word.chars().collect();
    for at in 0..letters.len().saturating_sub(1) {
        if !glides(letters[at]) {
            continue;
        }
        let before = at.checked_sub(1).map(|before| plain(letters[before]).0);
        let behind = letters.get(at + 2).is_some();
        if let Some((from, to)) = misplaced(before, letters[at], letters[at + 1], behind) {
            let (bare, tone) = plain(letters[at + from]);
            let target = letters[at + to];
            let mut right = letters.clone();
            right[at + from] = of_case(bare, letters[at + from]);
            right[at + to] = compose(target, tone?)?;
            return Some(right.into_iter().collect());
        }
    }
    None
}

/// Of a pair of vowels: which bears the tone, and which should.
fn misplaced(
    before: Option<char>,
    first: char,
    second: char,
    behind: bool,
) -> Option<(usize, usize)> {
    let ((a, tone_a), (b, tone_b)) = (plain(first), plain(second));
    let glide = matches!((a, b), ('o', 'a' | 'e') | ('u', 'y'));
    match (tone_a, tone_b) {
        // After q the u belongs to the consonant.
        (Some(_), None) if before == Some('q') && a == 'u' && is_vowel(b) => Some((0, 1)),
        (None, Some(_)) if before == Some('q') && a == 'u' => None,
        (None, Some(_)) if glide && !behind => Some((1, 0)),
        (Some(_), None) if (glide || (a, b) == ('o', 'ă')) && behind => Some((0, 1)),
        _ => None,
    }
}

/// A letter in lower case without its tone, and the tone. Breve, circumflex and horn stay.
fn plain(c: char) -> (char, Option<char>) {
    if c.is_ascii() {
        return (c.to_ascii_lowercase(), None);
    }
    let (mut bare, mut tone) = (None, None);
    decompose_canonical(c, |part| match bare {
        _ if is_tone(part) => tone = Some(part),
        Some(letter) => bare = compose(letter, part).or(bare),
        None => bare = Some(part),
    });
    let bare = bare.unwrap_or(c);
    (bare.to_lowercase().next().unwrap_or(bare), tone)
}

/// Whether a letter is an o or a u, the first of every pair whose tone can be misplaced.
const fn glides(c: char) -> bool {
    matches!(
        c,
        'o' | 'ò'
            | 'ó'
            | 'ỏ'
            | 'õ'
            | 'ọ'
            | 'u'
            | 'ù'
            | 'ú'
            | 'ủ'
            | 'ũ'
            | 'ụ'
            | 'O'
            | 'Ò'
            | 'Ó'
            | 'Ỏ'
            | 'Õ'
            | 'Ọ'
            | 'U'
            | 'Ù'
            | 'Ú'
            | 'Ủ'
            | 'Ũ'
            | 'Ụ'
    )
}

fn of_case(bare: char, like: char) -> char {
    if like.is_uppercase() {
        bare.to_uppercase().next().unwrap_or(bare)
    } else {
        bare
    }
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y'
    )
}

/// Whether a character is one of the five tones, standing apart.
const fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// Whether a letter bears a tone.
pub(super) fn has_tone(c: char) -> bool {
    !c.is_ascii() && plain(c).1.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_stand_on_the_first_of_two_open_vowels() {
        for (wrong, right) in [
            ("hoà", "hòa"),
            ("khoẻ", "khỏe"),
            ("thuỷ", "thủy"),
            ("uỷ", "ủy"),
            ("UỶ", "ỦY"),
            ("Toà", "Tòa"),
            ("toạ", "tọa"),
            ("xoè", "xòe"),
            ("luỹ", "lũy"),
            ("hòan", "hoàn"),
            ("xóay", "xoáy"),
            ("khỏang", "khoảng"),
            ("hòăc", "hoằc"),
            ("hùynh", "huỳnh"),
            ("khủyu", "khuỷu"),
            ("qúy", "quý"),
            ("qủa", "quả"),
            ("Qùy", "Quỳ"),
            ("qúôc", "quốc"),
        ] {
            assert_eq!(mended(wrong).as_deref(), Some(right), "{wrong}");
        }
    }

    #[test]
    fn what_is_right_stays() {
        for word in [
            "hòa", "khỏe", "thủy", "ủy", "hoàn", "xoáy", "khoảng", "hoặc", "huỳnh", "khuỷu", "quý",
            "quả", "quỳ", "quốc", "thuở", "thuế", "của", "mía", "già", "giữa", "ngoéo", "đêm", "y",
            "à", "", "Thanh", "khuya", "tùy",
        ] {
            assert_eq!(mended(word), None, "{word}");
        }
    }
}
