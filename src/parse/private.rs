//! Reads `data/private/`: every value is wrapped at once, and no finding quotes one.

use chrono::NaiveDate;

use super::{
    draft::{PrivateDraft, PrivatePersonDraft},
    roster::place_ref,
    table::Table,
};
use crate::{
    diag::Sp,
    model::{Private, fold::nfc},
};

const PERSON: &[&str] = &[
    "id",
    "born",
    "national_id",
    "home",
    "phone",
    "email",
    "resident",
    "health",
    "note",
];
/// The keys whose values are text, and are looked for in every output.
const TEXTS: [&str; 6] = ["national_id", "home", "phone", "email", "health", "note"];

/// The private values of a commune's people.
pub(super) fn private(root: Table) -> PrivateDraft {
    let table = root.with(&["place", "people"]);
    let place = table
        .must("place")
        .and_then(|node| node.table(&["edition", "code"]));
    let people: Vec<_> = table
        .tables("people", PERSON)
        .iter()
        .filter_map(|entry| person(entry))
        .collect();
    PrivateDraft {
        file: table.cx.file,
        place: place.and_then(|place| place_ref(&place)),
        people,
    }
}

fn person(entry: &Table) -> Option<PrivatePersonDraft> {
    let id = entry.must("id").and_then(|node| node.id());
    let born: Option<Sp<NaiveDate>> = entry.date("born");
    let resident = entry.get("resident").and_then(|node| node.bool());
    let text = |key: &&str| {
        let node = entry.get(key)?;
        Some(Private::new(Sp::new(nfc(node.str()?).into(), node.span)))
    };
    Some(PrivatePersonDraft {
        id: id?,
        born: born.map(Private::new),
        resident: resident.map(Private::new),
        texts: TEXTS.iter().filter_map(text).collect(),
    })
}
