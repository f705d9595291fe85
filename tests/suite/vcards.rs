//! Contact cards: who has one, what stands on it, and what may not.

use std::collections::BTreeMap;

use crate::site::Site;

const ROSTER: &str = "data/rosters/huyen-song/xa-dong-hoa.toml";
const COMMUNE: &str = "danh-ba/huyen-song/xa-dong-hoa";

/// The properties of each card of a file, read as RFC 2426 says: lines of 75 bytes at most, unfolded. Values stay escaped.
fn cards(text: &str) -> Vec<BTreeMap<String, String>> {
    assert!(
        text.lines().all(|line| line.len() <= 75),
        "a line is too long: {text}"
    );
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let mut cards = Vec::new();
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').expect("a property");
        let name = name.split(';').next().unwrap_or_default();
        match name {
            "BEGIN" => cards.push(BTreeMap::new()),
            "END" => {}
            _ => {
                let card: &mut BTreeMap<_, _> = cards.last_mut().expect("an open card");
                assert!(card.insert(name.to_owned(), value.to_owned()).is_none());
            }
        }
    }
    assert_eq!(text.matches("END:VCARD\r\n").count(), cards.len());
    cards
}

fn built() -> Site {
    let site = Site::small();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    site
}

fn names(cards: &[BTreeMap<String, String>]) -> Vec<&str> {
    cards.iter().map(|card| &*card["FN"]).collect()
}

#[test]
fn every_card_is_whole() {
    let site = built();
    let files = site.published();
    let mut seen = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".vcf")) {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let cards = cards(&text);
        assert!(!cards.is_empty(), "{path}");
        for card in cards {
            seen += 1;
            for name in [
                "VERSION", "N", "FN", "ORG", "TEL", "NOTE", "URL", "UID", "REV",
            ] {
                assert!(!card[name].is_empty(), "{name} in {path}");
            }
            assert_eq!(card["VERSION"], "3.0");
            assert_eq!(card["N"].matches(';').count(), 4, "{path}");
            assert_eq!(card["REV"], "2008-07-15T00:00:00Z");
            let page = card["URL"]
                .strip_prefix("https://mau.example/")
                .expect("of the site");
            assert!(files.iter().any(|(path, _)| path == page), "{page}");
        }
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn a_commune_a_village_and_a_person_have_cards() {
    let site = built();
    let commune = cards(&site.read(&format!("public/{COMMUNE}.vcf")));
    assert_eq!(
        names(&commune),
        [
            "Trực ban Công an xã Đông Hòa",
            "Văn phòng UBND xã Đông Hòa",
            "Lê Văn Mẫu"
        ]
    );
    let one = site.read(&format!("public/{COMMUNE}/so/mau.vcf"));
    let person = cards(&one).remove(0);
    assert_eq!(person, commune[2]);
    assert_eq!(person["N"], "Lê;Mẫu;Văn;;");
    assert_eq!(person["TEL"], "+842370001002");
    assert_eq!(person["URL"], format!("https://mau.example/{COMMUNE}.html"));
    assert_eq!(
        person["NOTE"],
        "Dữ liệu mẫu: người và số máy không có thật.\\nKiểm tra lại trước 31/12/2008.\\nQuy định đã được thay thế: Luật mẫu\\, từ 01/7/2024."
    );
    let english = cards(&site.read(&format!("public/en/{COMMUNE}.vcf")));
    assert!(english[2]["NOTE"].contains("Sample data"), "{english:?}");
    assert_eq!(english[2]["UID"], person["UID"]);
    // A person has one card, in the main language.
    assert!(!site.path(&format!("public/en/{COMMUNE}/so")).exists());
}

#[test]
fn a_number_that_may_not_be_exported_is_on_no_card() {
    let site = built();
    // The policy lets volunteers' numbers be shown on pages and on paper alone.
    assert!(
        site.read(&format!("public/{COMMUNE}/thon-1.html"))
            .contains("0900 000 101")
    );
    let village = cards(&site.read(&format!("public/{COMMUNE}/thon-1.vcf")));
    assert_eq!(names(&village), ["Trực ban Công an xã Đông Hòa"]);
    assert!(!site.path(&format!("public/{COMMUNE}/so/thu.vcf")).exists());
    site.edit(
        "data/publish.toml",
        "surfaces = [\"page\", \"print\"]",
        "surfaces = [\"page\", \"print\", \"export\"]",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    let village = cards(&site.read(&format!("public/{COMMUNE}/thon-1.vcf")));
    assert_eq!(
        names(&village),
        ["Đỗ Thị Thử", "Trực ban Công an xã Đông Hòa"]
    );
    let page = site.read(&format!("public/{COMMUNE}/thon-1.html"));
    assert!(page.contains("href=\"so/thu.vcf\""), "{page}");
    // A withdrawal takes the card away with everything else.
    site.edit(
        ROSTER,
        "name = \"Đỗ Thị Thử\"",
        "name = \"Đỗ Thị Thử\"\nwithdrawn = 2030-01-01",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(!site.path(&format!("public/{COMMUNE}/so/thu.vcf")).exists());
}

#[test]
fn a_private_value_in_a_card_stops_the_build_though_its_line_is_folded() {
    let site = Site::small();
    site.write(
        "data/private/huyen-song/xa-dong-hoa.toml",
        &format!(
            "{}\n[[people]]\nid = \"hoa\"\nborn = 1971-09-09\nresident = true\nhome = \"Số nhà 41, ngách Cây Đa Cụt, sau đình\"\n",
            site.read("data/private/huyen-song/xa-dong-hoa.toml")
        ),
    );
    // In the note of every card, long enough to begin on one line and end on another.
    site.edit(
        "data/schemes/mau.toml",
        "vi = \"Luật mẫu\"",
        "vi = \"Luật mẫu gần số nhà 41, ngách Cây Đa Cụt, sau đình\"",
    );
    let run = site.run(&["build", "--formats", "vcf", "--format", "short"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stderr.contains("L001") && run.stderr.contains(".vcf"),
        "{run:?}"
    );
}

#[test]
fn a_village_and_a_person_of_one_name_have_different_cards() {
    let site = Site::small();
    site.edit(ROSTER, "name = \"Thôn 10\"", "name = \"Số\"");
    site.edit(ROSTER, "\"mau\"", "\"so\"");
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.path(&format!("public/{COMMUNE}/so.vcf")).exists());
    assert!(site.path(&format!("public/{COMMUNE}/so/so.vcf")).exists());
}

#[test]
fn without_cards_no_button_offers_one() {
    let site = Site::small();
    assert_eq!(site.run(&["build", "--formats", "html"]).code, 0);
    for (path, bytes) in site.published() {
        assert!(!String::from_utf8_lossy(&bytes).contains(".vcf"), "{path}");
    }
}
