//! Sets one sheet: a print source and the data it is given, into pages, and pages into PDF.
//!
//! Data reaches a print source as files that are not on any disk, never as part of its text.

use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{Datelike as _, NaiveDate};
use serde::Serialize;
use typst::{
    Library, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{
    fault, pack, qr,
    stock::{Stock, at_print, file_at},
};
use crate::diag::Diagnostic;

/// What a sheet is made of.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The print source, by its name in the folder.
    pub source: &'static str,
    /// Its data, as JSON: `/data.json`.
    pub data: String,
    /// The address that a code on it leads to: `/qr.dots`, one byte a dot, row by row.
    pub address: Option<String>,
}

impl Sheet {
    /// A sheet from its data.
    pub(super) fn new(source: &'static str, data: &impl Serialize) -> Self {
        Sheet {
            source,
            // Only a map whose keys are no text cannot be written, and there is none.
            data: serde_json::to_string(data).unwrap_or_default(),
            address: None,
        }
    }

    /// The same with a code that leads to an address.
    pub(super) fn leading_to(mut self, address: String) -> Self {
        self.address = Some(address);
        self
    }
}

/// Whether the structure of the text is written along, for readers who listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tags {
    /// It is, and the file is checked against PDF/UA-1.
    Written,
    /// It is not: pages that have been put together for folding have no order to read in.
    None,
}

/// One sheet being set.
struct Bench<'s> {
    stock: &'s Stock,
    main: FileId,
    data: FileId,
    json: Bytes,
    dots: Option<(FileId, Bytes)>,
}

impl World for Bench<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.stock.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.stock.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.stock.sources.get(&id).cloned();
        found.ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data {
            return Ok(self.json.clone());
        }
        let dots = self.dots.as_ref().filter(|(known, _)| *known == id);
        let found = dots.map(|(_, bytes)| bytes);
        let found = found.or_else(|| self.stock.files.get(&id)).cloned();
        found.ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.stock.fonts.get(index).cloned()
    }

    /// The clock is not for sheets: the day stands in their data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

/// Sheets set since what is remembered of them was last cleared.
static SET: AtomicUsize = AtomicUsize::new(0);

/// How many sheets share what is remembered, and how many times it is looked over before it goes: what a hundred sheets
/// have in common is worth keeping, and all of it together grows to gigabytes.
const MEMORY: (usize, usize) = (8, 2);

/// Sets a sheet.
///
/// # Errors
/// A finding that points at the print source.
pub(super) fn set(
    stock: &Stock,
    sheet: Sheet,
    output: &str,
) -> Result<PagedDocument, Box<Diagnostic>> {
    let at = |name: &str| file_at(name).ok_or_else(|| fault::no_source(name, output));
    let bench = Bench {
        stock,
        main: at_print(sheet.source).ok_or_else(|| fault::no_source(sheet.source, output))?,
        data: at("data.json")?,
        json: Bytes::from_string(sheet.data),
        dots: match sheet.address {
            Some(address) => Some((at("qr.dots")?, Bytes::new(qr::draw(&address)))),
            None => None,
        },
    };
    let done = typst::compile::<PagedDocument>(&bench);
    if SET.fetch_add(1, Ordering::Relaxed) % MEMORY.0 == MEMORY.0 - 1 {
        comemo::evict(MEMORY.1);
    }
    done.output
        .map_err(|errors| failed(&errors, &bench, output))
}

fn failed(errors: &[SourceDiagnostic], bench: &Bench, output: &str) -> Box<Diagnostic> {
    let error = errors.iter().next();
    fault::finding(error, bench, bench.stock, output)
}

/// Writes pages as PDF. The same pages make the same bytes.
///
/// # Errors
/// A finding where the file would break the rules of what it claims to be.
pub(super) fn write(
    pages: &PagedDocument,
    tags: Tags,
    output: &str,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let standard = match tags {
        Tags::Written => PdfStandard::Ua_1,
        Tags::None => PdfStandard::V_1_7,
    };
    let standards = PdfStandards::new(&[standard]).unwrap_or_default();
    let options = PdfOptions {
        ident: typst::foundations::Smart::Custom(output.to_owned()),
        creator: typst::foundations::Smart::Custom(Some("Binhyen".to_owned())),
        standards,
        tagged: tags == Tags::Written,
        ..PdfOptions::default()
    };
    let written = typst_pdf::pdf(pages, &options);
    written.map(pack::pack).map_err(|errors| {
        let error = errors.iter().next();
        fault::unplaced(error, output)
    })
}

/// A day as typst writes it.
pub(super) fn day(day: NaiveDate) -> [u32; 3] {
    [day.year().unsigned_abs(), day.month(), day.day()]
}
