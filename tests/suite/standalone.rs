//! The whole commune in one file: needs no other file, holds everyone its pages hold, and shows less where it must.

use std::collections::BTreeSet;

use crate::site::{Site, files_below};

const FILE: &str = "public/danh-ba/huyen-song/xa-dong-hoa.don.html";

fn built() -> Site {
    let site = Site::small();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    site
}

/// The values of an attribute, in order.
fn values<'t>(text: &'t str, attribute: &str) -> Vec<&'t str> {
    let open = format!(" {attribute}=\"");
    let found = text.split(&*open).skip(1);
    found.filter_map(|rest| rest.split('"').next()).collect()
}

/// What stands between two marks, the first time.
fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let rest = text.split(open).nth(1).unwrap_or_default();
    rest.split(close).next().unwrap_or_default()
}

#[test]
fn nothing_beside_it_is_needed_and_every_link_leads_somewhere() {
    let site = built();
    for path in [FILE, "public/en/danh-ba/huyen-song/xa-dong-hoa.don.html"] {
        let text = site.read(path);
        let ids = values(&text, "id");
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{path}: {ids:?}");
        assert_eq!(values(&text, "src"), [""; 0], "{path}");
        let links = values(&text, "href");
        assert!(links.len() > 20, "{path}: {links:?}");
        for link in links {
            let inside = link.strip_prefix('#').is_some_and(|id| once.contains(id));
            let leaves = link.starts_with("https://mau.example/");
            let calls = link.starts_with("tel:") || link.starts_with("mailto:");
            assert!(
                inside || leaves || calls || link == "data:,",
                "{path}: {link}"
            );
        }
        assert!(
            !text.contains("<script") && !text.contains("@import"),
            "{path}"
        );
        assert!(text.contains("<meta name=\"robots\" content=\"noindex\">"));
    }
}

#[test]
fn its_policy_allows_its_own_style_and_nothing_else() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};
    let text = built().read(FILE);
    let style = between(&text, "<style>", "</style>");
    assert!(style.contains(".folk") && style.contains(".sos"), "{style}");
    assert!(!style.contains(".camp"), "rules of other pages stay away");
    let hash = STANDARD.encode(Sha256::digest(style));
    let policy = between(&text, "Content-Security-Policy\" content=\"", "\"");
    assert_eq!(
        policy,
        format!(
            "default-src 'none';style-src 'sha256-{hash}';img-src data:;form-action 'none';base-uri 'none'"
        )
    );
}

#[test]
fn everyone_on_the_pages_is_in_it_and_each_leads_to_it() {
    let site = built();
    let whole = site.read(FILE);
    let pages = files_below(&site.path("public/danh-ba/huyen-song/xa-dong-hoa"));
    let units: Vec<&String> = pages
        .iter()
        .filter(|path| path.ends_with(".html"))
        .collect();
    assert!(units.len() > 2, "{units:?}");
    for unit in units {
        let page = site.read(&format!("public/danh-ba/huyen-song/xa-dong-hoa/{unit}"));
        assert!(
            page.contains("href=\"../xa-dong-hoa.don.html\" download>"),
            "{unit}"
        );
        let names = page.split("<h3 class=\"name\">").skip(1);
        for name in names.filter_map(|rest| rest.split('<').next()) {
            assert!(whole.contains(name), "{name} of {unit}");
        }
        let anchor = unit.trim_end_matches(".html");
        assert!(whole.contains(&format!("href=\"#o-{anchor}\"")), "{unit}");
    }
    let commune = site.read("public/danh-ba/huyen-song/xa-dong-hoa.html");
    assert!(commune.contains("href=\"xa-dong-hoa.don.html\" download>"));
    for wanted in [
        "Kiểm tra lại trước",
        "Dữ liệu mẫu:",
        "href=\"tel:113\"",
        ">https://mau.example/danh-ba/huyen-song/xa-dong-hoa.html</a>",
    ] {
        assert!(whole.contains(wanted), "{wanted} in {whole}");
    }
    let map = site.read("public/sitemap.xml");
    assert!(map.contains("xa-dong-hoa.html") && !map.contains(".don."));
}

#[test]
fn it_shows_what_may_stand_on_pages_and_in_exports_both() {
    const GIVEN: &str = "needs    = \"consent\"\nsurfaces = [\"page\", \"print\"]";
    let phone = "0900 000 101";
    let page = "public/danh-ba/huyen-song/xa-dong-hoa/thon-1.html";
    let with = |surfaces: &str| {
        let site = Site::small();
        let given = format!("needs    = \"consent\"\nsurfaces = [{surfaces}]");
        site.edit("data/publish.toml", GIVEN, &given);
        let run = site.run(&["build"]);
        assert_eq!(run.code, 0, "{run:?}");
        (
            site.read(page).contains(phone),
            site.read(FILE).contains(phone),
        )
    };
    assert_eq!(with("\"page\", \"print\""), (true, false));
    assert_eq!(with("\"export\", \"print\""), (false, false));
    assert_eq!(with("\"page\", \"export\""), (true, true));
    let site = built();
    let whole = site.read(FILE);
    let row = between(&whole, "Đỗ Thị Thử</p>", "</li>");
    assert!(
        row.contains("Số máy không công khai") && row.contains("Gọi trực ban"),
        "{row}"
    );
}

#[test]
fn a_decision_for_pages_alone_stays_on_pages() {
    let site = built();
    let page = "public/danh-ba/huyen-song/xa-dong-hoa.html";
    assert!(site.read(page).contains("Quyết định 15/QĐ-UBND"));
    assert!(site.read(FILE).contains("Quyết định 15/QĐ-UBND"));
    site.edit(
        "data/publish.toml",
        "field    = \"decision\"\nsurfaces = [\"page\", \"search\", \"export\", \"print\"]",
        "field    = \"decision\"\nsurfaces = [\"page\"]",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.read(page).contains("Quyết định 15/QĐ-UBND"));
    assert!(!site.read(FILE).contains("15/QĐ-UBND"));
}
