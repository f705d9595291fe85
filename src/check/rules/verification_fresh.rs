//! `verification-fresh`: someone vouched for the roster not too long ago.
//!
//! `days` is how long a verification counts. Broken when the roster was verified longer ago, or never.
//!
//! ```toml
//! kind = "verification-fresh"
//! days = 180
//! ```

use super::{
    super::Subject,
    Check, Kind, Scope,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};

pub(super) const KIND: Kind = Kind {
    name: "verification-fresh",
    params: "`days`",
    broken: "the roster was verified longer ago, or never",
    scope: Scope::Commune,
    make: |params| {
        Some(Box::new(VerificationFresh {
            days: params.number("days", None)?,
        }))
    },
};

struct VerificationFresh {
    days: u32,
}

impl Check for VerificationFresh {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let (place, days) = (wording::commune(cx), self.days);
        let place_en = wording::en_of(&place);
        let (at, vi, en) = match &cx.roster.verified {
            None => (
                cx.roster.at,
                format!("danh sách {} chưa được ai xác nhận", place.vi),
                format!("no one has vouched for the roster of {place_en}"),
            ),
            Some(verified) => {
                let on = verified.date.value;
                if (cx.as_of - on).num_days() <= i64::from(days) {
                    return;
                }
                let (day_vi, day_en) = wording::day(on);
                (
                    verified.date.span,
                    format!(
                        "danh sách {} xác nhận lần cuối ngày {day_vi}, đã quá {days} ngày",
                        place.vi
                    ),
                    format!(
                        "the roster of {place_en} was last verified on {day_en}, more than {days} days ago"
                    ),
                )
            }
        };
        out.add(Breach::new(at, Subject::Commune, vi, en).todo(
            "rà soát danh sách rồi ghi ngày và người xác nhận ở `verified`",
            "go through the roster, then enter the day and who did it in `verified`",
        ));
    }
}
