//! Turns spans into places a reader can go to, and decides which lines may be quoted.
//!
//! The only file here that asks the source map; every style gets its places from it.

use std::{ops::Range, rc::Rc};

use rustc_hash::FxHashMap;

use super::{
    Audience, Options,
    position::{LineIndex, Position},
};
use crate::diag::{FileId, SourceMap, Span};

/// The text around a place, given only where it may be shown.
#[derive(Clone, Debug)]
pub struct Excerpt<'a> {
    /// The whole text of the file.
    pub text: &'a str,
    /// Its lines.
    pub index: Rc<LineIndex>,
}

/// A span, resolved.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The file.
    pub file: FileId,
    /// Its path, after the base of the options.
    pub path: String,
    /// First character.
    pub from: Position,
    /// One past the last character.
    pub to: Position,
    /// The bytes between them.
    pub bytes: Range<usize>,
    /// What may be quoted; `None` for a private file, unless the reader sits at the local terminal.
    pub excerpt: Option<Excerpt<'a>>,
}

/// Resolves spans, counting the lines of each file once.
pub struct Places<'a> {
    sources: &'a dyn SourceMap,
    base: &'a str,
    audience: Audience,
    indexes: FxHashMap<FileId, Rc<LineIndex>>,
}

impl<'a> Places<'a> {
    /// Places in these sources, for the audience of the options.
    pub fn new(sources: &'a dyn SourceMap, options: &Options<'a>) -> Self {
        Places {
            sources,
            base: options.base,
            audience: options.audience,
            indexes: FxHashMap::default(),
        }
    }

    /// Resolves one span.
    pub fn find(&mut self, span: Span) -> Place<'a> {
        let text = self.sources.text(span.file);
        let index = self
            .indexes
            .entry(span.file)
            .or_insert_with(|| Rc::new(LineIndex::new(text)));
        let bytes = index.settle(text, span.start as usize..span.end as usize);
        let hidden = self.sources.is_private(span.file) && self.audience == Audience::Elsewhere;
        Place {
            file: span.file,
            path: format!("{}{}", self.base, self.sources.path(span.file)),
            from: index.position(text, bytes.start),
            to: index.position(text, bytes.end),
            bytes,
            excerpt: (!hidden).then(|| Excerpt {
                text,
                index: Rc::clone(index),
            }),
        }
    }
}
