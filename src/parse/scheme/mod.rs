//! Reads `data/schemes/*.toml`.

mod bodies;
mod condition;
mod law;
mod rules;

use super::{
    draft::{OfficeKindDraft, SchemeDraft, TableDraft, ValueDraft, Word},
    table::Table,
};

pub(super) use condition::condition;

const KEYS: &[&str] = &[
    "id",
    "title",
    "short",
    "number",
    "date",
    "issuer",
    "summary",
    "applies",
    "superseded_by",
    "clauses",
    "offices",
    "bodies",
    "values",
    "tables",
    "rules",
    "agencies",
    "steering",
    "steps",
    "funding",
    "reporting",
    "campaigns",
    "bases",
    "abbreviations",
];
const OFFICE: &[&str] = &[
    "id",
    "level",
    "title",
    "title_by_kind",
    "contact",
    "held_by",
    "clause",
];

/// A decree; `None` when it has no id or title.
pub(super) fn scheme(root: Table) -> Option<SchemeDraft> {
    let table = root.with(KEYS);
    let id = table.must("id").and_then(|node| node.id());
    let title = table.must("title").and_then(|node| node.text());
    let short = table.must("short").and_then(|node| node.text());
    table.must("applies");
    let offices: Vec<_> = table
        .tables("offices", OFFICE)
        .iter()
        .filter_map(|entry| office(entry))
        .collect();
    let values: Vec<_> = table
        .tables("values", &["name", "value", "clause"])
        .iter()
        .filter_map(|entry| value(entry))
        .collect();
    let draft = SchemeDraft {
        file: table.cx.file,
        id: id?,
        title: title?,
        short: short?,
        number: table.string("number").map(|number| number.value),
        date: table.day("date"),
        issuer: table.text("issuer"),
        summary: table.text("summary"),
        applies: law::applies(&table),
        superseded_by: law::superseded(&table),
        clauses: law::clauses(&table),
        offices,
        bodies: bodies::bodies(&table),
        values,
        tables: tables(&table),
        rules: rules::rules(&table),
        agencies: law::agencies(&table),
        steering: law::steering(&table),
        steps: law::steps(&table),
        funding: law::cited(&table, "funding"),
        reporting: law::cited(&table, "reporting"),
        campaigns: law::campaigns(&table),
        bases: law::bases(&table),
        abbreviations: law::abbreviations(&table),
    };
    Some(draft)
}

fn office(table: &Table) -> Option<OfficeKindDraft> {
    let id = table.must("id").and_then(|node| node.id());
    let level = table.must("level").and_then(|node| node.label());
    let title = table.must("title").and_then(|node| node.text());
    let by_kind = table.table("title_by_kind", &[]);
    let by_kind = by_kind.map(|by_kind| by_kind.entries()).unwrap_or_default();
    Some(OfficeKindDraft {
        id: id?,
        level: level?,
        title: title?,
        title_by_kind: by_kind
            .into_iter()
            .filter_map(|(kind, node)| Some((kind, node.text()?)))
            .collect(),
        contact: table.label("contact"),
        held_by: table.label("held_by"),
        clause: table.label("clause"),
    })
}

fn value(table: &Table) -> Option<ValueDraft> {
    let name: Option<Word> = table.must("name").and_then(|node| node.label());
    let node = table.must("value")?;
    let value = if node.is_number() {
        crate::model::Text::same(node.integer()?.value.to_string())
    } else {
        node.text()?
    };
    Some(ValueDraft {
        name: name?,
        value,
        clause: table.label("clause"),
    })
}

fn tables(table: &Table) -> Vec<TableDraft> {
    let Some(all) = table.table("tables", &[]) else {
        return Vec::new();
    };
    let read = |(id, node): (Word, super::table::Node)| {
        let entry = node.table(&["title", "rows", "default"])?;
        let title = entry.must("title").and_then(|node| node.text())?;
        let rows = entry
            .table("rows", &[])
            .map(|rows| rows.entries())
            .unwrap_or_default();
        let rows = rows
            .into_iter()
            .filter_map(|(place, node)| Some((place, node.count()?.value)))
            .collect();
        Some(TableDraft {
            id,
            title,
            rows,
            default: entry.count("default").map(|count| count.value),
        })
    };
    all.entries().into_iter().filter_map(read).collect()
}
