//! Every kind of finding the program can make, gathered from the stages that make them.
//!
//! A stage that gains a `FINDINGS` table gets a line here; nothing else does.

use crate::{
    build, check,
    diag::Entry,
    format::{html, search},
    markdown, parse, plan, publish, scheme, source,
};

/// The tables, in the order of the stages.
pub static CATALOGUE: &[&[Entry]] = &[
    source::FINDINGS,
    parse::FINDINGS,
    scheme::FINDINGS,
    check::FINDINGS,
    publish::FINDINGS,
    markdown::FINDINGS,
    plan::FINDINGS,
    html::FINDINGS,
    search::FINDINGS,
    #[cfg(feature = "pdf")]
    crate::format::pdf::FINDINGS,
    build::FINDINGS,
];

/// All entries, in order.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    CATALOGUE.iter().copied().flatten()
}

/// The entry with this code or name, whatever the case of the letters.
pub fn find(word: &str) -> Option<&'static Entry> {
    entries().find(|entry| {
        entry.code.eq_ignore_ascii_case(word) || entry.name.eq_ignore_ascii_case(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;
    use std::collections::BTreeSet;

    #[test]
    fn codes_and_names_are_unique() {
        let mut seen = BTreeSet::new();
        let words = entries().flat_map(|entry| [entry.code, entry.name]);
        let twice: Vec<&str> = words.filter(|word| !seen.insert(*word)).collect();
        assert_eq!(twice, [""; 0]);
    }

    #[test]
    fn both_languages_explain_in_whole_sentences() {
        for entry in entries() {
            for lang in Lang::ALL {
                let text = entry.text(lang).trim_end();
                let whole = text.ends_with(['.', '?', '!', '”', '`', ')', ':']);
                assert!(whole, "{} {}: {text:?}", entry.code, lang.tag());
            }
            assert_ne!(entry.vi, entry.en, "{}", entry.code);
        }
    }
}
