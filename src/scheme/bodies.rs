//! Compiles the bodies of a scheme: posts, seats, sizes, conditions and the chain of establishment.

use crate::{
    diag::{Report, Span},
    model::OfficeIdx,
    parse::draft::{BodyKindDraft, PostDraft, TableDraft, Where, Word},
};
use ecow::EcoString;

use super::{
    BodyKind, OfficeKind, PostKind, Scope, Serves, condition,
    findings::{
        BodyAboveRoster, BoundsReversed, Noun, ServesMisplaced, UnknownOffice, UnknownTable,
    },
    ground::{Ground, Tier},
    names::{look_up, no_duplicates},
    offices::closed,
};

/// What a body may refer to.
pub(super) struct Within<'a> {
    pub offices: &'a [OfficeKind],
    pub tables: &'a [TableDraft],
    pub ground: &'a Ground<'a>,
}

/// Compiles a body.
pub(super) fn compile(draft: BodyKindDraft, within: &Within, report: &mut Report) -> BodyKind {
    check_references(&draft, within, report);
    let serves = serves(&draft, within, report);
    let (at, ground) = (draft.id.span, within.ground);
    let mut compile_where = |written: &Where| {
        let scope = match serves {
            Serves::Commune => Scope::Commune,
            Serves::One | Serves::Many => Scope::Village,
        };
        condition::compile(written, at, scope, ground, report)
    };
    let condition = compile_where(&draft.condition);
    let standing = draft.standing_force.into_iter();
    let standing = standing.map(|it| (compile_where(&it.condition), it.title, value(it.clause)));
    let standing_force = standing.collect();
    let instead = draft.instead.into_iter();
    let instead = instead.map(|it| (compile_where(&it.condition), it.text, value(it.clause)));
    let instead = instead.collect();
    let posts = draft.posts.into_iter();
    let posts = posts
        .map(|post| compile_post(post, within, report))
        .collect();
    BodyKind {
        id: draft.id.value,
        title: draft.title,
        short: draft.short,
        level: draft.level.value,
        serves,
        condition,
        clause: value(draft.clause),
        what: draft.what,
        posts,
        members: draft.members,
        standing_force,
        instead,
        establishment: draft.establishment,
        election: draft.election,
        term: draft.term,
        meetings: draft.meetings,
        duties: draft.duties,
        lines: draft.lines,
        money: draft.money,
    }
}

fn value(word: Option<Word>) -> Option<EcoString> {
    word.map(|word| word.value)
}

fn serves(draft: &BodyKindDraft, within: &Within, report: &mut Report) -> Serves {
    let tier = within.ground.tier(&draft.level, report);
    let word = draft.serves.as_ref();
    let many = word.and_then(|word| closed(word, &["one", "many"], report)) == Some(1);
    match tier {
        Some(Tier::Above) => {
            let level = draft.level.value.clone();
            report.push(draft.level.span, BodyAboveRoster { level });
            Serves::Commune
        }
        Some(Tier::Roster) => {
            if let Some(word) = word {
                report.push(word.span, ServesMisplaced {});
            }
            Serves::Commune
        }
        Some(Tier::Below) | None if many => Serves::Many,
        Some(Tier::Below) => Serves::One,
        None if word.is_some() => Serves::One,
        None => Serves::Commune,
    }
}

fn check_references(draft: &BodyKindDraft, within: &Within, report: &mut Report) {
    no_duplicates(Noun::Post, draft.posts.iter().map(|post| &post.id), report);
    no_duplicates(
        Noun::Meeting,
        draft.meetings.iter().map(|it| &it.id),
        report,
    );
    if let Some(table) = &draft.members.table {
        let tables = within.tables.iter().map(|table| &*table.id.value);
        look_up::<UnknownTable>(table, tables, report);
    }
    check_bounds(
        draft.members.least,
        draft.members.most,
        draft.id.span,
        report,
    );
    let chain = draft.establishment.iter().flat_map(|chain| {
        let proposed = chain.proposed_by.iter();
        proposed
            .chain(&chain.agreed_with)
            .chain([&chain.decided_by])
    });
    let term = draft.term.iter().filter_map(|term| term.same_as.as_ref());
    for word in chain.chain(term) {
        find_office(word, within, report);
    }
}

fn compile_post(draft: PostDraft, within: &Within, report: &mut Report) -> PostKind {
    check_bounds(draft.least, draft.most, draft.id.span, report);
    no_duplicates(Noun::Office, draft.seats.iter(), report);
    let office = draft.office.as_ref();
    let seats = draft.seats.iter();
    PostKind {
        office: office.and_then(|word| find_office(word, within, report)),
        seats: seats
            .filter_map(|word| find_office(word, within, report))
            .collect(),
        id: draft.id.value,
        title: draft.title,
        least: draft.least,
        most: draft.most,
        rank: draft.rank,
        clause: value(draft.clause),
    }
}

fn check_bounds(least: Option<u32>, most: Option<u32>, at: Span, report: &mut Report) {
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        report.push(at, BoundsReversed { least, most });
    }
}

fn find_office(word: &Word, within: &Within, report: &mut Report) -> Option<OfficeIdx> {
    let offices = within.offices.iter().map(|office| &*office.id);
    look_up::<UnknownOffice>(word, offices, report).map(OfficeIdx::new)
}
