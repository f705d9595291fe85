//! `publish.toml`: what may be public, on which basis. Which words mean something is the publish stage's business.

use super::{
    draft::{AllowDraft, BasisDraft, PolicyDraft},
    strings::{CODE, ID},
    texts::TEXT,
    walk::Table,
};

/// Reads `publish.toml`.
pub(super) fn policy(table: &mut Table<'_>) -> PolicyDraft {
    let bases = table.tables("bases", basis);
    let allow = table.tables("allow", allow);
    table.reader.unique(bases.iter().map(|basis| &basis.id));
    PolicyDraft {
        file: Some(table.reader.file),
        bases,
        allow,
    }
}

fn basis(table: &mut Table<'_>) -> Option<BasisDraft> {
    let id = table.need("id", ID);
    let law = table.need("law", TEXT);
    Some(BasisDraft { id: id?, law: law? })
}

fn allow(table: &mut Table<'_>) -> Option<AllowDraft> {
    let field = table.need("field", CODE);
    let body = table.has("body").then(|| table.list("body", ID));
    let capacity = table.may("capacity", ID);
    let needs = table.may("needs", ID);
    let surfaces = table.need_list("surfaces", ID);
    let basis = table.need("basis", ID);
    Some(AllowDraft {
        span: table.span,
        field: field?,
        body,
        capacity,
        needs,
        surfaces,
        basis: basis?,
    })
}
