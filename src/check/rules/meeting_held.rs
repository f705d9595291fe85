//! `meeting-held`: a body's regular meeting is not overdue.
//!
//! `body` and `meeting` name the meeting, whose `every` is the cadence; `grace_days` are allowed on top (0 when absent).
//! Broken when the last one recorded is older than cadence and grace; a body with none recorded is passed over.
//!
//! ```toml
//! kind = "meeting-held"
//! body = "board"
//! meeting = "monthly"
//! grace_days = 15
//! ```

use chrono::{Days, Months, NaiveDate};

use super::{
    super::findings::MeetingWithoutCadence,
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    params::Params,
    wording,
};
use crate::{
    model::{BodyIdx, text::lower},
    parse::draft::Every,
};

pub(super) const KIND: Kind = Kind {
    name: "meeting-held",
    params: "`body`, `meeting`, `grace_days`",
    broken: "the last recorded meeting is older than its cadence plus grace; bodies with no meetings recorded are passed over",
    scope: Scope::Body,
    make,
};

struct MeetingHeld {
    body: BodyIdx,
    meeting: usize,
    grace: u32,
}

impl Check for MeetingHeld {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let meeting = &cx.kind(self.body).meetings[self.meeting];
        for (at, body) in cx.bodies(self.body) {
            let held = body
                .meetings
                .iter()
                .filter(|(kind, _)| *kind == self.meeting);
            let Some(last) = held.map(|(_, day)| *day).max() else {
                continue;
            };
            let due = next(last, meeting.every);
            let due = due.and_then(|due| due.checked_add_days(Days::new(self.grace.into())));
            if due.is_none_or(|due| cx.as_of <= due) {
                continue;
            }
            let name = wording::body(cx, body);
            let (name_en, title_en) = wording::en(&name, &meeting.title);
            let (day_vi, day_en) = wording::day(last);
            let vi = format!(
                "{}: {} gần nhất là ngày {day_vi}, đã quá hạn",
                name.vi,
                lower(&meeting.title.vi)
            );
            let en = format!(
                "{name_en}: the last {} was on {day_en} and the next is overdue",
                lower(title_en)
            );
            let breach = Breach::new(body.span, Subject::Body(at), vi, en);
            out.add(breach.todo(
                "ghi lần họp mới nhất vào `meetings`",
                "enter the latest one in `meetings`",
            ));
        }
    }
}

fn make(params: &mut Params<'_>) -> Option<Box<dyn Check>> {
    let body = params.body();
    let meeting = params.meeting(body);
    let grace = params.number("grace_days", Some(0));
    let (body, (meeting, at), grace) = (body?, meeting?, grace?);
    let draft = &params.kind(body).meetings[meeting];
    if draft.every == Every::WhenCalled {
        let meeting = draft.id.value.clone();
        params.report(at, MeetingWithoutCadence { meeting });
        return None;
    }
    Some(Box::new(MeetingHeld {
        body,
        meeting,
        grace,
    }))
}

fn next(last: NaiveDate, every: Every) -> Option<NaiveDate> {
    match every {
        Every::Weeks(weeks) => last.checked_add_days(Days::new(u64::from(weeks) * 7)),
        Every::Months(months) => last.checked_add_months(Months::new(months)),
        Every::Years(years) => last.checked_add_months(Months::new(years.saturating_mul(12))),
        Every::WhenCalled => None,
    }
}
