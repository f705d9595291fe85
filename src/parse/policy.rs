//! Reads `data/publish.toml`. Its words are held against closed sets by the gate.

use super::{
    document::unique,
    draft::{AllowDraft, BasisDraft, PolicyDraft},
    table::Table,
};

const ALLOW: &[&str] = &["field", "body", "capacity", "needs", "surfaces", "basis"];

/// What may be public.
pub(super) fn policy(root: Table) -> PolicyDraft {
    let table = root.with(&["bases", "allow"]);
    let bases: Vec<BasisDraft> = table
        .tables("bases", &["id", "law"])
        .iter()
        .filter_map(|entry| {
            let id = entry.must("id").and_then(|node| node.id());
            let law = entry.must("law").and_then(|node| node.text());
            Some(BasisDraft { id: id?, law: law? })
        })
        .collect();
    unique(table.cx, bases.iter().map(|basis| &basis.id));
    let allow = table
        .tables("allow", ALLOW)
        .iter()
        .filter_map(|entry| permit(entry))
        .collect();
    PolicyDraft {
        file: Some(table.cx.file),
        bases,
        allow,
    }
}

fn permit(entry: &Table) -> Option<AllowDraft> {
    let field = entry.must("field").and_then(|node| node.label());
    let basis = entry.must("basis").and_then(|node| node.label());
    entry.must("surfaces");
    // A limit that is there but unreadable must not widen the permission: an empty list of bodies covers none.
    let body = entry.get("body").map(|_| entry.labels("body"));
    let capacity = entry.get("capacity").map(|node| node.label());
    let needs = entry.get("needs").map(|node| node.label());
    if capacity == Some(None) || needs == Some(None) {
        return None;
    }
    Some(AllowDraft {
        span: entry.span,
        field: field?,
        body,
        capacity: capacity.flatten(),
        needs: needs.flatten(),
        surfaces: entry.labels("surfaces"),
        basis: basis?,
    })
}
