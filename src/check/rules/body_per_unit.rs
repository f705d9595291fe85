//! `body-per-unit`: every village is served by one body of this kind.
//!
//! `body` names the kind; `where` chooses villages. Broken for a village that none serves, or more than one.
//! A body under another scheme counts when it has the same id; villages where the decree has no such body are passed over.
//!
//! ```toml
//! kind = "body-per-unit"
//! body = "team"
//! where = { unit_kind = ["hamlet"] }
//! ```

use super::{
    super::Subject,
    Check, Kind, Scope,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::{BodyIdx, UnitIdx};

pub(super) const KIND: Kind = Kind {
    name: "body-per-unit",
    params: "`body`",
    broken: "a village (matching `where`) is served by no such body, or by more than one",
    scope: Scope::Village,
    make: |params| {
        Some(Box::new(BodyPerUnit {
            body: params.body()?,
        }))
    },
};

struct BodyPerUnit {
    body: BodyIdx,
}

impl Check for BodyPerUnit {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        if !cx.exists_here(self.body) {
            return;
        }
        let mut served = vec![0_u32; cx.roster.units.len()];
        let mut again = Vec::new();
        for (at, body) in cx.standing_for(self.body) {
            for unit in &body.serves {
                served[unit.at()] += 1;
                if served[unit.at()] > 1 {
                    again.push((at, *unit));
                }
            }
        }
        let condition = &cx.kind(self.body).condition;
        let asked = |kind: usize| condition.holds_for_unit(&cx.edition.kinds[kind].id);
        for (at, _) in cx.units().filter(|(_, unit)| asked(unit.kind)) {
            if served[at.at()] == 0 {
                out.add(self.none(cx, at));
            }
            for (body, _) in again.iter().filter(|(_, twice)| *twice == at) {
                out.add(self.another(cx, *body, at));
            }
        }
    }
}

impl BodyPerUnit {
    fn none(&self, cx: &RosterCx<'_>, at: UnitIdx) -> Breach {
        let (title, unit) = (&cx.kind(self.body).short, wording::unit(cx, at));
        let (title_en, unit_en) = wording::en(title, &unit);
        let vi = format!("{} chưa có {}", unit.vi, title.vi);
        let en = format!("{unit_en} has no {title_en}");
        Breach::new(cx.unit(at).span, Subject::Unit(at), vi, en).todo(
            "ghi tổ chức phục vụ thôn vào `[[bodies]]` khi đã được thành lập",
            "add the body that serves it to `[[bodies]]` once it is set up",
        )
    }

    fn another(&self, cx: &RosterCx<'_>, body: usize, at: UnitIdx) -> Breach {
        let (title, unit) = (&cx.kind(self.body).short, wording::unit(cx, at));
        let (title_en, unit_en) = wording::en(title, &unit);
        let vi = format!("{} có hơn một {}", unit.vi, title.vi);
        let en = format!("{unit_en} has more than one {title_en}");
        let span = cx.roster.bodies[body].span;
        Breach::new(span, Subject::Body(body), vi, en).todo(
            "kiểm tra lại `serves`, hoặc gộp lại làm một",
            "check `serves`, or merge them",
        )
    }
}
