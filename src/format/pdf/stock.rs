//! What every sheet is set from: the library of typst, the fonts, the print sources of the theme and the images of the
//! content folder. Made once for a build; nothing in it comes from the machine.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHashMap;
use typst::{
    Library, LibraryExt as _,
    foundations::Bytes,
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use xxhash_rust::xxh3::Xxh3;

use super::embedded;
use crate::{
    diag::{self, Span},
    source::{SourceKind, Sources},
};

/// What sheets are set from.
pub(super) struct Stock {
    pub library: LazyHash<Library>,
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
    /// Typst files by id; those of the site first.
    pub sources: FxHashMap<FileId, Source>,
    /// The site's own files, for findings that point into them.
    own: FxHashMap<FileId, diag::FileId>,
    /// Images, and whatever else lies beside the print sources.
    pub files: FxHashMap<FileId, Bytes>,
    /// Hash of everything above.
    pub stamp: u64,
}

/// The folder of the print sources, as these see it.
const FOLDER: &str = "print/";

impl Stock {
    /// Gathers it: a site's own files in `themes/<theme>/print/` stand before those of the default theme.
    pub(super) fn gather(sources: &Sources, theme: &str) -> Self {
        let folder = format!("themes/{theme}/{FOLDER}");
        let mut texts: FxHashMap<FileId, Source> = FxHashMap::default();
        let mut own = FxHashMap::default();
        let mut stamp = Xxh3::new();
        for (file, source) in sources.of(SourceKind::Print) {
            if let Some(id) = source.path.strip_prefix(&*folder).and_then(at_print) {
                texts.insert(id, Source::new(id, source.text.to_string()));
                own.insert(id, file);
                (&*source.path, &*source.text).hash(&mut stamp);
            }
        }
        for (name, text) in embedded::SOURCES {
            if let Some(id) = at_print(name).filter(|id| !texts.contains_key(id)) {
                texts.insert(id, Source::new(id, (*text).to_owned()));
                (name, text).hash(&mut stamp);
            }
        }
        let mut files = FxHashMap::default();
        let mut faces: Vec<(&str, &[u8])> = embedded::FONTS.to_vec();
        for asset in &sources.assets {
            let beside = asset.path.strip_prefix(&*folder);
            if let Some(face) = faces.iter_mut().find(|face| Some(face.0) == beside) {
                face.1 = &asset.bytes;
            }
            let at = match beside {
                Some(beside) => at_print(beside),
                None if asset.path.starts_with("content/") => file_at(&asset.path),
                None => None,
            };
            if let Some(id) = at {
                files.insert(id, Bytes::new(asset.bytes.to_vec()));
                (&*asset.path, &*asset.bytes).hash(&mut stamp);
            }
        }
        let fonts: Vec<Font> = faces
            .into_iter()
            .flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.to_vec())))
            .collect();
        Stock {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources: texts,
            own,
            files,
            stamp: stamp.finish(),
        }
    }

    /// Where a byte range of a print source stands in the site's own file, if it is one.
    pub(super) fn span(&self, file: FileId, range: std::ops::Range<usize>) -> Option<Span> {
        Some(Span::new(*self.own.get(&file)?, range))
    }
}

impl std::fmt::Debug for Stock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stock")
            .field("sources", &self.sources.len())
            .field("fonts", &self.fonts.len())
            .finish_non_exhaustive()
    }
}

/// The id of a file of the print folder.
pub(super) fn at_print(name: &str) -> Option<FileId> {
    file_at(&format!("{FOLDER}{name}"))
}

/// The id of a file by its path from the root that print sources see; none for a path that climbs out.
pub(super) fn file_at(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}
