//! Progress, contacts of agencies and Markdown sources: their schemes, steps, places and languages.

use rustc_hash::FxHashMap;

use crate::{
    diag::{Report, Span},
    model::{PlaceIdx, SchemeIdx},
    parse::draft::{AgencyDraft, ArticleDraft, PlaceRef, RolloutDraft, SiteDraft, Word},
    scheme::{
        duplicate,
        findings::{DatesReversed, Noun, UnknownScheme},
        look_up, no_duplicates,
    },
};

use super::{
    AgencyContact, Article, Frame, Rollout,
    findings::{LanguageNotPublished, NoOriginal, UnknownAgency, UnknownStep},
    rosters::place,
    stories,
};

/// The scheme a word names.
pub(super) fn scheme(word: &Word, frame: &Frame, report: &mut Report) -> Option<SchemeIdx> {
    let ids = frame.schemes.all.iter().map(|scheme| &*scheme.id);
    look_up::<UnknownScheme>(word, ids, report).map(SchemeIdx::new)
}

/// Resolves the progress of a scheme.
pub(super) fn rollout(draft: RolloutDraft, frame: &Frame, report: &mut Report) -> Option<Rollout> {
    let found = scheme(&draft.scheme, frame, report);
    no_duplicates(
        Noun::Step,
        draft.steps.iter().map(|held| &held.step),
        report,
    );
    let pilots = pilots(&draft.pilots, frame, report);
    let scheme = found?;
    let steps = &frame.schemes.get(scheme).steps;
    let held = draft.steps.iter().filter_map(|held| {
        if held
            .started
            .zip(held.finished)
            .is_some_and(|(from, until)| until < from)
        {
            report.push(held.step.span, DatesReversed {});
        }
        let names = steps.iter().map(|step| &*step.id.value);
        let at = look_up::<UnknownStep>(&held.step, names, report)?;
        Some((at, held.started, held.finished))
    });
    Some(Rollout {
        scheme,
        steps: held.collect(),
        note: draft.note,
        pilots,
    })
}

fn pilots(drafts: &[PlaceRef], frame: &Frame, report: &mut Report) -> Vec<PlaceIdx> {
    let mut seen: FxHashMap<PlaceIdx, Span> = FxHashMap::default();
    let mut pilots = Vec::with_capacity(drafts.len());
    for draft in drafts {
        if let Some(found) = place(draft, frame, report) {
            match seen.get(&found) {
                Some(first) => report.add(duplicate(Noun::Place, &draft.code, *first)),
                None => pilots.push(found),
            }
            seen.entry(found).or_insert(draft.code.span);
        }
    }
    pilots
}

/// Resolves the contacts of agencies.
pub(super) fn agencies(
    drafts: Vec<AgencyDraft>,
    frame: &Frame,
    report: &mut Report,
) -> Vec<AgencyContact> {
    for scheme in &frame.schemes.all {
        let own = drafts
            .iter()
            .filter(|draft| draft.scheme.value == scheme.id);
        no_duplicates(Noun::Agency, own.map(|draft| &draft.agency), report);
    }
    let agency = |draft: AgencyDraft| {
        let scheme = scheme(&draft.scheme, frame, report)?;
        let known = frame.schemes.get(scheme).agencies.iter();
        let names = known.map(|agency| &*agency.id.value);
        let agency = look_up::<UnknownAgency>(&draft.agency, names, report)?;
        Some(AgencyContact {
            scheme,
            agency,
            phone: draft.phone,
            address: draft.address,
            email: draft.email,
        })
    };
    drafts.into_iter().filter_map(agency).collect()
}

/// Resolves Markdown sources; `site` says which languages are published.
pub(super) fn articles(
    drafts: Vec<ArticleDraft>,
    site: Option<&SiteDraft>,
    frame: &Frame,
    report: &mut Report,
) -> Vec<Article> {
    if let Some(site) = site {
        check_languages(&drafts, site, report);
    }
    stories::one_spelling(&drafts, report);
    drafts
        .into_iter()
        .filter_map(|draft| article(draft, frame, report))
        .collect()
}

fn check_languages(drafts: &[ArticleDraft], site: &SiteDraft, report: &mut Report) {
    let Some(main) = site.languages.first() else {
        return;
    };
    let key = |draft: &ArticleDraft| (draft.shelf.clone(), draft.stem.clone());
    let originals = drafts.iter().filter(|draft| draft.lang == *main);
    let originals: rustc_hash::FxHashSet<_> = originals.map(key).collect();
    for draft in drafts {
        let at = draft.title.span;
        if !site.languages.contains(&draft.lang) {
            let lang = draft.lang.tag();
            report.push(at, LanguageNotPublished { lang });
        } else if !originals.contains(&key(draft)) {
            let (stem, main) = (draft.stem.clone(), main.tag());
            report.push(at, NoOriginal { stem, main });
        }
    }
}

fn article(draft: ArticleDraft, frame: &Frame, report: &mut Report) -> Option<Article> {
    stories::check_days(&draft, report);
    let story = stories::story(draft.story, frame, report);
    let scheme = match &draft.scheme {
        Some(word) => scheme(word, frame, report),
        None => frame.scheme,
    };
    Some(Article {
        file: draft.file,
        shelf: draft.shelf,
        lang: draft.lang,
        stem: draft.stem,
        title: draft.title,
        order: draft.order,
        summary: draft.summary,
        date: draft.date,
        changed: draft.changed.map(|day| day.value),
        form: draft.form,
        answers: draft.answers,
        scheme: scheme?,
        slug: draft.slug,
        story,
        body_at: draft.body_at,
        body: draft.body,
    })
}
