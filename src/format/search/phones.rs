//! Published numbers under their digits read backwards, so that the last ones typed lead to a part.

use ecow::EcoString;
use rayon::prelude::*;

use super::{
    names::{Communes, write_person},
    places::Places,
    roster::Roster,
    script::{Json, Shards},
    split::{file_of, split},
};
use crate::model::Phone;

/// About how many bytes a record takes.
const BYTES: usize = 70;

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Duty,
    Office,
    Person(u32),
}

/// Writes the parts of numbers, and gives the beginnings that name them.
pub(super) fn write(places: &Places, rosters: &[Roster], shards: &Shards) -> Vec<EcoString> {
    let all = rosters.par_iter().enumerate();
    let mut found: Vec<(EcoString, u32, Owner)> = all
        .flat_map_iter(|(at, roster)| {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            let people = (0..).zip(&roster.people);
            let people = people.map(|(one, person)| (person.phone, Owner::Person(one)));
            let offices = [(roster.duty, Owner::Duty), (roster.office, Owner::Office)];
            let owners: Vec<_> = offices.into_iter().chain(people).collect();
            owners
                .into_iter()
                .filter_map(move |(phone, owner)| Some((backwards(phone?), at, owner)))
        })
        .collect();
    found.par_sort_unstable();
    let weights: Vec<(EcoString, usize)> = found
        .chunk_by(|(a, ..), (b, ..)| a == b)
        .map(|same| (same[0].0.clone(), same.len() * BYTES))
        .collect();
    let files = split(&weights);
    let parts: Vec<&[(EcoString, u32, Owner)]> = found
        .chunk_by(|(a, ..), (b, ..)| file_of(&files, a) == file_of(&files, b))
        .collect();
    parts.par_iter().for_each(|found| {
        if let Some(file) = file_of(&files, &found[0].0) {
            let data = part(places, rosters, found);
            shards.put(&format!("so-{}", files[file]), &data);
        }
    });
    files
}

fn part(places: &Places, rosters: &[Roster], found: &[(EcoString, u32, Owner)]) -> Json {
    let mut communes = Communes::default();
    let (mut people, mut offices) = (Json::default(), Json::default());
    people.list();
    offices.list();
    for (_, at, owner) in found {
        let roster = &rosters[*at as usize];
        let commune = communes.number(places, roster);
        match owner {
            Owner::Person(one) => {
                people.list();
                let person = &roster.people[*one as usize];
                write_person(roster, person, commune, &mut people);
                people.end();
            }
            Owner::Duty | Owner::Office => {
                let is_office = *owner == Owner::Office;
                let phone = if is_office {
                    roster.office
                } else {
                    roster.duty
                };
                offices.list().number(commune).number(u8::from(is_office));
                offices.maybe(phone.map(Phone::digits)).end();
            }
        }
    }
    people.end();
    offices.end();
    let mut json = Json::default();
    json.object().key("c").raw(&communes.list());
    json.key("p").raw(&people).key("o").raw(&offices).done();
    json
}

fn backwards(phone: &Phone) -> EcoString {
    phone.digits().chars().rev().collect()
}
