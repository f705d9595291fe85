//! Findings and faults: what the program says about its input, and how it says it.
//!
//! The lowest layer: it knows spans, severities and languages, and nothing of rosters, schemes or pages.
//! A finding is about the content (many, spanned, two languages); a fault is about the machine (one, with a path).

mod fault;
mod finding;
mod lang;
mod report;
mod span;

pub mod show;

pub use fault::Fault;
pub use finding::{Entry, Finding, Severity};
pub use lang::Lang;
pub use report::{Diagnostic, Report};
pub use span::{FileId, SourceMap, Sp, Span};

pub(crate) use finding::{finding, findings};
