//! The parts of the frame that are the same on thousands of pages, rendered once: header, footer, emergency strip,
//! and the files that every page loads.
//!
//! They differ only by how deep a page lies and, for the header, by the section it belongs to.

use serde::Serialize;
use tera::{Context, Value};

use super::{Theme, shared::Depth};
use crate::diag::Lang;

/// A section of the site, for the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The home page.
    Home,
    /// Places and rosters.
    Places,
    /// Handbooks.
    Books,
    /// The campaign.
    Campaign,
    /// Progress.
    Progress,
    /// Anything else.
    Other,
}

/// Rendered fragments.
#[derive(Debug)]
pub(super) struct Fragments {
    headers: Vec<Vec<Value>>,
    footers: Vec<Value>,
    assets: Vec<Value>,
    strip: Value,
    broken: Option<(&'static str, tera::Error)>,
}

/// `p` in the fragments.
#[derive(Serialize)]
struct Place<'a> {
    lang: &'static str,
    top: &'a str,
    section: &'static str,
}

impl Section {
    const ALL: [Section; 6] = [
        Section::Home,
        Section::Places,
        Section::Books,
        Section::Campaign,
        Section::Progress,
        Section::Other,
    ];

    /// Its id in templates.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Section::Home => "home",
            Section::Places => "places",
            Section::Books => "books",
            Section::Campaign => "campaign",
            Section::Progress => "progress",
            Section::Other => "other",
        }
    }
}

impl Fragments {
    /// Renders the fragments for every depth. `tops` is what leads to the output folder, by depth.
    pub(super) fn render(theme: &Theme, lang: Lang, site: &Value, tops: &[String]) -> Self {
        let mut broken = None;
        let mut one = |template: &'static str, top: &str, section: Section| {
            let place = Place {
                lang: lang.tag(),
                top,
                section: section.id(),
            };
            let mut context = Context::new();
            context.insert_value("p", Value::from_serializable(&place));
            context.insert_value("t", theme.words(lang).value().clone());
            context.insert_value("site", site.clone());
            match theme.tera.render(template, &context) {
                Ok(text) => Value::safe_string(text.trim_end()),
                Err(error) => {
                    broken.get_or_insert((template, error));
                    Value::none()
                }
            }
        };
        let headers = tops
            .iter()
            .map(|top| {
                Section::ALL
                    .map(|section| one("header.html", top, section))
                    .to_vec()
            })
            .collect();
        let mut each = |template| {
            let one = |top: &String| one(template, top, Section::Other);
            tops.iter().map(one).collect()
        };
        let footers = each("footer.html");
        let assets = each("assets.html");
        let strip = one("strip.html", "", Section::Other);
        Fragments {
            headers,
            footers,
            assets,
            strip,
            broken,
        }
    }

    /// The first fragment that does not render, and why.
    pub(super) const fn broken(&self) -> Option<&(&'static str, tera::Error)> {
        self.broken.as_ref()
    }

    /// How many depths there are.
    pub(super) const fn depths(&self) -> usize {
        self.footers.len()
    }

    /// The header of a page.
    pub(super) fn header(&self, depth: Depth, section: Section) -> Value {
        self.headers[depth.0][section as usize].clone()
    }

    /// The footer of a page.
    pub(super) fn footer(&self, depth: Depth) -> Value {
        self.footers[depth.0].clone()
    }

    /// The style sheet, the scripts and the icon of a page.
    pub(super) fn assets(&self, depth: Depth) -> Value {
        self.assets[depth.0].clone()
    }

    /// The emergency strip.
    pub(super) fn strip(&self) -> Value {
        self.strip.clone()
    }
}
