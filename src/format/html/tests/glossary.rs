//! The page that explains words.

use super::page;

#[test]
fn words_are_explained_letter_by_letter_in_both_languages() {
    let text = page("tu-ngu.html");
    for wanted in [
        r##"<a class="btn quiet" href="#chu-aa">Â</a>"##,
        r##"<section class="sec" id="chu-dd"><h2>Đ</h2>"##,
        r#"<div id="tu-antt"><dt>ANTT</dt><dd>an ninh, trật tự</dd></div>"#,
        r##"<dd>Sự yên ổn. <a class="ck" href="de-an/375-2008/quy-dinh.html#p2-ii-1-c">P2.II.1.c</a></dd>"##,
        r#"hreflang="en" href="https://binhyen.example/en/tu-ngu.html""#,
        r#"<p class="shift">"#,
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    let at = |id: &str| text.find(&format!("id=\"chu-{id}\"")).unwrap();
    assert!(at("a") < at("aa") && at("aa") < at("dd"), "{text}");
    let english = page("en/tu-ngu.html");
    assert!(
        english.contains(r#"<dt>hamlet <span class="soft" lang="vi">(ấp)</span></dt>"#),
        "{english}"
    );
    assert!(page("index.html").contains(r#"<a href="tu-ngu.html">Giải thích từ ngữ</a>"#));
}
