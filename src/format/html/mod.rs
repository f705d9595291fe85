//! HTML pages: views and templates.
//!
//! A view carries all a page shows; a template lays it out and looks nothing up; a theme may replace any template,
//! word or asset. Nothing here knows an office, a title or a body: these come from the scheme.

mod assets;
mod embedded;
mod fault;
mod findings;
mod fragments;
mod key;
mod lexicon;
mod linked;
mod shared;
mod theme;
mod view;
mod words;

pub use assets::{Asset, Assets};
pub use findings::FINDINGS;
pub use key::Key;
pub use theme::Theme;
pub use words::{Word, Words};

use std::sync::{Arc, OnceLock};

use tera::{Context, Value};

use crate::{
    diag::{Diagnostic, Lang, Span},
    plan::{Format, Output, SitePlan, Spec, Subject},
    publish::{Media, Surface},
};
use shared::Shared;
use view::Ctx;

/// The HTML format. One belongs to one plan: what its pages share is gathered from the plan at the first page.
#[derive(Debug)]
pub struct Html {
    theme: Arc<Theme>,
    shared: [OnceLock<Shared>; 2],
    /// The catalogue of the search index in a language, where one is made.
    catalogue: Option<fn(Lang) -> String>,
}

impl Html {
    /// Pages in this theme.
    pub const fn new(theme: Arc<Theme>) -> Self {
        Html {
            theme,
            shared: [OnceLock::new(), OnceLock::new()],
            catalogue: None,
        }
    }

    /// The same pages with search fields that answer as one types; `catalogue` says where the index begins.
    #[must_use]
    pub const fn with_search(mut self, catalogue: fn(Lang) -> String) -> Self {
        self.catalogue = Some(catalogue);
        self
    }

    fn failed(&self, error: &tera::Error, template: &str, output: &Output) -> Box<Diagnostic> {
        let found = fault::rendering(error, template, &output.path, &self.theme.templates);
        Box::new(match output.source {
            Some(file) => found.with(
                Span::file(file),
                "khi dựng trang từ tệp này",
                "while rendering the page of this file",
            ),
            None => found,
        })
    }

    fn shared(&self, plan: &SitePlan, lang: Lang) -> &Shared {
        self.shared[lang as usize].get_or_init(|| {
            let catalogue = self.catalogue.map(|path| path(lang));
            Shared::gather(plan, &self.theme, lang, catalogue)
        })
    }
}

impl Format for Html {
    fn spec(&self) -> Spec {
        Spec {
            id: "html",
            media_type: "text/html",
            extension: "html",
            surface: Surface::Page,
            media: Media::Markup,
        }
    }

    fn plan(&self, _: &SitePlan, subjects: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        subjects.to_vec()
    }

    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        let words = self.theme.words(output.lang);
        let shared = self.shared(plan, output.lang);
        let depth = shared.depth(output);
        let ctx = Ctx {
            plan,
            site: plan.site,
            words,
            shared,
            output,
            lang: output.lang,
            depth,
        };
        if let Some((template, error)) = shared.fragments.broken() {
            return Err(self.failed(error, template, output));
        }
        let Some(page) = view::build(&ctx) else {
            return Ok(());
        };
        let mut context = Context::new();
        context.insert_value("p", Value::from_serializable(&page.frame));
        context.insert_value("v", page.view);
        context.insert_value("t", words.value().clone());
        context.insert_value("site", shared.site.clone());
        self.theme
            .tera
            .render_to(page.template, &context, out)
            .map_err(|error| self.failed(&error, page.template, output))
    }
}

#[cfg(test)]
mod tests;
