//! The interface of a form of output. Formats never touch the disk and never see a private value.

use super::{Output, SitePlan, Subject};
use crate::{
    diag::{Diagnostic, Lang},
    publish::{Media, Surface},
};
use ecow::EcoString;

/// What a format makes.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Id, as in `--formats`.
    pub id: &'static str,
    /// Media type.
    pub media_type: &'static str,
    /// File extension, without a dot.
    pub extension: &'static str,
    /// Which surface its values must be allowed on.
    pub surface: Surface,
    /// How the leak scan reads it; `None` for packed bytes, of which it reads what the format hands over.
    pub media: Option<Media>,
}

/// What the bytes of an output depend on, known without rendering it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Hash of everything the bytes depend on, the version of what makes them included.
    pub hash: u64,
    /// Everything that can be read in them. The leak scan reads it in their place: packed bytes are no text, and bytes
    /// that are not rendered again are scanned for what is private today.
    pub words: String,
}

/// What can be read inside packed bytes, part by part.
#[derive(Debug, Default)]
pub struct Inside {
    parts: Vec<(Media, Vec<u8>)>,
}

impl Inside {
    /// Adds a part, and says how it is read.
    pub fn push(&mut self, media: Media, part: &[u8]) {
        self.parts.push((media, part.to_vec()));
    }

    /// Adds plain text to what has been added.
    pub fn push_str(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some((Media::Text, part)) => part.extend_from_slice(text.as_bytes()),
            _ => self.push(Media::Text, text.as_bytes()),
        }
    }

    /// The parts.
    pub fn parts(&self) -> impl Iterator<Item = (Media, &[u8])> {
        self.parts.iter().map(|(media, part)| (*media, &**part))
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

/// A form of output.
pub trait Format: Send + Sync {
    /// What it makes.
    fn spec(&self) -> Spec;

    /// Which subjects it makes an output of, in which languages. `subjects` are those with a page; a format may add
    /// subjects of its own, such as assets.
    fn plan(&self, plan: &SitePlan, subjects: &[(Subject, Lang)]) -> Vec<(Subject, Lang)>;

    /// The path of one output; by default the subject's address with the format's extension.
    fn path(&self, plan: &SitePlan, subject: Subject, lang: Lang) -> Option<String> {
        plan.addresses.path(subject, lang, self.spec().extension)
    }

    /// What the bytes of one output depend on, where rendering is dear and this is cheap: an output that was published
    /// for the same key is not rendered again. `None` renders always.
    fn key(&self, _plan: &SitePlan, _output: &Output) -> Option<Key> {
        None
    }

    /// How long one output takes: 0 for the many that take a moment, and are rendered wherever a thread is free. Others
    /// are rendered apart, one on each thread, on a deep stack, the longest first.
    fn weight(&self, _output: &Output) -> u32 {
        0
    }

    /// The bytes of one output, appended to `out`. Pure: the same plan and output give the same bytes. Where they are
    /// packed, what can be read inside them is added to `inside`.
    ///
    /// # Errors
    /// A diagnostic that points at the template or the source.
    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        inside: &mut Inside,
    ) -> Result<(), Box<Diagnostic>>;
}

/// A file that has been staged.
#[derive(Clone, Debug)]
pub struct StagedFile {
    /// Path below the output folder.
    pub path: EcoString,
    /// Hash of the bytes (XXH3, 64 bits).
    pub hash: u64,
    /// Size in bytes.
    pub size: u64,
}

/// Takes the files of a collector one by one, from any thread: each is scanned and staged at once, and none is held.
pub trait Sink: Sync {
    /// Takes a file, by its path below the output folder.
    fn put(&self, path: &str, bytes: &[u8]);
}

/// Makes outputs of the whole site or of other outputs: sitemap, search index, sums, bundle.
pub trait Collector: Send + Sync {
    /// Its id.
    fn id(&self) -> &'static str;

    /// Which surface its values must be allowed on.
    fn surface(&self) -> Surface {
        Surface::Page
    }

    /// How the leak scan reads its files.
    fn media(&self) -> Media {
        Media::Markup
    }

    /// Makes its files, from the plan and everything rendered so far. The same input makes the same files, in any order.
    fn collect(&self, plan: &SitePlan, staged: &[StagedFile], sink: &dyn Sink);
}
