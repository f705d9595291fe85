//! Villages and people under the syllables of their names. A syllable that thousands share leads to a few of them only;
//! whoever has no rarer one is found by the whole name, in one of a number of parts chosen by its hash.

use std::collections::{BTreeMap, BTreeSet};

use ecow::EcoString;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{
    places::{Places, Space},
    roster::{Person, Roster, digits, joined},
    script::{Json, Shards},
    split::{file_of, safe, split},
};
use crate::model::{UnitIdx, syllable};

/// As many villages, and as many people, a syllable leads to.
const MOST: usize = 40;
/// As many of one whole name.
const NAMESAKES: usize = 200;
/// Names in a part chosen by hash, as long as there are not too many parts.
const BUCKET: usize = 150;
/// As many parts chosen by hash.
const BUCKETS: usize = 4096;
/// About how many bytes a record takes.
const BYTES: usize = 60;

/// A village or a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Named {
    /// Index into the rosters.
    pub roster: u32,
    /// Villages come first.
    pub is_person: bool,
    /// Index into its villages or people.
    pub at: u32,
}

/// What a syllable leads to: the first of each, in the order of the site, and how many there are.
#[derive(Debug, Default)]
struct Posting {
    villages: Vec<Named>,
    leaders: Vec<Named>,
    others: Vec<Named>,
    all_villages: usize,
    all_people: usize,
}

type Index = FxHashMap<EcoString, Posting>;

impl Posting {
    fn add(&mut self, named: Named, leads: bool) {
        let list = match (named.is_person, leads) {
            (false, _) => &mut self.villages,
            (true, true) => &mut self.leaders,
            (true, false) => &mut self.others,
        };
        if list.len() < MOST {
            list.push(named);
        }
        if named.is_person {
            self.all_people += 1;
        } else {
            self.all_villages += 1;
        }
    }

    /// Adds what comes after it.
    fn append(&mut self, next: Posting) {
        let lists = [
            (&mut self.villages, next.villages),
            (&mut self.leaders, next.leaders),
            (&mut self.others, next.others),
        ];
        for (list, more) in lists {
            let room = MOST.saturating_sub(list.len());
            list.extend(more.into_iter().take(room));
        }
        self.all_villages += next.all_villages;
        self.all_people += next.all_people;
    }

    fn kept(&self) -> impl Iterator<Item = Named> {
        let people = self.leaders.iter().chain(&self.others).take(MOST);
        self.villages.iter().chain(people).copied()
    }

    const fn drops(&self, is_person: bool) -> bool {
        if is_person {
            self.all_people > MOST
        } else {
            self.all_villages > MOST
        }
    }
}

/// What the catalogue says of names.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Parts and counts; a count above [`Names::MOST`] means that some were left out.
    pub space: Space,
    /// How many parts hold whole names, a power of two or zero.
    pub buckets: usize,
}

impl Names {
    /// A count above this one means that some were left out.
    pub(super) const MOST: usize = MOST;
}

/// Writes the parts of names.
pub(super) fn write(places: &Places, rosters: &[Roster], shards: &Shards) -> Names {
    let index = gather(rosters);
    let mut keys: Vec<&EcoString> = index.keys().collect();
    keys.sort_unstable();
    let mut under: BTreeMap<EcoString, BTreeSet<Named>> = BTreeMap::new();
    let mut counts: BTreeMap<EcoString, usize> = BTreeMap::new();
    for key in keys {
        let posting = &index[key];
        under.entry(safe(key)).or_default().extend(posting.kept());
        counts.insert(key.clone(), posting.all_villages.max(posting.all_people));
    }
    let weights: Vec<(EcoString, usize)> = under
        .iter()
        .map(|(key, held)| (key.clone(), held.len() * BYTES))
        .collect();
    let files = split(&weights);
    let mut held: Vec<BTreeSet<Named>> = vec![BTreeSet::new(); files.len()];
    for (key, named) in under {
        if let Some(file) = file_of(&files, &key) {
            held[file].extend(named);
        }
    }
    files.par_iter().zip(&held).for_each(|(file, named)| {
        shards.put(&format!("ten-{file}"), &part(places, rosters, named));
    });
    Names {
        space: Space { files, counts },
        buckets: whole(places, rosters, &index, shards),
    }
}

/// A part: the communes named in it, villages, people.
pub(super) fn part<'n>(
    places: &Places,
    rosters: &[Roster],
    named: impl IntoIterator<Item = &'n Named>,
) -> Json {
    let mut communes = Communes::default();
    let (mut villages, mut people) = (Json::default(), Json::default());
    villages.list();
    people.list();
    for named in named {
        let roster = &rosters[named.roster as usize];
        let commune = communes.number(places, roster);
        if named.is_person {
            let person = &roster.people[named.at as usize];
            people.list();
            write_person(roster, person, commune, &mut people);
            people.end();
            continue;
        }
        let unit = &roster.units[named.at as usize];
        let leader = unit.leader.map(|at| &roster.people[at]);
        villages
            .list()
            .text(unit.name)
            .maybe(unit.slug)
            .number(commune);
        villages.maybe(leader.map(|leader| leader.name));
        villages
            .maybe(digits(leader.and_then(|leader| leader.phone)))
            .end();
    }
    villages.end();
    people.end();
    let mut json = Json::default();
    json.object().key("c").raw(&communes.list());
    json.key("v").raw(&villages).key("p").raw(&people).done();
    json
}

/// A person as a row without its brackets: name, number, commune, village, odd address of the village, titles.
pub(super) fn write_person(roster: &Roster, person: &Person, commune: usize, json: &mut Json) {
    let unit = person
        .unit
        .and_then(|at: UnitIdx| roster.units.get(at.at()));
    json.text(person.name)
        .maybe(digits(person.phone))
        .number(commune);
    json.maybe(unit.map(|unit| unit.name));
    json.maybe(unit.and_then(|unit| unit.slug));
    for title in &person.titles {
        json.number(*title);
    }
}

/// The communes that are named in a part, each once.
#[derive(Debug, Default)]
pub(super) struct Communes {
    rows: Vec<Json>,
    known: FxHashMap<crate::model::PlaceIdx, usize>,
}

impl Communes {
    /// The number of a roster's commune in this part.
    pub(super) fn number(&mut self, places: &Places, roster: &Roster) -> usize {
        *self.known.entry(roster.place).or_insert_with(|| {
            self.rows.push(places.row(roster.place, false));
            self.rows.len() - 1
        })
    }

    /// Their rows.
    pub(super) fn list(&self) -> Json {
        let mut json = Json::default();
        json.list();
        for row in &self.rows {
            json.raw(row);
        }
        json.end();
        json
    }
}

/// The index over all rosters. Parts are joined in order, so that the first are the first whatever the threads.
fn gather(rosters: &[Roster]) -> Index {
    let all = rosters.par_iter().enumerate();
    let folded = all.fold(Index::default, |mut index, (at, roster)| {
        each(at, roster, |named, name, leads| {
            let mut keys: Vec<EcoString> = syllable::keys(name).collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys.into_iter().filter(|key| !syllable::is_number(key)) {
                index.entry(key).or_default().add(named, leads);
            }
        });
        index
    });
    folded.reduce(Index::default, |mut before, after| {
        for (key, posting) in after {
            before.entry(key).or_default().append(posting);
        }
        before
    })
}

/// Every village and every person of a roster, with the name that counts.
fn each(at: usize, roster: &Roster, mut visit: impl FnMut(Named, &str, bool)) {
    let named = |is_person, one: usize| Named {
        roster: u32::try_from(at).unwrap_or(u32::MAX),
        is_person,
        at: u32::try_from(one).unwrap_or(u32::MAX),
    };
    for (one, unit) in roster.units.iter().enumerate() {
        visit(named(false, one), unit.own, true);
    }
    for (one, person) in roster.people.iter().enumerate() {
        visit(named(true, one), person.name, person.leads);
    }
}

/// Writes those who have no rare syllable under the hash of their whole name.
fn whole(places: &Places, rosters: &[Roster], index: &Index, shards: &Shards) -> usize {
    let left_out = |named: Named, name: &str| {
        let drops = |key| {
            index
                .get(&key)
                .is_some_and(|posting: &Posting| posting.drops(named.is_person))
        };
        let mut keys = syllable::keys(name)
            .filter(|key| !syllable::is_number(key))
            .peekable();
        keys.peek().is_some() && keys.all(drops)
    };
    let all = rosters.par_iter().enumerate();
    let mut found: Vec<(u32, Named)> = all
        .flat_map_iter(|(at, roster)| {
            let mut found = Vec::new();
            each(at, roster, |named, name, _| {
                if left_out(named, name) {
                    found.push((hash(&joined(name)), named));
                }
            });
            found
        })
        .collect();
    if found.is_empty() {
        return 0;
    }
    let buckets = (found.len() / BUCKET)
        .max(1)
        .next_power_of_two()
        .min(BUCKETS);
    let bucket = |hash: u32| hash as usize & (buckets - 1);
    found.par_sort_unstable_by_key(|(hash, named)| (bucket(*hash), *hash, *named));
    let parts: Vec<&[(u32, Named)]> = found
        .chunk_by(|(a, _), (b, _)| bucket(*a) == bucket(*b))
        .collect();
    parts.par_iter().for_each(|found| {
        let names = found.chunk_by(|(a, _), (b, _)| a == b);
        let named: Vec<Named> = names
            .flat_map(|same| same.iter().take(NAMESAKES).map(|(_, named)| *named))
            .collect();
        let name = format!("ho-{:x}", bucket(found[0].0));
        shards.put(&name, &part(places, rosters, &named));
    });
    buckets
}

/// FNV-1a over the characters of keys, which are ASCII but for other alphabets.
fn hash(text: &str) -> u32 {
    text.encode_utf16().fold(0x811c_9dc5, |hash: u32, unit| {
        (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_kept_and_all_are_counted_however_they_are_joined() {
        let named = |at: usize| Named {
            roster: 0,
            is_person: true,
            at: u32::try_from(at).unwrap(),
        };
        let add = |range: std::ops::Range<usize>| {
            let mut posting = Posting::default();
            range.for_each(|at| posting.add(named(at), at % 10 == 0));
            posting
        };
        let whole: Vec<Named> = add(0..200).kept().collect();
        let mut joined = add(0..70);
        joined.append(add(70..200));
        assert_eq!(joined.kept().collect::<Vec<_>>(), whole);
        assert_eq!((joined.all_people, whole.len()), (200, MOST));
        assert_eq!(
            (whole[0], whole[1], whole[20]),
            (named(0), named(10), named(1))
        );
        assert!(joined.drops(true) && !joined.drops(false));
    }

    #[test]
    fn the_hash_is_fnv() {
        assert_eq!(hash("nguyen van tuan"), 0x345a_c2d2);
    }
}
