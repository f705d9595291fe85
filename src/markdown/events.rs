//! A source as events with their places, citations already told from plain brackets.

use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TextMergeWithOffset,
};

use crate::{check::Article, diag::Span, scheme::Schemes};

/// An event and where it stands in the Markdown.
pub(super) type Ev<'a> = (Event<'a>, Range<usize>);

/// How the destination of a citation begins.
const CITED: &str = "clause:";

/// Reads a source.
pub(super) fn read<'a>(article: &'a Article, schemes: &Schemes) -> Vec<Ev<'a>> {
    let scheme = schemes.get(article.scheme);
    let mut cited = |link: BrokenLink<'_>| -> Option<(CowStr<'a>, CowStr<'a>)> {
        let word = link.reference.trim();
        let known = scheme.clause(word).is_some();
        (known || is_like_a_clause(word))
            .then(|| (format!("{CITED}{word}").into(), CowStr::Borrowed("")))
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST;
    let parser = Parser::new_with_broken_link_callback(&article.body, options, Some(&mut cited));
    TextMergeWithOffset::new(parser.into_offset_iter())
        .map(|(event, range)| (mailbox(event), range))
        .collect()
}

/// The clause a link cites, when it is a citation.
pub(super) fn cited<'e>(tag: &'e Tag) -> Option<&'e str> {
    match tag {
        Tag::Link {
            link_type,
            dest_url,
            ..
        } if is_unknown(*link_type) => dest_url.strip_prefix(CITED),
        _ => None,
    }
}

/// A range of the Markdown as a place in the file. The line breaks that end a block are not part of it.
pub(super) fn span(article: &Article, range: &Range<usize>) -> Span {
    let text = article.body.get(range.clone()).unwrap_or_default();
    let end = match text.trim_end() {
        "" => range.end,
        words => range.start + words.len(),
    };
    Span::new(
        article.file,
        range.start + article.body_at..end + article.body_at,
    )
}

/// `<ai@o.vn>` names a mailbox without its scheme.
fn mailbox(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Link {
            link_type: LinkType::Email,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type: LinkType::Email,
            dest_url: format!("mailto:{dest_url}").into(),
            title,
            id,
        }),
        other => other,
    }
}

/// Whether a word in brackets is meant as a clause: a capital letter, digits, and points in between.
fn is_like_a_clause(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| c.is_ascii_uppercase())
        && chars.next().is_some_and(|c| c.is_ascii_digit())
        && word.contains('.')
        && word.chars().all(|c| c.is_alphanumeric() || c == '.')
}

fn is_unknown(kind: LinkType) -> bool {
    matches!(
        kind,
        LinkType::ShortcutUnknown | LinkType::CollapsedUnknown | LinkType::ReferenceUnknown
    )
}
