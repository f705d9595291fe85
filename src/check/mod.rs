//! Draft to registry: resolves every reference and holds the rosters against their own decree.
//!
//! Reports all findings at once, each with its clause. Renders nothing and publishes nothing.

mod content;
pub mod findings;
mod places;
mod registry;
mod rosters;
pub mod rules;
mod stories;
mod succession;

pub use findings::FINDINGS;
pub use registry::{
    AgencyContact, Article, Body, Broken, Decision, Head, Holding, Member, Office, Person,
    PrivateFacts, Registry, Rollout, Roster, Story, Subject, Unit,
};

use chrono::NaiveDate;

use crate::{
    diag::Report,
    model::{Gazetteer, SchemeIdx},
    parse::Draft,
    scheme::{self, Schemes, find_edition},
    source::Sources,
};

/// What rosters and content are resolved against.
struct Frame<'a> {
    gazetteer: &'a Gazetteer,
    schemes: &'a Schemes,
    as_of: NaiveDate,
    /// The edition the site follows, when it names one.
    edition: Option<usize>,
    /// The site's default scheme, when it names one.
    scheme: Option<SchemeIdx>,
}

/// Checks a draft of these sources for a day; there is no registry when the site names no edition or scheme.
pub fn check(draft: Draft, sources: &Sources, as_of: NaiveDate) -> (Option<Registry>, Report) {
    let mut report = Report::default();
    let gazetteer = places::build(&draft.editions, &mut report);
    let schemes = scheme::compile(draft.schemes, &gazetteer, &mut report);
    let site = draft.site;
    let mut frame = Frame {
        gazetteer: &gazetteer,
        schemes: &schemes,
        as_of,
        edition: None,
        scheme: None,
    };
    if let Some(site) = &site {
        frame.edition = find_edition(&gazetteer, &site.edition, &mut report);
        frame.scheme = content::scheme(&site.scheme, &frame, &mut report);
    }
    let rosters = rosters::resolve(draft.rosters, sources, draft.private, &frame, &mut report);
    let rollout = draft
        .rollout
        .and_then(|it| content::rollout(it, &frame, &mut report));
    let agencies = content::agencies(draft.agencies, &frame, &mut report);
    let articles = content::articles(draft.articles, site.as_ref(), &frame, &mut report);
    let broken = rules::run(&rosters, &frame, &mut report);
    let named = site.zip(frame.edition).zip(frame.scheme);
    let registry = named.map(|((site, edition), scheme)| Registry {
        site,
        as_of,
        edition,
        scheme,
        gazetteer,
        schemes,
        rosters,
        policy: draft.policy,
        rollout,
        agencies,
        lock: draft.lock,
        moved: draft.moved,
        style: draft.style,
        articles,
        broken,
        _checked: registry::Checked,
    });
    (registry, report)
}
