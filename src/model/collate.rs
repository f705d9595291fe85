//! Vietnamese order: đ after d, tones last, numbers by value, people by given name.

use std::cmp::Ordering;

use icu_collator::{
    Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions,
    preferences::CollationNumericOrdering,
};
use icu_locale_core::locale;
use unicode_normalization::UnicodeNormalization;

thread_local! {
    static VIETNAMESE: CollatorBorrowed<'static> = vietnamese();
}

/// Compares two names of places or things: "Thôn 2" before "Thôn 10", "da" before "đa".
pub fn compare(a: &str, b: &str) -> Ordering {
    VIETNAMESE
        .with(|collator| collator.compare(a, b))
        .then_with(|| a.cmp(b))
}

/// Compares two people by given name, then by the rest: "Lê Văn Án" before "Bùi Thị Bình".
pub fn compare_people(a: &str, b: &str) -> Ordering {
    let given = |name: &str| {
        name.trim()
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    compare(&given(a), &given(b)).then_with(|| compare(a, b))
}

/// The letter of the alphabet a word stands under: `Ủy ban` under U, `ấp` under Â; `None` for what begins with no letter.
pub fn letter(word: &str) -> Option<char> {
    let first = word.chars().find(|c| c.is_alphanumeric())?;
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let bare: String = std::iter::once(first)
        .nfd()
        .filter(|c| !is_tone(c))
        .collect();
    let whole = bare.nfc().next()?;
    whole.is_alphabetic().then(|| whole.to_uppercase().next())?
}

fn vietnamese() -> CollatorBorrowed<'static> {
    let mut preferences = CollatorPreferences::from(&locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default())
        .or_else(|_| Collator::try_new(CollatorPreferences::default(), CollatorOptions::default()))
        .expect("the collation data is compiled in")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by(|a, b| compare(a, b));
        names
    }

    #[test]
    fn d_with_stroke_follows_d_and_tones_come_last() {
        assert_eq!(
            sorted(vec!["Đa", "Dy", "Da", "Ea"]),
            ["Da", "Dy", "Đa", "Ea"]
        );
        assert_eq!(
            sorted(vec!["mạ", "má", "ma", "mà", "mã", "mả", "mâ", "mă"]),
            ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"]
        );
    }

    #[test]
    fn words_stand_under_their_letter() {
        let letters = [
            "Ủy ban",
            "ấp",
            "ắc",
            "đội",
            "Ở",
            "án",
            "z",
            "1 năm",
            "“tổ”",
            "",
        ]
        .map(letter);
        let wanted = ["U", "Â", "Ă", "Đ", "Ơ", "A", "Z", "", "T", ""].map(|c| c.chars().next());
        assert_eq!(letters, wanted);
    }

    #[test]
    fn numbers_count() {
        assert_eq!(
            sorted(vec!["Thôn 10", "Thôn 2", "Thôn 1"]),
            ["Thôn 1", "Thôn 2", "Thôn 10"]
        );
    }

    #[test]
    fn people_go_by_given_name() {
        assert_eq!(compare_people("Vũ Văn An", "Bùi Thị Bình"), Ordering::Less);
        assert_eq!(compare_people("Bùi Văn An", "Vũ Văn An"), Ordering::Less);
    }
}
