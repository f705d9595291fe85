//! Reads the parts of a scheme that are law rather than structure: force, clauses, tasks, steps, campaigns.

use crate::parse::{
    draft::{
        AbbreviationDraft, AgencyTasks, AppliesDraft, CampaignDraft, Cited, ClauseDraft,
        LegalBasis, StepDraft, Superseded,
    },
    roster::days,
    table::{Node, Table},
};

/// Where and when it is in force.
pub(super) fn applies(scheme: &Table) -> Vec<AppliesDraft> {
    let read = |entry: &Table| {
        let edition = entry.must("edition").and_then(|node| node.label());
        entry.must("from");
        let (from, until) = days(entry);
        Some(AppliesDraft {
            span: entry.span,
            edition: edition?,
            places: entry.labels("places"),
            from: from?,
            until,
        })
    };
    scheme
        .tables("applies", &["edition", "places", "from", "until"])
        .iter()
        .filter_map(read)
        .collect()
}

/// What replaced it.
pub(super) fn superseded(scheme: &Table) -> Option<Superseded> {
    let entry = scheme.table("superseded_by", &["from", "title", "scheme", "notice"])?;
    let from = entry.must("from").and_then(|node| node.date());
    let title = entry.must("title").and_then(|node| node.text());
    let notice = entry.must("notice").and_then(|node| node.text());
    Some(Superseded {
        from: from?.value,
        title: title?,
        scheme: entry.label("scheme"),
        notice: notice?,
    })
}

/// Clauses, in order.
pub(super) fn clauses(scheme: &Table) -> Vec<ClauseDraft> {
    let read = |entry: &Table| {
        let id = entry.must("id").and_then(|node| node.label());
        let title = entry.must("title").and_then(|node| node.text());
        Some(ClauseDraft {
            id: id?,
            title: title?,
            note: entry.text("note"),
        })
    };
    let clauses: Vec<ClauseDraft> = scheme
        .tables("clauses", &["id", "title", "note"])
        .iter()
        .filter_map(read)
        .collect();
    clauses
}

/// Who does what.
pub(super) fn agencies(scheme: &Table) -> Vec<AgencyTasks> {
    let read = |entry: &Table| {
        let id = entry.must("id").and_then(|node| node.id());
        let name = entry.must("name").and_then(|node| node.text());
        let tasks = entry
            .list("tasks")
            .into_iter()
            .filter_map(Node::text)
            .collect();
        Some(AgencyTasks {
            id: id?,
            name: name?,
            clause: entry.label("clause"),
            tasks,
        })
    };
    let agencies: Vec<AgencyTasks> = scheme
        .tables("agencies", &["id", "name", "clause", "tasks"])
        .iter()
        .filter_map(read)
        .collect();
    agencies
}

/// Who steers.
pub(super) fn steering(scheme: &Table) -> Option<Cited> {
    let entry = scheme.table("steering", &["who", "clause"])?;
    Some(Cited {
        text: entry.must("who").and_then(|node| node.text())?,
        clause: entry.label("clause"),
    })
}

/// Steps.
pub(super) fn steps(scheme: &Table) -> Vec<StepDraft> {
    let read = |entry: &Table| {
        let id = entry.must("id").and_then(|node| node.id());
        let title = entry.must("title").and_then(|node| node.text());
        let when = entry.must("when").and_then(|node| node.text());
        let (from, until) = days(entry);
        Some(StepDraft {
            id: id?,
            title: title?,
            what: entry
                .list("what")
                .into_iter()
                .filter_map(Node::text)
                .collect(),
            when: when?,
            from,
            until,
            clause: entry.label("clause"),
        })
    };
    let steps: Vec<StepDraft> = scheme
        .tables(
            "steps",
            &["id", "title", "what", "when", "from", "until", "clause"],
        )
        .iter()
        .filter_map(read)
        .collect();
    steps
}

/// `[[funding]]` and `[[reporting]]`.
pub(super) fn cited(scheme: &Table, key: &str) -> Vec<Cited> {
    let read = |entry: &Table| {
        let text = entry.must("what").and_then(|node| node.text())?;
        Some(Cited {
            text,
            clause: entry.label("clause"),
        })
    };
    scheme
        .tables(key, &["what", "clause"])
        .iter()
        .filter_map(read)
        .collect()
}

/// Campaigns.
pub(super) fn campaigns(scheme: &Table) -> Vec<CampaignDraft> {
    let read = |entry: &Table| {
        let id = entry.must("id").and_then(|node| node.id());
        let call = entry.must("call").and_then(|node| node.text());
        let by = entry.must("by").and_then(|node| node.text());
        let named = entry
            .list("named")
            .into_iter()
            .filter_map(Node::text)
            .collect();
        Some(CampaignDraft {
            id: id?,
            call: call?,
            by: by?,
            named,
            clause: entry.label("clause"),
        })
    };
    scheme
        .tables("campaigns", &["id", "call", "by", "named", "clause"])
        .iter()
        .filter_map(read)
        .collect()
}

/// Legal bases named.
pub(super) fn bases(scheme: &Table) -> Vec<LegalBasis> {
    let read = |entry: &Table| {
        let title = entry.must("title").and_then(|node| node.text())?;
        Some(LegalBasis {
            title,
            date: entry.day("date"),
        })
    };
    scheme
        .tables("bases", &["title", "date"])
        .iter()
        .filter_map(read)
        .collect()
}

/// Abbreviations.
pub(super) fn abbreviations(scheme: &Table) -> Vec<AbbreviationDraft> {
    let read = |entry: &Table| {
        let short = entry.must("short").and_then(|node| node.label());
        let long = entry.must("long").and_then(|node| node.text());
        Some(AbbreviationDraft {
            short: short?,
            long: long?,
        })
    };
    let all: Vec<AbbreviationDraft> = scheme
        .tables("abbreviations", &["short", "long"])
        .iter()
        .filter_map(read)
        .collect();
    all
}
