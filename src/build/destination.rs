//! Which folders may be an output folder: a typo must never delete anything.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::manifest::Manifest;
use crate::{diag::Fault, source::PARTS};

/// An output folder that may be written to.
#[derive(Debug)]
pub(super) struct Destination {
    /// The folder, with links resolved.
    pub folder: PathBuf,
    /// What it holds of ours; empty when it is new.
    pub manifest: Manifest,
    /// Whether there is a site already.
    pub standing: Standing,
}

/// What stands in the output folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing: it does not exist, or is empty.
    Nothing,
    /// A site of ours.
    Site,
}

/// Examines an output folder.
///
/// # Errors
/// A refusal when it is the site, holds or lies in sources, is a file, or is a folder with foreign content.
pub(super) fn examine(out: &Path, root: &Path) -> Result<Destination, Fault> {
    let folder = resolve(out)?;
    let site = fs::canonicalize(root).map_err(|error| Fault::io(("đọc", "read"), root, error))?;
    let shown = out.display();
    if site.starts_with(&folder) {
        return Err(Fault::refused(
            format!(
                "không ghi trang vào {shown}: thư mục này chứa chính dữ liệu của trang. Hãy chọn thư mục khác với --out"
            ),
            format!(
                "will not write the site to {shown}: it holds the site's own sources. Choose another folder with --out"
            ),
        ));
    }
    let sources = PARTS.map(|name| site.join(name)).into_iter();
    if sources
        .chain([site.join("src")])
        .any(|source| folder.starts_with(source))
        || folder.join("data/site.toml").exists()
    {
        return Err(Fault::refused(
            format!(
                "không ghi trang vào {shown}: đó là thư mục nguồn. Hãy chọn thư mục khác với --out"
            ),
            format!(
                "will not write the site to {shown}: it is a folder of sources. Choose another folder with --out"
            ),
        ));
    }
    standing(folder, out)
}

fn standing(folder: PathBuf, out: &Path) -> Result<Destination, Fault> {
    let shown = out.display();
    let mut entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Destination {
                folder,
                manifest: Manifest::default(),
                standing: Standing::Nothing,
            });
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Fault::refused(
                format!("không ghi trang vào {shown}: đó là một tệp, không phải thư mục"),
                format!("will not write the site to {shown}: it is a file, not a folder"),
            ));
        }
        Err(error) => return Err(Fault::io(("đọc", "read"), folder, error)),
    };
    if entries.next().is_none() {
        return Ok(Destination {
            folder,
            manifest: Manifest::default(),
            standing: Standing::Nothing,
        });
    }
    match Manifest::read(&folder)? {
        Some(manifest) => Ok(Destination {
            folder,
            manifest,
            standing: Standing::Site,
        }),
        None => Err(Fault::refused(
            format!(
                "không ghi trang vào {shown}: thư mục này không rỗng và không do binhyen tạo ra (thiếu tệp .binhyen). Hãy chọn thư mục khác, hoặc tự dọn nó trước"
            ),
            format!(
                "will not write the site to {shown}: the folder is not empty and was not made by binhyen (no .binhyen file). Choose another, or empty it yourself first"
            ),
        )),
    }
}

/// The path with links resolved, as far as it exists.
fn resolve(out: &Path) -> Result<PathBuf, Fault> {
    let mut rest = Vec::new();
    let mut at = out;
    loop {
        match fs::canonicalize(at) {
            Ok(mut found) => {
                found.extend(rest.iter().rev());
                return Ok(found);
            }
            Err(error)
                if error.kind() == io::ErrorKind::NotFound
                    || error.kind() == io::ErrorKind::NotADirectory =>
            {
                let (Some(name), Some(parent)) = (at.file_name(), at.parent()) else {
                    return Err(Fault::io(("tìm", "find"), out, error));
                };
                rest.push(name.to_owned());
                at = if parent.as_os_str().is_empty() {
                    Path::new(".")
                } else {
                    parent
                };
            }
            Err(error) => return Err(Fault::io(("đọc", "read"), at, error)),
        }
    }
}
