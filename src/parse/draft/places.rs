//! Drafts of `data/places/*.toml`.

use chrono::NaiveDate;
use ecow::EcoString;

use super::Word;
use crate::{
    diag::{FileId, Sp, Span},
    model::{Share, Text},
};

/// An edition of geography.
#[derive(Debug)]
pub struct EditionDraft {
    /// The file.
    pub file: FileId,
    /// Id.
    pub id: Word,
    /// Name.
    pub title: Text,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Source and gaps.
    pub source: Option<Text>,
    /// Levels, top down.
    pub levels: Vec<(Word, Text)>,
    /// Level of the rosters.
    pub roster_level: Word,
    /// Level of the villages.
    pub unit_level: Word,
    /// Kinds: id, level, word.
    pub kinds: Vec<(Word, Word, Text)>,
    /// Places.
    pub places: Vec<PlaceDraft>,
}

/// A place.
#[derive(Debug)]
pub struct PlaceDraft {
    /// Where it is written.
    pub span: Span,
    /// Official code.
    pub code: Word,
    /// Kind.
    pub kind: Word,
    /// Full name.
    pub name: Sp<EcoString>,
    /// Code of the place it lies in.
    pub parent: Option<Word>,
    /// Latitude and longitude in degrees.
    pub centre: Option<(f64, f64)>,
    /// What became of it.
    pub successors: Vec<SuccessorDraft>,
}

/// One successor.
#[derive(Debug)]
pub struct SuccessorDraft {
    /// Edition.
    pub edition: Word,
    /// Code.
    pub code: Word,
    /// How much.
    pub share: Share,
}
