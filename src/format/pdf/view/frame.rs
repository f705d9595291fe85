//! What stands on every sheet, whatever it shows.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::{press, words::Words};
use crate::{
    diag::Lang,
    model::{SchemeIdx, date},
    plan::{Output, SitePlan, Subject},
};

/// What stands on every sheet.
#[derive(Debug, Serialize)]
pub(super) struct Frame<'a> {
    /// Language tag.
    pub lang: &'static str,
    /// Title of the document.
    pub title: String,
    /// The site.
    pub site: &'a str,
    /// Who answers for it.
    pub publisher: &'a str,
    /// Year, month and day everything is told for.
    pub day: [u32; 3],
    /// The same in words.
    pub as_of: String,
    /// That its people are invented, where they are.
    pub sample: Option<String>,
    /// The same in two words.
    pub sample_short: &'a str,
    /// What has replaced the rules it rests on.
    pub replaced: Vec<Replaced<'a>>,
    /// Where the latest edition is.
    pub address: String,
    /// Words that print sources say themselves.
    pub w: &'a BTreeMap<String, String>,
}

/// A scheme that has been replaced.
#[derive(Debug, Serialize)]
pub(super) struct Replaced<'a> {
    pub title: &'a str,
    /// The same, shorter.
    pub short: &'a str,
    pub old: &'a str,
    pub new: &'a str,
    pub since: String,
    pub notice: &'a str,
}

impl<'a> Frame<'a> {
    /// The frame of an output, whose page for screens is the address of `page`.
    pub(super) fn new(
        plan: &'a SitePlan,
        output: &Output,
        words: &'a Words,
        title: String,
        page: Subject,
        schemes: &[SchemeIdx],
    ) -> Self {
        let (site, lang) = (plan.site, output.lang);
        let page = plan.page(page, lang).map(|(path, _)| path);
        Frame {
            lang: lang.tag(),
            title,
            site: site.info.title.get(lang),
            publisher: site.info.publisher.name.get(lang),
            day: press::day(site.as_of),
            as_of: words.fill("as_of", &[("date", &date::show(site.as_of, lang))]),
            sample: site
                .info
                .sample
                .then(|| format!("{} {}", words.get("sample_title"), words.get("sample_text"))),
            sample_short: words.get("card_sample"),
            replaced: schemes
                .iter()
                .filter_map(|at| replaced(plan, *at, words, lang))
                .collect(),
            address: format!("{}{}", site.info.base_url, page.unwrap_or_default()),
            w: &words.printed,
        }
    }
}

fn replaced<'a>(
    plan: &'a SitePlan,
    at: SchemeIdx,
    words: &'a Words,
    lang: Lang,
) -> Option<Replaced<'a>> {
    let scheme = plan.site.schemes.get(at);
    let by = scheme.superseded_by.as_ref()?;
    Some(Replaced {
        title: words.get("replaced_title"),
        short: words.get("replaced_short"),
        old: scheme.short.get(lang),
        new: by.title.get(lang),
        since: words.fill("since", &[("date", &date::show(by.from, lang))]),
        notice: by.notice.get(lang),
    })
}
