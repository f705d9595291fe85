//! Paper, as tagged PDF (ISO 32000, PDF/UA-1): notices of villages, rosters of communes, chapters, handbooks, booklets.
//!
//! Print sources are Typst files of the theme. They are given plain data and look nothing up; the fonts are those that
//! come along, never those of the machine.

mod booklet;
mod embedded;
mod fault;
mod findings;
mod pack;
mod press;
mod qr;
mod stock;
#[cfg(test)]
mod tests;
mod text;
mod view;
mod words;

pub use findings::FINDINGS;
pub use words::{Counted, FILLED, Words};

use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use crate::{
    diag::{Diagnostic, Lang},
    model::ArticleIdx,
    plan::{Format, Inside, Key, Output, SitePlan, Spec, Subject},
    publish::{Media, Surface},
    source::Sources,
};
use press::{Sheet, Tags};
use stock::Stock;
use view::Size;

/// Counts up when the same sheet makes other bytes; the sources and the fonts are part of the key.
const EDITION: u32 = 1;

/// What paper is made with.
#[derive(Debug)]
pub struct Print {
    words: [Words; 2],
    stock: Stock,
}

impl Print {
    /// Paper with these words, in the order of [`Lang::ALL`], the print sources of a theme and the images of the content.
    pub fn new(words: [Words; 2], sources: &Sources, theme: &str) -> Self {
        Print {
            words,
            stock: Stock::gather(sources, theme),
        }
    }

    fn sheet(&self, plan: &SitePlan, output: &Output, size: Size) -> Option<Sheet> {
        let words = &self.words[output.lang as usize];
        match output.subject {
            Subject::Unit(place, unit) => view::notice(plan, output, words, place, unit),
            Subject::Place(place) => view::roster(plan, output, words, place),
            Subject::Article(_) => {
                let at = chapter(plan, output.subject, output.lang)?;
                Some(view::chapter(plan, output, words, at))
            }
            Subject::Book(_) | Subject::Books => Some(view::book(plan, output, words, size)),
            _ => None,
        }
    }

    /// What the bytes of an output depend on: everything a sheet is given, and what it is set from.
    fn key(&self, sheet: Sheet) -> Key {
        let mut all = sheet.data.clone().into_bytes();
        // The address of a code stands in the data too.
        all.extend_from_slice(env!("CARGO_PKG_VERSION").as_bytes());
        all.extend_from_slice(&self.stock.stamp.to_le_bytes());
        all.extend_from_slice(&EDITION.to_le_bytes());
        Key {
            hash: xxh3_64(&all),
            words: sheet.data,
        }
    }
}

/// The format of paper.
#[derive(Debug)]
pub struct Pdf {
    print: Arc<Print>,
    size: Size,
}

impl Pdf {
    /// Sheets and books as they are.
    pub const fn sheets(print: Arc<Print>) -> Self {
        Pdf {
            print,
            size: Size::A4,
        }
    }

    /// Booklets: handbooks in A5, two pages on each side of a sheet, in the order in which they lie when it is folded.
    pub const fn booklets(print: Arc<Print>) -> Self {
        Pdf {
            print,
            size: Size::A5,
        }
    }
}

impl Format for Pdf {
    fn spec(&self) -> Spec {
        let (id, extension) = match self.size {
            Size::A4 => ("pdf", "pdf"),
            Size::A5 => ("a5", "a5.pdf"),
        };
        Spec {
            id,
            media_type: "application/pdf",
            extension,
            surface: Surface::Print,
            media: None,
        }
    }

    /// What has a page that someone puts up, hands out or teaches from. Rosters and notices hang where people speak the
    /// main language; texts are printed in every language they are written in.
    fn plan(&self, plan: &SitePlan, subjects: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let main = plan.site.info.main();
        let wanted = |(subject, lang): &(Subject, Lang)| match (self.size, subject) {
            (Size::A5, subject) => *subject != Subject::Books && is_bound(plan, *subject, *lang),
            (_, Subject::Place(place) | Subject::Unit(place, _)) => {
                *lang == main && plan.site.commune(*place).is_some()
            }
            (_, Subject::Article(_)) => chapter(plan, *subject, *lang).is_some(),
            (_, subject) => is_bound(plan, *subject, *lang),
        };
        subjects.iter().copied().filter(wanted).collect()
    }

    /// What takes longest is begun first.
    fn weight(&self, output: &Output) -> u32 {
        match output.subject {
            Subject::Books => 4,
            Subject::Book(_) => 3,
            Subject::Article(_) => 2,
            _ => 1,
        }
    }

    fn key(&self, plan: &SitePlan, output: &Output) -> Option<Key> {
        Some(self.print.key(self.print.sheet(plan, output, self.size)?))
    }

    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        inside: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        let Some(sheet) = self.print.sheet(plan, output, self.size) else {
            return Ok(());
        };
        let pages = press::set(&self.print.stock, sheet, &output.path)?;
        inside.push(Media::Text, text::read(&pages, &output.path)?.as_bytes());
        *out = match self.size {
            Size::A4 => press::write(&pages, Tags::Written, &output.path)?,
            Size::A5 => press::write(&booklet::fold(&pages), Tags::None, &output.path)?,
        };
        Ok(())
    }
}

/// The source of a chapter of a handbook in a language.
fn chapter(plan: &SitePlan, subject: Subject, lang: Lang) -> Option<ArticleIdx> {
    let Subject::Article(main) = subject else {
        return None;
    };
    let at = plan.library.work_of(main).source(lang)?;
    let shelf = &plan.site.articles[at.at()].shelf;
    matches!(shelf, crate::parse::draft::Shelf::Chapter(_)).then_some(at)
}

/// Whether a subject is a handbook with a text in a language, or all of several.
fn is_bound(plan: &SitePlan, subject: Subject, lang: Lang) -> bool {
    let parts = || {
        crate::plan::Volume::gather(plan, subject, lang, "", "")
            .parts
            .len()
    };
    match subject {
        Subject::Book(_) => parts() > 0,
        Subject::Books => parts() > 1,
        _ => false,
    }
}
