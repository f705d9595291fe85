//! Books to take along: whole, the same every time, with links that lead somewhere and nothing private inside.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

use zip::{CompressionMethod, ZipArchive};

use crate::site::Site;

const CHAPTER: &str = "content/handbook/to/la-gi.md";
const PRIVATE: &str = "data/private/huyen-song/xa-dong-hoa.toml";

/// The entries of a packed file, as text; pictures are left out.
pub fn entries(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut entries = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("whole");
        if let Ok(text) = String::from_utf8(bytes) {
            let name = entry.name().expect("a name").into_owned();
            entries.insert(name, text);
        }
    }
    entries
}

/// The small site with two handbooks, one of them in English too, a picture and a note.
fn library() -> Site {
    let site = Site::small();
    site.write(
        "content/handbook/to/hai.md",
        "+++\ntitle = \"Chương <hai> & ba\"\norder = 2\n+++\n\n## Mục\n\nXem [chương một](la-gi.md#ai-lam-gi), \
         [cuốn kia](../ban/_index.md), [trang](../../pages/gioi-thieu.md).[^a]\n\n![Cờ](co.png)\n\nHình: Lá cờ.\n\n\
         {{ figure structure }}\n\n[^a]: Chú thích <b>.\n",
    )
    .write("content/handbook/to/_index.en.md", "+++\ntitle = \"The team\"\n+++\n\n[One](la-gi.md)\n")
    .write("content/handbook/ban/_index.md", "+++\ntitle = \"Sổ tay của ban\"\norder = 2\n+++\n\nLời.\n");
    site.write_bytes("content/handbook/to/co.png", &site_png());
    site
}

/// The smallest picture there is.
fn site_png() -> Vec<u8> {
    let hex = "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001\
               48afa4710000000049454e44ae426082";
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let byte = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).expect("hex"), 16);
    digits
        .chunks(2)
        .map(|two| byte(two).expect("hex"))
        .collect()
}

fn book(site: &Site, path: &str) -> Vec<u8> {
    let files = site.published();
    let found = files.into_iter().find(|(at, _)| at == path);
    found.unwrap_or_else(|| panic!("no {path}")).1
}

/// Values of an attribute.
fn values<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let opening = format!(" {name}=\"");
    let rest = text.split(&*opening).skip(1);
    rest.filter_map(|rest| rest.split('"').next()).collect()
}

/// Every link of a book leads to a file and an anchor of it, or to a full address; every page is in the manifest.
fn sound(bytes: &[u8]) {
    let all = entries(bytes);
    let package = &all["EPUB/package.opf"];
    let listed: BTreeSet<&str> = values(package, "href").into_iter().collect();
    for (name, text) in all.iter().filter(|(name, _)| name.ends_with(".xhtml")) {
        let file = name.strip_prefix("EPUB/").expect("in the folder");
        assert!(listed.contains(file), "{name}");
        let ids = values(text, "id");
        assert_eq!(
            ids.len(),
            ids.iter().collect::<BTreeSet<_>>().len(),
            "{name}"
        );
        for href in values(text, "href") {
            if href.starts_with("https://") {
                continue;
            }
            let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
            let to = match path {
                "" => text,
                path => all
                    .get(&format!("EPUB/{path}"))
                    .unwrap_or_else(|| panic!("{href} in {name}")),
            };
            assert!(
                anchor.is_empty() || values(to, "id").contains(&anchor),
                "{href} in {name}"
            );
        }
        for src in values(text, "src") {
            assert!(listed.contains(src), "{src} in {name}");
        }
    }
}

#[test]
fn books_are_whole_and_the_same_every_time() {
    let (site, again) = (library(), library());
    for site in [&site, &again] {
        let run = site.run(&["build", "--formats", "html,epub"]);
        assert_eq!(run.code, 0, "{run:?}");
    }
    for path in [
        "so-tay.epub",
        "so-tay/to.epub",
        "so-tay/ban.epub",
        "en/so-tay/to.epub",
    ] {
        let bytes = book(&site, path);
        assert!(bytes == book(&again, path), "{path}");
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
        let first = archive.by_index(0).expect("an entry");
        assert_eq!(first.name().expect("a name"), "mimetype");
        assert_eq!(first.compression(), CompressionMethod::Stored);
        drop(first);
        sound(&bytes);
    }
    let files = site.published();
    assert!(
        !files
            .iter()
            .any(|(path, _)| path == "en/so-tay.epub" || path == "en/so-tay/ban.epub")
    );
    assert!(
        site.read("public/so-tay/to.html")
            .contains("href=\"to.epub\"")
    );
}

#[test]
fn links_stay_in_the_book_where_they_can() {
    let site = library();
    site.run(&["build", "--formats", "html,epub"]);
    let all = entries(&book(&site, "so-tay.epub"));
    let chapter = &all["EPUB/b1c02.xhtml"];
    assert!(
        chapter.contains("<h1 id=\"_head\">Chương &lt;hai&gt; &amp; ba</h1>"),
        "{chapter}"
    );
    let hrefs = values(chapter, "href");
    assert!(
        hrefs.contains(&"b1c01.xhtml#ai-lam-gi") && hrefs.contains(&"b2.xhtml"),
        "{hrefs:?}"
    );
    assert!(
        hrefs.contains(&"https://mau.example/gioi-thieu.html"),
        "{hrefs:?}"
    );
    assert!(
        chapter.contains("<img src=\"i1.png\" alt=\"Cờ\" />"),
        "{chapter}"
    );
    assert!(all["EPUB/package.opf"].contains("properties=\"svg\""));
    // Alone, a book can only point at the other.
    let alone = entries(&book(&site, "so-tay/to.epub"));
    let hrefs = values(&alone["EPUB/b1c02.xhtml"], "href");
    assert!(
        hrefs.contains(&"https://mau.example/so-tay/ban.html"),
        "{hrefs:?}"
    );
    let english = entries(&book(&site, "en/so-tay/to.epub"));
    assert!(english["EPUB/b1.xhtml"].contains("lang=\"en\""));
    assert!(
        values(&english["EPUB/b1.xhtml"], "href")
            .contains(&"https://mau.example/so-tay/to/to-la-gi.html")
    );
}

#[test]
fn a_book_says_what_it_is() {
    let site = library();
    site.run(&["build", "--formats", "epub"]);
    let all = entries(&book(&site, "so-tay/to.epub"));
    let title = &all["EPUB/title.xhtml"];
    assert!(
        title.contains("Dữ liệu mẫu: người và số máy không có thật."),
        "{title}"
    );
    let package = &all["EPUB/package.opf"];
    for part in [
        "<dc:identifier id=\"id\">https://mau.example/so-tay/to.epub</dc:identifier>",
        "<dc:language>vi</dc:language>",
        "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
        "<meta property=\"schema:accessMode\">textual</meta>",
        "<meta property=\"schema:accessibilitySummary\">",
    ] {
        assert!(package.contains(part), "{part}: {package}");
    }
}

#[test]
fn a_leak_inside_a_book_is_refused() {
    let site = Site::small();
    let private = site.read(PRIVATE);
    site.write(
        PRIVATE,
        &format!("{private}\n[[people]]\nid = \"hoa\"\nhealth = \"Dị ứng phấn hoa bưởi\"\n"),
    );
    let chapter = site.read(CHAPTER);
    site.write(CHAPTER, &format!("{chapter}\n\nDị ứng *phấn* hoa bưởi.\n"));
    let run = site.run(&["build", "--formats", "epub", "--format", "short"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stderr.contains("L001") && run.stderr.contains("so-tay/to.epub"),
        "{run:?}"
    );
    assert!(site.published().is_empty());
}
