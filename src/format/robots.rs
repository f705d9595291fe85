//! `robots.txt`: everything may be read; the sitemap is named.

use crate::plan::{Collector, Sink, SitePlan, StagedFile};

/// Makes `robots.txt`.
#[derive(Clone, Copy, Debug)]
pub struct Robots;

impl Collector for Robots {
    fn id(&self) -> &'static str {
        "robots"
    }

    fn collect(&self, plan: &SitePlan, _: &[StagedFile], sink: &dyn Sink) {
        let site = &plan.site.info;
        // Sample data must not be taken for real by a search engine.
        let rule = if site.sample {
            "Disallow: /"
        } else {
            "Allow: /"
        };
        let text = format!(
            "User-agent: *\n{rule}\n\nSitemap: {}sitemap.xml\n",
            site.base_url
        );
        sink.put("robots.txt", text.as_bytes());
    }
}
