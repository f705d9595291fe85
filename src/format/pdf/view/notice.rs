//! "Bản niêm yết": the sheet that a village puts up on its wall.

use serde::Serialize;

use super::{
    frame::Frame,
    people::{Body, Call, Seat, Stage},
};
use crate::{
    format::pdf::{press::Sheet, words::Words},
    model::{OfficeIdx, PlaceIdx, UnitIdx, date},
    plan::{Output, SitePlan, Subject},
    scheme::Reach,
};

/// A notice.
#[derive(Debug, Serialize)]
struct Notice<'a> {
    #[serde(flatten)]
    frame: Frame<'a>,
    /// Name of the village.
    place: &'a str,
    /// What it lies in, nearest first.
    lineage: Vec<String>,
    duty: Option<Call>,
    duty_note: &'a str,
    emergency: Vec<Call>,
    #[serde(flatten)]
    village: Village<'a>,
    /// By when it has to be checked again.
    again: String,
    /// What the code that leads to the page is called.
    qr_alt: String,
}

/// Whom a village has.
#[derive(Debug, Serialize)]
pub(super) struct Village<'a> {
    /// Households and groups, counted.
    pub facts: String,
    /// Its head, and what heads are called here.
    pub head: Seat<'a>,
    /// Its teams.
    pub teams: Vec<Body<'a>>,
    /// Its groups.
    pub groups: Vec<Body<'a>>,
    /// What there is instead of a team.
    pub instead: Vec<&'a str>,
}

/// The notice of a village.
pub(in crate::format::pdf) fn notice(
    plan: &SitePlan,
    output: &Output,
    words: &Words,
    place: PlaceIdx,
    at: UnitIdx,
) -> Option<Sheet> {
    let commune = plan.site.commune(place)?;
    let unit = commune.units.get(at.at())?;
    let stage = Stage {
        plan,
        commune,
        words,
        lang: output.lang,
    };
    let lineage = stage.lineage();
    let whole = format!("{}, {}", unit.name, lineage.first()?);
    let title = words.fill("print_notice_of", &[("place", &whole)]);
    let page = Subject::Unit(place, at);
    let frame = Frame::new(plan, output, words, title, page, &[commune.scheme]);
    let address = frame.address.clone();
    let notice = Notice {
        place: &unit.name,
        lineage,
        duty: stage.duty(),
        duty_note: words.get("duty_note"),
        emergency: stage.emergency(),
        village: village(stage, at),
        again: stage.again(),
        qr_alt: words.fill("print_qr", &[("address", &frame.address)]),
        frame,
    };
    Some(Sheet::new("notice.typ", &notice).leading_to(address))
}

/// Everyone of a village.
pub(super) fn village<'a>(stage: Stage<'a>, at: UnitIdx) -> Village<'a> {
    let unit = &stage.commune.units[at.at()];
    let groups = stage.bodies(Some(at), Reach::Deeper);
    let mut facts = Vec::new();
    if let Some(n) = unit.households {
        facts.push(stage.words.count("households", n as usize, ""));
    }
    let there: Vec<&Body> = groups
        .iter()
        .filter(|body| !body.seats.is_empty())
        .collect();
    if let Some(first) = there.first() {
        let kind = crate::model::text::lower(first.short);
        facts.push(stage.words.count("groups_line", there.len(), &kind));
    }
    Village {
        facts: facts.join(stage.words.get("comma")),
        head: head(stage, at),
        teams: stage.bodies(Some(at), Reach::Unit),
        groups,
        instead: stage.instead(Some(at)),
    }
}

/// The head of a village, with the title the scheme gives to whoever heads this kind of village.
fn head(stage: Stage<'_>, at: UnitIdx) -> Seat<'_> {
    let (commune, words) = (stage.commune, stage.words);
    let offices = &stage.site().schemes.get(commune.scheme).offices;
    let office = offices.iter().position(|office| office.unit_head);
    let title = office.map(|office| stage.office(commune.scheme, OfficeIdx::new(office), Some(at)));
    let head = commune.units[at.at()].head.as_ref();
    let mut seat = match head {
        Some(head) => stage.held(&head.holder),
        None => Seat {
            state: Some(words.get("state_unknown")),
            ..Seat::default()
        },
    };
    seat.post = title
        .unwrap_or_else(|| words.get("unit_head").to_owned())
        .into();
    let term = head.and_then(|head| head.term.as_ref());
    if let Some(until) = term.and_then(|term| term.until.as_ref()) {
        let day = date::show(until.value, stage.lang);
        seat.detail = words.fill("term_until", &[("date", &day)]);
    }
    seat
}
