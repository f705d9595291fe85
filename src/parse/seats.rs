//! Reads the bodies of a roster and their seats.

use super::{
    draft::{BodyDraft, MeetingHeld, MemberDraft},
    findings::{BadNumber, MissingKey},
    roster::{days, term},
    table::Table,
};

const BODY: &[&str] = &[
    "kind",
    "scheme",
    "id",
    "name",
    "serves",
    "decision",
    "elected",
    "term",
    "households",
    "concentrated",
    "meetings",
    "members",
];
const MEMBER: &[&str] = &[
    "person", "post", "office", "from", "until", "vacant", "since",
];

/// The bodies of a roster.
pub(super) fn bodies(roster: &Table) -> Vec<BodyDraft> {
    let bodies: Vec<BodyDraft> = roster
        .tables("bodies", BODY)
        .iter()
        .filter_map(|entry| body(entry))
        .collect();
    bodies
}

fn body(table: &Table) -> Option<BodyDraft> {
    let kind = table.must("kind").and_then(|node| node.label());
    let households = table.count("households");
    if let Some(none) = households.filter(|households| households.value == 0) {
        table.cx.push(none.span, BadNumber {});
    }
    Some(BodyDraft {
        span: table.span,
        kind: kind?,
        scheme: table.label("scheme"),
        id: table.get("id").and_then(|node| node.id()),
        name: table.string("name"),
        serves: table.labels("serves"),
        decision: table.label("decision"),
        elected: table.date("elected"),
        term: table
            .table("term", &["from", "until"])
            .and_then(|entry| term(&entry)),
        households,
        concentrated: table.string("concentrated").map(|reason| reason.value),
        meetings: table
            .tables("meetings", &["meeting", "date"])
            .iter()
            .filter_map(|entry| meeting(entry))
            .collect(),
        members: table
            .tables("members", MEMBER)
            .iter()
            .filter_map(|entry| member(entry))
            .collect(),
    })
}

fn meeting(table: &Table) -> Option<MeetingHeld> {
    let meeting = table.must("meeting").and_then(|node| node.label());
    let date = table.must("date").and_then(|node| node.date());
    Some(MeetingHeld {
        meeting: meeting?,
        date: date?.value,
    })
}

fn member(table: &Table) -> Option<MemberDraft> {
    let span = table.span;
    let office = table.label("office");
    if let Some(post) = table.label("vacant") {
        return Some(MemberDraft::Vacant {
            span,
            post,
            office,
            since: table.day("since"),
        });
    }
    let Some(person) = table.label("person") else {
        table.cx.push(span, MissingKey { key: "person" });
        return None;
    };
    let post = table.must("post").and_then(|node| node.label())?;
    let (from, until) = days(table);
    Some(MemberDraft::Person {
        span,
        person,
        post,
        office,
        from,
        until,
    })
}
