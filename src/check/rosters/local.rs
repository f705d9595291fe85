//! The names one roster file can refer to: its people, villages and decisions, and its schemes' offices.

use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::{
    diag::{Report, Span},
    model::{Edition, OfficeIdx, PersonIdx, PlaceIdx, SchemeIdx, UnitIdx, collate},
    parse::{
        draft::{RosterDraft, Word},
        near::near,
    },
    scheme::{
        Scheme, Unknown,
        findings::{UnknownOffice, UnknownScheme},
        look_up,
    },
};

use super::super::{
    Frame,
    findings::{SchemeNotHere, SchemeNotNow, UnknownDecision, UnknownPerson, UnknownUnit},
};

/// What names mean inside one roster file.
pub(super) struct Local<'a> {
    pub frame: &'a Frame<'a>,
    pub edition: &'a Edition,
    /// The scheme of bodies that name no other.
    pub scheme: SchemeIdx,
    /// The scheme of each body, in file order.
    pub of_bodies: Vec<SchemeIdx>,
    /// All schemes of the file, its own first.
    pub schemes: Vec<SchemeIdx>,
    people: FxHashMap<EcoString, usize>,
    units: FxHashMap<EcoString, usize>,
    decisions: FxHashMap<EcoString, usize>,
}

impl<'a> Local<'a> {
    /// Reads the names of a file; `None` when it has no usable scheme, which is reported.
    pub fn new(
        draft: &RosterDraft,
        place: PlaceIdx,
        frame: &'a Frame<'a>,
        report: &mut Report,
    ) -> Option<Self> {
        let at = draft
            .scheme
            .as_ref()
            .or(draft.place.as_ref().map(|place| &place.code))?;
        let scheme = match &draft.scheme {
            Some(word) => scheme(word, frame, report),
            None => frame.scheme,
        }?;
        check_in_force(scheme, at.span, place, frame, report);
        let mut schemes = vec![scheme];
        let mut of_bodies = Vec::with_capacity(draft.bodies.len());
        for body in &draft.bodies {
            let word = body.scheme.as_ref();
            let own = word.and_then(|word| Some((self::scheme(word, frame, report)?, word.span)));
            of_bodies.push(own.map_or(scheme, |own| own.0));
            if let Some((own, span)) = own.filter(|own| !schemes.contains(&own.0)) {
                check_in_force(own, span, place, frame, report);
                schemes.push(own);
            }
        }
        let mut units: Vec<_> = draft
            .units
            .iter()
            .map(|unit| (&*unit.name.value, &unit.id))
            .collect();
        units.sort_by(|a, b| in_order((a.0, &a.1.value), (b.0, &b.1.value)));
        Some(Local {
            frame,
            edition: frame.gazetteer.edition_of(place),
            scheme,
            of_bodies,
            schemes,
            people: numbered(draft.people.iter().map(|person| &person.id)),
            units: numbered(units.into_iter().map(|(_, id)| id)),
            decisions: numbered(draft.decisions.iter().map(|decision| &decision.id)),
        })
    }

    /// A person of the file.
    pub fn person(&self, word: &Word, report: &mut Report) -> Option<PersonIdx> {
        find::<UnknownPerson>(&self.people, word, report).map(PersonIdx::new)
    }

    /// A village of the file.
    pub fn unit(&self, word: &Word, report: &mut Report) -> Option<UnitIdx> {
        find::<UnknownUnit>(&self.units, word, report).map(UnitIdx::new)
    }

    /// A decision of the file.
    pub fn decision(&self, word: &Word, report: &mut Report) -> Option<usize> {
        find::<UnknownDecision>(&self.decisions, word, report)
    }

    /// An office of the first of these schemes that has it.
    pub fn office(
        &self,
        word: &Word,
        schemes: &[SchemeIdx],
        report: &mut Report,
    ) -> Option<(SchemeIdx, OfficeIdx)> {
        let mut found = schemes.iter();
        let found = found.find_map(|at| Some((*at, self.get(*at).office(&word.value)?)));
        if found.is_none() {
            let offices = schemes.iter().flat_map(|at| &self.get(*at).offices);
            let near = near(&word.value, offices.map(|office| &*office.id));
            report.push(word.span, UnknownOffice::new(&word.value, near));
        }
        found
    }

    /// The scheme at an index.
    pub fn get(&self, scheme: SchemeIdx) -> &'a Scheme {
        self.frame.schemes.get(scheme)
    }
}

/// The order of villages: by name, then by id.
pub(super) fn in_order(a: (&str, &str), b: (&str, &str)) -> std::cmp::Ordering {
    collate::compare(a.0, b.0).then_with(|| a.1.cmp(b.1))
}

/// The scheme a word names.
fn scheme(word: &Word, frame: &Frame, report: &mut Report) -> Option<SchemeIdx> {
    let ids = frame.schemes.all.iter().map(|scheme| &*scheme.id);
    look_up::<UnknownScheme>(word, ids, report).map(SchemeIdx::new)
}

fn check_in_force(
    scheme: SchemeIdx,
    at: Span,
    place: PlaceIdx,
    frame: &Frame,
    report: &mut Report,
) {
    let scheme = frame.schemes.get(scheme);
    let mut applies = scheme.applies_at(frame.gazetteer, place).peekable();
    let name = || frame.gazetteer.place(place).name.clone();
    let day = frame.as_of;
    let short = scheme.short.clone();
    if applies.peek().is_none() {
        report.push(
            at,
            SchemeNotHere {
                scheme: short,
                place: name(),
            },
        );
    } else if !applies.any(|it| it.from <= day && it.until.is_none_or(|until| day <= until)) {
        report.push(
            at,
            SchemeNotNow {
                scheme: short,
                place: name(),
                day,
            },
        );
    }
}

/// Numbers ids in order; the first of equal ones counts, the others are reported elsewhere.
fn numbered<'w>(ids: impl Iterator<Item = &'w Word>) -> FxHashMap<EcoString, usize> {
    let mut numbers = FxHashMap::default();
    numbers.reserve(ids.size_hint().0);
    for (at, id) in ids.enumerate() {
        numbers.entry(id.value.clone()).or_insert(at);
    }
    numbers
}

fn find<F: Unknown>(
    names: &FxHashMap<EcoString, usize>,
    word: &Word,
    report: &mut Report,
) -> Option<usize> {
    let found = names.get(&word.value).copied();
    if found.is_none() {
        let mut names: Vec<&str> = names.keys().map(|name| &**name).collect();
        names.sort_unstable(); // a map has no order, and equal nearness must not be chance
        let near = near(&word.value, names.into_iter());
        report.push(word.span, F::new(&word.value, near));
    }
    found
}
