//! From plan to published site: renders in parallel, scans for leaks, stages what changed, collects, commits.
//!
//! The old site stands until the commit; a failure leaves it byte for byte as it was.

mod apart;
mod bundle;
mod commit;
mod destination;
mod findings;
mod manifest;
mod packed;
mod paths;
mod progress;
mod render;
mod request;
mod site;
mod stage;
#[cfg(test)]
mod tests;

pub use findings::FINDINGS;
pub use progress::{Phase, Progress, Silent};
pub use request::{
    Addresses, Built, Bundle, Commit, Day, Deny, Form, Job, Outcome, Request, Target,
};
pub use site::site;
