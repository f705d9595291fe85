//! The staging folder: beside the output folder, it takes what changed, and is gone when the build fails.

use ecow::EcoString;
use std::{
    fs::{self, File},
    io::{self, Write},
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::Mutex,
};

use rustc_hash::FxHashSet;
use rustix::fs::{FlockOperation, flock};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::{destination::Destination, manifest::Entry};
use crate::diag::Fault;

/// Where new and changed files wait for the commit.
#[derive(Debug)]
pub(super) struct Stage {
    /// The output folder as it was found.
    pub out: Destination,
    /// The staging folder.
    pub folder: PathBuf,
    made: Mutex<FxHashSet<EcoString>>,
    lock: PathBuf,
    /// Held, not read: closing it gives the lock back.
    _held: File,
}

/// What became of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    /// The published file already holds them.
    Unchanged(Entry),
    /// They wait in the staging folder.
    Waiting(Entry),
}

impl Placed {
    /// The entry of the manifest.
    pub(super) const fn entry(self) -> Entry {
        match self {
            Placed::Unchanged(entry) | Placed::Waiting(entry) => entry,
        }
    }
}

impl Stage {
    /// Opens the staging folder of an output folder, and removes what a killed build has left there.
    ///
    /// # Errors
    /// A refusal when another build is at work on the same folder; a fault of the disk.
    pub(super) fn open(out: Destination) -> Result<Self, Fault> {
        let folder = sibling(&out.folder, "staging");
        let lock = sibling(&out.folder, "lock");
        if let Some(parent) = out.folder.parent() {
            fs::create_dir_all(parent)
                .map_err(|error| Fault::io(("tạo", "create"), parent, error))?;
        }
        let held =
            File::create(&lock).map_err(|error| Fault::io(("tạo", "create"), &lock, error))?;
        if flock(&held, FlockOperation::NonBlockingLockExclusive).is_err() {
            let shown = out.folder.display();
            return Err(Fault::refused(
                format!("một lần dựng khác đang ghi vào {shown}; hãy đợi nó xong"),
                format!("another build is writing to {shown}; wait for it to end"),
            ));
        }
        remove_tree(&folder)?;
        fs::create_dir(&folder).map_err(|error| Fault::io(("tạo", "create"), &folder, error))?;
        Ok(Stage {
            out,
            folder,
            made: Mutex::default(),
            lock,
            _held: held,
        })
    }

    /// The published file, when it was made for this key and nobody has touched it since.
    pub(super) fn kept(&self, path: &str, key: u64) -> Option<Placed> {
        let old = self.standing(path)?;
        (old.key == Some(key)).then_some(Placed::Unchanged(old))
    }

    /// Takes the bytes of one output, made for a key or without one; writes them only when the published file differs.
    pub(super) fn put(&self, path: &str, key: Option<u64>, bytes: &[u8]) -> Result<Placed, Fault> {
        let hash = xxh3_64(bytes);
        let size = bytes.len() as u64;
        if let Some(old) = self.standing(path)
            && (old.hash, old.size) == (hash, size)
        {
            return Ok(Placed::Unchanged(Entry { key, ..old }));
        }
        let target = self.folder.join(path);
        self.make_folder(path)?;
        let mtime =
            write(&target, bytes).map_err(|error| Fault::io(("ghi", "write"), &target, error))?;
        Ok(Placed::Waiting(Entry {
            hash,
            size,
            mtime,
            key,
        }))
    }

    /// Takes a file that was written into the staging folder, made for a key.
    pub(super) fn adopt(&self, path: &str, key: u64) -> Result<Placed, Fault> {
        let staged = self.folder.join(path);
        let fault = |error| Fault::io(("đọc", "read"), &staged, error);
        let hash = hash(&staged).map_err(fault)?;
        let found = fs::metadata(&staged).map_err(fault)?;
        let (size, mtime) = (found.len(), mtime(&found));
        let key = Some(key);
        if let Some(old) = self.standing(path)
            && (old.hash, old.size) == (hash, size)
        {
            fs::remove_file(&staged).map_err(fault)?;
            return Ok(Placed::Unchanged(Entry { key, ..old }));
        }
        Ok(Placed::Waiting(Entry {
            hash,
            size,
            mtime,
            key,
        }))
    }

    /// Where the bytes of a file are.
    pub(super) fn place(&self, path: &str, placed: Placed) -> PathBuf {
        match placed {
            Placed::Unchanged(_) => self.out.folder.join(path),
            Placed::Waiting(_) => self.folder.join(path),
        }
    }

    /// The entry of a published file that is still as it was written.
    fn standing(&self, path: &str) -> Option<Entry> {
        let old = self.out.manifest.files.get(path)?;
        let found = stat(&self.out.folder.join(path))?;
        (found == (old.size, old.mtime)).then_some(*old)
    }

    fn make_folder(&self, path: &str) -> Result<(), Fault> {
        let Some((folder, _)) = path.rsplit_once('/') else {
            return Ok(());
        };
        let mut made = self
            .made
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if !made.contains(folder) {
            let full = self.folder.join(folder);
            fs::create_dir_all(&full).map_err(|error| Fault::io(("tạo", "create"), full, error))?;
            made.insert(folder.into());
        }
        Ok(())
    }
}

impl Drop for Stage {
    /// A build that failed, by an error or a panic, leaves nothing behind. There is nobody to tell when that fails too;
    /// the next build tries again.
    fn drop(&mut self) {
        let _ = remove_tree(&self.folder);
        let _ = fs::remove_file(&self.lock);
    }
}

/// The hash of a file of any size.
fn hash(path: &Path) -> io::Result<u64> {
    let mut hasher = Xxh3::new();
    io::copy(&mut File::open(path)?, &mut hasher)?;
    Ok(hasher.digest())
}

/// Size and modification time of a file.
fn stat(path: &Path) -> Option<(u64, i64)> {
    let found = fs::symlink_metadata(path)
        .ok()
        .filter(fs::Metadata::is_file)?;
    Some((found.len(), mtime(&found)))
}

/// Writes a file, and gives its modification time, which renaming it leaves as it is.
fn write(path: &Path, bytes: &[u8]) -> io::Result<i64> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    Ok(mtime(&file.metadata()?))
}

fn mtime(found: &fs::Metadata) -> i64 {
    found
        .mtime()
        .saturating_mul(1_000_000_000)
        .saturating_add(found.mtime_nsec())
}

/// Removes a folder and all in it, if it is there.
pub(super) fn remove_tree(folder: &Path) -> Result<(), Fault> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Fault::io(("xóa", "remove"), folder, error))
        }
        _ => Ok(()),
    }
}

fn sibling(out: &Path, what: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.binhyen-{what}"))
}
