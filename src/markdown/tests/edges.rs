//! Where features meet: notes in notes, links in images, anchors that collide, HTML that is allowed.

use std::collections::BTreeSet;

use super::{found, html, read};
use crate::markdown::{HtmlPolicy, outline::PAGE};

/// What stands around a text in the default theme.
const TEMPLATES: [(&str, &str); 9] = [
    (
        "base",
        include_str!("../../../themes/default/templates/base.html"),
    ),
    (
        "book",
        include_str!("../../../themes/default/templates/book.html"),
    ),
    (
        "campaign",
        include_str!("../../../themes/default/templates/campaign.html"),
    ),
    (
        "chapter",
        include_str!("../../../themes/default/templates/chapter.html"),
    ),
    (
        "footer",
        include_str!("../../../themes/default/templates/footer.html"),
    ),
    (
        "header",
        include_str!("../../../themes/default/templates/header.html"),
    ),
    (
        "page",
        include_str!("../../../themes/default/templates/page.html"),
    ),
    (
        "post",
        include_str!("../../../themes/default/templates/post.html"),
    ),
    (
        "saves",
        include_str!("../../../themes/default/templates/saves.html"),
    ),
];

/// Every `id` of a rendered text.
fn ids(html: &str) -> Vec<&str> {
    let rest = html.split(" id=\"").skip(1);
    rest.filter_map(|rest| rest.split_once('"').map(|(id, _)| id))
        .collect()
}

#[test]
fn a_mailbox_is_outside_the_site() {
    let (html, prepared, report) = read("<ai@o.vn>", HtmlPolicy::Escape);
    assert_eq!(html, "<p><a href=\"mailto:ai@o.vn\">ai@o.vn</a></p>\n");
    assert!(prepared.links.is_empty() && report.diagnostics().is_empty());
}

#[test]
fn the_web_is_external_in_any_case() {
    assert!(html("[x](HTTPS://e.example)").contains("rel=\"external noopener\""));
}

#[test]
fn each_mark_of_a_note_has_its_own_way_back() {
    let html = html("Một[^a], hai[^a].\n\n[^a]: Chú.");
    assert_eq!(ids(&html), ["fr_1", "fr_1_2", "fn_1"]);
    assert!(html.contains("href=\"#fr_1\"") && html.contains("href=\"#fr_1_2\""));
}

#[test]
fn notes_in_notes_are_printed_and_circles_end() {
    let html = html("Một[^a].\n\n[^a]: Chú[^b].\n\n[^b]: Sâu hơn[^a].");
    assert!(html.contains("Sâu hơn"), "{html}");
    assert!(html.contains("<li id=\"fn_2\">"), "{html}");
}

#[test]
fn a_note_without_a_mark_is_reported() {
    assert_eq!(found("Một.\n\n[^u]: Thừa."), ["M013 [^u]: Thừa."]);
}

#[test]
fn a_heading_in_a_note_keeps_its_anchor() {
    let html = html("Một[^a]\n\n[^a]: x\n\n    ## Trong\n\n## Sau\n");
    assert!(html.contains("<h2 id=\"sau\">Sau</h2>"), "{html}");
    assert!(html.contains("<h2 id=\"trong\">Trong</h2>"), "{html}");
}

#[test]
fn a_chosen_anchor_goes_before_one_made_from_words() {
    let html = html("## Du\n\n## Khác {#du}\n\n## Ba {#du}\n");
    assert_eq!(ids(&html), ["du-2", "du", "du-3"]);
}

#[test]
fn headings_do_not_take_the_anchors_of_the_page() {
    assert_eq!(ids(&html("## Nội dung\n")), ["noi-dung-2"]);
    for (name, template) in TEMPLATES {
        for id in ids(template) {
            assert!(PAGE.contains(&id), "{name}.html has the anchor {id}");
        }
    }
}

#[test]
fn links_do_not_nest() {
    assert_eq!(
        html("[{{ rule B2 }}](a.md)"),
        "<p><a href=\"a.html\">Mỗi ban một trưởng. P2.II.1.b</a></p>\n"
    );
}

#[test]
fn the_words_of_an_image_are_plain() {
    for body in [
        "![a {{ rule B2 }}](a.png)",
        "![a [P2.II.1.b] b](a.png)",
        "![a [b](c.md) d](a.png)",
    ] {
        let html = html(body);
        let alt = html
            .split_once("alt=\"")
            .unwrap()
            .1
            .split_once('"')
            .unwrap()
            .0;
        assert!(!alt.contains("&lt;"), "{body}: {html}");
    }
    // A link after an image in the same text is a link again.
    assert!(html("![a](a.png) [P2.II.1.b]").contains("class=\"ck\""));
}

#[test]
fn the_title_of_a_box_prints_values() {
    let html = html("> [!NOTE] Có {{ so-nguoi }} <b>\n> Lời.");
    assert!(html.contains("biên tập: Có 3 &lt;b&gt;</p>"), "{html}");
}

#[test]
fn links_must_have_words_that_say_something() {
    assert_eq!(found("[](a.md)"), ["M012 [](a.md)"]);
    assert_eq!(found("[tại đây.](a.md)"), ["M010 [tại đây.](a.md)"]);
    assert_eq!(found("[![Cờ](a.png)](a.md)"), [""; 0]);
}

#[test]
fn places_end_where_the_words_end() {
    assert_eq!(found("# Một\n\nHai"), ["M009 # Một"]);
}

#[test]
fn what_we_make_survives_sanitising() {
    let body = "## A\n\n- [x] b\n\n> [!TIP]\n> c\n\n|h|\n|-|\n|d|\n\nBảng: e.\n\n![f](f.png)\n\nHình: g.\n\nh[^n] [P2.II.1.b]\n\n[^n]: i\n";
    let tags = |html: &str| -> BTreeSet<String> {
        let tags = html
            .split('<')
            .skip(1)
            .filter_map(|tag| tag.split_once('>'));
        tags.map(|(tag, _)| tag.trim_end_matches([' ', '/']).to_owned())
            .collect()
    };
    let (shown, ..) = read(body, HtmlPolicy::Escape);
    let (clean, ..) = read(body, HtmlPolicy::Sanitise);
    assert_eq!(tags(&shown), tags(&clean));
}

#[test]
fn allowed_html_stays_inside_the_site_and_asks_for_nothing() {
    let body = "<a href=\"//e.example\">x</a> <a href=\"/abs\">y</a> <img src=\"\\\\e\\x.png\"> <input> <a href=\"b.html\">z</a>";
    let (html, ..) = read(body, HtmlPolicy::Sanitise);
    for bad in ["//e", "/abs", "\\e", "<input"] {
        assert!(!html.contains(bad), "{bad}: {html}");
    }
    assert!(html.contains("<a href=\"b.html\">z</a>"), "{html}");
}
