//! What a view is built with: the plan, the words, and links as seen from the page.
//!
//! Gives text, dates and links; decides nothing about what a page shows.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;
use tera::Value;

use crate::{
    diag::Lang,
    format::html::{
        key::Key,
        shared::{CARD, Depth, FORMS, Shared, WHOLE},
        words::Words,
    },
    model::{OfficeIdx, PlaceIdx, SchemeIdx, Text, date},
    plan::{Output, SitePlan, Subject, relative},
    publish::{PublicCommune, PublicSite, PublicUnit, Published, Surface},
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
    /// How deep it lies.
    pub depth: Depth,
    /// Whether it stays on the site or travels alone.
    pub binding: Binding,
}

/// How a page belongs to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format::html) enum Binding {
    /// It lies among the other pages, and links to them by their relative paths.
    Bound,
    /// It is taken along alone: its links are full addresses, and what it shows has left the site for good, so a value
    /// must be allowed on pages and in exports both.
    Loose,
}

/// A link with its words.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Anchor<'a> {
    /// Words.
    pub label: Cow<'a, str>,
    /// Target, as seen from the page.
    pub href: String,
}

/// A clause cited, as a link to the rules page: `id` and `href`.
pub(in crate::format::html) type Chip = Value;

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

    /// A value that may stand on this page.
    pub fn shown<'v, T>(&self, value: Option<&'v Published<T>>) -> Option<&'v T> {
        let value = value?;
        let on_page = value.on(Surface::Page)?;
        match self.binding {
            Binding::Bound => Some(on_page),
            Binding::Loose => value.on(Surface::Export),
        }
    }

    /// The link to a subject's page, in this language where it has one. The page "not found" links from the root, since
    /// it shows up at any address.
    pub fn link(&self, subject: Subject) -> Option<String> {
        if self.binding == Binding::Loose
            && let Some(section) = self.section(subject)
        {
            return Some(format!("#{section}"));
        }
        // These have a page in every language of the site.
        let everywhere = matches!(subject, Subject::Place(_) | Subject::Unit(..));
        let path = if everywhere {
            self.plan.addresses.path(subject, self.lang, "html")?
        } else {
            self.plan.page(subject, self.lang)?.0
        };
        Some(self.to(&path))
    }

    /// The anchor of a subject that is a section of the loose file being rendered. Its last part is the one in the
    /// address, after a letter that no other anchor begins with.
    pub fn section(&self, subject: Subject) -> Option<String> {
        match (subject, self.output.subject) {
            (Subject::Unit(place, _), Subject::Place(whole)) if place == whole => {
                let stem = self.plan.addresses.stem(subject)?;
                Some(format!("o-{}", stem.rsplit('/').next()?))
            }
            (subject, whole) if subject == whole => Some("noi-dung".to_owned()),
            _ => None,
        }
    }

    /// The link to an output path.
    pub fn to(&self, path: &str) -> String {
        if self.is_apart() {
            format!("{}{path}", self.site.info.base_url)
        } else {
            relative(&self.output.path, path)
        }
    }

    /// Whether links must not be relative, since the page may be read at any address.
    fn is_apart(&self) -> bool {
        self.binding == Binding::Loose || self.output.subject == Subject::NotFound
    }

    /// What leads to the output folder.
    pub fn top(&self) -> String {
        if self.is_apart() {
            return self.site.info.base_url.to_string();
        }
        "../".repeat(self.output.path.matches('/').count())
    }

    /// The link to another form of the same page, where one is planned, by its index in [`FORMS`].
    pub fn form(&self, form: usize) -> Option<String> {
        Some(self.to(&self.form_path(self.output.subject, form)?))
    }

    /// The link to the file that holds a whole commune, from its page and from those of its villages.
    pub fn whole(&self) -> Option<String> {
        let subject = match self.output.subject {
            Subject::Unit(place, _) => Subject::Place(place),
            subject => subject,
        };
        let form = FORMS.iter().position(|form| *form == WHOLE)?;
        Some(self.to(&self.form_path(subject, form)?))
    }

    /// The full address of the page's social card, where one is planned.
    pub fn card(&self) -> Option<String> {
        let form = FORMS.iter().position(|form| *form == CARD)?;
        let path = self.form_path(self.output.subject, form)?;
        Some(format!("{}{path}", self.site.info.base_url))
    }

    fn form_path(&self, subject: Subject, form: usize) -> Option<String> {
        let main = self.site.info.languages.first().copied();
        let mut langs = [Some(self.lang), main].into_iter().flatten();
        let lang = langs.find(|lang| self.shared.has_form(subject, *lang, form))?;
        self.plan.addresses.path(subject, lang, FORMS[form])
    }

    /// A clause as a link to the rules page.
    pub fn chip(&self, scheme: SchemeIdx, clause: Option<&str>) -> Option<Chip> {
        self.shared.chip(scheme, clause?, self.depth)
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
    pub fn within(&self, place: PlaceIdx) -> &'a str {
        self.shared.name(place)
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
        let mut all = self.within(place).to_owned();
        for above in self.above(place) {
            all.push_str(", ");
            all.push_str(self.within(above));
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
        let kind = self.site.kind_of_office(scheme, office, commune, unit);
        let edition = self.site.gazetteer.place(commune.place).edition;
        self.shared.office(scheme, office, edition, kind)
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
