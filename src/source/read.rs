//! Walks the site folder and reads its files, in parallel and in path order.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{
    AssetFile, SourceFile, SourceKind, Sources,
    findings::{NotUtf8, StrayFile},
};
use crate::diag::{Diagnostic, Fault, FileId, Report, Span};

/// The folders that belong to a site; nothing else below its root is looked at.
const FOLDERS: [&str; 3] = ["data", "content", "themes"];

/// What a path is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Text(SourceKind),
    Asset,
    Stray,
}

/// What was read of one path.
enum Content {
    Text(SourceKind, Result<Box<str>, (usize, usize)>),
    Asset(Box<[u8]>),
    Stray,
}

/// Reads a site folder.
///
/// # Errors
/// [`Fault`] when there is no site there, or a file cannot be read. What is wrong with a file's content is in the report.
pub fn read(root: &Path) -> Result<(Sources, Report), Fault> {
    if !root.join("data/site.toml").is_file() {
        let shown = root.display();
        return Err(Fault::refused(
            format!(
                "{shown} không phải là thư mục trang: thiếu data/site.toml. Lệnh `binhyen new THƯ_MỤC` tạo trang mới"
            ),
            format!(
                "{shown} is no site folder: data/site.toml is missing. `binhyen new DIR` makes a new site"
            ),
        ));
    }
    let mut paths = paths(root)?;
    paths.sort();
    let contents: Vec<Content> = paths
        .par_iter()
        .map(|path| load(root, path))
        .collect::<Result<_, Fault>>()?;
    let mut sources = Sources {
        root: root.to_path_buf(),
        ..Sources::default()
    };
    let mut report = Report::default();
    for (path, content) in paths.into_iter().zip(contents) {
        match content {
            Content::Asset(bytes) => sources.assets.push(AssetFile {
                path: path.into(),
                bytes,
            }),
            Content::Stray => {
                let near = StrayFile {
                    near: expected_name(&path),
                };
                report.add(Diagnostic::new(
                    add(&mut sources, path, SourceKind::Stray, "".into()),
                    near,
                ));
            }
            Content::Text(kind, Ok(text)) => {
                add(&mut sources, path, kind, text);
            }
            Content::Text(_, Err((line, column))) => {
                let at = add(&mut sources, path, SourceKind::Stray, "".into());
                report.push(at, NotUtf8 { line, column });
            }
        }
    }
    Ok((sources, report))
}

fn add(sources: &mut Sources, path: String, kind: SourceKind, text: Box<str>) -> Span {
    let id = FileId(u32::try_from(sources.files.len()).unwrap_or(u32::MAX));
    sources.files.push(SourceFile {
        path: path.into(),
        kind,
        text,
    });
    Span::file(id)
}

fn paths(root: &Path) -> Result<Vec<String>, Fault> {
    let mut paths = Vec::new();
    for folder in FOLDERS
        .map(|folder| root.join(folder))
        .into_iter()
        .filter(|folder| folder.is_dir())
    {
        for entry in WalkDir::new(&folder).into_iter().filter_entry(is_wanted) {
            let entry = entry.map_err(|error| {
                let path = error
                    .path()
                    .map_or_else(|| folder.clone(), Path::to_path_buf);
                Fault::io(("đọc", "read"), path, error.into())
            })?;
            // Links are not followed: a site is what lies in its folder.
            if entry.file_type().is_file() {
                paths.push(relative(root, entry.path()));
            }
        }
    }
    Ok(paths)
}

/// Leaves out hidden files and what editors leave behind.
fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    !(name.starts_with('.')
        || name.starts_with('#')
        || name.ends_with('~')
        || name.ends_with(".swp"))
        && !matches!(&*name, "Thumbs.db" | "desktop.ini")
}

fn relative(root: &Path, path: &Path) -> String {
    let below: PathBuf = path.strip_prefix(root).unwrap_or(path).to_path_buf();
    below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

fn load(root: &Path, path: &str) -> Result<Content, Fault> {
    let role = role(path);
    if role == Role::Stray {
        return Ok(Content::Stray);
    }
    let full = root.join(path);
    let bytes = fs::read(&full).map_err(|error| Fault::io(("đọc", "read"), full, error))?;
    Ok(match role {
        Role::Text(kind) => Content::Text(kind, text(bytes)),
        _ => Content::Asset(bytes.into()),
    })
}

/// The text without a BOM, or the line and column of the first byte that is not UTF-8.
fn text(bytes: Vec<u8>) -> Result<Box<str>, (usize, usize)> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()])
            .into_owned();
        let line = good.rsplit('\n').next().unwrap_or_default();
        (good.matches('\n').count() + 1, line.chars().count() + 1)
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text.into())
}

fn role(path: &str) -> Role {
    use SourceKind::*;
    let toml = path.ends_with(".toml");
    let text = |kind, holds| if holds { Role::Text(kind) } else { Role::Stray };
    match path {
        "data/site.toml" => return Role::Text(Site),
        "data/publish.toml" => return Role::Text(Policy),
        "data/rollout.toml" => return Role::Text(Rollout),
        "data/agencies.toml" => return Role::Text(Agencies),
        "data/addresses.lock" => return Role::Text(Lock),
        "data/moved.toml" => return Role::Text(Moved),
        _ => {}
    }
    let mut parts = path.split('/');
    match (parts.next(), parts.next()) {
        (Some("data"), Some("places")) => text(Places, toml),
        (Some("data"), Some("schemes")) => text(Scheme, toml),
        (Some("data"), Some("rosters")) => text(Roster, toml),
        (Some("data"), Some("private")) => text(Private, toml),
        (Some("data"), _) => Role::Stray,
        (Some("content"), _) if path.ends_with(".md") => Role::Text(Article),
        (Some("content"), _) => Role::Asset,
        (Some("themes"), _) => match parts.next() {
            Some("templates") => Role::Text(Template),
            Some("i18n") => text(Words, toml),
            _ => Role::Asset,
        },
        _ => Role::Stray,
    }
}

/// What a stray file was probably meant to be.
fn expected_name(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let lower = name.to_lowercase();
    let stem = lower.trim_end_matches(".txt").trim_end_matches(".toml");
    let guess = format!("{folder}/{stem}.toml");
    if lower.contains(".toml") && guess != path {
        return Some(guess);
    }
    let known = [
        "site.toml",
        "publish.toml",
        "rollout.toml",
        "agencies.toml",
        "addresses.lock",
        "moved.toml",
    ];
    let near = known
        .into_iter()
        .find(|known| strsim::jaro_winkler(known, &lower) > 0.85)?;
    (folder == "data").then(|| format!("data/{near}"))
}
