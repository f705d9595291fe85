//! A SARIF 2.1.0 document, for code hosts and scanners. Quotes no source text.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write},
};

use serde_json::{Value, json};

use super::{Context, level, message, place::Place};
use crate::diag::{Diagnostic, Report, Severity};

/// Writes the document: one run, the rules that were broken, and the results in reading order.
pub fn write(report: &Report, mut context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rules = rules(report);
    let results: Vec<Value> = report
        .diagnostics()
        .iter()
        .map(|diagnostic| result(diagnostic, &rules, &mut context))
        .collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|rule| describe(rule, &context)).collect::<Vec<_>>(),
            } },
            "language": context.lang.pick("vi-VN", "en-US"),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

struct Rule {
    code: String,
    severity: Severity,
    index: usize,
}

/// The codes that occur, in order, each with its index.
fn rules(report: &Report) -> BTreeMap<String, Rule> {
    let mut rules = BTreeMap::new();
    for diagnostic in report.diagnostics() {
        let code = diagnostic.finding.code();
        rules.entry(code.clone()).or_insert_with(|| Rule {
            code,
            severity: diagnostic.finding.severity(),
            index: 0,
        });
    }
    for (index, rule) in rules.values_mut().enumerate() {
        rule.index = index;
    }
    rules
}

fn describe(rule: &Rule, context: &Context<'_>) -> Value {
    let mut described = json!({
        "id": rule.code,
        "defaultConfiguration": { "level": level(rule.severity) },
    });
    let mut entries = context.options.catalogue.iter().copied().flatten();
    if let Some(entry) = entries.find(|entry| entry.code == rule.code) {
        described["name"] = entry.name.into();
        described["fullDescription"] = json!({ "text": entry.text(context.lang) });
    }
    described
}

fn result(
    diagnostic: &Diagnostic,
    rules: &BTreeMap<String, Rule>,
    context: &mut Context<'_>,
) -> Value {
    let finding = &diagnostic.finding;
    let code = finding.code();
    let mut result = json!({
        "ruleIndex": rules.get(&code).map(|rule| rule.index),
        "ruleId": code,
        "level": level(finding.severity()),
        "message": { "text": message(diagnostic, context.lang) },
    });
    if let Some(span) = diagnostic.at {
        result["locations"] = json!([{ "physicalLocation": physical(&context.places.find(span)) }]);
    }
    if !diagnostic.related.is_empty() {
        result["relatedLocations"] = related(diagnostic, context);
    }
    result
}

fn related(diagnostic: &Diagnostic, context: &mut Context<'_>) -> Value {
    let list = diagnostic.related.iter().enumerate();
    list.map(|(id, (span, vi, en))| {
        json!({
            "id": id,
            "message": { "text": context.lang.pick(*vi, *en) },
            "physicalLocation": physical(&context.places.find(*span)),
        })
    })
    .collect()
}

fn physical(place: &Place<'_>) -> Value {
    json!({
        "artifactLocation": { "uri": uri(&place.path) },
        "region": {
            "startLine": place.from.line,
            "startColumn": place.from.column,
            "endLine": place.to.line,
            "endColumn": place.to.column,
        },
    })
}

/// A relative path as a relative URI: everything but unreserved characters and `/` is percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_relative_uris() {
        assert_eq!(uri("data/rosters/xa-mau.toml"), "data/rosters/xa-mau.toml");
        assert_eq!(uri("a:b c%đ\".md"), "a%3Ab%20c%25%C4%91%22.md");
    }
}
