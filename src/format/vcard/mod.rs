//! Contact cards as vCard 3.0 (RFC 2426), which every phone takes: one of each commune, village and person who can be called.
//!
//! Only what may be exported stands on them. A person's card is in the main language; the others follow their page.

mod card;
mod lines;
mod part;
mod roster;
mod words;

pub use words::Words;

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::{
    diag::{Diagnostic, Lang},
    model::{ChairIdx, Phone, PlaceIdx},
    plan::{Format, Inside, Output, SitePlan, Spec, Subject},
    publish::{Media, PublicCommune, PublicPerson, Published},
};
use card::Cards;
use part::Stage;
use roster::{Roster, SURFACE};

/// The format of contact cards.
#[derive(Debug)]
pub struct VCard {
    words: [Words; 2],
    rosters: OnceLock<Vec<Roster>>,
}

impl VCard {
    /// Cards with these words, in the order of [`Lang::ALL`].
    pub const fn new(words: [Words; 2]) -> Self {
        VCard {
            words,
            rosters: OnceLock::new(),
        }
    }

    /// Who has a card in each commune, found once.
    fn roster(&self, plan: &SitePlan, place: PlaceIdx) -> Option<&Roster> {
        let gather = || plan.site.communes.par_iter().map(Roster::of).collect();
        let at = plan.site.roster_of.get(&place)?;
        self.rosters.get_or_init(gather).get(at.at())
    }

    fn people(&self, plan: &SitePlan, commune: &PublicCommune) -> Vec<ChairIdx> {
        let roster = self.roster(plan, commune.place);
        roster.map_or_else(Vec::new, |roster| roster.callable(commune).collect())
    }
}

impl Format for VCard {
    fn spec(&self) -> Spec {
        Spec {
            id: "vcf",
            media_type: "text/vcard",
            extension: "vcf",
            surface: SURFACE,
            media: Some(Media::Text),
        }
    }

    fn plan(&self, plan: &SitePlan, subjects: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let mut wanted: Vec<(Subject, Lang)> = subjects
            .iter()
            .copied()
            .filter(|(subject, _)| has_card(plan, *subject))
            .collect();
        let main = plan.site.info.main();
        for commune in &plan.site.communes {
            let people = self.people(plan, commune).into_iter();
            wanted.extend(people.map(|at| (Subject::Person(commune.place, at), main)));
        }
        wanted
    }

    fn path(&self, plan: &SitePlan, subject: Subject, lang: Lang) -> Option<String> {
        match subject {
            Subject::Person(place, at) => {
                let person = plan.site.commune(place)?.chair(at)?.person(SURFACE)?;
                Some(format!("{}{}.vcf", plan.cards(place)?, person.id))
            }
            _ => plan.addresses.path(subject, lang, "vcf"),
        }
    }
    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        _: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        let (Subject::Place(place) | Subject::Unit(place, _) | Subject::Person(place, _)) =
            output.subject
        else {
            return Ok(());
        };
        let (Some(commune), Some(roster)) = (plan.site.commune(place), self.roster(plan, place))
        else {
            return Ok(());
        };
        let stage = Stage {
            site: plan.site,
            commune,
            words: &self.words[output.lang as usize],
            lang: output.lang,
        };
        let cards = Cards::new(plan, stage, roster);
        let each = |people: Vec<&PublicPerson>, out: &mut Vec<u8>| {
            people
                .into_iter()
                .for_each(|person| cards.person(person, out));
        };
        match output.subject {
            Subject::Unit(_, unit) => {
                each(roster::of_unit(commune, unit), out);
                cards.duty(out);
            }
            Subject::Person(_, at) => {
                let person = commune.chair(at).and_then(|chair| chair.person(SURFACE));
                each(person.into_iter().collect(), out);
            }
            _ => {
                cards.duty(out);
                cards.office(out);
                each(roster::of_commune(commune), out);
            }
        }
        Ok(())
    }
}

/// Whether a page has a card: of the people on it, or of a desk that answers for them.
fn has_card(plan: &SitePlan, subject: Subject) -> bool {
    let (Subject::Place(place) | Subject::Unit(place, _)) = subject else {
        return false;
    };
    let Some(commune) = plan.site.commune(place) else {
        return false;
    };
    let office = &commune.office;
    let given = |phone: &Option<Published<Phone>>| {
        phone
            .as_ref()
            .is_some_and(|phone| phone.on(SURFACE).is_some())
    };
    match subject {
        Subject::Unit(_, unit) => {
            given(&office.police_duty) || !roster::of_unit(commune, unit).is_empty()
        }
        _ => {
            given(&office.police_duty)
                || given(&office.phone)
                || !roster::of_commune(commune).is_empty()
        }
    }
}
