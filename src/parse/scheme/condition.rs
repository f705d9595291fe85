//! Reads `where`.

use crate::parse::{draft::Where, table::Table};

const KEYS: &[&str] = &[
    "place_kind",
    "unit_kind",
    "place",
    "decided_from",
    "decided_until",
    "concentrated",
    "households_at_least",
];

/// The condition of an entry; without one it always holds.
pub(crate) fn condition(table: &Table) -> Where {
    let Some(entry) = table.table("where", KEYS) else {
        return Where::default();
    };
    Where {
        place_kind: entry.labels("place_kind"),
        unit_kind: entry.labels("unit_kind"),
        place: entry.labels("place"),
        decided_from: entry.day("decided_from"),
        decided_until: entry.day("decided_until"),
        concentrated: entry.get("concentrated").and_then(|node| node.bool()),
        households_at_least: entry.count("households_at_least").map(|count| count.value),
    }
}
