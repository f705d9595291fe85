//! Answers the parts of a `where` that are about villages and recorded bodies.
//!
//! The part about the commune is [`Condition::holds_at`]; what is not recorded meets no condition about it.

use super::super::{Body, Roster, Unit};
use crate::{model::Edition, scheme::Condition};

/// Whether a condition holds for a village.
pub(super) fn hold_for_unit(condition: &Condition, unit: &Unit, edition: &Edition) -> bool {
    condition.holds_for_unit(&edition.kinds[unit.kind].id)
        && enough(condition.written.households_at_least, unit.households)
}

/// Whether a condition holds for a body; of several villages it serves, one of the right kind suffices.
pub(super) fn hold_for_body(
    condition: &Condition,
    body: &Body,
    roster: &Roster,
    edition: &Edition,
) -> bool {
    let written = &condition.written;
    let kinds = || {
        body.serves
            .iter()
            .map(|at| &edition.kinds[roster.units[at.at()].kind].id)
    };
    let decided = body.decision.map(|at| roster.decisions[at].date.value);
    let concentrated = body.concentrated.is_some();
    (written.unit_kind.is_empty() || kinds().any(|kind| condition.holds_for_unit(kind)))
        && written
            .decided_from
            .is_none_or(|day| decided.is_some_and(|on| on >= day))
        && written
            .decided_until
            .is_none_or(|day| decided.is_some_and(|on| on <= day))
        && written
            .concentrated
            .is_none_or(|wanted| wanted == concentrated)
        && enough(
            written.households_at_least,
            body.households.as_ref().map(|it| it.value),
        )
}

fn enough(least: Option<u32>, households: Option<u32>) -> bool {
    least.is_none_or(|least| households.is_some_and(|households| households >= least))
}
