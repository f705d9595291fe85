//! The campaign's feed: its posts in full as Atom (RFC 4287), one feed a language.
//!
//! Every address in it is absolute, since a reader shows it anywhere. Ids are the recorded addresses of the pages.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::{
    check::Article,
    diag::{Diagnostic, Lang},
    markdown::{self, HtmlPolicy, Labels, Resolve},
    model::{ArticleIdx, SchemeIdx, date, xml::escape},
    plan::{Format, Inside, Output, SitePlan, Spec, Subject, Work},
    publish::{Media, Surface},
    scheme::anchor,
};

/// Posts in a feed: readers keep what they have seen.
const MOST: usize = 100;

/// Makes `feed.xml` beside the campaign's posts.
#[derive(Debug)]
pub struct Feed {
    /// The heading over corrections, by language.
    corrections: [String; 2],
    /// What articles say besides their writer, likewise.
    labels: [Labels; 2],
}

impl Feed {
    /// A feed that calls corrections so and articles' own labels so, by language in the order of [`Lang::ALL`].
    pub const fn new(corrections: [String; 2], labels: [Labels; 2]) -> Self {
        Feed {
            corrections,
            labels,
        }
    }
}

impl Format for Feed {
    fn spec(&self) -> Spec {
        Spec {
            id: "feed",
            media_type: "application/atom+xml",
            extension: "xml",
            surface: Surface::Page,
            media: Some(Media::Markup),
        }
    }

    fn plan(&self, plan: &SitePlan, _: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let languages = plan.site.info.languages.iter().copied();
        languages
            .filter(|lang| posts(plan, *lang).next().is_some())
            .map(|lang| (Subject::Campaign, lang))
            .collect()
    }

    fn path(&self, plan: &SitePlan, _: Subject, lang: Lang) -> Option<String> {
        plan.feed(lang)
    }

    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        _: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        let lang = output.lang;
        let mut xml = head(plan, output);
        for (work, at) in posts(plan, lang).take(MOST) {
            let post = Post {
                plan,
                lang,
                article: &plan.site.articles[at.at()],
                at,
                page: address(plan, Subject::Article(work.main), lang),
                posted: plan.site.articles[work.main.at()].date,
                labels: &self.labels[lang as usize],
            };
            post.entry(&self.corrections[lang as usize], &mut xml);
        }
        xml.push_str("</feed>\n");
        out.extend_from_slice(xml.as_bytes());
        Ok(())
    }
}

/// A post on its way into the feed.
struct Post<'a> {
    plan: &'a SitePlan<'a>,
    lang: Lang,
    article: &'a Article,
    at: ArticleIdx,
    /// The address of its page.
    page: String,
    /// The day its original was posted.
    posted: Option<NaiveDate>,
    labels: &'a Labels,
}

impl Post<'_> {
    fn entry(&self, corrections: &str, xml: &mut String) {
        let article = self.article;
        let page = escape(&self.page);
        let _ = write!(
            xml,
            "<entry>\n<title>{}</title>\n<id>{page}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
            escape(&article.title)
        );
        if let Some(day) = article.date.or(self.posted) {
            let _ = writeln!(xml, "<published>{}</published>", instant(day));
        }
        let updated = updated(self.plan, article, self.posted);
        let _ = writeln!(xml, "<updated>{}</updated>", instant(updated));
        if let Some(byline) = &article.story.byline {
            author(byline, xml);
        }
        for tag in &article.story.tags {
            let term = self.plan.library.tag(tag);
            let term = term.map_or(&**tag, |at| &*self.plan.library.tags[at].slug);
            let (term, label) = (escape(term), escape(tag));
            let _ = writeln!(xml, "<category term=\"{term}\" label=\"{label}\"/>");
        }
        if let Some(summary) = &article.summary {
            let _ = writeln!(xml, "<summary>{}</summary>", escape(summary));
        }
        let content = escape(&self.content(corrections));
        let _ = writeln!(
            xml,
            "<content type=\"html\" xml:base=\"{page}\">{content}</content>\n</entry>"
        );
    }

    /// The photo, the text and the corrections as HTML.
    fn content(&self, corrections: &str) -> String {
        let (plan, article) = (self.plan, self.article);
        let mut html = String::new();
        if let Some(photo) = &article.story.photo
            && let Some(src) = self.link(&photo.file)
        {
            let caption = photo.caption.as_deref().unwrap_or_default();
            let words = escape(format!("{caption} {}", photo.credit).trim());
            let (src, alt) = (escape(&src), escape(&photo.alt));
            let _ = writeln!(
                html,
                "<figure><img src=\"{src}\" alt=\"{alt}\"><figcaption>{words}</figcaption></figure>"
            );
        }
        let policy = if plan.site.info.html {
            HtmlPolicy::Sanitise
        } else {
            HtmlPolicy::Escape
        };
        let prepared = &plan.prepared[self.at.at()];
        let text = markdown::render(
            article,
            prepared,
            &plan.site.schemes,
            policy,
            self,
            self.labels,
        );
        // Notes and headings are linked within the page.
        let within = format!("href=\"{}#", escape(&self.page));
        html.push_str(&text.replace("href=\"#", &within));
        if !article.story.corrections.is_empty() {
            let _ = writeln!(html, "<h2>{}</h2>", escape(corrections));
        }
        for correction in &article.story.corrections {
            let day = date::show(correction.date.value, self.lang);
            let text = escape(&correction.text);
            let _ = writeln!(html, "<p><b>{day}:</b> {text}</p>");
        }
        html
    }
}

impl Resolve for Post<'_> {
    fn link(&self, target: &str) -> Option<String> {
        let path = self.plan.target(self.article, target, self.lang)?;
        Some(format!("{}{path}", self.plan.site.info.base_url))
    }

    fn clause(&self, scheme: SchemeIdx, clause: &str) -> Option<String> {
        let page = address(self.plan, Subject::Rules(scheme), self.lang);
        Some(format!("{page}#{}", anchor(clause)))
    }
}

/// The posts written in a language, latest first.
fn posts<'a>(
    plan: &'a SitePlan,
    lang: Lang,
) -> impl Iterator<Item = (&'a Work, ArticleIdx)> + use<'a> {
    let works = plan.library.posts.iter().map(|at| &plan.library.works[*at]);
    works.filter_map(move |work| Some((work, work.source(lang)?)))
}

fn head(plan: &SitePlan, output: &Output) -> String {
    let (site, lang) = (plan.site, output.lang);
    let own = escape(&format!("{}{}", site.info.base_url, output.path));
    let home = escape(&address(plan, Subject::Campaign, lang));
    let index = plan.library.campaign.map(|at| &plan.library.works[at]);
    let index = index.map(|work| &site.articles[work.source(lang).unwrap_or(work.main).at()]);
    let name = site.info.title.get(lang);
    let title = index.map_or(name.to_owned(), |index| format!("{}, {name}", *index.title));
    let latest = posts(plan, lang).take(MOST).map(|(work, at)| {
        let posted = site.articles[work.main.at()].date;
        updated(plan, &site.articles[at.at()], posted)
    });
    let latest = instant(latest.max().unwrap_or(site.as_of));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n",
        lang.tag(),
        escape(&title)
    );
    if let Some(summary) = index.and_then(|index| index.summary.as_ref()) {
        let _ = writeln!(xml, "<subtitle>{}</subtitle>", escape(summary));
    }
    let _ = writeln!(
        xml,
        "<id>{own}</id>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n<updated>{latest}</updated>"
    );
    author(site.info.publisher.name.get(lang), &mut xml);
    xml
}

fn author(name: &str, xml: &mut String) {
    let _ = writeln!(xml, "<author><name>{}</name></author>", escape(name));
}

/// The full address of a subject's page, in this language where it has one.
fn address(plan: &SitePlan, subject: Subject, lang: Lang) -> String {
    let page = plan.page(subject, lang).map(|(path, _)| path);
    format!("{}{}", plan.site.info.base_url, page.unwrap_or_default())
}

/// The day a post was last corrected or changed, else posted.
fn updated(plan: &SitePlan, article: &Article, posted: Option<NaiveDate>) -> NaiveDate {
    article.updated().max(posted).unwrap_or(plan.site.as_of)
}

/// The first moment of a day in Vietnam.
fn instant(day: NaiveDate) -> String {
    format!("{}T00:00:00+07:00", day.format("%Y-%m-%d"))
}
