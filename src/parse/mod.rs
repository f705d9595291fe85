//! Sources to draft: reads every file's TOML or front matter and reports all that is wrong with it.
//!
//! Never fails and resolves no references; that is the check stage's work.

mod article;
mod bodies;
mod caret;
mod dates;
pub mod draft;
mod findings;
pub mod near;
mod numbers;
mod places;
mod policy;
mod private;
mod reader;
mod roster;
mod scheme;
mod site;
mod story;
mod strings;
mod style;
mod syntax;
#[cfg(test)]
mod tests;
mod texts;
mod tree;
mod walk;

pub use draft::Draft;
pub use findings::FINDINGS;

use rayon::prelude::*;

use crate::{
    diag::{FileId, Report, Span},
    source::{SourceFile, SourceKind, Sources},
};
use draft::{
    AgencyDraft, ArticleDraft, EditionDraft, LockDraft, MovedDraft, PolicyDraft, PrivateDraft,
    RolloutDraft, RosterDraft, SchemeDraft, SiteDraft, StyleDraft,
};
use reader::{Reader, Secrecy};
use walk::Table;

/// Reads every source but the rosters, in parallel; draft and report come out in the order of the files whatever the
/// threads did.
pub fn parse(sources: &Sources) -> (Draft, Report) {
    let pieces: Vec<(Option<Piece>, Report)> = sources
        .files
        .par_iter()
        .enumerate()
        .map(|(at, file)| {
            let id = FileId(u32::try_from(at).unwrap_or(u32::MAX));
            match file.kind {
                SourceKind::Roster => (Some(Piece::Roster(id)), Report::default()),
                _ => open(sources, id, |text| read(id, file, text)),
            }
        })
        .collect();
    let mut draft = Draft::default();
    let mut report = Report::default();
    for (piece, found) in pieces {
        report.merge(found);
        if let Some(piece) = piece {
            piece.join(&mut draft);
        }
    }
    report.sort(sources);
    (draft, report)
}

/// Reads one of [`Draft::rosters`]; there is none when the file cannot be read, which is reported.
pub fn roster(sources: &Sources, id: FileId) -> (Option<RosterDraft>, Report) {
    open(sources, id, |text| {
        toml(id, Secrecy::Open, text, |table| Some(roster::roster(table)))
    })
}

/// Reads a table of style that stands in no file of the site: the one that comes with the program.
pub fn embedded_style(text: &str) -> (StyleDraft, Report) {
    let file = FileId(u32::MAX);
    match read_toml(file, SourceKind::Style, text) {
        (Some(Piece::Style(style)), report) => (style, report),
        (_, report) => (StyleDraft::default(), report),
    }
}

/// What one file says.
enum Piece {
    Site(Box<SiteDraft>),
    Edition(EditionDraft),
    Scheme(Box<SchemeDraft>),
    /// Not read yet.
    Roster(FileId),
    Private(PrivateDraft),
    Policy(PolicyDraft),
    Rollout(RolloutDraft),
    Agencies(Vec<AgencyDraft>),
    Lock(LockDraft),
    Moved(Vec<MovedDraft>),
    Style(StyleDraft),
    Article(Box<ArticleDraft>),
}

impl Piece {
    fn join(self, draft: &mut Draft) {
        match self {
            Piece::Site(site) => draft.site = Some(*site),
            Piece::Edition(edition) => draft.editions.push(edition),
            Piece::Scheme(scheme) => draft.schemes.push(*scheme),
            Piece::Roster(roster) => draft.rosters.push(roster),
            Piece::Private(private) => draft.private.push(private),
            Piece::Policy(policy) => draft.policy = policy,
            Piece::Rollout(rollout) => draft.rollout = Some(rollout),
            Piece::Agencies(agencies) => draft.agencies.extend(agencies),
            Piece::Lock(lock) => draft.lock = lock,
            Piece::Moved(moved) => draft.moved.extend(moved),
            Piece::Style(style) => draft.style = style,
            Piece::Article(article) => draft.articles.push(*article),
        }
    }
}

/// What is read of a file's text, when there is one.
fn open<T>(
    sources: &Sources,
    id: FileId,
    read: impl FnOnce(&str) -> (Option<T>, Report),
) -> (Option<T>, Report) {
    match sources.open(id) {
        Ok(text) => read(&text),
        Err(unreadable) => {
            let mut report = Report::default();
            report.add(*unreadable);
            (None, report)
        }
    }
}

fn read(id: FileId, file: &SourceFile, text: &str) -> (Option<Piece>, Report) {
    match file.kind {
        SourceKind::Article => {
            let (article, report) = article::article(id, file);
            (article.map(|draft| Piece::Article(Box::new(draft))), report)
        }
        SourceKind::Template
        | SourceKind::Words
        | SourceKind::Usage
        | SourceKind::Print
        | SourceKind::Stray => (None, Report::default()),
        _ => read_toml(id, file.kind, text),
    }
}

fn read_toml(id: FileId, kind: SourceKind, text: &str) -> (Option<Piece>, Report) {
    let secrecy = match kind {
        SourceKind::Private => Secrecy::Private,
        _ => Secrecy::Open,
    };
    toml(id, secrecy, text, |table| piece(kind, table))
}

fn toml<T>(
    id: FileId,
    secrecy: Secrecy,
    text: &str,
    read: impl FnOnce(&mut Table<'_>) -> Option<T>,
) -> (Option<T>, Report) {
    let mut reader = Reader::new(id, text, 0, secrecy);
    let tree = syntax::tree(&mut reader);
    let draft = Table::root(&reader, &tree, Span::file(id), read);
    (draft, reader.into_report())
}

fn piece(kind: SourceKind, table: &mut Table<'_>) -> Option<Piece> {
    Some(match kind {
        SourceKind::Site => Piece::Site(Box::new(site::site(table)?)),
        SourceKind::Places => Piece::Edition(places::edition(table)?),
        SourceKind::Scheme => Piece::Scheme(Box::new(scheme::scheme(table)?)),
        SourceKind::Private => Piece::Private(private::private(table)),
        SourceKind::Policy => Piece::Policy(policy::policy(table)),
        SourceKind::Rollout => Piece::Rollout(site::rollout(table)?),
        SourceKind::Agencies => Piece::Agencies(site::agencies(table)),
        SourceKind::Lock => Piece::Lock(site::lock(table)),
        SourceKind::Moved => Piece::Moved(site::moved(table)),
        SourceKind::Style => Piece::Style(style::style(table)),
        SourceKind::Article
        | SourceKind::Roster
        | SourceKind::Template
        | SourceKind::Words
        | SourceKind::Usage
        | SourceKind::Print
        | SourceKind::Stray => {
            return None;
        }
    })
}
