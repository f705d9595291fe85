//! Reports for people, drawn as compilers do: words, place, line, caret, related places, clauses, what to do.
//!
//! The only file that quotes source text, and only through [`Excerpt`], which private files do not give away.

use std::{
    io::{self, Write},
    ops::Range,
};

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
};

use super::{
    Colour, Context, Limit, Options, calm,
    place::{Excerpt, Place},
    words,
};
use crate::diag::{Diagnostic, Lang, Report, Severity};

/// Writes each finding with an empty line after it, then what was left out, then the count.
pub fn write(report: &Report, mut context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let renderer = renderer(context.options);
    let (shown, left_out) = cut(report, context.options.limit);
    for diagnostic in shown {
        writeln!(out, "{}\n", draw(diagnostic, &mut context, &renderer))?;
    }
    if left_out > 0 {
        writeln!(out, "{}", words::left_out(left_out, context.lang))?;
    }
    match words::summary(report, context.lang) {
        Some(line) => writeln!(out, "{line}"),
        None => Ok(()),
    }
}

/// A label of another place, beside that place.
struct Related<'a> {
    place: Place<'a>,
    label: &'static str,
}

fn renderer(options: &Options<'_>) -> Renderer {
    let renderer = match options.colour {
        Colour::Ansi => Renderer::styled(),
        Colour::Plain => Renderer::plain(),
    };
    renderer.term_width(options.width)
}

/// What is shown, in reading order, and how many warnings are not. Errors are never left out.
fn cut(report: &Report, limit: Limit) -> (Vec<&Diagnostic>, usize) {
    let mut room = match limit {
        Limit::All => usize::MAX,
        Limit::Most(most) => most.saturating_sub(report.count(Severity::Error)),
    };
    let all = report.diagnostics();
    let shown: Vec<_> = all
        .iter()
        .filter(|diagnostic| {
            let error = diagnostic.finding.severity() == Severity::Error;
            let fits = room > 0;
            if !error {
                room = room.saturating_sub(1);
            }
            error || fits
        })
        .collect();
    let left_out = all.len() - shown.len();
    (shown, left_out)
}

fn draw(diagnostic: &Diagnostic, context: &mut Context<'_>, renderer: &Renderer) -> String {
    let lang = context.lang;
    let finding = &diagnostic.finding;
    let level = level(finding.severity()).with_name(words::severity(finding.severity(), lang));
    let title = level
        .primary_title(calm(&finding.words(lang)))
        .id(finding.code());
    let mut elements = Vec::new();
    let related = find_related(diagnostic, context);
    if let Some(span) = diagnostic.at {
        let place = context.places.find(span);
        let (here, elsewhere) = related
            .into_iter()
            .partition(|other| joins(&place, &other.place));
        point(&place, here, lang, &mut elements);
        point_elsewhere(elsewhere, lang, &mut elements);
    } else {
        point_elsewhere(related, lang, &mut elements);
    }
    advise(diagnostic, lang, &mut elements);
    renderer.render(&[Group::with_title(title).elements(elements)])
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

fn find_related<'a>(diagnostic: &Diagnostic, context: &mut Context<'a>) -> Vec<Related<'a>> {
    let lang = context.lang;
    let list = diagnostic.related.iter();
    list.map(|(span, vi, en)| Related {
        place: context.places.find(*span),
        label: lang.pick(*vi, *en),
    })
    .collect()
}

/// Whether two places are drawn in one excerpt.
fn joins(place: &Place<'_>, other: &Place<'_>) -> bool {
    place.file == other.file && place.excerpt.is_some()
}

/// The finding's own place, with the related ones of the same file.
fn point<'a>(
    place: &Place<'a>,
    related: Vec<Related<'a>>,
    lang: Lang,
    elements: &mut Vec<Element<'a>>,
) {
    let Some(excerpt) = &place.excerpt else {
        elements.push(origin(place).into());
        let note = note(lang).message(words::not_quoted(lang));
        elements.push(note.into());
        return;
    };
    let places = related.iter().map(|other| &other.place).chain([place]);
    let lines = lines(excerpt, places);
    let others = related.iter().map(|other| {
        mark(AnnotationKind::Context, excerpt, &other.place, &lines).label(other.label)
    });
    let snippet = Snippet::source(&excerpt.text[lines.clone()])
        .line_start(excerpt.index.position(excerpt.text, lines.start).line)
        .path(place.path.clone())
        .annotation(mark(AnnotationKind::Primary, excerpt, place, &lines))
        .annotations(others);
    elements.push(snippet.into());
}

/// Places in other files, each with its own excerpt.
fn point_elsewhere<'a>(related: Vec<Related<'a>>, lang: Lang, elements: &mut Vec<Element<'a>>) {
    for Related { place, label } in related {
        let Some(excerpt) = &place.excerpt else {
            elements.push(origin(&place).into());
            elements.push(note(lang).message(label).into());
            continue;
        };
        let lines = lines(excerpt, [&place]);
        let snippet = Snippet::source(&excerpt.text[lines.clone()])
            .line_start(place.from.line)
            .path(place.path.clone())
            .annotation(mark(AnnotationKind::Context, excerpt, &place, &lines).label(label));
        elements.push(snippet.into());
    }
}

fn origin<'a>(place: &Place<'_>) -> Origin<'a> {
    Origin::path(place.path.clone())
        .line(place.from.line)
        .char_column(place.from.column)
}

fn note(lang: Lang) -> Level<'static> {
    Level::NOTE.with_name(words::note(lang))
}

/// The bytes of the lines in which the places begin. Only they are handed on: files may be long.
fn lines<'p, 'a: 'p>(
    excerpt: &Excerpt<'_>,
    places: impl IntoIterator<Item = &'p Place<'a>>,
) -> Range<usize> {
    let ranges = places
        .into_iter()
        .map(|place| excerpt.index.line(excerpt.text, place.from.line));
    ranges
        .reduce(|all, line| all.start.min(line.start)..all.end.max(line.end))
        .unwrap_or_default()
}

/// A caret. A span of several lines is marked on its first, which is where a reader begins.
fn mark<'a>(
    kind: AnnotationKind,
    excerpt: &Excerpt<'_>,
    place: &Place<'_>,
    lines: &Range<usize>,
) -> Annotation<'a> {
    let line = excerpt.index.line(excerpt.text, place.from.line);
    let end = place.bytes.end.min(line.end).max(place.bytes.start);
    kind.span(place.bytes.start - lines.start..end - lines.start)
}

fn advise(diagnostic: &Diagnostic, lang: Lang, elements: &mut Vec<Element<'_>>) {
    let clauses = diagnostic.finding.clauses();
    if !clauses.is_empty() {
        let level = Level::NOTE.with_name(words::clauses(clauses.len(), lang));
        let list = calm(&clauses.join(", "));
        elements.push(level.message(list).into());
    }
    if let Some(help) = diagnostic.finding.help(lang) {
        let level = Level::HELP.with_name(words::help(lang));
        elements.push(level.message(calm(&help)).into());
    }
}
