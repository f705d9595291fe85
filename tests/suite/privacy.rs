//! Private by construction and by proof: canaries in every private field, and everything that tries to get them out.

use crate::site::Site;

const ROSTER: &str = "data/rosters/huyen-song/xa-dong-hoa.toml";
const PRIVATE: &str = "data/private/huyen-song/xa-dong-hoa.toml";

/// One in every private text field, and how it may be written elsewhere.
const CANARIES: [(&str, &str, &str); 6] = [
    ("national_id", "038099887766", "038 099 887 766"),
    (
        "home",
        "Số nhà 41, ngách Cây Đa Cụt",
        "so nha 41 NGÁCH cay da cut",
    ),
    ("phone", "0900 000 781", "+84 900.000.781"),
    (
        "email",
        "chim.hoang.yen@mau.example",
        "CHIM.hoang.yen@mau.example",
    ),
    ("health", "Dị ứng phấn hoa bưởi", "dị ứng phấn hoa bưởi"),
    (
        "note",
        "Con ruột ông hàng xóm tên Mít",
        "con ruot ong hang xom ten mit",
    ),
];

fn with_canaries() -> Site {
    let site = Site::small();
    let fields: String = CANARIES
        .iter()
        .map(|(key, value, _)| format!("{key} = \"{value}\"\n"))
        .collect();
    let private = site.read(PRIVATE);
    site.write(
        PRIVATE,
        &format!(
            "{private}\n[[people]]\nid = \"hoa\"\nborn = 1971-09-09\nresident = true\n{fields}"
        ),
    );
    site
}

#[test]
fn no_private_value_is_in_any_output() {
    let site = with_canaries();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    let values = CANARIES.iter().map(|(_, value, _)| *value).chain([
        "1971",
        "09/9/1971",
        "0900 000 777",
        "Trịnh Văn Ẩn",
        "0900 000 103",
        "900000103",
    ]);
    for value in values {
        for (path, bytes) in site.published() {
            assert!(
                !String::from_utf8_lossy(&bytes).contains(value),
                "{value} in {path}"
            );
        }
    }
}

#[test]
fn a_text_that_repeats_a_private_value_fails_the_build_and_never_names_it() {
    for (key, value, written) in CANARIES {
        let site = with_canaries();
        let page = site.read("content/pages/gioi-thieu.md");
        site.write(
            "content/pages/gioi-thieu.md",
            &format!("{page}\nXem {written}.\n"),
        );
        let run = site.run(&["build", "--format", "short"]);
        assert_eq!(run.code, 1, "{key}: {run:?}");
        assert!(
            run.stderr.contains("L001") && run.stderr.contains(PRIVATE),
            "{key}: {run:?}"
        );
        assert!(
            !run.stderr.contains(value) && !run.stderr.contains(written),
            "{key}: {run:?}"
        );
        assert!(!site.path("public").exists(), "{key}");
    }
}

#[test]
fn a_template_that_tries_fails_the_build() {
    let site = with_canaries();
    let base = include_str!("../../themes/default/templates/not-found.html");
    site.write(
        "themes/default/templates/not-found.html",
        &base.replacen("<h1", "<b>0900</b> 000 <i>781</i><h1", 1),
    );
    let run = site.run(&["build", "--lang", "en"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stderr.contains("L001") && run.stderr.contains("404.html"),
        "{run:?}"
    );
}

#[test]
fn a_phone_without_consent_or_basis_is_watched_like_a_private_one() {
    let site = Site::small();
    // Phạm Ví Dụ gave no consent: the page says so, and nobody may print the number.
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0);
    let page = site.read("public/danh-ba/huyen-song/xa-dong-hoa/thon-1.html");
    assert!(
        page.contains("Phạm Ví Dụ") && page.contains("không công khai"),
        "{page}"
    );
    let text = site.read("content/campaign/den-ngo.md");
    site.write(
        "content/campaign/den-ngo.md",
        &format!("{text}\nGọi 0900.000.102 nhé.\n"),
    );
    assert_eq!(site.run(&["build"]).code, 1);
}

#[test]
fn withdrawal_works_at_once() {
    let site = Site::small();
    site.run(&["build"]);
    assert!(
        site.read("public/danh-ba/huyen-song/xa-dong-hoa/thon-1.html")
            .contains("Đỗ Thị Thử")
    );
    site.edit(
        ROSTER,
        "name = \"Đỗ Thị Thử\"",
        "name = \"Đỗ Thị Thử\"\nwithdrawn = 2030-01-01",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    for (path, bytes) in site.published() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("Đỗ Thị Thử") && !text.contains("0900 000 101"),
            "{path}"
        );
    }
}

#[test]
fn without_the_private_folder_a_build_works() {
    let site = Site::small();
    std::fs::remove_dir_all(site.path("data/private")).expect("removed");
    assert_eq!(site.run(&["build"]).code, 0);
}

#[test]
fn without_a_policy_nothing_is_public() {
    let site = Site::small();
    std::fs::remove_file(site.path("data/publish.toml")).expect("removed");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    for (path, bytes) in site.published() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("Lê Văn Mẫu") && !text.contains("0237 000 1001"),
            "{path}"
        );
    }
}

#[test]
fn a_rule_over_a_private_attribute_shows_no_value() {
    let site = Site::small();
    let run = site.run(&["check", "--format", "short", "--lang", "en"]);
    let line = run
        .stdout
        .lines()
        .find(|line| line.contains("mau/M4"))
        .unwrap_or_default();
    assert!(!line.is_empty(), "{run:?}");
    assert!(!line.contains("1995") && !line.contains("13"), "{line}");
}
