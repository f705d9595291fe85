//! `{{ … }}`: values and rules of a scheme inside text, so that prose and rules never disagree.

use ecow::EcoString;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    Cite, Prepared,
    events::{Ev, cited, span},
    figure::{self, Figure},
    findings::{UnknownClause, UnknownRule, UnknownValue},
};
use crate::{
    check::Article,
    diag::{Lang, Report, Sp},
    model::{SchemeIdx, Text},
    parse::near::near,
    scheme::{self, Schemes},
};

/// A piece of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// As written.
    Plain(&'t str),
    /// What stands between the braces, trimmed.
    Hole(&'t str),
}

/// Splits text at its `{{ … }}`.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else {
            break;
        };
        if !before.is_empty() {
            pieces.push(Piece::Plain(before));
        }
        pieces.push(Piece::Hole(name.trim()));
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Plain(rest));
    }
    pieces
}

/// What a hole prints: words, and the clauses that go with a rule.
pub(super) fn fill(
    schemes: &Schemes,
    at: SchemeIdx,
    name: &str,
) -> Option<(Text, SchemeIdx, Vec<EcoString>)> {
    let Some(rule) = name.strip_prefix("rule ").map(str::trim) else {
        return Some((scheme::value(schemes, at, name)?, at, Vec::new()));
    };
    let (at, id) = match rule.split_once(':') {
        Some((other, id)) => (schemes.find(other)?, id),
        None => (at, rule),
    };
    let rule = schemes
        .get(at)
        .rules
        .iter()
        .find(|rule| *rule.id.value == *id)?;
    Some((
        rule.words.clone(),
        at,
        rule.clauses
            .iter()
            .map(|clause| clause.value.clone())
            .collect(),
    ))
}

/// The figure a hole asks for.
pub(super) fn figure_in<'s>(schemes: &'s Schemes, at: SchemeIdx, name: &str) -> Option<Figure<'s>> {
    figure::find(schemes.get(at), name.strip_prefix("figure ")?)
}

/// Text with its holes filled, as plain words; unknown ones stay as written.
pub(super) fn plain(schemes: &Schemes, at: SchemeIdx, text: &str, lang: Lang) -> String {
    let word = |piece: Piece| match piece {
        Piece::Plain(text) => text.to_owned(),
        Piece::Hole(name) => fill(schemes, at, name).map_or_else(
            || format!("{{{{ {name} }}}}"),
            |(text, ..)| text.get(lang).to_owned(),
        ),
    };
    pieces(text).into_iter().map(word).collect()
}

/// Reports unknown values and clauses, gathers citations and counts words.
pub(super) fn check(
    article: &Article,
    events: &[Ev],
    schemes: &Schemes,
    prepared: &mut Prepared,
    report: &mut Report,
) {
    let mut code = false;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Start(tag) => {
                if let Some(clause) = cited(tag) {
                    cite(article, clause, range, schemes, prepared, report);
                }
            }
            Event::Text(text) if !code => {
                prepared.words += text.split_whitespace().count();
                holes(article, text, range, schemes, prepared, report);
            }
            _ => {}
        }
    }
}

fn cite(
    article: &Article,
    clause: &str,
    range: &Range<usize>,
    schemes: &Schemes,
    prepared: &mut Prepared,
    report: &mut Report,
) {
    let scheme = schemes.get(article.scheme);
    if scheme.clause(clause).is_some() {
        prepared.cites.push(Cite {
            scheme: article.scheme,
            clause: Sp::new(clause.into(), span(article, range)),
        });
        return;
    }
    let near = near(
        clause,
        scheme.clauses.iter().map(|clause| &*clause.id.value),
    )
    .map(str::to_owned);
    report.push(
        span(article, range),
        UnknownClause {
            clause: clause.to_owned(),
            near,
        },
    );
}

fn holes(
    article: &Article,
    text: &str,
    range: &Range<usize>,
    schemes: &Schemes,
    prepared: &mut Prepared,
    report: &mut Report,
) {
    let mut from = range.start;
    for piece in pieces(text) {
        let Piece::Hole(name) = piece else { continue };
        let source = &article.body[from..range.end];
        // Text may be written with entities; a hole is found again by its braces.
        let (start, end) = match source
            .find("{{")
            .and_then(|at| Some((at, at + source[at..].find("}}")? + 2)))
        {
            Some((start, end)) => (from + start, from + end),
            None => (range.start, range.end),
        };
        from = end.min(range.end);
        let place = span(article, &(start..end));
        if figure_in(schemes, article.scheme, name).is_some() {
            continue;
        }
        match fill(schemes, article.scheme, name) {
            Some((_, scheme, clauses)) => {
                let cite = |clause| Cite {
                    scheme,
                    clause: Sp::new(clause, place),
                };
                prepared.cites.extend(clauses.into_iter().map(cite));
            }
            None => report.add(unknown(schemes, article.scheme, name, place)),
        }
    }
}

fn unknown(
    schemes: &Schemes,
    at: SchemeIdx,
    name: &str,
    place: crate::diag::Span,
) -> crate::diag::Diagnostic {
    if let Some(rule) = name.strip_prefix("rule ").map(str::trim) {
        let rules = &schemes.get(at).rules;
        let near = near(rule, rules.iter().map(|rule| &*rule.id.value)).map(str::to_owned);
        return crate::diag::Diagnostic::new(
            place,
            UnknownRule {
                rule: rule.to_owned(),
                near,
            },
        );
    }
    let mut names = scheme::value_names(schemes, at);
    names.extend(figure::names(schemes.get(at)));
    let near = near(name, names.iter().map(|name| &**name)).map(str::to_owned);
    crate::diag::Diagnostic::new(
        place,
        UnknownValue {
            name: name.to_owned(),
            near,
        },
    )
}
