//! Reads `data/places/*.toml`.

use super::{
    draft::{EditionDraft, PlaceDraft, SuccessorDraft, Word},
    table::Table,
};
use crate::model::{Share, Text};

const KEYS: &[&str] = &[
    "id",
    "title",
    "from",
    "until",
    "source",
    "levels",
    "roster_level",
    "unit_level",
    "kinds",
    "places",
];
const PLACE: &[&str] = &["code", "kind", "name", "parent", "lat", "lon", "successors"];
const SHARES: [(&str, Share); 3] = [
    ("whole", Share::Whole),
    ("part-main", Share::PartMain),
    ("part", Share::Part),
];

/// An edition of geography; `None` when it has no id or levels to speak of.
pub(super) fn edition(root: Table) -> Option<EditionDraft> {
    let table = root.with(KEYS);
    let id = table.must("id").and_then(|node| node.id());
    let title = table.must("title").and_then(|node| node.text());
    let roster_level = table.must("roster_level").and_then(|node| node.label());
    let unit_level = table.must("unit_level").and_then(|node| node.label());
    table.must("levels");
    let levels: Vec<(Word, Text)> = table
        .tables("levels", &["id", "title"])
        .iter()
        .filter_map(|level| titled(level))
        .collect();
    let kinds: Vec<(Word, Word, Text)> = table
        .tables("kinds", &["id", "level", "title"])
        .iter()
        .filter_map(|kind| {
            let level = kind.must("level").and_then(|node| node.label());
            let (id, title) = titled(kind)?;
            Some((id, level?, title))
        })
        .collect();
    let places: Vec<PlaceDraft> = table
        .tables("places", PLACE)
        .iter()
        .filter_map(|entry| place(entry))
        .collect();
    let (from, until) = (table.day("from"), table.day("until"));
    Some(EditionDraft {
        file: table.cx.file,
        id: id?,
        title: title?,
        from,
        until,
        source: table.text("source"),
        levels,
        roster_level: roster_level?,
        unit_level: unit_level?,
        kinds,
        places,
    })
}

fn titled(table: &Table) -> Option<(Word, Text)> {
    let id = table.must("id").and_then(|node| node.id());
    let title = table.must("title").and_then(|node| node.text());
    Some((id?, title?))
}

fn place(table: &Table) -> Option<PlaceDraft> {
    let code = table.must("code").and_then(|node| node.label());
    let kind = table.must("kind").and_then(|node| node.label());
    let name = table.must("name").and_then(|node| node.shown());
    let degrees = |key| table.get(key).and_then(|node| node.degrees());
    let centre = degrees("lat").zip(degrees("lon"));
    let successors = table.tables("successors", &["edition", "code", "share"]);
    Some(PlaceDraft {
        span: table.span,
        code: code?,
        kind: kind?,
        name: name?,
        parent: table.label("parent"),
        centre,
        successors: successors
            .iter()
            .filter_map(|entry| successor(entry))
            .collect(),
    })
}

fn successor(table: &Table) -> Option<SuccessorDraft> {
    let edition = table.must("edition").and_then(|node| node.label());
    let code = table.must("code").and_then(|node| node.label());
    let share = table.must("share").and_then(|node| node.choice(&SHARES));
    Some(SuccessorDraft {
        edition: edition?,
        code: code?,
        share: share?,
    })
}
