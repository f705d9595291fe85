//! The whole site in one archive: every file as it is published, sums that are right, the same bytes every time.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::site::Site;

const NAME: &str = "tron-bo.zip";
const PRIVATE: &str = "data/private/huyen-song/xa-dong-hoa.toml";

fn built(arguments: &[&str]) -> Site {
    let site = Site::small();
    let run = site.run(&[&["build", "--bundle"], arguments].concat());
    assert_eq!(run.code, 0, "{run:?}");
    site
}

fn files(site: &Site) -> BTreeMap<String, Vec<u8>> {
    site.published().into_iter().collect()
}

/// The entries of an archive, in their order.
fn entries(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut entries = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("whole");
        entries.push((entry.name().expect("a name").into_owned(), bytes));
    }
    entries
}

#[test]
fn the_whole_site_is_in_it_and_every_sum_is_right() {
    let files = files(&built(&[]));
    let entries = entries(&files[NAME]);
    let names: Vec<&str> = entries.iter().map(|(name, _)| &**name).collect();
    let left_out = [NAME, "robots.txt", "sitemap.xml", "sw.js"];
    let mut wanted: Vec<&str> = files.keys().map(|path| &**path).collect();
    wanted.retain(|path| !left_out.contains(path) && !path.starts_with("sitemap-"));
    wanted.insert(0, "BAT-DAU.html");
    wanted.push("SHA256SUMS");
    assert_eq!(names, wanted);
    let home = String::from_utf8(files["index.html"].clone()).expect("UTF-8");
    assert!(home.contains("href=\"https://mau.example/tron-bo.zip\""));
    assert!(names.contains(&"so-tay/to.epub") && names.iter().any(|name| name.starts_with("tim/")));
    for (name, bytes) in &entries {
        if let Some(published) = files.get(name) {
            assert!(bytes == published, "{name}");
        }
    }
    let (sums, rest) = entries.split_last().expect("entries");
    let sums = String::from_utf8(sums.1.clone()).expect("UTF-8");
    let told: Vec<(&str, &str)> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .collect();
    assert_eq!(told.len(), rest.len());
    for ((sum, path), (name, bytes)) in told.iter().zip(rest) {
        let own: String = Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!((*path, *sum), (&**name, &*own));
    }
}

#[test]
fn the_start_page_leads_into_the_site() {
    let files = files(&built(&[]));
    let entries = entries(&files[NAME]);
    let start = String::from_utf8(entries[0].1.clone()).expect("UTF-8");
    assert!(
        start.contains("<html lang=\"vi\">") && start.contains("Mở trang chủ"),
        "{start}"
    );
    let links: Vec<&str> = start
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(
        links.contains(&"index.html") && links.contains(&"en/index.html"),
        "{links:?}"
    );
    for link in links {
        assert!(files.contains_key(link), "{link}");
    }
}

#[test]
fn the_same_site_makes_the_same_archive_and_one_that_stands_is_kept() {
    let (one, other) = (built(&["--threads", "1"]), built(&["--threads", "4"]));
    let first = files(&one);
    assert!(first[NAME] == files(&other)[NAME]);
    let run = one.run(&["build", "--bundle"]);
    assert!(run.stdout.contains("ghi 0 tệp"), "{run:?}");
    assert!(files(&one) == first);
    // Another page, another archive; without the option none.
    one.edit(
        "content/pages/gioi-thieu.md",
        "Trang mẫu, theo",
        "Thêm. Trang mẫu, theo",
    );
    assert_eq!(one.run(&["build", "--bundle"]).code, 0);
    assert!(files(&one)[NAME] != first[NAME]);
    assert_eq!(one.run(&["build"]).code, 0);
    assert!(!files(&one).contains_key(NAME));
}

#[test]
fn a_leak_leaves_the_archive_that_stands_as_it_is() {
    let site = built(&[]);
    let before = files(&site);
    let private = site.read(PRIVATE);
    site.write(
        PRIVATE,
        &format!("{private}\n[[people]]\nid = \"hoa\"\nhealth = \"Dị ứng phấn hoa bưởi\"\n"),
    );
    site.edit(
        "content/pages/gioi-thieu.md",
        "+++\n\n",
        "+++\n\nDị ứng phấn hoa bưởi. ",
    );
    let run = site.run(&["build", "--bundle", "--format", "short"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("L001"), "{run:?}");
    assert!(files(&site) == before);
}
