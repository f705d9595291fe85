//! `sitemap.xml`: every page with its language versions, as sitemaps.org describes it.

use std::fmt::Write as _;

use crate::{
    diag::Lang,
    model::xml::escape,
    plan::{Collector, Output, Sink, SitePlan, StagedFile, Subject},
};

/// URLs one sitemap may hold (sitemaps.org).
const MOST: usize = 50_000;

/// Makes `sitemap.xml`, and an index of several when the site is large.
#[derive(Clone, Copy, Debug)]
pub struct Sitemap;

impl Collector for Sitemap {
    fn id(&self) -> &'static str {
        "sitemap"
    }

    fn collect(&self, plan: &SitePlan, _: &[StagedFile], sink: &dyn Sink) {
        let pages: Vec<&Output> = plan
            .outputs
            .iter()
            .filter(|output| is_page(output))
            .collect();
        if pages.len() <= MOST {
            sink.put("sitemap.xml", urls(plan, &pages).as_bytes());
            return;
        }
        let mut index = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for (at, pages) in (1..).zip(pages.chunks(MOST)) {
            let path = format!("sitemap-{at}.xml");
            sink.put(&path, urls(plan, pages).as_bytes());
            let _ = writeln!(
                index,
                "<sitemap><loc>{}</loc></sitemap>",
                address(plan, &path)
            );
        }
        index.push_str("</sitemapindex>\n");
        sink.put("sitemap.xml", index.as_bytes());
    }
}

fn is_page(output: &Output) -> bool {
    output.is_page()
        && !matches!(
            output.subject,
            Subject::Saved | Subject::NotFound | Subject::Moved(_)
        )
}

fn urls(plan: &SitePlan, pages: &[&Output]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        let _ = write!(xml, "<url><loc>{}</loc>", address(plan, &page.path));
        let languages = plan.languages(page.subject);
        if languages.len() > 1 {
            for lang in languages {
                alternate(plan, page, lang, &mut xml);
            }
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn alternate(plan: &SitePlan, page: &Output, lang: Lang, xml: &mut String) {
    if let Some(path) = plan.addresses.path(page.subject, lang, "html") {
        let (tag, href) = (lang.tag(), address(plan, &path));
        let _ = write!(
            xml,
            "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>"
        );
    }
}

/// The full address, escaped for XML. Paths are made of letters that need no percent signs.
fn address(plan: &SitePlan, path: &str) -> String {
    escape(&format!("{}{path}", plan.site.info.base_url))
}
