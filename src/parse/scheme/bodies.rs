//! `[[bodies]]` of a scheme: posts, size, chain of establishment, election, term, meetings, duties, lines, money.

use super::rules::condition;
use crate::parse::{
    draft::{
        BodyKindDraft, ElectionDraft, EstablishmentDraft, InsteadDraft, Line, LineKind,
        MeetingDraft, MembersDraft, MoneyDraft, PostDraft, StandingForceDraft, TermRule,
    },
    findings::Shape,
    numbers::{COUNT, EVERY, PERCENT, RANK, YEARS},
    strings::ID,
    texts::TEXT,
    walk::{Given, Kind, Table},
};

const LINE_KIND: Kind<LineKind> = Kind {
    shape: Shape::Id,
    read: |given: Given<'_>| {
        let at = given.choice(&[
            "leadership",
            "management",
            "guidance",
            "reports-to",
            "cooperates-with",
        ])?;
        Some(
            [
                LineKind::Leadership,
                LineKind::Management,
                LineKind::Guidance,
                LineKind::ReportsTo,
                LineKind::CooperatesWith,
            ][at],
        )
    },
};

/// A post of which nothing is said is a member's.
const MEMBER_RANK: u32 = 3;

/// Reads an entry of `[[bodies]]`.
pub(super) fn body(table: &mut Table<'_>) -> Option<BodyKindDraft> {
    let id = table.need("id", ID);
    let title = table.need("title", TEXT);
    let short = table.need("short", TEXT);
    let level = table.need("level", ID);
    Some(BodyKindDraft {
        serves: table.may("serves", ID),
        condition: condition(table),
        clause: table.clause(),
        what: table.may("what", TEXT),
        posts: table.tables("posts", post),
        members: size(table),
        standing_force: table.tables("standing_force", standing_force),
        instead: table.tables("instead", instead),
        establishment: table.table("establishment", establishment),
        election: table.table("election", election),
        term: table.table("term", term),
        meetings: table.tables("meetings", meeting),
        duties: table.tables("duties", Table::cited_here),
        lines: table.tables("lines", line),
        money: table.tables("money", money),
        // The required ones last, so that every other key has been asked for when one is missing.
        id: id?,
        title: title?,
        short: short?,
        level: level?,
    })
}

fn post(table: &mut Table<'_>) -> Option<PostDraft> {
    let id = table.need("id", ID);
    let title = table.need("title", TEXT);
    let least = table.may("least", COUNT);
    let most = table.may("most", COUNT);
    let office = table.may("office", ID);
    let seats = table.list("seats", ID);
    let rank = table.may("rank", RANK).unwrap_or(MEMBER_RANK);
    let clause = table.clause();
    table.at_most_one("office", "seats");
    Some(PostDraft {
        id: id?,
        title: title?,
        least,
        most,
        office,
        seats,
        rank,
        clause,
    })
}

fn size(table: &mut Table<'_>) -> MembersDraft {
    table.at_most_one("members", "members_table");
    let size = table.table("members", |members| {
        Some(MembersDraft {
            least: members.may("least", COUNT),
            most: members.may("most", COUNT),
            table: None,
        })
    });
    MembersDraft {
        table: table.may("members_table", ID),
        ..size.unwrap_or_default()
    }
}

fn standing_force(table: &mut Table<'_>) -> Option<StandingForceDraft> {
    let condition = condition(table);
    let title = table.need("title", TEXT);
    let clause = table.clause();
    Some(StandingForceDraft {
        condition,
        title: title?,
        clause,
    })
}

fn instead(table: &mut Table<'_>) -> Option<InsteadDraft> {
    let condition = condition(table);
    let text = table.need("text", TEXT);
    let clause = table.clause();
    Some(InsteadDraft {
        condition,
        text: text?,
        clause,
    })
}

fn establishment(table: &mut Table<'_>) -> Option<EstablishmentDraft> {
    let proposed_by = table.may("proposed_by", ID);
    let agreed_with = table.list("agreed_with", ID);
    let decided_by = table.need("decided_by", ID);
    let clause = table.clause();
    Some(EstablishmentDraft {
        proposed_by,
        agreed_with,
        decided_by: decided_by?,
        clause,
    })
}

fn election(table: &mut Table<'_>) -> Option<ElectionDraft> {
    let by = table.need("by", TEXT);
    let criteria = table.tables("criteria", Table::text_here);
    let preference = table.may("preference", TEXT);
    let clause = table.clause();
    Some(ElectionDraft {
        by: by?,
        criteria,
        preference,
        clause,
    })
}

fn term(table: &mut Table<'_>) -> Option<TermRule> {
    table.exactly_one("same_as", "years");
    Some(TermRule {
        same_as: table.may("same_as", ID),
        years: table.may("years", YEARS),
        clause: table.clause(),
    })
}

fn meeting(table: &mut Table<'_>) -> Option<MeetingDraft> {
    let id = table.need("id", ID);
    let every = table.need("every", EVERY);
    let title = table.need("title", TEXT);
    let clause = table.clause();
    Some(MeetingDraft {
        id: id?,
        every: every?,
        title: title?,
        clause,
    })
}

fn line(table: &mut Table<'_>) -> Option<Line> {
    let kind = table.need("kind", LINE_KIND);
    let by = table.need("by", TEXT);
    let clause = table.clause();
    Some(Line {
        kind: kind?,
        by: by?,
        clause,
    })
}

fn money(table: &mut Table<'_>) -> Option<MoneyDraft> {
    let what = table.need("what", TEXT);
    let source = table.may("source", TEXT);
    let percent = table.may("percent", PERCENT);
    let clause = table.clause();
    Some(MoneyDraft {
        what: what?,
        source,
        percent,
        clause,
    })
}
