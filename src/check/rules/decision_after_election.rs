//! `decision-after-election`: a body is recognised after its members were elected, not before.
//!
//! `body` names the kind. Broken when the decision is older than the recorded vote (`elected`).
//!
//! ```toml
//! kind = "decision-after-election"
//! body = "team"
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::BodyIdx;

pub(super) const KIND: Kind = Kind {
    name: "decision-after-election",
    params: "`body`",
    broken: "the decision is older than the recorded vote",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(DecisionAfterElection {
            body: params.body()?,
        }))
    },
};

struct DecisionAfterElection {
    body: BodyIdx,
}

impl Check for DecisionAfterElection {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let (Some(decision), Some(elected)) = (cx.decision(body), &body.elected) else {
                continue;
            };
            if decision.date.value >= elected.value {
                continue;
            }
            let name = wording::body(cx, body);
            let name_en = wording::en_of(&name);
            let (day_vi, day_en) = wording::day(decision.date.value);
            let (vote_vi, vote_en) = wording::day(elected.value);
            let vi = format!(
                "quyết định về {} ngày {day_vi}, trước ngày bầu {vote_vi}",
                name.vi
            );
            let en =
                format!("the decision on {name_en} is of {day_en}, before the vote of {vote_en}");
            let breach = Breach::new(decision.date.span, Subject::Body(at), vi, en).on_page(
                format!("quyết định về {} có trước khi bầu", name.vi),
                format!("the decision on {name_en} is older than the vote"),
            );
            out.add(breach.todo("kiểm tra lại hai ngày", "check both days"));
        }
    }
}
