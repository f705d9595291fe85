//! What the site folder looks like from outside: enough to see that something changed. Opens no file.

use std::{
    fs::{self, Metadata},
    os::unix::fs::MetadataExt,
    path::Path,
};

use ecow::EcoString;
use rayon::prelude::*;

use super::{read::READ, walk::Found};
use crate::diag::Fault;

/// Every file the site is read from, with what shows that it has been written, in path order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Vec<(EcoString, Mark)>);

/// What changes when a file is written in place, or another one is put in its place by renaming.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    size: u64,
    inode: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Stamp {
    /// Takes the stamp of a site folder; a part that is not there has no files.
    ///
    /// # Errors
    /// A [`Fault`] when a folder cannot be read, or was gone before it could be.
    pub fn take(root: &Path) -> Result<Self, Fault> {
        let home = fs::canonicalize(root).map_err(|error| Fault::io(READ, root, error))?;
        let mut found = Found::default();
        found.walk_parts(root, &home)?;
        let stamped = found.pieces.into_par_iter().map(|piece| {
            let seen =
                fs::metadata(&piece.on_disk).or_else(|_| fs::symlink_metadata(&piece.on_disk));
            let mark = seen.map_or_else(|_| Mark::default(), |seen| Mark::from(&seen));
            (piece.path.into(), mark)
        });
        let mut files: Vec<(EcoString, Mark)> = stamped.collect();
        files.sort_unstable();
        Ok(Stamp(files))
    }

    /// The paths that differ between two stamps: written, new or gone.
    pub fn differences<'s>(&'s self, other: &'s Stamp) -> Vec<&'s str> {
        let mut paths = self.not_in(other);
        paths.extend(other.not_in(self));
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    fn not_in(&self, other: &Stamp) -> Vec<&str> {
        let own = self.0.iter();
        own.filter(|file| other.0.binary_search(file).is_err())
            .map(|(path, _)| &**path)
            .collect()
    }
}

impl From<&Metadata> for Mark {
    fn from(seen: &Metadata) -> Self {
        Mark {
            size: seen.size(),
            inode: seen.ino(),
            modified: (seen.mtime(), seen.mtime_nsec()),
            changed: (seen.ctime(), seen.ctime_nsec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn writing_renaming_and_removing_are_seen_and_litter_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert_eq!(Stamp::take(root).unwrap(), Stamp::default());
        write(root, "data/site.toml", "a");
        write(root, "content/pages/a.md", "a");
        let first = Stamp::take(root).unwrap();
        assert_eq!(Stamp::take(root).unwrap(), first);
        write(root, "content/pages/.a.md.swp", "a");
        write(root, "content/pages/a.md~", "a");
        write(root, "public/index.html", "a");
        write(root, ".git/HEAD", "a");
        assert_eq!(Stamp::take(root).unwrap(), first);
        // The same bytes by way of a new file, as editors save.
        write(root, "content/pages/.new", "a");
        fs::rename(
            root.join("content/pages/.new"),
            root.join("content/pages/a.md"),
        )
        .unwrap();
        let second = Stamp::take(root).unwrap();
        assert_eq!(second.differences(&first), ["content/pages/a.md"]);
        fs::remove_dir_all(root.join("content")).unwrap();
        write(root, "themes/own/assets/site.css", "a");
        let third = Stamp::take(root).unwrap();
        assert_eq!(
            third.differences(&first),
            ["content/pages/a.md", "themes/own/assets/site.css"]
        );
        fs::remove_dir_all(root).unwrap();
        assert!(Stamp::take(root).is_err());
    }
}
