//! What is known of a Markdown source before it is rendered.

use crate::{
    diag::{Sp, Span},
    model::SchemeIdx,
};
use ecow::EcoString;

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Anchor, unique in the source.
    pub id: EcoString,
    /// Plain text.
    pub text: EcoString,
    /// Where it stands.
    pub span: Span,
}

/// A link or image to something of this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// As written: a path relative to the source, `#anchor`, or both.
    pub target: Sp<EcoString>,
    /// Whether it is an image.
    pub image: bool,
}

/// A clause that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// The scheme it belongs to.
    pub scheme: SchemeIdx,
    /// The clause, and where it is cited.
    pub clause: Sp<EcoString>,
}

/// A Markdown source, read.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Internal links, in order. External ones are not listed.
    pub links: Vec<Link>,
    /// Clauses cited, in order.
    pub cites: Vec<Cite>,
    /// Words of text, for the reading time.
    pub words: usize,
}

/// What happens to raw HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HtmlPolicy {
    /// It is shown as text.
    Escape,
    /// It is allowed, then sanitised.
    Sanitise,
}
