//! Files of `data/places/`: editions of geography.

use super::{
    draft::{EditionDraft, PlaceDraft, SuccessorDraft, Word},
    findings::{Shape, Together},
    numbers::{LATITUDE, LONGITUDE},
    strings::{CODE, ID, NAME},
    texts::TEXT,
    walk::{Given, Kind, Table},
};
use crate::model::{Share, Text};

const SHARE: Kind<Share> = Kind {
    shape: Shape::Id,
    read: |given: Given<'_>| {
        let at = given.choice(&["whole", "part", "part-main"])?;
        Some([Share::Whole, Share::Part, Share::PartMain][at])
    },
};

/// Reads an edition; `None` without its id, title or levels (reported).
pub(super) fn edition(table: &mut Table<'_>) -> Option<EditionDraft> {
    let id = table.need("id", ID);
    let title = table.need("title", TEXT);
    let (from, until) = table.period();
    let source = table.may("source", TEXT);
    let levels = table.need_tables("levels", level);
    let roster_level = table.need("roster_level", ID);
    let unit_level = table.need("unit_level", ID);
    let kinds = table.need_tables("kinds", kind);
    let places = table.need_tables("places", place);
    Some(EditionDraft {
        file: table.reader.file,
        id: id?,
        title: title?,
        from,
        until,
        source,
        levels,
        roster_level: roster_level?,
        unit_level: unit_level?,
        kinds,
        places,
    })
}

fn level(table: &mut Table<'_>) -> Option<(Word, Text)> {
    let id = table.need("id", ID);
    let title = table.need("title", TEXT);
    Some((id?, title?))
}

fn kind(table: &mut Table<'_>) -> Option<(Word, Word, Text)> {
    let id = table.need("id", ID);
    let level = table.need("level", ID);
    let title = table.need("title", TEXT);
    Some((id?, level?, title?))
}

fn place(table: &mut Table<'_>) -> Option<PlaceDraft> {
    let code = table.need("code", CODE);
    let kind = table.need("kind", ID);
    let name = table.need("name", NAME);
    let parent = table.may("parent", CODE);
    let centre = centre(table);
    let successors = table.tables("successors", successor);
    Some(PlaceDraft {
        span: table.span,
        code: code?,
        kind: kind?,
        name: name?,
        parent,
        centre,
        successors,
    })
}

fn centre(table: &mut Table<'_>) -> Option<(f64, f64)> {
    for (here, lacking) in [("lat", "lon"), ("lon", "lat")] {
        if table.has(here) && !table.has(lacking) {
            let finding = Together { here, lacking };
            table.reader.note_absent(table.span, finding);
        }
    }
    let lat = table.may("lat", LATITUDE);
    let lon = table.may("lon", LONGITUDE);
    lat.zip(lon)
}

fn successor(table: &mut Table<'_>) -> Option<SuccessorDraft> {
    let edition = table.need("edition", ID);
    let code = table.need("code", CODE);
    let share = table.need("share", SHARE);
    Some(SuccessorDraft {
        edition: edition?,
        code: code?,
        share: share?,
    })
}
