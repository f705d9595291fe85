//! Markdown as HTML, with its links as seen from the page.

use super::ctx::Ctx;
use crate::{
    check::Article,
    markdown::{self, HtmlPolicy, Resolve},
    model::{ArticleIdx, SchemeIdx},
    plan::{Subject, relative},
    scheme::anchor,
};

/// The text of a source as HTML.
pub(super) fn prose(ctx: &Ctx, at: ArticleIdx) -> String {
    let article = &ctx.site.articles[at.at()];
    let policy = if ctx.site.info.html {
        HtmlPolicy::Sanitise
    } else {
        HtmlPolicy::Escape
    };
    let links = Links { ctx, article };
    markdown::render(
        article,
        &ctx.plan.prepared[at.at()],
        &ctx.site.schemes,
        policy,
        &links,
        ctx.words.labels(),
    )
}

struct Links<'l> {
    ctx: &'l Ctx<'l>,
    article: &'l Article,
}

impl Resolve for Links<'_> {
    fn link(&self, target: &str) -> Option<String> {
        self.ctx.plan.link(self.article, target, self.ctx.output)
    }

    fn clause(&self, scheme: SchemeIdx, clause: &str) -> Option<String> {
        let (page, _) = self.ctx.plan.page(Subject::Rules(scheme), self.ctx.lang)?;
        Some(format!(
            "{}#{}",
            relative(&self.ctx.output.path, &page),
            anchor(clause)
        ))
    }
}
