//! Every path, address and link of the site, before a byte is rendered.
//!
//! Addresses never change silently: they are recorded in the lock, and one that would vanish is an error.

mod address;
mod format;
mod subject;

pub use address::{AddressBook, relative};
pub use format::{Collector, Format, Spec, StagedFile};
pub use subject::{Output, Subject};

use crate::{markdown::Prepared, publish::PublicSite};

/// What will be written where. Only this stage can make one.
#[derive(Debug)]
pub struct SitePlan<'a> {
    /// The site.
    pub site: &'a PublicSite,
    /// Addresses.
    pub addresses: AddressBook,
    /// Outputs, in path order.
    pub outputs: Vec<Output>,
    /// Markdown, read once; same order as `site.articles`.
    pub prepared: Vec<Prepared>,
    /// The lock as it should stand, when it differs from the one read.
    pub new_lock: Option<String>,
    _planned: (),
}
