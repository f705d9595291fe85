//! One TOML document: from text to a walked table, with its syntax errors.

use std::ops::Range;

use rustc_hash::FxHashMap;
use toml::de::DeTable;

use super::{
    cx::Cx,
    draft::Word,
    findings::{Duplicate, Syntax},
    table::Table,
};
use crate::diag::{Diagnostic, FileId, Report, Span};

/// Recovery cascades: after the first syntax errors the rest of a file's are noise.
const SYNTAX_ERRORS_SHOWN: usize = 2;

/// Reads a whole file as TOML. What could be recovered is read even when the syntax is broken.
pub(super) fn read<T>(file: FileId, text: &str, load: impl FnOnce(Table) -> T) -> (T, Report) {
    part(file, text, 0..text.len(), load)
}

/// Reads a range of a file as TOML.
pub(super) fn part<T>(
    file: FileId,
    text: &str,
    range: Range<usize>,
    load: impl FnOnce(Table) -> T,
) -> (T, Report) {
    let offset = range.start;
    let cx = Cx::new(file, text, offset);
    let toml = text.get(range).unwrap_or_default();
    let (tree, errors) = DeTable::parse_recoverable(toml);
    for error in errors.iter().take(SYNTAX_ERRORS_SHOWN) {
        let end = toml.len();
        let range = error
            .span()
            .map_or(end..end, |range| range.start.min(end)..range.end.min(end));
        cx.push(
            cx.span(range),
            Syntax {
                message: error.message().to_owned(),
            },
        );
    }
    let loaded = {
        // A broken file misses keys that are there; what follows from that is noise.
        let quiet = Cx::new(file, text, offset);
        let reader = if errors.is_empty() { &cx } else { &quiet };
        load(Table::new(reader, tree.get_ref(), Span::file(file), &[]))
    };
    (loaded, cx.finish())
}

/// Reports entries whose id is already taken, with the first place.
pub(super) fn unique<'w>(cx: &Cx, ids: impl Iterator<Item = &'w Word>) {
    let mut seen: FxHashMap<&str, Span> = FxHashMap::default();
    for id in ids {
        if let Some(first) = seen.insert(&id.value, id.span) {
            let twice = Diagnostic::new(id.span, Duplicate { id: id.to_string() });
            cx.add(twice.with(first, "lần đầu ở đây", "first here"));
        }
    }
}
