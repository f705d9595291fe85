//! `decision-present`: a body rests on a decision.
//!
//! `body` names the kind. Broken when a body names no `decision`.
//!
//! ```toml
//! kind = "decision-present"
//! body = "board"
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::BodyIdx;

pub(super) const KIND: Kind = Kind {
    name: "decision-present",
    params: "`body`",
    broken: "the body has no decision",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(DecisionPresent {
            body: params.body()?,
        }))
    },
};

struct DecisionPresent {
    body: BodyIdx,
}

impl Check for DecisionPresent {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx
            .bodies(self.body)
            .filter(|(_, body)| body.decision.is_none())
        {
            let name = wording::body(cx, body);
            let vi = format!("{} chưa có quyết định thành lập hoặc công nhận", name.vi);
            let en = format!(
                "{} has no decision that sets it up or recognises it",
                wording::en_of(&name)
            );
            let breach = Breach::new(body.span, Subject::Body(at), vi, en);
            out.add(breach.todo(
                "ghi quyết định ở `[[decisions]]` và dẫn đến nó bằng `decision`",
                "enter the decision in `[[decisions]]` and name it with `decision`",
            ));
        }
    }
}
