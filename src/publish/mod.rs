//! The only gate from private to public.
//!
//! Consumes the registry and gives what may be shown ([`PublicSite`]) and what must not appear ([`Guard`]).
//! Nothing after this stage can name a private value: the registry is gone.

mod guard;
mod site;

pub use guard::{Guard, GuardBuilder, Leak, Media};
pub use site::{
    Contact, Holder, OfficeHeld, PublicBody, PublicCommune, PublicDecision, PublicHead,
    PublicOffice, PublicPerson, PublicSeat, PublicSite, PublicUnit, Published, SiteInfo, Surface,
    Surfaces,
};
