//! Editions of geography: levels, kinds, places and what became of them.
//!
//! A code is not an identity: a place's key is (edition, code).

use ecow::EcoString;
use rustc_hash::FxHashMap;

use super::{PlaceIdx, Text, collate, text::bare};
use crate::diag::Span;
use chrono::NaiveDate;

/// (edition, code): the identity of a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceKey {
    /// Id of the edition.
    pub edition: EcoString,
    /// Official code in that edition.
    pub code: EcoString,
}

impl std::fmt::Display for PlaceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.edition, self.code)
    }
}

/// A level of geography, such as the commune; levels are numbered from the top.
#[derive(Clone, Debug)]
pub struct Level {
    /// Id.
    pub id: EcoString,
    /// Name of the level.
    pub title: Text,
}

/// A kind of place, such as `xa` or `thon`.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Id.
    pub id: EcoString,
    /// Index into the edition's levels.
    pub level: usize,
    /// The word for it, in lower case ("xã").
    pub title: Text,
}

/// One edition of geography.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Id.
    pub id: EcoString,
    /// Name of the edition.
    pub title: Text,
    /// First day it holds.
    pub from: Option<NaiveDate>,
    /// Last day it holds.
    pub until: Option<NaiveDate>,
    /// Where the list comes from, and its gaps.
    pub source: Option<Text>,
    /// Levels, top down.
    pub levels: Vec<Level>,
    /// Level whose places have a roster.
    pub roster_level: usize,
    /// Level of the villages inside a roster.
    pub unit_level: usize,
    /// Kinds of place.
    pub kinds: Vec<Kind>,
}

impl Edition {
    /// The kind with this id.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| &*kind.id == id)
    }

    /// The index of the level with this id.
    pub fn level(&self, id: &str) -> Option<usize> {
        self.levels.iter().position(|level| &*level.id == id)
    }
}

/// Whether another edition's place came before or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// It was there before.
    Former,
    /// It came after.
    Later,
}

/// How much of a place went to a successor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// All of it.
    Whole,
    /// The main part.
    PartMain,
    /// A part.
    Part,
}

/// What a place became.
#[derive(Clone, Copy, Debug)]
pub struct Successor {
    /// The later place.
    pub place: PlaceIdx,
    /// How much of it.
    pub share: Share,
}

/// A place.
#[derive(Clone, Debug)]
pub struct Place {
    /// Identity.
    pub key: PlaceKey,
    /// Index into the gazetteer's editions.
    pub edition: usize,
    /// Index into the edition's kinds.
    pub kind: usize,
    /// Index into the edition's levels.
    pub level: usize,
    /// Full name with its kind: "Xã Xuân Hòa".
    pub name: EcoString,
    /// The place it lies in; `None` at the top.
    pub parent: Option<PlaceIdx>,
    /// Latitude and longitude of its centre, in degrees (WGS 84).
    pub centre: Option<(f64, f64)>,
    /// What became of it.
    pub successors: Vec<Successor>,
    /// What it was made from (the reverse of `successors`).
    pub predecessors: Vec<PlaceIdx>,
    /// Where it is written.
    pub span: Span,
}

/// All editions and their places, resolved. Children are in Vietnamese order.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// Editions, in file order.
    pub editions: Vec<Edition>,
    /// Places of all editions.
    pub places: Vec<Place>,
    /// Children of each place, in Vietnamese order.
    pub children: Vec<Vec<PlaceIdx>>,
    /// Places by key.
    pub by_key: FxHashMap<PlaceKey, PlaceIdx>,
}

impl Gazetteer {
    /// The place at an index.
    pub fn place(&self, at: PlaceIdx) -> &Place {
        &self.places[at.at()]
    }

    /// The edition a place belongs to.
    pub fn edition_of(&self, at: PlaceIdx) -> &Edition {
        &self.editions[self.place(at).edition]
    }

    /// The kind of a place.
    pub fn kind_of(&self, at: PlaceIdx) -> &Kind {
        &self.edition_of(at).kinds[self.place(at).kind]
    }

    /// The place itself, then what it lies in, up to the top.
    pub fn ancestry(&self, at: PlaceIdx) -> impl Iterator<Item = PlaceIdx> + '_ {
        std::iter::successors(Some(at), |&at| self.place(at).parent)
    }

    /// The place and its ancestors that are at this level of its edition.
    pub fn at_level(&self, at: PlaceIdx, level: usize) -> Option<PlaceIdx> {
        self.ancestry(at).find(|&at| self.place(at).level == level)
    }

    /// The places an edition's pages start from: what lies in its only root, else all its roots.
    pub fn tops(&self, edition: usize) -> Vec<PlaceIdx> {
        let all = self.places.iter().enumerate();
        let roots = all.filter(|(_, place)| place.edition == edition && place.parent.is_none());
        let roots: Vec<PlaceIdx> = roots.map(|(at, _)| PlaceIdx::new(at)).collect();
        match roots[..] {
            [root] => self.children[root.at()].clone(),
            _ => roots,
        }
    }

    /// The places of other editions that a place was made from or has become, nearest first.
    pub fn other_names(&self, at: PlaceIdx) -> Vec<(PlaceIdx, Era)> {
        let before = |at: PlaceIdx| self.place(at).predecessors.clone();
        let after = |at: PlaceIdx| self.place(at).successors.iter().map(|s| s.place).collect();
        let former = reach(at, before).into_iter().map(|at| (at, Era::Former));
        let later = reach(at, after).into_iter().map(|at| (at, Era::Later));
        former.chain(later).collect()
    }

    /// The places of an edition that a place of another one has become or was made from; of a place that was divided
    /// further, those of all that lay in it. In Vietnamese order, each once.
    pub fn counterparts(&self, at: PlaceIdx, edition: usize) -> Vec<PlaceIdx> {
        let others = self.other_names(at).into_iter().map(|(at, _)| at);
        let mut found: Vec<PlaceIdx> = others
            .filter(|at| self.place(*at).edition == edition)
            .collect();
        if found.is_empty() {
            let children = &self.children[at.at()];
            found.extend(
                children
                    .iter()
                    .flat_map(|at| self.counterparts(*at, edition)),
            );
        }
        found.sort_by(|a, b| {
            let (a, b) = (self.place(*a), self.place(*b));
            collate::compare(&a.name, &b.name).then_with(|| a.key.cmp(&b.key))
        });
        found.dedup();
        found
    }

    /// The name of a place without its kind: "Xuân Hòa".
    pub fn own_name(&self, at: PlaceIdx) -> &str {
        bare(&self.place(at).name, &self.kind_of(at).title)
    }

    /// Finds a place by edition and code.
    pub fn find(&self, edition: &str, code: &str) -> Option<PlaceIdx> {
        self.by_key
            .get(&PlaceKey {
                edition: edition.into(),
                code: code.into(),
            })
            .copied()
    }
}

/// Everything that is reached from a place step by step, nearest first, each once.
fn reach(from: PlaceIdx, next: impl Fn(PlaceIdx) -> Vec<PlaceIdx>) -> Vec<PlaceIdx> {
    let mut found = next(from);
    let mut at = 0;
    while let Some(&place) = found.get(at) {
        for further in next(place) {
            if !found.contains(&further) {
                found.push(further);
            }
        }
        at += 1;
    }
    found
}
