//! Sources to draft: reads every file's TOML or front matter and reports all that is wrong with it.
//!
//! Never fails and resolves no references; that is the check stage's work.

pub mod draft;
pub mod near;

pub use draft::Draft;
