//! Markdown: reads a source once for its headings, links, citations and values, and renders it to HTML.
//!
//! Resolves no addresses: links are given to a resolver that the plan provides.

mod types;

pub use types::{Heading, Link, Prepared};
