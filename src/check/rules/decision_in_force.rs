//! `decision-in-force`: the decision on a body was taken while the decree was in force in this place.
//!
//! `body` names the kind. Broken when the decision's date is outside the dates of `[[applies]]` for the commune;
//! where the decree never applies, that is reported of the file instead.
//!
//! ```toml
//! kind = "decision-in-force"
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
    name: "decision-in-force",
    params: "`body`",
    broken: "the decision's date is outside the scheme's dates in force there",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(DecisionInForce {
            body: params.body()?,
        }))
    },
};

struct DecisionInForce {
    body: BodyIdx,
}

impl Check for DecisionInForce {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let applies = || cx.scheme.applies_at(cx.gazetteer, cx.roster.place);
        if applies().next().is_none() {
            return;
        }
        for (at, body) in cx.bodies(self.body) {
            let Some(decision) = cx.decision(body) else {
                continue;
            };
            let on = decision.date.value;
            if applies().any(|it| it.from <= on && it.until.is_none_or(|until| on <= until)) {
                continue;
            }
            let (here, page) = wording::decision(cx, body, decision);
            let (here_en, page_en) = wording::en(&here, &page);
            let scheme = &cx.scheme.short;
            let scheme_en = wording::en_of(scheme);
            let (day_vi, day_en) = wording::day(on);
            let vi = format!(
                "{} ngày {day_vi}, lúc {} không có hiệu lực ở đây",
                here.vi, scheme.vi
            );
            let en = format!("{here_en} is of {day_en}, when {scheme_en} was not in force here");
            let breach = Breach::new(decision.date.span, Subject::Body(at), vi, en);
            let breach = breach.once().on_page(
                format!("{} ra lúc {} không có hiệu lực ở đây", page.vi, scheme.vi),
                format!("{page_en} was taken when {scheme_en} was not in force here"),
            );
            out.add(breach.todo(
                "kiểm tra lại ngày; nếu đúng, cần quyết định mới theo văn bản đang có hiệu lực",
                "check the date; if it is right, a new decision under the decree in force is needed",
            ));
        }
    }
}
