//! Scheme files: a decree as data. Its bodies and its rules are read in files of their own.

mod bodies;
mod plain;
mod rules;

use super::{
    dates::DAY,
    draft::{AppliesDraft, ClauseDraft, OfficeKindDraft, SchemeDraft, Superseded, Word},
    strings::{CODE, ID, LINE},
    texts::TEXT,
    walk::Table,
};
use crate::model::Text;

/// Reads a scheme; `None` without its id, title or short name (reported).
pub(super) fn scheme(table: &mut Table<'_>) -> Option<SchemeDraft> {
    let id = table.need("id", ID);
    let title = table.need("title", TEXT);
    let short = table.need("short", TEXT);
    Some(SchemeDraft {
        file: table.reader.file,
        number: table.may("number", LINE).map(|number| number.value),
        date: table.may("date", DAY),
        issuer: table.may("issuer", TEXT),
        summary: table.may("summary", TEXT),
        applies: table.tables("applies", applies),
        superseded_by: table.table("superseded_by", superseded),
        clauses: table.tables("clauses", clause),
        offices: table.tables("offices", office),
        bodies: table.tables("bodies", bodies::body),
        values: table.tables("values", plain::value),
        tables: plain::numbers_by_place(table),
        rules: table.tables("rules", rules::rule),
        agencies: table.tables("agencies", plain::agency),
        steering: table.table("steering", |steering| steering.cited("who")),
        steps: table.tables("steps", plain::step),
        funding: table.tables("funding", |entry| entry.cited("what")),
        reporting: table.tables("reporting", |entry| entry.cited("what")),
        campaigns: table.tables("campaigns", plain::campaign),
        bases: table.tables("bases", plain::basis),
        abbreviations: table.tables("abbreviations", plain::abbreviation),
        terms: table.tables("terms", plain::definition),
        // The required three last, so that every other key has been asked for when one is missing.
        id: id?,
        title: title?,
        short: short?,
    })
}

fn applies(table: &mut Table<'_>) -> Option<AppliesDraft> {
    let edition = table.need("edition", ID);
    let places = table.list("places", CODE);
    let from = table.need("from", DAY);
    let until = table.may("until", DAY);
    Some(AppliesDraft {
        span: table.span,
        edition: edition?,
        places,
        from: from?,
        until,
    })
}

fn superseded(table: &mut Table<'_>) -> Option<Superseded> {
    let from = table.need("from", DAY);
    let title = table.need("title", TEXT);
    let scheme = table.may("scheme", ID);
    let notice = table.need("notice", TEXT);
    Some(Superseded {
        from: from?,
        title: title?,
        scheme,
        notice: notice?,
    })
}

fn clause(table: &mut Table<'_>) -> Option<ClauseDraft> {
    let id = table.need("id", CODE);
    let title = table.need("title", TEXT);
    let note = table.may("note", TEXT);
    Some(ClauseDraft {
        id: id?,
        title: title?,
        note,
    })
}

fn office(table: &mut Table<'_>) -> Option<OfficeKindDraft> {
    let id = table.need("id", ID);
    let level = table.need("level", ID);
    let title = table.need("title", TEXT);
    let title_by_kind = table.table("title_by_kind", titles_by_kind);
    let contact = table.may("contact", ID);
    let held_by = table.may("held_by", ID);
    let clause = table.clause();
    Some(OfficeKindDraft {
        id: id?,
        level: level?,
        title: title?,
        title_by_kind: title_by_kind.unwrap_or_default(),
        contact,
        held_by,
        clause,
    })
}

fn titles_by_kind(table: &mut Table<'_>) -> Option<Vec<(Word, Text)>> {
    let titles = table.rest().into_iter().filter_map(|(kind, given)| {
        let title = (TEXT.read)(given)?;
        Some((kind.map(Into::into), title))
    });
    Some(titles.collect())
}
