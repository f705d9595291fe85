//! The sections of the site in a language: the main ones for the top of every page, all of them for its foot.
//!
//! Names no section itself: their words are the theme's, their pages the plan's.

use serde::Serialize;

use super::{
    key::Key,
    shared::{has, page},
    words::Words,
};
use crate::{
    diag::Lang,
    model::SchemeIdx,
    plan::{SitePlan, Subject},
};

/// A section of the site.
#[derive(Serialize)]
pub(super) struct Item {
    id: &'static str,
    label: String,
    path: String,
}

/// A section: its id, its label, its page, and its label at the top of the page, where there is less room, when it stands
/// there.
type Listed = (&'static str, Key, Subject, Option<Key>);

fn listed(scheme: SchemeIdx) -> [Listed; 8] {
    [
        (
            "places",
            Key::NavPlaces,
            Subject::Places,
            Some(Key::NavPlaces),
        ),
        ("books", Key::NavBooks, Subject::Books, Some(Key::NavBooks)),
        (
            "campaign",
            Key::NavCampaign,
            Subject::Campaign,
            Some(Key::NavCampaignShort),
        ),
        (
            "progress",
            Key::NavProgress,
            Subject::Progress(scheme),
            Some(Key::NavProgressShort),
        ),
        ("duties", Key::NavDuties, Subject::Duties(scheme), None),
        ("rules", Key::NavRules, Subject::Rules(scheme), None),
        ("schemes", Key::NavSchemes, Subject::Schemes, None),
        ("glossary", Key::NavGlossary, Subject::Glossary, None),
    ]
}

/// The main sections for the top of the page, and all of them for its foot.
pub(super) fn sections(plan: &SitePlan, words: &Words, lang: Lang) -> (Vec<Item>, Vec<Item>) {
    let (mut nav, mut foot) = (Vec::new(), Vec::new());
    let item = |id, label: &str, path: &str| Item {
        id,
        label: label.to_owned(),
        path: path.to_owned(),
    };
    for (id, key, subject, top) in listed(plan.site.scheme) {
        let Some(path) = page(plan, subject, lang) else {
            continue;
        };
        nav.extend(top.map(|key| item(id, words.get(key), &path)));
        foot.push(item(id, words.get(key), &path));
    }
    for at in &plan.library.pages {
        let work = &plan.library.works[*at];
        let Some(source) = work.source(lang) else {
            continue;
        };
        if let Some(path) = page(plan, Subject::Article(work.main), lang) {
            foot.push(item("page", &plan.site.articles[source.at()].title, &path));
        }
    }
    if let Some(path) = collected(plan, "du-lieu", lang) {
        foot.push(item("page", words.get(Key::NavData), &path));
    }
    (nav, foot)
}

/// The path of a page that another format makes at a fixed address, when the plan has it.
fn collected(plan: &SitePlan, stem: &str, lang: Lang) -> Option<String> {
    let path = if lang == plan.site.info.main() {
        format!("{stem}.html")
    } else {
        format!("{}/{stem}.html", lang.tag())
    };
    has(plan, &path).then_some(path)
}
