//! Forms as Word files: whole, the same every time, told what they rest on, and nothing private inside.

use crate::{books::entries, site::Site};

const FORM: &str = "content/handbook/to/phieu.md";
const PRIVATE: &str = "data/private/huyen-song/xa-dong-hoa.toml";

fn with_form() -> Site {
    let site = Site::small();
    site.write(
        FORM,
        "+++\ntitle = \"Phiếu <&> báo\"\norder = 2\nform = true\n+++\n\n> [!TIP]\n> Lời khuyên.\n\n\
         ## Mục\n\nHọ tên: ____________ Số: ______\\\nNgày: ______ [giới thiệu](../../pages/gioi-thieu.md)\n\n\
         | A | B |\n|---|---:|\n| 1 | |\n\n3. Ba\n4. Bốn\n",
    );
    site
}

fn form(site: &Site) -> Vec<u8> {
    let files = site.published();
    let found = files.into_iter().find(|(path, _)| path.ends_with(".docx"));
    let (path, bytes) = found.expect("a form");
    assert_eq!(path, "so-tay/to/phieu-bao.docx");
    bytes
}

#[test]
fn a_form_is_whole_and_the_same_every_time() {
    let (site, again) = (with_form(), with_form());
    for site in [&site, &again] {
        let run = site.run(&["build", "--formats", "html,docx"]);
        assert_eq!(run.code, 0, "{run:?}");
    }
    let bytes = form(&site);
    assert!(bytes == form(&again));
    assert_eq!(
        site.published()
            .iter()
            .filter(|(path, _)| path.ends_with(".docx"))
            .count(),
        1
    );
    let all = entries(&bytes);
    let document = &all["word/document.xml"];
    for part in [
        "<w:pStyle w:val=\"Title\"/>",
        "Phiếu &lt;&amp;&gt; báo",
        "<w:pStyle w:val=\"Heading2\"/>",
        "w:leader=\"dot\"",
        "<w:tblHeader/>",
        "<w:jc w:val=\"right\"/>",
    ] {
        assert!(document.contains(part), "{part}: {document}");
    }
    assert!(!document.contains("Lời khuyên"), "{document}");
    assert!(
        all["word/_rels/document.xml.rels"]
            .contains("Target=\"https://mau.example/gioi-thieu.html\"")
    );
    assert!(all["word/numbering.xml"].contains("<w:startOverride w:val=\"3\"/>"));
    assert!(all["word/styles.xml"].contains("w:lang w:val=\"vi-VN\""));
    assert!(all["word/header1.xml"].contains("Dữ liệu mẫu"));
    assert!(all["word/footer1.xml"].contains("PAGE"));
    let page = site.read("public/so-tay/to/phieu-bao.html");
    assert!(
        page.contains("<a href=\"phieu-bao.docx\">Mẫu Word</a>"),
        "{page}"
    );
}

#[test]
fn a_leak_inside_a_form_is_refused() {
    let site = with_form();
    let private = site.read(PRIVATE);
    site.write(
        PRIVATE,
        &format!("{private}\n[[people]]\nid = \"hoa\"\nhealth = \"Dị ứng phấn hoa bưởi\"\n"),
    );
    site.edit(FORM, "| 1 | |", "| Dị ứng **phấn** hoa bưởi | |");
    let run = site.run(&["build", "--formats", "docx", "--format", "short"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stderr.contains("L001") && run.stderr.contains("phieu-bao.docx"),
        "{run:?}"
    );
    assert!(site.published().is_empty());
}
