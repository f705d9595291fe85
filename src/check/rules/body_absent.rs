//! `body-absent`: such a body must not be there.
//!
//! `body` names the kind; `where` says where it has no place. Broken for each one recorded there.
//!
//! ```toml
//! kind = "body-absent"
//! body = "team"
//! where = { place_kind = ["ward"] }
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::BodyIdx;

pub(super) const KIND: Kind = Kind {
    name: "body-absent",
    params: "`body`",
    broken: "such a body is recorded where the rule's `where` says it must not be",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(BodyAbsent {
            body: params.body()?,
        }))
    },
};

struct BodyAbsent {
    body: BodyIdx,
}

impl Check for BodyAbsent {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let name = wording::body(cx, body);
            let vi = format!("{} được ghi ở nơi không lập tổ chức này", name.vi);
            let en = format!(
                "{} is recorded where there is to be none",
                wording::en_of(&name)
            );
            let breach = Breach::new(body.span, Subject::Body(at), vi, en);
            out.add(breach.todo(
                "bỏ mục này, hoặc kiểm tra `kind` và thôn được phục vụ",
                "remove the entry, or check its `kind` and the villages it serves",
            ));
        }
    }
}
