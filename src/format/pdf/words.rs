//! What paper says besides its writers, in one language.

use std::collections::BTreeMap;

use crate::markdown::Labels;

/// Words of the interface that paper speaks. Words with holes keep them.
#[derive(Debug, Clone)]
pub struct Words {
    /// What articles say besides their writer.
    pub labels: Labels,
    /// What print sources say themselves, by name, without holes.
    pub printed: BTreeMap<String, String>,
    /// What is filled in before a print source sees it, by name.
    pub filled: BTreeMap<String, Counted>,
    /// What parts thousands.
    pub thousands: String,
}

/// A word, and the one for a single thing where it differs.
#[derive(Debug, Clone)]
pub struct Counted {
    /// For any number.
    pub other: String,
    /// For one.
    pub one: Option<String>,
}

/// The words that are filled in, by their keys in the theme: whoever makes [`Words`] hands over all of them.
pub const FILLED: [&str; 41] = [
    "as_of",
    "books_lead",
    "card_duty",
    "card_sample",
    "chapter_of",
    "check_again",
    "comma",
    "correct_office",
    "decision_text",
    "duty_note",
    "glossary_lead",
    "groups_line",
    "households",
    "nav_books",
    "nav_glossary",
    "no_phone",
    "office_at",
    "office_short",
    "phone_held",
    "print_clauses_of",
    "print_edition",
    "print_notice_of",
    "print_qr",
    "print_roster_of",
    "replaced_short",
    "replaced_title",
    "sample_text",
    "sample_title",
    "sheet_source",
    "since",
    "state_held",
    "state_unknown",
    "state_unset",
    "state_vacant",
    "term_until",
    "unit_head",
    "units",
    "unknown_body",
    "unset_next",
    "unset_text",
    "verified_by",
];

impl Words {
    /// A word.
    pub(super) fn get(&self, key: &str) -> &str {
        debug_assert!(
            FILLED.contains(&key),
            "a word that was not asked for: {key}"
        );
        self.filled.get(key).map_or("", |word| &word.other)
    }

    /// A word with its holes filled.
    pub(super) fn fill(&self, key: &str, with: &[(&str, &str)]) -> String {
        fill(self.get(key), with)
    }

    /// A word in the form for a number of something.
    pub(super) fn count(&self, key: &str, n: usize, kind: &str) -> String {
        let word = self.filled.get(key);
        let one = word.and_then(|word| word.one.as_deref()).filter(|_| n == 1);
        let word = one.unwrap_or_else(|| self.get(key));
        fill(word, &[("n", &self.number(n)), ("kind", kind)])
    }

    /// A number with this language's separator of thousands.
    fn number(&self, n: usize) -> String {
        let digits = n.to_string();
        let mut shown = String::new();
        for (at, c) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                shown.push_str(&self.thousands);
            }
            shown.push(c);
        }
        shown
    }
}

/// Fills holes. What is filled in is not read for holes again.
fn fill(word: &str, with: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(word.len() + 16);
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            rest = &rest[before.len()..];
            break;
        };
        let found = with.iter().find(|(hole, _)| *hole == name);
        filled.push_str(found.map_or("", |(_, value)| value));
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_looks_like_a_hole_stays_as_it_is() {
        let with = [("name", "{place}"), ("place", "Thôn 1")];
        assert_eq!(
            fill("Gọi {name}, {place} {", &with),
            "Gọi {place}, Thôn 1 {"
        );
    }
}
