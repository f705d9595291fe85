//! The frame of every page: title, description, languages, breadcrumb.

use serde::Serialize;
use tera::Value;

use super::ctx::{Anchor, Ctx};
use crate::{
    diag::Lang,
    format::html::{fragments::Section, key::Key, shared::has},
    plan::Subject,
};

/// `p` in templates.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Frame<'a> {
    /// Language tag.
    pub lang: &'static str,
    /// Title of the document, without the site's.
    pub title: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// The page's one lasting address.
    pub canonical: String,
    /// The full address of its social card, where it has one.
    pub card: Option<String>,
    /// The same page in all its languages, itself included; empty when there is only one.
    pub alternates: Vec<Alternate>,
    /// The same page in the other languages.
    pub switch: Vec<Switch<'a>>,
    /// What leads to the output folder.
    pub top: String,
    /// The feed of the section, where it has one.
    pub feed: Option<String>,
    /// The section of the site it belongs to.
    pub section: &'static str,
    /// The header, rendered.
    pub header: Value,
    /// The footer, rendered.
    pub footer: Value,
    /// The pages above, outermost first.
    pub crumbs: Value,
    /// The emergency strip, rendered, where it stands on the page.
    pub strip: Value,
}

/// A translation, for machines.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Alternate {
    lang: &'static str,
    url: String,
}

/// A translation, for people.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Switch<'a> {
    lang: &'static str,
    label: &'a str,
    href: String,
}

/// Whether a page shows people to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format::html) enum Strip {
    /// The emergency strip stands on it.
    Shown,
    /// It has none.
    None,
}

impl<'a> Frame<'a> {
    /// The frame of the page being rendered.
    pub(super) fn new(
        ctx: &Ctx<'a>,
        section: Section,
        strip: Strip,
        title: String,
        description: String,
    ) -> Self {
        let base = &ctx.site.info.base_url;
        let mut frame = Frame {
            lang: ctx.lang.tag(),
            title,
            description,
            canonical: format!("{base}{}", ctx.output.path),
            card: ctx.card(),
            alternates: Vec::new(),
            switch: Vec::new(),
            top: ctx.top(),
            feed: feed(ctx, section),
            section: section.id(),
            header: ctx.shared.fragments.header(ctx.depth, section),
            footer: ctx.shared.fragments.footer(ctx.depth),
            crumbs: Value::from(Vec::<Value>::new()),
            strip: match strip {
                Strip::Shown => ctx.shared.fragments.strip(),
                Strip::None => Value::none(),
            },
        };
        frame.translate(ctx);
        frame
    }

    /// The same frame with the pages above, outermost first. Those without a page are left out.
    pub(super) fn below(
        mut self,
        ctx: &Ctx<'a>,
        above: impl IntoIterator<Item = (&'a str, Subject)>,
    ) -> Self {
        let link = |(label, subject)| Some(Anchor::new(label, ctx.link(subject)?));
        let crumbs: Vec<Anchor> = above.into_iter().filter_map(link).collect();
        self.crumbs = Value::from_serializable(&crumbs);
        self
    }

    /// The same frame with these links to the pages above.
    pub(super) fn under(mut self, above: &[Anchor]) -> Self {
        self.crumbs = Value::from_serializable(above);
        self
    }

    fn translate(&mut self, ctx: &Ctx<'a>) {
        let languages = ctx.plan.languages(ctx.output.subject);
        let others = ctx.site.info.languages.iter().filter(|l| **l != ctx.lang);
        for lang in others {
            if languages.contains(lang)
                && let Some(path) = translated(ctx, *lang)
            {
                let url = format!("{}{path}", ctx.site.info.base_url);
                self.alternates.push(Alternate {
                    lang: lang.tag(),
                    url,
                });
                self.switch.push(Switch::new(ctx, *lang, &path));
            } else if let Some((path, found)) = ctx.plan.page(Subject::Home, *lang)
                && found == *lang
            {
                self.switch.push(Switch::new(ctx, *lang, &path));
            }
        }
        if !self.alternates.is_empty() {
            let url = self.canonical.clone();
            self.alternates.push(Alternate {
                lang: ctx.lang.tag(),
                url,
            });
        }
    }
}

impl<'a> Switch<'a> {
    fn new(ctx: &Ctx<'a>, lang: Lang, path: &str) -> Self {
        let label = ctx.words.get(lang.pick(Key::LangVi, Key::LangEn));
        Switch {
            lang: lang.tag(),
            label,
            href: ctx.to(path),
        }
    }
}

/// The feed of the campaign in the page's language, where one is planned.
fn feed(ctx: &Ctx, section: Section) -> Option<String> {
    if section != Section::Campaign {
        return None;
    }
    let path = ctx.plan.feed(ctx.lang)?;
    has(ctx.plan, &path).then(|| ctx.to(&path))
}

fn translated(ctx: &Ctx, lang: Lang) -> Option<String> {
    ctx.plan.addresses.path(ctx.output.subject, lang, "html")
}
