//! The geography a scheme may speak of: levels, kinds and places of the editions it applies to.
//!
//! Owns the checks of words against it; changes nothing in the gazetteer.

use crate::{
    diag::Report,
    model::{Edition, Gazetteer, Kind, PlaceIdx},
    parse::{draft::Word, near::near},
};

use super::{
    Applies, Unknown,
    findings::{UnknownEdition, UnknownKind, UnknownLevel, UnknownPlace},
    names::look_up,
};

/// Where a level stands, seen from the level that has rosters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tier {
    /// Above it.
    Above,
    /// It is that level.
    Roster,
    /// Below it.
    Below,
}

/// Which kinds of place a word may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KindsOf<'a> {
    /// Of the level that has rosters.
    Rosters,
    /// Of the villages.
    Units,
    /// Of the level with this id.
    Level(&'a str),
}

/// The editions a scheme applies to.
pub(super) struct Ground<'a> {
    gazetteer: &'a Gazetteer,
    editions: Vec<&'a Edition>,
}

impl<'a> Ground<'a> {
    /// The editions of `applies`; all of them when it is empty, which has been reported.
    pub fn new(gazetteer: &'a Gazetteer, applies: &[Applies]) -> Self {
        let editions = gazetteer.editions.iter().enumerate();
        let editions = editions
            .filter(|(at, _)| applies.is_empty() || applies.iter().any(|a| a.edition == *at))
            .map(|(_, edition)| edition)
            .collect();
        Ground {
            gazetteer,
            editions,
        }
    }

    /// Where a level stands; reported when no edition has it.
    pub fn tier(&self, level: &Word, report: &mut Report) -> Option<Tier> {
        if self.editions.is_empty() {
            return None; // the missing editions have been reported
        }
        let names = self.editions.iter().flat_map(|e| e.levels.iter());
        look_up::<UnknownLevel>(level, names.map(|level| &*level.id), report)?;
        self.editions.iter().find_map(|edition| {
            let at = edition.level(&level.value)?;
            Some(match at.cmp(&edition.roster_level) {
                std::cmp::Ordering::Less => Tier::Above,
                std::cmp::Ordering::Equal => Tier::Roster,
                std::cmp::Ordering::Greater => Tier::Below,
            })
        })
    }

    /// Checks that words name kinds of place.
    pub fn kinds<'w>(
        &self,
        words: impl Iterator<Item = &'w Word>,
        of: KindsOf<'_>,
        report: &mut Report,
    ) {
        if self.editions.is_empty() {
            return;
        }
        let names: Vec<&str> = self.kinds_of(of).map(|kind| &*kind.id).collect();
        for word in words {
            look_up::<UnknownKind>(word, names.iter().copied(), report);
        }
    }

    /// The kinds of a level over all editions, each once.
    pub fn kinds_of(&self, of: KindsOf<'_>) -> impl Iterator<Item = &'a Kind> {
        let mut found: Vec<&Kind> = Vec::new();
        for edition in &self.editions {
            let level = match of {
                KindsOf::Rosters => Some(edition.roster_level),
                KindsOf::Units => Some(edition.unit_level),
                KindsOf::Level(id) => edition.level(id),
            };
            let kinds = edition.kinds.iter().filter(|k| Some(k.level) == level);
            for kind in kinds {
                if !found.iter().any(|known| known.id == kind.id) {
                    found.push(kind);
                }
            }
        }
        found.into_iter()
    }

    /// The place of `edition:code`.
    pub fn place(&self, word: &Word, report: &mut Report) -> Option<PlaceIdx> {
        find_key(self.gazetteer, word, report)
    }
}

/// The index of an edition.
pub fn find_edition(gazetteer: &Gazetteer, word: &Word, report: &mut Report) -> Option<usize> {
    let names = gazetteer.editions.iter().map(|edition| &*edition.id);
    look_up::<UnknownEdition>(word, names, report)
}

/// The place with this code in an edition.
pub fn find_place(
    gazetteer: &Gazetteer,
    edition: usize,
    code: &Word,
    report: &mut Report,
) -> Option<PlaceIdx> {
    let found = gazetteer.find(&gazetteer.editions[edition].id, &code.value);
    if found.is_none() {
        let places = gazetteer.places.iter().filter(|p| p.edition == edition);
        let near = near(&code.value, places.map(|place| &*place.key.code));
        report.push(code.span, UnknownPlace::new(&code.value, near));
    }
    found
}

/// The place of `edition:code`, written as one word.
pub fn find_key(gazetteer: &Gazetteer, word: &Word, report: &mut Report) -> Option<PlaceIdx> {
    let found = word
        .value
        .split_once(':')
        .and_then(|(edition, code)| gazetteer.find(edition, code));
    if found.is_none() {
        let keys: Vec<String> = gazetteer.places.iter().map(|p| p.key.to_string()).collect();
        let near = near(&word.value, keys.iter().map(String::as_str));
        report.push(word.span, UnknownPlace::new(&word.value, near));
    }
    found
}
