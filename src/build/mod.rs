//! From plan to published site: renders in parallel, scans for leaks, stages what changed, collects, commits.
//!
//! The old site stands until the commit; a failure leaves it byte for byte as it was.

mod progress;
mod request;

pub use progress::{Phase, Progress, Silent};
pub use request::{Addresses, Built, Commit, Day, Deny, Job, Outcome, Request, Target};

use crate::diag::Fault;

/// Checks a site, or builds it.
///
/// # Errors
/// A [`Fault`] when going on is impossible; what is wrong with the content is in the report.
pub fn site(_request: &Request, _progress: &dyn Progress) -> Result<Outcome, Fault> {
    Err(Fault::refused(
        "bản này chưa nối các bước dựng trang",
        "the stages are not wired in this version",
    ))
}
