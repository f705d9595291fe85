//! `term-not-past`: a term has not run out.
//!
//! `body` names a kind, whose bodies' `term` is looked at; without it the terms of village heads are.
//! Broken when the last day of the term is before the day of the check.
//!
//! ```toml
//! kind = "term-not-past"
//! body = "team"
//! ```

use chrono::NaiveDate;

use super::{
    super::{Head, Subject},
    Check, Kind, Scope,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::{
    diag::Sp,
    model::{BodyIdx, Text},
    parse::draft::Term,
};

pub(super) const KIND: Kind = Kind {
    name: "term-not-past",
    params: "`body` (or none: village heads)",
    broken: "the term has run out on the day of the check",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(TermNotPast {
            body: params.body_if_given()?,
        }))
    },
};

struct TermNotPast {
    body: Option<BodyIdx>,
}

impl Check for TermNotPast {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        match self.body {
            Some(kind) => check_bodies(kind, cx, out),
            None if cx.at_home() => check_heads(cx, out),
            None => {}
        }
    }
}

fn check_bodies(kind: BodyIdx, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
    for (at, body) in cx.bodies(kind) {
        if let Some(until) = past(cx, body.term) {
            out.add(breach(until, Subject::Body(at), &wording::body(cx, body)));
        }
    }
}

fn check_heads(cx: &RosterCx<'_>, out: &mut Findings<'_>) {
    for (at, unit) in cx.units() {
        if let Some(Head::Person { term, .. }) = unit.head
            && let Some(until) = past(cx, term)
        {
            let unit = wording::unit(cx, at);
            let vi = format!("người đứng đầu {}", unit.vi);
            let en = format!("the head of {}", wording::en_of(&unit));
            out.add(breach(until, Subject::Unit(at), &Text::new(vi, en)));
        }
    }
}

fn past(cx: &RosterCx<'_>, term: Option<Term>) -> Option<Sp<NaiveDate>> {
    term?.until.filter(|until| until.value < cx.as_of)
}

fn breach(until: Sp<NaiveDate>, subject: Subject, name: &Text) -> Breach {
    let (day_vi, day_en) = wording::day(until.value);
    let vi = format!("nhiệm kỳ của {} đã hết ngày {day_vi}", name.vi);
    let en = format!("the term of {} ran out on {day_en}", wording::en_of(name));
    Breach::new(until.span, subject, vi, en).todo(
        "tổ chức bầu hoặc công nhận lại, rồi cập nhật `term`",
        "hold the election or renew the recognition, then update `term`",
    )
}
