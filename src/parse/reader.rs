//! One file being read: its text, where its spans lie, what may be quoted of it, and what was found in it.
//!
//! Decides which findings can be trusted after a syntax error; knows nothing of keys.

use std::{cell::RefCell, ops::Range};

use rustc_hash::FxHashMap;

use super::{
    draft::Word,
    findings::{Duplicate, Quoted},
};
use crate::diag::{Diagnostic, FileId, Finding, Report, Span};

/// Whether values of a file may be quoted in findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Secrecy {
    /// They may.
    Open,
    /// Never: the file is private.
    Private,
}

/// What can be believed of a file that has syntax errors.
#[derive(Debug)]
pub(super) struct Trust {
    /// Values already reported; nothing more is said of them.
    pub flawed: Vec<Range<usize>>,
    /// From this byte on the reader may have misunderstood; `usize::MAX` when all is sound.
    pub until: usize,
}

impl Default for Trust {
    fn default() -> Self {
        Trust {
            flawed: Vec::new(),
            until: usize::MAX,
        }
    }
}

/// One file, or the front matter of one.
pub(super) struct Reader<'s> {
    /// The file.
    pub file: FileId,
    /// The TOML.
    text: &'s str,
    /// Where the TOML begins in the file.
    base: usize,
    secrecy: Secrecy,
    trust: Trust,
    report: RefCell<Report>,
    /// Keys asked for, of all open tables: each table has its own stretch at the end. One list for the whole file saves
    /// an allocation per table, and there are hundreds of thousands of them.
    asked: RefCell<Vec<&'static str>>,
}

impl<'s> Reader<'s> {
    /// A reader of `text`, which begins `base` bytes into the file.
    pub fn new(file: FileId, text: &'s str, base: usize, secrecy: Secrecy) -> Self {
        Reader {
            file,
            text,
            base,
            secrecy,
            trust: Trust::default(),
            report: RefCell::default(),
            asked: RefCell::default(),
        }
    }

    /// From now on believes only so much.
    pub fn doubt(&mut self, trust: Trust) {
        self.trust = trust;
    }

    /// All that was found.
    pub fn into_report(self) -> Report {
        self.report.into_inner()
    }

    /// How many keys open tables have asked for: where the stretch of a new table begins.
    pub fn asked_so_far(&self) -> usize {
        self.asked.borrow().len()
    }

    /// Remembers that a key was asked for by the table whose stretch is the last.
    pub fn ask(&self, key: &'static str) {
        self.asked.borrow_mut().push(key);
    }

    /// The stretch of the table that begins at `from`, without repetition.
    pub fn asked_since(&self, from: usize) -> Vec<&'static str> {
        let mut once = Vec::new();
        for key in &self.asked.borrow()[from..] {
            if !once.contains(key) {
                once.push(*key);
            }
        }
        once
    }

    /// Forgets the stretch of a table that is done.
    pub fn forget_asked(&self, from: usize) {
        self.asked.borrow_mut().truncate(from);
    }

    /// The place of a range of the TOML.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.base..range.end + self.base)
    }

    /// All of the TOML.
    pub const fn text(&self) -> &'s str {
        self.text
    }

    /// A piece of the TOML as written.
    pub fn raw(&self, range: Range<usize>) -> &'s str {
        self.text.get(range).unwrap_or_default()
    }

    /// Whether the file is private.
    pub fn is_private(&self) -> bool {
        self.secrecy == Secrecy::Private
    }

    /// A piece of the file for a finding, withheld when the file is private.
    pub fn quote(&self, text: &str) -> Quoted {
        match self.secrecy {
            Secrecy::Open => Quoted::shown(text),
            Secrecy::Private => Quoted::withheld(),
        }
    }

    /// A suggestion made of the file's own words, which a private file must not give.
    pub fn suggest(&self, text: impl FnOnce() -> String) -> Option<String> {
        (self.secrecy == Secrecy::Open).then(text)
    }

    /// Reports a finding about a value or key that stands in the file.
    pub fn note(&self, at: Range<usize>, finding: impl Finding + 'static) {
        if self.believes(&at) {
            self.add(Diagnostic::new(self.span(at), finding));
        }
    }

    /// Reports that something is not there. After a syntax error it may well be, unread.
    pub fn note_absent(&self, at: Span, finding: impl Finding + 'static) {
        if self.trust.until == usize::MAX {
            self.add(Diagnostic::new(at, finding));
        }
    }

    /// Reports a diagnostic whatever the state of the file.
    pub fn add(&self, diagnostic: Diagnostic) {
        self.report.borrow_mut().add(diagnostic);
    }

    /// Reports a finding that needs another place to be understood, with the label of that place in both languages.
    pub fn note_with(
        &self,
        at: Span,
        finding: impl Finding + 'static,
        other: Span,
        label: (&'static str, &'static str),
    ) {
        let within = |byte: u32| (byte as usize).saturating_sub(self.base);
        if self.believes(&(within(at.start)..within(at.end))) {
            self.add(Diagnostic::new(at, finding).with(other, label.0, label.1));
        }
    }

    /// Reports words that stand twice where each may stand once.
    pub fn unique<'w>(&self, words: impl IntoIterator<Item = &'w Word>) {
        let mut first: FxHashMap<&str, Span> = FxHashMap::default();
        for word in words {
            let earlier = *first.entry(&word.value).or_insert(word.span);
            if earlier != word.span {
                let what = self.quote(&word.value);
                let label = ("dùng lần đầu ở đây", "first used here");
                self.note_with(word.span, Duplicate { what }, earlier, label);
            }
        }
    }

    fn believes(&self, at: &Range<usize>) -> bool {
        // The TOML reader puts what it could not read at all at 0..0.
        let lost = at.end == 0 && self.trust.until != usize::MAX;
        !lost
            && at.start < self.trust.until
            && !self
                .trust
                .flawed
                .iter()
                .any(|flaw| at.start <= flaw.end && flaw.start <= at.end)
    }
}
