//! Raw HTML that a site allows, made harmless.
//!
//! The whole rendered text is sanitised rather than the author's pieces: a piece such as `<b>` is not well formed alone,
//! and an unclosed one must not swallow the page around it.

use std::borrow::Cow;

use ammonia::{Builder, UrlRelative};

use super::targets::{Kind, kind};

/// Elements our own rendering makes, beside those ammonia knows as harmless.
const OURS: [&str; 1] = ["section"];

/// Takes out everything that runs, styles or frames, and balances what is left.
pub(super) fn clean(html: &str) -> String {
    Builder::default()
        .add_tags(OURS)
        .add_generic_attributes([
            "class",
            "id",
            "lang",
            "role",
            "aria-hidden",
            "aria-label",
            "aria-labelledby",
        ])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attributes("a", ["rel"])
        .link_rel(None)
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(UrlRelative::Custom(Box::new(inside)))
        .clean(html)
        .to_string()
}

/// A relative address stays; one from the root of a host, or of another host (`//e.example`), does not.
fn inside(url: &str) -> Option<Cow<'_, str>> {
    (kind(url) == Kind::Internal).then_some(Cow::Borrowed(url))
}
