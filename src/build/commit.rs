//! Puts the staged site in place of the old one: each file whole at any moment, or the whole tree by one exchange.

use ecow::EcoString;
use std::{
    fs,
    path::{Path, PathBuf},
};

use rustc_hash::{FxHashMap, FxHashSet};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use walkdir::WalkDir;

use super::{
    Commit,
    destination::Standing,
    manifest::{self, Entry, Manifest},
    stage::{Placed, Stage, remove_tree},
};
use crate::{diag::Fault, plan::is_page};

/// What the commit did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Committed {
    /// Files written: new or changed.
    pub written: usize,
    /// Pages among them.
    pub pages: usize,
    /// Files removed.
    pub removed: usize,
}

/// Publishes what is staged. `files` are all files of the new site.
pub(super) fn commit(
    stage: &Stage,
    files: &FxHashMap<EcoString, Placed>,
    how: Commit,
) -> Result<Committed, Fault> {
    let mut manifest = Manifest::default();
    let mut waiting: Vec<&str> = Vec::new();
    for (path, placed) in files {
        manifest.files.insert(path.clone(), placed.entry());
        if let Placed::Waiting(_) = placed {
            waiting.push(path);
        }
    }
    waiting.sort_unstable();
    let stale: Vec<&str> = stage
        .out
        .manifest
        .files
        .keys()
        .map(|path| &**path)
        .filter(|path| !files.contains_key(*path))
        .collect();
    let done = Committed {
        written: waiting.len(),
        pages: waiting.iter().filter(|path| is_page(path)).count(),
        removed: stale.len(),
    };
    match (stage.out.standing, how) {
        (Standing::Nothing, _) => fresh(stage, &manifest)?,
        (Standing::Site, Commit::Atomic) => exchange(stage, &manifest, files)?,
        (Standing::Site, Commit::FileByFile) => file_by_file(stage, &manifest, &waiting, stale)?,
    }
    Ok(done)
}

/// The staging folder becomes the output folder.
fn fresh(stage: &Stage, manifest: &Manifest) -> Result<(), Fault> {
    manifest.write(&stage.folder)?;
    let out = &stage.out.folder;
    // An empty folder may stand there; a full one was refused.
    let _ = fs::remove_dir(out);
    fs::rename(&stage.folder, out).map_err(|error| Fault::io(("ghi", "write"), out, error))
}

fn file_by_file(
    stage: &Stage,
    manifest: &Manifest,
    waiting: &[&str],
    stale: Vec<&str>,
) -> Result<(), Fault> {
    let out = &stage.out.folder;
    if waiting.is_empty() && stale.is_empty() {
        return manifest.write(out);
    }
    // Should the work be cut off, the next build must know every file that is ours, and trust none that was in hand.
    let mut pending = stage.out.manifest.clone();
    for path in waiting {
        pending.files.insert(
            (*path).into(),
            Entry {
                hash: 0,
                size: 0,
                mtime: -1,
                key: None,
            },
        );
    }
    pending.write(out)?;
    let (first, later) = in_the_way(&stale, waiting);
    remove_files(out, &first)?;
    let mut made = FxHashSet::default();
    for path in waiting {
        if let Some((folder, _)) = path.rsplit_once('/')
            && made.insert(folder)
        {
            let full = out.join(folder);
            fs::create_dir_all(&full).map_err(|error| Fault::io(("tạo", "create"), full, error))?;
        }
        let target = out.join(path);
        fs::rename(stage.folder.join(path), &target)
            .map_err(|error| Fault::io(("ghi", "write"), target, error))?;
    }
    remove_files(out, &later)?;
    manifest.write(out)
}

/// Splits stale files into those that block a new path (a file where a folder must be, or the reverse), and the others.
fn in_the_way<'s>(stale: &[&'s str], waiting: &[&str]) -> (Vec<&'s str>, Vec<&'s str>) {
    let files: FxHashSet<&str> = waiting.iter().copied().collect();
    let folders: FxHashSet<&str> = waiting.iter().flat_map(|path| folders_of(path)).collect();
    stale.iter().partition(|path| {
        folders.contains(*path) || folders_of(path).any(|folder| files.contains(folder))
    })
}

/// The folders a path lies in, innermost first.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/'))
        .map(|(folder, _)| folder)
}

/// Removes files, then the folders this has emptied.
fn remove_files(out: &Path, paths: &[&str]) -> Result<(), Fault> {
    let mut folders: Vec<&str> = Vec::new();
    for path in paths {
        let full = out.join(path);
        match fs::remove_file(&full) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Fault::io(("xóa", "remove"), full, error));
            }
            _ => folders.extend(folders_of(path)),
        }
    }
    folders.sort_unstable_by_key(|folder| std::cmp::Reverse(folder.matches('/').count()));
    folders.dedup();
    for folder in folders {
        // A folder that still holds something stays.
        let _ = fs::remove_dir(out.join(folder));
    }
    Ok(())
}

/// Completes the staging folder with links to unchanged and foreign files, and exchanges the two trees at once.
fn exchange(
    stage: &Stage,
    manifest: &Manifest,
    files: &FxHashMap<EcoString, Placed>,
) -> Result<(), Fault> {
    let out = &stage.out.folder;
    for path in kept(stage, files) {
        let target = stage.folder.join(&path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)
                .map_err(|error| Fault::io(("tạo", "create"), folder, error))?;
        }
        fs::hard_link(out.join(&path), &target)
            .map_err(|error| Fault::io(("liên kết", "link"), target, error))?;
    }
    manifest.write(&stage.folder)?;
    renameat_with(CWD, &stage.folder, CWD, out, RenameFlags::EXCHANGE).map_err(|error| {
        let shown = out.display();
        Fault::refused(
            format!("ổ đĩa của {shown} không đổi chỗ được hai thư mục ({error}); hãy bỏ --atomic"),
            format!(
                "the disk of {shown} cannot exchange two folders ({error}); leave --atomic out"
            ),
        )
    })?;
    remove_tree(&stage.folder)
}

/// Files of the output folder that go over as they are: unchanged ones, and those that are not ours.
fn kept(stage: &Stage, files: &FxHashMap<EcoString, Placed>) -> Vec<PathBuf> {
    let out = &stage.out.folder;
    let found = WalkDir::new(out)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    let below =
        found.filter_map(|entry| entry.path().strip_prefix(out).ok().map(Path::to_path_buf));
    below
        .filter(|path| {
            let name = path.to_string_lossy();
            let unchanged = matches!(files.get(&*name), Some(Placed::Unchanged(_)));
            let foreign =
                !files.contains_key(&*name) && !stage.out.manifest.files.contains_key(&*name);
            (unchanged || foreign) && *name != *manifest::NAME
        })
        .collect()
}
