//! A year of meetings: a dot for each, month by month, for every body that meets at set times.

use super::{
    super::labels::{Label, Labels},
    Drawn,
    sheet::Sheet,
};
use crate::{
    diag::Lang,
    parse::draft::{Every, MeetingDraft},
    scheme::{Scheme, every},
};

/// Whether any body meets at set times.
pub(super) fn has(scheme: &Scheme) -> bool {
    let mut meetings = scheme.bodies.iter().flat_map(|body| &body.meetings);
    meetings.any(|meeting| meeting.every != Every::WhenCalled)
}

pub(super) fn draw(scheme: &Scheme, lang: Lang, labels: &Labels) -> Drawn {
    let mut sheet = Sheet::new();
    let mut words = Vec::new();
    sheet.heading(labels.get(Label::FigureMonth));
    sheet.months();
    for body in &scheme.bodies {
        let fixed: Vec<&MeetingDraft> = body
            .meetings
            .iter()
            .filter(|meeting| meeting.every != Every::WhenCalled)
            .collect();
        if fixed.is_empty() {
            continue;
        }
        sheet.gap(8.0);
        sheet.heading(body.short.get(lang));
        for meeting in fixed {
            sheet.row(meeting.title.get(lang), &dots(meeting.every));
        }
        let told: Vec<String> = body
            .meetings
            .iter()
            .map(|meeting| {
                let title = meeting.title.get(lang);
                let every = every(meeting.every);
                format!("{title} ({})", every.get(lang))
            })
            .collect();
        words.push(format!("{}: {}", body.title.get(lang), told.join("; ")));
    }
    Drawn {
        caption: labels.get(Label::FigureCalendar).to_owned(),
        sheet,
        words,
    }
}

/// How many meetings each month has. What meets every so many months meets at the end of them.
fn dots(every: Every) -> [u32; 12] {
    let mut dots = [0; 12];
    for (month, dots) in (1u32..).zip(&mut dots) {
        *dots = match every {
            Every::Weeks(n) => (4 / n.max(1)).max(1),
            Every::Months(n) => u32::from(month % n.max(1) == 0),
            Every::Years(1) => u32::from(month == 12),
            Every::Years(_) | Every::WhenCalled => 0,
        };
    }
    dots
}
