//! What every page of one language shares, made once from the plan: settings, navigation, words, titles of offices.
//!
//! Pure: made from the plan and the theme alone, so that any page may be the first to need it.

use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::{Map, Value};

use super::{
    Theme,
    key::Key,
    words::{Words, capital},
};
use crate::{
    diag::Lang,
    model::{OfficeIdx, SchemeIdx, date},
    plan::{SitePlan, Subject},
    scheme::anchor,
};

/// Shared by all pages of a language.
#[derive(Debug)]
pub(super) struct Shared {
    /// `site` in templates.
    pub site: Value,
    /// `asset` in templates: path by name.
    pub asset: Value,
    /// Office titles by scheme, office, edition and kind, with the kind filled in and a capital.
    offices: FxHashMap<(SchemeIdx, OfficeIdx, usize, usize), Box<str>>,
    /// Path of a clause on the rules page.
    clauses: Vec<FxHashMap<Box<str>, Box<str>>>,
    /// Stems below which some page has this extension, as paths.
    empty: Box<str>,
}

#[derive(Serialize)]
struct Site<'a> {
    title: &'a str,
    summary: &'a str,
    sample: bool,
    as_of: String,
    publisher: &'a str,
    strip_call: String,
    emergency: Vec<Emergency<'a>>,
    home: String,
    search: Option<String>,
    nav: Vec<Item>,
    foot: Vec<Item>,
}

#[derive(Serialize)]
struct Emergency<'a> {
    number: String,
    uri: String,
    title: &'a str,
}

/// A section of the site.
#[derive(Serialize)]
struct Item {
    id: &'static str,
    label: String,
    path: String,
}

impl Shared {
    /// Gathers what the pages of a language share.
    pub(super) fn gather(plan: &SitePlan, theme: &Theme, lang: Lang) -> Self {
        let words = theme.words(lang);
        let asset: Map = theme
            .assets()
            .iter()
            .map(|asset| (asset.name.to_string().into(), Value::from(&*asset.path)))
            .collect();
        Shared {
            site: Value::from_serializable(&site(plan, words, lang)),
            asset: Value::from(asset),
            offices: offices(plan, lang),
            clauses: clauses(plan, lang),
            empty: "".into(),
        }
    }

    /// The title of an office for a kind of place, as a label.
    pub(super) fn office(
        &self,
        scheme: SchemeIdx,
        office: OfficeIdx,
        edition: usize,
        kind: usize,
    ) -> &str {
        self.offices
            .get(&(scheme, office, edition, kind))
            .unwrap_or(&self.empty)
    }

    /// The path of a clause on the rules page, with its anchor.
    pub(super) fn clause(&self, scheme: SchemeIdx, clause: &str) -> Option<&str> {
        self.clauses[scheme.at()].get(clause).map(|path| &**path)
    }
}

fn site<'a>(plan: &'a SitePlan, words: &Words, lang: Lang) -> Site<'a> {
    let info = &plan.site.info;
    let emergency: Vec<Emergency> = info
        .emergency
        .iter()
        .map(|entry| Emergency {
            number: entry.number.show(),
            uri: entry.number.uri(),
            title: entry.title.get(lang),
        })
        .collect();
    let first = emergency.first().map_or("", |entry| &*entry.number);
    let sections = sections(plan, words, lang);
    let (nav, foot) = sections;
    Site {
        title: info.title.get(lang),
        summary: info.summary.as_ref().map_or("", |text| text.get(lang)),
        sample: info.sample,
        as_of: words.fill(Key::AsOf, &[("date", &date::show(plan.site.as_of, lang))]),
        publisher: info.publisher.name.get(lang),
        strip_call: words.fill(Key::StripCall, &[("number", first)]),
        emergency,
        home: page(plan, Subject::Home, lang).unwrap_or_default(),
        search: collected(plan, "tim", lang),
        nav,
        foot,
    }
}

/// The main sections for the top of the page, and all of them for its foot.
fn sections(plan: &SitePlan, words: &Words, lang: Lang) -> (Vec<Item>, Vec<Item>) {
    let scheme = plan.site.scheme;
    let listed = [
        ("places", Key::NavPlaces, Subject::Places, true),
        ("books", Key::NavBooks, Subject::Books, true),
        ("campaign", Key::NavCampaign, Subject::Campaign, true),
        (
            "progress",
            Key::NavProgress,
            Subject::Progress(scheme),
            true,
        ),
        ("duties", Key::NavDuties, Subject::Duties(scheme), false),
        ("rules", Key::NavRules, Subject::Rules(scheme), false),
        ("schemes", Key::NavSchemes, Subject::Schemes, false),
    ];
    let (mut nav, mut foot) = (Vec::new(), Vec::new());
    let item = |id, label: &str, path: &str| Item {
        id,
        label: label.to_owned(),
        path: path.to_owned(),
    };
    for (id, key, subject, main) in listed {
        let Some(path) = page(plan, subject, lang) else {
            continue;
        };
        let label = words.get(key);
        if main {
            nav.push(item(id, label, &path));
        }
        foot.push(item(id, label, &path));
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
    for (stem, key) in [("tu-ngu", Key::NavGlossary), ("du-lieu", Key::NavData)] {
        if let Some(path) = collected(plan, stem, lang) {
            foot.push(item("page", words.get(key), &path));
        }
    }
    (nav, foot)
}

/// The path of a page that is planned in this language.
fn page(plan: &SitePlan, subject: Subject, lang: Lang) -> Option<String> {
    if !plan.languages(subject).contains(&lang) {
        return None;
    }
    plan.addresses.path(subject, lang, "html")
}

/// The path of a page that another format makes at a fixed address, when the plan has it.
fn collected(plan: &SitePlan, stem: &str, lang: Lang) -> Option<String> {
    let main = plan.site.info.languages.first().copied();
    let path = match main {
        Some(main) if main != lang => format!("{}/{stem}.html", lang.tag()),
        _ => format!("{stem}.html"),
    };
    has(plan, &path).then_some(path)
}

/// Whether something is planned at a path.
pub(super) fn has(plan: &SitePlan, path: &str) -> bool {
    plan.outputs
        .binary_search_by(|output| (*output.path).cmp(path))
        .is_ok()
}

fn offices(
    plan: &SitePlan,
    lang: Lang,
) -> FxHashMap<(SchemeIdx, OfficeIdx, usize, usize), Box<str>> {
    let site = plan.site;
    let mut titles = FxHashMap::default();
    for (at, scheme) in site.schemes.all.iter().enumerate() {
        for office in (0..scheme.offices.len()).map(OfficeIdx::new) {
            for (edition, geography) in site.gazetteer.editions.iter().enumerate() {
                for (kind, place) in geography.kinds.iter().enumerate() {
                    let title = capital(scheme.office_title(office, place).get(lang));
                    titles.insert((SchemeIdx::new(at), office, edition, kind), title.into());
                }
            }
        }
    }
    titles
}

fn clauses(plan: &SitePlan, lang: Lang) -> Vec<FxHashMap<Box<str>, Box<str>>> {
    let schemes = plan.site.schemes.all.iter().enumerate();
    schemes
        .map(|(at, scheme)| {
            let page = page(plan, Subject::Rules(SchemeIdx::new(at)), lang).unwrap_or_default();
            let path = |clause: &str| format!("{page}#{}", anchor(clause)).into();
            scheme
                .clauses
                .iter()
                .map(|clause| (clause.id.value.clone(), path(&clause.id)))
                .collect()
        })
        .collect()
}
