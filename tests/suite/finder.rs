//! The search index as a visitor's browser gets it: the folding its script must repeat, what may be in it and what not.

use std::{fs, path::Path};

use binhyen::model::{fold::slug, syllable::syllables};

use crate::site::{Site, compare};

const ROSTER: &str = "data/rosters/huyen-song/xa-dong-hoa.toml";
const PART: &str = "public/tim/danh-ba/huyen-song/xa-dong-hoa.js";

/// Texts that show every rule of the folding, and some that no one should type.
const TEXTS: [&str; 44] = [
    "",
    " ",
    "Xã Xuân Hòa, huyện Thọ Xuân",
    "xa xuan hoa",
    "XÃ XUÂN HOÀ",
    "hoà hòa hoá hóa hoạ họa",
    "thuỷ thủy quì quỳ qui quý",
    "Mỹ mĩ Lý lí kỳ kì ty ti hy sỹ vỹ",
    "Tây Huỳnh Thủy Nguyễn Yên y tế Ý Y Phương",
    "khoẻ khỏe toà tòa tuý túy",
    "Đặng Đức Đạt đ/c",
    "thon5 xuanhoa kp3 Thôn05 2A",
    "0237 000 1001 +84 900.000.103 00 000",
    "D'Hén Ch’Lưng L‘ao Oʼng 'x x' a''b 5'x x'5",
    "Hoa\u{300} Xua\u{302}n O\u{302}\u{323} Tho\u{323}",
    "\u{300}a 5\u{301} b",
    "ă â đ ê ô ơ ư Ă Â Đ Ê Ô Ơ Ư",
    "ằẳẵắặ ầẩẫấậ ềểễếệ ồổỗốộ ờởỡớợ ừửữứự ỳỷỹýỵ",
    "(ngõ 12) số 3/4, tổ-dân-phố; “Tổ 2”",
    "a\u{a0}b\u{2009}c\u{200b}d\u{ad}e\tf\ng",
    "CAX UBND BCĐ ANXH",
    "café naïve señor straße ÅNGSTRÖM œuvre",
    "Пушкин 東京 ไทย ١٢ ²³ Ⅳ",
    "ﬁ ｘｕâｎ Ｈòａ",
    "İstanbul ıI ſ",
    "x-y_z.w@a.vn https://a.b/c?d=é",
    "city party sky why by my",
    "quy quyen quynh quýt quây",
    "ngy nghy gy ghy uy oy",
    "\u{345}a a\u{345}",
    "e\u{301}\u{323} o\u{31b}\u{309}",
    "đđ Đ đ\u{301}",
    "😀 thôn 5 👍🏽",
    "‘Thôn’ ’5’",
    "00012 0 000 007a",
    "Thôn 1 Thôn 10",
    "tổ bảo vệ thôn 5 xuân hòa",
    "Phó Chủ tịch UBND xã, Trưởng ban",
    "a/b\\c|d~e`f^g",
    "K\u{303}",
    "xã-Xuân–Hòa—xã",
    "ẤP ấp Ấp",
    "Quỷ quỹ quy",
    "\u{2028}dòng\u{2029}mới",
];

/// Writes what the folding gives as JSON, one text a line.
fn vectors() -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let lines = TEXTS.map(|text| {
        let found = syllables(text).into_iter().map(|one| {
            let written = quoted(&text[one.at.clone()]);
            format!("[{written},{},{}]", quoted(&one.key), quoted(&one.spelling))
        });
        let found: Vec<String> = found.collect();
        let (text, slug) = (quoted(text), quoted(&slug(text)));
        format!(
            "  {{\"text\": {text}, \"slug\": {slug}, \"syllables\": [{}]}}",
            found.join(", ")
        )
    });
    format!("[\n{}\n]\n", lines.join(",\n"))
}

#[test]
fn the_folding_is_what_its_twin_is_tested_on() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/finder/vectors.json");
    let mut problems = Vec::new();
    compare(&path, &vectors(), &mut problems);
    assert!(
        problems.is_empty(),
        "{}\nBLESS=1 rewrites it",
        problems.join("\n")
    );
}

/// Everything the index says, as one text.
fn index(site: &Site) -> String {
    let files = site
        .published()
        .into_iter()
        .filter(|(path, _)| path.starts_with("tim/"));
    let texts = files.map(|(path, bytes)| format!("{path}: {}\n", String::from_utf8_lossy(&bytes)));
    texts.collect()
}

/// Takes a surface away from every permission of a field.
fn forbid(site: &Site, field: &str, surface: &str) {
    let policy = site.read("data/publish.toml");
    let blocks: Vec<String> = policy
        .split("[[allow]]")
        .map(|block| {
            if block.contains(&format!("\"{field}\"")) {
                block
                    .replace(&format!(", \"{surface}\""), "")
                    .replace(&format!("\"{surface}\", "), "")
            } else {
                block.to_owned()
            }
        })
        .collect();
    let changed = blocks.join("[[allow]]");
    assert_ne!(changed, policy, "{field} was on {surface}");
    site.write("data/publish.toml", &changed);
}

#[test]
fn what_is_not_for_search_is_in_no_part() {
    let whole = Site::small();
    assert_eq!(whole.run(&["build"]).code, 0);
    let all = index(&whole);
    for there in ["Lê Văn Mẫu", "Nguyễn Thị Hoa", "02370001002", "02370001001"] {
        assert!(all.contains(there), "{there}");
    }
    for (field, gone) in [
        ("person.phone", "02370001002"),
        ("person.name", "Lê Văn Mẫu"),
        ("office.police_duty", "02370001001"),
    ] {
        let site = Site::small();
        forbid(&site, field, "search");
        let run = site.run(&["build", "--format", "short"]);
        assert_eq!(run.code, 0, "{field}: {run:?}");
        let found = index(&site);
        assert!(!found.contains(gone), "{field}: {gone}");
        assert!(found.contains("Thôn 1"), "{field}");
    }
}

#[test]
fn an_office_that_is_not_for_search_is_no_title_there() {
    let site = Site::small();
    site.run(&["build"]);
    let titles = |site: &Site| {
        let part = site.read(PART);
        let (_, people) = part.split_once("\"p\":").expect("people");
        let (_, person) = people.split_once("\"Lê Văn Mẫu\"").expect("someone");
        person[..person.find(']').expect("an end")]
            .matches(',')
            .count()
    };
    let before = titles(&site);
    forbid(&site, "person.offices", "search");
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(titles(&site) < before);
}

#[test]
fn a_text_may_not_carry_into_the_index_what_is_for_pages_alone() {
    let site = Site::small();
    forbid(&site, "person.name", "search");
    let page = site.read("content/pages/gioi-thieu.md");
    site.write(
        "content/pages/gioi-thieu.md",
        &format!("{page}\n## Hỏi Lê Văn Mẫu\n\nMời bà con gọi.\n"),
    );
    let run = site.run(&["build", "--format", "short"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stderr.contains("L001") && run.stderr.contains("tim/chu-"),
        "{run:?}"
    );
    assert!(run.stderr.contains(ROSTER), "{run:?}");
    assert!(!site.path("public").exists());
}

#[test]
fn a_withdrawal_empties_the_index_of_a_person() {
    let site = Site::small();
    site.run(&["build"]);
    assert!(index(&site).contains("Đỗ Thị Thử"));
    site.edit(
        ROSTER,
        "name = \"Đỗ Thị Thử\"",
        "name = \"Đỗ Thị Thử\"\nwithdrawn = 2030-01-01",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(!index(&site).contains("Đỗ Thị Thử"));
}

#[test]
fn a_name_that_collides_is_found_at_its_own_address() {
    let site = Site::small();
    site.run(&["build"]);
    let part = site.read("public/tim/noi-_.js");
    // Two of one folded name in one district carry their codes; one name in two districts needs no word about it.
    for row in [
        r#"["Xã Vĩnh Hùng",1,"xa-vinh-hung-103",0]"#,
        r#"["Xã Vĩnh Hưng",1,"xa-vinh-hung-102",0]"#,
        r#"["Xã Đông Hòa",0,0,0,"#,
        r#"["Xã Đông Hòa",1,0,"02370001001"]"#,
    ] {
        assert!(part.contains(row), "{row} in {part}");
    }
}

#[test]
fn without_the_index_the_fields_are_plain_and_every_place_is_still_two_steps_away() {
    let site = Site::small();
    assert_eq!(site.run(&["build", "--formats", "html"]).code, 0);
    assert!(!site.path("public/tim").exists());
    let page = site.read("public/tim.html");
    assert!(
        !page.contains("data-finder") && page.contains("action=\"tim.html\""),
        "{page}"
    );
    assert!(
        page.contains("href=\"danh-ba/huyen-song/xa-dong-hoa.html\">Đông Hòa</a>"),
        "{page}"
    );
    let english = fs::read_to_string(site.path("public/en/tim.html")).expect("in English too");
    assert!(
        english.contains("href=\"danh-ba/huyen-song/xa-dong-hoa.html\""),
        "{english}"
    );
}

#[test]
fn one_person_more_changes_few_files() {
    let site = Site::small();
    site.run(&["build", "--formats", "search"]);
    site.edit(ROSTER, "0237 000 1002", "0237 000 1009");
    let run = site.run(&["build", "--formats", "search"]);
    // Of the commune, the number and the name, and the catalogue in two languages.
    assert!(run.stdout.contains("ghi 5 tệp"), "{run:?}");
}
