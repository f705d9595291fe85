//! Binhyen turns a folder of TOML rosters and Markdown guidance into a checked public site.
//!
//! The phases, each a free function over the typed result of the one before:
//!
//! 1. [`source`] reads the site folder;
//! 2. [`parse`] makes a draft in which every field keeps its place in the text;
//! 3. [`scheme`] compiles decrees from data;
//! 4. [`check`] resolves and checks the draft against its own decree;
//! 5. [`publish`] is the only gate from private to public;
//! 6. [`plan`] gives every page its address and checks every link;
//! 7. [`mod@format`] renders each planned output to bytes;
//! 8. [`build`] scans, stages, collects and commits them.
//!
//! [`serve`] repeats them while an editor works, for a browser on the same machine.

#![warn(missing_docs)]

pub mod build;
pub mod check;
pub mod cli;
pub mod diag;
pub mod format;
pub mod markdown;
pub mod model;
pub mod parse;
pub mod plan;
pub mod publish;
pub mod scheme;
pub mod serve;
pub mod source;
