//! Walks the site folder and reads what belongs to the site. The only code that opens its files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    AssetFile, SourceFile, SourceKind, Sources,
    findings::{LinkBroken, LinkOutside, NotUtf8, OddName, UnknownFile},
    sort::Place,
    text::{self, NotText},
    walk::{Found, Piece, Trouble},
};
use crate::diag::{Fault, FileId, Report, Span};

/// What is done to a file, for a fault.
pub(super) const READ: (&str, &str) = ("đọc", "read");

/// The file that makes a folder a site.
const SITE: &str = "data/site.toml";

/// Reads the site folder.
///
/// # Errors
/// A [`Fault`] when there is no site there, or when a file in it cannot be read. What is wrong with a file's content is
/// in the report.
pub fn read(root: &Path) -> Result<(Sources, Report), Fault> {
    read_with_theme(root, None)
}

/// Reads the site folder. `theme` is a theme folder from elsewhere; it counts as `themes/<its name>/` of the site and
/// replaces a theme of that name.
///
/// # Errors
/// As [`read`], and when the theme folder cannot be read.
pub fn read_with_theme(root: &Path, theme: Option<&Path>) -> Result<(Sources, Report), Fault> {
    if !root.join(SITE).is_file() {
        return Err(no_site(root));
    }
    let home = fs::canonicalize(root).map_err(|error| Fault::io(READ, root, error))?;
    let mut found = Found::default();
    found.walk_parts(root, &home)?;
    if let Some(theme) = theme {
        found.take_theme(theme)?;
    }
    let mut pieces = found.pieces;
    pieces.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let loaded: Vec<Loaded> = pieces
        .into_par_iter()
        .map(load)
        .collect::<Result<_, Fault>>()?;
    Ok(gather(root, loaded))
}

enum Loaded {
    Text(SourceFile),
    Later(SourceFile, PathBuf),
    Asset(AssetFile),
    NotText(String, NotText),
    Trouble(String, Trouble),
}

fn load(piece: Piece) -> Result<Loaded, Fault> {
    let path = piece.path;
    let place = match piece.what {
        Ok(place) => place,
        Err(trouble) => return Ok(Loaded::Trouble(path, trouble)),
    };
    if let Place::Text(kind @ (SourceKind::Roster | SourceKind::Private)) = place {
        let file = SourceFile {
            path: path.into(),
            kind,
            text: Box::default(),
        };
        return Ok(Loaded::Later(file, piece.on_disk));
    }
    let bytes = fs::read(&piece.on_disk).map_err(|error| Fault::io(READ, piece.on_disk, error))?;
    let Place::Text(kind) = place else {
        return Ok(Loaded::Asset(AssetFile {
            path: path.into(),
            bytes: bytes.into(),
        }));
    };
    Ok(match text::decode(bytes) {
        Ok(text) => Loaded::Text(SourceFile {
            path: path.into(),
            kind,
            text,
        }),
        Err(at) => Loaded::NotText(path, at),
    })
}

fn gather(root: &Path, loaded: Vec<Loaded>) -> (Sources, Report) {
    let mut report = Report::default();
    let mut sources = Sources {
        root: PathBuf::from(root),
        ..Sources::default()
    };
    for piece in loaded {
        match piece {
            Loaded::Text(file) => sources.files.push(file),
            Loaded::Later(file, on_disk) => {
                sources.deferred.add(next(&sources), on_disk);
                sources.files.push(file);
            }
            Loaded::Asset(file) => sources.assets.push(file),
            Loaded::NotText(path, wrong) => {
                let span = stray(&mut sources, path);
                report.push(span, NotUtf8::from(wrong));
            }
            Loaded::Trouble(path, trouble) => {
                let span = stray(&mut sources, path);
                match trouble {
                    Trouble::Unknown { near } => report.push(span, UnknownFile { near }),
                    Trouble::LinkOutside => report.push(span, LinkOutside {}),
                    Trouble::LinkBroken => report.push(span, LinkBroken {}),
                    Trouble::OddName => report.push(span, OddName {}),
                }
            }
        }
    }
    (sources, report)
}

/// The id of the next file.
fn next(sources: &Sources) -> FileId {
    FileId(u32::try_from(sources.files.len()).unwrap_or(u32::MAX))
}

/// Keeps the path of a file that is not read, so that a finding can point at it.
fn stray(sources: &mut Sources, path: String) -> Span {
    let id = next(sources);
    sources.files.push(SourceFile {
        path: path.into(),
        kind: SourceKind::Stray,
        text: Box::default(),
    });
    Span::file(id)
}

/// Why a folder is no site; a misspelt `site.toml` is named.
fn no_site(root: &Path) -> Fault {
    let shown = root.display();
    if !root.is_dir() {
        return Fault::refused(
            format!("không có thư mục {shown}. Lệnh `binhyen new THƯ_MỤC` tạo trang mới"),
            format!("there is no folder {shown}. `binhyen new DIR` makes a new site"),
        );
    }
    let near = fs::read_dir(root.join("data"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| strsim::damerau_levenshtein(&name.to_lowercase(), "site.toml") <= 4);
    let (vi, en) = near.map_or_else(Default::default, |name| {
        (
            format!(" (có data/{name}: có lẽ cần đổi tên)"),
            format!(" (there is data/{name}: perhaps it needs renaming)"),
        )
    });
    Fault::refused(
        format!(
            "{shown} không phải là thư mục trang: thiếu {SITE}{vi}. Lệnh `binhyen new THƯ_MỤC` tạo trang mới"
        ),
        format!(
            "{shown} is no site folder: {SITE} is missing{en}. `binhyen new DIR` makes a new site"
        ),
    )
}
