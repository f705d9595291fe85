//! Finds the files of the site: what each is, and which are passed over and why. Opens none of them.
//!
//! **Nothing outside the site folder is found**: a link that leads out is trouble, not a way out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::{
    PARTS,
    read::READ,
    sort::{self, Place},
};
use crate::{diag::Fault, model::fold::nfc};

/// A path of the site.
pub(super) struct Piece {
    /// As the site names it.
    pub path: String,
    /// Where it lies.
    pub on_disk: PathBuf,
    /// What it is, or why it is not read.
    pub what: Result<Place, Trouble>,
}

/// Why a file is not read.
pub(super) enum Trouble {
    /// No such file is read there.
    Unknown {
        /// What it may have meant to be.
        near: Option<String>,
    },
    /// A link that leaves the site folder.
    LinkOutside,
    /// A link that leads nowhere or in a circle.
    LinkBroken,
    /// A name that is no text.
    OddName,
}

/// What has been found so far.
#[derive(Default)]
pub(super) struct Found {
    /// Every path, in no order.
    pub pieces: Vec<Piece>,
}

impl Found {
    /// Finds the files of all parts of a site. `home` is its folder with links resolved.
    pub fn walk_parts(&mut self, root: &Path, home: &Path) -> Result<(), Fault> {
        for part in PARTS {
            if root.join(part).exists() {
                self.walk(&root.join(part), part, home)?;
            }
        }
        Ok(())
    }

    /// Finds the files below `start`, which counts as `prefix` of the site. `home` is what links must not leave.
    pub fn walk(&mut self, start: &Path, prefix: &str, home: &Path) -> Result<(), Fault> {
        let mut walk = WalkDir::new(start).follow_links(true).into_iter();
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) => {
                    let folder = entry.file_type().is_dir();
                    if !self.meet(&entry, start, prefix, home)? && folder {
                        walk.skip_current_dir();
                    }
                }
                Err(error) => self.stumble(start, prefix, error)?,
            }
        }
        Ok(())
    }

    /// Takes a theme folder from elsewhere in place of the site's theme of that name.
    pub fn take_theme(&mut self, theme: &Path) -> Result<(), Fault> {
        let home = fs::canonicalize(theme).map_err(|error| Fault::io(READ, theme, error))?;
        let name = home.file_name().map_or_else(
            || "default".to_owned(),
            |name| name.to_string_lossy().into_owned(),
        );
        let prefix = format!("themes/{name}");
        let inside = format!("{prefix}/");
        self.pieces.retain(|piece| !piece.path.starts_with(&inside));
        self.walk(&home, &prefix, &home)
    }

    /// Looks at one entry; says whether to go into it.
    fn meet(
        &mut self,
        entry: &DirEntry,
        start: &Path,
        prefix: &str,
        home: &Path,
    ) -> Result<bool, Fault> {
        let name = entry.file_name().to_str();
        if entry.depth() > 0 && sort::is_litter(&entry.file_name().to_string_lossy()) {
            return Ok(false);
        }
        let path = site_path(entry.path(), start, prefix);
        let folder = entry.file_type().is_dir();
        let what = if entry.path_is_symlink() && !stays_in(entry.path(), home)? {
            Err(Trouble::LinkOutside)
        } else if name.is_none() {
            Err(Trouble::OddName)
        } else if folder && !sort::is_unknown_folder(&path) {
            return Ok(true);
        } else {
            match sort::place(&path) {
                Place::Passed if !folder => return Ok(false),
                Place::Text(_) | Place::Asset if !folder => Ok(sort::place(&path)),
                _ => Err(Trouble::Unknown {
                    near: nearest_name(&path),
                }),
            }
        };
        let on_disk = entry.path().to_owned();
        self.pieces.push(Piece {
            path,
            on_disk,
            what,
        });
        Ok(false)
    }

    /// A broken or circular link is about the content; anything else is about the machine.
    fn stumble(&mut self, start: &Path, prefix: &str, error: walkdir::Error) -> Result<(), Fault> {
        let on_disk = error.path().unwrap_or(start).to_owned();
        let link = fs::symlink_metadata(&on_disk).is_ok_and(|meta| meta.is_symlink());
        if !link && error.loop_ancestor().is_none() {
            return Err(Fault::io(READ, on_disk, error.into()));
        }
        self.pieces.push(Piece {
            path: site_path(&on_disk, start, prefix),
            on_disk,
            what: Err(Trouble::LinkBroken),
        });
        Ok(())
    }
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

/// The name a stray file probably meant to have: `site.tml`, `xa-mau.TOML`, `xa-mau.toml.txt`.
fn nearest_name(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let lower = name.to_lowercase();
    let mended = lower.strip_suffix(".txt").unwrap_or(&lower);
    let read = !matches!(
        sort::place(&format!("{folder}/{mended}")),
        Place::Unknown | Place::Passed
    );
    if mended != name && read {
        return Some(mended.to_owned());
    }
    sort::names_nearby(path)
        .map(|known| (strsim::damerau_levenshtein(known, &lower), known))
        .filter(|(steps, _)| *steps <= 2)
        .min()
        .map(|(_, known)| known.to_owned())
}
