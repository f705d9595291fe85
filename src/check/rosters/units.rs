//! Villages and their heads.

use crate::{
    diag::Report,
    parse::{
        draft::{HeadDraft, UnitDraft, Word},
        near::near,
    },
    scheme::{Unknown, findings::UnknownKind},
};

use super::{
    super::{Head, Unit},
    check_term,
    local::{Local, in_order},
};

/// Resolves the villages of a file, in Vietnamese order.
pub(super) fn units(mut drafts: Vec<UnitDraft>, local: &Local, report: &mut Report) -> Vec<Unit> {
    drafts.sort_by(|a, b| in_order((&a.name.value, &a.id.value), (&b.name.value, &b.id.value)));
    drafts
        .into_iter()
        .map(|draft| unit(draft, local, report))
        .collect()
}

fn unit(draft: UnitDraft, local: &Local, report: &mut Report) -> Unit {
    Unit {
        id: draft.id.value,
        span: draft.span,
        name: draft.name,
        kind: kind(&draft.kind, local, report),
        households: draft.households,
        head: draft.head.and_then(|head| self::head(head, local, report)),
    }
}

/// The kind of a village; an unknown one is reported and stands as the first, since nothing will be published.
fn kind(word: &Word, local: &Local, report: &mut Report) -> usize {
    let edition = local.edition;
    let fits = |at: &usize| edition.kinds[*at].level == edition.unit_level;
    let mut all = (0..edition.kinds.len()).filter(fits);
    let found = all.find(|at| edition.kinds[*at].id == word.value);
    found.unwrap_or_else(|| {
        let names = (0..edition.kinds.len())
            .filter(fits)
            .map(|at| &*edition.kinds[at].id);
        report.push(
            word.span,
            UnknownKind::new(&word.value, near(&word.value, names)),
        );
        0
    })
}

fn head(draft: HeadDraft, local: &Local, report: &mut Report) -> Option<Head> {
    Some(match draft {
        HeadDraft::Person { person, term } => {
            check_term(term.as_ref(), report);
            let person = local.person(&person, report)?;
            Head::Person { person, term }
        }
        HeadDraft::Vacant { since } => Head::Vacant { since: since.value },
    })
}
