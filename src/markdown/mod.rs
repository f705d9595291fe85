//! Markdown: reads a source once for its headings, links, citations and values, and renders it to HTML.
//!
//! Resolves no addresses: links are given to a resolver that the plan provides.

mod types;

pub use types::{Heading, HtmlPolicy, Link, Prepared};

use crate::{check::Article, diag::Report, scheme::Schemes};

/// Reads a source.
pub fn prepare(
    _article: &Article,
    _schemes: &Schemes,
    _html: HtmlPolicy,
    _report: &mut Report,
) -> Prepared {
    Prepared::default()
}
