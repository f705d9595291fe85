//! Attaches private values to the people they belong to. Never quotes a value.

use rustc_hash::FxHashMap;

use crate::{
    diag::{Report, Span},
    parse::{
        draft::{PrivateDraft, PrivatePersonDraft, Word},
        near::near,
    },
    scheme::{duplicate, findings::Noun},
};

use super::{
    super::{
        Frame, PrivateFacts, Roster,
        findings::{PrivateWithoutPerson, PrivateWithoutRoster},
    },
    place,
};

/// Attaches the entries of all private files.
pub(super) fn attach(
    drafts: Vec<PrivateDraft>,
    rosters: &mut [Roster],
    frame: &Frame,
    report: &mut Report,
) {
    let places = rosters
        .iter()
        .enumerate()
        .map(|(at, roster)| (roster.place, at));
    let by_place: FxHashMap<_, usize> = places.collect();
    let mut seen: FxHashMap<(usize, Box<str>), Span> = FxHashMap::default();
    for draft in drafts {
        let Some(reference) = &draft.place else {
            continue; // reported when it was read
        };
        let Some(place) = place(reference, frame, report) else {
            continue;
        };
        let Some(at) = by_place.get(&place) else {
            report.push(reference.span, PrivateWithoutRoster {});
            continue;
        };
        for person in draft.people {
            if let Some(first) = seen.get(&(*at, person.id.value.clone())) {
                report.add(duplicate(Noun::Person, &person.id, *first));
            } else {
                seen.insert((*at, person.id.value.clone()), person.id.span);
                give(person, &mut rosters[*at], report);
            }
        }
    }
}

fn give(draft: PrivatePersonDraft, roster: &mut Roster, report: &mut Report) {
    match roster
        .people
        .iter_mut()
        .find(|person| person.id == draft.id.value)
    {
        Some(person) => {
            person.private = Some(Box::new(PrivateFacts {
                born: draft.born,
                resident: draft.resident,
                texts: draft.texts,
            }));
        }
        None => report.push(draft.id.span, without_person(&draft.id, roster)),
    }
}

fn without_person(id: &Word, roster: &Roster) -> PrivateWithoutPerson {
    let near = near(&id.value, roster.people.iter().map(|person| &*person.id));
    PrivateWithoutPerson {
        near: near.map(Into::into),
    }
}
