//! All five styles in both languages against `tests/diag/`, and what must never be quoted.

use std::{fs, path::Path};

use binhyen::diag::{
    Diagnostic, Entry, FileId, Finding, Lang, Report, Severity, SourceMap, Span,
    show::{Audience, Limit, Options, Style, show, words},
};

/// A finding whose words are given.
#[derive(Debug)]
struct Said {
    code: &'static str,
    severity: Severity,
    vi: &'static str,
    en: &'static str,
    help: Option<(&'static str, &'static str)>,
    clauses: &'static [&'static str],
}

impl Finding for Said {
    fn code(&self) -> String {
        self.code.to_owned()
    }
    fn severity(&self) -> Severity {
        self.severity
    }
    fn words(&self, lang: Lang) -> String {
        lang.pick(self.vi, self.en).to_owned()
    }
    fn help(&self, lang: Lang) -> Option<String> {
        self.help.map(|(vi, en)| lang.pick(vi, en).to_owned())
    }
    fn clauses(&self) -> Vec<String> {
        self.clauses.iter().map(|c| (*c).to_owned()).collect()
    }
}

const WRONG: Said = Said {
    code: "T001",
    severity: Severity::Error,
    vi: "khóa lạ `tenn`",
    en: "unknown key `tenn`",
    help: Some(("có phải ý bạn là `ten`?", "did you mean `ten`?")),
    clauses: &[],
};

const ODD: Said = Said {
    code: "375-2008/B2",
    severity: Severity::Warning,
    vi: "chức danh đang khuyết",
    en: "the post is vacant",
    help: None,
    clauses: &["P2.II.1.b", "P2.II.1.đ"],
};

struct File {
    path: &'static str,
    text: &'static str,
    private: bool,
}

struct Files(Vec<File>);

impl SourceMap for Files {
    fn path(&self, file: FileId) -> &str {
        self.0[file.0 as usize].path
    }
    fn text(&self, file: FileId) -> &str {
        self.0[file.0 as usize].text
    }
    fn is_private(&self, file: FileId) -> bool {
        self.0[file.0 as usize].private
    }
}

const SECRET: &str = "Ngõ Giếng";

/// Composed, decomposed, CRLF, empty, private, awkwardly named.
fn files() -> Files {
    let file = |path, text| File {
        path,
        text,
        private: false,
    };
    Files(vec![
        file(
            "data/rosters/a.toml",
            "[[people]]\nid = \"hoa\"\nname = \"Ẳm Thị Hoa\"\ttenn = 1\n\n[[people]]\nid = \"hoa\"\n",
        ),
        file(
            "data/rosters/nfd.toml",
            "name = \"A\u{306}\u{309}m Thi\u{323} Hu\u{1ebf}\" tenn = 1\nlast = 2",
        ),
        file("data/rosters/crlf.toml", "id = 1\r\ntenn = 2\r\n"),
        file("data/publish.toml", ""),
        File {
            path: "data/private/a.toml",
            text: "[[people]]\nhome = \"Ngõ Giếng\"\n",
            private: true,
        },
        file("content/100%: a,b \"c\".md", "một\nhai\n"),
    ])
}

/// The span of the `nth` occurrence of `needle` in a file.
fn span(files: &Files, file: u32, needle: &str, nth: usize) -> Span {
    let text = files.text(FileId(file));
    let (start, _) = text.match_indices(needle).nth(nth).unwrap();
    Span::new(FileId(file), start..start + needle.len())
}

fn report(files: &Files) -> Report {
    let mut report = Report::default();
    report.push(span(files, 0, "tenn", 0), WRONG);
    report.push(span(files, 0, "Ẳm Thị Hoa", 0), ODD);
    report.add(Diagnostic::new(span(files, 0, "\"hoa\"", 1), WRONG).with(
        span(files, 0, "\"hoa\"", 0),
        "lần đầu ở đây",
        "first written here",
    ));
    report.push(span(files, 0, "[[people]]\nid = \"hoa\"\nname", 0), ODD);
    report.push(span(files, 1, "tenn", 0), WRONG);
    report.push(span(files, 1, "\u{309}m Thi", 0), ODD);
    report.push(Span::new(FileId(1), 999..1000), ODD);
    report.push(span(files, 2, "tenn", 0), WRONG);
    report.push(span(files, 2, "\r\n", 1), ODD);
    report.push(Span::file(FileId(3)), ODD);
    report.add(Diagnostic::new(span(files, 4, SECRET, 0), WRONG).with(
        span(files, 0, "id = \"hoa\"", 0),
        "người này",
        "this person",
    ));
    report.add(
        Diagnostic::new(
            span(files, 5, "hai", 0),
            Said {
                vi: "50 %: \"một\",\nhai",
                en: "50%: \"one\",\r\ntwo",
                ..WRONG
            },
        )
        .with(span(files, 4, "home", 0), "ở đây", "here"),
    );
    report.add(Diagnostic::nowhere(WRONG));
    report
}

fn shown(report: &Report, lang: Lang, style: Style, options: &Options<'_>) -> String {
    let mut out = Vec::new();
    show(report, &files(), lang, style, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Compares with a file of `tests/diag/`; `BLESS=1` rewrites it.
fn expect(name: &str, made: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diag");
    let path = folder.join(name);
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&path, made).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let diff = similar::TextDiff::from_lines(&expected, made);
    assert!(expected == made, "{name} differs:\n{}", diff.unified_diff());
}

const STYLES: [(Style, &str); 5] = [
    (Style::Human, "human.txt"),
    (Style::Short, "short.txt"),
    (Style::Json, "json.jsonl"),
    (Style::Github, "github.txt"),
    (Style::Sarif, "sarif.json"),
];

#[test]
fn every_style_in_both_languages() {
    let report = report(&files());
    for lang in Lang::ALL {
        for (style, name) in STYLES {
            let text = shown(&report, lang, style, &Options::default());
            expect(&format!("{}.{name}", lang.tag()), &text);
        }
    }
}

/// A report of one finding in a file of one long line, cut around the caret.
fn long_line(needle: &str, text: String) -> String {
    let at = text.find(needle).unwrap();
    let span = Span::new(FileId(0), at..at + needle.len());
    let files = Files(vec![File {
        path: "content/pages/dai.md",
        text: text.leak(),
        private: false,
    }]);
    let mut report = Report::default();
    report.push(span, WRONG);
    let (mut out, options) = (Vec::new(), Options::default());
    show(&report, &files, Lang::Vi, Style::Human, &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn long_lines_are_cut_around_the_caret() {
    let text = "Tổ bảo vệ ẲẴ ".repeat(30);
    let middle = long_line("tenn", format!("{text}tenn{text}"));
    let end = long_line("tenn", format!("{text}tenn"));
    expect("vi.long.txt", &(middle + &end));
}

#[test]
fn private_lines_are_quoted_at_the_local_terminal_alone() {
    let report = report(&files());
    for lang in Lang::ALL {
        for (style, _) in STYLES {
            for audience in [Audience::Elsewhere, Audience::LocalTerminal] {
                let options = Options {
                    audience,
                    ..Options::default()
                };
                let quoted = shown(&report, lang, style, &options).contains(SECRET);
                let may = style == Style::Human && audience == Audience::LocalTerminal;
                assert_eq!(quoted, may, "{style:?} {audience:?}");
            }
        }
    }
}

#[test]
fn a_long_report_keeps_its_errors() {
    let mut report = Report::default();
    for _ in 0..5 {
        report.push(Span::file(FileId(0)), ODD);
        report.push(Span::file(FileId(0)), WRONG);
    }
    let text = |limit, lang| {
        let options = Options {
            limit,
            ..Options::default()
        };
        shown(&report, lang, Style::Human, &options)
    };
    let count = |text: &str, words: &str| text.matches(words).count();
    let cut = text(Limit::Most(7), Lang::Vi);
    assert_eq!(count(&cut, "lỗi[T001]"), 5);
    assert_eq!(count(&cut, "cảnh báo[375-2008/B2]"), 2);
    assert!(cut.ends_with("còn 3 cảnh báo không in ra; xem hết bằng `--all`\n5 lỗi, 5 cảnh báo\n"));
    let errors = text(Limit::Most(0), Lang::En);
    assert_eq!(count(&errors, "error[T001]"), 5);
    assert_eq!(count(&errors, "warning[375-2008/B2]"), 0);
    assert!(!text(Limit::All, Lang::Vi).contains("--all"));
    assert_eq!(
        count(
            &shown(&report, Lang::Vi, Style::Short, &Options::default()),
            "\n"
        ),
        10
    );
}

#[test]
fn the_closing_line_counts_in_both_languages() {
    let mut report = Report::default();
    assert_eq!(words::summary(&report, Lang::Vi), None);
    assert_eq!(
        shown(&report, Lang::Vi, Style::Human, &Options::default()),
        ""
    );
    report.add(Diagnostic::nowhere(ODD));
    assert_eq!(
        words::summary(&report, Lang::En).as_deref(),
        Some("1 warning")
    );
    report.add(Diagnostic::nowhere(WRONG));
    report.add(Diagnostic::nowhere(WRONG));
    assert_eq!(
        words::summary(&report, Lang::Vi).as_deref(),
        Some("2 lỗi, 1 cảnh báo")
    );
    assert_eq!(
        words::summary(&report, Lang::En).as_deref(),
        Some("2 errors, 1 warning")
    );
}

#[test]
fn the_terminal_is_never_commanded_by_the_data() {
    let mut report = Report::default();
    let loud = Said {
        vi: "khóa \u{1b}[31mđỏ\u{7}\u{202e}",
        help: Some(("\u{1b}]0;x\u{7}", "")),
        clauses: &["\u{1b}[2J"],
        ..WRONG
    };
    report.add(Diagnostic::nowhere(loud));
    for (style, _) in STYLES {
        let text = shown(&report, Lang::Vi, style, &Options::default());
        assert!(!text.contains(['\u{1b}', '\u{7}']), "{style:?}: {text:?}");
    }
}

#[test]
fn paths_take_the_base_and_codes_their_names() {
    const ENTRY: Entry = Entry {
        code: "T001",
        name: "unknown-key",
        severity: Severity::Error,
        vi: "Khóa lạ.",
        en: "An unknown key.",
    };
    let options = Options {
        base: "site/",
        catalogue: &[&[ENTRY]],
        ..Options::default()
    };
    let files = files();
    let mut report = Report::default();
    report.push(span(&files, 2, "tenn", 0), WRONG);
    let text = |style| shown(&report, Lang::En, style, &options);
    assert!(text(Style::Short).starts_with("site/data/rosters/crlf.toml:2:1: error[T001]: "));
    assert!(text(Style::Github).contains(",title=T001 unknown-key::"));
    let json: serde_json::Value = serde_json::from_str(&text(Style::Json)).unwrap();
    assert_eq!(json["name"], "unknown-key");
    assert_eq!(json["path"], "site/data/rosters/crlf.toml");
    let sarif: serde_json::Value = serde_json::from_str(&text(Style::Sarif)).unwrap();
    let rule = &sarif["runs"][0]["tool"]["driver"]["rules"][0];
    assert_eq!(rule["fullDescription"]["text"], "An unknown key.");
}
