//! The reader over real folders: what it takes, what it leaves, what it says.

use std::fs;

use tempfile::TempDir;

use super::{Sources, read};
use crate::diag::{Fault, Lang, Report};

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
    let (sources, report) = read(dir.path(), None).unwrap();
    (sources, lines(&report))
}

fn lines(report: &Report) -> Vec<String> {
    let mut lines: Vec<String> = report
        .diagnostics()
        .iter()
        .map(|d| format!("{} {}", d.finding.code(), d.finding.words(Lang::En)))
        .collect();
    lines.sort();
    lines
}

fn paths(sources: &Sources) -> Vec<&str> {
    sources.files.iter().map(|f| &*f.path).collect()
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
        ("data/site.tml", b""),
        ("data/rosters/x.TOML", b""),
        ("data/rosters/danh-ba.xlsx", b"PK"),
        ("data/backup/a.toml", b""),
        ("data/backup/b.toml", b""),
        ("content/pages/a.docx", b"PK"),
    ]);
    let (sources, report) = read_ok(&dir);
    assert!(paths(&sources).is_empty());
    assert_eq!(
        report,
        [
            "F001 this folder has no data/site.toml",
            "F003 content/pages/a.docx is no file the program reads; what it says is ignored",
            "F003 data/backup/ is no file the program reads; what it says is ignored",
            "F003 data/rosters/danh-ba.xlsx is no file the program reads; what it says is ignored",
            "F003 data/rosters/x.TOML is no file the program reads; what it says is ignored",
            "F003 data/site.tml is no file the program reads; what it says is ignored",
        ]
    );
}

#[test]
fn a_misspelt_name_gets_its_neighbour() {
    assert_eq!(near("data/site.tml").as_deref(), Some("site.toml"));
    assert_eq!(near("data/rosters/x.TOML").as_deref(), Some("x.toml"));
    assert_eq!(near("data/rosters/x.xlsx"), None);
}

fn near(path: &str) -> Option<String> {
    let dir = site(&[(path, b"")]);
    let (_, report) = read(dir.path(), None).unwrap();
    let help = report
        .diagnostics()
        .iter()
        .find(|d| d.finding.code() == "F003")?
        .finding
        .help(Lang::En)?;
    Some(help.split('`').nth(1)?.to_owned()).filter(|_| help.starts_with("did you mean"))
}

#[test]
fn text_that_is_no_utf8_is_a_finding_with_its_place() {
    let dir = site(&[("data/site.toml", b"a = 1\nb = \"T\xe6\"\n")]);
    let (sources, report) = read_ok(&dir);
    assert!(paths(&sources).is_empty());
    assert_eq!(report, ["F002 data/site.toml:2:7: the file is not UTF-8"]);
}

#[test]
fn a_folder_that_is_no_site_is_refused() {
    let dir = site(&[]);
    for path in [dir.path().to_owned(), dir.path().join("none")] {
        let Err(fault @ Fault::Refused { .. }) = read(&path, None) else {
            panic!("{path:?} was read");
        };
        assert!(fault.words(Lang::En).contains("`binhyen new FOLDER`"));
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
            "F004 data/rosters/b.toml is a link that leaves the site folder",
            "F004 data/rosters/c is a link that leaves the site folder",
            "F005 data/rosters/d.toml is a broken link: it leads nowhere, or round to itself",
            "F005 data/rosters/round is a broken link: it leads nowhere, or round to itself",
        ]
    );
}

#[test]
fn a_theme_from_elsewhere_replaces_its_namesake() {
    let away = site(&[("default/templates/new.html", b"")]);
    let dir = site(&[
        ("data/site.toml", b""),
        ("themes/default/templates/old.html", b""),
    ]);
    let (sources, _) = read(dir.path(), Some(&away.path().join("default"))).unwrap();
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
