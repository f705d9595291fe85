//! Each feature and each finding, with its place; and what hostile text must never become.

mod edges;

use proptest::prelude::*;

use super::{HtmlPolicy, Labels, Prepared, Resolve, Style, prepare, render};
use crate::{
    check::Article,
    diag::{FileId, Lang, Report, Severity, Sp, Span},
    model::{Gazetteer, SchemeIdx},
    parse::{draft::Shelf, parse},
    scheme::{Schemes, anchor, compile},
    source::{SourceFile, SourceKind, Sources},
};

const SCHEME: &str = r#"
id = "s"
title = { vi = "Đề án", en = "Scheme" }
short = { vi = "Quyết định 1", en = "Decision 1" }
number = "1/QĐ"
applies = [ { edition = "e", from = 2008-01-01 } ]
clauses = [ { id = "P2.II.1.b", title = { vi = "B" } }, { id = "P2.II.1.đ", title = { vi = "Đ" } } ]
values = [ { name = "so-nguoi", value = 3 } ]
abbreviations = [ { short = "ANTT", long = { vi = "an ninh, trật tự", en = "\"law\" & order" } } ]
[[rules]]
id = "B2"
kind = "x"
severity = "warning"
clause = "P2.II.1.b"
vi = "Mỗi ban một trưởng."
en = "One head a board."
"#;

pub(super) struct Flat;

impl Resolve for Flat {
    fn link(&self, target: &str) -> Option<String> {
        (!target.starts_with("dead")).then(|| target.replace(".md", ".html"))
    }

    fn clause(&self, _: SchemeIdx, clause: &str) -> Option<String> {
        Some(format!("quy-dinh.html#{}", anchor(clause)))
    }
}

pub(super) fn schemes() -> Schemes {
    let file = SourceFile {
        path: "data/schemes/s.toml".into(),
        kind: SourceKind::Scheme,
        text: SCHEME.into(),
    };
    let (draft, _) = parse(&Sources {
        files: vec![file],
        ..Sources::default()
    });
    compile(draft.schemes, &Gazetteer::default(), &mut Report::default())
}

pub(super) fn article(body: &str) -> Article {
    Article {
        file: FileId(0),
        shelf: Shelf::Page,
        lang: Lang::Vi,
        stem: "x".into(),
        title: Sp::new("X".into(), Span::file(FileId(0))),
        order: None,
        summary: None,
        date: None,
        scheme: SchemeIdx(0),
        slug: None,
        changed: None,
        form: false,
        answers: false,
        story: crate::check::Story::default(),
        body_at: 0,
        body: body.into(),
    }
}

fn read(body: &str, policy: HtmlPolicy) -> (String, Prepared, Report) {
    let (article, schemes) = (article(body), schemes());
    let mut report = Report::default();
    let prepared = prepare(&article, &schemes, &Style::default(), policy, &mut report);
    let html = render(
        &article,
        &prepared,
        &schemes,
        policy,
        &Flat,
        &Labels::sample(article.lang),
    );
    (html, prepared, report)
}

fn html(body: &str) -> String {
    read(body, HtmlPolicy::Escape).0
}

/// `code text` of each finding.
fn found(body: &str) -> Vec<String> {
    let (_, _, report) = read(body, HtmlPolicy::Escape);
    let text = |span: Span| body[span.start as usize..span.end as usize].to_owned();
    report
        .diagnostics()
        .iter()
        .map(|d| {
            format!(
                "{} {}",
                d.finding.code(),
                d.at.map(text).unwrap_or_default()
            )
        })
        .collect()
}

#[test]
fn clauses_values_and_rules_print_and_link() {
    assert_eq!(
        html("Mỗi tổ có {{ so-nguoi }} người [P2.II.1.đ]."),
        "<p>Mỗi tổ có 3 người <a class=\"ck\" href=\"quy-dinh.html#p2-ii-1-dd\">P2.II.1.đ</a>.</p>\n"
    );
    assert_eq!(
        html("{{ rule B2 }}"),
        "<p>Mỗi ban một trưởng. <a class=\"ck\" href=\"quy-dinh.html#p2-ii-1-b\">P2.II.1.b</a></p>\n"
    );
    assert_eq!(
        html("`{{ so-nguoi }}` [x] {{ rời"),
        "<p><code>{{ so-nguoi }}</code> [x] {{ rời</p>\n"
    );
    let mut wrong = found("Có {{ so-nguoj }} và {{ rule B9 }}, [P2.II.1.x].");
    wrong.sort();
    assert_eq!(
        wrong,
        [
            "M001 {{ so-nguoj }}",
            "M002 {{ rule B9 }}",
            "M003 [P2.II.1.x]"
        ]
    );
}

#[test]
fn headings_have_unique_vietnamese_anchors() {
    let (html, prepared, _) = read(
        "## Bầu và công nhận\n\n## Bầu và công nhận\n\n### Đủ {{ so-nguoi }} người {#du}\n",
        HtmlPolicy::Escape,
    );
    let ids: Vec<&str> = prepared
        .headings
        .iter()
        .map(|heading| &*heading.id)
        .collect();
    assert_eq!(ids, ["bau-va-cong-nhan", "bau-va-cong-nhan-2", "du"]);
    assert_eq!(&*prepared.headings[2].text, "Đủ 3 người");
    assert!(html.contains("<h2 id=\"bau-va-cong-nhan-2\">"), "{html}");
}

#[test]
fn tables_have_scopes_captions_and_no_style() {
    let table = html("| Tên | Số |\n|---|---:|\n| A | 1 |\n\nBảng: Người *của* tổ.\n\nSau.");
    assert_eq!(
        table,
        "<table><caption>Người <em>của</em> tổ.</caption><thead><tr><th scope=\"col\">Tên</th><th scope=\"col\">Số</th></tr></thead><tbody><tr><td>A</td><td>1</td></tr></tbody></table>\n<p>Sau.</p>\n"
    );
}

#[test]
fn boxes_say_what_they_are() {
    assert_eq!(
        html("> [!TIP]\n> Nên hẹn giờ."),
        "<aside class=\"tip\" role=\"note\"><p class=\"bl\">Gợi ý, không phải quy định</p>\n<p>Nên hẹn giờ.</p>\n</aside>\n"
    );
    let outside = html("> [!OUTSIDE] Luật 30/2023/QH15\n>\n> Tổ mới.");
    assert!(
        outside.contains("<p class=\"bl\">Ngoài Quyết định 1: Luật 30/2023/QH15</p>"),
        "{outside}"
    );
    assert!(
        outside.contains("<p>Tổ mới.</p>") && !outside.contains("[!"),
        "{outside}"
    );
    assert!(html("> Lời thường.").starts_with("<blockquote>"));
}

#[test]
fn footnotes_stand_at_the_end_and_lead_back() {
    let html = html("Một[^a] hai[^b].\n\n[^b]: Chú b.\n[^a]: Chú a.\n");
    let (a, b) = (html.find("Chú a").unwrap(), html.find("Chú b").unwrap());
    assert!(a < b, "numbered by first use: {html}");
    assert!(
        html.contains("<li id=\"fn_1\">") && html.contains("href=\"#fr_1\""),
        "{html}"
    );
}

#[test]
fn the_first_abbreviation_in_running_text_says_what_it_stands_for() {
    let first = "<abbr title=\"an ninh, trật tự\">ANTT</abbr>";
    assert_eq!(
        html("Giữ ANTT, rồi ANTT."),
        format!("<p>Giữ {first}, rồi ANTT.</p>\n")
    );
    let late =
        html("## ANTT\n\n[ANTT](a.md) `ANTT` ![ANTT](b.png) 1/QĐ-ANTT **ANTT**\n\n    ANTT\n");
    assert_eq!(late.matches("<abbr").count(), 1, "{late}");
    assert!(
        late.contains(&format!("<strong>{first}</strong>")),
        "{late}"
    );
    assert!(html("| ANTT |\n|---|\n| a |").contains(first));
    assert!(html("> [!TIP]\n> Giữ ANTT.").contains(first));
    let english = Article {
        lang: Lang::En,
        ..article("Keep ANTT.")
    };
    let (schemes, mut report) = (schemes(), Report::default());
    for policy in [HtmlPolicy::Escape, HtmlPolicy::Sanitise] {
        let read = prepare(&english, &schemes, &Style::default(), policy, &mut report);
        let html = render(
            &english,
            &read,
            &schemes,
            policy,
            &Flat,
            &Labels::sample(Lang::En),
        );
        assert_eq!(
            html,
            "<p>Keep <abbr title=\"&quot;law&quot; &amp; order\">ANTT</abbr>.</p>\n"
        );
    }
}

#[test]
fn lists_of_tasks_and_definitions_and_figures() {
    let tasks = html("- [x] Xong\n- [ ] Chưa\n");
    assert!(
        tasks.contains("☑") && tasks.contains("Chưa làm") && !tasks.contains("<input"),
        "{tasks}"
    );
    assert!(html("ANTT\n: an ninh, trật tự\n").contains("<dt>ANTT</dt>"));
    let figure = html("![Ba người](a.png)\n\nHình: Đi tuần.\n");
    assert!(
        figure.contains("<figure><img src=\"a.png\" alt=\"Ba người\" />"),
        "{figure}"
    );
    assert!(
        figure.contains("<figcaption>Đi tuần.</figcaption>"),
        "{figure}"
    );
}

#[test]
fn what_should_be_mended_is_pointed_at() {
    assert_eq!(found("# Nhan đề"), ["M009 # Nhan đề"]);
    assert_eq!(found("## A\n\n#### B"), ["M008 #### B"]);
    assert_eq!(found("Xem [tại đây](a.md)."), ["M010 [tại đây](a.md)"]);
    assert_eq!(found("![](a.png)"), ["M007 ![](a.png)"]);
    assert_eq!(found("| | |\n|---|---|\n| a | b |"), ["M011 | | |"]);
    assert_eq!(found("Một <b>đậm</b>."), ["M006 <b>", "M006 </b>"]);
    assert_eq!(found("[x](/goc)"), ["M005 [x](/goc)"]);
    assert_eq!(found("> [!TIPP]\n> a"), ["M014 > [!TIPP]\n> a"]);
    assert_eq!(found("> [!TIP]\n> a"), [""; 0]);
    assert_eq!(found("A[^x].\n\n[^y]: b"), ["M013 [^y]: b", "M015 [^x]"]);
    assert_eq!(found("A[^x].\n\n[^x]: b"), [""; 0]);
}

#[test]
fn internal_links_are_listed_with_their_place() {
    let (_, prepared, _) = read(
        "[a](b.md#c) [d](https://e.example) ![f](g.png)",
        HtmlPolicy::Escape,
    );
    let targets: Vec<&str> = prepared
        .links
        .iter()
        .map(|link| &*link.target.value)
        .collect();
    assert_eq!(targets, ["b.md#c", "g.png"]);
    assert!(html("[d](https://e.example)").contains("rel=\"external noopener\""));
}

#[test]
fn links_that_run_are_refused_however_they_are_written() {
    for target in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "%6aavascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "<java\tscript:alert(1)>",
    ] {
        let (html, _, report) = read(&format!("[x]({target})"), HtmlPolicy::Escape);
        let refused = report
            .diagnostics()
            .iter()
            .any(|d| d.finding.severity() == Severity::Error);
        assert!(refused || !html.contains("<a "), "{target}: {html}");
        assert!(
            !html.to_lowercase().contains("href=\"javascript"),
            "{target}: {html}"
        );
    }
}

#[test]
fn allowed_html_is_harmless() {
    let hostile = "<script>alert(1)</script><b onclick=\"x()\" style=\"color:red\">đậm</b><iframe src=\"//e\"></iframe>\n\n\
        <a href=\" java\nscript:alert(1)\">x</a><svg onload=x><details><summary>Mở</summary>\n\n</div></main>Còn.";
    let (html, _, _) = read(hostile, HtmlPolicy::Sanitise);
    for bad in [
        "<script", "onclick", "style=", "<iframe", "script:", "<svg", "onload", "</main",
    ] {
        assert!(!html.contains(bad), "{bad}: {html}");
    }
    assert!(html.contains("<b>đậm</b>"), "{html}");
}

proptest! {
    #[test]
    fn nothing_panics_and_nothing_runs(text in "([a-zđô ]|\\[|\\]|\\(|\\)|<|>|\"|'|`|!|#|\\||-|\n|\\{\\{|\\}\\}|javascript:|<script>|on[a-z]+=|\\[!TIP\\]|\\[\\^a\\]|: |&#106;){0,60}") {
        for policy in [HtmlPolicy::Escape, HtmlPolicy::Sanitise] {
            let (html, _, _) = read(&text, policy);
            let lower = html.to_lowercase();
            prop_assert!(!lower.contains("<script"), "{}", html);
            prop_assert!(!lower.contains("href=\"javascript"), "{}", html);
            for tag in lower.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
                let quoted = tag.split('"').step_by(2).collect::<String>();
                prop_assert!(!quoted.split_whitespace().skip(1).any(|word| word.starts_with("on")), "{}", html);
            }
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,120}") {
        read(&text, HtmlPolicy::Escape);
        read(&text, HtmlPolicy::Sanitise);
    }
}
