//! Social cards: which pages have one, what it costs to keep them, and what may not be on them.

use std::{collections::BTreeMap, fs, time::SystemTime};

use crate::site::{Site, files_below};

/// When each card was written.
fn written(site: &Site) -> BTreeMap<String, SystemTime> {
    let public = site.path("public");
    files_below(&public)
        .into_iter()
        .filter(|path| path.ends_with(".png"))
        .map(|path| {
            let modified = fs::metadata(public.join(&path)).and_then(|found| found.modified());
            (path, modified.expect("a time"))
        })
        .collect()
}

/// The paths of the cards whose times differ.
fn changed(
    before: &BTreeMap<String, SystemTime>,
    after: &BTreeMap<String, SystemTime>,
) -> Vec<String> {
    assert!(before.keys().eq(after.keys()));
    let differ = after.iter().filter(|(path, time)| before[*path] != **time);
    differ.map(|(path, _)| path.clone()).collect()
}

const COMMUNE: &str = "danh-ba/huyen-song/xa-dong-hoa";

#[test]
fn a_page_with_a_card_names_it_and_others_do_not() {
    let site = Site::small();
    assert_eq!(site.run(&["build"]).code, 0);
    for (page, stem) in [
        ("vi-binh-yen", "vi-binh-yen"),
        (
            "vi-binh-yen/ngon-den-dau-ngo",
            "vi-binh-yen/ngon-den-dau-ngo",
        ),
        ("so-tay/to", "so-tay/to"),
        (COMMUNE, COMMUNE),
        (
            "en/danh-ba/huyen-song/xa-dong-hoa",
            "en/danh-ba/huyen-song/xa-dong-hoa",
        ),
    ] {
        let html = site.read(&format!("public/{page}.html"));
        let tag = format!(r#"<meta property="og:image" content="https://mau.example/{stem}.png">"#);
        assert!(html.contains(&tag), "{page}: {html}");
        assert!(html.contains(r#"<meta name="twitter:card" content="summary_large_image">"#));
        // Width and height stand in the first chunk.
        let png = fs::read(site.path(&format!("public/{stem}.png"))).expect("a card");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        let sides = format!(
            "<meta property=\"og:image:width\" content=\"{}\">\n<meta property=\"og:image:height\" content=\"{}\">",
            side(16),
            side(20)
        );
        assert!(html.contains(&sides), "{page}: {sides}");
    }
    for page in [
        "index",
        "danh-ba",
        "danh-ba/huyen-song",
        "danh-ba/huyen-song/xa-dong-hoa/thon-1",
    ] {
        let html = site.read(&format!("public/{page}.html"));
        assert!(
            !html.contains("og:image") && !html.contains("twitter:card"),
            "{page}"
        );
        assert!(!site.path(&format!("public/{page}.png")).exists(), "{page}");
    }
}

#[test]
fn a_second_build_paints_no_card_and_a_title_repaints_its_own() {
    let site = Site::small();
    site.run(&["build"]);
    let first = written(&site);
    assert!(first.len() > 8, "{first:?}");
    // A card that was painted would be compared by the hash of its bytes; with a wrong one it would be written again.
    let manifest = site.read("public/.binhyen");
    let unpainted: String = manifest
        .lines()
        .map(|line| match line.split_once(':') {
            Some((hash, rest)) if line.ends_with(".png") => {
                format!("{}:{rest}\n", hash.replace(|_| true, "0"))
            }
            _ => format!("{line}\n"),
        })
        .collect();
    assert_ne!(manifest, unpainted);
    site.write("public/.binhyen", &unpainted);
    let again = site.run(&["build"]);
    assert!(again.stdout.contains("ghi 0 tệp"), "{again:?}");
    assert_eq!(changed(&first, &written(&site)), [""; 0]);

    site.edit(
        "content/campaign/den-ngo.md",
        "Ngọn đèn đầu ngõ",
        "Ngọn đèn đầu ngõ nhỏ",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(
        changed(&first, &written(&site)),
        ["vi-binh-yen/ngon-den-dau-ngo.png"]
    );
}

#[test]
fn a_card_that_was_touched_or_is_of_an_older_build_is_made_again() {
    let site = Site::small();
    site.run(&["build"]);
    let good = site.published();
    let card = format!("public/{COMMUNE}.png");
    site.write(&card, "someone's own");
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(site.published(), good);
    // A manifest without keys, as older versions wrote it: everything is made, and nothing differs.
    let manifest = site.read("public/.binhyen");
    let older: String = manifest
        .lines()
        .map(|line| match line.split_once(' ') {
            Some((hash, rest)) => {
                format!("{} {rest}\n", hash.split(':').next().unwrap_or_default())
            }
            None => format!("{line}\n"),
        })
        .collect();
    assert!(!older.contains(':') && manifest.contains(':'));
    site.write("public/.binhyen", &older);
    let run = site.run(&["build"]);
    assert!(run.stdout.contains("ghi 0 tệp"), "{run:?}");
    assert_eq!(site.read("public/.binhyen"), manifest);
}

#[test]
fn a_value_that_has_become_private_stops_a_card_that_is_kept() {
    let site = Site::small();
    site.run(&["build", "--formats", "card"]);
    let before = site.published();
    // The words of a title, now somebody's secret.
    site.edit(
        "data/private/huyen-song/xa-dong-hoa.toml",
        "Đang chữa bệnh dài ngày",
        "Ngọn đèn đầu ngõ",
    );
    let run = site.run(&["build", "--formats", "card", "--format", "short"]);
    assert!(
        run.stderr.contains("L001") && run.stderr.contains(".png"),
        "{run:?}"
    );
    assert_eq!(site.published(), before);
}

#[test]
fn formats_are_chosen_by_name() {
    let site = Site::small();
    site.run(&["build"]);
    let all = files_below(&site.path("public"));
    assert_eq!(site.run(&["build", "--formats", "html"]).code, 0);
    let html = files_below(&site.path("public"));
    let left_out = |path: &&String| {
        path.ends_with(".png") && !path.starts_with("assets/")
            || path.ends_with("feed.xml")
            || path.ends_with(".vcf")
            || path.starts_with("tim/")
            || path.ends_with(".don.html")
            || path.ends_with(".epub")
            || path.ends_with(".docx")
    };
    let rest: Vec<&String> = all.iter().filter(|path| !left_out(path)).collect();
    assert!(html.iter().eq(rest));
    assert!(
        !site
            .read(&format!("public/{COMMUNE}.html"))
            .contains("og:image")
    );
    assert_eq!(
        site.run(&[
            "build",
            "--formats",
            "vcf,card,html,feed,search,don,epub,docx"
        ])
        .code,
        0
    );
    assert_eq!(files_below(&site.path("public")), all);
    let run = site.run(&["build", "--formats", "html,cart"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("`cart`") && run.stderr.contains("`card`?"),
        "{run:?}"
    );
}
