//! The words a book explains: abbreviations and terms of the schemes it is about.

use super::{SitePlan, Volume};
use crate::{diag::Lang, model::collate::compare};

/// A word and what it means.
#[derive(Debug)]
pub struct Explained<'a> {
    /// The word.
    pub word: &'a str,
    /// What it means, once for each meaning.
    pub meanings: Vec<&'a str>,
}

/// The words in their order.
pub fn explained<'a>(plan: &'a SitePlan, volume: &Volume, lang: Lang) -> Vec<Explained<'a>> {
    let mut entries: Vec<Explained> = Vec::new();
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
                None => entries.push(Explained {
                    word,
                    meanings: vec![meaning],
                }),
            }
        }
    }
    entries.sort_by(|a, b| compare(a.word, b.word));
    entries
}
