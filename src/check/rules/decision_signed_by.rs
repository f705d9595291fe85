//! `decision-signed-by`: the decision on a body is signed by the right office.
//!
//! `body` names the kind; `office` is who signs, else the establishment's `decided_by`.
//! Broken when another office signed; a body without a decision passes.
//!
//! ```toml
//! kind = "decision-signed-by"
//! body = "board"
//! office = "district-chair"
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::{
    check::Decision,
    model::{BodyIdx, OfficeIdx},
};

pub(super) const KIND: Kind = Kind {
    name: "decision-signed-by",
    params: "`body`, `office` (else the establishment's)",
    broken: "the decision is signed by another office",
    scope: Scope::Body,
    make: |params| {
        let body = params.body();
        let chain = body.and_then(|body| params.kind(body).establishment.as_ref());
        let own = params.known(chain.map(|chain| &chain.decided_by));
        let office = params.office("office", own);
        Some(Box::new(DecisionSignedBy {
            body: body?,
            office: office?,
        }))
    },
};

struct DecisionSignedBy {
    body: BodyIdx,
    office: OfficeIdx,
}

impl Check for DecisionSignedBy {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let Some(decision) = cx.decision(body).filter(|it| !self.signs(cx, it)) else {
                continue;
            };
            let right = wording::office(cx, self.office, body);
            let signer = wording::signer(cx, body, decision);
            let (here, page) = wording::decision(cx, body, decision);
            let ((here_en, page_en), (right_en, signer_en)) =
                (wording::en(&here, &page), wording::en(&right, &signer));
            let vi = format!(
                "{} do {} ký, theo quy định do {} ký",
                here.vi, signer.vi, right.vi
            );
            let en = format!("{here_en} is signed by {signer_en}, the rule is {right_en}");
            let breach = Breach::new(decision.signed_by.span, Subject::Body(at), vi, en);
            let breach = breach.once().on_page(
                format!("{} không do {} ký", page.vi, right.vi),
                format!("{page_en} is not signed by {right_en}"),
            );
            out.add(breach.todo(
                "kiểm tra lại `signed_by`; nếu đúng như vậy, cần quyết định của người có thẩm quyền",
                "check `signed_by`; if it is so, a decision by the right office is needed",
            ));
        }
    }
}

impl DecisionSignedBy {
    /// Offices are the same by id where the decision belongs to another scheme.
    fn signs(&self, cx: &RosterCx<'_>, decision: &Decision) -> bool {
        cx.same_office(decision.scheme, decision.signed_by.value, self.office)
    }
}
