//! Paper: made for what has a page, the same every time, kept while nothing has changed, and nothing private inside.

use std::{fs, io::Read as _, time::SystemTime};

use crate::site::Site;

const NOTICE: &str = "public/danh-ba/huyen-song/xa-dong-hoa/thon-1.pdf";
const SOURCE: &str = "themes/default/print/notice.typ";
const ROSTER: &str = "data/rosters/huyen-song/xa-dong-hoa.toml";
const PRIVATE: &str = "data/private/huyen-song/xa-dong-hoa.toml";

/// A small print source in place of the great one: a test is about what reaches it and what becomes of it.
const SHORT: &str = "#let data = json(\"/data.json\")\n#set document(title: data.title)\n\
    #set text(lang: data.lang, font: \"Be Vietnam Pro\")\n= #data.place\n";

/// A site with paper that is quick to set.
fn quick(notice: &str) -> Site {
    let site = Site::small();
    site.write(SOURCE, notice);
    for name in ["roster", "book"] {
        let title = SHORT.replace("= #data.place", "= #data.title");
        site.write(&format!("themes/default/print/{name}.typ"), &title);
    }
    site
}

fn papers(site: &Site) -> Vec<(String, Vec<u8>)> {
    let files = site.published().into_iter();
    files.filter(|(path, _)| path.ends_with(".pdf")).collect()
}

/// The small objects of a file, which are packed together.
fn unpacked(bytes: &[u8]) -> String {
    let mut text = Vec::new();
    for at in memchr::memmem::find_iter(bytes, b"/ObjStm") {
        let data = memchr::memmem::find(&bytes[at..], b"stream\n").expect("a stream");
        let mut packed = flate2::read::ZlibDecoder::new(&bytes[at + data + 7..]);
        packed.read_to_end(&mut text).expect("zlib");
    }
    String::from_utf8_lossy(&text).into_owned()
}

fn written(site: &Site) -> SystemTime {
    let file = fs::metadata(site.path(NOTICE)).expect("a notice");
    file.modified().expect("a time")
}

#[test]
fn paper_is_made_for_what_has_a_page_and_the_page_offers_it() {
    let (site, again) = (quick(SHORT), quick(SHORT));
    let run = site.run(&["build", "--formats", "html,pdf,a5"]);
    assert_eq!(run.code, 0, "{run:?}");
    let run = again.run(&["build", "--formats", "html,pdf,a5", "--threads", "1"]);
    assert_eq!(run.code, 0, "{run:?}");
    let made = papers(&site);
    let paths: Vec<&str> = made.iter().map(|(path, _)| &**path).collect();
    for path in [
        "so-tay/to.pdf",
        "so-tay/to.a5.pdf",
        "so-tay/to/to-la-gi.pdf",
    ] {
        assert!(paths.contains(&path), "{path} among {paths:?}");
    }
    assert!(
        made == papers(&again),
        "the same bytes on any number of threads"
    );
    for (path, bytes) in &made {
        assert!(bytes.starts_with(b"%PDF-1."), "{path}");
        let tagged = unpacked(bytes).contains("/Marked true");
        assert_eq!(tagged, !path.ends_with(".a5.pdf"), "{path}");
    }
    let page = site.read("public/so-tay/to.html");
    assert!(page.contains("href=\"to.pdf\"") && page.contains("href=\"to.a5.pdf\""));
}

#[test]
fn a_sheet_is_set_again_only_when_something_in_it_changes() {
    let site = quick(SHORT);
    let build = ["build", "--formats", "pdf"];
    site.run(&build);
    let first = written(&site);
    site.run(&build);
    assert_eq!(written(&site), first);
    site.write(SOURCE, &format!("{SHORT}Thêm một dòng.\n"));
    let run = site.run(&build);
    assert_eq!(run.code, 0, "{run:?}");
    assert_ne!(written(&site), first);
}

#[test]
fn a_broken_print_source_is_told_with_its_place_and_nothing_is_lost() {
    let site = quick(SHORT);
    site.run(&["build", "--formats", "html,pdf"]);
    let before = site.published();
    site.write(SOURCE, &SHORT.replace("data.place", "data.plaze"));
    let run = site.run(&["build", "--formats", "html,pdf", "--format", "short"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("T011") && run.stderr.contains(&format!("{SOURCE}:4:")),
        "{run:?}"
    );
    assert!(site.published() == before);
}

#[test]
fn a_leak_on_paper_is_refused() {
    let site = quick(SHORT);
    let private = site.read(PRIVATE);
    let secret = "Dị ứng phấn hoa bưởi";
    site.write(
        PRIVATE,
        &format!("{private}\n[[people]]\nid = \"hoa\"\nhealth = \"{secret}\"\n"),
    );
    // Parted by a change of face, and only on paper.
    site.write(SOURCE, &format!("{SHORT}Di ung *phan* hoa #emph[buoi]\n"));
    let run = site.run(&["build", "--formats", "html,pdf", "--format", "short"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stderr.contains("L001") && run.stderr.contains("thon-1.pdf"),
        "{run:?}"
    );
    assert!(!run.stderr.contains(secret));
}

#[test]
fn the_whole_notice_takes_a_name_that_reads_like_a_program() {
    let site = quick(SHORT);
    fs::remove_file(site.path(SOURCE)).expect("removed");
    site.edit(ROSTER, "\"Thôn 1\"", "\"Thôn 1 #sys.inputs] $x$\"");
    let run = site.run(&["build", "--formats", "pdf"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        papers(&site)
            .iter()
            .any(|(path, _)| path.contains("sys-inputs"))
    );
}
