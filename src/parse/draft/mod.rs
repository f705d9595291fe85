//! What the files say, before anything is checked: every field keeps its place, references are still words.
//!
//! Missing or unreadable fields have been reported and are `None` or left out; a draft is never refused.

use ecow::EcoString;
mod bodies;
mod content;
mod places;
mod policy;
mod roster;
mod scheme;
mod site;
mod style;

pub use bodies::{
    BodyKindDraft, ElectionDraft, EstablishmentDraft, Every, InsteadDraft, Line, LineKind,
    MeetingDraft, MembersDraft, MoneyDraft, PostDraft, StandingForceDraft, TermRule,
};
pub use content::{ArticleDraft, Correction, Cover, Photo, Shelf, StoryDraft};
pub use places::{EditionDraft, PlaceDraft, SuccessorDraft};
pub use policy::{AllowDraft, BasisDraft, PolicyDraft};
pub use roster::{
    BodyDraft, DecisionDraft, HeadDraft, HoldingDraft, MeetingHeld, MemberDraft, OfficeDraft,
    PersonDraft, PlaceRef, PrivateDraft, PrivatePersonDraft, RosterDraft, Term, UnitDraft,
    VerifiedDraft,
};
pub use scheme::{
    AbbreviationDraft, AgencyTasks, AppliesDraft, CampaignDraft, Cited, ClauseDraft,
    DefinitionDraft, LegalBasis, OfficeKindDraft, Param, RuleDraft, SchemeDraft, StepDraft,
    Superseded, TableDraft, ValueDraft, Where,
};
pub use site::{
    AgencyDraft, EmergencyDraft, LockDraft, MovedDraft, PublisherDraft, RolloutDraft, SiteDraft,
    StepHeld,
};

pub use style::{AvoidDraft, StyleDraft};

use crate::diag::{FileId, Sp};

/// A word that names something: an id, still unresolved.
pub type Word = Sp<EcoString>;

/// Everything the site folder says.
#[derive(Debug, Default)]
pub struct Draft {
    /// `data/site.toml`; `None` when missing or without its required keys (reported).
    pub site: Option<SiteDraft>,
    /// `data/places/*.toml`.
    pub editions: Vec<EditionDraft>,
    /// `data/schemes/*.toml`.
    pub schemes: Vec<SchemeDraft>,
    /// `data/rosters/**/*.toml`: each is read with [`roster`](super::roster) when it is resolved, so that the drafts of
    /// a whole province never exist at once.
    pub rosters: Vec<FileId>,
    /// `data/private/**/*.toml`.
    pub private: Vec<PrivateDraft>,
    /// `data/publish.toml`; empty (nothing may be public) when missing.
    pub policy: PolicyDraft,
    /// `data/rollout.toml`.
    pub rollout: Option<RolloutDraft>,
    /// `data/agencies.toml`.
    pub agencies: Vec<AgencyDraft>,
    /// `data/addresses.lock`.
    pub lock: LockDraft,
    /// `data/moved.toml`.
    pub moved: Vec<MovedDraft>,
    /// `data/style.toml`.
    pub style: StyleDraft,
    /// `content/**/*.md`.
    pub articles: Vec<ArticleDraft>,
}
