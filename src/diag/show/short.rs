//! One finding a line, for editors and `grep`. Quotes no source text.

use std::io::{self, Write};

use super::{Context, calm, words};
use crate::diag::Report;

/// Writes `path:line:column: error[D003]: words`, without the path when there is none.
pub fn write(report: &Report, mut context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = context.lang;
    for diagnostic in report.diagnostics() {
        if let Some(span) = diagnostic.at {
            let place = context.places.find(span);
            let at = place.from;
            let path = one_line(&place.path);
            write!(out, "{path}:{}:{}: ", at.line, at.column)?;
        }
        let finding = &diagnostic.finding;
        let severity = words::severity(finding.severity(), lang);
        let words = one_line(&finding.words(lang));
        let code = one_line(&finding.code());
        writeln!(out, "{severity}[{code}]: {words}")?;
    }
    Ok(())
}

/// A line break in the words would break the line.
fn one_line(words: &str) -> String {
    calm(words).replace('\n', " ")
}
