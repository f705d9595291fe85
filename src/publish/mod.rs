//! The only gate from private to public.
//!
//! Consumes the registry and gives what may be shown ([`PublicSite`]) and what must not appear ([`Guard`]).
//! Nothing after this stage can name a private value: the registry is gone.

mod chairs;
mod findings;
mod gate;
mod guard;
mod policy;
mod provenance;
mod settings;
mod site;

pub use chairs::Chair;
pub use findings::FINDINGS;
pub use gate::publish;
pub use guard::{Guard, GuardBuilder, Leak, Media};
pub use provenance::provenance;
pub use site::{
    Contact, Holder, OfficeHeld, PublicBody, PublicCommune, PublicDecision, PublicHead,
    PublicOffice, PublicPerson, PublicSeat, PublicSite, PublicUnit, Published, SiteInfo, Surface,
    Surfaces,
};
