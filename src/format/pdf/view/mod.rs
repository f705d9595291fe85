//! What sheets are given to say: plain data, everything filled in, nothing left to look up.

mod book;
mod frame;
mod links;
mod notice;
mod people;
mod roster;

pub(super) use book::{Size, book, chapter};
pub(super) use notice::notice;
pub(super) use roster::roster;

/// Where paper may show a value.
pub(super) const SURFACE: crate::publish::Surface = crate::publish::Surface::Print;
