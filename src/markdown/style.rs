//! The table of style: how words are not to be written. The default one comes with the program; a site adds its own.

use std::{
    hash::{Hash, Hasher},
    ops::Range,
    sync::OnceLock,
};

use ecow::EcoString;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::words::is_edge;
use crate::{
    model::Text,
    parse::{
        draft::{AvoidDraft, StyleDraft},
        embedded_style,
    },
};

/// The table that comes with the program.
const DEFAULT: &str = include_str!("style.toml");

/// A table of style, ready to be asked.
#[derive(Debug, Default)]
pub struct Style {
    entries: Vec<Entry>,
    /// Entries that begin with a word, by that word in lower case; the longest first.
    by_word: FxHashMap<u64, Vec<usize>>,
    /// Entries that begin with a mark.
    marks: Vec<usize>,
    allowed: FxHashSet<EcoString>,
}

/// What is not to be written.
#[derive(Debug)]
pub(super) struct Entry {
    /// As it is not to be written.
    pub word: EcoString,
    /// What to write instead.
    pub instead: Option<EcoString>,
    /// Why.
    pub why: Option<Text>,
    /// Whether capitals count: they do when the table writes some.
    exact: bool,
    /// Whether it is left alone: a longer one that holds what is avoided.
    pub allowed: bool,
}

impl Style {
    /// The default table with what a site adds or does otherwise.
    pub fn of(site: &StyleDraft) -> Self {
        static EMBEDDED: OnceLock<StyleDraft> = OnceLock::new();
        let default = EMBEDDED.get_or_init(|| embedded_style(DEFAULT).0);
        let mut style = Style::default();
        let own: FxHashSet<&str> = site.avoid.iter().map(|entry| &*entry.word.value).collect();
        let allow = default.allow.iter();
        let allow = allow
            .filter(|word| !own.contains(&*word.value))
            .chain(&site.allow);
        style.allowed = allow.clone().map(|word| word.value.clone()).collect();
        let kept = default
            .avoid
            .iter()
            .filter(|entry| !own.contains(&*entry.word.value));
        for entry in kept.chain(&site.avoid) {
            if !style.allowed.contains(&entry.word.value) {
                style.add(&entry.word, Some(entry));
            }
        }
        for word in allow {
            style.add(word, None);
        }
        for list in style.by_word.values_mut() {
            list.sort_by_key(|at| std::cmp::Reverse(style.entries[*at].word.len()));
        }
        style
    }

    /// Adds what is not to be written, or, without a draft, what is left alone.
    fn add(&mut self, word: &EcoString, draft: Option<&AvoidDraft>) {
        let at = self.entries.len();
        match first_word(word) {
            Some(first) => self.by_word.entry(key(first)).or_default().push(at),
            None if draft.is_some() => self.marks.push(at),
            None => return,
        }
        self.entries.push(Entry {
            word: word.clone(),
            instead: draft.and_then(|draft| Some(draft.instead.as_ref()?.value.clone())),
            why: draft.and_then(|draft| draft.why.clone()),
            exact: word.chars().any(char::is_uppercase),
            allowed: draft.is_none(),
        });
    }

    /// Whether a word or an abbreviation is left alone.
    pub(super) fn allows(&self, word: &str) -> bool {
        self.allowed.contains(word)
    }

    /// The words that are left alone.
    pub(super) fn allowed(&self) -> impl Iterator<Item = &str> {
        self.allowed.iter().map(|word| &**word)
    }

    /// The longest entry that begins with a word of a text, and where it ends.
    pub(super) fn at(&self, text: &str, word: &Range<usize>) -> Option<(&Entry, usize)> {
        let entries = self.by_word.get(&key(&text[word.clone()]))?;
        entries.iter().find_map(|at| {
            let entry = &self.entries[*at];
            let end = word.start + entry.begins(&text[word.start..])?;
            is_edge(text, end).then_some((entry, end))
        })
    }

    /// The entries that begin with a mark rather than a word.
    pub(super) fn marks(&self) -> impl Iterator<Item = &Entry> {
        self.marks.iter().map(|at| &self.entries[*at])
    }
}

impl Entry {
    /// How many bytes of a text are this entry.
    pub(super) fn begins(&self, text: &str) -> Option<usize> {
        if self.exact {
            return text.starts_with(&*self.word).then_some(self.word.len());
        }
        let mut rest = text.chars();
        for wanted in self.word.chars() {
            if lower(rest.next()?) != wanted {
                return None;
            }
        }
        Some(text.len() - rest.as_str().len())
    }

    /// What to write in place of a piece of text, with a capital where it has one.
    pub(super) fn instead_of(&self, found: &str) -> Option<String> {
        let instead = self.instead.as_ref()?;
        let capital = !self.exact && found.chars().next().is_some_and(char::is_uppercase);
        let mut letters = instead.chars();
        match letters.next().filter(|_| capital) {
            Some(first) => Some(first.to_uppercase().chain(letters).collect()),
            None => Some(instead.to_string()),
        }
    }
}

/// The word a piece of text begins with, if it begins with one.
fn first_word(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    Some(&text[..end]).filter(|word| !word.is_empty())
}

fn key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for c in word.chars() {
        lower(c).hash(&mut hasher);
    }
    hasher.finish()
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::words::words;

    #[test]
    fn the_default_table_is_sound() {
        let (draft, report) = embedded_style(DEFAULT);
        assert!(report.diagnostics().is_empty(), "{report:?}");
        assert!(draft.avoid.len() > 50, "{}", draft.avoid.len());
        for entry in &draft.avoid {
            let why = entry.why.as_ref().map(|why| why.en.is_some());
            assert_ne!(
                why,
                Some(false),
                "{}: a reason in both languages",
                *entry.word
            );
            assert_ne!(
                entry.instead.as_deref(),
                Some(&entry.word.value),
                "{}: mended by itself",
                *entry.word
            );
        }
    }

    #[test]
    fn nothing_is_mended_into_what_is_avoided() {
        let style = Style::of(&StyleDraft::default());
        for entry in &style.entries {
            let Some(instead) = &entry.instead else {
                continue;
            };
            for word in words(instead) {
                let found = style.at(instead, &word).filter(|(found, _)| !found.allowed);
                assert!(found.is_none(), "{} → {instead}", entry.word);
            }
        }
    }
}
