//! `new`: writes the files of a small site into an empty folder. The files themselves stand in `scaffold/`.

use std::{fs, io, path::Path};

use super::{Exit, args::NewArgs, console::Console, env::Env};
use crate::diag::{Fault, Lang};

/// What the roster of a new site holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    /// Nothing yet: the entries are there as comments.
    Blank,
    /// Invented people; the site says so on every page.
    Sample,
}

/// The files of every new site.
const FILES: &[(&str, &str)] = &[
    ("README.md", include_str!("scaffold/README.md")),
    (".gitignore", include_str!("scaffold/gitignore")),
    (
        "data/places/hai-cap.toml",
        include_str!("scaffold/places.toml"),
    ),
    (
        "data/schemes/quy-che-mau.toml",
        include_str!("scaffold/scheme.toml"),
    ),
    ("data/publish.toml", include_str!("scaffold/publish.toml")),
    (
        "content/pages/gioi-thieu.md",
        include_str!("scaffold/gioi-thieu.md"),
    ),
];

const SITE: (&str, &str) = ("data/site.toml", include_str!("scaffold/site.toml"));
const ROSTER: &str = "data/rosters/xa-mau.toml";
const BLANK_ROSTER: &str = include_str!("scaffold/roster.toml");
const SAMPLE_ROSTER: &str = include_str!("scaffold/roster.sample.toml");
const SAMPLE_PRIVATE: (&str, &str) = (
    "data/private/xa-mau.toml",
    include_str!("scaffold/private.sample.toml"),
);

/// Makes the folder and tells what to do next.
///
/// # Errors
/// When the folder is not empty, or cannot be written.
pub fn new(args: &NewArgs, env: &Env, console: &mut Console<'_>) -> Result<Exit, Fault> {
    let folder = env.folder.join(&args.dir);
    let content = if args.sample {
        Content::Sample
    } else {
        Content::Blank
    };
    refuse_unless_empty(&folder)?;
    for (path, text) in files(content) {
        write(&folder.join(path), &text)?;
    }
    let dir = args.dir.display().to_string();
    console.say(&next_steps(&dir, console.lang))?;
    Ok(Exit::Fine)
}

fn files(content: Content) -> Vec<(&'static str, String)> {
    let mut files: Vec<(&str, String)> = FILES
        .iter()
        .map(|(path, text)| (*path, (*text).to_owned()))
        .collect();
    match content {
        Content::Blank => {
            files.push((SITE.0, SITE.1.to_owned()));
            files.push((ROSTER, BLANK_ROSTER.to_owned()));
        }
        Content::Sample => {
            // Invented people must never look like real ones.
            let marked = SITE.1.replace("sample    = false", "sample    = true ");
            files.push((SITE.0, marked));
            files.push((ROSTER, SAMPLE_ROSTER.to_owned()));
            files.push((SAMPLE_PRIVATE.0, SAMPLE_PRIVATE.1.to_owned()));
        }
    }
    files
}

fn refuse_unless_empty(folder: &Path) -> Result<(), Fault> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| Fault::io(("đọc", "read"), folder, error))?,
    };
    let mut entries = entries;
    match entries.next() {
        None => Ok(()),
        Some(_) => Err(Fault::refused(
            format!(
                "thư mục {} không trống; hãy chọn thư mục khác",
                folder.display()
            ),
            format!(
                "the folder {} is not empty; choose another",
                folder.display()
            ),
        )),
    }
}

fn write(path: &Path, text: &str) -> Result<(), Fault> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| Fault::io(("tạo", "make"), parent, error))?;
    }
    fs::write(path, text).map_err(|error| Fault::io(("ghi", "write"), path, error))
}

fn next_steps(dir: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Đã tạo trang mới ở {dir}.\nViệc tiếp theo: đọc README.md trong đó, rồi chạy\n\n    binhyen serve --root {dir}"
        ),
        Lang::En => format!(
            "Made a new site in {dir}.\nNext: read README.md in it (in Vietnamese), then run\n\n    binhyen serve --root {dir}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check,
        diag::show::{Options, Style, show},
        parse, source,
    };
    use chrono::NaiveDate;

    #[test]
    fn invented_people_are_marked_and_a_site_of_ones_own_has_none() {
        let text = |content, path: &str| {
            let files = files(content);
            files
                .into_iter()
                .find(|(p, _)| *p == path)
                .map(|(_, text)| text)
        };
        let site = |content| {
            text(content, "data/site.toml")
                .unwrap()
                .parse::<toml::Table>()
                .unwrap()
        };
        assert_eq!(site(Content::Sample)["sample"].as_bool(), Some(true));
        assert_eq!(site(Content::Blank)["sample"].as_bool(), Some(false));
        let blank = text(Content::Blank, ROSTER)
            .unwrap()
            .parse::<toml::Table>()
            .unwrap();
        assert!(!blank.contains_key("people"));
        assert!(text(Content::Blank, SAMPLE_PRIVATE.0).is_none());
    }

    /// What the first stages say of a new site, in short.
    fn findings(content: Content) -> String {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files(content) {
            write(&folder.path().join(path), &text).unwrap();
        }
        let (sources, mut report) = source::read(folder.path()).unwrap();
        let (draft, more) = parse::parse(&sources);
        report.merge(more);
        let day = NaiveDate::from_ymd_opt(2026, 2, 1).unwrap();
        let (_, more) = check::check(draft, &sources, day);
        report.merge(more);
        report.sort(&sources);
        let (options, mut out) = (Options::default(), Vec::new());
        show(
            &report,
            &sources,
            Lang::En,
            Style::Short,
            &options,
            &mut out,
        )
        .unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_new_site_has_no_errors_and_the_sample_only_the_gap_it_tells_of() {
        let blank = findings(Content::Blank);
        assert!(!blank.contains("error["), "{blank}");
        assert!(blank.contains("quy-che-mau/Q"), "{blank}");
        let sample = findings(Content::Sample);
        let gap = format!("{ROSTER}:49:1: warning[quy-che-mau/Q1]");
        assert!(sample.starts_with(&gap), "{sample}");
        assert_eq!(sample.lines().count(), 1, "{sample}");
    }

    #[test]
    fn every_toml_file_can_be_read() {
        for content in [Content::Blank, Content::Sample] {
            for (path, text) in files(content) {
                if path.ends_with(".toml") {
                    let read = text.parse::<toml::Table>();
                    assert!(read.is_ok(), "{path}: {read:?}");
                }
            }
        }
    }

    #[test]
    fn phones_are_invented() {
        for (path, text) in files(Content::Sample)
            .into_iter()
            .chain(files(Content::Blank))
        {
            for (at, _) in text
                .match_indices("phone ")
                .chain(text.match_indices("police_duty"))
            {
                let line = text[at..].lines().next().unwrap_or_default();
                let number = line.split('"').nth(1).unwrap_or_default();
                let invented = number.is_empty()
                    || number.starts_with("0237 000 1")
                    || number.starts_with("0900 000 ");
                assert!(invented || !number.starts_with('0'), "{path}: {line}");
            }
        }
    }
}
