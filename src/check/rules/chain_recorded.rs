//! `chain-recorded`: a decision names who proposed it and who agreed.
//!
//! `body` names the kind; `proposed_by` and `agreed_with` are the offices, else the establishment's.
//! Broken when the decision leaves one out or names another; a body without a decision passes.
//!
//! ```toml
//! kind = "chain-recorded"
//! body = "board"
//! proposed_by = "chair"
//! agreed_with = ["district-police-chief"]
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::{
    check::{Body, Decision},
    diag::Lang,
    model::{BodyIdx, OfficeIdx, Text},
};

pub(super) const KIND: Kind = Kind {
    name: "chain-recorded",
    params: "`body`, `proposed_by`, `agreed_with` (else the establishment's)",
    broken: "the decision does not name who proposed it and who agreed",
    scope: Scope::Body,
    make: |params| {
        let body = params.body();
        let chain = body.and_then(|body| params.kind(body).establishment.as_ref());
        let own = params.known(chain.and_then(|chain| chain.proposed_by.as_ref()));
        let proposed_by = params.office_if_given("proposed_by", own);
        let own = chain.iter().flat_map(|chain| &chain.agreed_with);
        let own = own.filter_map(|word| params.known(Some(word))).collect();
        let agreed_with = params.offices("agreed_with", own);
        let (proposed_by, agreed_with) = (proposed_by?, agreed_with?);
        if proposed_by.is_none() && agreed_with.is_empty() {
            params.missing("proposed_by");
            return None;
        }
        Some(Box::new(ChainRecorded {
            body: body?,
            proposed_by,
            agreed_with,
        }))
    },
};

struct ChainRecorded {
    body: BodyIdx,
    proposed_by: Option<OfficeIdx>,
    agreed_with: Vec<OfficeIdx>,
}

impl Check for ChainRecorded {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let Some(decision) = cx.decision(body) else {
                continue;
            };
            let missing = self.missing(cx, body, decision);
            if missing.is_empty() {
                continue;
            }
            let words = |lang| missing.iter().map(|it| it.get(lang)).collect::<Vec<_>>();
            let (vi, en) = (words(Lang::Vi).join("; "), words(Lang::En).join("; "));
            let (here, page) = wording::decision(cx, body, decision);
            let (here_en, page_en) = wording::en(&here, &page);
            let here = (
                format!("{} chưa ghi {vi}", here.vi),
                format!("{here_en} does not name {en}"),
            );
            let page = (
                format!("{} chưa ghi {vi}", page.vi),
                format!("{page_en} does not name {en}"),
            );
            let breach = Breach::new(decision.span, Subject::Body(at), here.0, here.1);
            out.add(breach.once().on_page(page.0, page.1).todo(
                "bổ sung `proposed_by` và `agreed_with` của quyết định",
                "complete the decision's `proposed_by` and `agreed_with`",
            ));
        }
    }
}

impl ChainRecorded {
    fn missing(&self, cx: &RosterCx<'_>, body: &Body, decision: &Decision) -> Vec<Text> {
        let same = |is, office| cx.same_office(decision.scheme, is, office);
        let mut missing = Vec::new();
        if let Some(office) = self.proposed_by
            && !decision.proposed_by.is_some_and(|is| same(is, office))
        {
            missing.push(named(cx, body, office, "người đề nghị", "who proposed it"));
        }
        for office in &self.agreed_with {
            if !decision.agreed_with.iter().any(|is| same(*is, *office)) {
                missing.push(named(cx, body, *office, "người thống nhất", "who agreed"));
            }
        }
        missing
    }
}

fn named(cx: &RosterCx<'_>, body: &Body, office: OfficeIdx, vi: &str, en: &str) -> Text {
    let title = wording::office(cx, office, body);
    let title_en = wording::en_of(&title);
    Text::new(format!("{vi} ({})", title.vi), format!("{en} ({title_en})"))
}
