//! Draft of a table of style: how words are not to be written.

use super::Word;
use crate::model::Text;

/// `data/style.toml`, or the table that comes with the program.
#[derive(Debug, Default)]
pub struct StyleDraft {
    /// `[[avoid]]`.
    pub avoid: Vec<AvoidDraft>,
    /// Words and abbreviations that are left alone.
    pub allow: Vec<Word>,
}

/// `[[avoid]]`.
#[derive(Debug, Clone)]
pub struct AvoidDraft {
    /// What is not to be written.
    pub word: Word,
    /// What to write instead.
    pub instead: Option<Word>,
    /// Why.
    pub why: Option<Text>,
}
