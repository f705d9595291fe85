//! The forms of output. Each renders bytes; none touches the disk, none imports another.

pub mod card;
pub mod docx;
pub mod epub;
pub mod feed;
pub mod files;
pub mod html;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod robots;
pub mod search;
pub mod sitemap;
pub mod vcard;
