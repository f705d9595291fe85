//! What a page is about.

use crate::{
    diag::{FileId, Lang},
    model::{ArticleIdx, ChairIdx, PlaceIdx, SchemeIdx, UnitIdx},
};
use ecow::EcoString;

/// What an output is about; with a format and a language it has one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// The home page.
    Home,
    /// The index of places.
    Places,
    /// A place: an index page above the roster level, a roster page on it.
    Place(PlaceIdx),
    /// A village of a commune's roster.
    Unit(PlaceIdx, UnitIdx),
    /// A person of a commune's roster who can be called, by the first chair that says so.
    Person(PlaceIdx, ChairIdx),
    /// The list of schemes.
    Schemes,
    /// Every rule of a scheme.
    Rules(SchemeIdx),
    /// Who does what.
    Duties(SchemeIdx),
    /// Progress.
    Progress(SchemeIdx),
    /// Words explained.
    Glossary,
    /// Search, and every place by its letter.
    Search,
    /// The list of handbooks.
    Books,
    /// A handbook, as an index into the library's books; its `_index.md`, if any, is the introduction.
    Book(u16),
    /// The campaign: its `_index.md`, if any, and its posts.
    Campaign,
    /// A tag of posts, as an index into the library's tags.
    Tag(u16),
    /// A chapter, post or page, by the index of its main-language source (or its only one).
    Article(ArticleIdx),
    /// What the reader's browser has kept for reading without a network.
    Saved,
    /// "Not found".
    NotFound,
    /// An address that has moved, as an index into `site.moved`.
    Moved(u32),
    /// An asset of the theme or the content, as an index into the theme's assets.
    Asset(u32),
    /// A file beside the Markdown, as an index into the plan's files.
    File(u32),
    /// An output of outputs, named by its collector.
    Collected(&'static str),
}

/// One file to be written.
#[derive(Clone, Debug)]
pub struct Output {
    /// Path below the output folder, with `/`.
    pub path: EcoString,
    /// The file extension of its format, without a dot; it may have a dot inside.
    pub extension: &'static str,
    /// What it is about.
    pub subject: Subject,
    /// Language.
    pub lang: Lang,
    /// Index into the formats the plan was made with.
    pub format: usize,
    /// The source that should be named when rendering it fails.
    pub source: Option<FileId>,
}

impl Output {
    /// Whether it is a page of the site, found by its address and counted as one.
    pub fn is_page(&self) -> bool {
        self.extension == "html"
    }
}
