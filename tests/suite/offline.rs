//! The worker that keeps pages: what it is told of the build, and which pages tell it to keep them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::site::{Site, files_below};

const ROSTER: &str = "data/rosters/huyen-song/xa-dong-hoa.toml";

fn build(site: &Site) {
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
}

/// What the worker is told, and the worker.
fn worker(site: &Site) -> (Value, String) {
    let text = site.read("public/sw.js");
    let (first, rest) = text.split_once('\n').expect("two parts");
    let json = first.strip_prefix("const BUILD = ").expect("the build");
    let json = json.strip_suffix(';').expect("a statement");
    (serde_json::from_str(json).expect("JSON"), rest.to_owned())
}

fn texts(list: &Value) -> Vec<&str> {
    let list = list.as_array().expect("a list");
    list.iter().filter_map(Value::as_str).collect()
}

#[test]
fn it_is_told_what_every_page_needs_and_what_makes_up_each_handbook() {
    let site = Site::small();
    build(&site);
    let made: BTreeSet<String> = files_below(&site.path("public")).into_iter().collect();
    let (told, source) = worker(&site);
    assert_eq!(
        source,
        include_str!("../../themes/default/assets/sw.js"),
        "as it is written"
    );
    let page = site.read("public/danh-ba/huyen-song/xa-dong-hoa.html");
    let assets = texts(&told["assets"]);
    for path in page
        .split("../../assets/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        assert!(assets.contains(&&*format!("assets/{path}")), "{path}");
    }
    assert_eq!(told["saved"][""], "da-luu.html");
    assert_eq!(told["saved"]["en/"], "en/da-luu.html");
    let book = &told["books"]["so-tay/to.html"];
    assert_eq!(
        texts(&book["files"]),
        ["so-tay/to/to-la-gi.html", "so-tay/to.html"],
        "the contents come last: they say that the copy is whole"
    );
    let books = told["books"].as_object().expect("books").values();
    let files = books.flat_map(|book| texts(&book["files"]));
    for path in files.chain(assets.iter().copied()) {
        assert!(made.contains(path), "{path} is published");
    }
}

#[test]
fn another_page_is_another_build_and_a_handbook_stays_the_same() {
    let site = Site::small();
    build(&site);
    let (before, _) = worker(&site);
    build(&site);
    assert_eq!(worker(&site).0, before, "the same site, the same worker");
    site.edit(ROSTER, "0237 000 1002", "0237 000 1009");
    build(&site);
    let (after, _) = worker(&site);
    assert_ne!(after["version"], before["version"]);
    assert_eq!(after["books"], before["books"]);
    let chapter = site.read("content/handbook/to/la-gi.md");
    site.write(
        "content/handbook/to/la-gi.md",
        &format!("{chapter}\nThêm một câu.\n"),
    );
    build(&site);
    let book = |told: &Value| told["books"]["so-tay/to.html"]["hash"].clone();
    assert_ne!(book(&worker(&site).0), book(&after));
}

#[test]
fn pages_of_a_roster_name_its_commune_and_others_do_not() {
    let site = Site::small();
    build(&site);
    let commune = |path: &str| {
        let text = site.read(&format!("public/{path}"));
        let rest = text.split(" data-commune=\"").nth(1);
        rest.and_then(|rest| rest.split('"').next().map(str::to_owned))
    };
    let of = |path| commune(path).unwrap_or_default();
    assert_eq!(
        of("danh-ba/huyen-song/xa-dong-hoa.html"),
        "xa-dong-hoa.html"
    );
    assert_eq!(
        of("danh-ba/huyen-song/xa-dong-hoa/thon-1.html"),
        "../xa-dong-hoa.html"
    );
    for path in ["index.html", "danh-ba/huyen-song.html", "so-tay/to.html"] {
        assert_eq!(commune(path), None, "{path}");
    }
    let absent = "danh-ba/huyen-song/phuong-ben.html";
    assert_eq!(commune(absent), None, "nobody to keep on it");
}

#[test]
fn the_page_of_what_is_kept_is_for_readers_and_not_for_search_engines() {
    let site = Site::small();
    build(&site);
    let page = site.read("public/da-luu.html");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page.contains("href=\"tel:113\""), "{page}");
    assert!(!site.read("public/sitemap.xml").contains("da-luu"));
}

#[test]
fn words_are_escaped_and_a_theme_may_bring_its_own_worker() {
    let site = Site::small();
    let words = "not_saved = 'Mất mạng \"rồi\" \\ </script>'\n";
    site.write("themes/default/i18n/vi.toml", words);
    site.write("themes/default/assets/sw.js", "// của riêng\n");
    build(&site);
    let (told, source) = worker(&site);
    assert_eq!(source, "// của riêng\n");
    let sorry = told["sorry"].as_str().expect("words");
    assert!(
        sorry.starts_with("Mất mạng \"rồi\" \\ </script> ") && sorry.ends_with("113."),
        "{sorry}"
    );
    let assets = files_below(&site.path("public/assets"));
    assert!(
        !assets.iter().any(|path| path.starts_with("sw.")),
        "{assets:?}"
    );
}

#[test]
fn without_pages_there_is_nothing_to_keep() {
    let site = Site::small();
    assert_eq!(site.run(&["build", "--formats", "card"]).code, 0);
    assert!(!site.path("public/sw.js").exists());
}
