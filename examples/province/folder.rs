//! The output folder: refuses one that is in use, makes subfolders once, counts what it writes.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

/// A folder being written.
pub struct Folder {
    root: PathBuf,
    made: HashSet<PathBuf>,
    /// Files written.
    pub files: usize,
    /// Bytes written.
    pub bytes: u64,
}

/// What to do with a folder that is not empty.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum InUse {
    /// Refuse it.
    Refuse,
    /// Remove `data` and `content` in it first.
    Replace,
}

impl Folder {
    /// Opens a folder for a new site.
    pub fn open(root: &Path, in_use: InUse) -> Result<Self, String> {
        let empty = fs::read_dir(root).map_or(true, |mut entries| entries.next().is_none());
        if !empty && in_use == InUse::Refuse {
            return Err(format!(
                "{} is not empty; --force replaces its site",
                root.display()
            ));
        }
        for part in ["data", "content"] {
            let old = root.join(part);
            if old.exists() {
                fs::remove_dir_all(&old).map_err(|e| fault(&old, &e))?;
            }
        }
        Ok(Self {
            root: root.into(),
            made: HashSet::new(),
            files: 0,
            bytes: 0,
        })
    }

    /// Writes a file at a path below the folder.
    pub fn write(&mut self, path: &str, text: &str) -> Result<(), String> {
        let path = self.root.join(path);
        if let Some(parent) = path.parent()
            && !self.made.contains(parent)
        {
            fs::create_dir_all(parent).map_err(|e| fault(parent, &e))?;
            self.made.insert(parent.into());
        }
        fs::write(&path, text).map_err(|e| fault(&path, &e))?;
        self.files += 1;
        self.bytes += text.len() as u64;
        Ok(())
    }
}

/// Reads a text file that the province is made with.
pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| fault(path, &e))
}

fn fault(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
