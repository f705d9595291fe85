//! Drafts of schemes to schemes: every reference inside a scheme is resolved or reported.
//!
//! Rules are only held against the clauses here; their kinds belong to the check stage.

use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::{
    diag::{Report, Span},
    model::Gazetteer,
    parse::draft::{AppliesDraft, SchemeDraft, TableDraft},
};

use super::{
    Applies, Scheme, Schemes, bodies,
    bodies::Within,
    citations,
    findings::{DatesReversed, NeverApplies, Noun, UnknownScheme},
    ground::{Ground, find_edition, find_place},
    names::{duplicate, look_up, no_duplicates},
    offices,
};

/// Compiles all schemes against the geography.
pub fn compile(drafts: Vec<SchemeDraft>, gazetteer: &Gazetteer, report: &mut Report) -> Schemes {
    let ids: Vec<EcoString> = drafts.iter().map(|draft| draft.id.value.clone()).collect();
    let mut seen: FxHashMap<EcoString, Span> = FxHashMap::default();
    let mut all = Vec::new();
    for draft in drafts {
        if let Some(first) = seen.get(&draft.id.value) {
            report.add(duplicate(Noun::Scheme, &draft.id, *first));
            continue;
        }
        seen.insert(draft.id.value.clone(), draft.id.span);
        if let Some(word) = draft
            .superseded_by
            .as_ref()
            .and_then(|it| it.scheme.as_ref())
        {
            look_up::<UnknownScheme>(word, ids.iter().map(|id| &**id), report);
        }
        all.push(compile_one(draft, gazetteer, report));
    }
    Schemes { all }
}

fn compile_one(draft: SchemeDraft, gazetteer: &Gazetteer, report: &mut Report) -> Scheme {
    let applies = everywhere(&draft, gazetteer, report);
    let ground = Ground::new(gazetteer, &applies);
    check_names(&draft, report);
    citations::check(&draft, report);
    for table in &draft.tables {
        check_table(table, &ground, report);
    }
    let offices = offices::compile(draft.offices, &ground, report);
    let within = Within {
        offices: &offices,
        tables: &draft.tables,
        ground: &ground,
    };
    let bodies = draft.bodies.into_iter();
    let bodies = bodies
        .map(|body| bodies::compile(body, &within, report))
        .collect();
    Scheme {
        file: draft.file,
        id: draft.id.value,
        title: draft.title,
        short: draft.short,
        number: draft.number,
        date: draft.date,
        issuer: draft.issuer,
        summary: draft.summary,
        applies,
        superseded_by: draft.superseded_by,
        clauses: draft.clauses,
        offices,
        bodies,
        values: draft.values,
        tables: draft.tables,
        rules: draft.rules,
        agencies: draft.agencies,
        steering: draft.steering,
        steps: draft.steps,
        funding: draft.funding,
        reporting: draft.reporting,
        campaigns: draft.campaigns,
        bases: draft.bases,
        abbreviations: draft.abbreviations,
        terms: draft.terms,
    }
}

fn everywhere(draft: &SchemeDraft, gazetteer: &Gazetteer, report: &mut Report) -> Vec<Applies> {
    if draft.applies.is_empty() {
        report.push(draft.id.span, NeverApplies {});
    }
    let all = draft.applies.iter();
    all.filter_map(|it| compile_applies(it, gazetteer, report))
        .collect()
}

fn compile_applies(
    draft: &AppliesDraft,
    gazetteer: &Gazetteer,
    report: &mut Report,
) -> Option<Applies> {
    if draft.until.is_some_and(|until| until < draft.from) {
        report.push(draft.span, DatesReversed {});
    }
    let edition = find_edition(gazetteer, &draft.edition, report)?;
    let codes = draft.places.iter();
    let places: Vec<_> = codes
        .filter_map(|code| find_place(gazetteer, edition, code, report))
        .collect();
    if places.is_empty() && !draft.places.is_empty() {
        return None; // an empty list would mean the whole edition
    }
    Some(Applies {
        edition,
        places,
        from: draft.from,
        until: draft.until,
    })
}

fn check_names(draft: &SchemeDraft, report: &mut Report) {
    no_duplicates(Noun::Clause, draft.clauses.iter().map(|it| &it.id), report);
    no_duplicates(Noun::Office, draft.offices.iter().map(|it| &it.id), report);
    no_duplicates(Noun::Body, draft.bodies.iter().map(|it| &it.id), report);
    for body in &draft.bodies {
        // `<id>.title` names both offices and bodies in Markdown, so they share their ids.
        let mut offices = draft.offices.iter();
        if let Some(office) = offices.find(|office| office.id.value == body.id.value) {
            report.add(duplicate(Noun::Body, &body.id, office.id.span));
        }
    }
    no_duplicates(Noun::Value, draft.values.iter().map(|it| &it.name), report);
    no_duplicates(Noun::Table, draft.tables.iter().map(|it| &it.id), report);
    no_duplicates(Noun::Rule, draft.rules.iter().map(|it| &it.id), report);
    no_duplicates(Noun::Agency, draft.agencies.iter().map(|it| &it.id), report);
    no_duplicates(Noun::Step, draft.steps.iter().map(|it| &it.id), report);
    no_duplicates(
        Noun::Campaign,
        draft.campaigns.iter().map(|it| &it.id),
        report,
    );
    no_duplicates(
        Noun::Abbreviation,
        draft.abbreviations.iter().map(|it| &it.short),
        report,
    );
}

fn check_table(table: &TableDraft, ground: &Ground, report: &mut Report) {
    no_duplicates(Noun::Row, table.rows.iter().map(|(key, _)| key), report);
    for (key, _) in &table.rows {
        ground.place(key, report);
    }
}
