//! Reads the site folder, and is the only one to do so.
//!
//! Gives texts and bytes with their paths; knows nothing of what they mean beyond the folder they stand in.

mod findings;
mod read;

pub use findings::FINDINGS;
pub use read::read;

use std::path::PathBuf;

use crate::diag::{FileId, SourceMap};

/// What a file is, by the folder it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// `data/site.toml`.
    Site,
    /// `data/places/*.toml`.
    Places,
    /// `data/schemes/*.toml`.
    Scheme,
    /// `data/rosters/**/*.toml`.
    Roster,
    /// `data/private/**/*.toml`.
    Private,
    /// `data/publish.toml`.
    Policy,
    /// `data/rollout.toml`.
    Rollout,
    /// `data/agencies.toml`.
    Agencies,
    /// `data/addresses.lock`.
    Lock,
    /// `data/moved.toml`.
    Moved,
    /// `content/**/*.md`.
    Article,
    /// `themes/<name>/templates/**`.
    Template,
    /// `themes/<name>/i18n/*.toml`.
    Words,
    /// Nothing reads it, or it cannot be read; kept so that a finding can name it.
    Stray,
}

/// One text file.
#[derive(Debug)]
pub struct SourceFile {
    /// Path relative to the site folder, with `/`.
    pub path: Box<str>,
    /// What it is.
    pub kind: SourceKind,
    /// The text, without a BOM; line ends as written.
    pub text: Box<str>,
}

/// An asset of the theme or of the content: bytes to copy.
#[derive(Debug)]
pub struct AssetFile {
    /// Path relative to the site folder, with `/`.
    pub path: Box<str>,
    /// The bytes.
    pub bytes: Box<[u8]>,
}

/// The whole site folder, in path order.
#[derive(Debug, Default)]
pub struct Sources {
    /// The site folder.
    pub root: PathBuf,
    /// Text files; a [`FileId`] is an index here.
    pub files: Vec<SourceFile>,
    /// Assets (`themes/<name>/assets/**`, and images beside the Markdown).
    pub assets: Vec<AssetFile>,
}

impl Sources {
    /// The files of one kind.
    pub fn of(&self, kind: SourceKind) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..)
            .map(FileId)
            .zip(&self.files)
            .filter(move |(_, file)| file.kind == kind)
    }

    /// The file at an id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }
}

impl SourceMap for Sources {
    fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    fn text(&self, file: FileId) -> &str {
        &self.file(file).text
    }

    fn is_private(&self, file: FileId) -> bool {
        self.file(file).kind == SourceKind::Private
    }
}
