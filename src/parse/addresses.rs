//! Reads `data/addresses.lock` and `data/moved.toml`.

use super::{
    draft::{LockDraft, MovedDraft},
    findings::MissingKey,
    table::Table,
};

/// Every address ever published.
pub(super) fn lock(table: Table) -> LockDraft {
    let entry =
        |(stem, node): (super::draft::Word, super::table::Node)| Some((stem, node.label()?.value));
    LockDraft {
        file: Some(table.cx.file),
        entries: table.entries().into_iter().filter_map(entry).collect(),
    }
}

/// What became of addresses that are gone.
pub(super) fn moved(root: Table) -> Vec<MovedDraft> {
    let table = root.with(&["moved"]);
    let read = |entry: &Table| {
        let from = entry.must("from").and_then(|node| node.label());
        let (to, notice) = (entry.label("to"), entry.text("notice"));
        if to.is_none() && notice.is_none() {
            entry.cx.push(entry.span, MissingKey { key: "to" });
            return None;
        }
        Some(MovedDraft {
            from: from?,
            to,
            notice,
        })
    };
    table
        .tables("moved", &["from", "to", "notice"])
        .iter()
        .filter_map(read)
        .collect()
}
