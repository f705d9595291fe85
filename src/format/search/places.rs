//! Places with pages, under the syllables of their names, of what they lie in, and of their names at other times.

use std::collections::{BTreeMap, BTreeSet};

use ecow::EcoString;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{
    roster::{digits, odd_slug, search},
    script::{Json, Shards},
    split::{file_of, safe, split},
};
use crate::{
    model::{Era, PlaceIdx, collate, syllable, text::within},
    plan::{SitePlan, Subject},
};

/// The places of the site.
pub(super) struct Places<'a> {
    plan: &'a SitePlan<'a>,
    /// Places with places below them, outermost first: all are in the catalogue.
    pub tops: Vec<PlaceIdx>,
    /// Places with a roster, or room for one.
    pub communes: Vec<PlaceIdx>,
    top_of: FxHashMap<PlaceIdx, usize>,
}

/// What the catalogue says of a kind of part: the beginnings that name the files, and how often each key occurs.
#[derive(Debug, Default)]
pub(super) struct Space {
    /// Beginnings.
    pub files: Vec<EcoString>,
    /// How many records each key leads to.
    pub counts: BTreeMap<EcoString, usize>,
}

impl<'a> Places<'a> {
    /// Gathers the places with pages, in the order of the geography.
    pub(super) fn gather(plan: &'a SitePlan<'a>) -> Self {
        let gazetteer = &plan.site.gazetteer;
        let level = gazetteer.editions[plan.site.edition].roster_level;
        let mut places = Places {
            plan,
            tops: Vec::new(),
            communes: Vec::new(),
            top_of: FxHashMap::default(),
        };
        let mut waiting = gazetteer.tops(plan.site.edition);
        waiting.reverse();
        while let Some(at) = waiting.pop() {
            if plan.addresses.stem(Subject::Place(at)).is_none() {
                continue;
            }
            if gazetteer.place(at).level >= level {
                places.communes.push(at);
            } else {
                places.top_of.insert(at, places.tops.len());
                places.tops.push(at);
            }
            waiting.extend(gazetteer.children[at.at()].iter().rev());
        }
        places
    }

    /// How many parts the address of a commune has.
    pub(super) fn depth(&self) -> usize {
        let first = self.communes.first();
        let stem = first.and_then(|at| self.plan.addresses.stem(Subject::Place(*at)));
        stem.map_or(0, |stem| stem.matches('/').count() + 1)
    }

    /// The name of a commune's own part: that of its page.
    pub(super) fn part(&self, at: PlaceIdx) -> Option<&str> {
        self.plan.addresses.stem(Subject::Place(at))
    }

    /// A place as a row: name, what it lies in, an odd address; a commune with its duty phone, 1 for a roster without
    /// one, 0 for no roster; then names of other times, `-` before a former and `+` before a later one.
    pub(super) fn row(&self, at: PlaceIdx, others: bool) -> Json {
        let place = self.plan.site.gazetteer.place(at);
        let above = place.parent.and_then(|at| self.top_of.get(&at)).copied();
        let mut row = Json::default();
        row.list().text(&place.name).index(above);
        row.maybe(odd_slug(self.plan, Subject::Place(at), &place.name));
        if !self.top_of.contains_key(&at) {
            match self.plan.site.commune(at) {
                None => row.number(0),
                Some(roster) => match digits(search(roster.office.police_duty.as_ref())) {
                    Some(duty) => row.text(duty),
                    None => row.number(1),
                },
            };
        }
        if others {
            for (name, era) in self.others(at) {
                let sign = if era == Era::Former { '-' } else { '+' };
                row.text(&format!("{sign}{name}"));
            }
        }
        row.end();
        row
    }

    /// Writes the parts of communes.
    pub(super) fn write(&self, shards: &Shards) -> Space {
        let made: Vec<(Json, BTreeSet<EcoString>)> = self
            .communes
            .par_iter()
            .map(|at| (self.row(*at, true), self.keys(*at)))
            .collect();
        let mut under: BTreeMap<EcoString, Vec<usize>> = BTreeMap::new();
        for (at, (_, keys)) in made.iter().enumerate() {
            for key in keys {
                under.entry(safe(key)).or_default().push(at);
            }
        }
        let bytes = |rows: &[usize]| rows.iter().map(|at| made[*at].0.len() + 1).sum();
        let keys: Vec<(EcoString, usize)> = under
            .iter()
            .map(|(key, rows)| (key.clone(), bytes(rows)))
            .collect();
        let files = split(&keys);
        let mut held: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); files.len()];
        for (key, rows) in &under {
            if let Some(file) = file_of(&files, key) {
                held[file].extend(rows);
            }
        }
        files.par_iter().zip(&held).for_each(|(file, rows)| {
            let mut json = Json::default();
            json.object().key("c").list();
            for at in rows {
                json.raw(&made[*at].0);
            }
            json.end().done();
            shards.put(&format!("noi-{file}"), &json);
        });
        Space {
            files,
            counts: under
                .into_iter()
                .map(|(key, rows)| (key, rows.len()))
                .collect(),
        }
    }

    /// The names of other times, with what the place lay in then; the same name at the same place is none.
    fn others(&self, at: PlaceIdx) -> Vec<(String, Era)> {
        let gazetteer = &self.plan.site.gazetteer;
        let own = &gazetteer.place(at).name;
        let mut found: Vec<(String, Era)> = Vec::new();
        for (other, era) in gazetteer.other_names(at) {
            let place = gazetteer.place(other);
            let parent = self.parent(other);
            let moved = parent.is_some_and(|parent| {
                let now = self.parent(at);
                now.is_none_or(|now| {
                    !syllable::same(&gazetteer.place(now).name, &gazetteer.place(parent).name)
                })
            });
            if syllable::same(&place.name, own) && !moved {
                continue;
            }
            let mut name = place.name.to_string();
            if let Some(parent) = parent {
                name.push_str(", ");
                name.push_str(&within(
                    &gazetteer.place(parent).name,
                    &gazetteer.kind_of(parent).title,
                ));
            }
            if !found.iter().any(|(known, _)| *known == name) {
                found.push((name, era));
            }
        }
        found.sort_by(|(a, was), (b, is)| {
            (*was == Era::Later)
                .cmp(&(*is == Era::Later))
                .then_with(|| collate::compare(a, b))
        });
        found
    }

    /// What a place lies in, below the whole.
    fn parent(&self, at: PlaceIdx) -> Option<PlaceIdx> {
        let gazetteer = &self.plan.site.gazetteer;
        let parent = gazetteer.place(at).parent?;
        gazetteer.place(parent).parent.map(|_| parent)
    }

    /// The keys a commune is found under; kinds of place are no such keys.
    fn keys(&self, at: PlaceIdx) -> BTreeSet<EcoString> {
        let gazetteer = &self.plan.site.gazetteer;
        let others = gazetteer.other_names(at).into_iter().map(|(at, _)| at);
        let parents = |at: PlaceIdx| {
            let above = gazetteer.ancestry(at);
            above.take_while(|at| gazetteer.place(*at).parent.is_some() || self.is_top(*at))
        };
        let named = std::iter::once(at).chain(others).flat_map(parents);
        named
            .flat_map(|at| syllable::keys(gazetteer.own_name(at)))
            .filter(|key| !syllable::is_number(key))
            .collect()
    }

    fn is_top(&self, at: PlaceIdx) -> bool {
        self.top_of.contains_key(&at) || self.plan.addresses.stem(Subject::Place(at)).is_some()
    }
}
