//! Reads `[[bodies]]` of a scheme.

use super::condition;
use crate::{
    model::Text,
    parse::{
        draft::{
            BodyKindDraft, Cited, ElectionDraft, EstablishmentDraft, Every, InsteadDraft, Line,
            LineKind, MeetingDraft, MembersDraft, MoneyDraft, PostDraft, StandingForceDraft,
            TermRule, Word,
        },
        findings::UnknownChoice,
        table::{Node, Table},
    },
};

const BODY: &[&str] = &[
    "id",
    "title",
    "short",
    "level",
    "serves",
    "where",
    "clause",
    "what",
    "posts",
    "members",
    "members_table",
    "standing_force",
    "instead",
    "establishment",
    "election",
    "term",
    "meetings",
    "duties",
    "lines",
    "money",
];
const POST: &[&str] = &[
    "id", "title", "least", "most", "office", "seats", "rank", "clause",
];
const LINES: [(&str, LineKind); 5] = [
    ("leadership", LineKind::Leadership),
    ("management", LineKind::Management),
    ("guidance", LineKind::Guidance),
    ("reports-to", LineKind::ReportsTo),
    ("cooperates-with", LineKind::CooperatesWith),
];

/// The bodies.
pub(super) fn bodies(scheme: &Table) -> Vec<BodyKindDraft> {
    let bodies: Vec<BodyKindDraft> = scheme
        .tables("bodies", BODY)
        .iter()
        .filter_map(|entry| body(entry))
        .collect();
    bodies
}

fn body(table: &Table) -> Option<BodyKindDraft> {
    let id = table.must("id").and_then(|node| node.id());
    let title = table.must("title").and_then(|node| node.text());
    let short = table.text("short").or_else(|| title.clone());
    let level = table.must("level").and_then(|node| node.label());
    let posts: Vec<PostDraft> = table
        .tables("posts", POST)
        .iter()
        .filter_map(|entry| post(entry))
        .collect();
    let meetings = meetings(table);
    let (standing_force, instead) = (standing_force(table), instead(table));
    Some(BodyKindDraft {
        id: id?,
        title: title?,
        short: short?,
        level: level?,
        serves: table.label("serves"),
        condition: condition(table),
        clause: table.label("clause"),
        what: table.text("what"),
        posts,
        members: members(table),
        standing_force,
        instead,
        establishment: establishment(table),
        election: election(table),
        term: term(table),
        meetings,
        duties: duties(table),
        lines: lines(table),
        money: money(table),
    })
}

fn post(table: &Table) -> Option<PostDraft> {
    let id = table.must("id").and_then(|node| node.id());
    let title = table.must("title").and_then(|node| node.text());
    Some(PostDraft {
        id: id?,
        title: title?,
        least: number(table, "least"),
        most: number(table, "most"),
        office: table.label("office"),
        seats: table.labels("seats"),
        rank: number(table, "rank").unwrap_or(3),
        clause: table.label("clause"),
    })
}

fn number(table: &Table, key: &str) -> Option<u32> {
    table.count(key).map(|count| count.value)
}

fn members(table: &Table) -> MembersDraft {
    let size = table.table("members", &["least", "most"]);
    MembersDraft {
        least: size.as_ref().and_then(|size| number(size, "least")),
        most: size.as_ref().and_then(|size| number(size, "most")),
        table: table.label("members_table"),
    }
}

fn standing_force(table: &Table) -> Vec<StandingForceDraft> {
    let read = |entry: &Table| {
        let title = entry.must("title").and_then(|node| node.text())?;
        Some(StandingForceDraft {
            condition: condition(entry),
            title,
            clause: entry.label("clause"),
        })
    };
    table
        .tables("standing_force", &["where", "title", "clause"])
        .iter()
        .filter_map(read)
        .collect()
}

fn instead(table: &Table) -> Vec<InsteadDraft> {
    let read = |entry: &Table| {
        let text = entry.must("text").and_then(|node| node.text())?;
        Some(InsteadDraft {
            condition: condition(entry),
            text,
            clause: entry.label("clause"),
        })
    };
    table
        .tables("instead", &["where", "text", "clause"])
        .iter()
        .filter_map(read)
        .collect()
}

fn establishment(table: &Table) -> Option<EstablishmentDraft> {
    let entry = table.table(
        "establishment",
        &["proposed_by", "agreed_with", "decided_by", "clause"],
    )?;
    Some(EstablishmentDraft {
        proposed_by: entry.label("proposed_by"),
        agreed_with: entry.labels("agreed_with"),
        decided_by: entry.must("decided_by").and_then(|node| node.label())?,
        clause: entry.label("clause"),
    })
}

fn election(table: &Table) -> Option<ElectionDraft> {
    let entry = table.table("election", &["by", "criteria", "preference", "clause"])?;
    Some(ElectionDraft {
        by: entry.must("by").and_then(|node| node.text())?,
        criteria: entry
            .list("criteria")
            .into_iter()
            .filter_map(Node::text)
            .collect(),
        preference: entry.text("preference"),
        clause: entry.label("clause"),
    })
}

fn term(table: &Table) -> Option<TermRule> {
    let entry = table.table("term", &["same_as", "years", "clause"])?;
    Some(TermRule {
        same_as: entry.label("same_as"),
        years: number(&entry, "years"),
        clause: entry.label("clause"),
    })
}

fn meetings(table: &Table) -> Vec<MeetingDraft> {
    let read = |entry: &Table| {
        let id = entry.must("id").and_then(|node| node.id());
        let title = entry.must("title").and_then(|node| node.text());
        let every = entry.must("every").and_then(every);
        Some(MeetingDraft {
            id: id?,
            every: every?,
            title: title?,
            clause: entry.label("clause"),
        })
    };
    let meetings: Vec<MeetingDraft> = table
        .tables("meetings", &["id", "every", "title", "clause"])
        .iter()
        .filter_map(read)
        .collect();
    meetings
}

/// `1 week`, `3 months`, `when called`.
fn every(node: Node) -> Option<Every> {
    let words: Word = node.label()?;
    let cadence = match words.split_once(' ') {
        Some(("when", "called")) => Some(Every::WhenCalled),
        Some((number, unit)) => {
            number
                .parse()
                .ok()
                .filter(|number| *number > 0)
                .and_then(|number| match unit {
                    "week" | "weeks" => Some(Every::Weeks(number)),
                    "month" | "months" => Some(Every::Months(number)),
                    "year" | "years" => Some(Every::Years(number)),
                    _ => None,
                })
        }
        None => None,
    };
    if cadence.is_none() {
        let known = "`1 week`, `1 month`, `3 months`, `1 year`, `when called`".to_owned();
        node.push(UnknownChoice {
            word: words.to_string(),
            near: None,
            known,
        });
    }
    cadence
}

fn duties(table: &Table) -> Vec<Cited> {
    let read = |entry: &Table| {
        let vi = entry.must("vi").and_then(|node| node.shown())?.value;
        let text = Text {
            vi,
            en: entry.string("en").map(|en| en.value),
        };
        Some(Cited {
            text,
            clause: entry.label("clause"),
        })
    };
    table
        .tables("duties", &["vi", "en", "clause"])
        .iter()
        .filter_map(read)
        .collect()
}

fn lines(table: &Table) -> Vec<Line> {
    let read = |entry: &Table| {
        let kind = entry.must("kind").and_then(|node| node.choice(&LINES));
        let by = entry.must("by").and_then(|node| node.text());
        Some(Line {
            kind: kind?,
            by: by?,
            clause: entry.label("clause"),
        })
    };
    table
        .tables("lines", &["kind", "by", "clause"])
        .iter()
        .filter_map(read)
        .collect()
}

fn money(table: &Table) -> Vec<MoneyDraft> {
    let read = |entry: &Table| {
        let what = entry.must("what").and_then(|node| node.text())?;
        let source = entry.text("source");
        Some(MoneyDraft {
            what,
            source,
            percent: number(entry, "percent"),
            clause: entry.label("clause"),
        })
    };
    table
        .tables("money", &["what", "source", "percent", "clause"])
        .iter()
        .filter_map(read)
        .collect()
}
