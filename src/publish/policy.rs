//! `publish.toml` compiled: which field may be public, of whom, on which surface. Default: nothing.

use super::{
    Surface, Surfaces,
    findings::{UnknownBasis, UnknownBody, UnknownWord},
};
use crate::{
    diag::Report,
    parse::{
        draft::{AllowDraft, PolicyDraft, Word},
        near::near,
    },
    scheme::Schemes,
};
use ecow::EcoString;

/// A field the gate decides about. A closed set: a new one is a line here, in the table below and in docs/data.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    PersonName,
    PersonPhone,
    PersonOffices,
    PersonHistory,
    UnitHead,
    OfficeAddress,
    OfficePhone,
    OfficePoliceDuty,
    OfficeEmail,
    Decision,
    BodyHouseholds,
}

const FIELDS: [(&str, Field); 11] = [
    ("person.name", Field::PersonName),
    ("person.phone", Field::PersonPhone),
    ("person.offices", Field::PersonOffices),
    ("person.history", Field::PersonHistory),
    ("unit.head", Field::UnitHead),
    ("office.address", Field::OfficeAddress),
    ("office.phone", Field::OfficePhone),
    ("office.police_duty", Field::OfficePoliceDuty),
    ("office.email", Field::OfficeEmail),
    ("decision", Field::Decision),
    ("body.households", Field::BodyHouseholds),
];

/// In which capacity a person appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capacity {
    /// Holds an office whose contact is the office's.
    Official,
    /// Serves as a volunteer.
    Volunteer,
}

const CAPACITIES: [(&str, Capacity); 2] = [
    ("official", Capacity::Official),
    ("volunteer", Capacity::Volunteer),
];

/// Whether the person has agreed, with a date, to a contact being published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consent {
    /// Dated, on or before the day.
    Given,
    /// None.
    Absent,
}

/// Of whom a field is asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    /// The body in which the person appears; `None` outside any.
    pub body: Option<&'a str>,
    /// In which capacity; `None` for what is no person's.
    pub capacity: Option<Capacity>,
    /// Consent.
    pub consent: Consent,
}

impl Case<'_> {
    /// What belongs to no person and no body.
    pub(super) const NOBODY: Case<'static> = Case {
        body: None,
        capacity: None,
        consent: Consent::Absent,
    };
}

/// All permissions.
#[derive(Debug, Default)]
pub(super) struct Policy {
    permits: Vec<Permit>,
}

#[derive(Debug)]
struct Permit {
    field: Field,
    bodies: Option<Vec<EcoString>>,
    capacity: Option<Capacity>,
    consent: bool,
    surfaces: Surfaces,
}

impl Policy {
    /// Compiles the draft. A permission with an unknown word is an error and permits nothing.
    pub(super) fn compile(draft: &PolicyDraft, schemes: &Schemes, report: &mut Report) -> Self {
        let permits = draft
            .allow
            .iter()
            .filter_map(|allow| permit(allow, draft, schemes, report))
            .collect();
        Policy { permits }
    }

    /// Where a field may appear in this case: the union of all permissions that cover it.
    pub(super) fn surfaces(&self, field: Field, case: Case) -> Surfaces {
        let covers = |permit: &&Permit| {
            permit.field == field
                && permit.bodies.as_ref().is_none_or(|bodies| {
                    case.body.is_some_and(|b| bodies.iter().any(|x| **x == *b))
                })
                && permit
                    .capacity
                    .is_none_or(|capacity| Some(capacity) == case.capacity)
                && (!permit.consent || case.consent == Consent::Given)
        };
        self.permits
            .iter()
            .filter(covers)
            .fold(Surfaces::NONE, |all, permit| all.union(permit.surfaces))
    }
}

fn permit(
    allow: &AllowDraft,
    draft: &PolicyDraft,
    schemes: &Schemes,
    report: &mut Report,
) -> Option<Permit> {
    let field = choose(&allow.field, "field", &FIELDS, report);
    let capacity = allow
        .capacity
        .as_ref()
        .map(|word| choose(word, "capacity", &CAPACITIES, report));
    let consent = allow
        .needs
        .as_ref()
        .map(|word| choose(word, "needs", &[("consent", true)], report));
    let words = Surface::ALL.map(|surface| (surface.word(), surface));
    let surfaces = allow
        .surfaces
        .iter()
        .filter_map(|word| choose(word, "surfaces", &words, report));
    let surfaces = surfaces.fold(Surfaces::NONE, Surfaces::with);
    let based = has_basis(allow, draft, report);
    let known = allow
        .body
        .iter()
        .flatten()
        .all(|body| is_body(body, schemes, report));
    // An unreadable limit must never widen a permission.
    if !based || !known || capacity == Some(None) || consent == Some(None) {
        return None;
    }
    Some(Permit {
        field: field?,
        bodies: allow
            .body
            .as_ref()
            .map(|bodies| bodies.iter().map(|body| body.value.clone()).collect()),
        capacity: capacity.flatten(),
        consent: consent.flatten().unwrap_or(false),
        surfaces,
    })
}

fn choose<T: Copy>(
    word: &Word,
    key: &'static str,
    among: &[(&'static str, T)],
    report: &mut Report,
) -> Option<T> {
    let found = among
        .iter()
        .find(|(name, _)| **name == *word.value)
        .map(|(_, value)| *value);
    if found.is_none() {
        let near = near(word, among.iter().map(|(name, _)| *name)).map(str::to_owned);
        let known = among
            .iter()
            .map(|(name, _)| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ");
        report.push(
            word.span,
            UnknownWord {
                key,
                word: word.to_string(),
                near,
                known,
            },
        );
    }
    found
}

fn has_basis(allow: &AllowDraft, draft: &PolicyDraft, report: &mut Report) -> bool {
    let known = draft
        .bases
        .iter()
        .any(|basis| basis.id.value == allow.basis.value);
    if !known {
        let near =
            near(&allow.basis, draft.bases.iter().map(|basis| &**basis.id)).map(str::to_owned);
        report.push(
            allow.basis.span,
            UnknownBasis {
                basis: allow.basis.to_string(),
                near,
            },
        );
    }
    known
}

fn is_body(word: &Word, schemes: &Schemes, report: &mut Report) -> bool {
    let bodies = || {
        schemes
            .all
            .iter()
            .flat_map(|scheme| &scheme.bodies)
            .map(|body| &*body.id)
    };
    let known = bodies().any(|id| *id == *word.value);
    if !known {
        let near = near(word, bodies()).map(str::to_owned);
        report.push(
            word.span,
            UnknownBody {
                body: word.to_string(),
                near,
            },
        );
    }
    known
}
