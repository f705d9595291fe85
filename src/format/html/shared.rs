//! What every page of one language shares, made once from the plan: settings, navigation, words, titles of offices.
//!
//! Pure: made from the plan and the theme alone, so that any page may be the first to need it.

use ecow::EcoString;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::{Map, Value};

use super::{
    Theme,
    fragments::Fragments,
    key::Key,
    sections::{Item, sections},
    view::{Binding, Kin},
    words::{Words, capital, within},
};
use crate::{
    diag::Lang,
    model::{OfficeIdx, PlaceIdx, RosterIdx, SchemeIdx, date},
    plan::{Output, SitePlan, Subject},
    scheme::anchor,
};

/// Shared by all pages of a language.
#[derive(Debug)]
pub(super) struct Shared {
    /// `site` in templates.
    pub site: Value,
    /// The path of the logo, where the theme has one.
    pub logo: Option<EcoString>,
    /// Header, footer and the like, rendered once for each depth.
    pub fragments: Fragments,
    /// Office titles by scheme, office, edition and kind, with the kind filled in and a capital.
    offices: FxHashMap<(SchemeIdx, OfficeIdx, usize, usize), EcoString>,
    /// Clauses of each scheme as links, by depth.
    chips: Vec<FxHashMap<EcoString, Vec<Value>>>,
    /// Names of places in the middle of a sentence.
    names: Vec<EcoString>,
    /// Which other forms a subject has, as bits over [`FORMS`].
    forms: FxHashMap<(Subject, Lang), u16>,
    /// Whether people have cards of their own.
    pub has_cards: bool,
    /// What the villages of a commune share, by how their pages belong to the site.
    kin: [Vec<OnceLock<Kin>>; 2],
}

/// Extensions of the other forms of a page.
pub(super) const FORMS: [&str; 11] = [
    "vcf", "pdf", "a5.pdf", "epub", "docx", "xlsx", "csv", "ics", "json", CARD, WHOLE,
];

/// Extension of the social card of a page.
pub(super) const CARD: &str = "png";

/// Extension of the file that holds a whole commune.
pub(super) const WHOLE: &str = "don.html";

/// How many folders deep a page lies; the page "not found" has a depth of its own, since it links from the root.
#[derive(Clone, Copy, Debug)]
pub(super) struct Depth(pub usize);

#[derive(Serialize)]
struct Chip<'a> {
    id: &'a str,
    href: String,
}

#[derive(Serialize)]
struct Site<'a> {
    /// Paths of assets by name.
    asset: Value,
    title: &'a str,
    summary: &'a str,
    sample: bool,
    as_of: String,
    publisher: &'a str,
    strip_call: String,
    emergency: Vec<Emergency<'a>>,
    home: String,
    search: Option<String>,
    /// What a search field loads when it is first used, in this order; empty where there is no index.
    finder: String,
    /// The full address of the whole site in one file: that file does not hold itself.
    bundle: Option<String>,
    nav: Vec<Item>,
    foot: Vec<Item>,
}

#[derive(Serialize)]
struct Emergency<'a> {
    number: String,
    uri: String,
    title: &'a str,
}

impl Shared {
    /// Gathers what the pages of a language share.
    pub(super) fn gather(
        plan: &SitePlan,
        theme: &Theme,
        lang: Lang,
        catalogue: Option<String>,
        bundle: Option<&str>,
    ) -> Self {
        let words = theme.words(lang);
        let asset: Map = theme
            .assets()
            .iter()
            .map(|asset| (asset.name.to_string().into(), Value::from(&*asset.path)))
            .collect();
        let tops = tops(plan);
        let mut site = site(plan, words, lang, Value::from(asset));
        site.finder = finder(theme, catalogue);
        site.bundle = bundle.map(|path| format!("{}{path}", plan.site.info.base_url));
        let site = Value::from_serializable(&site);
        Shared {
            fragments: Fragments::render(theme, lang, &site, &tops),
            site,
            logo: theme.asset("logo.png").map(|asset| asset.path.clone()),
            offices: offices(plan, lang),
            chips: chips(plan, lang, &tops),
            names: names(plan),
            forms: forms(plan),
            has_cards: plan.outputs.iter().any(is_card),
            kin: [(); 2].map(|()| {
                let communes = plan.site.communes.iter();
                communes.map(|_| OnceLock::new()).collect()
            }),
        }
    }

    /// The depth of an output.
    pub(super) fn depth(&self, output: &Output) -> Depth {
        match output.subject {
            Subject::NotFound => self.anywhere(),
            _ => Depth(folders(&output.path)),
        }
    }

    /// The depth of what may be read at any address: it links by full addresses.
    pub(super) const fn anywhere(&self) -> Depth {
        Depth(self.fragments.depths() - 1)
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
            .map_or("", |title| title)
    }

    /// A clause as a link to the rules page, from this deep.
    pub(super) fn chip(&self, scheme: SchemeIdx, clause: &str, depth: Depth) -> Option<Value> {
        Some(self.chips[scheme.at()].get(clause)?[depth.0].clone())
    }

    /// The name of a place in the middle of a sentence.
    pub(super) fn name(&self, place: PlaceIdx) -> &str {
        &self.names[place.at()]
    }

    /// Whether a subject has another form, as an index into [`FORMS`].
    pub(super) fn has_form(&self, subject: Subject, lang: Lang, form: usize) -> bool {
        let bits = self.forms.get(&(subject, lang));
        bits.is_some_and(|bits| bits >> form & 1 == 1)
    }

    /// What the villages of a commune share, made at the first.
    pub(super) fn kin(
        &self,
        binding: Binding,
        roster: RosterIdx,
        make: impl FnOnce() -> Kin,
    ) -> &Kin {
        self.kin[binding as usize][roster.at()].get_or_init(make)
    }
}

/// What leads to the output folder, by depth; last from anywhere.
fn tops(plan: &SitePlan) -> Vec<String> {
    let deepest = plan
        .outputs
        .iter()
        .map(|output| folders(&output.path))
        .max();
    let mut tops: Vec<String> = (0..=deepest.unwrap_or_default())
        .map(|depth| "../".repeat(depth))
        .collect();
    tops.push(plan.site.info.base_url.to_string());
    tops
}

fn folders(path: &str) -> usize {
    path.bytes().filter(|byte| *byte == b'/').count()
}

fn site<'a>(plan: &'a SitePlan, words: &Words, lang: Lang, asset: Value) -> Site<'a> {
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
        asset,
        title: info.title.get(lang),
        summary: info.summary.as_ref().map_or("", |text| text.get(lang)),
        sample: info.sample,
        as_of: words.fill(Key::AsOf, &[("date", &date::show(plan.site.as_of, lang))]),
        publisher: info.publisher.name.get(lang),
        strip_call: words.fill(Key::StripCall, &[("number", first)]),
        emergency,
        home: page(plan, Subject::Home, lang).unwrap_or_default(),
        search: page(plan, Subject::Search, lang),
        finder: String::new(),
        bundle: None,
        nav,
        foot,
    }
}

/// The path of a page that is planned in this language.
pub(super) fn page(plan: &SitePlan, subject: Subject, lang: Lang) -> Option<String> {
    if !plan.languages(subject).contains(&lang) {
        return None;
    }
    plan.addresses.path(subject, lang, "html")
}

/// The style sheet and scripts of the finder, with the catalogue between them, as paths with spaces.
fn finder(theme: &Theme, catalogue: Option<String>) -> String {
    let Some(catalogue) = catalogue else {
        return String::new();
    };
    let asset = |name| Some(theme.asset(name)?.path.to_string());
    let paths = [
        asset("finder.css"),
        asset("finder.js"),
        Some(catalogue),
        asset("finder-box.js"),
    ];
    let paths: Vec<String> = paths.into_iter().flatten().collect();
    paths.join(" ")
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
) -> FxHashMap<(SchemeIdx, OfficeIdx, usize, usize), EcoString> {
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

fn chips(plan: &SitePlan, lang: Lang, tops: &[String]) -> Vec<FxHashMap<EcoString, Vec<Value>>> {
    let schemes = plan.site.schemes.all.iter().enumerate();
    schemes
        .map(|(at, scheme)| {
            let page = page(plan, Subject::Rules(SchemeIdx::new(at)), lang).unwrap_or_default();
            let chip = |id: &str, top: &String| {
                let href = format!("{top}{page}#{}", anchor(id));
                Value::from_serializable(&Chip { id, href })
            };
            let clauses = scheme.clauses.iter().map(|clause| &clause.id.value);
            clauses
                .map(|id| (id.clone(), tops.iter().map(|top| chip(id, top)).collect()))
                .collect()
        })
        .collect()
}

fn names(plan: &SitePlan) -> Vec<EcoString> {
    let gazetteer = &plan.site.gazetteer;
    let places = (0..gazetteer.places.len()).map(PlaceIdx::new);
    places
        .map(|at| within(&gazetteer.place(at).name, &gazetteer.kind_of(at).title).into())
        .collect()
}

const fn is_card(output: &Output) -> bool {
    matches!(output.subject, Subject::Person(..))
}

fn forms(plan: &SitePlan) -> FxHashMap<(Subject, Lang), u16> {
    let mut forms = FxHashMap::default();
    // People have no page that could link to a form of theirs, and they are many.
    for output in plan.outputs.iter().filter(|output| !is_card(output)) {
        if let Some(at) = FORMS.iter().position(|form| *form == output.extension) {
            *forms.entry((output.subject, output.lang)).or_default() |= 1 << at;
        }
    }
    forms
}
