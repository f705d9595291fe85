//! The settings that go through the gate as they are.

use super::SiteInfo;
use crate::{diag::Lang, parse::draft::SiteDraft};

impl SiteInfo {
    /// The main language: the one without a folder of its own.
    pub fn main(&self) -> Lang {
        self.languages.first().copied().unwrap_or_default()
    }
}

/// What may be said of the site itself.
pub(super) fn info(site: SiteDraft) -> SiteInfo {
    SiteInfo {
        title: site.title,
        summary: site.summary,
        base_url: site.base_url.value,
        languages: site.languages,
        sample: site.sample,
        theme: site.theme.value,
        publisher: site.publisher,
        emergency: site.emergency,
        html: site.html,
    }
}
