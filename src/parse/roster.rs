//! Reads `data/rosters/**/*.toml`: everything but the seats of bodies.

use super::{
    draft::{
        DecisionDraft, HeadDraft, HoldingDraft, OfficeDraft, PersonDraft, PlaceRef, RosterDraft,
        Term, UnitDraft, VerifiedDraft, Word,
    },
    findings::MissingKey,
    seats,
    table::Table,
};

const KEYS: &[&str] = &[
    "place",
    "scheme",
    "verified",
    "office",
    "people",
    "decisions",
    "villages",
    "bodies",
];
const OFFICE: &[&str] = &["address", "phone", "police_duty", "email", "hours"];
const PERSON: &[&str] = &[
    "id",
    "name",
    "phone",
    "offices",
    "consent",
    "withhold",
    "withdrawn",
];
const HOLDING: &[&str] = &["office", "from", "until", "unit"];
const DECISION: &[&str] = &[
    "id",
    "number",
    "date",
    "signed_by",
    "proposed_by",
    "agreed_with",
];
const VILLAGE: &[&str] = &["id", "name", "kind", "households", "head"];

/// A commune's roster.
pub(super) fn roster(root: Table) -> RosterDraft {
    let table = root.with(KEYS);
    let place = table
        .must("place")
        .and_then(|node| node.table(&["edition", "code"]));
    let people: Vec<PersonDraft> = table
        .tables("people", PERSON)
        .iter()
        .filter_map(|entry| person(entry))
        .collect();
    let decisions: Vec<_> = table
        .tables("decisions", DECISION)
        .iter()
        .filter_map(|entry| decision(entry))
        .collect();
    let units: Vec<UnitDraft> = table
        .tables("villages", VILLAGE)
        .iter()
        .filter_map(|entry| unit(entry))
        .collect();
    RosterDraft {
        file: table.cx.file,
        place: place.and_then(|place| place_ref(&place)),
        scheme: table.label("scheme"),
        verified: table
            .table("verified", &["date", "by"])
            .and_then(|entry| verified(&entry)),
        office: table
            .table("office", OFFICE)
            .map(|entry| office(&entry))
            .unwrap_or_default(),
        people,
        decisions,
        units,
        bodies: seats::bodies(&table),
    }
}

/// `{ edition, code }`.
pub(super) fn place_ref(table: &Table) -> Option<PlaceRef> {
    let edition = table.must("edition").and_then(|node| node.label());
    let code = table.must("code").and_then(|node| node.label());
    Some(PlaceRef {
        span: table.span,
        edition: edition?,
        code: code?,
    })
}

/// `{ from, until }`.
pub(super) fn term(table: &Table) -> Option<Term> {
    let from = table.must("from").and_then(|node| node.date())?.value;
    let until = table.date("until");
    Some(Term { from, until })
}

/// The first and last day of a table that has both keys.
pub(super) fn days(table: &Table) -> (Option<chrono::NaiveDate>, Option<chrono::NaiveDate>) {
    (table.day("from"), table.day("until"))
}

fn verified(table: &Table) -> Option<VerifiedDraft> {
    let date = table.must("date").and_then(|node| node.date());
    let by = table.must("by").and_then(|node| node.shown());
    Some(VerifiedDraft {
        date: date?,
        by: by?.value,
    })
}

fn office(table: &Table) -> OfficeDraft {
    OfficeDraft {
        span: Some(table.span),
        address: table.string("address"),
        phone: table.phone("phone"),
        police_duty: table.phone("police_duty"),
        email: table.string("email"),
        hours: table.text("hours"),
    }
}

fn person(table: &Table) -> Option<PersonDraft> {
    let id = table.must("id").and_then(|node| node.id());
    let name = table.must("name").and_then(|node| node.shown());
    Some(PersonDraft {
        span: table.span,
        id: id?,
        name: name?,
        phone: table.phone("phone"),
        offices: table
            .tables("offices", HOLDING)
            .iter()
            .filter_map(|entry| holding(entry))
            .collect(),
        consent: table.date("consent"),
        withhold: table.labels("withhold"),
        withdrawn: table.date("withdrawn"),
    })
}

fn holding(table: &Table) -> Option<HoldingDraft> {
    let office = table.must("office").and_then(|node| node.label());
    let (from, until) = days(table);
    Some(HoldingDraft {
        office: office?,
        from,
        until,
        unit: table.label("unit"),
    })
}

fn decision(table: &Table) -> Option<DecisionDraft> {
    let id = table.must("id").and_then(|node| node.id());
    let number = table.must("number").and_then(|node| node.shown());
    let date = table.must("date").and_then(|node| node.date());
    let signed_by: Option<Word> = table.must("signed_by").and_then(|node| node.label());
    Some(DecisionDraft {
        span: table.span,
        id: id?,
        number: number?,
        date: date?,
        signed_by: signed_by?,
        proposed_by: table.label("proposed_by"),
        agreed_with: table.labels("agreed_with"),
    })
}

fn unit(table: &Table) -> Option<UnitDraft> {
    let id = table.must("id").and_then(|node| node.id());
    let name = table.must("name").and_then(|node| node.shown());
    let kind = table.must("kind").and_then(|node| node.label());
    Some(UnitDraft {
        span: table.span,
        id: id?,
        name: name?,
        kind: kind?,
        households: table.count("households").map(|count| count.value),
        head: table
            .table("head", &["person", "term", "vacant"])
            .and_then(|entry| head(&entry)),
    })
}

fn head(table: &Table) -> Option<HeadDraft> {
    if let Some(since) = table.date("vacant") {
        return Some(HeadDraft::Vacant { since });
    }
    let Some(person) = table.label("person") else {
        table.cx.push(table.span, MissingKey { key: "person" });
        return None;
    };
    let term = table
        .table("term", &["from", "until"])
        .and_then(|entry| term(&entry));
    Some(HeadDraft::Person { person, term })
}
