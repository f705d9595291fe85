//! Where the site folder is, and how its files are named from where the user stands.

use std::path::{Path, PathBuf};

/// The site folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Root {
    /// Its path.
    pub path: PathBuf,
    /// What to put before the path of a file in it (`site/`, `../`, nothing), so that it opens from the current folder.
    pub base: String,
}

impl Root {
    /// The folder asked for, else the current one or the nearest parent with `data/site.toml`, else the current one.
    pub fn find(asked: Option<&Path>, folder: &Path) -> Self {
        if let Some(asked) = asked {
            return Root {
                path: folder.join(asked),
                base: base(asked),
            };
        }
        let up = folder.ancestors().position(is_site).unwrap_or(0);
        let path = folder.ancestors().nth(up).unwrap_or(folder);
        Root {
            path: path.to_owned(),
            base: "../".repeat(up),
        }
    }

    /// A path in the site folder, as the user would name it.
    pub fn named(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

fn is_site(folder: &Path) -> bool {
    folder.join("data/site.toml").is_file()
}

fn base(asked: &Path) -> String {
    let named = asked.display().to_string().replace('\\', "/");
    match named.trim_end_matches('/') {
        "" if named.is_empty() => String::new(),
        "." => String::new(),
        folder => format!("{folder}/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_nearest_parent_with_a_site_is_the_root() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("data/rosters/a");
        fs::create_dir_all(&deep).unwrap();
        assert_eq!(Root::find(None, &deep).path, deep);
        fs::write(folder.path().join("data/site.toml"), "").unwrap();
        let root = Root::find(None, &deep);
        assert_eq!(root.path, folder.path());
        assert_eq!(root.named("data/site.toml"), "../../../data/site.toml");
        assert_eq!(Root::find(None, folder.path()).base, "");
    }

    #[test]
    fn files_are_named_from_where_the_user_stands() {
        let named = |asked: &str| Root::find(Some(Path::new(asked)), Path::new("/x")).named("a");
        assert_eq!(named("site"), "site/a");
        assert_eq!(named("site/"), "site/a");
        assert_eq!(named("."), "a");
        assert_eq!(named("../b"), "../b/a");
        assert_eq!(named("/srv/b"), "/srv/b/a");
        assert_eq!(named("/"), "/a");
    }
}
