//! `member-per-unit`: the holder of an office of each village sits in a body.
//!
//! `body` names the kind and `office` the office; `where` chooses villages.
//! Broken for a village whose holder does not sit there today; a village where no one holds the office passes.
//!
//! ```toml
//! kind = "member-per-unit"
//! body = "board"
//! office = "village-head"
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::{
    check::Body,
    model::{BodyIdx, OfficeIdx, PersonIdx, UnitIdx},
};

pub(super) const KIND: Kind = Kind {
    name: "member-per-unit",
    params: "`body`, `office`",
    broken: "a village's holder of `office` (its head) does not sit in the body",
    scope: Scope::Village,
    make: |params| {
        let body = params.body();
        let office = params.office("office", None);
        Some(Box::new(MemberPerUnit {
            body: body?,
            office: office?,
        }))
    },
};

struct MemberPerUnit {
    body: BodyIdx,
    office: OfficeIdx,
}

impl Check for MemberPerUnit {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let own = |body: &Body| body.scheme == cx.at && body.kind == self.body;
        let bodies = cx.roster.bodies.iter().enumerate();
        for (at, body) in bodies.filter(|(_, body)| own(body)) {
            for (unit, _) in cx.units() {
                let serves = body.serves.is_empty() || body.serves.contains(&unit);
                let sits = |person: &PersonIdx| cx.current(body).any(|it| it.1 == *person);
                let holders = cx.holders_in(unit, self.office);
                if serves && !holders.is_empty() && !holders.iter().any(sits) {
                    out.add(self.breach(cx, (at, body), unit, holders[0]));
                }
            }
        }
    }
}

impl MemberPerUnit {
    fn breach(
        &self,
        cx: &RosterCx<'_>,
        (at, body): (usize, &Body),
        unit: UnitIdx,
        person: PersonIdx,
    ) -> Breach {
        let kind = &cx.edition.kinds[cx.unit(unit).kind];
        let (name, village) = (wording::body(cx, body), &cx.unit(unit).name.value);
        let office = cx.scheme.office_title(self.office, kind);
        let (name_en, office_en) = wording::en(&name, &office);
        let vi = format!("{} chưa có {} của {village}", name.vi, office.vi);
        let en = format!("{name_en} does not include the {office_en} of {village}");
        Breach::new(cx.unit(unit).span, Subject::Body(at), vi, en)
            .about(person)
            .todo(
                "ghi người đó vào `members` của tổ chức",
                "enter the person in the body's `members`",
            )
    }
}
