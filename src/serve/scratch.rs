//! The folder a preview builds into: closed to others, gone when the preview ends, and swept up by the next one when
//! that was killed.

use std::{
    fs::{self, File, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use rustix::{
    fs::{FlockOperation, flock},
    io::Errno,
};
use tempfile::TempDir;

use crate::diag::Fault;

/// How its name begins.
const PREFIX: &str = "binhyen-serve-";

/// The file whose lock says that someone is at work here.
const LOCK: &str = "lock";

/// A folder of our own.
#[derive(Debug)]
pub(super) struct Scratch {
    folder: TempDir,
    /// Held, not read: closing it gives the lock back.
    _held: File,
}

impl Scratch {
    /// Makes one in a folder for temporary files, and removes those nobody works in any more.
    ///
    /// # Errors
    /// A fault of the disk.
    pub(super) fn make(temporary: &Path) -> Result<Self, Fault> {
        sweep(temporary);
        let made = tempfile::Builder::new()
            .prefix(PREFIX)
            .permissions(Permissions::from_mode(0o700))
            .tempdir_in(temporary);
        let fault = |error| {
            let action = ("tạo thư mục tạm trong", "make a temporary folder in");
            Fault::io(action, temporary, error)
        };
        let folder = made.map_err(fault)?;
        let held = File::create(folder.path().join(LOCK)).map_err(fault)?;
        if flock(&held, FlockOperation::NonBlockingLockExclusive) == Err(Errno::WOULDBLOCK) {
            // Another preview has just swept it up.
            return Scratch::make(temporary);
        }
        Ok(Scratch {
            folder,
            _held: held,
        })
    }

    /// Where the site is built, with links resolved.
    ///
    /// # Errors
    /// A fault of the disk.
    pub(super) fn site(&self) -> Result<PathBuf, Fault> {
        let folder = self.folder.path();
        let home = fs::canonicalize(folder);
        let home = home.map_err(|error| Fault::io(("đọc", "read"), folder, error))?;
        Ok(home.join("site"))
    }
}

/// Removes what previews that were killed have left. What cannot be removed is another user's, or will be next time.
fn sweep(temporary: &Path) {
    let entries = fs::read_dir(temporary).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX));
    for folder in ours.map(|entry| entry.path()) {
        // One without a lock is being made this moment.
        let Ok(lock) = File::open(folder.join(LOCK)) else {
            continue;
        };
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_ok() {
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn it_is_closed_to_others_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let scratch = Scratch::make(folder.path()).unwrap();
        let mode = fs::metadata(scratch.folder.path()).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o700);
        fs::create_dir_all(scratch.site().unwrap().join("a")).unwrap();
        drop(scratch);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn what_a_killed_preview_left_is_swept_up_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at_work = Scratch::make(folder.path()).unwrap();
        let left = folder.path().join("binhyen-serve-left");
        fs::create_dir_all(left.join("site/a")).unwrap();
        fs::write(left.join(LOCK), "").unwrap();
        for other in ["binhyen-serve-new", "elsewhere"] {
            fs::create_dir(folder.path().join(other)).unwrap();
        }
        fs::write(folder.path().join("elsewhere").join(LOCK), "").unwrap();
        let second = Scratch::make(folder.path()).unwrap();
        assert!(!left.exists());
        assert!(at_work.site().is_ok() && second.site().is_ok());
        assert_eq!(names(folder.path()).len(), 4);
    }
}
