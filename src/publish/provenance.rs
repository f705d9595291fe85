//! The provenance check: proves of every published value that it was written in a public file.
//!
//! It covers what no text search can find: a date of birth equal to some public date, the name of a namesake.

use super::{Contact, Holder, PublicCommune, PublicSite, findings::PrivateOrigin};
use crate::diag::{Report, SourceMap, Span};

/// Reports every published value whose origin is a private file.
pub fn provenance(site: &PublicSite, sources: &dyn SourceMap, report: &mut Report) {
    for commune in &site.communes {
        origins(commune, &mut |span| {
            if sources.is_private(span.file) {
                report.push(span, PrivateOrigin {});
            }
        });
    }
}

fn origins(commune: &PublicCommune, visit: &mut dyn FnMut(Span)) {
    let office = &commune.office;
    let texts = [&office.address, &office.email]
        .into_iter()
        .flatten()
        .map(|text| text.origin());
    let phones = [&office.phone, &office.police_duty]
        .into_iter()
        .flatten()
        .map(|phone| phone.origin());
    texts.chain(phones).for_each(&mut *visit);
    let heads = commune
        .units
        .iter()
        .filter_map(|unit| unit.head.as_ref())
        .map(|head| &head.holder);
    let seats = commune
        .bodies
        .iter()
        .flat_map(|body| body.seats.iter().chain(&body.past))
        .map(|seat| &seat.holder);
    for body in &commune.bodies {
        body.decision.iter().for_each(|it| visit(it.origin()));
        body.households.iter().for_each(|n| visit(n.origin()));
    }
    for holder in heads.chain(seats) {
        if let Holder::Person(person) = holder {
            visit(person.name.origin());
            if let Contact::Public(phone) = &person.contact {
                visit(phone.origin());
            }
        }
    }
}
