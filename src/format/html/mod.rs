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
mod offline;
mod sections;
mod shared;
mod sheet;
mod standalone;
mod theme;
mod view;
mod words;

pub use assets::{Asset, Assets};
pub use findings::FINDINGS;
pub use key::Key;
pub use offline::Offline;
pub use standalone::Standalone;
pub use theme::Theme;
pub use words::{Word, Words};

use std::sync::{Arc, OnceLock};

use tera::{Context, Value};

use crate::{
    diag::{Diagnostic, Lang, Span},
    plan::{Format, Inside, Output, SitePlan, Spec, Subject},
    publish::{Media, Surface},
};
use shared::{Depth, Shared};
use view::{Binding, Ctx};

/// What the pages of a site share, and the files that are taken along with them: the theme, and what is gathered from the
/// plan once a language. One belongs to one plan.
#[derive(Debug)]
pub struct Pages {
    theme: Arc<Theme>,
    shared: [OnceLock<Shared>; 2],
    /// The catalogue of the search index in a language, where one is made: search fields answer as one types.
    catalogue: Option<fn(Lang) -> String>,
    /// The whole site in one file, where one is made.
    bundle: Option<&'static str>,
}

/// The HTML format.
#[derive(Debug)]
pub struct Html {
    pages: Arc<Pages>,
}

impl Pages {
    /// Pages in this theme; `catalogue` says where the search index begins, where one is made.
    pub const fn new(theme: Arc<Theme>, catalogue: Option<fn(Lang) -> String>) -> Self {
        Pages {
            theme,
            shared: [OnceLock::new(), OnceLock::new()],
            catalogue,
            bundle: None,
        }
    }

    /// Pages that offer the whole site in one file, by its path.
    pub const fn offering(mut self, bundle: Option<&'static str>) -> Self {
        self.bundle = bundle;
        self
    }

    /// What a view is made in.
    fn ctx<'a>(
        &'a self,
        plan: &'a SitePlan,
        output: &'a Output,
        depth: impl FnOnce(&Shared) -> Depth,
        binding: Binding,
    ) -> Ctx<'a> {
        let lang = output.lang;
        let shared = self.shared[lang as usize].get_or_init(|| {
            let catalogue = self.catalogue.map(|path| path(lang));
            Shared::gather(plan, &self.theme, lang, catalogue, self.bundle)
        });
        Ctx {
            plan,
            site: plan.site,
            words: self.theme.words(lang),
            shared,
            output,
            lang,
            depth: depth(shared),
            binding,
        }
    }

    /// Lays out a view, with what every template is given besides.
    fn lay_out(
        &self,
        ctx: &Ctx,
        template: &str,
        mut context: Context,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        context.insert_value("t", ctx.words.value().clone());
        context.insert_value("site", ctx.shared.site.clone());
        let done = self.theme.tera.render_to(template, &context, out);
        done.map_err(|error| failed(&self.theme, &error, template, ctx.output))
    }
}

impl Html {
    /// The pages.
    pub const fn new(pages: Arc<Pages>) -> Self {
        Html { pages }
    }
}

/// A template that does not render, and the source whose page it was to be.
fn failed(theme: &Theme, error: &tera::Error, template: &str, output: &Output) -> Box<Diagnostic> {
    let found = fault::rendering(error, template, &output.path, &theme.templates);
    Box::new(match output.source {
        Some(file) => found.with(
            Span::file(file),
            "khi dựng trang từ tệp này",
            "while rendering the page of this file",
        ),
        None => found,
    })
}

impl Format for Html {
    fn spec(&self) -> Spec {
        Spec {
            id: "html",
            media_type: "text/html",
            extension: "html",
            surface: Surface::Page,
            media: Some(Media::Markup),
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
        _: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        let bound = |shared: &Shared| shared.depth(output);
        let ctx = self.pages.ctx(plan, output, bound, Binding::Bound);
        if let Some((template, error)) = ctx.shared.fragments.broken() {
            return Err(failed(&self.pages.theme, error, template, output));
        }
        let Some(page) = view::build(&ctx) else {
            return Ok(());
        };
        let mut context = Context::new();
        context.insert_value("p", Value::from_serializable(&page.frame));
        context.insert_value("v", page.view);
        self.pages.lay_out(&ctx, page.template, context, out)
    }
}

#[cfg(test)]
mod tests;
