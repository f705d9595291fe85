//! Blank forms as Word files: every chapter that is a form (`form = true`), to be filled in on a machine or changed.
//!
//! Plain WordprocessingML, made from the tree of the text, with Word's own styles. As on paper, boxes and notes are left
//! out. All text goes through one escape.

mod blanks;
mod blocks;
mod inlines;
mod parts;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::{
    check::Article,
    diag::{Diagnostic, Lang},
    markdown::{self, HtmlPolicy, Labels, Resolve, Tree},
    model::{ArticleIdx, SchemeIdx, date},
    plan::{Archive, Format, Inside, Output, SitePlan, Spec, Subject},
    publish::{Media, Surface},
    scheme::anchor,
};
use blocks::Writer;
use parts::Frame;

/// What forms say besides their writers, in one language. Words with holes keep them.
#[derive(Debug, Clone)]
pub struct Words {
    /// What articles say besides their writer.
    pub labels: Labels,
    /// What marks a site of invented people.
    pub sample: String,
    /// That the rules have been replaced.
    pub replaced: String,
    /// Since a `{date}`.
    pub since: String,
    /// The `{title}` of the decision, and its `{clauses}`.
    pub source: String,
    /// The word for a page, before its number.
    pub page: String,
}

/// The format of forms.
#[derive(Debug)]
pub struct Docx {
    words: [Words; 2],
}

impl Docx {
    /// Forms with these words, in the order of [`Lang::ALL`].
    pub const fn new(words: [Words; 2]) -> Self {
        Docx { words }
    }
}

impl Format for Docx {
    fn spec(&self) -> Spec {
        Spec {
            id: "docx",
            media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            extension: "docx",
            surface: Surface::Export,
            media: None,
        }
    }

    fn plan(&self, plan: &SitePlan, subjects: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let is_form = |(subject, lang): &(Subject, Lang)| {
            source(plan, *subject, *lang).is_some_and(|at| plan.site.articles[at.at()].form)
        };
        subjects.iter().copied().filter(is_form).collect()
    }

    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        inside: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        let Some(at) = source(plan, output.subject, output.lang) else {
            return Ok(());
        };
        let words = &self.words[output.lang as usize];
        let article = &plan.site.articles[at.at()];
        let tree = tree(plan, output, at, words);
        let mut writer = Writer::default();
        writer.document(&article.title, article.summary().unwrap_or_default(), &tree);
        let frame = Frame {
            lang: output.lang,
            day: plan.site.as_of,
            title: &article.title,
            publisher: plan.site.info.publisher.name.get(output.lang),
            head: head(plan, words, output.lang),
            foot: foot(plan, at, words, output.lang),
            page: &words.page,
        };
        // A word may be cut into runs, which no reader of markup could put together again.
        inside.push(Media::Text, parts::words(&writer.body).as_bytes());
        let mut archive = Archive::new(plan.site.as_of, inside);
        for (name, text) in parts::parts(&frame, writer) {
            archive.text(name, Media::Markup, &text);
        }
        archive.finish(out)
    }
}

/// The source of a chapter in a language.
fn source(plan: &SitePlan, subject: Subject, lang: Lang) -> Option<ArticleIdx> {
    match subject {
        Subject::Article(main) => plan.library.work_of(main).source(lang),
        _ => None,
    }
}

fn tree(plan: &SitePlan, output: &Output, at: ArticleIdx, words: &Words) -> Tree {
    let article = &plan.site.articles[at.at()];
    let links = Links {
        plan,
        article,
        lang: output.lang,
    };
    let policy = if plan.site.info.html {
        HtmlPolicy::Sanitise
    } else {
        HtmlPolicy::Escape
    };
    let prepared = &plan.prepared[at.at()];
    markdown::read(
        article,
        prepared,
        &plan.site.schemes,
        policy,
        &links,
        &words.labels,
    )
}

/// What stands at the head of every sheet: whose it is, and that its people are invented where they are.
fn head(plan: &SitePlan, words: &Words, lang: Lang) -> String {
    let info = &plan.site.info;
    let title = info.title.get(lang);
    if info.sample {
        format!("{title}. {}", words.sample)
    } else {
        title.to_owned()
    }
}

/// What stands at its foot: what it rests on, and what has replaced that.
fn foot(plan: &SitePlan, at: ArticleIdx, words: &Words, lang: Lang) -> String {
    let article = &plan.site.articles[at.at()];
    let scheme = plan.site.schemes.get(article.scheme);
    let mut seen = BTreeSet::new();
    let cites = plan.prepared[at.at()].cites.iter();
    let own = cites.filter(|cite| cite.scheme == article.scheme);
    let clauses: Vec<&str> = own
        .map(|cite| &**cite.clause)
        .filter(|clause| seen.insert(*clause))
        .collect();
    let source = words.source.replace("{title}", scheme.short.get(lang));
    let mut foot = source.replace("{clauses}", &clauses.join(", "));
    if clauses.is_empty() {
        foot = scheme.short.get(lang).to_owned();
    }
    if let Some(by) = &scheme.superseded_by {
        let since = words.since.replace("{date}", &date::show(by.from, lang));
        foot = format!(
            "{foot}. {}: {}, {since}",
            words.replaced,
            by.title.get(lang)
        );
    }
    foot
}

/// Links of a file that lies anywhere: full addresses.
struct Links<'l> {
    plan: &'l SitePlan<'l>,
    article: &'l Article,
    lang: Lang,
}

impl Resolve for Links<'_> {
    fn link(&self, target: &str) -> Option<String> {
        let path = self.plan.target(self.article, target, self.lang)?;
        Some(format!("{}{path}", self.plan.site.info.base_url))
    }

    fn clause(&self, scheme: SchemeIdx, clause: &str) -> Option<String> {
        let (page, _) = self.plan.page(Subject::Rules(scheme), self.lang)?;
        let base = &self.plan.site.info.base_url;
        Some(format!("{base}{page}#{}", anchor(clause)))
    }
}
