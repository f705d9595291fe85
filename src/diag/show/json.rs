//! One JSON object a line, with the words in both languages. Quotes no source text.
//!
//! The keys are an interface: they may gain company, never change.

use std::io::{self, Write};

use serde::Serialize;

use super::{Context, level, place::Place};
use crate::diag::{Diagnostic, Lang, Report};

/// Writes the objects. Lines and columns count from 1; `end_column` is one past the last character.
pub fn write(report: &Report, mut context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in report.diagnostics() {
        serde_json::to_writer(&mut *out, &record(diagnostic, &mut context))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Record {
    code: String,
    name: Option<&'static str>,
    severity: &'static str,
    words: Both<String>,
    help: Both<Option<String>>,
    clauses: Vec<String>,
    #[serde(flatten)]
    at: At,
    related: Vec<Related>,
}

#[derive(Serialize)]
struct Both<T> {
    vi: T,
    en: T,
}

#[derive(Default, Serialize)]
struct At {
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Related {
    label: Both<&'static str>,
    #[serde(flatten)]
    at: At,
}

fn record(diagnostic: &Diagnostic, context: &mut Context<'_>) -> Record {
    let finding = &diagnostic.finding;
    let code = finding.code();
    let places = &mut context.places;
    let at = diagnostic.at.map(|span| At::from(places.find(span)));
    let related = diagnostic.related.iter().map(|(span, vi, en)| Related {
        label: Both { vi: *vi, en: *en },
        at: At::from(places.find(*span)),
    });
    let related = related.collect();
    Record {
        name: context.name(&code),
        code,
        severity: level(finding.severity()),
        words: Both {
            vi: finding.words(Lang::Vi),
            en: finding.words(Lang::En),
        },
        help: Both {
            vi: finding.help(Lang::Vi),
            en: finding.help(Lang::En),
        },
        clauses: finding.clauses(),
        at: at.unwrap_or_default(),
        related,
    }
}

impl From<Place<'_>> for At {
    fn from(place: Place<'_>) -> Self {
        At {
            path: Some(place.path),
            line: Some(place.from.line),
            column: Some(place.from.column),
            end_line: Some(place.to.line),
            end_column: Some(place.to.column),
        }
    }
}
