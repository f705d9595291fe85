//! Looks words up among the names they may stand for, and reports the ones that stand for nothing.
//!
//! Knows no particular list of names; whoever asks brings the names and the finding.

use rustc_hash::FxHashMap;

use crate::{
    diag::{Diagnostic, Finding, Report},
    parse::{draft::Word, near::near},
};

use super::findings::{DuplicateName, Noun};

/// A finding about a word that names nothing.
pub trait Unknown: Finding + Sized + 'static {
    /// The finding for this word, with the name that may have been meant.
    fn new(name: &str, near: Option<&str>) -> Self;
}

/// The position of a word among names; reported as `F` when it is not there.
pub fn look_up<'n, F: Unknown>(
    word: &Word,
    names: impl Iterator<Item = &'n str> + Clone,
    report: &mut Report,
) -> Option<usize> {
    let found = names.clone().position(|name| *name == *word.value);
    if found.is_none() {
        let near = near(&word.value, names);
        report.push(word.span, F::new(&word.value, near));
    }
    found
}

/// Reports every word that repeats an earlier one.
pub fn no_duplicates<'w>(noun: Noun, words: impl Iterator<Item = &'w Word>, report: &mut Report) {
    let mut seen = FxHashMap::default();
    for word in words {
        if let Some(first) = seen.get(&*word.value) {
            report.add(duplicate(noun, word, *first));
        } else {
            seen.insert(&*word.value, word.span);
        }
    }
}

/// The finding for a name given twice.
pub fn duplicate(noun: Noun, word: &Word, first: crate::diag::Span) -> Diagnostic {
    let name = word.value.clone();
    Diagnostic::new(word.span, DuplicateName { noun, name }).with(
        first,
        "đã khai báo ở đây",
        "first written here",
    )
}
