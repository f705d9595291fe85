//! Turns what typst says into findings that point into the print source.

use typst::{
    World, WorldExt as _,
    diag::{SourceDiagnostic, Tracepoint},
    syntax::{DiagSpan, FileId},
};

use super::{
    findings::{NotAccessible, PrintFailed},
    stock::Stock,
};
use crate::diag::Diagnostic;

/// Where typst means, when the file is there.
struct Place {
    file: FileId,
    range: std::ops::Range<usize>,
}

/// What went wrong while a sheet was set.
pub(super) fn finding(
    error: Option<&SourceDiagnostic>,
    world: &dyn World,
    stock: &Stock,
    output: &str,
) -> Box<Diagnostic> {
    let place = error.and_then(|error| place(error, world));
    let found = PrintFailed {
        source: place
            .as_ref()
            .map_or_else(String::new, |place| named(place, world)),
        output: output.to_owned(),
        message: error.map_or_else(String::new, |error| error.message.to_string()),
        hint: error.and_then(hint),
    };
    let span = place.and_then(|place| stock.span(place.file, place.range));
    Box::new(match span {
        Some(span) => Diagnostic::new(span, found),
        None => Diagnostic::nowhere(found),
    })
}

/// What forbids a file to call itself accessible. It comes without a place that a reader could use.
pub(super) fn unplaced(error: Option<&SourceDiagnostic>, output: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::nowhere(NotAccessible {
        output: output.to_owned(),
        message: error.map_or_else(String::new, |error| error.message.to_string()),
        hint: error.and_then(hint),
    }))
}

/// A source that is not there.
pub(super) fn no_source(name: &str, output: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::nowhere(PrintFailed {
        source: name.to_owned(),
        output: output.to_owned(),
        message: "file not found".to_owned(),
        hint: None,
    }))
}

/// The place itself, or the innermost call in a file there is that led to it.
fn place(error: &SourceDiagnostic, world: &dyn World) -> Option<Place> {
    let calls = error.trace.iter();
    let calls = calls
        .filter(|call| matches!(call.v, Tracepoint::Call(_) | Tracepoint::Import(_)))
        .map(|call| DiagSpan::from(call.span));
    std::iter::once(error.span).chain(calls).find_map(|span| {
        let file = span.id()?;
        world.source(file).ok()?;
        let range = world.range(span)?;
        Some(Place { file, range })
    })
}

fn hint(error: &SourceDiagnostic) -> Option<String> {
    error.hints.first().map(|hint| hint.v.to_string())
}

/// `notice.typ:12:3`.
fn named(place: &Place, world: &dyn World) -> String {
    let path = place.file.get().vpath().get_without_slash();
    let name = path.strip_prefix("print/").unwrap_or(path);
    let Ok(source) = world.source(place.file) else {
        return name.to_owned();
    };
    let at = source.lines().byte_to_line_column(place.range.start);
    at.map_or_else(
        || name.to_owned(),
        |(line, column)| format!("{name}:{}:{}", line + 1, column + 1),
    )
}
