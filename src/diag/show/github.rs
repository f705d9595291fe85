//! Workflow commands of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`. Quotes no source text.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{Context, level, message};
use crate::diag::{Diagnostic, Report};

/// Writes one command a finding.
pub fn write(report: &Report, mut context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in report.diagnostics() {
        let properties = properties(diagnostic, &mut context);
        let message = escape_message(&message(diagnostic, context.lang));
        let level = level(diagnostic.finding.severity());
        writeln!(out, "::{level} {properties}::{message}")?;
    }
    Ok(())
}

fn properties(diagnostic: &Diagnostic, context: &mut Context<'_>) -> String {
    let mut list = String::new();
    if let Some(span) = diagnostic.at {
        let place = context.places.find(span);
        let path = escape_property(&place.path);
        // Writing to a string cannot fail.
        let _ = write!(
            list,
            "file={path},line={},col={},",
            place.from.line, place.from.column
        );
    }
    let code = diagnostic.finding.code();
    let title = match context.name(&code) {
        Some(name) => format!("{code} {name}"),
        None => code,
    };
    list + "title=" + &escape_property(&title)
}

/// A message ends at the line; `%` starts an escape.
fn escape_message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property also ends at `,` and the list of properties at `::`.
fn escape_property(text: &str) -> String {
    escape_message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_property_or_a_message_early() {
        assert_eq!(escape_property("a%b:c,d\ne\r"), "a%25b%3Ac%2Cd%0Ae%0D");
        assert_eq!(escape_message("100 %: một,\nhai"), "100 %25: một,%0Ahai");
        assert_eq!(escape_property("%0A"), "%250A");
    }
}
