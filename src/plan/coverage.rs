//! Which clauses of a scheme are written about, where, and which nothing explains.

use ecow::EcoString;
use rustc_hash::FxHashMap;

use super::{Library, findings::ClauseNotExplained};
use crate::{
    check::Article, diag::Report, markdown::Prepared, model::SchemeIdx, parse::draft::Shelf,
    publish::PublicSite,
};

/// The works of each book that cite each clause.
#[derive(Debug, Default)]
pub struct Coverage {
    readers: FxHashMap<(SchemeIdx, EcoString), Vec<Readers>>,
}

/// The chapters of a book that cite a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readers {
    /// Index into the library's books.
    pub book: u16,
    /// Works, in reading order.
    pub chapters: Vec<usize>,
}

impl Coverage {
    /// Gathers who cites what in the handbooks, in reading order.
    pub(super) fn gather(library: &Library, prepared: &[Prepared]) -> Self {
        let mut coverage = Coverage::default();
        for (at, book) in (0..).zip(&library.books) {
            for &chapter in &book.chapters {
                let sources = library.works[chapter].sources.iter().flatten();
                for cite in sources.flat_map(|source| &prepared[source.at()].cites) {
                    let key = (cite.scheme, cite.clause.value.clone());
                    note(coverage.readers.entry(key).or_default(), at, chapter);
                }
            }
        }
        coverage
    }

    /// The chapters that cite a clause, book by book.
    pub fn readers(&self, scheme: SchemeIdx, clause: &EcoString) -> &[Readers] {
        self.readers
            .get(&(scheme, clause.clone()))
            .map_or(&[], Vec::as_slice)
    }

    /// Reports every clause that nothing cites, of the schemes that handbooks are written about.
    pub(super) fn check(site: &PublicSite, prepared: &[Prepared], report: &mut Report) {
        for (at, scheme) in site.schemes.all.iter().enumerate() {
            let at = SchemeIdx::new(at);
            let about = |(article, read): (&Article, &Prepared)| {
                article.scheme == at
                    && matches!(article.shelf, Shelf::Chapter(_))
                    && read.cites.iter().any(|cite| cite.scheme == at)
            };
            if !site.articles.iter().zip(prepared).any(about) {
                continue;
            }
            let cites = prepared.iter().flat_map(|read| &read.cites);
            let cited: rustc_hash::FxHashSet<&str> = cites
                .filter(|cite| cite.scheme == at)
                .map(|cite| &**cite.clause)
                .collect();
            for clause in &scheme.clauses {
                if !cited.contains(&**clause.id) {
                    let clause_id = clause.id.to_string();
                    report.push(
                        clause.id.span,
                        ClauseNotExplained {
                            clause: clause_id,
                            title: clause.title.clone(),
                        },
                    );
                }
            }
        }
    }
}

fn note(readers: &mut Vec<Readers>, book: u16, chapter: usize) {
    match readers.last_mut().filter(|last| last.book == book) {
        Some(last) if last.chapters.last() == Some(&chapter) => {}
        Some(last) => last.chapters.push(chapter),
        None => readers.push(Readers {
            book,
            chapters: vec![chapter],
        }),
    }
}
