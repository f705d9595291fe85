//! Sources to draft: reads every file's TOML or front matter and reports all that is wrong with it.
//!
//! Never fails and resolves no references; that is the check stage's work.

pub mod draft;
pub mod near;

mod addresses;
mod article;
mod cx;
mod document;
mod findings;
mod places;
mod policy;
mod private;
mod progress;
mod roster;
mod scheme;
mod seats;
mod site;
mod syntax;
mod table;
#[cfg(test)]
mod tests;

pub use draft::Draft;
pub use findings::FINDINGS;

use rayon::prelude::*;

use crate::{
    diag::{FileId, Report},
    source::{SourceFile, SourceKind, Sources},
};

/// One file's part of the draft.
enum Part {
    Site(Option<draft::SiteDraft>),
    Edition(Option<draft::EditionDraft>),
    Scheme(Option<Box<draft::SchemeDraft>>),
    Roster(draft::RosterDraft),
    Private(draft::PrivateDraft),
    Policy(draft::PolicyDraft),
    Rollout(Option<draft::RolloutDraft>),
    Agencies(Vec<draft::AgencyDraft>),
    Lock(draft::LockDraft),
    Moved(Vec<draft::MovedDraft>),
    Article(Option<draft::ArticleDraft>),
    Nothing,
}

/// Reads all sources. The draft is as complete as the files allow; the report says what is wrong with them.
pub fn parse(sources: &Sources) -> (Draft, Report) {
    let parts: Vec<(Part, Report)> = sources
        .files
        .par_iter()
        .enumerate()
        .map(|(at, file)| part(FileId(u32::try_from(at).unwrap_or(u32::MAX)), file))
        .collect();
    let mut draft = Draft::default();
    let mut report = Report::default();
    for (part, found) in parts {
        report.merge(found);
        put(&mut draft, part);
    }
    (draft, report)
}

fn part(id: FileId, file: &SourceFile) -> (Part, Report) {
    let text = &*file.text;
    match file.kind {
        SourceKind::Site => document::read(id, text, |table| Part::Site(site::site(table))),
        SourceKind::Places => {
            document::read(id, text, |table| Part::Edition(places::edition(table)))
        }
        SourceKind::Scheme => document::read(id, text, |table| {
            Part::Scheme(scheme::scheme(table).map(Box::new))
        }),
        SourceKind::Roster => document::read(id, text, |table| Part::Roster(roster::roster(table))),
        SourceKind::Private => {
            document::read(id, text, |table| Part::Private(private::private(table)))
        }
        SourceKind::Policy => document::read(id, text, |table| Part::Policy(policy::policy(table))),
        SourceKind::Rollout => {
            document::read(id, text, |table| Part::Rollout(progress::rollout(table)))
        }
        SourceKind::Agencies => {
            document::read(id, text, |table| Part::Agencies(progress::agencies(table)))
        }
        SourceKind::Lock => document::read(id, text, |table| Part::Lock(addresses::lock(table))),
        SourceKind::Moved => document::read(id, text, |table| Part::Moved(addresses::moved(table))),
        SourceKind::Article => {
            let (article, report) = article::article(id, file);
            (Part::Article(article), report)
        }
        SourceKind::Template | SourceKind::Words | SourceKind::Stray => {
            (Part::Nothing, Report::default())
        }
    }
}

fn put(draft: &mut Draft, part: Part) {
    match part {
        Part::Site(site) => draft.site = site,
        Part::Edition(edition) => draft.editions.extend(edition),
        Part::Scheme(scheme) => draft.schemes.extend(scheme.map(|scheme| *scheme)),
        Part::Roster(roster) => draft.rosters.push(roster),
        Part::Private(private) => draft.private.push(private),
        Part::Policy(policy) => draft.policy = policy,
        Part::Rollout(rollout) => draft.rollout = rollout,
        Part::Agencies(agencies) => draft.agencies = agencies,
        Part::Lock(lock) => draft.lock = lock,
        Part::Moved(moved) => draft.moved = moved,
        Part::Article(article) => draft.articles.extend(article),
        Part::Nothing => {}
    }
}
