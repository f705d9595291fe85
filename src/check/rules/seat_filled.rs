//! `seat-filled`: someone sits in a post for an office.
//!
//! `body`, `post` and `office` name the seat. Filled by a member whose `office` it is, or who names none and holds it.
//! Broken at the declared vacancy of the seat, else at the body.
//!
//! ```toml
//! kind = "seat-filled"
//! body = "board"
//! post = "member"
//! office = "youth-secretary"
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::{
    check::Body,
    model::{BodyIdx, OfficeIdx, PostIdx},
};

pub(super) const KIND: Kind = Kind {
    name: "seat-filled",
    params: "`body`, `post`, `office`",
    broken: "no current member sits in `post` for `office` (the membership's `office`, or an office the person holds)",
    scope: Scope::Body,
    make: |params| {
        let body = params.body();
        let post = params.post(body);
        let office = params.office("office", None);
        Some(Box::new(SeatFilled {
            body: body?,
            post: post?,
            office: office?,
        }))
    },
};

struct SeatFilled {
    body: BodyIdx,
    post: PostIdx,
    office: OfficeIdx,
}

impl Check for SeatFilled {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let mut holders = cx.holders(body, self.post);
            let filled = holders.any(|(member, person)| match member.office {
                Some(office) => office == self.office,
                None => cx.holds_office(person, self.office, body),
            });
            if !filled {
                out.add(self.breach(cx, at, body));
            }
        }
    }
}

impl SeatFilled {
    fn breach(&self, cx: &RosterCx<'_>, at: usize, body: &Body) -> Breach {
        let (name, office) = (
            wording::body(cx, body),
            wording::office(cx, self.office, body),
        );
        let (name_en, office_en) = wording::en(&name, &office);
        let mut vacancies = cx.vacancies(body, self.post);
        let vacancy = vacancies.find(|seat| seat.office == Some(self.office));
        let (span, vi, en) = match vacancy {
            Some(seat) => {
                let (vacant_vi, vacant_en) = wording::vacant_since(seat.from);
                let vi = format!("{}: ghế của {} {vacant_vi}", name.vi, office.vi);
                (
                    seat.span,
                    vi,
                    format!("{name_en}: the seat of {office_en} {vacant_en}"),
                )
            }
            None => {
                let vi = format!("{} chưa có {} tham gia", name.vi, office.vi);
                (
                    body.span,
                    vi,
                    format!("{name_en} does not include {office_en}"),
                )
            }
        };
        Breach::new(span, Subject::Body(at), vi, en).todo(
            "ghi người đó vào `members` với `office` tương ứng",
            "enter the person in `members` with that `office`",
        )
    }
}
