//! The roster of a commune: its bodies, its villages, whoever stands ready.

use serde::Serialize;

use super::{
    frame::Frame,
    notice::{Village, village},
    people::{Body, Call, Stage, shown},
};
use crate::{
    format::pdf::{press::Sheet, words::Words},
    model::{PlaceIdx, UnitIdx, date, text::capital},
    plan::{Output, SitePlan, Subject},
    scheme::Reach,
};

/// A roster.
#[derive(Debug, Serialize)]
struct Roster<'a> {
    #[serde(flatten)]
    frame: Frame<'a>,
    /// The commune.
    place: &'a str,
    /// What it lies in, nearest first, itself included.
    lineage: Vec<String>,
    /// Villages and households, counted.
    facts: String,
    office: Office,
    duty: Option<Call>,
    emergency: Vec<Call>,
    boards: Vec<Body<'a>>,
    instead: Vec<&'a str>,
    /// Who stands ready, by the scheme.
    force: Vec<&'a str>,
    /// What villages are called here.
    units_title: String,
    units: Vec<Unit<'a>>,
    /// What is missing by the rules, where it may be told.
    notices: Vec<String>,
    /// Who vouched for it.
    verified: String,
    /// By when it has to be checked again.
    again: String,
    /// Where to report an error.
    correct: String,
}

/// The office.
#[derive(Debug, Serialize)]
struct Office {
    title: String,
    address: String,
    phone: String,
    email: String,
    hours: String,
}

/// A village.
#[derive(Debug, Serialize)]
struct Unit<'a> {
    name: &'a str,
    #[serde(flatten)]
    village: Village<'a>,
}

/// The roster of a commune.
pub(in crate::format::pdf) fn roster(
    plan: &SitePlan,
    output: &Output,
    words: &Words,
    place: PlaceIdx,
) -> Option<Sheet> {
    let commune = plan.site.commune(place)?;
    let gazetteer = &plan.site.gazetteer;
    let stage = Stage {
        plan,
        commune,
        words,
        lang: output.lang,
    };
    let lineage = stage.lineage();
    let title = words.fill("print_roster_of", &[("place", &lineage.join(", "))]);
    let page = Subject::Place(place);
    let edition = gazetteer.edition_of(place);
    let units = commune.units.iter().enumerate();
    let roster = Roster {
        frame: Frame::new(plan, output, words, title, page, &[commune.scheme]),
        place: &gazetteer.place(place).name,
        facts: facts(stage),
        office: office(stage),
        duty: stage.duty(),
        emergency: stage.emergency(),
        boards: stage.bodies(None, Reach::Commune),
        instead: stage.instead(None),
        force: force(stage),
        units_title: capital(edition.levels[edition.unit_level].title.get(output.lang)),
        units: units
            .map(|(at, unit)| Unit {
                name: &unit.name,
                village: village(stage, UnitIdx::new(at)),
            })
            .collect(),
        notices: notices(stage),
        verified: verified(stage),
        again: stage.again(),
        correct: correct(stage),
        lineage,
    };
    Some(Sheet::new("roster.typ", &roster))
}

/// "4 thôn, 2 khu phố, 812 hộ".
fn facts(stage: Stage) -> String {
    let (commune, words) = (stage.commune, stage.words);
    let kinds = &stage.site().gazetteer.edition_of(commune.place).kinds;
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for unit in &commune.units {
        match counts.iter_mut().find(|(kind, _)| *kind == unit.kind) {
            Some((_, n)) => *n += 1,
            None => counts.push((unit.kind, 1)),
        }
    }
    let counted = counts
        .into_iter()
        .map(|(kind, n)| words.count("units", n, kinds[kind].title.get(stage.lang)));
    let mut facts: Vec<String> = counted.collect();
    let households: u32 = commune
        .units
        .iter()
        .filter_map(|unit| unit.households)
        .sum();
    if households > 0 {
        facts.push(words.count("households", households as usize, ""));
    }
    facts.join(words.get("comma"))
}

fn office(stage: Stage) -> Office {
    let (office, words) = (&stage.commune.office, stage.words);
    let address = shown(office.address.as_ref());
    let phone = shown(office.phone.as_ref());
    let email = shown(office.email.as_ref());
    Office {
        title: words.get("office_short").to_owned(),
        address: address.map_or_else(String::new, |address| {
            words.fill("office_at", &[("address", address)])
        }),
        phone: phone.map_or_else(String::new, |phone| phone.show()),
        email: email.map_or_else(String::new, |email| email.to_string()),
        hours: office
            .hours
            .as_ref()
            .map_or_else(String::new, |hours| hours.get(stage.lang).to_owned()),
    }
}

fn force<'a>(stage: Stage<'a>) -> Vec<&'a str> {
    let (gazetteer, commune) = (&stage.site().gazetteer, stage.commune);
    let bodies = stage.site().schemes.get(commune.scheme).bodies.iter();
    bodies
        .flat_map(|kind| &kind.standing_force)
        .filter(|(condition, ..)| condition.holds_at(gazetteer, commune.place))
        .map(|(_, title, _)| title.get(stage.lang))
        .collect()
}

fn notices(stage: Stage) -> Vec<String> {
    let shown = stage.commune.broken.iter().filter(|broken| broken.public);
    let told = shown.map(|broken| {
        let rule = &stage.site().schemes.get(broken.scheme).rules[broken.rule];
        let clauses: Vec<&str> = rule.clauses.iter().map(|clause| &*clause.value).collect();
        let text = capital(broken.words.get(stage.lang));
        match &clauses[..] {
            [] => text,
            clauses => format!("{text} ({})", clauses.join(", ")),
        }
    });
    told.collect()
}

fn verified(stage: Stage) -> String {
    let verified = stage.commune.verified.as_ref();
    verified.map_or_else(String::new, |(day, by)| {
        let day = date::show(*day, stage.lang);
        stage
            .words
            .fill("verified_by", &[("by", by), ("date", &day)])
    })
}

fn correct(stage: Stage) -> String {
    let phone = shown(stage.commune.office.phone.as_ref());
    phone.map_or_else(String::new, |phone| {
        stage
            .words
            .fill("correct_office", &[("number", &phone.show())])
    })
}
