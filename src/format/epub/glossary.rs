//! The words a book explains: abbreviations and terms of the schemes it is about.

use super::volume::Volume;
use crate::{diag::Lang, model::collate::compare, plan::SitePlan};

/// A word and what it means.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// The word.
    pub word: &'a str,
    /// What it means, once for each meaning.
    pub meanings: Vec<&'a str>,
}

/// The words in their order.
pub(super) fn list<'a>(plan: &'a SitePlan, volume: &Volume, lang: Lang) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry> = Vec::new();
    for at in volume.schemes(plan) {
        let scheme = plan.site.schemes.get(at);
        let short = scheme.abbreviations.iter();
        let short = short.map(|one| (&**one.short, one.long.get(lang)));
        let terms = scheme.terms.iter();
        let terms = terms.map(|one| (one.word.get(lang), one.meaning.get(lang)));
        for (word, meaning) in short.chain(terms) {
            match entries.iter_mut().find(|entry| entry.word == word) {
                Some(entry) if entry.meanings.contains(&meaning) => {}
                Some(entry) => entry.meanings.push(meaning),
                None => entries.push(Entry {
                    word,
                    meanings: vec![meaning],
                }),
            }
        }
    }
    entries.sort_by(|a, b| compare(a.word, b.word));
    entries
}
