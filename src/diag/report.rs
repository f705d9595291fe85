//! All findings of one run.

use super::{Finding, Severity, SourceMap, Span};

/// A finding and where it points.
#[derive(Debug)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Box<dyn Finding>,
    /// Where; `None` when it is about the site as a whole.
    pub at: Option<Span>,
    /// Other places that belong to it ("first written here"), with the label in Vietnamese and English.
    pub related: Vec<(Span, &'static str, &'static str)>,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn new(at: Span, finding: impl Finding + 'static) -> Self {
        Diagnostic {
            finding: Box::new(finding),
            at: Some(at),
            related: Vec::new(),
        }
    }

    /// A finding about the site as a whole.
    pub fn nowhere(finding: impl Finding + 'static) -> Self {
        Diagnostic {
            finding: Box::new(finding),
            at: None,
            related: Vec::new(),
        }
    }

    /// Adds another place, with its label in Vietnamese and English.
    #[must_use]
    pub fn with(mut self, at: Span, vi: &'static str, en: &'static str) -> Self {
        self.related.push((at, vi, en));
        self
    }
}

/// Findings gathered so far; never a reason to stop looking.
#[derive(Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a finding at a place.
    pub fn push(&mut self, at: Span, finding: impl Finding + 'static) {
        self.add(Diagnostic::new(at, finding));
    }

    /// Adds a diagnostic.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes over all of another report.
    pub fn merge(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Leaves out what need not be said again.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.diagnostics.retain(keep);
    }

    /// The findings, in the order of [`Report::sort`] or of adding.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many findings weigh this much.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|d| d.finding.severity() == severity)
            .count()
    }

    /// Whether anything forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|d| d.finding.severity() == Severity::Error)
    }

    /// Puts findings in reading order: by path, place and code, so that any thread count prints the same.
    pub fn sort(&mut self, sources: &dyn SourceMap) {
        self.diagnostics.sort_by_cached_key(|d| {
            let place =
                d.at.map(|s| (sources.path(s.file).to_owned(), s.start, s.end));
            (place, d.finding.code(), d.finding.words(super::Lang::En))
        });
    }
}
