//! The words of a source without its form, for search: what a reader reads, with values filled in.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    events::{cited, read},
    values::plain,
};
use crate::{check::Article, scheme::Schemes};

/// The text of a source. Blocks end in a line break.
pub fn text(article: &Article, schemes: &Schemes) -> String {
    let mut text = String::with_capacity(article.body.len());
    let mut is_cited = false;
    for (event, _) in read(article, schemes) {
        match event {
            Event::Start(tag @ Tag::Link { .. }) => is_cited = cited(&tag).is_some(),
            Event::End(TagEnd::Link) => is_cited = false,
            // A clause is a number on a chip, no word of the text.
            Event::Text(_) if is_cited => {}
            Event::Text(words) => {
                text.push_str(&plain(schemes, article.scheme, &words, article.lang));
            }
            Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            ) => text.push('\n'),
            _ => {}
        }
    }
    text
}
