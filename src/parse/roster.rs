//! Roster files: the commune's office, its people, decisions and villages. Bodies are read in `bodies`.

use super::{
    bodies,
    dates::DATE,
    draft::{
        DecisionDraft, HeadDraft, HoldingDraft, OfficeDraft, PersonDraft, PlaceRef, RosterDraft,
        UnitDraft, VerifiedDraft,
    },
    numbers::{PHONE, POSITIVE},
    strings::{CODE, ID, LINE, NAME},
    texts::TEXT,
    walk::Table,
};

/// Reads a roster file.
pub(super) fn roster(table: &mut Table<'_>) -> RosterDraft {
    let place = table.need_table("place", place);
    let scheme = table.may("scheme", ID);
    let verified = table.table("verified", verified);
    let office = table.table("office", office).unwrap_or_default();
    let people = table.tables("people", person);
    let decisions = table.tables("decisions", decision);
    let units = table.tables("villages", village);
    let bodies = table.tables("bodies", bodies::body);
    RosterDraft {
        file: table.reader.file,
        place,
        scheme,
        verified,
        office,
        people,
        decisions,
        units,
        bodies,
    }
}

/// `{ edition, code }`.
pub(super) fn place(table: &mut Table<'_>) -> Option<PlaceRef> {
    let edition = table.need("edition", ID);
    let code = table.need("code", CODE);
    Some(PlaceRef {
        span: table.span,
        edition: edition?,
        code: code?,
    })
}

fn verified(table: &mut Table<'_>) -> Option<VerifiedDraft> {
    let date = table.need("date", DATE);
    let by = table.need("by", LINE);
    Some(VerifiedDraft {
        date: date?,
        by: by?.value,
    })
}

fn office(table: &mut Table<'_>) -> Option<OfficeDraft> {
    Some(OfficeDraft {
        span: Some(table.span),
        address: table.may("address", LINE),
        phone: table.may("phone", PHONE),
        police_duty: table.may("police_duty", PHONE),
        email: table.may("email", LINE),
        hours: table.may("hours", TEXT),
    })
}

fn person(table: &mut Table<'_>) -> Option<PersonDraft> {
    let id = table.need("id", ID);
    let name = table.need("name", NAME);
    let phone = table.may("phone", PHONE);
    let offices = table.tables("offices", holding);
    let consent = table.may("consent", DATE);
    let withhold = table.list("withhold", ID);
    let withdrawn = table.may("withdrawn", DATE);
    Some(PersonDraft {
        span: table.span,
        id: id?,
        name: name?,
        phone,
        offices,
        consent,
        withhold,
        withdrawn,
    })
}

fn holding(table: &mut Table<'_>) -> Option<HoldingDraft> {
    let office = table.need("office", ID);
    let (from, until) = table.period();
    let unit = table.may("unit", ID);
    Some(HoldingDraft {
        office: office?,
        from,
        until,
        unit,
    })
}

fn decision(table: &mut Table<'_>) -> Option<DecisionDraft> {
    let id = table.need("id", ID);
    let number = table.need("number", LINE);
    let date = table.need("date", DATE);
    let signed_by = table.need("signed_by", ID);
    let proposed_by = table.may("proposed_by", ID);
    let agreed_with = table.list("agreed_with", ID);
    Some(DecisionDraft {
        span: table.span,
        id: id?,
        number: number?,
        date: date?,
        signed_by: signed_by?,
        proposed_by,
        agreed_with,
    })
}

fn village(table: &mut Table<'_>) -> Option<UnitDraft> {
    let id = table.need("id", ID);
    let name = table.need("name", NAME);
    let kind = table.need("kind", ID);
    let households = table.may("households", POSITIVE);
    let head = table.table("head", head);
    Some(UnitDraft {
        span: table.span,
        id: id?,
        name: name?,
        kind: kind?,
        households,
        head,
    })
}

fn head(table: &mut Table<'_>) -> Option<HeadDraft> {
    table.exactly_one("person", "vacant");
    let person = table.may("person", ID);
    let term = table.table("term", Table::term);
    let since = table.may("vacant", DATE);
    match (person, since) {
        (Some(person), _) => Some(HeadDraft::Person { person, term }),
        (None, Some(since)) => Some(HeadDraft::Vacant { since }),
        (None, None) => None,
    }
}
