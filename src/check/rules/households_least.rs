//! `households-least`: a body of households has enough of them.
//!
//! `body` names the kind and `least` the number. Broken when fewer are recorded and no `concentrated` reason is given;
//! a body whose households are not recorded passes. The page does not show the number, which may be withheld.
//!
//! ```toml
//! kind = "households-least"
//! body = "group"
//! least = 10
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::BodyIdx;

pub(super) const KIND: Kind = Kind {
    name: "households-least",
    params: "`body`, `least`",
    broken: "fewer households than `least` and no `concentrated` reason",
    scope: Scope::Body,
    make: |params| {
        let body = params.body();
        let least = params.number("least", None);
        Some(Box::new(HouseholdsLeast {
            body: body?,
            least: least?,
        }))
    },
};

struct HouseholdsLeast {
    body: BodyIdx,
    least: u32,
}

impl Check for HouseholdsLeast {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx
            .bodies(self.body)
            .filter(|(_, body)| body.concentrated.is_none())
        {
            let Some(households) = body.households.as_ref().filter(|it| it.value < self.least)
            else {
                continue;
            };
            let (name, least, count) = (wording::body(cx, body), self.least, households.value);
            let name_en = wording::en_of(&name);
            let vi = format!("{} có {count} hộ, quy định từ {least} hộ trở lên", name.vi);
            let en = format!(
                "{name_en} has {}, at least {least} are needed",
                wording::count(count, "household")
            );
            let breach = Breach::new(households.span, Subject::Body(at), vi, en).on_page(
                format!("{} chưa đủ {least} hộ", name.vi),
                format!("{name_en} has fewer than {least} households"),
            );
            out.add(breach.todo(
                "nếu các hộ sống tập trung, ghi lý do ở `concentrated`; nếu không, ghép với tổ bên cạnh",
                "if the households live close together, say so in `concentrated`; if not, join a neighbouring group",
            ));
        }
    }
}
