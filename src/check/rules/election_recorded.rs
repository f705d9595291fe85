//! `election-recorded`: the vote that made a body is on record.
//!
//! `body` names the kind. Broken when a body has no `elected`.
//!
//! ```toml
//! kind = "election-recorded"
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
    name: "election-recorded",
    params: "`body`",
    broken: "no vote is recorded",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(ElectionRecorded {
            body: params.body()?,
        }))
    },
};

struct ElectionRecorded {
    body: BodyIdx,
}

impl Check for ElectionRecorded {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx
            .bodies(self.body)
            .filter(|(_, body)| body.elected.is_none())
        {
            let name = wording::body(cx, body);
            let vi = format!("{} chưa ghi ngày bầu", name.vi);
            let en = format!("{} has no vote on record", wording::en_of(&name));
            let breach = Breach::new(body.span, Subject::Body(at), vi, en);
            out.add(breach.todo(
                "ghi ngày bầu ở `elected`",
                "enter the day of the vote in `elected`",
            ));
        }
    }
}
