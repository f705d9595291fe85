//! `build` as a user meets it: what it writes, what it keeps, what it refuses.

use std::{fs, path::Path, time::SystemTime};

use crate::site::{Site, files_below};

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::small();
    assert_eq!(site.run(&["build"]).code, 0);
    let time = |path: &str| {
        fs::metadata(site.path(path))
            .and_then(|m| m.modified())
            .unwrap_or(SystemTime::UNIX_EPOCH)
    };
    let page = "public/danh-ba/huyen-song/xa-dong-hoa.html";
    let before = time(page);
    let again = site.run(&["build"]);
    assert!(again.stdout.contains("ghi 0 tệp"), "{again:?}");
    assert_eq!(time(page), before);
}

#[test]
fn only_what_differs_is_written_and_what_is_stale_goes() {
    let site = Site::small();
    site.run(&["build"]);
    site.edit(
        "data/rosters/huyen-song/xa-dong-hoa.toml",
        "0237 000 1002",
        "0237 000 1009",
    );
    let run = site.run(&["build"]);
    // The commune's page and card in two languages, and the person's card; in the search index the part of the commune,
    // that of the number, that of the name, and the catalogue in two languages. Nothing else shows this number.
    assert!(run.stdout.contains("ghi 10 tệp"), "{run:?}");
    assert!(
        site.read("public/danh-ba/huyen-song/xa-dong-hoa.html")
            .contains("0237 000 1009")
    );

    fs::remove_file(site.path("content/campaign/den-ngo.md")).expect("removed");
    let run = site.run(&["build", "--lang", "en"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("A002") && run.stderr.contains("vi-binh-yen/ngon-den-dau-ngo"),
        "{run:?}"
    );
    assert!(
        site.path("public/vi-binh-yen/ngon-den-dau-ngo.html")
            .exists(),
        "the old site stays"
    );
    site.write(
        "data/moved.toml",
        "[[moved]]\nfrom = \"vi-binh-yen/ngon-den-dau-ngo\"\nto = \"vi-binh-yen\"\n",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    let redirect = site.read("public/vi-binh-yen/ngon-den-dau-ngo.html");
    assert!(redirect.contains("url=../vi-binh-yen.html"), "{redirect}");
}

#[test]
fn emptied_folders_vanish_and_foreign_files_stay() {
    let site = Site::small();
    site.run(&["build"]);
    site.write("public/google123.html", "someone's own");
    let roster = site.read("data/rosters/huyen-song/xa-dong-hoa.toml");
    fs::remove_file(site.path("data/rosters/huyen-song/xa-dong-hoa.toml")).expect("removed");
    fs::remove_file(site.path("data/private/huyen-song/xa-dong-hoa.toml")).expect("removed");
    site.edit(
        "content/pages/gioi-thieu.md",
        " và [xã Đông Hòa](../../data/rosters/huyen-song/xa-dong-hoa.toml)",
        "",
    );
    fs::remove_file(site.path("data/addresses.lock")).expect("removed");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(!site.path("public/danh-ba/huyen-song/xa-dong-hoa").exists());
    assert!(
        site.read("public/danh-ba/huyen-song/xa-dong-hoa.html")
            .contains("hưa có dữ liệu")
    );
    assert_eq!(site.read("public/google123.html"), "someone's own");
    assert!(roster.contains("thon-1"));
}

#[test]
fn a_failed_build_leaves_the_old_site_byte_for_byte() {
    let site = Site::small();
    site.run(&["build"]);
    let before = site.published();
    let broken: [(&str, &str, &str); 4] = [
        (
            "data/rosters/huyen-song/xa-dong-hoa.toml",
            "phone       = \"0237 000 1000\"",
            "phone = \"12\"",
        ),
        (
            "data/rosters/huyen-song/xa-dong-hoa.toml",
            "person = \"mau\", post",
            "person = \"mua\", post",
        ),
        (
            "content/pages/gioi-thieu.md",
            "la-gi.md#ai-lam-gi",
            "la-gi.md#ai-lam-ji",
        ),
        (
            "content/handbook/to/la-gi.md",
            "Nên hẹn giờ",
            "Gọi số riêng 0900.000.777, nên hẹn giờ",
        ),
    ];
    for (path, from, to) in broken {
        let good = site.read(path);
        site.edit(path, from, to);
        let run = site.run(&["build"]);
        assert_eq!(run.code, 1, "{path}: {run:?}");
        assert!(
            run.stderr.contains(path) || run.stderr.contains("L001"),
            "{run:?}"
        );
        assert_eq!(site.published(), before, "{path}");
        site.write(path, &good);
    }
    let left: Vec<_> = fs::read_dir(site.path(""))
        .expect("a folder")
        .filter_map(Result::ok)
        .collect();
    assert!(
        left.iter()
            .all(|entry| !entry.file_name().to_string_lossy().contains("binhyen-")),
        "{left:?}"
    );
}

#[test]
fn a_photo_must_stand_beside_its_post() {
    let site = Site::small();
    let photo =
        r#"photo = { file = "den.svg", alt = "Ngõ", credit = "Lê Mẫu", consent = 2008-06-01 }"#;
    site.edit(
        "content/campaign/den-ngo.md",
        "title = ",
        &format!("{photo}\ntitle = "),
    );
    site.write("content/campaign/den-1.svg", "<svg/>");
    let run = site.run(&["check", "--lang", "en"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("A009") && run.stderr.contains("did you mean `den-1.svg`?"),
        "{run:?}"
    );
    site.write("content/campaign/den.svg", "<svg/>");
    assert_eq!(site.run(&["check"]).code, 0);
}

#[test]
fn an_output_folder_that_is_not_ours_is_refused() {
    let site = Site::small();
    site.write("keep/me.txt", "mine");
    for out in [
        "keep",
        ".",
        "..",
        "data",
        "content/x",
        "themes",
        "data/site.toml",
    ] {
        let run = site.run(&["build", "--out", out]);
        assert_eq!(run.code, 2, "{out}: {run:?}");
        assert!(
            run.stderr.contains("--out") || run.stderr.contains("thư mục"),
            "{out}: {run:?}"
        );
    }
    assert_eq!(site.read("keep/me.txt"), "mine");
    assert!(site.path("data/site.toml").exists());
    assert_eq!(site.run(&["build", "--out", "elsewhere/site"]).code, 0);
    assert!(site.path("elsewhere/site/index.html").exists());
}

#[test]
fn the_lock_keeps_addresses_and_locked_refuses_new_ones() {
    let site = Site::small();
    assert_eq!(site.run(&["build", "--locked"]).code, 1);
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(site.run(&["build", "--locked"]).code, 0);
    let lock = site.read("data/addresses.lock");
    assert!(
        lock.contains("\"danh-ba/huyen-song/xa-vinh-hung-102\" = \"ba-cap:102\""),
        "{lock}"
    );
    assert!(
        lock.contains("\"danh-ba/huyen-song/xa-vinh-hung-103\" = \"ba-cap:103\""),
        "{lock}"
    );
    assert!(
        lock.contains("\"danh-ba/huyen-song/xa-dong-hoa\" = \"ba-cap:101\""),
        "{lock}"
    );
    // A later namesake takes a code; the address that was given stays.
    site.edit("data/places/ba-cap.toml", "\"Phường Bến\"", "\"Phường Bến\", parent = \"10\" },\n  { code = \"105\", kind = \"xa\", name = \"Xã Đông Hoà\"");
    assert_eq!(site.run(&["build"]).code, 0);
    let lock = site.read("data/addresses.lock");
    assert!(
        lock.contains("\"danh-ba/huyen-song/xa-dong-hoa\" = \"ba-cap:101\""),
        "{lock}"
    );
    assert!(
        lock.contains("\"danh-ba/huyen-song/xa-dong-hoa-105\" = \"ba-cap:105\""),
        "{lock}"
    );
}

#[test]
fn the_same_bytes_on_any_thread_count_in_any_folder() {
    let (one, many) = (Site::small(), Site::small());
    assert_eq!(one.run(&["build", "--threads", "1"]).code, 0);
    assert_eq!(
        many.run(&["build", "--threads", "7", "--out", "elsewhere"])
            .code,
        0
    );
    fs::rename(many.path("elsewhere"), many.path("public")).expect("renamed");
    assert_eq!(one.published(), many.published());
}

#[test]
fn the_same_bytes_whatever_order_the_files_were_made_in() {
    let (forth, back) = (Site::small(), Site::small());
    let sources = files_below(&forth.path(""));
    // A folder lists its files in an order that depends on when each was made.
    for path in sources.iter().rev() {
        let bytes = fs::read(back.path(path)).expect("readable");
        fs::remove_file(back.path(path)).expect("removed");
        back.write("zz-tam", "");
        back.write_bytes(path, &bytes);
    }
    fs::remove_file(back.path("zz-tam")).expect("removed");
    // Tables of a scheme stand in another order; what is published does not depend on it.
    let (a, b) = ("data/places/ba-cap.toml", "data/places/hai-cap.toml");
    let (first, second) = (back.read(a), back.read(b));
    back.write(a, &second).write(b, &first);
    assert_eq!(forth.run(&["build"]).code, 0);
    let run = back.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(forth.published(), back.published());
}

#[test]
fn an_atomic_build_exchanges_the_trees_and_keeps_foreign_files() {
    let site = Site::small();
    site.run(&["build"]);
    site.write("public/own.txt", "mine");
    site.edit(
        "data/rosters/huyen-song/xa-dong-hoa.toml",
        "0237 000 1002",
        "0237 000 1009",
    );
    let run = site.run(&["build", "--atomic"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        site.read("public/danh-ba/huyen-song/xa-dong-hoa.html")
            .contains("0237 000 1009")
    );
    assert_eq!(site.read("public/own.txt"), "mine");
    let run = site.run(&["build"]);
    assert!(run.stdout.contains("ghi 0 tệp"), "{run:?}");
}

#[test]
fn what_a_killed_build_left_is_repaired() {
    let site = Site::small();
    site.run(&["build"]);
    let good = site.published();
    // A staging folder, a torn manifest, a page that never made it, and one of an older build.
    site.write(".public.binhyen-staging/x.html", "half");
    let manifest = site.read("public/.binhyen");
    let torn = manifest.find("en/danh-ba/").expect("listed") + "en/danh-ba".len();
    site.write("public/.binhyen", &manifest[..torn]);
    fs::remove_file(site.path("public/danh-ba.html")).expect("removed");
    site.write("public/index.html", "old");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(site.published(), good);
    assert!(!site.path(".public.binhyen-staging").exists());
}

#[test]
fn a_site_overrides_one_template_and_a_broken_one_is_pointed_at() {
    let site = Site::small();
    site.write(
        "themes/default/templates/not-found.html",
        "<p>{{ p.titel }}</p>",
    );
    let run = site.run(&["build", "--lang", "en"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr
            .contains("themes/default/templates/not-found.html:1:"),
        "{run:?}"
    );
    site.write(
        "themes/default/templates/not-found.html",
        "<p>{{ p.title }}</p>",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.read("public/404.html").starts_with("<p>"));
}

#[test]
fn the_feed_is_well_formed_and_all_its_addresses_are_whole() {
    let campaign = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/campaign/site");
    let site = Site::copy_of(&campaign);
    assert_eq!(site.run(&["build"]).code, 0);
    for path in ["vi-binh-yen/feed.xml", "en/vi-binh-yen/feed.xml"] {
        let feed = site.read(&format!("public/{path}"));
        let mut open = Vec::new();
        for tag in feed
            .split('<')
            .skip(2)
            .filter_map(|rest| rest.split('>').next())
        {
            let name = tag.split([' ', '/']).find(|name| !name.is_empty());
            if tag.starts_with('/') {
                assert_eq!(open.pop(), name, "{path}: {tag}");
            } else if !tag.ends_with('/') {
                open.push(name.expect("a name"));
            }
        }
        assert!(open.is_empty(), "{path}: {open:?}");
        for name in ["href=", "src="] {
            for rest in feed.split(name).skip(1) {
                let value = rest.trim_start_matches("&quot;").trim_start_matches('"');
                assert!(
                    value.starts_with("https://mau.example/"),
                    "{path}: {value:.60}"
                );
            }
        }
    }
    let post = "content/campaign/den.md";
    let before = site.read("public/vi-binh-yen/feed.xml");
    assert!(
        before.contains("<updated>2025-07-10T00:00:00+07:00</updated>"),
        "{before}"
    );
    site.edit(post, "date = 2025-07-10", "date = 2025-07-11");
    assert_eq!(site.run(&["build", "--locked"]).code, 0);
    let after = site.read("public/vi-binh-yen/feed.xml");
    assert!(
        after.contains("<updated>2025-07-11T00:00:00+07:00</updated>"),
        "{after}"
    );
}
