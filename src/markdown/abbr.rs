//! Abbreviations of the scheme: the first of each on a page says what it stands for.

use crate::{diag::Lang, scheme::Scheme};

/// The abbreviations a page has not used yet, longest first.
#[derive(Debug, Default)]
pub(super) struct Abbreviations<'s> {
    unused: Vec<(&'s str, &'s str)>,
}

/// A piece of running text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    /// As written.
    Plain(&'t str),
    /// An abbreviation, and what it stands for.
    Short(&'t str, &'t str),
}

impl<'s> Abbreviations<'s> {
    /// All of a scheme.
    pub(super) fn of(scheme: &'s Scheme, lang: Lang) -> Self {
        let all = scheme.abbreviations.iter();
        let mut unused: Vec<(&str, &str)> = all
            .map(|one| (&**one.short, one.long.get(lang)))
            .filter(|(short, _)| !short.is_empty())
            .collect();
        unused.sort_by_key(|(short, _)| std::cmp::Reverse(short.len()));
        Abbreviations { unused }
    }

    /// Splits running text at the abbreviations that stand in it for the first time.
    pub(super) fn split<'t>(&mut self, text: &'t str) -> Vec<Part<'t>>
    where
        's: 't,
    {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((at, found)) = self.first(text, text.len() - rest.len()) {
            let (short, long) = self.unused.remove(found);
            let start = text.len() - rest.len();
            if at > start {
                parts.push(Part::Plain(&text[start..at]));
            }
            rest = &text[at + short.len()..];
            parts.push(Part::Short(&text[at..at + short.len()], long));
        }
        if !rest.is_empty() {
            parts.push(Part::Plain(rest));
        }
        parts
    }

    /// Where the next one begins, and which it is.
    fn first(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let of_one = |(which, (short, _)): (usize, &(&str, &str))| {
            let found = text[from..].match_indices(short);
            let mut at = found.map(|(at, _)| from + at);
            Some((at.find(|at| stands_alone(text, *at, short.len()))?, which))
        };
        // The earliest; of those that begin together the longest, which stands first.
        self.unused.iter().enumerate().filter_map(of_one).min()
    }
}

/// Whether a piece of text is a word of its own: `UBND` in "UBND xã", not in "375/QĐ-UBND".
pub(super) fn stands_alone(text: &str, at: usize, len: usize) -> bool {
    let before = text[..at].chars().rev();
    let after = text[at + len..].chars();
    !joins(before) && !joins(after)
}

/// Whether what lies in this direction makes a longer word: a letter, or a letter behind a hyphen or stroke.
fn joins(mut chars: impl Iterator<Item = char>) -> bool {
    match chars.next() {
        Some('-' | '/' | '_' | '.') => chars.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sample() -> Abbreviations<'static> {
        Abbreviations {
            unused: vec![
                ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
                ("QP-AN", "quốc phòng, an ninh"),
                ("ANTT", "an ninh, trật tự"),
                ("AN", "an ninh"),
            ],
        }
    }

    fn split(text: &str) -> String {
        let parts = sample().split(text);
        let shown = parts.iter().map(|part| match part {
            Part::Plain(text) => (*text).to_owned(),
            Part::Short(short, _) => format!("<{short}>"),
        });
        shown.collect()
    }

    #[test]
    fn the_first_of_each_the_longest_and_only_whole_words() {
        assert_eq!(split("ANTT, rồi ANTT."), "<ANTT>, rồi ANTT.");
        assert_eq!(
            split("QP-AN, AN và (UBMTTQ)"),
            "<QP-AN>, <AN> và (<UBMTTQ>)"
        );
        assert_eq!(split("ANTTT, 3ANTT, ANTTđ"), "ANTTT, 3ANTT, ANTTđ");
        assert_eq!(
            split("12/QĐ-ANTT, ANTT/CT, ANTT-2"),
            "12/QĐ-ANTT, ANTT/CT, ANTT-2"
        );
        assert_eq!(split("Giữ ANTT. Giữ AN–"), "Giữ <ANTT>. Giữ <AN>–");
        assert_eq!(split(""), "");
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "(ANTT|AN|QP-AN|đ|́| |-|/|\\.|\\PC){0,30}") {
            let mut all = sample();
            let parts = all.split(&text);
            let whole: String = parts.iter().map(|part| match part {
                Part::Plain(text) | Part::Short(text, _) => *text,
            }).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
