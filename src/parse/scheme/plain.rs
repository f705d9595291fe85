//! The parts of a scheme that are shown as they are: values, tables of numbers, agencies, steps, campaigns, names.

use crate::{
    diag::Sp,
    model::Text,
    parse::{
        dates::DAY,
        draft::{
            AbbreviationDraft, AgencyTasks, CampaignDraft, DefinitionDraft, LegalBasis, StepDraft,
            TableDraft, ValueDraft, Word,
        },
        findings::{BadPlaceKey, Shape},
        numbers::COUNT,
        strings::{CODE, ID, LINE, is_place_key},
        texts::TEXT,
        tree::Value,
        walk::{Given, Kind, Table},
    },
};
use ecow::EcoString;

/// A number, the same in every language, or words.
const NUMBER_OR_TEXT: Kind<Text> = Kind {
    shape: Shape::Languages,
    read: |given: Given<'_>| match &given.value.value {
        Value::Integer(..) => given.integer().map(|n| Text::same(n.to_string())),
        _ => (TEXT.read)(given),
    },
};

/// Reads an entry of `[[values]]`.
pub(super) fn value(table: &mut Table<'_>) -> Option<ValueDraft> {
    let name = table.need("name", CODE);
    let value = table.need("value", NUMBER_OR_TEXT);
    let clause = table.clause();
    Some(ValueDraft {
        name: name?,
        value: value?,
        clause,
    })
}

/// Reads all `[tables.<id>]`.
pub(super) fn numbers_by_place(table: &mut Table<'_>) -> Vec<TableDraft> {
    let tables = table.table("tables", |tables| {
        let each = tables.rest().into_iter();
        Some(
            each.filter_map(|(id, given)| {
                let id = id.map(Into::into);
                given.table(|table| one_table(id, table))
            })
            .collect(),
        )
    });
    tables.unwrap_or_default()
}

/// Reads an entry of `[[agencies]]`.
pub(super) fn agency(table: &mut Table<'_>) -> Option<AgencyTasks> {
    let id = table.need("id", ID);
    let name = table.need("name", TEXT);
    let clause = table.clause();
    let tasks = table.tables("tasks", Table::text_here);
    Some(AgencyTasks {
        id: id?,
        name: name?,
        clause,
        tasks,
    })
}

/// Reads an entry of `[[steps]]`.
pub(super) fn step(table: &mut Table<'_>) -> Option<StepDraft> {
    let id = table.need("id", CODE);
    let title = table.need("title", TEXT);
    let what = table.tables("what", Table::text_here);
    let when = table.need("when", TEXT);
    let (from, until) = table.period();
    let clause = table.clause();
    Some(StepDraft {
        id: id?,
        title: title?,
        what,
        when: when?,
        from,
        until,
        clause,
    })
}

/// Reads an entry of `[[campaigns]]`.
pub(super) fn campaign(table: &mut Table<'_>) -> Option<CampaignDraft> {
    let id = table.need("id", ID);
    let call = table.need("call", TEXT);
    let by = table.need("by", TEXT);
    let named = table.tables("named", Table::text_here);
    let clause = table.clause();
    Some(CampaignDraft {
        id: id?,
        call: call?,
        by: by?,
        named,
        clause,
    })
}

/// Reads an entry of `[[bases]]`.
pub(super) fn basis(table: &mut Table<'_>) -> Option<LegalBasis> {
    let title = table.need("title", TEXT);
    let date = table.may("date", DAY);
    Some(LegalBasis {
        title: title?,
        date,
    })
}

/// Reads an entry of `[[abbreviations]]`.
pub(super) fn abbreviation(table: &mut Table<'_>) -> Option<AbbreviationDraft> {
    let short = table.need("short", LINE);
    let long = table.need("long", TEXT);
    Some(AbbreviationDraft {
        short: short?,
        long: long?,
    })
}

/// Reads an entry of `[[terms]]`.
pub(super) fn definition(table: &mut Table<'_>) -> Option<DefinitionDraft> {
    let word = table.need("word", TEXT);
    let meaning = table.need("meaning", TEXT);
    let clause = table.clause();
    Some(DefinitionDraft {
        word: word?,
        meaning: meaning?,
        clause,
    })
}

fn one_table(id: Word, table: &mut Table<'_>) -> Option<TableDraft> {
    let title = table.need("title", TEXT);
    let rows = table.need_table("rows", rows);
    let default = table.may("default", COUNT);
    Some(TableDraft {
        id,
        title: title?,
        rows: rows?,
        default,
    })
}

fn rows(table: &mut Table<'_>) -> Option<Vec<(Word, u32)>> {
    let reader = table.reader;
    let rows = table.rest().into_iter().filter_map(|(place, given)| {
        if !is_place_key(place.value) {
            let found = reader.quote(place.value);
            reader.note_absent(place.span, BadPlaceKey { found });
        }
        let place: Sp<EcoString> = place.map(Into::into);
        Some((place, (COUNT.read)(given)?))
    });
    Some(rows.collect())
}
