//! Markdown: reads a source once for its headings, links, citations and values, and makes it a tree, which pages and books
//! are written from.
//!
//! Resolves no addresses: links are given to a resolver that the plan provides.

mod abbr;
mod blocks;
mod boxes;
mod events;
mod figure;
mod findings;
mod form;
mod html;
mod labels;
mod lint;
mod notes;
mod outline;
mod sanitise;
mod spelling;
mod style;
mod targets;
#[cfg(test)]
mod tests;
mod text;
pub mod tree;
mod types;
mod values;
mod words;

pub use findings::FINDINGS;
pub use html::{Medium, Resolve, render, write};
pub use labels::Labels;
pub use style::Style;
pub use text::text;
pub use tree::{Tree, read};
pub use types::{Cite, Heading, HtmlPolicy, Link, Prepared};

use crate::{check::Article, diag::Report, scheme::Schemes};

/// Reads a source: what the plan needs to know of it, and everything that is wrong with it.
pub fn prepare(
    article: &Article,
    schemes: &Schemes,
    style: &Style,
    html: HtmlPolicy,
    report: &mut Report,
) -> Prepared {
    let events = events::read(article, schemes);
    let mut prepared = Prepared {
        headings: outline::headings(article, &events, schemes),
        ..Prepared::default()
    };
    targets::gather(article, &events, &mut prepared, report);
    values::check(article, &events, schemes, &mut prepared, report);
    lint::check(article, &events, &prepared, html, report);
    let speller = spelling::Speller {
        article,
        scheme: schemes.get(article.scheme),
        style,
    };
    speller.check(&events, report);
    prepared
}
