//! Every rule of a scheme under its clause: the target of every clause cited anywhere.

use ecow::EcoString;
use serde::Serialize;

use super::{
    Built, books,
    ctx::{Anchor, Ctx},
    frame::{Frame, Strip},
    notices::Replaced,
    schemes::issued,
};
use crate::{
    diag::Severity,
    format::html::{fragments::Section, key::Key},
    model::SchemeIdx,
    plan::{Readers, Subject},
    scheme::anchor,
};

/// The rules of a scheme.
#[derive(Debug, Serialize)]
struct Rules<'a> {
    short: &'a str,
    title: &'a str,
    summary: &'a str,
    issued: String,
    replaced: Option<Replaced<'a>>,
    clauses: Vec<Clause<'a>>,
    bases: Vec<Basis<'a>>,
    terms: Vec<(&'a str, &'a str)>,
}

/// A clause.
#[derive(Debug, Serialize)]
struct Clause<'a> {
    id: &'a str,
    anchor: String,
    /// How deep it lies: 0 for an article or a part.
    depth: usize,
    title: &'a str,
    note: &'a str,
    rules: Vec<Rule<'a>>,
    readers: Vec<Reader<'a>>,
}

/// The chapters of a handbook that speak of a clause.
#[derive(Debug, Serialize)]
struct Reader<'a> {
    book: &'a str,
    chapters: Vec<Anchor<'a>>,
}

/// A rule.
#[derive(Debug, Serialize)]
struct Rule<'a> {
    id: &'a str,
    text: &'a str,
    severity: &'a str,
    error: bool,
}

/// A legal basis.
#[derive(Debug, Serialize)]
struct Basis<'a> {
    title: &'a str,
    date: String,
}

/// The rules page.
pub(super) fn build<'a>(ctx: &Ctx<'a>, at: SchemeIdx) -> Built<'a> {
    let scheme = ctx.scheme(at);
    let view = Rules {
        short: ctx.text(&scheme.short),
        title: ctx.text(&scheme.title),
        summary: ctx.maybe(scheme.summary.as_ref()),
        issued: issued(ctx, at),
        replaced: ctx.replaced(at),
        clauses: clauses(ctx, at),
        bases: scheme
            .bases
            .iter()
            .map(|basis| Basis {
                title: ctx.text(&basis.title),
                date: basis.date.map(|day| ctx.date(day)).unwrap_or_default(),
            })
            .collect(),
        terms: scheme
            .abbreviations
            .iter()
            .map(|term| (&*term.short.value, ctx.text(&term.long)))
            .collect(),
    };
    let name = ctx.words.get(Key::NavRules);
    let title = format!("{name}, {}", view.short);
    let description = ctx
        .words
        .fill(Key::DescribeRules, &[("scheme", view.short)]);
    let frame = Frame::new(ctx, Section::Other, Strip::None, title, description)
        .below(ctx, [(ctx.words.get(Key::NavSchemes), Subject::Schemes)]);
    Built::new("rules.html", frame, &view)
}

fn clauses<'a>(ctx: &Ctx<'a>, at: SchemeIdx) -> Vec<Clause<'a>> {
    let scheme = ctx.scheme(at);
    scheme
        .clauses
        .iter()
        .map(|clause| Clause {
            id: &clause.id,
            anchor: anchor(&clause.id),
            depth: clause.id.value.matches('.').count(),
            title: ctx.text(&clause.title),
            note: ctx.maybe(clause.note.as_ref()),
            rules: scheme
                .rules
                .iter()
                .filter(|rule| rule.clauses.iter().any(|id| id.value == clause.id.value))
                .map(|rule| Rule {
                    id: &rule.id,
                    text: ctx.text(&rule.words),
                    severity: ctx.words.get(match rule.severity {
                        Severity::Warning => Key::SeverityWarning,
                        Severity::Error => Key::SeverityError,
                    }),
                    error: rule.severity == Severity::Error,
                })
                .collect(),
            readers: readers(ctx, at, &clause.id.value),
        })
        .collect()
}

/// Who writes about a clause, book by book; chapters without this language are linked in the main one.
fn readers<'a>(ctx: &Ctx<'a>, scheme: SchemeIdx, clause: &EcoString) -> Vec<Reader<'a>> {
    let library = &ctx.plan.library;
    let chapter = |work: &usize| {
        let article = books::source(ctx, *work)?;
        let href = ctx.link(Subject::Article(library.works[*work].main))?;
        Some(Anchor::new(&*article.title.value, href))
    };
    let reader = |readers: &Readers| Reader {
        book: books::title(ctx, &library.books[readers.book as usize]),
        chapters: readers.chapters.iter().filter_map(chapter).collect(),
    };
    let all = ctx.plan.coverage.readers(scheme, clause);
    all.iter().map(reader).collect()
}
