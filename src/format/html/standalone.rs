//! A whole commune in one file, with its style inside: what a phone's file app can open, and what a chat can pass on.
//!
//! It shows what the pages of the commune and of its villages show, from the same views. It leads to the site by full
//! addresses only, and asks for nothing: its policy allows the one style sheet it carries, by its hash.

use std::sync::{Arc, OnceLock};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Value};

use super::{
    Theme, assets, failed,
    shared::{Shared, WHOLE},
    sheet,
    theme::STANDALONE,
    view::{self, Binding, Ctx},
};
use crate::{
    diag::{Diagnostic, Lang},
    plan::{Format, Output, SitePlan, Spec, Subject},
    publish::{Media, Surface},
};

const TEMPLATE: &str = "standalone.html";

/// The emergency strip comes rendered, as on pages.
const STRIP: &str = "strip.html";

/// The format of files that are taken along. One belongs to one plan, as the pages do.
#[derive(Debug)]
pub struct Standalone {
    theme: Arc<Theme>,
    style: Value,
    shared: [OnceLock<Shared>; 2],
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
    /// Files in this theme.
    ///
    /// They carry what they use of the site's sheet: whole, it would be half of such a file once it is packed, and a
    /// second, smaller one would have to follow every change of the first.
    pub fn new(theme: Arc<Theme>) -> Self {
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
            theme,
            style: Value::from_serializable(&style),
            shared: [OnceLock::new(), OnceLock::new()],
        }
    }

    fn shared(&self, plan: &SitePlan, lang: Lang) -> &Shared {
        self.shared[lang as usize].get_or_init(|| Shared::gather(plan, &self.theme, lang, None))
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
            media: Media::Markup,
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
    ) -> Result<(), Box<Diagnostic>> {
        let words = self.theme.words(output.lang);
        let shared = self.shared(plan, output.lang);
        let ctx = Ctx {
            plan,
            site: plan.site,
            words,
            shared,
            output,
            lang: output.lang,
            depth: shared.anywhere(),
            binding: Binding::Loose,
        };
        let Some(view) = view::standalone(&ctx) else {
            return Ok(());
        };
        let mut context = Context::new();
        context.insert_value("v", view);
        context.insert_value("t", words.value().clone());
        context.insert_value("site", shared.site.clone());
        context.insert_value("style", self.style.clone());
        self.theme
            .tera
            .render_to(TEMPLATE, &context, out)
            .map_err(|error| failed(&self.theme, &error, TEMPLATE, output))
    }
}
