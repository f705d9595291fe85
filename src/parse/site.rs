//! `site.toml`, `rollout.toml`, `agencies.toml`, `addresses.lock` and `moved.toml`.

use super::{
    dates::DATE,
    draft::{
        AgencyDraft, EmergencyDraft, LockDraft, MovedDraft, PublisherDraft, RolloutDraft,
        SiteDraft, StepHeld,
    },
    findings::Shape,
    numbers::{FLAG, PHONE},
    roster::place,
    strings::{CODE, ID, LINE, URL},
    texts::TEXT,
    walk::{Given, Kind, Table},
};
use crate::diag::{Lang, Sp};

/// A language the program speaks.
pub(super) const LANG: Kind<Sp<Lang>> = Kind {
    shape: Shape::Id,
    read: |given: Given<'_>| {
        let at = given.choice(&["vi", "en"])?;
        Some(given.at(Lang::ALL[at]))
    },
};

/// The theme of a site that names none.
const DEFAULT_THEME: &str = "default";

/// Reads `site.toml`; `None` without its required keys (reported).
pub(super) fn site(table: &mut Table<'_>) -> Option<SiteDraft> {
    let title = table.need("title", TEXT);
    let summary = table.may("summary", TEXT);
    let base_url = table.need("base_url", URL);
    let languages = languages(table);
    let edition = table.need("edition", ID);
    let scheme = table.need("scheme", ID);
    let as_of = table.may("as_of", DATE);
    let sample = table.may("sample", FLAG).unwrap_or(false);
    let theme = table.may("theme", ID);
    let publisher = table.need_table("publisher", publisher);
    let emergency = table.need_tables("emergency", emergency);
    let html = table.table("markdown", |markdown| markdown.may("html", FLAG));
    Some(SiteDraft {
        file: table.reader.file,
        title: title?,
        summary,
        base_url: base_url?,
        languages: Some(languages).filter(|all| !all.is_empty())?,
        edition: edition?,
        scheme: scheme?,
        as_of,
        sample,
        theme: theme.unwrap_or_else(|| Sp::new(DEFAULT_THEME.into(), table.span)),
        publisher: publisher?,
        emergency: Some(emergency).filter(|all| !all.is_empty())?,
        html: html.unwrap_or(false),
    })
}

/// Reads `rollout.toml`.
pub(super) fn rollout(table: &mut Table<'_>) -> Option<RolloutDraft> {
    let scheme = table.need("scheme", ID);
    let note = table.may("note", TEXT);
    let steps = table.tables("steps", step);
    let pilots = table.tables("pilots", place);
    table.reader.unique(steps.iter().map(|held| &held.step));
    Some(RolloutDraft {
        file: table.reader.file,
        scheme: scheme?,
        note,
        steps,
        pilots,
    })
}

/// Reads `agencies.toml`.
pub(super) fn agencies(table: &mut Table<'_>) -> Vec<AgencyDraft> {
    table.tables("agencies", |entry| {
        let scheme = entry.need("scheme", ID);
        let agency = entry.need("agency", ID);
        let phone = entry.may("phone", PHONE);
        let address = entry.may("address", TEXT);
        let email = entry.may("email", LINE);
        Some(AgencyDraft {
            span: entry.span,
            scheme: scheme?,
            agency: agency?,
            phone: phone.map(|phone| phone.value),
            address,
            email: email.map(|email| email.value),
        })
    })
}

/// Reads `addresses.lock`, in file order.
pub(super) fn lock(table: &mut Table<'_>) -> LockDraft {
    let entries = table.rest().into_iter().filter_map(|(stem, given)| {
        let key = (LINE.read)(given)?;
        Some((stem.map(Into::into), key.value))
    });
    LockDraft {
        entries: entries.collect(),
        file: Some(table.reader.file),
    }
}

/// Reads `moved.toml`.
pub(super) fn moved(table: &mut Table<'_>) -> Vec<MovedDraft> {
    let moved = table.tables("moved", |entry| {
        entry.exactly_one("to", "notice");
        let from = entry.need("from", CODE);
        let to = entry.may("to", CODE);
        let notice = entry.may("notice", TEXT);
        Some(MovedDraft {
            from: from?,
            to,
            notice,
        })
    });
    table.reader.unique(moved.iter().map(|entry| &entry.from));
    moved
}

fn languages(table: &mut Table<'_>) -> Vec<Lang> {
    let mut languages: Vec<Lang> = Vec::new();
    for lang in table.need_list("languages", LANG) {
        if !languages.contains(&lang.value) {
            languages.push(lang.value);
        }
    }
    languages
}

fn publisher(table: &mut Table<'_>) -> Option<PublisherDraft> {
    let name = table.need("name", TEXT);
    let email = table.may("email", LINE);
    let phone = table.may("phone", PHONE);
    let address = table.may("address", TEXT);
    Some(PublisherDraft {
        name: name?,
        email: email.map(|email| email.value),
        phone: phone.map(|phone| phone.value),
        address,
    })
}

fn emergency(table: &mut Table<'_>) -> Option<EmergencyDraft> {
    let number = table.need("number", PHONE);
    let title = table.need("title", TEXT);
    Some(EmergencyDraft {
        number: number?.value,
        title: title?,
    })
}

fn step(table: &mut Table<'_>) -> Option<StepHeld> {
    let step = table.need("step", CODE);
    let (started, finished) = table.period_of("started", "finished");
    Some(StepHeld {
        step: step?,
        started,
        finished,
    })
}
