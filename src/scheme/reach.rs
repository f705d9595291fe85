//! Where in the geography a kind of body belongs, as every form of output sees it.

use super::{BodyKind, Serves};
use crate::model::Edition;

/// Where in the geography a kind of body belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The commune.
    Commune,
    /// One or more villages.
    Unit,
    /// Deeper than a village.
    Deeper,
}

impl BodyKind {
    /// Where it belongs, seen from an edition of geography.
    pub fn reach(&self, edition: &Edition) -> Reach {
        match (self.serves, edition.level(&self.level)) {
            (Serves::Commune, _) => Reach::Commune,
            (_, Some(level)) if level > edition.unit_level => Reach::Deeper,
            // A level the edition does not have (an older decree read in a newer geography) counts as the village's own.
            _ => Reach::Unit,
        }
    }
}
