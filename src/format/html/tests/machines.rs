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
            // Nothing written in the page runs: scripts are files of ours, and at most one block of data.
            let policy = "default-src 'none';script-src 'self';style-src 'self';img-src";
            assert!(text.contains(policy));
            let scripts = text.split("<script").skip(1);
            let (blocks, files): (Vec<_>, Vec<_>) =
                scripts.partition(|script| script.starts_with(" type=\"application/ld+json\">"));
            assert_eq!(files.len(), 2, "{path}");
            for file in files {
                assert!(file.contains("assets/") && file.contains(" defer></script>"));
            }
            assert!(blocks.len() < 2, "{path}");
            for block in blocks {
                let data = block.split_once('>').unwrap().1;
                let data = data.split("</script>").next().unwrap();
                let read: serde_json::Value = serde_json::from_str(data).unwrap();
                assert_eq!(read["@context"], "https://schema.org", "{path}");
            }
        }
    }
}
