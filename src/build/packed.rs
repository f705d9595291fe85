//! The formats of packed files to take along, with the words of the theme.

#[cfg(feature = "pdf")]
use std::sync::Arc;

use super::Form;
#[cfg(feature = "pdf")]
use crate::format::pdf::{self, Pdf, Print};
use crate::{
    diag::Lang,
    format::{
        card,
        docx::{self, Docx},
        epub::{self, Epub},
        html::{Key, Theme},
    },
    plan::Format,
    source::Sources,
};

/// The packed formats among those asked for.
pub(super) fn formats(
    forms: &[Form],
    theme: &Theme,
    sources: &Sources,
    name: &str,
) -> Vec<Box<dyn Format>> {
    let mut formats: Vec<Box<dyn Format>> = Vec::new();
    if forms.contains(&Form::Epub) {
        let words = Lang::ALL.map(|lang| book(theme, lang));
        formats.push(Box::new(Epub::new(words, card::cover, sources)));
    }
    if forms.contains(&Form::Docx) {
        let words = Lang::ALL.map(|lang| sheet(theme, lang));
        formats.push(Box::new(Docx::new(words)));
    }
    formats.extend(paper(forms, theme, sources, name));
    formats
}

/// Paper, as sheets and as booklets.
#[cfg(feature = "pdf")]
fn paper(forms: &[Form], theme: &Theme, sources: &Sources, name: &str) -> Vec<Box<dyn Format>> {
    let made = [
        (Form::Pdf, Pdf::sheets as fn(Arc<Print>) -> Pdf),
        (Form::Booklet, Pdf::booklets),
    ];
    let asked = made.into_iter().filter(|(form, _)| forms.contains(form));
    let asked: Vec<_> = asked.map(|(_, make)| make).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let words = Lang::ALL.map(|lang| printed(theme, lang));
    let print = Arc::new(Print::new(words, sources, name));
    let boxed =
        |make: fn(Arc<Print>) -> Pdf| -> Box<dyn Format> { Box::new(make(Arc::clone(&print))) };
    asked.into_iter().map(boxed).collect()
}

#[cfg(not(feature = "pdf"))]
const fn paper(_: &[Form], _: &Theme, _: &Sources, _: &str) -> Vec<Box<dyn Format>> {
    Vec::new()
}

fn sample(theme: &Theme, lang: Lang) -> String {
    let words = theme.words(lang);
    format!(
        "{} {}",
        words.get(Key::SampleTitle),
        words.get(Key::SampleText)
    )
}

fn book(theme: &Theme, lang: Lang) -> epub::Words {
    let words = theme.words(lang);
    let word = |key| words.get(key).to_owned();
    epub::Words {
        labels: words.labels().clone(),
        sample: word(Key::CardSample),
        sample_notice: sample(theme, lang),
        replaced: word(Key::ReplacedTitle),
        since: words.open(Key::Since),
        as_of: words.open(Key::AsOf),
        chapter_of: words.open(Key::ChapterOf),
        books: word(Key::NavBooks),
        books_lead: word(Key::BooksLead),
        glossary: word(Key::NavGlossary),
        glossary_lead: word(Key::GlossaryLead),
        contents: word(Key::Contents),
        cover: words.open(Key::BookCover),
        start: word(Key::BookStart),
        online: word(Key::BookOnline),
        access: word(Key::BookAccess),
    }
}

fn sheet(theme: &Theme, lang: Lang) -> docx::Words {
    let words = theme.words(lang);
    let word = |key| words.get(key).to_owned();
    docx::Words {
        labels: words.labels().clone(),
        sample: sample(theme, lang),
        replaced: word(Key::ReplacedShort),
        since: words.open(Key::Since),
        source: words.open(Key::SheetSource),
        page: word(Key::SheetPage),
    }
}

#[cfg(feature = "pdf")]
fn printed(theme: &Theme, lang: Lang) -> pdf::Words {
    let words = theme.words(lang);
    let filled = pdf::FILLED.iter().filter_map(|key| {
        let (other, one) = words.named(key)?;
        Some(((*key).to_owned(), pdf::Counted { other, one }))
    });
    pdf::Words {
        labels: words.labels().clone(),
        printed: words.printed(),
        filled: filled.collect(),
        thousands: words.get(Key::Thousands).to_owned(),
    }
}
