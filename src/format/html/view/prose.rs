//! Markdown as HTML, with its links as seen from the page.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use super::ctx::Ctx;
use crate::model::ArticleIdx;

/// The text of a source as HTML.
pub(super) fn prose(ctx: &Ctx, at: ArticleIdx) -> String {
    let article = &ctx.site.articles[at.at()];
    let link = |target: CowStr<'_>| -> CowStr<'static> {
        let resolved = ctx.plan.link(article, &target, ctx.output);
        resolved.unwrap_or_else(|| target.to_string()).into()
    };
    let events = Parser::new_ext(&article.body, Options::ENABLE_TABLES).map(|event| match event {
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: link(dest_url),
            title,
            id,
        }),
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        other => other,
    });
    let mut out = String::with_capacity(article.body.len() * 2);
    html::push_html(&mut out, events);
    out
}
