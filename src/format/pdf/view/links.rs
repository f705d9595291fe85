//! Where the links of a text lead on paper: to another page of the same file, else to a full address.

use std::collections::BTreeSet;

use crate::{
    check::Article,
    diag::Lang,
    markdown::Resolve,
    model::SchemeIdx,
    plan::{SitePlan, Target, Volume},
    scheme::anchor,
};

/// Resolves the links of one text. A link within the file begins with `#`: the name of a chapter, then the anchor.
pub(super) struct Links<'l> {
    pub plan: &'l SitePlan<'l>,
    pub volume: &'l Volume,
    /// The places there are in the file.
    pub anchors: &'l BTreeSet<String>,
    pub article: &'l Article,
    pub lang: Lang,
}

impl Links<'_> {
    fn full(&self, path: &str) -> String {
        format!("{}{path}", self.plan.site.info.base_url)
    }
}

impl Resolve for Links<'_> {
    fn link(&self, target: &str) -> Option<String> {
        let (found, at) = self.plan.links.resolve(self.article, target)?;
        if let Target::Page(subject) = found
            && let Some(name) = self.volume.names.get(&subject)
        {
            let place = match at {
                Some(at) => format!("{name}#{at}"),
                None => name.clone(),
            };
            if self.anchors.contains(&place) {
                return Some(format!("#{place}"));
            }
        }
        let path = self.plan.target(self.article, target, self.lang)?;
        Some(self.full(&path))
    }

    fn clause(&self, scheme: SchemeIdx, clause: &str) -> Option<String> {
        let page = crate::plan::Subject::Rules(scheme);
        let (page, _) = self.plan.page(page, self.lang)?;
        Some(self.full(&format!("{page}#{}", anchor(clause))))
    }

    /// An image is named as it lies in the site folder, where print sources find it.
    fn image(&self, target: &str) -> Option<String> {
        let (Target::File(at), _) = self.plan.links.resolve(self.article, target)? else {
            return None;
        };
        Some(format!("/{}", self.plan.files.get(at)?))
    }
}
