//! Makes the tree of a source from its events: flow first, then the notes in their order.

use std::collections::BTreeMap;

use super::{
    super::{
        Heading, HtmlPolicy, Labels, Prepared, Resolve, abbr::Abbreviations, events, notes::Notes,
        targets,
    },
    Note, Tree,
};
use crate::{
    check::Article,
    scheme::{Scheme, Schemes},
};

/// The text of a source as a tree. `resolve` says where its links lead.
pub fn read(
    article: &Article,
    prepared: &Prepared,
    schemes: &Schemes,
    policy: HtmlPolicy,
    resolve: &dyn Resolve,
    labels: &Labels,
) -> Tree {
    let (events, notes) = Notes::take(events::read(article, schemes));
    let mut builder = Builder {
        article,
        schemes,
        scheme: schemes.get(article.scheme),
        policy,
        resolve,
        labels,
        headings: &prepared.headings,
        notes,
        marks: BTreeMap::new(),
        abbreviations: Abbreviations::of(schemes.get(article.scheme), article.lang),
        outline: [0; 5],
        depth: 0,
        titles: 0,
        links: 0,
    };
    let blocks = builder.blocks(&events);
    let notes = builder.notes.in_order();
    let mut notes: Vec<Note> = notes
        .into_iter()
        .map(|note| Note {
            number: note.number,
            marks: 0,
            blocks: builder.blocks(&note.events),
        })
        .collect();
    for note in &mut notes {
        note.marks = builder.marks.get(&note.number).copied().unwrap_or_default();
    }
    Tree { blocks, notes }
}

/// A tree being made.
pub(super) struct Builder<'a, 'p> {
    pub(super) article: &'a Article,
    pub(super) schemes: &'p Schemes,
    pub(super) scheme: &'p Scheme,
    pub(super) policy: HtmlPolicy,
    pub(super) resolve: &'p dyn Resolve,
    pub(super) labels: &'p Labels,
    headings: &'p [Heading],
    pub(super) notes: Notes<'a>,
    marks: BTreeMap<usize, usize>,
    pub(super) abbreviations: Abbreviations<'p>,
    /// How many headings of levels 2 to 6 stand before here, each below the one above it.
    outline: [usize; 5],
    /// How many elements the place being read stands in, and how many titles and links among them.
    pub(super) depth: usize,
    pub(super) titles: usize,
    pub(super) links: usize,
}

impl Builder<'_, '_> {
    /// The anchor of the heading that begins here. Notes come last, so headings are not asked for in order.
    pub(super) fn anchor(&self, start: usize) -> Option<String> {
        let start = start + self.article.body_at;
        let at = self
            .headings
            .binary_search_by_key(&start, |heading| heading.span.start as usize)
            .ok()?;
        Some(self.headings[at].id.to_string())
    }

    /// The place of the next heading of a level in the outline.
    pub(super) fn number(&mut self, level: usize) -> Vec<usize> {
        let here = level.saturating_sub(1).min(self.outline.len());
        if let Some(last) = here.checked_sub(1) {
            self.outline[last] += 1;
        }
        self.outline[here..].fill(0);
        self.outline[..here].to_vec()
    }

    /// Counts a mark of a note: the first has the number 1.
    pub(super) fn mark(&mut self, number: usize) -> usize {
        let marks = self.marks.entry(number).or_default();
        *marks += 1;
        *marks
    }

    /// Where a target leads. What is refused or dead leads nowhere: it has been reported as an error.
    pub(super) fn resolved(
        &self,
        target: &str,
        inside: impl Fn(&dyn Resolve, &str) -> Option<String>,
    ) -> String {
        match targets::kind(target) {
            targets::Kind::External => target.to_owned(),
            targets::Kind::Internal => {
                inside(self.resolve, target).unwrap_or_else(|| "#".to_owned())
            }
            targets::Kind::Absolute | targets::Kind::Refused => "#".to_owned(),
        }
    }
}
