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
    /// `content/campaign/*.md` with `kind = "press"`.
    Press,
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
    /// Day of the last change.
    pub changed: Option<Sp<NaiveDate>>,
    /// A chapter that is a form to print and fill in by hand.
    pub form: bool,
    /// A chapter with the answers to exercises, which those who are taught do not get.
    pub answers: bool,
    /// Scheme the text is about.
    pub scheme: Option<Word>,
    /// Address, else from the title of the Vietnamese source.
    pub slug: Option<Word>,
    /// What only a post has.
    pub story: StoryDraft,
    /// Byte offset in the file where the Markdown begins.
    pub body_at: usize,
    /// The Markdown, NFC. When the file was not NFC, offsets are those of the normalised text.
    pub body: EcoString,
}

/// What only a post has: who tells it, where it happened, and what goes with it.
#[derive(Debug, Default)]
pub struct StoryDraft {
    /// Who tells it.
    pub byline: Option<EcoString>,
    /// Where it happened, as `edition:code`.
    pub places: Vec<Word>,
    /// What it is about.
    pub tags: Vec<Sp<EcoString>>,
    /// The number its cover is drawn from.
    pub cover: Option<Cover>,
    /// Its photo.
    pub photo: Option<Photo>,
    /// What was wrong in it.
    pub corrections: Vec<Correction>,
}

/// The number a cover is drawn from: so many dots, each one of something in the story.
#[derive(Debug, Clone)]
pub struct Cover {
    /// How many.
    pub count: u32,
    /// Of what.
    pub of: EcoString,
}

/// A photo or drawing.
#[derive(Debug, Clone)]
pub struct Photo {
    /// The file, relative to the source.
    pub file: Word,
    /// What it shows, for those who do not see it.
    pub alt: EcoString,
    /// What stands below it.
    pub caption: Option<EcoString>,
    /// Who made it.
    pub credit: EcoString,
    /// The day those in it agreed to its publication.
    pub consent: Sp<NaiveDate>,
}

/// A correction.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The day.
    pub date: Sp<NaiveDate>,
    /// What was wrong, and what is right.
    pub text: EcoString,
}
