//! Reads the site folder, and is the only one to do so.
//!
//! Gives texts and bytes with their paths; knows nothing of what they mean beyond the folder they stand in.

mod findings;
mod read;
mod sort;
#[cfg(test)]
mod tests;
mod text;
mod walk;

pub use findings::FINDINGS;
pub use read::{read, read_with_theme};

use std::{fmt, fs, path::PathBuf, sync::OnceLock};

use rustc_hash::FxHashMap;

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
    /// `themes/<name>/print/**/*.typ`.
    Print,
    /// Nothing reads it, or it cannot be read; kept without its text, so that a finding can name it.
    Stray,
}

/// One text file.
pub struct SourceFile {
    /// Path relative to the site folder, with `/`, NFC.
    pub path: Box<str>,
    /// What it is.
    pub kind: SourceKind,
    /// The text, without a BOM; line ends as written.
    pub text: Box<str>,
}

/// The text stays out: it may be private, and debug output ends up in logs.
impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SourceFile")
            .field("path", &self.path)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// An asset of the theme or of the content: bytes to copy.
pub struct AssetFile {
    /// Path relative to the site folder, with `/`, NFC.
    pub path: Box<str>,
    /// The bytes.
    pub bytes: Box<[u8]>,
}

impl fmt::Debug for AssetFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AssetFile({}, {} bytes)", self.path, self.bytes.len())
    }
}

/// The whole site folder, in path order.
#[derive(Debug, Default)]
pub struct Sources {
    /// The site folder.
    pub root: PathBuf,
    /// Text files; a [`FileId`] is an index here.
    pub files: Vec<SourceFile>,
    /// Assets (`themes/<name>/assets/**`, what a print template includes, and images beside the Markdown).
    pub assets: Vec<AssetFile>,
    /// Texts that were let go.
    pub released: Released,
}

/// Texts that were let go, and those of them that were read again.
#[derive(Debug, Default)]
pub struct Released(FxHashMap<FileId, OnceLock<Box<str>>>);

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

impl Released {
    /// Remembers files whose text was taken out. Thousands of rosters need not be held in memory to show a few lines of
    /// them: a finding that points into one reads it again.
    pub fn add(&mut self, files: impl IntoIterator<Item = FileId>) {
        self.0
            .extend(files.into_iter().map(|file| (file, OnceLock::new())));
    }
}

impl SourceMap for Sources {
    fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    fn text(&self, file: FileId) -> &str {
        let found = self.file(file);
        let Some(again) = self.released.0.get(&file) else {
            return &found.text;
        };
        // A file that changed or vanished meanwhile is shown without its lines.
        again.get_or_init(|| {
            let bytes = fs::read(self.root.join(&*found.path)).ok();
            bytes
                .and_then(|bytes| text::decode(bytes).ok())
                .unwrap_or_default()
        })
    }

    fn is_private(&self, file: FileId) -> bool {
        self.file(file).kind == SourceKind::Private
    }
}
