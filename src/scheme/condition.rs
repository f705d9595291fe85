//! Compiles a `where`: its words are checked and its places resolved. Answers no condition itself.

use crate::{
    diag::{Report, Span},
    model::Gazetteer,
    parse::draft::Where,
};

use super::{
    Applies, Condition,
    findings::ConditionSaysNothing,
    ground::{Ground, KindsOf},
};

/// What a `where` is asked about, which decides the keys that can matter in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// A commune: `place_kind`, `place`.
    Commune,
    /// A village: also `unit_kind`, `households_at_least`.
    Village,
    /// A recorded body: every key.
    Body,
}

/// Compiles a condition outside the compilation of its scheme, for the check stage's rules.
pub fn compile_condition(
    written: &Where,
    at: Span,
    scope: Scope,
    ground: (&Gazetteer, &[Applies]),
    report: &mut Report,
) -> Condition {
    compile(written, at, scope, &Ground::new(ground.0, ground.1), report)
}

/// Compiles a condition; `at` is what it belongs to.
pub(super) fn compile(
    written: &Where,
    at: Span,
    scope: Scope,
    ground: &Ground,
    report: &mut Report,
) -> Condition {
    for key in keys_beyond(written, scope) {
        report.push(at, ConditionSaysNothing { key });
    }
    ground.kinds(written.place_kind.iter(), KindsOf::Rosters, report);
    ground.kinds(written.unit_kind.iter(), KindsOf::Units, report);
    let places = written.place.iter();
    Condition {
        written: written.clone(),
        places: places
            .filter_map(|word| ground.place(word, report))
            .collect(),
    }
}

fn keys_beyond(written: &Where, scope: Scope) -> impl Iterator<Item = &'static str> {
    let least = [
        ("unit_kind", !written.unit_kind.is_empty(), Scope::Village),
        (
            "households_at_least",
            written.households_at_least.is_some(),
            Scope::Village,
        ),
        ("decided_from", written.decided_from.is_some(), Scope::Body),
        (
            "decided_until",
            written.decided_until.is_some(),
            Scope::Body,
        ),
        ("concentrated", written.concentrated.is_some(), Scope::Body),
    ];
    least
        .into_iter()
        .filter(move |(_, given, needs)| *given && scope < *needs)
        .map(|(key, ..)| key)
}
