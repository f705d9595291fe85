//! What the villages of a commune share on their pages, made once: they are nine pages in ten.

use ecow::EcoString;
use tera::Value;

use super::{
    commune::above,
    ctx::{Anchor, Ctx},
    frame::trail,
};
use crate::{
    model::{RosterIdx, UnitIdx},
    plan::{Output, Subject},
    publish::PublicCommune,
};

/// What the pages of a commune's villages share.
#[derive(Debug)]
pub(in crate::format::html) struct Kin {
    /// Whoever always answers.
    pub fallback: Option<Value>,
    /// The office.
    pub office: Option<Value>,
    /// The commune and what it lies in, in a sentence.
    pub lineage: EcoString,
    /// The pages above, as seen from a village's page.
    pub crumbs: Value,
    /// The same for machines.
    pub trail: EcoString,
    /// The folder of people's cards.
    pub cards: EcoString,
    /// By when the roster is to be checked again.
    pub again: EcoString,
    /// Who vouched for the roster.
    pub checked: Value,
    /// What replaced its scheme.
    pub replaced: Value,
    /// What became of the commune.
    pub became: Value,
}

impl<'a> Ctx<'a> {
    /// What the villages of a commune share.
    ///
    /// Links in it are as seen from a village's page; the commune's own page uses only the numbers.
    pub(super) fn kin(&self, commune: &'a PublicCommune) -> &'a Kin {
        let roster = self.site.roster_of.get(&commune.place);
        let at = roster.copied().unwrap_or(RosterIdx::new(0));
        self.shared.kin(self.binding, at, || self.make_kin(commune))
    }

    fn make_kin(&self, commune: &'a PublicCommune) -> Kin {
        let place = commune.place;
        let duty = self.duty(commune).or_else(|| self.emergency());
        let from = match self.output.subject {
            Subject::Unit(..) => None,
            // Seen from the commune's own page first: the villages lie beside each other, so any one stands for all.
            _ => self.first_unit(commune),
        };
        let seen = Ctx {
            output: from.as_ref().unwrap_or(self.output),
            ..*self
        };
        let mut crumbs = above(&seen, place);
        if let Some(href) = seen.link(Subject::Place(place)) {
            crumbs.push(Anchor::new(seen.name(place), href));
        }
        let cards = self.plan.cards(place);
        let checked = seen.checked(Some(commune));
        Kin {
            fallback: duty.map(|call| call.value()),
            office: self.office_call(commune).map(|call| call.value()),
            lineage: self.lineage(place).into(),
            crumbs: Value::from_serializable(&crumbs),
            trail: trail(&seen, &crumbs),
            cards: cards
                .map(|folder| seen.to(&folder))
                .unwrap_or_default()
                .into(),
            again: checked.again.as_str().into(),
            checked: Value::from_serializable(&checked),
            replaced: Value::from_serializable(&seen.replaced(commune.scheme)),
            became: Value::from_serializable(&seen.became(place)),
        }
    }

    /// The page of the commune's first village, to link from.
    fn first_unit(&self, commune: &PublicCommune) -> Option<Output> {
        let subject = Subject::Unit(commune.place, UnitIdx::new(0));
        let path = self.plan.addresses.path(subject, self.lang, "html")?;
        Some(Output {
            path: path.into(),
            subject,
            ..self.output.clone()
        })
    }
}
