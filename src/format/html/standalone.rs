//! A whole commune in one file, with its style inside: what a phone's file app can open, and what a chat can pass on.
//!
//! It shows what the pages of the commune and of its villages show, from the same views. It leads to the site by full
//! addresses only, and asks for nothing: its policy allows the one style sheet it carries, by its hash.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Value};

use super::{
    Pages, assets,
    shared::{Shared, WHOLE},
    sheet,
    theme::STANDALONE,
    view::{self, Binding},
};
use crate::{
    diag::{Diagnostic, Lang},
    plan::{Format, Inside, Output, SitePlan, Spec, Subject},
    publish::{Media, Surface},
};

const TEMPLATE: &str = "standalone.html";

/// The emergency strip comes rendered, as on pages.
const STRIP: &str = "strip.html";

/// The format of files that are taken along.
#[derive(Debug)]
pub struct Standalone {
    pages: Arc<Pages>,
    style: Value,
}

/// Classes that no template names, since data sets them: the four states, and the ranks of a board.
const SET_BY_DATA: &str = " unknown unset vacant held t1 t2 t3";

/// `style` in the template.
#[derive(Serialize)]
struct Style {
    /// The source of the policy that allows it.
    hash: String,
    /// The sheet.
    text: Value,
}

impl Standalone {
    /// Files in the theme of the pages.
    ///
    /// They carry what they use of the site's sheet: whole, it would be half of such a file once it is packed, and a
    /// second, smaller one would have to follow every change of the first.
    pub fn new(pages: Arc<Pages>) -> Self {
        let theme = &pages.theme;
        let site = theme.asset("site.css").map(|asset| &*asset.bytes);
        let site = String::from_utf8_lossy(site.unwrap_or_default());
        let mut templates = theme.templates.closure(TEMPLATE);
        templates.push_str(&theme.templates.closure(STRIP));
        templates.push_str(SET_BY_DATA);
        let mut text = sheet::used(&site, &templates);
        text.push_str(&assets::tight(&theme.part(STANDALONE)));
        // What would end the element early would also end the policy's hash of it.
        let text = text.replace("</", "<\\/");
        let style = Style {
            hash: format!("sha256-{}", STANDARD.encode(Sha256::digest(&text))),
            text: Value::safe_string(&text),
        };
        Standalone {
            style: Value::from_serializable(&style),
            pages,
        }
    }
}

impl Format for Standalone {
    fn spec(&self) -> Spec {
        Spec {
            id: "don",
            media_type: "text/html",
            extension: WHOLE,
            // It leaves the site as a card does. The views hold back, besides, what may not stand on a page.
            surface: Surface::Export,
            media: Some(Media::Markup),
        }
    }

    /// Every commune with a roster: one without has nobody to take along.
    fn plan(&self, plan: &SitePlan, subjects: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let has_roster = |subject| match subject {
            Subject::Place(place) => plan.site.commune(place).is_some(),
            _ => false,
        };
        let all = subjects.iter().copied();
        all.filter(|(subject, _)| has_roster(*subject)).collect()
    }

    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        _: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        let ctx = self
            .pages
            .ctx(plan, output, Shared::anywhere, Binding::Loose);
        let Some(view) = view::standalone(&ctx) else {
            return Ok(());
        };
        let mut context = Context::new();
        context.insert_value("v", view);
        context.insert_value("style", self.style.clone());
        self.pages.lay_out(&ctx, TEMPLATE, context, out)
    }
}
