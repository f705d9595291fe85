//! What became of places: successors over all editions, and from them the predecessors.

use crate::{
    diag::Report,
    model::{Gazetteer, PlaceIdx, Successor},
    parse::draft::{PlaceDraft, SuccessorDraft},
    scheme::{find_edition, find_place},
};

use super::findings::SuccessorCycle;

/// Resolves the successors of every place; `drafts` stand in the order of the gazetteer.
pub(super) fn resolve(gazetteer: &mut Gazetteer, drafts: &[&PlaceDraft], report: &mut Report) {
    for (at, draft) in drafts.iter().enumerate() {
        let found = draft.successors.iter();
        let found: Vec<Successor> = found
            .filter_map(|it| successor(gazetteer, it, report))
            .collect();
        for later in &found {
            gazetteer.places[later.place.at()]
                .predecessors
                .push(PlaceIdx::new(at));
        }
        gazetteer.places[at].successors = found;
    }
    for at in in_circles(gazetteer) {
        let name = gazetteer.places[at].name.clone();
        report.push(drafts[at].code.span, SuccessorCycle { name });
        gazetteer.places[at].successors.clear();
    }
}

fn successor(
    gazetteer: &Gazetteer,
    draft: &SuccessorDraft,
    report: &mut Report,
) -> Option<Successor> {
    let edition = find_edition(gazetteer, &draft.edition, report)?;
    let place = find_place(gazetteer, edition, &draft.code, report)?;
    let share = draft.share;
    Some(Successor { place, share })
}

/// Places that lead back to themselves: those left when places whose successors all lead out are taken away.
fn in_circles(gazetteer: &Gazetteer) -> Vec<usize> {
    let mut open: Vec<usize> = gazetteer
        .places
        .iter()
        .map(|p| p.successors.len())
        .collect();
    let mut done: Vec<usize> = (0..open.len()).filter(|at| open[*at] == 0).collect();
    while let Some(at) = done.pop() {
        for earlier in &gazetteer.places[at].predecessors {
            open[earlier.at()] -= 1;
            if open[earlier.at()] == 0 {
                done.push(earlier.at());
            }
        }
    }
    (0..open.len()).filter(|at| open[*at] > 0).collect()
}
