//! What a roster page says about itself: who checked it, what replaced it, which rules it breaks, how to correct it.

use serde::Serialize;

use super::ctx::{Anchor, Chip, Ctx};
use crate::{
    check::{Broken, Subject as BrokenSubject},
    format::html::{key::Key, words::capital},
    model::{PlaceIdx, SchemeIdx, Share, UnitIdx},
    plan::Subject,
    publish::PublicCommune,
};

/// A scheme that has been replaced.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Replaced<'a> {
    /// Old name.
    pub old: &'a str,
    /// New name.
    pub new: &'a str,
    /// Since when, in words.
    pub since: String,
    /// The notice.
    pub notice: &'a str,
    /// The rules of the new one, where it is a scheme here.
    pub href: Option<String>,
}

/// A place that has become another.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Became<'a> {
    /// What happened, in a sentence.
    pub text: String,
    /// The new places with pages here.
    pub links: Vec<Anchor<'a>>,
}

/// A rule broken here.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Notice {
    /// What is wrong.
    pub text: String,
    /// The clauses.
    pub clauses: Vec<Chip>,
}

/// Who vouched for a roster, and how to have it corrected.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Checked<'a> {
    /// Who and when.
    pub by: String,
    /// By when again.
    pub again: String,
    /// Where to report an error.
    pub correct: Option<Anchor<'a>>,
}

impl<'a> Ctx<'a> {
    /// The notice that a scheme has been replaced. It does not wait for the day: a page about the past is read today.
    pub(super) fn replaced(&self, scheme: SchemeIdx) -> Option<Replaced<'a>> {
        let old = self.scheme(scheme);
        let by = old.superseded_by.as_ref()?;
        let next = by.scheme.as_ref().and_then(|id| self.site.schemes.find(id));
        Some(Replaced {
            old: self.text(&old.short),
            new: self.text(&by.title),
            since: self
                .words
                .fill(Key::Since, &[("date", &self.date(by.from))]),
            notice: self.text(&by.notice),
            href: next.and_then(|at| self.link(Subject::Rules(at))),
        })
    }

    /// What a place has become.
    pub(super) fn became(&self, place: PlaceIdx) -> Option<Became<'a>> {
        let gazetteer = &self.site.gazetteer;
        let successors = &gazetteer.place(place).successors;
        let first = successors.first()?;
        let names: Vec<String> = successors
            .iter()
            .map(|s| self.within(s.place).to_owned())
            .collect();
        let new = self.words.list(&names);
        let others: Vec<&str> = gazetteer
            .place(first.place)
            .predecessors
            .iter()
            .filter(|other| **other != place)
            .map(|other| self.within(*other))
            .collect();
        let key = match (successors.len(), first.share, others.is_empty()) {
            (2.., _, _) => Key::PlaceSplit,
            (_, Share::Part | Share::PartMain, _) => Key::PlacePart,
            (_, _, true) => Key::PlaceBecame,
            _ => Key::PlaceMerged,
        };
        let from = gazetteer.edition_of(first.place).from;
        let date = from.map(|day| self.date(day)).unwrap_or_default();
        let others = self.words.list(&others);
        let place = self.within(place);
        let filled = [
            ("date", &*date),
            ("place", place),
            ("others", &others),
            ("new", &new),
        ];
        let link = |s: &crate::model::Successor| {
            let subject = Subject::Place(s.place);
            let has = self.has_page(s.place);
            has.then(|| self.link(subject))
                .flatten()
                .map(|href| Anchor::new(self.name(s.place), href))
        };
        Some(Became {
            text: self.words.fill(key, &filled),
            links: successors.iter().filter_map(link).collect(),
        })
    }

    /// What a place was made from, in a sentence; empty when nothing is known.
    pub(super) fn formed(&self, place: PlaceIdx) -> String {
        let before = &self.site.gazetteer.place(place).predecessors;
        if before.is_empty() {
            return String::new();
        }
        let names: Vec<String> = before.iter().map(|at| self.lineage_of_old(*at)).collect();
        self.words
            .fill(Key::PlaceFormed, &[("others", &self.words.list(&names))])
    }

    /// The broken rules about the commune, or about one of its villages and the bodies that serve it.
    pub(super) fn notices(&self, commune: &'a PublicCommune, unit: Option<UnitIdx>) -> Vec<Notice> {
        let about = |broken: &&Broken| match (unit, broken.subject) {
            (None, _) => true,
            (Some(at), BrokenSubject::Unit(unit)) => at == unit,
            (Some(at), BrokenSubject::Body(body)) => commune
                .bodies
                .get(body)
                .is_some_and(|body| body.serves.contains(&at)),
            (Some(_), BrokenSubject::Commune) => false,
        };
        let shown = commune.broken.iter().filter(|broken| broken.public);
        shown
            .filter(about)
            .map(|broken| self.notice(broken))
            .collect()
    }

    /// Who vouched for the roster, and how to have it corrected.
    pub(super) fn checked(&self, commune: Option<&'a PublicCommune>) -> Checked<'a> {
        let verified = commune.and_then(|commune| commune.verified.as_ref());
        let again = commune.and_then(|commune| commune.check_again);
        Checked {
            by: verified
                .map(|(day, by)| {
                    let date = self.date(*day);
                    self.words
                        .fill(Key::VerifiedBy, &[("by", by), ("date", &date)])
                })
                .unwrap_or_default(),
            again: again
                .map(|day| {
                    self.words
                        .fill(Key::CheckAgain, &[("date", &self.date(day))])
                })
                .unwrap_or_default(),
            correct: self.correct(commune),
        }
    }

    /// Where to report an error: the commune's office, else whoever publishes the site.
    fn correct(&self, commune: Option<&'a PublicCommune>) -> Option<Anchor<'a>> {
        let words = self.words;
        let office = commune.map(|commune| &commune.office);
        if let Some(phone) = office.and_then(|office| self.shown(office.phone.as_ref())) {
            let label = words.fill(Key::CorrectOffice, &[("number", &phone.show())]);
            return Some(Anchor::new(label, phone.uri()));
        }
        if let Some(email) = office.and_then(|office| self.shown(office.email.as_ref())) {
            let label = words.get(Key::CorrectMail);
            return Some(Anchor::new(label, format!("mailto:{email}")));
        }
        let publisher = &self.site.info.publisher;
        if let Some(email) = &publisher.email {
            let name = self.text(&publisher.name);
            let label = words.fill(Key::CorrectPublisher, &[("name", name)]);
            return Some(Anchor::new(label, format!("mailto:{email}")));
        }
        let phone = publisher.phone.as_ref()?;
        let name = self.text(&publisher.name);
        let label = words.fill(Key::CorrectPublisher, &[("name", name)]);
        Some(Anchor::new(label, phone.uri()))
    }

    fn notice(&self, broken: &Broken) -> Notice {
        let rule = &self.scheme(broken.scheme).rules[broken.rule];
        Notice {
            text: capital(self.text(&broken.words)),
            clauses: rule
                .clauses
                .iter()
                .filter_map(|clause| self.chip(broken.scheme, Some(&clause.value)))
                .collect(),
        }
    }

    /// The name of a former place with what it lay in, since many share a name.
    fn lineage_of_old(&self, place: PlaceIdx) -> String {
        let parent = self.site.gazetteer.place(place).parent;
        match parent.filter(|at| self.site.gazetteer.place(*at).parent.is_some()) {
            Some(parent) => format!("{} ({})", self.within(place), self.within(parent)),
            None => self.within(place).to_owned(),
        }
    }
}
