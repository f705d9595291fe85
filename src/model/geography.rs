//! Editions of geography: levels, kinds, places and what became of them.
//!
//! A code is not an identity: a place's key is (edition, code).

use ecow::EcoString;
use rustc_hash::FxHashMap;

use super::{PlaceIdx, Text};
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
