//! Rosters: every reference of a roster file is resolved or reported, file by file in parallel.
//!
//! Says nothing about whether the people are the right ones; that is for the rules.

mod bodies;
mod local;
mod people;
mod private;
mod units;

use rayon::prelude::*;

use crate::{
    diag::{Diagnostic, FileId, Report, Sp},
    model::PlaceIdx,
    parse::{
        self,
        draft::{OfficeDraft, PlaceRef, PrivateDraft, RosterDraft, Term},
    },
    scheme::{
        find_edition, find_place,
        findings::{DatesReversed, Noun},
        no_duplicates,
    },
    source::Sources,
};

use self::local::Local;
use super::{
    Frame, Office, Roster,
    findings::{NotRosterLevel, OtherEdition, PlaceTwice},
    places::reading_order,
};

/// Reads and resolves all rosters, one by one on each thread, and puts them in the order of their places.
pub(super) fn resolve(
    drafts: Vec<FileId>,
    sources: &Sources,
    private: Vec<PrivateDraft>,
    frame: &Frame,
    report: &mut Report,
) -> Vec<Roster> {
    let resolved: Vec<(Option<Roster>, Report)> = drafts
        .into_par_iter()
        .map(|file| {
            let (draft, mut report) = parse::roster(sources, file);
            let roster = draft.and_then(|draft| roster(draft, frame, &mut report));
            (roster, report)
        })
        .collect();
    let mut rosters = Vec::with_capacity(resolved.len());
    for (roster, found) in resolved {
        report.merge(found);
        rosters.extend(roster);
    }
    let order = reading_order(frame.gazetteer);
    rosters.sort_by_key(|roster| (order[roster.place.at()], roster.file));
    let mut rosters = one_per_place(rosters, frame, report);
    private::attach(private, &mut rosters, frame, report);
    rosters
}

/// The place of a reference; reported when there is none.
pub(super) fn place(reference: &PlaceRef, frame: &Frame, report: &mut Report) -> Option<PlaceIdx> {
    let edition = find_edition(frame.gazetteer, &reference.edition, report)?;
    find_place(frame.gazetteer, edition, &reference.code, report)
}

fn roster(draft: RosterDraft, frame: &Frame, report: &mut Report) -> Option<Roster> {
    let reference = draft.place.as_ref()?;
    let at = reference.span;
    let place = roster_place(reference, frame, report)?;
    let local = Local::new(&draft, place, frame, report)?;
    no_duplicates(
        Noun::Person,
        draft.people.iter().map(|person| &person.id),
        report,
    );
    no_duplicates(
        Noun::Decision,
        draft.decisions.iter().map(|decision| &decision.id),
        report,
    );
    no_duplicates(
        Noun::Village,
        draft.units.iter().map(|unit| &unit.id),
        report,
    );
    no_duplicates(
        Noun::Body,
        draft.bodies.iter().filter_map(|body| body.id.as_ref()),
        report,
    );
    let decisions = bodies::decisions(draft.decisions, &draft.bodies, &local, report);
    Some(Roster {
        file: draft.file,
        at,
        place,
        scheme: local.scheme,
        verified: draft.verified,
        office: office(draft.office),
        people: people::people(draft.people, &local, report),
        decisions,
        units: units::units(draft.units, &local, report),
        bodies: bodies::bodies(draft.bodies, &local, report),
    })
}

fn roster_place(reference: &PlaceRef, frame: &Frame, report: &mut Report) -> Option<PlaceIdx> {
    let found = place(reference, frame, report)?;
    let gazetteer = frame.gazetteer;
    let edition = gazetteer.edition_of(found);
    let name = &gazetteer.place(found).name;
    if gazetteer.place(found).level != edition.roster_level {
        let level = edition.levels[edition.roster_level].title.clone();
        report.push(
            reference.code.span,
            NotRosterLevel {
                place: name.clone(),
                level,
            },
        );
        return None;
    }
    if let Some(site) = frame.edition
        && gazetteer.place(found).edition != site
    {
        let site = gazetteer.editions[site].id.clone();
        report.push(
            reference.edition.span,
            OtherEdition {
                place: name.clone(),
                site,
            },
        );
    }
    Some(found)
}

fn office(draft: OfficeDraft) -> Office {
    Office {
        span: draft.span,
        address: draft.address,
        phone: draft.phone,
        police_duty: draft.police_duty,
        email: draft.email,
        hours: draft.hours,
    }
}

fn one_per_place(rosters: Vec<Roster>, frame: &Frame, report: &mut Report) -> Vec<Roster> {
    let mut kept: Vec<Roster> = Vec::with_capacity(rosters.len());
    for roster in rosters {
        match kept.last() {
            Some(first) if first.place == roster.place => {
                let place = frame.gazetteer.place(roster.place).name.clone();
                let twice = Diagnostic::new(roster.at, PlaceTwice { place });
                report.add(twice.with(first.at, "danh sách thứ nhất", "the first roster"));
            }
            _ => kept.push(roster),
        }
    }
    kept
}

/// Reports a term that ends before it begins.
fn check_term(term: Option<&Term>, report: &mut Report) {
    if let Some(Term {
        from,
        until: Some(Sp { value: until, span }),
    }) = term
        && until < from
    {
        report.push(*span, DatesReversed {});
    }
}
