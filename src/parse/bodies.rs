//! Bodies of a roster file: members, past members, declared vacancies, meetings held.

use super::{
    dates::{DATE, DAY},
    draft::{BodyDraft, MeetingHeld, MemberDraft},
    numbers::POSITIVE,
    strings::{ID, LINE, NAME},
    walk::{Given, Kind, Table},
};
use crate::{diag::Sp, parse::findings::Shape};
use ecow::EcoString;

/// A number of households with its place.
const HOUSEHOLDS: Kind<Sp<u32>> = Kind {
    shape: Shape::Integer,
    read: |given: Given<'_>| (POSITIVE.read)(given).map(|number| given.at(number)),
};

/// Reads an entry of `[[bodies]]`.
pub(super) fn body(table: &mut Table<'_>) -> Option<BodyDraft> {
    let kind = table.need("kind", ID);
    let scheme = table.may("scheme", ID);
    let id = table.may("id", ID);
    let name = table.may("name", NAME);
    let serves = table.list("serves", ID);
    let decision = table.may("decision", ID);
    let elected = table.may("elected", DATE);
    let term = table.table("term", Table::term);
    let households = table.may("households", HOUSEHOLDS);
    let concentrated = table.may("concentrated", LINE);
    let meetings = table.tables("meetings", meeting);
    let members = table.tables("members", member);
    Some(BodyDraft {
        span: table.span,
        kind: kind?,
        scheme,
        id,
        name,
        serves,
        decision,
        elected,
        term,
        households,
        concentrated: concentrated.map(|reason| reason.value),
        meetings,
        members,
    })
}

fn meeting(table: &mut Table<'_>) -> Option<MeetingHeld> {
    let meeting = table.need("meeting", ID);
    let date = table.need("date", DAY);
    Some(MeetingHeld {
        meeting: meeting?,
        date: date?,
    })
}

fn member(table: &mut Table<'_>) -> Option<MemberDraft> {
    table.exactly_one("person", "vacant");
    match table.may("vacant", ID) {
        Some(post) if !table.has("person") => vacancy(table, post),
        _ => seated(table),
    }
}

fn vacancy(table: &mut Table<'_>, post: Sp<EcoString>) -> Option<MemberDraft> {
    Some(MemberDraft::Vacant {
        span: table.span,
        post,
        office: table.may("office", ID),
        since: table.may("since", DAY),
    })
}

fn seated(table: &mut Table<'_>) -> Option<MemberDraft> {
    let person = table.may("person", ID);
    let post = table.need("post", ID);
    let office = table.may("office", ID);
    let (from, until) = table.period();
    Some(MemberDraft::Person {
        span: table.span,
        person: person?,
        post: post?,
        office,
        from,
        until,
    })
}
