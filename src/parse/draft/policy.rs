//! Draft of `data/publish.toml`.

use super::Word;
use crate::{
    diag::{FileId, Span},
    model::Text,
};

/// What may be public.
#[derive(Debug, Default)]
pub struct PolicyDraft {
    /// The file, when there is one.
    pub file: Option<FileId>,
    /// Legal bases.
    pub bases: Vec<BasisDraft>,
    /// Permissions; all else is withheld.
    pub allow: Vec<AllowDraft>,
}

/// A legal basis.
#[derive(Debug)]
pub struct BasisDraft {
    /// Id.
    pub id: Word,
    /// The law in words.
    pub law: Text,
}

/// A permission. Words are checked against the closed sets of the publish stage.
#[derive(Debug)]
pub struct AllowDraft {
    /// Where it is written.
    pub span: Span,
    /// Field, such as `person.phone`.
    pub field: Word,
    /// Bodies it is limited to; `None` is any, and what belongs to no body.
    pub body: Option<Vec<Word>>,
    /// `official` or `volunteer`.
    pub capacity: Option<Word>,
    /// `consent`.
    pub needs: Option<Word>,
    /// `page`, `search`, `export`, `print`.
    pub surfaces: Vec<Word>,
    /// Id of the legal basis.
    pub basis: Word,
}
