//! A throw-away site to run the program on.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// A site folder of its own that is gone after the test.
pub struct Site {
    folder: TempDir,
}

/// The forms of output that are quick to make.
pub const ALL_BUT_PAPER: &str = "html,don,feed,card,vcf,epub,docx,search";

/// What a run printed.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Site {
    /// A copy of a folder.
    pub fn copy_of(source: &Path) -> Self {
        let site = Site {
            folder: TempDir::new().expect("a temporary folder"),
        };
        for path in files_below(source) {
            let bytes = fs::read(source.join(&path)).expect("readable");
            site.write_bytes(&path, &bytes);
        }
        site
    }

    /// The smallest site that builds: `tests/sites/small/site`.
    pub fn small() -> Self {
        Site::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/small/site"))
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn write(&self, path: &str, text: &str) -> &Self {
        self.write_bytes(path, text.as_bytes());
        self
    }

    /// Replaces a piece of text that must be there.
    pub fn edit(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not contain {from:?}");
        self.write(path, &text.replace(from, to))
    }

    /// Runs the program in the site folder, with a fixed environment. A build that asks for no form makes all but paper,
    /// which takes its time when it is set by a program without optimisation.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let all = arguments.first() == Some(&"build") && !arguments.contains(&"--formats");
        let formats: &[&str] = if all {
            &["--formats", ALL_BUT_PAPER]
        } else {
            &[]
        };
        let output = Command::new(env!("CARGO_BIN_EXE_binhyen"))
            .args(arguments)
            .args(formats)
            .current_dir(self.folder.path())
            .env_remove("SOURCE_DATE_EPOCH")
            .env_remove("LC_ALL")
            .env("LANG", "vi_VN.UTF-8")
            .output()
            .expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Run {
            code: output.status.code().unwrap_or(-1),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Every file of `public/` with its bytes.
    pub fn published(&self) -> Vec<(String, Vec<u8>)> {
        let public = self.path("public");
        let read = |path: String| (fs::read(public.join(&path)).expect("readable"), path);
        files_below(&public)
            .into_iter()
            .map(read)
            .map(|(bytes, path)| (path, bytes))
            .collect()
    }

    pub fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
}

/// All files below a folder, as sorted paths with `/`; empty when there is none. The manifest is left out: it holds
/// times.
pub fn files_below(folder: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file());
    let relative = |entry: walkdir::DirEntry| {
        let path = entry
            .path()
            .strip_prefix(folder)
            .expect("below")
            .to_string_lossy()
            .replace('\\', "/");
        (path != ".binhyen").then_some(path)
    };
    let mut paths: Vec<String> = files.filter_map(relative).collect();
    paths.sort();
    paths
}

/// Whether expected files are being rewritten.
pub fn bless() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// Compares a file with what was made, or rewrites it.
pub fn compare(path: &Path, made: &str, problems: &mut Vec<String>) {
    if bless() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, made).expect("written");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected != made {
        let diff = similar::TextDiff::from_lines(&expected, made);
        problems.push(format!(
            "{}:\n{}",
            path.display(),
            diff.unified_diff().context_radius(2)
        ));
    }
}
