//! Reads `[[rules]]`: the keys every rule has; all others are parameters of its kind.

use super::condition;
use crate::{
    diag::Severity,
    model::Text,
    parse::{
        draft::{Param, RuleDraft, Word},
        table::{Node, Table},
    },
};

const COMMON: [&str; 7] = ["id", "kind", "severity", "clause", "vi", "en", "where"];

/// The rules.
pub(super) fn rules(scheme: &Table) -> Vec<RuleDraft> {
    let rules: Vec<RuleDraft> = scheme
        .tables("rules", &[])
        .iter()
        .filter_map(|entry| rule(entry))
        .collect();
    rules
}

fn rule(table: &Table) -> Option<RuleDraft> {
    let id = table.must("id").and_then(|node| node.label());
    let kind: Option<Word> = table.must("kind").and_then(|node| node.label());
    let severities = [("warning", Severity::Warning), ("error", Severity::Error)];
    let severity = table
        .must("severity")
        .and_then(|node| node.choice(&severities));
    let vi = table.must("vi").and_then(|node| node.shown());
    let clauses = table.must("clause").map(clauses).unwrap_or_default();
    let params = table
        .entries()
        .into_iter()
        .filter(|(key, _)| !COMMON.contains(&&*key.value));
    Some(RuleDraft {
        span: table.span,
        id: id?,
        kind: kind?,
        severity: severity?,
        clauses,
        words: Text {
            vi: vi?.value,
            en: table.string("en").map(|en| en.value),
        },
        condition: condition(table),
        params: params
            .filter_map(|(key, node)| Some((key, param(node)?)))
            .collect(),
    })
}

/// One clause or several; a convention of the site itself rests on none.
fn clauses(node: Node) -> Vec<Word> {
    if node.is_list() {
        node.list().into_iter().filter_map(Node::label).collect()
    } else {
        node.label().into_iter().collect()
    }
}

fn param(node: Node) -> Option<Param> {
    if node.is_list() {
        Some(Param::Words(
            node.list().into_iter().filter_map(Node::label).collect(),
        ))
    } else if node.is_number() {
        node.integer().map(Param::Number)
    } else {
        node.label().map(Param::Word)
    }
}
