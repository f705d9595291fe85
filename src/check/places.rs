//! Builds the gazetteer: editions, levels, kinds, places and their parents.
//!
//! What became of places is [`succession`](super::succession)'s part; rosters are not looked at here.

use rustc_hash::FxHashMap;

use crate::{
    diag::{Diagnostic, Report, Span},
    model::{Edition, Gazetteer, Kind, Level, Place, PlaceIdx, PlaceKey, collate},
    parse::draft::{EditionDraft, PlaceDraft},
    scheme::{
        duplicate,
        findings::{DatesReversed, Noun, UnknownKind, UnknownLevel, UnknownPlace},
        look_up, no_duplicates,
    },
};

use super::{
    findings::{NoParent, ParentNotAbove, UnitsAboveRoster},
    succession,
};

/// Builds the gazetteer of all editions.
pub(super) fn build(drafts: &[EditionDraft], report: &mut Report) -> Gazetteer {
    let mut gazetteer = Gazetteer::default();
    let mut seen: FxHashMap<&str, Span> = FxHashMap::default();
    let mut kept = Vec::new();
    for draft in drafts {
        if let Some(first) = seen.get(&*draft.id.value) {
            report.add(duplicate(Noun::Edition, &draft.id, *first));
        } else if let Some(edition) = edition(draft, report) {
            seen.insert(&draft.id.value, draft.id.span);
            add_places(&mut gazetteer, &edition, draft, report);
            gazetteer.editions.push(edition);
            kept.push(draft);
        }
    }
    let drafts = || kept.iter().flat_map(|draft| &draft.places);
    let drafts = indexed(&gazetteer, drafts());
    find_parents(&mut gazetteer, &drafts, report);
    find_children(&mut gazetteer);
    succession::resolve(&mut gazetteer, &drafts, report);
    gazetteer
}

/// Every place's position when the tree is read top down with children in Vietnamese order.
pub(super) fn reading_order(gazetteer: &Gazetteer) -> Vec<usize> {
    let mut order = vec![usize::MAX; gazetteer.places.len()];
    let all = (0..gazetteer.places.len()).map(PlaceIdx::new);
    let mut stack: Vec<PlaceIdx> = all
        .filter(|at| gazetteer.place(*at).parent.is_none())
        .collect();
    stack.reverse();
    let mut next = 0;
    while let Some(at) = stack.pop() {
        order[at.at()] = next;
        next += 1;
        stack.extend(gazetteer.children[at.at()].iter().rev());
    }
    order
}

fn edition(draft: &EditionDraft, report: &mut Report) -> Option<Edition> {
    if draft
        .from
        .zip(draft.until)
        .is_some_and(|(from, until)| until < from)
    {
        report.push(draft.id.span, DatesReversed {});
    }
    no_duplicates(Noun::Level, draft.levels.iter().map(|(id, _)| id), report);
    no_duplicates(Noun::Kind, draft.kinds.iter().map(|(id, ..)| id), report);
    let names = draft.levels.iter().map(|(id, _)| &*id.value);
    let mut level = |word| look_up::<UnknownLevel>(word, names.clone(), report);
    let roster = level(&draft.roster_level);
    let unit = level(&draft.unit_level);
    let kinds = draft.kinds.iter().filter_map(|(id, of, title)| {
        let (id, title) = (id.value.clone(), title.clone());
        Some(Kind {
            id,
            level: level(of)?,
            title,
        })
    });
    let kinds: Vec<Kind> = kinds.collect();
    let (roster_level, unit_level) = (roster?, unit?);
    if unit_level <= roster_level {
        report.push(draft.unit_level.span, UnitsAboveRoster {});
    }
    let levels = draft.levels.iter();
    let levels = levels.map(|(id, title)| Level {
        id: id.value.clone(),
        title: title.clone(),
    });
    Some(Edition {
        id: draft.id.value.clone(),
        title: draft.title.clone(),
        from: draft.from,
        until: draft.until,
        source: draft.source.clone(),
        levels: levels.collect(),
        roster_level,
        unit_level,
        kinds,
    })
}

fn add_places(
    gazetteer: &mut Gazetteer,
    edition: &Edition,
    draft: &EditionDraft,
    report: &mut Report,
) {
    let mut seen: FxHashMap<&str, Span> = FxHashMap::default();
    let names = edition.kinds.iter().map(|kind| &*kind.id);
    for place in &draft.places {
        if let Some(first) = seen.get(&*place.code.value) {
            report.add(duplicate(Noun::Place, &place.code, *first));
            continue;
        }
        seen.insert(&place.code.value, place.code.span);
        let Some(kind) = look_up::<UnknownKind>(&place.kind, names.clone(), report) else {
            continue;
        };
        let key = PlaceKey {
            edition: edition.id.clone(),
            code: place.code.value.clone(),
        };
        gazetteer
            .by_key
            .insert(key.clone(), PlaceIdx::new(gazetteer.places.len()));
        gazetteer.places.push(Place {
            key,
            edition: gazetteer.editions.len(),
            kind,
            level: edition.kinds[kind].level,
            name: place.name.value.clone(),
            parent: None,
            centre: place.centre,
            successors: Vec::new(),
            predecessors: Vec::new(),
            span: place.span,
        });
    }
}

/// The draft of each place, in the order of the gazetteer.
fn indexed<'d>(
    gazetteer: &Gazetteer,
    drafts: impl Iterator<Item = &'d PlaceDraft>,
) -> Vec<&'d PlaceDraft> {
    let mut kept = gazetteer.places.iter().map(|place| place.span).peekable();
    drafts
        .filter(|draft| kept.next_if_eq(&draft.span).is_some())
        .collect()
}

fn find_parents(gazetteer: &mut Gazetteer, drafts: &[&PlaceDraft], report: &mut Report) {
    for (at, draft) in drafts.iter().enumerate() {
        let place = &gazetteer.places[at];
        let edition = &gazetteer.editions[place.edition];
        match &draft.parent {
            None if place.level > 0 => report.push(draft.code.span, NoParent {}),
            None => {}
            Some(code) => {
                let found = gazetteer.find(&edition.id, &code.value);
                // A parent stands at a higher level, so that parents can never go in a circle.
                let above = found.is_none_or(|found| gazetteer.place(found).level < place.level);
                match found {
                    None => report.push(code.span, unknown_parent(gazetteer, place, &code.value)),
                    Some(found) if above => gazetteer.places[at].parent = Some(found),
                    Some(found) => {
                        let finding = ParentNotAbove {
                            parent: gazetteer.place(found).name.clone(),
                        };
                        let first = gazetteer.place(found).span;
                        let diagnostic = Diagnostic::new(code.span, finding);
                        report.add(diagnostic.with(
                            first,
                            "nơi được ghi là cấp trên",
                            "the place named as parent",
                        ));
                    }
                }
            }
        }
    }
}

fn unknown_parent(gazetteer: &Gazetteer, place: &Place, code: &str) -> UnknownPlace {
    let above = gazetteer
        .places
        .iter()
        .filter(|p| p.edition == place.edition && p.level < place.level);
    let near = crate::parse::near::near(code, above.map(|p| &*p.key.code));
    crate::scheme::Unknown::new(code, near)
}

fn find_children(gazetteer: &mut Gazetteer) {
    let mut children = vec![Vec::new(); gazetteer.places.len()];
    for (at, place) in gazetteer.places.iter().enumerate() {
        if let Some(parent) = place.parent {
            children[parent.at()].push(PlaceIdx::new(at));
        }
    }
    for siblings in &mut children {
        siblings.sort_by(|a, b| {
            let (a, b) = (gazetteer.place(*a), gazetteer.place(*b));
            collate::compare(&a.name, &b.name).then_with(|| a.key.cmp(&b.key))
        });
    }
    gazetteer.children = children;
}
