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
    /// The whole commune in one file.
    pub whole: Option<String>,
}

impl Saves {
    /// The forms that are planned for the page being rendered.
    pub(super) fn of(ctx: &Ctx) -> Self {
        // In the order of the extensions, of which the first is the card.
        let listed = [
            Key::FormPdf,
            Key::FormA5,
            Key::FormEpub,
            Key::FormDocx,
            Key::FormXlsx,
            Key::FormCsv,
            Key::FormIcs,
            Key::FormJson,
        ];
        let form = |(at, key)| Some((ctx.words.get(key).to_owned(), ctx.form(at)?));
        Saves {
            card: ctx.form(0),
            whole: ctx.whole(),
            forms: (1..).zip(listed).filter_map(form).collect(),
        }
    }
}
