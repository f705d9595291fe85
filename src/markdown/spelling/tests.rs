//! What is found in Vietnamese prose, where, and what is left alone.

use proptest::prelude::*;

use crate::{
    check::Article,
    diag::{FileId, Lang, Report, Sp, Span},
    markdown::{
        HtmlPolicy, Style, prepare,
        tests::{article, schemes},
    },
    model::Text,
    parse::draft::{AvoidDraft, StyleDraft},
};

fn word(text: &str) -> Sp<ecow::EcoString> {
    Sp::new(text.into(), Span::file(FileId(0)))
}

fn site() -> StyleDraft {
    let avoid = |bad: &str, good: Option<&str>| AvoidDraft {
        word: word(bad),
        instead: good.map(word),
        why: Some(Text::new("vì thế", "because")),
    };
    StyleDraft {
        avoid: vec![
            avoid("tổ Trưởng", Some("tổ trưởng")),
            avoid("hàng năm", Some("mỗi năm")),
            avoid("vân vân", None),
        ],
        allow: vec![word("CSGT"), word("khoá luận"), word("qui định")],
    }
}

fn report(article: &Article) -> Report {
    let mut report = Report::default();
    let style = Style::of(&site());
    prepare(article, &schemes(), &style, HtmlPolicy::Escape, &mut report);
    report
}

/// `code text → help` of each finding of style.
fn found(body: &str) -> Vec<String> {
    let report = report(&article(body));
    let all = report.diagnostics().iter();
    all.filter(|d| ("M016"..="M019").contains(&&*d.finding.code()))
        .map(|d| {
            let at = d.at.map_or(0..0, |at| at.start as usize..at.end as usize);
            let words = d.finding.words(Lang::Vi);
            format!("{} {} | {words}", d.finding.code(), &body[at])
        })
        .collect()
}

/// The pieces of text found, without more.
fn pieces(body: &str) -> Vec<String> {
    let all = found(body).into_iter();
    all.map(|line| line[5..].split(" | ").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn words_to_avoid_are_found_whole_and_with_their_capital() {
    assert_eq!(
        found("Hàng tháng họp."),
        ["M016 Hàng tháng | viết `Hằng tháng`, không viết `Hàng tháng`"]
    );
    assert_eq!(
        found("Xử Lí"),
        ["M016 Xử Lí | viết `Xử lý`, không viết `Xử Lí`"]
    );
    assert_eq!(
        pieces("hàng thángg, xhàng tháng, hàng tháng."),
        ["hàng tháng"]
    );
    assert_eq!(pieces("Nói \"thẳng\"..."), ["\"", "\"", "..."]);
}

#[test]
fn a_site_adds_replaces_and_allows() {
    assert_eq!(
        found("hàng năm, vân vân, tổ Trưởng, tổ trưởng"),
        [
            "M016 hàng năm | viết `mỗi năm`, không viết `hàng năm`",
            "M016 vân vân | tránh viết `vân vân`",
            "M016 tổ Trưởng | viết `tổ trưởng`, không viết `tổ Trưởng`",
        ]
    );
    assert_eq!(
        found("CSGT làm khoá luận, qui định, hàng tháng trời"),
        [""; 0]
    );
    assert_eq!(pieces("khoá cửa"), ["khoá"]);
}

#[test]
fn tones_dates_and_abbreviations_are_found() {
    assert_eq!(
        found("Hoà giải ngày 1/7/2024 cùng PCCC."),
        [
            "M017 Hoà | dấu thanh của `Hoà` đặt chưa đúng chỗ",
            "M018 1/7/2024 | ngày `1/7/2024` viết chưa đúng thể thức",
            "M019 PCCC | chữ viết tắt `PCCC` chưa được giải thích",
        ]
    );
    assert_eq!(pieces("ANTT, căn cước công dân (CCCD), rồi CCCD"), [""; 0]);
    assert_eq!(
        pieces("| PCCC |\n|---|\n| thuỷ |\n\n## Khoẻ\n"),
        ["PCCC", "thuỷ", "Khoẻ"]
    );
}

#[test]
fn what_is_not_the_writers_own_is_left_alone() {
    for quiet in [
        "“Hoà hàng tháng, PCCC”",
        "“Hoà *hàng tháng* PCCC” và hết",
        "`hoà PCCC`\n\n    hoà\n\n```\nhoà\n```\n",
        "[P2.II.1.b] {{ so-nguoi }} <https://a.vn/PCCC> [PCCC](a.md)",
        "> [!OUTSIDE] Luật\n> Lời.",
        "Một <b title=\"hoà\">đậm</b>",
    ] {
        assert_eq!(pieces(quiet), [""; 0], "{quiet}");
    }
    assert_eq!(pieces("“Mở mà không đóng hoà\n\nĐoạn sau hoà"), ["hoà"]);
    assert_eq!(pieces("Ngoài “trong hoà” ngoài hoà"), ["hoà"]);
    assert_eq!(pieces("[hàng tháng](a.md)"), ["hàng tháng"]);
    let english = Article {
        lang: Lang::En,
        ..article("hoà PCCC hàng tháng")
    };
    assert!(report(&english).diagnostics().is_empty());
}

#[test]
fn lines_of_the_front_matter_are_read_too() {
    let text = "+++\ntitle = \"Khoá hàng tháng\"\nsummary = \"\\\"hoà\\\"\"\n+++\n";
    let line = |value: &str, raw: &str| {
        let at = text.find(raw).unwrap_or_default();
        Sp::new(value.into(), Span::new(FileId(0), at..at + raw.len()))
    };
    let article = Article {
        title: line("Khoá hàng tháng", "\"Khoá hàng tháng\""),
        summary: Some(line("\"hoà\"", "\"\\\"hoà\\\"\"")),
        body_at: text.len(),
        ..article("")
    };
    let found: Vec<String> = report(&article)
        .diagnostics()
        .iter()
        .filter_map(|d| d.at)
        .map(|at| text[at.start as usize..at.end as usize].to_owned())
        .collect();
    assert_eq!(found[..2], ["Khoá", "hàng tháng"]);
    assert!(
        found[2..].iter().all(|whole| whole == "\"\\\"hoà\\\"\""),
        "{found:?}"
    );
}

proptest! {
    #[test]
    fn every_finding_lies_inside_the_text(text in "(([a-zđôơưăâ ]|[À-ỹ]|[A-ZĐ]{2,4}|hoà|qúy|hàng tháng|“|”|\\{\\{|\\}\\}|\\[!|\\]|\\[|\\(|\\)|`|\"|\\.\\.\\.|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|́|\n|> |- |\\*|_|&amp;|\\\\|\\|)\\PC{0,2}){0,40}") {
        let article = article(&text);
        for d in report(&article).diagnostics() {
            let at = d.at.unwrap();
            prop_assert!(text.get(at.start as usize..at.end as usize).is_some_and(|it| !it.is_empty() || text.is_empty()), "{:?}", d);
        }
    }

    #[test]
    fn any_text_is_spelled(text in "\\PC{0,120}") {
        let front = Article { title: Sp::new(text.as_str().into(), Span::new(FileId(0), 0..text.len() + 2)), ..article(&text) };
        for d in report(&front).diagnostics() {
            prop_assert!(d.at.unwrap().end as usize <= text.len() + 2);
        }
    }
}
