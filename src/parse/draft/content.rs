//! Draft of a Markdown source.

use chrono::NaiveDate;
use ecow::EcoString;

use super::Word;
use crate::diag::{FileId, Lang, Sp};

/// Where a Markdown source stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// `content/handbook/<book>/_index.md`.
    Book(EcoString),
    /// `content/handbook/<book>/*.md`.
    Chapter(EcoString),
    /// `content/campaign/_index.md`.
    Campaign,
    /// `content/campaign/*.md`.
    Post,
    /// `content/pages/*.md`.
    Page,
}

/// A Markdown source: front matter and where its text begins.
#[derive(Debug)]
pub struct ArticleDraft {
    /// The file.
    pub file: FileId,
    /// Where it stands.
    pub shelf: Shelf,
    /// Language of this source (`name.en.md` is English).
    pub lang: Lang,
    /// File name without language and extension: pairs translations.
    pub stem: EcoString,
    /// Title.
    pub title: Sp<EcoString>,
    /// Place in its book or list.
    pub order: Option<i64>,
    /// One sentence.
    pub summary: Option<Sp<EcoString>>,
    /// Date of a post.
    pub date: Option<NaiveDate>,
    /// Scheme the text is about.
    pub scheme: Option<Word>,
    /// Address, else from the title of the Vietnamese source.
    pub slug: Option<Word>,
    /// Byte offset in the file where the Markdown begins.
    pub body_at: usize,
    /// The Markdown, NFC. When the file was not NFC, offsets are those of the normalised text.
    pub body: EcoString,
}
