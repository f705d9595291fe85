//! `[[rules]]` of a scheme, with the parameters of their kinds, and the `where` conditions used all over a scheme.

use crate::{
    diag::Severity,
    parse::{
        dates::DAY,
        draft::{Param, RuleDraft, Where, Word},
        findings::Shape,
        numbers::{FLAG, POSITIVE},
        strings::{CODE, ID, PLACE_KEY},
        tree::Value,
        walk::{Given, Kind, Table},
    },
};

const SEVERITY: Kind<Severity> = Kind {
    shape: Shape::Id,
    read: |given: Given<'_>| {
        let at = given.choice(&["warning", "error"])?;
        Some([Severity::Warning, Severity::Error][at])
    },
};

/// One clause or several.
const CLAUSES: Kind<Vec<Word>> = Kind {
    shape: Shape::Text,
    read: |given: Given<'_>| match &given.value.value {
        Value::List(_) => Some(given.each(Shape::Strings, CODE.read)),
        _ => (CODE.read)(given).map(|clause| vec![clause]),
    },
};

/// Reads an entry of `[[rules]]`: what is no key of every rule is a parameter of its kind.
pub(super) fn rule(table: &mut Table<'_>) -> Option<RuleDraft> {
    let id = table.need("id", CODE);
    let kind = table.need("kind", ID);
    let severity = table.need("severity", SEVERITY);
    let clauses = table.need("clause", CLAUSES);
    let words = table.text_here();
    let condition = condition(table);
    let rest = table.rest().into_iter();
    let params = rest.filter_map(|(key, given)| Some((key.map(Into::into), param(given)?)));
    let params = params.collect();
    Some(RuleDraft {
        span: table.span,
        id: id?,
        kind: kind?,
        severity: severity?,
        clauses: clauses?,
        words: words?,
        condition,
        params,
    })
}

/// The optional `where` of a table.
pub(super) fn condition(table: &mut Table<'_>) -> Where {
    let condition = table.table("where", |table| {
        Some(Where {
            place_kind: table.list("place_kind", ID),
            unit_kind: table.list("unit_kind", ID),
            place: table.list("place", PLACE_KEY),
            decided_from: table.may("decided_from", DAY),
            decided_until: table.may("decided_until", DAY),
            concentrated: table.may("concentrated", FLAG),
            households_at_least: table.may("households_at_least", POSITIVE),
        })
    });
    condition.unwrap_or_default()
}

fn param(given: Given<'_>) -> Option<Param> {
    match &given.value.value {
        Value::Integer(..) => given
            .integer()
            .map(|number| Param::Number(given.at(number))),
        Value::List(_) => Some(Param::Words(given.each(Shape::Strings, CODE.read))),
        _ => (CODE.read)(given).map(Param::Word),
    }
}
