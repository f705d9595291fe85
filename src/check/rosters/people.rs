//! People and the offices they hold.

use crate::{
    diag::Report,
    parse::draft::{HoldingDraft, PersonDraft},
    scheme::{closed, findings::DatesReversed},
};

use super::{
    super::{
        Holding, Person,
        findings::{HeadOfficeInPerson, OfficeNeedsUnit, OfficeTakesNoUnit},
    },
    local::Local,
};

/// Resolves the people of a file, in its order.
pub(super) fn people(drafts: Vec<PersonDraft>, local: &Local, report: &mut Report) -> Vec<Person> {
    drafts
        .into_iter()
        .map(|draft| person(draft, local, report))
        .collect()
}

fn person(draft: PersonDraft, local: &Local, report: &mut Report) -> Person {
    let mut withheld = [false; 2];
    for word in &draft.withhold {
        if let Some(field) = closed(word, &["phone", "name"], report) {
            withheld[field] = true;
        }
    }
    let offices = draft.offices.iter();
    Person {
        offices: offices
            .filter_map(|it| holding(it, local, report))
            .collect(),
        id: draft.id.value,
        span: draft.span,
        name: draft.name,
        phone: draft.phone,
        consent: draft.consent.map(|day| day.value),
        withhold_phone: withheld[0],
        withhold_name: withheld[1],
        withdrawn: draft.withdrawn,
        private: None,
    }
}

fn holding(draft: &HoldingDraft, local: &Local, report: &mut Report) -> Option<Holding> {
    let at = draft.office.span;
    if draft
        .from
        .zip(draft.until)
        .is_some_and(|(from, until)| until < from)
    {
        report.push(at, DatesReversed {});
    }
    let unit = draft.unit.as_ref();
    let unit = unit.map(|word| local.unit(word, report));
    let (scheme, office) = local.office(&draft.office, &local.schemes, report)?;
    let kind = &local.get(scheme).offices[office.at()];
    let name = || kind.id.clone();
    if kind.unit_head {
        report.push(at, HeadOfficeInPerson { office: name() });
        return None;
    }
    let of_unit = local.edition.levels[local.edition.unit_level].id == kind.level;
    match (of_unit, unit) {
        (true, None) => report.push(at, OfficeNeedsUnit { office: name() }),
        (false, Some(_)) => report.push(at, OfficeTakesNoUnit { office: name() }),
        _ => {}
    }
    Some(Holding {
        scheme,
        office,
        from: draft.from,
        until: draft.until,
        unit: unit.flatten(),
    })
}
