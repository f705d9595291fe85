//! One file while it is read: its text, and the findings so far.

use std::{cell::RefCell, ops::Range};

use super::findings::{Empty, HiddenCharacter, Spaces};
use crate::{
    diag::{Diagnostic, FileId, Finding, Report, Sp, Span},
    model::fold::{is_hidden, nfc},
};

/// A file while it is read.
pub(super) struct Cx<'s> {
    /// Its id.
    pub file: FileId,
    text: &'s str,
    /// Where the TOML begins in the file (after the opening line of front matter).
    offset: usize,
    report: RefCell<Report>,
}

impl<'s> Cx<'s> {
    /// Starts on a file.
    pub(super) fn new(file: FileId, text: &'s str, offset: usize) -> Self {
        Cx {
            file,
            text,
            offset,
            report: RefCell::default(),
        }
    }

    /// The findings.
    pub(super) fn finish(self) -> Report {
        self.report.into_inner()
    }

    /// A range of the TOML as a place in the file.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(
            self.file,
            range.start + self.offset..range.end + self.offset,
        )
    }

    /// Adds a finding.
    pub(super) fn push(&self, at: Span, finding: impl Finding + 'static) {
        self.report.borrow_mut().push(at, finding);
    }

    /// Adds a diagnostic.
    pub(super) fn add(&self, diagnostic: Diagnostic) {
        self.report.borrow_mut().add(diagnostic);
    }

    /// A string that will be shown: NFC, without hidden characters, trimmed. Empty ones are reported and are `None`.
    pub(super) fn shown(&self, value: &str, span: Span) -> Option<Sp<Box<str>>> {
        let value = nfc(value);
        if let Some((at, hidden)) = value.char_indices().find(|(_, c)| is_hidden(*c)) {
            self.push(
                self.inside(span, &value, at, hidden.len_utf8()),
                HiddenCharacter {
                    code: hidden as u32,
                },
            );
            return None;
        }
        let trimmed = value.trim();
        if trimmed.is_empty() {
            self.push(span, Empty {});
            return None;
        }
        if trimmed.len() != value.len() || trimmed.contains("  ") {
            self.push(span, Spaces {});
            let clean: Vec<&str> = trimmed.split(' ').filter(|part| !part.is_empty()).collect();
            return Some(Sp::new(clean.join(" ").into(), span));
        }
        Some(Sp::new(trimmed.into(), span))
    }

    /// The place of some bytes of a string value, when it is written without escapes; else the whole value.
    pub(super) fn inside(&self, span: Span, value: &str, at: usize, len: usize) -> Span {
        let raw = self
            .text
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default();
        match raw.find(value) {
            Some(start) => {
                let from = span.start as usize + start + at;
                Span::new(self.file, from..from + len)
            }
            None => span,
        }
    }
}
