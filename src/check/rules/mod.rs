//! The rules of a decree: the closed set of kinds, how a scheme's rules are compiled, and how they are run.
//!
//! Which rules there are, their words, numbers and clauses are data; only kinds of reasoning live here, one file each.
//! To add a kind: write its file with `//!` words, a `KIND` and its check, and name it in [`KINDS`].

mod conditions;
mod context;
mod outcome;
mod params;
mod wording;

mod attribute;
mod body_absent;
mod body_per_place;
mod body_per_unit;
mod chain_recorded;
mod decision_after_election;
mod decision_in_force;
mod decision_present;
mod decision_signed_by;
mod election_recorded;
mod households_least;
mod meeting_held;
mod member_per_unit;
mod office_holds_post;
mod office_recorded;
mod one_body_each;
mod one_post_each;
mod post_at_most;
mod post_filled;
mod seat_filled;
mod serves_one;
mod size;
mod standing_force;
mod term_follows;
mod term_not_past;
mod verification_fresh;

pub use outcome::RuleBroken;

use rayon::prelude::*;

use self::{context::RosterCx, outcome::Findings, params::Params};
use super::{
    Broken, Frame, Roster, Subject,
    findings::{UnknownParameter, UnknownRuleKind},
};
use crate::{
    diag::Report,
    model::{RosterIdx, SchemeIdx},
    parse::near::near,
    scheme::{Condition, Scope, compile_condition, look_up},
};

/// A kind of rule.
#[derive(Debug)]
pub struct Kind {
    /// Its name in a scheme.
    pub name: &'static str,
    /// Its parameters, as the reference lists them (Markdown).
    pub params: &'static str,
    /// When it is broken, as the reference says (Markdown).
    pub broken: &'static str,
    /// What its `where` is asked about.
    pub scope: Scope,
    /// Reads the parameters; `None` when they are unusable, which has been reported.
    make: fn(&mut Params<'_>) -> Option<Box<dyn Check>>,
}

/// Every kind there is, in the order of the reference.
pub static KINDS: &[Kind] = &[
    body_per_place::KIND,
    body_per_unit::KIND,
    body_absent::KIND,
    serves_one::KIND,
    post_filled::KIND,
    post_at_most::KIND,
    size::EXACT,
    size::LEAST,
    size::MOST,
    office_holds_post::KIND,
    seat_filled::KIND,
    member_per_unit::KIND,
    standing_force::KIND,
    office_recorded::KIND,
    households_least::KIND,
    decision_present::KIND,
    decision_signed_by::KIND,
    decision_in_force::KIND,
    decision_after_election::KIND,
    election_recorded::KIND,
    chain_recorded::KIND,
    term_not_past::KIND,
    term_follows::KIND,
    one_post_each::KIND,
    one_body_each::KIND,
    meeting_held::KIND,
    verification_fresh::KIND,
    attribute::LEAST,
    attribute::TRUE,
];

/// The reasoning of one rule with its parameters.
trait Check: Send + Sync {
    /// Adds whatever breaks the rule in one roster.
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>);
}

/// A rule of a scheme, ready to run.
struct Rule {
    scheme: SchemeIdx,
    at: usize,
    scope: Scope,
    condition: Condition,
    check: Box<dyn Check>,
}

/// Holds all rosters against the rules of their schemes.
pub(super) fn run(rosters: &[Roster], frame: &Frame, report: &mut Report) -> Vec<Broken> {
    let rules: Vec<Vec<Rule>> = (0..frame.schemes.all.len())
        .map(|scheme| compile(SchemeIdx::new(scheme), frame, report))
        .collect();
    let found: Vec<(Report, Vec<Broken>)> = rosters
        .par_iter()
        .enumerate()
        .map(|(at, roster)| run_one(RosterIdx::new(at), roster, &rules, frame))
        .collect();
    let mut broken = Vec::new();
    for (findings, of_roster) in found {
        report.merge(findings);
        broken.extend(of_roster);
    }
    broken
}

/// Rules of the roster's own scheme see all of it; those of another scheme see only the bodies that name it.
fn run_one(
    at: RosterIdx,
    roster: &Roster,
    rules: &[Vec<Rule>],
    frame: &Frame,
) -> (Report, Vec<Broken>) {
    let mut schemes = vec![roster.scheme];
    for body in &roster.bodies {
        if !schemes.contains(&body.scheme) {
            schemes.push(body.scheme);
        }
    }
    let mut report = Report::default();
    let mut broken = Vec::new();
    for rule in schemes.iter().flat_map(|scheme| &rules[scheme.at()]) {
        let foreign = rule.scheme != roster.scheme && rule.scope < Scope::Body;
        if foreign || !rule.condition.holds_at(frame.gazetteer, roster.place) {
            continue;
        }
        let cx = RosterCx::new(frame, roster, rule.scheme, &rule.condition);
        let mut out = Findings::new(&cx, rule.at, at, &mut report, &mut broken);
        rule.check.check(&cx, &mut out);
    }
    (report, broken)
}

fn compile(at: SchemeIdx, frame: &Frame, report: &mut Report) -> Vec<Rule> {
    let scheme = frame.schemes.get(at);
    let mut rules = Vec::with_capacity(scheme.rules.len());
    for (index, draft) in scheme.rules.iter().enumerate() {
        let names = KINDS.iter().map(|kind| kind.name);
        let Some(kind) = look_up::<UnknownRuleKind>(&draft.kind, names, report) else {
            continue;
        };
        let kind = &KINDS[kind];
        let ground = (frame.gazetteer, &*scheme.applies);
        let condition =
            compile_condition(&draft.condition, draft.id.span, kind.scope, ground, report);
        let mut params = Params::new(frame.gazetteer, scheme, draft, report);
        let check = (kind.make)(&mut params);
        let asked = params.asked();
        for (name, _) in draft
            .params
            .iter()
            .filter(|(name, _)| !asked.contains(&&*name.value))
        {
            let near = near(&name.value, asked.iter().copied());
            let finding = UnknownParameter {
                kind: draft.kind.value.clone(),
                name: name.value.clone(),
                near: near.map(Into::into),
            };
            report.push(name.span, finding);
        }
        rules.extend(check.map(|check| Rule {
            scheme: at,
            at: index,
            scope: kind.scope,
            condition,
            check,
        }));
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    #[test]
    fn the_reference_page_says_what_the_kinds_say() {
        let page = include_str!("../../../docs/rules.md");
        let rows = page.lines().filter(|line| line.starts_with("| `"));
        let table: Vec<String> = KINDS
            .iter()
            .map(|kind| format!("| `{}` | {} | {} |", kind.name, kind.params, kind.broken))
            .collect();
        assert_eq!(rows.collect::<Vec<_>>(), table);
    }
}
