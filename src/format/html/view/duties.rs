//! Who does what: the agencies a scheme names, their tasks and how to reach them.

use serde::Serialize;

use super::{
    Built,
    ctx::{Chip, Ctx},
    frame::{Frame, Strip},
    notices::Replaced,
    record::Fact,
};
use crate::{
    format::html::{fragments::Section, key::Key},
    model::SchemeIdx,
    parse::draft::{AgencyTasks, Cited},
    plan::Subject,
};

/// Who does what.
#[derive(Debug, Serialize)]
struct Duties<'a> {
    short: &'a str,
    steering: Option<Fact>,
    agencies: Vec<Agency<'a>>,
    funding: Vec<Fact>,
    reporting: Vec<Fact>,
    replaced: Option<Replaced<'a>>,
}

/// An agency.
#[derive(Debug, Serialize)]
struct Agency<'a> {
    id: &'a str,
    name: &'a str,
    clause: Option<Chip>,
    tasks: Vec<&'a str>,
    address: &'a str,
    email: &'a str,
    phone: Option<(String, String)>,
}

/// The duties page.
pub(super) fn build<'a>(ctx: &Ctx<'a>, at: SchemeIdx) -> Built<'a> {
    let scheme = ctx.scheme(at);
    let cited = |all: &'a [Cited]| all.iter().map(|one| fact(ctx, at, one)).collect();
    let view = Duties {
        short: ctx.text(&scheme.short),
        steering: scheme.steering.as_ref().map(|who| fact(ctx, at, who)),
        agencies: scheme
            .agencies
            .iter()
            .enumerate()
            .map(|(n, tasks)| agency(ctx, at, n, tasks))
            .collect(),
        funding: cited(&scheme.funding),
        reporting: cited(&scheme.reporting),
        replaced: ctx.replaced(at),
    };
    let name = ctx.words.get(Key::NavDuties);
    let title = format!("{name}, {}", view.short);
    let description = ctx
        .words
        .fill(Key::DescribeDuties, &[("scheme", view.short)]);
    let frame = Frame::new(ctx, Section::Other, Strip::None, title, description)
        .below(ctx, [(ctx.words.get(Key::NavSchemes), Subject::Schemes)]);
    Built::new("duties.html", frame, &view)
}

fn fact<'a>(ctx: &Ctx<'a>, at: SchemeIdx, cited: &'a Cited) -> Fact {
    Fact {
        text: ctx.text(&cited.text).to_owned(),
        clause: ctx.chip(at, cited.clause.as_ref().map(|clause| &*clause.value)),
    }
}

fn agency<'a>(ctx: &Ctx<'a>, at: SchemeIdx, n: usize, tasks: &'a AgencyTasks) -> Agency<'a> {
    let contact = ctx
        .site
        .agencies
        .iter()
        .find(|contact| contact.scheme == at && contact.agency == n);
    let phone = contact.and_then(|contact| contact.phone.as_ref());
    Agency {
        id: &tasks.id,
        name: ctx.text(&tasks.name),
        clause: ctx.chip(at, tasks.clause.as_ref().map(|clause| &*clause.value)),
        tasks: tasks.tasks.iter().map(|task| ctx.text(task)).collect(),
        address: ctx.maybe(contact.and_then(|contact| contact.address.as_ref())),
        email: contact
            .and_then(|contact| contact.email.as_deref())
            .unwrap_or_default(),
        phone: phone.map(|phone| (phone.show(), phone.uri())),
    }
}
