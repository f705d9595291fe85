//! The manifest: which files of a folder are ours, and what they held. Its presence marks a folder as made by us.

use ecow::EcoString;
use std::{fs, io, path::Path};

use rustc_hash::FxHashMap;

use crate::diag::Fault;

/// The marker and manifest, in the output folder.
pub(super) const NAME: &str = ".binhyen";

/// The first line of a manifest.
const HEAD: &str = "binhyen manifest 1";

/// What a published file held, and when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// XXH3 of the bytes.
    pub hash: u64,
    /// Bytes.
    pub size: u64,
    /// Modification time in nanoseconds since 1970.
    pub mtime: i64,
    /// What the bytes were made from, where their format says.
    pub key: Option<u64>,
}

/// Files by path below the folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    /// The files.
    pub files: FxHashMap<EcoString, Entry>,
}

impl Manifest {
    /// Reads a folder's manifest. `None` when the folder has none, so is not ours; damaged lines are left out, so that
    /// their files are written again.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Fault> {
        let path = folder.join(NAME);
        let text = match fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Fault::io(("đọc", "read"), path, error)),
        };
        if !text.starts_with("binhyen manifest") {
            return Ok(None);
        }
        let current = text.lines().next() == Some(HEAD);
        // A last line without its end was torn: half a path may name a folder, or a file that is not ours.
        let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
        let files = whole
            .lines()
            .skip(1)
            .filter_map(|line| entry(line, current))
            .collect();
        Ok(Some(Manifest { files }))
    }

    /// Writes it, whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Fault> {
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_unstable_by(|a, b| a.0.cmp(b.0));
        let mut text = format!("{HEAD}\n");
        for (path, entry) in files {
            text.push_str(&line(path, entry));
        }
        replace(&folder.join(NAME), text.as_bytes())
    }
}

/// Writes a file by way of a temporary one beside it, so that it is never half written.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = path.with_file_name(format!(".{}.binhyen-new", name.trim_start_matches('.')));
    fs::write(&draft, bytes).map_err(|error| Fault::io(("ghi", "write"), &draft, error))?;
    fs::rename(&draft, path).map_err(|error| Fault::io(("ghi", "write"), path, error))
}

/// `hash size mtime path`, or `hash:key size mtime path`.
fn line(path: &str, entry: &Entry) -> String {
    let Entry {
        hash, size, mtime, ..
    } = entry;
    let key = entry.key.map(|key| format!(":{key:016x}"));
    let key = key.unwrap_or_default();
    format!("{hash:016x}{key} {size} {mtime} {path}\n")
}

fn entry(line: &str, current: bool) -> Option<(EcoString, Entry)> {
    let mut parts = line.splitn(4, ' ');
    let made = parts.next()?;
    let (hash, key) = made.split_once(':').unwrap_or((made, ""));
    let hash = u64::from_str_radix(hash, 16).ok()?;
    let key = u64::from_str_radix(key, 16).ok();
    let size = parts.next()?.parse().ok()?;
    let mtime = parts.next()?.parse().ok()?;
    let path = parts.next()?;
    // A path that climbs out was never written by us; following it would delete what is not ours.
    if path.is_empty()
        || path.starts_with('/')
        || path.split('/').any(|part| part == ".." || part.is_empty())
    {
        return None;
    }
    // Files of another version of the manifest are still ours to remove, but are written again.
    Some((
        path.into(),
        Entry {
            hash,
            size,
            mtime: if current { mtime } else { -1 },
            key,
        },
    ))
}
