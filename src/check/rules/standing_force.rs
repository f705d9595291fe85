//! `standing-force`: the standing force of a body can be reached.
//!
//! `body` names the kind. Broken when the decree gives it a standing force in this kind of commune, and the office has
//! no duty phone of the police.
//!
//! ```toml
//! kind = "standing-force"
//! body = "board"
//! ```

use super::{
    super::Subject,
    Check, Kind, Scope,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::BodyIdx;

pub(super) const KIND: Kind = Kind {
    name: "standing-force",
    params: "`body`",
    broken: "the commune's police duty phone, which reaches the standing force, is not recorded",
    scope: Scope::Commune,
    make: |params| {
        Some(Box::new(StandingForce {
            body: params.body()?,
        }))
    },
};

struct StandingForce {
    body: BodyIdx,
}

impl Check for StandingForce {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let mut forces = cx.kind(self.body).standing_force.iter();
        let force = forces.find(|(here, ..)| here.holds_at(cx.gazetteer, cx.roster.place));
        let office = &cx.roster.office;
        if let (Some((_, force, _)), None) = (force, &office.police_duty) {
            let place = wording::commune(cx);
            let (force_en, place_en) = wording::en(force, &place);
            let vi = format!("{} chưa có số trực ban của {}", place.vi, force.vi);
            let en = format!("{place_en} has no duty phone of the {force_en}");
            let at = office.span.unwrap_or(cx.roster.at);
            let breach = Breach::new(at, Subject::Commune, vi, en);
            out.add(breach.todo(
                "ghi `police_duty` trong `[office]`",
                "enter `police_duty` in `[office]`",
            ));
        }
    }
}
