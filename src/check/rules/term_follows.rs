//! `term-follows`: a body's term does not outlast that of the head of a village it serves.
//!
//! `body` names the kind. Broken when the body's last day is after the head's; open ends and vacancies pass.
//!
//! ```toml
//! kind = "term-follows"
//! body = "team"
//! ```

use super::{
    super::Head,
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::{BodyIdx, UnitIdx};
use chrono::NaiveDate;

pub(super) const KIND: Kind = Kind {
    name: "term-follows",
    params: "`body`",
    broken: "the body's term outlasts the term of the served village's head",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(TermFollows {
            body: params.body()?,
        }))
    },
};

struct TermFollows {
    body: BodyIdx,
}

impl Check for TermFollows {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let Some(until) = body.term.and_then(|term| term.until) else {
                continue;
            };
            let ends = body
                .serves
                .iter()
                .filter_map(|unit| Some((*unit, head_ends(cx, *unit)?)));
            for (unit, end) in ends.filter(|(_, end)| until.value > *end) {
                let (name, village) = (wording::body(cx, body), wording::unit(cx, unit));
                let (name_en, village_en) = wording::en(&name, &village);
                let ((own_vi, own_en), (end_vi, end_en)) =
                    (wording::day(until.value), wording::day(end));
                let vi = format!(
                    "nhiệm kỳ của {} đến {own_vi}, dài hơn nhiệm kỳ người đứng đầu {} ({end_vi})",
                    name.vi, village.vi
                );
                let en = format!(
                    "the term of {name_en} ends on {own_en}, after that of the head of {village_en} ({end_en})"
                );
                let breach = Breach::new(until.span, Subject::Body(at), vi, en);
                out.add(breach.todo(
                    "cho hai nhiệm kỳ hết cùng ngày, hoặc kiểm tra lại `until`",
                    "let both terms end on one day, or check `until`",
                ));
            }
        }
    }
}

fn head_ends(cx: &RosterCx<'_>, unit: UnitIdx) -> Option<NaiveDate> {
    match cx.unit(unit).head? {
        Head::Person { term, .. } => Some(term?.until?.value),
        Head::Vacant { .. } => None,
    }
}
