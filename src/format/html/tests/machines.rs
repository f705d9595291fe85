//! Tests of what pages say to machines: link previews and linked data.

use super::{page, plain, rendered};

#[test]
fn a_page_says_what_it_is_to_machines() {
    let unit = page("en/danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-1.html");
    for wanted in [
        r#"<meta property="og:type" content="website">"#,
        r#"<meta property="og:locale" content="en_US">"#,
        r#"<meta property="og:locale:alternate" content="vi_VN">"#,
        r#"{"@type":"ListItem","position":3,"name":"Xã Xuân Hòa","item":"https://binhyen.example/en/danh-ba/huyen-tho-xuan/xa-xuan-hoa.html"}"#,
        r#""position":4,"name":"#,
    ] {
        assert!(unit.contains(wanted), "{wanted} in {unit}");
    }
    let post = page("vi-binh-yen/ngon-den-dau-ngo-xom-dinh.html");
    for wanted in [
        r#"<meta property="og:type" content="article">"#,
        r#"<meta property="article:published_time" content="2008-06-28">"#,
        r#""@type":"Article","headline":"Ngọn đèn đầu ngõ xóm Đình""#,
        r#""@type":"BreadcrumbList""#,
    ] {
        assert!(post.contains(wanted), "{wanted} in {post}");
    }
    let chapter = page("so-tay/to-bao-ve/lap-to.html");
    let article = r#"property="og:type" content="article""#;
    assert!(chapter.contains(article), "{chapter}");
    let home = page("index.html");
    assert!(home.contains(r#""@type":"Organization""#), "{home}");
    assert!(
        home.contains(r#""logo":"https://binhyen.example/assets/logo."#),
        "{home}"
    );
}

#[test]
fn every_page_renders_whole() {
    for (path, text) in rendered(&plain()).unwrap() {
        if path.ends_with(".html") {
            assert!(text.starts_with("<!doctype html>\n<html lang="), "{path}");
            assert!(text.ends_with("</html>\n"), "{path}");
            assert!(!text.contains("style="), "{path}");
            // Nothing written in the page runs: one script is a file of ours, the other a block of data.
            let policy = "default-src 'none';script-src 'self';style-src 'self';img-src";
            assert!(text.contains(policy));
            let mut scripts = text.split("<script").skip(1);
            let file = scripts.next().unwrap();
            assert!(file.contains("assets/site.") && file.contains(" defer></script>"));
            if let Some(block) = scripts.next() {
                let data = block
                    .strip_prefix(" type=\"application/ld+json\">")
                    .unwrap();
                let data = data.split("</script>").next().unwrap();
                let read: serde_json::Value = serde_json::from_str(data).unwrap();
                assert_eq!(read["@context"], "https://schema.org", "{path}");
            }
            assert_eq!(scripts.next(), None, "{path}");
        }
    }
}
