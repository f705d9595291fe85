//! The frame of every page: title, description, languages, breadcrumb.

use chrono::NaiveDate;
use ecow::EcoString;
use serde::Serialize;
use tera::Value;

use super::ctx::{Anchor, Ctx};
use crate::{
    check::Article,
    diag::Lang,
    format::html::{
        fragments::Section,
        key::Key,
        linked::{self, About},
        shared::has,
    },
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
    /// The page of the commune whose roster this is a page of: the browser keeps such pages together.
    pub commune: Option<String>,
    /// What the browser has kept, linked from pages it may keep.
    pub saved: Option<String>,
    /// The feed of the section, where it has one.
    pub feed: Option<String>,
    /// The section of the site it belongs to.
    pub section: &'static str,
    /// The header, rendered.
    pub header: Value,
    /// The footer, rendered.
    pub footer: Value,
    /// The style sheet, the scripts and the icon, rendered.
    pub assets: Value,
    /// The pages above, outermost first.
    pub crumbs: Value,
    /// By when what stands on it is to be checked again; empty where nothing is.
    pub again: &'a str,
    /// The emergency strip, rendered, where it stands on the page.
    pub strip: Value,
    /// The language as link previews write it.
    pub locale: &'static str,
    /// What it is to link previews: an article or a page of the site.
    pub kind: &'static str,
    /// The day an article was posted; empty on other pages.
    pub published: String,
    /// The day it was last changed.
    pub modified: String,
    /// What the page is, for machines.
    pub linked: Value,
    /// What it is about, as the members of an object of linked data.
    #[serde(skip)]
    pub about: String,
    /// The pages above, as steps of linked data.
    #[serde(skip)]
    pub trail: EcoString,
}

/// A translation, for machines.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Alternate {
    lang: &'static str,
    locale: &'static str,
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
            commune: None,
            saved: match section {
                Section::Places | Section::Books => ctx.link(Subject::Saved),
                _ => None,
            },
            feed: feed(ctx, section),
            section: section.id(),
            header: ctx.shared.fragments.header(ctx.depth, section),
            footer: ctx.shared.fragments.footer(ctx.depth),
            assets: ctx.shared.fragments.assets(ctx.depth),
            crumbs: Value::from(Vec::<Value>::new()),
            again: "",
            strip: match strip {
                Strip::Shown => ctx.shared.fragments.strip(),
                Strip::None => Value::none(),
            },
            locale: locale(ctx.lang),
            kind: "website",
            published: String::new(),
            modified: String::new(),
            linked: Value::none(),
            about: String::new(),
            trail: EcoString::new(),
        };
        frame.translate(ctx);
        frame
    }

    /// The same frame with the pages above, outermost first. Those without a page are left out.
    pub(super) fn below(
        self,
        ctx: &Ctx<'a>,
        above: impl IntoIterator<Item = (&'a str, Subject)>,
    ) -> Self {
        let link = |(label, subject)| Some(Anchor::new(label, ctx.link(subject)?));
        let crumbs: Vec<Anchor> = above.into_iter().filter_map(link).collect();
        self.under(ctx, &crumbs)
    }

    /// The same frame with these links to the pages above.
    pub(super) fn under(mut self, ctx: &Ctx, above: &[Anchor]) -> Self {
        self.crumbs = Value::from_serializable(above);
        self.trail = trail(ctx, above);
        self
    }

    /// The same frame of an article: who tells it, and its days.
    pub(super) fn telling(
        mut self,
        ctx: &Ctx,
        article: &Article,
        posted: Option<NaiveDate>,
    ) -> Self {
        let iso = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        self.kind = "article";
        self.published = iso(posted);
        self.modified = iso(article.updated().filter(|day| Some(*day) != posted));
        self.about = linked::article(&About {
            title: &article.title,
            summary: article.summary().unwrap_or_default(),
            address: &self.canonical,
            lang: self.lang,
            published: &self.published,
            modified: &self.modified,
            byline: article.story.byline.as_deref(),
            publisher: ctx.text(&ctx.site.info.publisher.name),
            site: &ctx.site.info.base_url,
        });
        self
    }

    /// Writes what the page is for machines, once all is known of it.
    pub(super) fn link_up(&mut self) {
        let mut trail = self.trail.to_string();
        if !trail.is_empty() {
            let position = trail.matches("\"position\":").count() + 1;
            linked::step(position, &self.title, &self.canonical, &mut trail);
        }
        let block = linked::block(&self.about, &trail);
        if !block.is_empty() {
            self.linked = Value::safe_string(&block);
        }
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
                    locale: locale(*lang),
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
                locale: locale(ctx.lang),
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

/// Links to the pages above as steps of linked data, with full addresses.
pub(super) fn trail(ctx: &Ctx, above: &[Anchor]) -> EcoString {
    let mut trail = String::new();
    for (position, crumb) in (1..).zip(above) {
        let address = absolute(&ctx.site.info.base_url, &ctx.output.path, &crumb.href);
        linked::step(position, &crumb.label, &address, &mut trail);
    }
    trail.into()
}

/// The full address of a link as seen from an output.
fn absolute(base: &str, from: &str, href: &str) -> String {
    if href.starts_with(base) {
        return href.to_owned();
    }
    let mut folder = from.rfind('/').map_or("", |at| &from[..at]);
    let mut rest = href;
    while let Some(up) = rest.strip_prefix("../") {
        rest = up;
        folder = folder.rfind('/').map_or("", |at| &folder[..at]);
    }
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{base}{folder}{slash}{rest}")
}

/// A language as link previews write it.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi_VN",
        Lang::En => "en_US",
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

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn a_link_has_one_full_address_wherever_it_is_seen_from() {
        let base = "https://a.example/";
        let full = |from, href| absolute(base, from, href);
        assert_eq!(full("index.html", "b.html"), "https://a.example/b.html");
        assert_eq!(
            full("b/c/d.html", "../../b.html"),
            "https://a.example/b.html"
        );
        assert_eq!(
            full("b/c/d.html", "../c.html"),
            "https://a.example/b/c.html"
        );
        assert_eq!(full("b/c.html", "c/d.html"), "https://a.example/b/c/d.html");
        assert_eq!(
            full("404.html", "https://a.example/b.html"),
            "https://a.example/b.html"
        );
    }
}
