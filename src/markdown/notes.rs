//! Footnotes: taken out of the flow, numbered by first use, printed at the end with a way back.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Ev;
use crate::diag::Lang;

/// Footnotes of a source.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    texts: BTreeMap<String, Vec<Ev<'a>>>,
    numbers: BTreeMap<String, usize>,
}

impl<'a> Notes<'a> {
    /// Takes the definitions out of the events, and numbers them in the order in which they are used.
    pub(super) fn take(events: Vec<Ev<'a>>) -> (Vec<Ev<'a>>, Self) {
        let mut notes = Notes::default();
        let mut flow = Vec::with_capacity(events.len());
        let mut inside: Option<String> = None;
        for (event, range) in events {
            match (&event, &inside) {
                (Event::Start(Tag::FootnoteDefinition(name)), _) => inside = Some(name.to_string()),
                (Event::End(TagEnd::FootnoteDefinition), _) => inside = None,
                (_, Some(name)) => notes
                    .texts
                    .entry(name.clone())
                    .or_default()
                    .push((event, range)),
                _ => {
                    if let Event::FootnoteReference(name) = &event {
                        let next = notes.numbers.len() + 1;
                        notes.numbers.entry(name.to_string()).or_insert(next);
                    }
                    flow.push((event, range));
                }
            }
        }
        (flow, notes)
    }

    /// The number of a note; `None` when nothing defines it.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.texts
            .contains_key(name)
            .then(|| self.numbers.get(name).copied())
            .flatten()
    }

    /// The notes in order, with their numbers.
    pub(super) fn in_order(&self) -> Vec<(usize, Vec<Ev<'a>>)> {
        let mut all: Vec<_> = self
            .numbers
            .iter()
            .filter_map(|(name, at)| Some((*at, self.texts.get(name)?.clone())))
            .collect();
        all.sort_by_key(|(at, _)| *at);
        all
    }
}

/// The mark in the text.
pub(super) fn mark(number: usize, lang: Lang) -> String {
    let label = lang.pick("Chú thích", "Note");
    format!(
        "<sup><a id=\"fr-{number}\" href=\"#fn-{number}\" aria-label=\"{label} {number}\">{number}</a></sup>"
    )
}

/// The way back from a note.
pub(super) fn back(number: usize, lang: Lang) -> String {
    let label = lang.pick("Về chỗ chú thích", "Back to note");
    format!(" <a href=\"#fr-{number}\" aria-label=\"{label} {number}\">↩</a>")
}
