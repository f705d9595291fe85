//! What a view is built with: the plan, the words, and links as seen from the page.
//!
//! Gives text, dates and links; decides nothing about what a page shows.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    diag::Lang,
    format::html::{
        key::Key,
        shared::{Shared, has},
        words::{Words, within},
    },
    model::{OfficeIdx, PlaceIdx, SchemeIdx, Text, date},
    plan::{Output, SitePlan, Subject, relative},
    publish::{PublicCommune, PublicSite, PublicUnit},
    scheme::Scheme,
};

/// What a view is built with.
pub(in crate::format::html) struct Ctx<'a> {
    /// The plan.
    pub plan: &'a SitePlan<'a>,
    /// The site.
    pub site: &'a PublicSite,
    /// Interface words.
    pub words: &'a Words,
    /// What the pages of the language share.
    pub shared: &'a Shared,
    /// The output being rendered.
    pub output: &'a Output,
    /// Its language.
    pub lang: Lang,
}

/// A link with its words.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Anchor<'a> {
    /// Words.
    pub label: Cow<'a, str>,
    /// Target, as seen from the page.
    pub href: String,
}

/// A clause cited.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Chip<'a> {
    /// The clause.
    pub id: &'a str,
    /// Where it stands on the rules page.
    pub href: String,
}

impl<'a> Ctx<'a> {
    /// Text in the page's language.
    pub fn text(&self, text: &'a Text) -> &'a str {
        text.get(self.lang)
    }

    /// Optional text, empty where there is none.
    pub fn maybe(&self, text: Option<&'a Text>) -> &'a str {
        text.map_or("", |text| text.get(self.lang))
    }

    /// A date in the page's language.
    pub fn date(&self, day: NaiveDate) -> String {
        date::show(day, self.lang)
    }

    /// The link to a subject's page, in this language where it has one. The page "not found" links from the root, since
    /// it shows up at any address.
    pub fn link(&self, subject: Subject) -> Option<String> {
        let (path, _) = self.plan.page(subject, self.lang)?;
        Some(self.to(&path))
    }

    /// The link to an output path.
    pub fn to(&self, path: &str) -> String {
        if self.output.subject == Subject::NotFound {
            format!("{}{path}", self.site.info.base_url)
        } else {
            relative(&self.output.path, path)
        }
    }

    /// What leads to the output folder.
    pub fn top(&self) -> String {
        if self.output.subject == Subject::NotFound {
            return self.site.info.base_url.to_string();
        }
        "../".repeat(self.output.path.matches('/').count())
    }

    /// The link to another form of the same page, where one is planned.
    pub fn form(&self, extension: &str) -> Option<String> {
        let main = self.site.info.languages.first().copied();
        [Some(self.lang), main]
            .into_iter()
            .flatten()
            .find_map(|lang| {
                let path = self
                    .plan
                    .addresses
                    .path(self.output.subject, lang, extension)?;
                has(self.plan, &path).then(|| self.to(&path))
            })
    }

    /// A clause as a link to the rules page.
    pub fn chip(&self, scheme: SchemeIdx, clause: Option<&'a str>) -> Option<Chip<'a>> {
        let id = clause?;
        let path = self.shared.clause(scheme, id)?;
        Some(Chip {
            id,
            href: self.to(path),
        })
    }

    /// The default scheme, or the one at an index.
    pub fn scheme(&self, at: SchemeIdx) -> &'a Scheme {
        self.site.schemes.get(at)
    }

    /// The full name of a place.
    pub fn name(&self, place: PlaceIdx) -> &'a str {
        &self.site.gazetteer.place(place).name
    }

    /// The name of a place in the middle of a sentence.
    pub fn within(&self, place: PlaceIdx) -> String {
        within(self.name(place), &self.site.gazetteer.kind_of(place).title)
    }

    /// Whether a place has a page of its own.
    pub fn has_page(&self, place: PlaceIdx) -> bool {
        self.plan.addresses.stem(Subject::Place(place)).is_some()
    }

    /// The places above that have pages, nearest first.
    pub fn above(&self, place: PlaceIdx) -> impl Iterator<Item = PlaceIdx> + '_ {
        self.site
            .gazetteer
            .ancestry(place)
            .skip(1)
            .filter(|at| self.has_page(*at))
    }

    /// "xã Xuân Hòa, huyện Thọ Xuân".
    pub fn lineage(&self, place: PlaceIdx) -> String {
        let mut all = self.within(place);
        for above in self.above(place) {
            all.push_str(", ");
            all.push_str(&self.within(above));
        }
        all
    }

    /// "4 thôn, 2 khu phố".
    pub fn units(&self, commune: &PublicCommune) -> String {
        let kinds = &self.site.gazetteer.edition_of(commune.place).kinds;
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for unit in &commune.units {
            match counts.iter_mut().find(|(kind, _)| *kind == unit.kind) {
                Some((_, n)) => *n += 1,
                None => counts.push((unit.kind, 1)),
            }
        }
        let count = |(kind, n): (usize, usize)| {
            let kind = kinds[kind].title.get(self.lang);
            self.words.count_of(Key::Units, n, kind)
        };
        let counts: Vec<String> = counts.into_iter().map(count).collect();
        counts.join(self.words.get(Key::Comma))
    }

    /// The title of an office of a commune or of one of its villages.
    pub fn office(
        &self,
        scheme: SchemeIdx,
        office: OfficeIdx,
        commune: &PublicCommune,
        unit: Option<&PublicUnit>,
    ) -> &'a str {
        let gazetteer = &self.site.gazetteer;
        let edition = gazetteer.edition_of(commune.place);
        let level = edition.level(&self.scheme(scheme).offices[office.at()].level);
        let above = level
            .filter(|level| *level < edition.unit_level)
            .and_then(|level| gazetteer.at_level(commune.place, level))
            .map(|place| gazetteer.place(place).kind);
        let below = unit.or(commune.units.first()).map(|unit| unit.kind);
        let kind = match level {
            Some(level) if level >= edition.unit_level => below,
            _ => above,
        };
        let kind = kind.unwrap_or(gazetteer.place(commune.place).kind);
        self.shared
            .office(scheme, office, gazetteer.place(commune.place).edition, kind)
    }
}

impl<'a> Anchor<'a> {
    /// A link.
    pub fn new(label: impl Into<Cow<'a, str>>, href: String) -> Self {
        Anchor {
            label: label.into(),
            href,
        }
    }
}
