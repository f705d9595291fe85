//! Which file is what, by its path alone. Touches no disk.

use super::SourceKind;

/// What becomes of a path below the site folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A text to parse.
    Text(SourceKind),
    /// Bytes to copy.
    Asset,
    /// Nothing the program reads; reported, so that no one waits for it to appear.
    Unknown,
    /// Left alone without a word: notes to editors, other people's folders.
    Passed,
}

/// Kinds of file that may stand beside Markdown and be published with it.
const MEDIA: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "pdf", "mp3", "ogg", "mp4", "webm",
    "zip",
];

/// The files that stand directly in `data/`.
const DATA_FILES: &[(&str, SourceKind)] = &[
    ("site.toml", SourceKind::Site),
    ("publish.toml", SourceKind::Policy),
    ("rollout.toml", SourceKind::Rollout),
    ("agencies.toml", SourceKind::Agencies),
    ("addresses.lock", SourceKind::Lock),
    ("moved.toml", SourceKind::Moved),
    ("style.toml", SourceKind::Style),
];

/// What a file is; `path` is relative to the site folder, with `/`.
pub(super) fn place(path: &str) -> Place {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.eq_ignore_ascii_case("README.md") || name.eq_ignore_ascii_case("README") {
        return Place::Passed;
    }
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["data", rest @ ..] => place_in_data(rest),
        ["content", ..] => place_in_content(name),
        ["themes", _, rest @ ..] => place_in_theme(rest),
        _ => Place::Passed,
    }
}

/// Whether a folder is one the program never looks into, and says so once instead of once a file.
pub(super) fn is_unknown_folder(path: &str) -> bool {
    let known = ["places", "schemes", "rosters", "private"];
    match path.strip_prefix("data/") {
        Some(rest) => !rest.contains('/') && !known.contains(&rest),
        None => false,
    }
}

/// Whether a name is left alone everywhere: hidden files and what editors leave behind.
pub(super) fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".swo")
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// The names a misspelt path may have meant, for "did you mean".
pub(super) fn names_nearby(path: &str) -> impl Iterator<Item = &'static str> {
    let top = path.matches('/').count() == 1 && path.starts_with("data/");
    DATA_FILES
        .iter()
        .map(|(name, _)| *name)
        .filter(move |_| top)
}

fn place_in_data(parts: &[&str]) -> Place {
    match parts {
        [name] => DATA_FILES
            .iter()
            .find(|(known, _)| known == name)
            .map_or(Place::Unknown, |(_, kind)| Place::Text(*kind)),
        ["places", name] if name.ends_with(".toml") => Place::Text(SourceKind::Places),
        ["schemes", name] if name.ends_with(".toml") => Place::Text(SourceKind::Scheme),
        ["rosters", .., name] if name.ends_with(".toml") => Place::Text(SourceKind::Roster),
        ["private", .., name] if name.ends_with(".toml") => Place::Text(SourceKind::Private),
        _ => Place::Unknown,
    }
}

fn place_in_content(name: &str) -> Place {
    let Some((_, extension)) = name.rsplit_once('.') else {
        return Place::Unknown;
    };
    if extension == "md" {
        Place::Text(SourceKind::Article)
    } else if MEDIA
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
    {
        Place::Asset
    } else {
        Place::Unknown
    }
}

fn place_in_theme(parts: &[&str]) -> Place {
    match parts {
        ["templates", ..] => Place::Text(SourceKind::Template),
        ["i18n", name] if name.ends_with(".toml") => Place::Text(SourceKind::Words),
        ["find", name] if name.ends_with(".toml") => Place::Text(SourceKind::Usage),
        ["print", .., name] if name.ends_with(".typ") => Place::Text(SourceKind::Print),
        ["print" | "assets", _, ..] => Place::Asset,
        // A theme may carry its licence and notes.
        [_] => Place::Passed,
        _ => Place::Unknown,
    }
}
