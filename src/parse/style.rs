//! `style.toml`: words that are not to be written, and words that are left alone.

use super::{
    draft::{AvoidDraft, StyleDraft},
    strings::LINE,
    texts::TEXT,
    walk::Table,
};

/// Reads a table of style.
pub(super) fn style(table: &mut Table<'_>) -> StyleDraft {
    let avoid = table.tables("avoid", |entry| {
        let word = entry.need("word", LINE);
        let instead = entry.may("use", LINE);
        let why = entry.may("why", TEXT);
        Some(AvoidDraft {
            word: word?,
            instead,
            why,
        })
    });
    let allow = table.list("allow", LINE);
    table.reader.unique(avoid.iter().map(|entry| &entry.word));
    table.reader.unique(allow.iter());
    StyleDraft { avoid, allow }
}
