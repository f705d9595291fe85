//! The runs themselves: a site in a place, built, copied, built again with nothing and with one roster changed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use super::{
    measure::{Run, run},
    province::{self, InUse, Options, Summary},
};

/// A folder on some file system, with a synthetic site in it. Removed when dropped.
pub struct Place {
    /// Name in the table.
    pub name: &'static str,
    /// Kind of file system.
    pub system: String,
    folder: TempDir,
}

/// What was measured in one round.
pub struct Round {
    /// A build into a folder that does not exist.
    pub build: Run,
    /// `cp -r` of what it published.
    pub copy: Run,
    /// A build again, with nothing changed.
    pub unchanged: Run,
    /// A build again, after a phone number of one roster changed.
    pub changed: Run,
}

/// What a build publishes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Output {
    /// HTML pages.
    pub pages: u64,
    /// Files.
    pub files: u64,
    /// Bytes.
    pub bytes: u64,
}

impl Place {
    /// Makes a site in a new folder below `parent`.
    pub fn new(
        name: &'static str,
        parent: &Path,
        options: &Options,
    ) -> Result<(Self, Summary), String> {
        let folder = tempfile::Builder::new()
            .prefix("binhyen-bench-")
            .tempdir_in(parent)
            .map_err(|e| format!("{}: {e}", parent.display()))?;
        let summary = province::write(&folder.path().join("site"), options, InUse::Refuse)?;
        let system = Command::new("stat")
            .args(["-f", "-c", "%T"])
            .arg(folder.path())
            .output();
        let system = system.map_or_else(
            |_| String::new(),
            |found| String::from_utf8_lossy(&found.stdout).trim().into(),
        );
        Ok((
            Self {
                name,
                system,
                folder,
            },
            summary,
        ))
    }

    /// A build that is not counted: it records the addresses and warms the file cache. What it published.
    pub fn warm_up(&self, binary: &Path) -> Result<Output, String> {
        let out = self.path("out");
        self.build(binary, &out)?;
        let mut output = Output::default();
        count(&out, &mut output)?;
        remove(&out)?;
        if output.pages == 0 {
            return Err(format!("{} published no page", binary.display()));
        }
        Ok(output)
    }

    /// One round. Deleting what it made is not timed.
    pub fn round(&self, binary: &Path) -> Result<Round, String> {
        let (out, copy) = (self.path("out"), self.path("copy"));
        self.settle();
        let build = self.build(binary, &out)?;
        self.settle();
        let copied = run(
            Command::new("cp").arg("-r").args([&out, &copy]),
            self.folder.path(),
        )?;
        remove(&copy)?;
        self.settle();
        let unchanged = self.build(binary, &out)?;
        let roster = self.roster()?;
        let original = read(&roster)?;
        write(
            &roster,
            &original.replacen("phone = \"0237 000 ", "phone = \"0237 001 ", 1),
        )?;
        self.settle();
        let changed = self.build(binary, &out);
        write(&roster, &original)?;
        remove(&out)?;
        Ok(Round {
            build,
            copy: copied,
            unchanged,
            changed: changed?,
        })
    }

    fn build(&self, binary: &Path, out: &Path) -> Result<Run, String> {
        let mut command = Command::new(binary);
        command.args(["build", "--timings", "--lang", "en"]);
        command.args(pages_only(binary)).arg("--root");
        command.arg(self.path("site")).arg("--out").arg(out);
        run(&mut command, self.folder.path())
    }

    /// Lets earlier writes reach the disk, so that they do not slow the next run.
    fn settle(&self) {
        let synced = Command::new("sync")
            .arg("-f")
            .arg(self.folder.path())
            .status();
        drop(synced); // Without `sync` the figures are noisier, not wrong.
    }

    /// A roster in the middle of the list.
    fn roster(&self) -> Result<PathBuf, String> {
        let mut path = self.path("site/data/rosters");
        while path.is_dir() {
            let mut entries: Vec<PathBuf> = list(&path)?;
            entries.sort();
            path = entries.swap_remove(entries.len() / 2);
        }
        Ok(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// Options that leave social cards out, for a version that knows them.
fn pages_only(binary: &Path) -> &'static [&'static str] {
    let help = Command::new(binary).args(["build", "--help"]).output();
    let knows = |help: &[u8]| String::from_utf8_lossy(help).contains("--formats");
    match help {
        Ok(help) if knows(&help.stdout) => &["--formats", "html"],
        _ => &[],
    }
}

fn count(folder: &Path, output: &mut Output) -> Result<(), String> {
    for path in list(folder)? {
        if path.is_dir() {
            count(&path, output)?;
            continue;
        }
        output.files += 1;
        output.pages += u64::from(
            path.extension()
                .is_some_and(|extension| extension == "html"),
        );
        output.bytes += fs::metadata(&path).map_err(|e| fault(&path, &e))?.len();
    }
    Ok(())
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|e| fault(folder, &e))?;
    entries
        .map(|entry| Ok(entry.map_err(|e| fault(folder, &e))?.path()))
        .collect()
}

fn remove(folder: &Path) -> Result<(), String> {
    fs::remove_dir_all(folder).map_err(|e| fault(folder, &e))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| fault(path, &e))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|e| fault(path, &e))
}

fn fault(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
