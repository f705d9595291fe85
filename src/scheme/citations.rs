//! Finds every clause a scheme cites and holds it against the scheme's list.

use crate::{
    diag::Report,
    parse::{
        draft::{BodyKindDraft, SchemeDraft, Word},
        near::near,
    },
};

use super::{Unknown, findings::UnknownClause};

/// Reports each citation of a clause that is not listed.
pub(super) fn check(draft: &SchemeDraft, report: &mut Report) {
    let known: rustc_hash::FxHashSet<&str> = draft
        .clauses
        .iter()
        .map(|clause| &*clause.id.value)
        .collect();
    for word in cited(draft) {
        if !known.contains(&*word.value) {
            let names = draft.clauses.iter().map(|clause| &*clause.id.value);
            let finding = UnknownClause::new(&word.value, near(&word.value, names));
            report.push(word.span, finding);
        }
    }
}

fn cited(draft: &SchemeDraft) -> Vec<&Word> {
    let mut words: Vec<&Word> = Vec::new();
    words.extend(draft.offices.iter().filter_map(|it| it.clause.as_ref()));
    for body in &draft.bodies {
        cited_by_body(body, &mut words);
    }
    words.extend(draft.values.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(draft.rules.iter().flat_map(|it| &it.clauses));
    words.extend(draft.agencies.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(draft.steps.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(draft.campaigns.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(draft.terms.iter().filter_map(|it| it.clause.as_ref()));
    let cited = draft
        .steering
        .iter()
        .chain(&draft.funding)
        .chain(&draft.reporting);
    words.extend(cited.filter_map(|it| it.clause.as_ref()));
    words
}

fn cited_by_body<'d>(body: &'d BodyKindDraft, words: &mut Vec<&'d Word>) {
    words.extend(&body.clause);
    words.extend(body.posts.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(
        body.standing_force
            .iter()
            .filter_map(|it| it.clause.as_ref()),
    );
    words.extend(body.instead.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(
        body.establishment
            .iter()
            .filter_map(|it| it.clause.as_ref()),
    );
    words.extend(body.election.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(body.term.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(body.meetings.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(body.duties.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(body.lines.iter().filter_map(|it| it.clause.as_ref()));
    words.extend(body.money.iter().filter_map(|it| it.clause.as_ref()));
}
