//! The reader over real folders: what it takes, what it leaves, what it says.

use std::fs;

use tempfile::TempDir;

use super::{SourceKind, Sources, read, read_with_theme};
use crate::diag::{Fault, Lang, Report, SourceMap};

fn site(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    dir
}

fn read_ok(dir: &TempDir) -> (Sources, Vec<String>) {
    let (sources, report) = read(dir.path()).unwrap();
    let lines = lines(&sources, &report);
    (sources, lines)
}

fn lines(sources: &Sources, report: &Report) -> Vec<String> {
    let mut lines: Vec<String> = report
        .diagnostics()
        .iter()
        .map(|d| {
            let path = d.at.map_or("", |at| sources.path(at.file));
            format!("{} {path} {}", d.finding.code(), d.finding.words(Lang::En))
        })
        .collect();
    lines.sort();
    lines
}

fn paths(sources: &Sources) -> Vec<&str> {
    let read = |f: &&super::SourceFile| f.kind != SourceKind::Stray;
    sources
        .files
        .iter()
        .filter(read)
        .map(|f| &*f.path)
        .collect()
}

#[test]
fn takes_its_files_in_byte_order_and_leaves_litter() {
    let dir = site(&[
        ("data/site.toml", b"\xef\xbb\xbfx = 1\r\n"),
        ("data/rosters/huyen/xa-b.toml", b""),
        ("data/rosters/huyen/xa-a.toml", b""),
        ("data/rosters/huyen/xa-a.toml~", b""),
        ("data/rosters/huyen/.xa-a.toml.swp", b""),
        ("data/rosters/huyen/#xa-a.toml#", b""),
        ("data/README.md", b"notes"),
        ("content/pages/a.md", b"+++\n+++\n"),
        ("content/pages/a.png", b"\x89PNG"),
        ("themes/default/templates/page.html", b""),
        ("themes/default/i18n/vi.toml", b""),
        ("themes/default/print/roster.typ", b""),
        ("themes/default/assets/css/a.css", b""),
        ("themes/other/templates/page.html", b""),
        ("src/main.rs", b""),
    ]);
    let (sources, report) = read_ok(&dir);
    assert_eq!(report, [""; 0]);
    assert_eq!(
        paths(&sources),
        [
            "content/pages/a.md",
            "data/rosters/huyen/xa-a.toml",
            "data/rosters/huyen/xa-b.toml",
            "data/site.toml",
            "themes/default/i18n/vi.toml",
            "themes/default/print/roster.typ",
            "themes/default/templates/page.html",
            "themes/other/templates/page.html",
        ]
    );
    assert_eq!(&*sources.files[3].text, "x = 1\r\n");
    let assets: Vec<&str> = sources.assets.iter().map(|a| &*a.path).collect();
    assert_eq!(
        assets,
        ["content/pages/a.png", "themes/default/assets/css/a.css"]
    );
}

#[test]
fn nothing_is_passed_over_silently() {
    let dir = site(&[
        ("data/site.toml", b""),
        ("data/rolout.toml", b""),
        ("data/rosters/x.TOML", b""),
        ("data/rosters/danh-ba.xlsx", b"PK"),
        ("data/backup/a.toml", b""),
        ("data/backup/b.toml", b""),
        ("content/pages/a.docx", b"PK"),
    ]);
    let (sources, report) = read_ok(&dir);
    assert_eq!(paths(&sources), ["data/site.toml"]);
    let strays = [
        "content/pages/a.docx",
        "data/backup",
        "data/rolout.toml",
        "data/rosters/danh-ba.xlsx",
        "data/rosters/x.TOML",
    ];
    let says = "nothing reads this file or folder; what it says is ignored";
    assert_eq!(report, strays.map(|path| format!("F002 {path} {says}")));
}

#[test]
fn a_misspelt_name_gets_its_neighbour() {
    assert_eq!(near("data/rolout.toml").as_deref(), Some("rollout.toml"));
    assert_eq!(near("data/rosters/x.TOML").as_deref(), Some("x.toml"));
    assert_eq!(near("data/rosters/x.toml.txt").as_deref(), Some("x.toml"));
    assert_eq!(near("data/rosters/x.xlsx"), None);
}

fn near(path: &str) -> Option<String> {
    let dir = site(&[("data/site.toml", b""), (path, b"")]);
    let (_, report) = read(dir.path()).unwrap();
    let help = report
        .diagnostics()
        .iter()
        .find(|d| d.finding.code() == "F002")?
        .finding
        .help(Lang::En)?;
    Some(help.split('`').nth(1)?.to_owned()).filter(|_| help.starts_with("did you mean"))
}

#[test]
fn text_that_is_no_utf8_is_a_finding_with_its_place() {
    let dir = site(&[("data/site.toml", b"a = 1\nb = \"T\xe6\"\n")]);
    let (sources, report) = read_ok(&dir);
    assert!(paths(&sources).is_empty());
    assert_eq!(
        report,
        ["F001 data/site.toml the file is not UTF-8: a stray byte at line 2, column 7"]
    );
}

#[test]
fn a_folder_that_is_no_site_is_refused() {
    let dir = site(&[]);
    for path in [dir.path().to_owned(), dir.path().join("none")] {
        let Err(fault @ Fault::Refused { .. }) = read(&path) else {
            panic!("{path:?} was read");
        };
        assert!(fault.words(Lang::En).contains("`binhyen new DIR`"));
    }
}

#[cfg(unix)]
#[test]
fn links_stay_at_home() {
    use std::os::unix::fs::symlink;
    let away = site(&[("secret.toml", b"x = 1")]);
    let dir = site(&[("data/site.toml", b""), ("data/rosters/a.toml", b"")]);
    let rosters = dir.path().join("data/rosters");
    symlink(away.path().join("secret.toml"), rosters.join("b.toml")).unwrap();
    symlink(away.path(), rosters.join("c")).unwrap();
    symlink(rosters.join("none"), rosters.join("d.toml")).unwrap();
    symlink(&rosters, rosters.join("round")).unwrap();
    symlink(rosters.join("a.toml"), rosters.join("e.toml")).unwrap();
    let (sources, report) = read_ok(&dir);
    assert_eq!(
        paths(&sources),
        [
            "data/rosters/a.toml",
            "data/rosters/e.toml",
            "data/site.toml"
        ]
    );
    assert_eq!(
        report,
        [
            "F003 data/rosters/b.toml this link leaves the site folder",
            "F003 data/rosters/c this link leaves the site folder",
            "F004 data/rosters/d.toml this link is broken: it leads nowhere, or round to itself",
            "F004 data/rosters/round this link is broken: it leads nowhere, or round to itself",
        ]
    );
}

#[test]
fn a_misspelt_site_file_is_named_in_the_refusal() {
    let dir = site(&[("data/site.tml", b"")]);
    let fault = read(dir.path()).unwrap_err();
    assert!(fault.words(Lang::En).contains("data/site.tml"));
}

#[test]
fn a_theme_from_elsewhere_replaces_its_namesake() {
    let away = site(&[("default/templates/new.html", b"")]);
    let dir = site(&[
        ("data/site.toml", b""),
        ("themes/default/templates/old.html", b""),
    ]);
    let (sources, _) = read_with_theme(dir.path(), Some(&away.path().join("default"))).unwrap();
    assert_eq!(
        paths(&sources),
        ["data/site.toml", "themes/default/templates/new.html"]
    );
}

#[test]
fn debug_output_shows_no_text() {
    let dir = site(&[
        ("data/site.toml", b""),
        ("data/private/a.toml", b"born = 1961-03-02"),
    ]);
    let (sources, _) = read_ok(&dir);
    assert!(!format!("{sources:?}").contains("1961"));
}
