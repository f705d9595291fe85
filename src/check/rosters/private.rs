//! Attaches private values to the people they belong to. Never quotes a value.

use ecow::EcoString;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::{
    diag::{Diagnostic, Report, Span},
    parse::{
        draft::{PrivateDraft, PrivatePersonDraft, Word},
        near::near,
    },
};

use super::{
    super::{
        Frame, PrivateFacts, Roster,
        findings::{PrivateTwice, PrivateWithoutPerson, PrivateWithoutRoster},
    },
    place,
};

/// Attaches the entries of all private files, roster by roster in parallel.
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
    let mut entries: Vec<Vec<PrivatePersonDraft>> = Vec::new();
    entries.resize_with(rosters.len(), Vec::new);
    for draft in drafts {
        let Some(reference) = &draft.place else {
            continue; // reported when it was read
        };
        let Some(place) = place(reference, frame, report) else {
            continue;
        };
        match by_place.get(&place) {
            Some(at) => entries[*at].extend(draft.people),
            None => report.push(reference.span, PrivateWithoutRoster {}),
        }
    }
    let found: Vec<Report> = entries
        .into_par_iter()
        .zip(rosters)
        .map(|(entries, roster)| give(entries, roster))
        .collect();
    found.into_iter().for_each(|found| report.merge(found));
}

fn give(entries: Vec<PrivatePersonDraft>, roster: &mut Roster) -> Report {
    let mut report = Report::default();
    let people = roster.people.iter().enumerate();
    // Of two people with one id, which is reported, the first counts.
    let people: FxHashMap<EcoString, usize> = people
        .rev()
        .map(|(at, person)| (person.id.clone(), at))
        .collect();
    let mut first: FxHashMap<usize, Span> = FxHashMap::default();
    for entry in entries {
        let Some(&at) = people.get(&entry.id.value) else {
            report.push(entry.id.span, without_person(&entry.id, roster));
            continue;
        };
        if let Some(first) = first.get(&at) {
            let twice = Diagnostic::new(entry.id.span, PrivateTwice {});
            report.add(twice.with(*first, "mục thứ nhất", "the first entry"));
            continue;
        }
        first.insert(at, entry.id.span);
        roster.people[at].private = Some(Box::new(PrivateFacts {
            born: entry.born,
            resident: entry.resident,
            texts: entry.texts,
        }));
    }
    report
}

fn without_person(id: &Word, roster: &Roster) -> PrivateWithoutPerson {
    let near = near(&id.value, roster.people.iter().map(|person| &*person.id));
    PrivateWithoutPerson {
        near: near.map(Into::into),
    }
}
