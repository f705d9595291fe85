//! Private files: every value goes behind [`Private`] as it is read, and no finding quotes any.

use super::{
    dates::DATE,
    draft::{PrivateDraft, PrivatePersonDraft},
    numbers::FLAG,
    roster::place,
    strings::{ID, LINE},
    walk::Table,
};
use crate::model::Private;

/// The private values that are text.
const TEXTS: [&str; 6] = ["national_id", "home", "phone", "email", "health", "note"];

/// Reads a private file.
pub(super) fn private(table: &mut Table<'_>) -> PrivateDraft {
    let place = table.need_table("place", place);
    let people = table.tables("people", person);
    PrivateDraft {
        file: table.reader.file,
        place,
        people,
    }
}

fn person(table: &mut Table<'_>) -> Option<PrivatePersonDraft> {
    let id = table.need("id", ID);
    let born = table.may("born", DATE).map(Private::new);
    let resident = table.may("resident", FLAG).map(Private::new);
    let texts = TEXTS
        .iter()
        .filter_map(|key| table.may(key, LINE))
        .map(Private::new)
        .collect();
    Some(PrivatePersonDraft {
        id: id?,
        born,
        resident,
        texts,
    })
}
