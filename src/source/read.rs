//! Walks the site folder and reads what belongs to the site. The only code that opens its files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{
    AssetFile, SourceFile, SourceKind, Sources,
    findings::{LinkBroken, LinkOutside, NoSite, NotUtf8, OddName, UnknownFile},
    sort::{self, Place},
    text,
};
use crate::{
    diag::{Diagnostic, Fault, Finding, Report},
    model::fold::nfc,
};

const READ: (&str, &str) = ("đọc", "read");

/// The folders that make the site.
const PARTS: [&str; 3] = ["data", "content", "themes"];

/// Reads the site folder. `theme` is a theme folder from elsewhere; it counts as `themes/<its name>/` of the site and
/// replaces a theme of that name.
///
/// # Errors
/// A [`Fault`] when the folder is no site at all, or when a file in it cannot be read.
pub fn read(root: &Path, theme: Option<&Path>) -> Result<(Sources, Report), Fault> {
    let mut found = Found::default();
    let home = refuse_stranger(root)?;
    for part in PARTS {
        if root.join(part).exists() {
            found.walk(&root.join(part), part, &home)?;
        }
    }
    if let Some(theme) = theme {
        found.take_theme(theme)?;
    }
    let Found {
        mut paths,
        mut report,
    } = found;
    paths.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let mut sources = Sources {
        root: root.to_owned(),
        ..Sources::default()
    };
    for piece in paths.into_par_iter().map(load).collect::<Vec<_>>() {
        match piece? {
            Loaded::Text(file) => sources.files.push(file),
            Loaded::Asset(file) => sources.assets.push(file),
            Loaded::Unreadable(finding) => note(&mut report, finding),
        }
    }
    if sources.of(SourceKind::Site).next().is_none() && !root.join("data/site.toml").exists() {
        note(&mut report, NoSite {});
    }
    Ok((sources, report))
}

/// A file that belongs to the site.
struct Piece {
    path: String,
    on_disk: PathBuf,
    place: Place,
}

/// What the walk has found so far.
#[derive(Default)]
struct Found {
    paths: Vec<Piece>,
    report: Report,
}

enum Loaded {
    Text(SourceFile),
    Asset(AssetFile),
    Unreadable(NotUtf8),
}

impl Found {
    /// Finds the files below `start`, which counts as `prefix` of the site. `home` is what links must not leave.
    fn walk(&mut self, start: &Path, prefix: &str, home: &Path) -> Result<(), Fault> {
        let mut walk = WalkDir::new(start).follow_links(true).into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.walk_failed(start, prefix, error)?;
                    continue;
                }
            };
            let skip_folder = entry.file_type().is_dir();
            let keep = self.meet(&entry, start, prefix, home)?;
            if !keep && skip_folder {
                walk.skip_current_dir();
            }
        }
        Ok(())
    }

    /// Looks at one entry; says whether to go into it.
    fn meet(
        &mut self,
        entry: &DirEntry,
        start: &Path,
        prefix: &str,
        home: &Path,
    ) -> Result<bool, Fault> {
        let path = site_path(entry.path(), start, prefix);
        let name = entry.file_name().to_string_lossy();
        if entry.depth() > 0 && sort::is_litter(&name) {
            return Ok(false);
        }
        if entry.path_is_symlink() && !stays_in(entry.path(), home)? {
            note(&mut self.report, LinkOutside { path });
            return Ok(false);
        }
        if entry.file_name().to_str().is_none() {
            note(&mut self.report, OddName { path });
            return Ok(false);
        }
        if entry.file_type().is_dir() {
            let known = !sort::is_unknown_folder(&path);
            if !known {
                self.unknown(format!("{path}/"));
            }
            return Ok(known);
        }
        match sort::place(&path) {
            Place::Passed => {}
            Place::Unknown => self.unknown(path),
            place => self.paths.push(Piece {
                path,
                on_disk: entry.path().to_owned(),
                place,
            }),
        }
        Ok(true)
    }

    fn unknown(&mut self, path: String) {
        let near = nearest_name(&path);
        note(&mut self.report, UnknownFile { path, near });
    }

    /// A broken or circular link is about the content; anything else is about the machine.
    fn walk_failed(
        &mut self,
        start: &Path,
        prefix: &str,
        error: walkdir::Error,
    ) -> Result<(), Fault> {
        let at = error.path().unwrap_or(start).to_owned();
        let link = fs::symlink_metadata(&at).is_ok_and(|meta| meta.is_symlink());
        if link || error.loop_ancestor().is_some() {
            let path = site_path(&at, start, prefix);
            note(&mut self.report, LinkBroken { path });
            return Ok(());
        }
        let cause = error
            .into_io_error()
            .unwrap_or_else(|| std::io::Error::other("?"));
        Err(Fault::io(READ, at, cause))
    }

    /// Takes a theme folder from elsewhere in place of the site's theme of that name.
    fn take_theme(&mut self, theme: &Path) -> Result<(), Fault> {
        let home = fs::canonicalize(theme).map_err(|error| Fault::io(READ, theme, error))?;
        let name = home.file_name().map_or_else(
            || "default".to_owned(),
            |name| name.to_string_lossy().into_owned(),
        );
        let prefix = format!("themes/{name}");
        let inside = format!("{prefix}/");
        self.paths.retain(|piece| !piece.path.starts_with(&inside));
        self.walk(&home.clone(), &prefix, &home)
    }
}

/// The real path of the site folder, or a refusal when it is none.
fn refuse_stranger(root: &Path) -> Result<PathBuf, Fault> {
    if !root.is_dir() {
        return Err(Fault::refused(
            format!(
                "không có thư mục {}; `binhyen new THƯ-MỤC` tạo một trang mới",
                root.display()
            ),
            format!(
                "there is no folder {}; `binhyen new FOLDER` makes a new site",
                root.display()
            ),
        ));
    }
    if PARTS.iter().all(|part| !root.join(part).exists()) {
        return Err(Fault::refused(
            format!(
                "{} không phải thư mục của một trang: không có data/, content/ hay themes/; `binhyen new THƯ-MỤC` tạo một trang mới",
                root.display()
            ),
            format!(
                "{} is no site folder: it has no data/, content/ or themes/; `binhyen new FOLDER` makes a new site",
                root.display()
            ),
        ));
    }
    fs::canonicalize(root).map_err(|error| Fault::io(READ, root, error))
}

fn load(piece: Piece) -> Result<Loaded, Fault> {
    let bytes = fs::read(&piece.on_disk).map_err(|error| Fault::io(READ, &piece.on_disk, error))?;
    let path = piece.path;
    let Place::Text(kind) = piece.place else {
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
        Err(at) => Loaded::Unreadable(NotUtf8 {
            path,
            line: at.line,
            column: at.column,
            guess: at.guess,
        }),
    })
}

/// The path as the site names it: with `/`, and NFC although a Mac keeps it decomposed.
fn site_path(path: &Path, start: &Path, prefix: &str) -> String {
    let mut site_path = prefix.to_owned();
    for part in path.strip_prefix(start).unwrap_or(path).components() {
        site_path.push('/');
        site_path.push_str(&nfc(&part.as_os_str().to_string_lossy()));
    }
    site_path
}

fn stays_in(link: &Path, home: &Path) -> Result<bool, Fault> {
    let target = fs::canonicalize(link).map_err(|error| Fault::io(READ, link, error))?;
    Ok(target.starts_with(home))
}

fn nearest_name(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?;
    let lower = name.to_lowercase();
    if lower != name && sort::place(&path.to_lowercase()) != Place::Unknown {
        return Some(lower);
    }
    sort::names_nearby(path)
        .map(|known| (strsim::damerau_levenshtein(known, &lower), known))
        .filter(|(steps, _)| *steps <= 2)
        .min()
        .map(|(_, known)| known.to_owned())
}

fn note(report: &mut Report, finding: impl Finding + 'static) {
    report.add(Diagnostic::nowhere(finding));
}
