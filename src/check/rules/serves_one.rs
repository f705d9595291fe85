//! `serves-one`: a body of this kind serves exactly one village.
//!
//! `body` names the kind. Broken when one serves several; serving none is an error of the file and is reported as such.
//!
//! ```toml
//! kind = "serves-one"
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
    name: "serves-one",
    params: "`body`",
    broken: "a body serves no village or more than one",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(ServesOne {
            body: params.body()?,
        }))
    },
};

struct ServesOne {
    body: BodyIdx,
}

impl Check for ServesOne {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx
            .bodies(self.body)
            .filter(|(_, body)| body.serves.len() > 1)
        {
            let (name, count) = (wording::body(cx, body), body.serves.len());
            let vi = format!(
                "{} phục vụ {count} thôn, quy định mỗi tổ chức một thôn",
                name.vi
            );
            let en = format!(
                "{} serves {count} villages, but each is to serve one",
                wording::en_of(&name)
            );
            let breach = Breach::new(body.span, Subject::Body(at), vi, en);
            out.add(breach.todo(
                "tách thành mỗi thôn một tổ chức",
                "split it into one for each village",
            ));
        }
    }
}
