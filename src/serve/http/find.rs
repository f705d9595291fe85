//! From a path below the site to a file on the disk.
//!
//! **No link is followed**: a file is served only where it really lies at its path below the site's own folder.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use super::target::SitePath;

/// What stands at a path.
#[derive(Debug)]
pub(super) enum Found {
    /// A file, with its path below the site and its length.
    File(File, String, u64),
    /// A folder with a page of its own, asked for without the `/` that its links need.
    Folder,
    /// Nothing.
    Nothing,
}

/// Looks a path up in a folder whose own path has no links.
pub(super) fn find(folder: &Path, wanted: &SitePath) -> Found {
    let index = match &*wanted.path {
        "" => "index.html".to_owned(),
        path => format!("{path}/index.html"),
    };
    if wanted.folder {
        return open(folder, index).unwrap_or(Found::Nothing);
    }
    let plain = open(folder, wanted.path.clone());
    plain.unwrap_or_else(|| match really(folder, &index) {
        Some(page) if page.is_file() => Found::Folder,
        _ => Found::Nothing,
    })
}

fn open(folder: &Path, path: String) -> Option<Found> {
    let file = File::open(really(folder, &path)?).ok()?;
    let seen = file.metadata().ok().filter(fs::Metadata::is_file)?;
    Some(Found::File(file, path, seen.len()))
}

/// The file at a path, if no link leads there: its path with links resolved is its path.
fn really(folder: &Path, path: &str) -> Option<PathBuf> {
    let plain = folder.join(path);
    let resolved = fs::canonicalize(&plain).ok()?;
    (resolved == plain).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::{super::target::site_path, *};
    use proptest::prelude::*;
    use std::{io::Read, os::unix::fs::symlink, sync::LazyLock};
    use tempfile::TempDir;

    const SECRET: &str = "secret";

    /// A site with a secret beside it and links to it, all of them in a folder.
    static FOLDER: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let home = fs::canonicalize(folder.path()).unwrap();
        let site = home.join("site");
        let write = |path: &str, text: &str| {
            let path = home.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("secret", SECRET);
        write("out/secret", SECRET);
        write("site/index.html", "home");
        write("site/a/index.html", "a");
        write("site/a/b.css", "b");
        write("site/.binhyen", SECRET);
        symlink(home.join("secret"), site.join("link")).unwrap();
        symlink("../secret", site.join("a/link")).unwrap();
        symlink(home.join("out"), site.join("out")).unwrap();
        (folder, site)
    });

    fn found(target: &str) -> Found {
        site_path(target).map_or(Found::Nothing, |path| find(&FOLDER.1, &path))
    }

    fn text(target: &str) -> Option<String> {
        match found(target) {
            Found::File(mut file, ..) => {
                let mut text = String::new();
                file.read_to_string(&mut text).unwrap();
                Some(text)
            }
            _ => None,
        }
    }

    #[test]
    fn folders_with_a_page_of_their_own_have_one() {
        assert_eq!(text("/").as_deref(), Some("home"));
        assert_eq!(text("/a/").as_deref(), Some("a"));
        assert!(matches!(found("/a"), Found::Folder));
        assert_eq!(text("/a/b.css").as_deref(), Some("b"));
        for none in ["/a/b.css/", "/b", "/b/", "/index.html/", "/A/b.css"] {
            assert!(matches!(found(none), Found::Nothing), "{none}");
        }
    }

    #[test]
    fn links_lead_nowhere() {
        for target in [
            "/link",
            "/a/link",
            "/out/secret",
            "/out",
            "/out/",
            "/.binhyen",
        ] {
            assert!(matches!(found(target), Found::Nothing), "{target}");
        }
    }

    proptest! {
        #[test]
        fn nothing_outside_is_ever_found(
            parts in prop::collection::vec("(\\.\\.|%2e%2e|\\.|secret|site|out|link|a|\\.binhyen|\\\\|%5c|%00|)", 0..6),
            joins in prop::collection::vec("(/|%2f|//|\\\\)", 6),
        ) {
            let pieces = joins.iter().zip(&parts).map(|(join, part)| format!("{join}{part}"));
            let target: String = std::iter::once("/".to_owned()).chain(pieces).collect();
            prop_assert_ne!(text(&target), Some(SECRET.to_owned()), "{}", target);
            let short = target.strip_prefix('/').unwrap_or_default();
            prop_assert_ne!(text(short), Some(SECRET.to_owned()), "{}", short);
        }
    }
}
