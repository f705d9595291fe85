//! Reads `data/rollout.toml` and `data/agencies.toml`.

use super::{
    draft::{AgencyDraft, RolloutDraft, StepHeld, Word},
    roster::place_ref,
    table::Table,
};

/// What has happened of a scheme.
pub(super) fn rollout(root: Table) -> Option<RolloutDraft> {
    let table = root.with(&["scheme", "note", "steps", "pilots"]);
    let scheme = table.must("scheme").and_then(|node| node.label());
    let steps: Vec<StepHeld> = table
        .tables("steps", &["step", "started", "finished"])
        .iter()
        .filter_map(|entry| {
            let step = entry.must("step").and_then(|node| node.label());
            Some(StepHeld {
                step: step?,
                started: entry.day("started"),
                finished: entry.day("finished"),
            })
        })
        .collect();
    let pilots = table.tables("pilots", &["edition", "code"]);
    Some(RolloutDraft {
        file: table.cx.file,
        scheme: scheme?,
        note: table.text("note"),
        steps,
        pilots: pilots.iter().filter_map(|entry| place_ref(entry)).collect(),
    })
}

/// Contacts of agencies.
pub(super) fn agencies(root: Table) -> Vec<AgencyDraft> {
    let table = root.with(&["agencies"]);
    let entries = table.tables(
        "agencies",
        &["scheme", "agency", "phone", "address", "email"],
    );
    let read = |entry: &Table| {
        let scheme = entry.must("scheme").and_then(|node| node.label());
        let agency: Option<Word> = entry.must("agency").and_then(|node| node.label());
        Some(AgencyDraft {
            span: entry.span,
            scheme: scheme?,
            agency: agency?,
            phone: entry.phone("phone").map(|phone| phone.value),
            address: entry.text("address"),
            email: entry.string("email").map(|email| email.value),
        })
    };
    entries.iter().filter_map(read).collect()
}
