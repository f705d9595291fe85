//! Abbreviations in running text: words of capitals that no one has explained.

use std::ops::Range;

use super::tones::has_tone;
use crate::markdown::{abbr::stands_alone, words::words};

/// Words of two capitals or more that stand alone, are no Roman numbers and belong to no cry in capitals.
pub(super) fn candidates(text: &str) -> Vec<Range<usize>> {
    let all: Vec<Range<usize>> = words(text).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        if !is_capital(&text[all[at].clone()]) {
            at += 1;
            continue;
        }
        let end = run(text, &all, at);
        let cry = all[at..end]
            .iter()
            .any(|word| text[word.clone()].chars().any(has_tone));
        if !cry {
            let own = all[at..end].iter().cloned();
            found.extend(own.filter(|word| is_short_form(text, word)));
        }
        at = end;
    }
    found
}

/// The end of a run of words of capitals with single spaces between them.
fn run(text: &str, all: &[Range<usize>], start: usize) -> usize {
    let mut end = start + 1;
    while end < all.len()
        && is_capital(&text[all[end].clone()])
        && &text[all[end - 1].end..all[end].start] == " "
    {
        end += 1;
    }
    end
}

fn is_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

fn is_short_form(text: &str, at: &Range<usize>) -> bool {
    let word = &text[at.clone()];
    word.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !is_roman(word)
        && stands_alone(text, at.start, at.len())
}

/// A Roman number below forty, as sections and terms are counted.
fn is_roman(word: &str) -> bool {
    let ones = word.trim_start_matches('X');
    word.len() - ones.len() <= 3
        && matches!(
            ones,
            "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_short_forms_are_asked_about() {
        let found = |text: &str| -> Vec<String> {
            let all = candidates(text).into_iter();
            all.map(|at| text[at].to_owned()).collect()
        };
        assert_eq!(
            found("Xã có CSGT, BCĐ (PCCC) và QH15."),
            ["CSGT", "BCĐ", "PCCC", "QH15"]
        );
        let quiet = "Phần II, khóa XXIV, số 375/QĐ-UBND, 30/2023/QH15, điểm A, CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, iPhone, P2.II.1.b";
        assert_eq!(found(quiet), [""; 0]);
        assert_eq!(
            found("CCCD"),
            ["CCCD"],
            "C is a number no article counts to"
        );
    }
}
