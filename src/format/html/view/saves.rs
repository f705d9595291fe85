//! Other forms of the same page: cards, paper, tables, calendar.

use serde::Serialize;

use super::ctx::Ctx;
use crate::format::html::key::Key;

/// What can be taken along.
#[derive(Debug, Serialize)]
pub(super) struct Saves {
    /// The card of everyone on the page.
    pub card: Option<String>,
    /// All other forms: name, target.
    pub forms: Vec<(String, String)>,
}

impl Saves {
    /// The forms that are planned for the page being rendered.
    pub(super) fn of(ctx: &Ctx) -> Self {
        let listed = [
            ("pdf", Key::FormPdf),
            ("epub", Key::FormEpub),
            ("xlsx", Key::FormXlsx),
            ("csv", Key::FormCsv),
            ("ics", Key::FormIcs),
            ("json", Key::FormJson),
        ];
        let form = |(extension, key)| {
            let href = ctx.form(extension)?;
            Some((ctx.words.get(key).to_owned(), href))
        };
        Saves {
            card: ctx.form("vcf"),
            forms: listed.into_iter().filter_map(form).collect(),
        }
    }
}
