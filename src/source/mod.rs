//! Reads the site folder, and is the only one to do so.
//!
//! Gives texts and bytes with their paths; knows nothing of what they mean beyond the folder they stand in.

mod findings;
mod read;
mod sort;
mod stamp;
#[cfg(test)]
mod tests;
mod text;
mod walk;

pub use findings::FINDINGS;
pub use read::{read, read_with_theme};
pub use stamp::Stamp;

use std::{borrow::Cow, fmt, fs, path::PathBuf, sync::OnceLock};

use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::diag::{Diagnostic, FileId, SourceMap, Span};
use findings::{NotUtf8, Unreadable};

/// The folders that make a site; nothing else in its folder is read.
pub const PARTS: [&str; 3] = ["data", "content", "themes"];

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
    /// `data/style.toml`.
    Style,
    /// `content/**/*.md`.
    Article,
    /// `themes/<name>/templates/**`.
    Template,
    /// `themes/<name>/i18n/*.toml`.
    Words,
    /// `themes/<name>/find/*.toml`.
    Usage,
    /// `themes/<name>/print/**/*.typ`.
    Print,
    /// Nothing reads it, or it cannot be read; kept without its text, so that a finding can name it.
    Stray,
}

/// One text file.
pub struct SourceFile {
    /// Path relative to the site folder, with `/`, NFC.
    pub path: EcoString,
    /// What it is.
    pub kind: SourceKind,
    /// The text, without a BOM; line ends as written. Empty for the many that are read when they are opened.
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
    pub path: EcoString,
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
    /// The many files whose text is read when they are opened, and not kept.
    pub deferred: Deferred,
}

/// Files that are opened one by one: thousands of rosters need not be held in memory at once, nor kept to show a few
/// lines of them.
#[derive(Debug, Default)]
pub struct Deferred(FxHashMap<FileId, Later>);

#[derive(Debug)]
struct Later {
    on_disk: PathBuf,
    /// The text, once a finding had to show a line of it.
    shown: OnceLock<Box<str>>,
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

    /// The text of a file; one of the many is read now.
    ///
    /// # Errors
    /// The finding that says why it cannot be read.
    pub fn open(&self, id: FileId) -> Result<Cow<'_, str>, Box<Diagnostic>> {
        let Some(later) = self.deferred.0.get(&id) else {
            return Ok(Cow::Borrowed(&self.file(id).text));
        };
        let at = Span::file(id);
        let bytes = fs::read(&later.on_disk).map_err(|error| {
            let why = error.to_string();
            Box::new(Diagnostic::new(at, Unreadable { why }))
        })?;
        match text::decode(bytes) {
            Ok(text) => Ok(Cow::Owned(text.into())),
            Err(wrong) => Err(Box::new(Diagnostic::new(at, NotUtf8::from(wrong)))),
        }
    }
}

impl Deferred {
    fn add(&mut self, id: FileId, on_disk: PathBuf) {
        let shown = OnceLock::new();
        self.0.insert(id, Later { on_disk, shown });
    }
}

impl SourceMap for Sources {
    fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    fn text(&self, file: FileId) -> &str {
        let found = self.file(file);
        let Some(later) = self.deferred.0.get(&file) else {
            return &found.text;
        };
        // A file that changed or vanished meanwhile is shown without its lines.
        later
            .shown
            .get_or_init(|| self.open(file).map_or_else(|_| Box::default(), Into::into))
    }

    fn is_private(&self, file: FileId) -> bool {
        self.file(file).kind == SourceKind::Private
    }
}
