//! Draft to registry: resolves every reference and holds the rosters against their own decree.
//!
//! Reports all findings at once, each with its clause. Renders nothing and publishes nothing.

mod registry;

pub use registry::{
    AgencyContact, Article, Body, Broken, Decision, Head, Holding, Member, Office, Person,
    PrivateFacts, Registry, Rollout, Roster, Subject, Unit,
};
