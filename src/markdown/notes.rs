//! Footnotes: taken out of the flow, numbered by first use, given out in that order.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Ev;

/// Footnotes of a source.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    texts: BTreeMap<String, Vec<Ev<'a>>>,
    numbers: BTreeMap<String, usize>,
}

/// A footnote that is printed.
#[derive(Debug)]
pub(super) struct Note<'a> {
    /// As the writer calls it.
    pub name: String,
    /// As the reader sees it.
    pub number: usize,
    /// What it says.
    pub events: Vec<Ev<'a>>,
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
        notes.number_inner();
        (flow, notes)
    }

    /// Notes that only other notes refer to come after those of the text.
    fn number_inner(&mut self) {
        let mut queue: Vec<String> = self.in_order().into_iter().map(|note| note.name).collect();
        let mut at = 0;
        while let Some(name) = queue.get(at) {
            let events = self.texts.get(name).map(Vec::as_slice).unwrap_or_default();
            let inner = events.iter().filter_map(|(event, _)| match event {
                Event::FootnoteReference(name) => Some(name.to_string()),
                _ => None,
            });
            for name in inner.collect::<Vec<_>>() {
                if !self.numbers.contains_key(&name) {
                    self.numbers.insert(name.clone(), self.numbers.len() + 1);
                    queue.push(name);
                }
            }
            at += 1;
        }
    }

    /// The number of a note; `None` when nothing defines it.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.texts
            .contains_key(name)
            .then(|| self.numbers.get(name).copied())
            .flatten()
    }

    /// The notes in order.
    pub(super) fn in_order(&self) -> Vec<Note<'a>> {
        let mut all: Vec<Note> = self
            .numbers
            .iter()
            .filter_map(|(name, number)| {
                Some(Note {
                    name: name.clone(),
                    number: *number,
                    events: self.texts.get(name)?.clone(),
                })
            })
            .collect();
        all.sort_by_key(|note| note.number);
        all
    }
}
