//! Broken and odd inputs, each with what must be said of it.

use proptest::prelude::*;

use super::{Draft, parse};
use crate::{
    diag::{Lang, Report},
    source::{SourceFile, SourceKind, Sources},
};

const ROSTER: &str = r#"place = { edition = "e", code = "1" }
[office]
phone = "0237 000 1000"
[[people]]
id = "hoa"
name = "Nguyễn Thị Hòa"
offices = [ { office = "truong", from = 2004-06-01 } ]
[[villages]]
id = "thon-1"
name = "Thôn 1"
kind = "thon"
head = { person = "hoa", term = { from = 2007-01-15, until = 2009-07-15 } }
[[bodies]]
kind = "to"
serves = ["thon-1"]
members = [
  { person = "hoa", post = "to-truong" },
  { vacant = "to-pho", since = 2008-06-10 },
]
"#;

fn read(kind: SourceKind, path: &str, text: &str) -> (Draft, Report) {
    let file = SourceFile {
        path: path.into(),
        kind,
        text: text.into(),
    };
    parse(&Sources {
        files: vec![file],
        ..Sources::default()
    })
}

/// `line:column code` of each finding.
fn found(kind: SourceKind, text: &str) -> Vec<String> {
    let (_, mut report) = read(kind, "data/x.toml", text);
    let file = SourceFile {
        path: "data/x.toml".into(),
        kind,
        text: text.into(),
    };
    report.sort(&Sources {
        files: vec![file],
        ..Sources::default()
    });
    let place = |at: usize| {
        let before = &text[..at];
        let line = before.rsplit('\n').next().unwrap_or_default();
        format!(
            "{}:{}",
            before.matches('\n').count() + 1,
            line.chars().count() + 1
        )
    };
    report
        .diagnostics()
        .iter()
        .map(|d| {
            format!(
                "{} {}",
                d.at.map_or(String::new(), |span| place(span.start as usize)),
                d.finding.code()
            )
        })
        .collect()
}

fn edited(from: &str, to: &str) -> Vec<String> {
    assert!(ROSTER.contains(from), "{from}");
    found(SourceKind::Roster, &ROSTER.replace(from, to))
}

#[test]
fn a_good_roster_has_no_findings() {
    assert_eq!(found(SourceKind::Roster, ROSTER), Vec::<String>::new());
    assert_eq!(
        found(SourceKind::Roster, &ROSTER.replace('\n', "\r\n")),
        Vec::<String>::new()
    );
}

#[test]
fn every_problem_is_pointed_at() {
    assert_eq!(edited("phone =", "fone ="), ["3:1 D003"]);
    assert_eq!(
        edited("\"0237 000 1000\"", "\"0237 000 10O0\""),
        ["3:21 D009"]
    );
    assert_eq!(edited("\"0237 000 1000\"", "2370001000"), ["3:9 D002"]);
    assert_eq!(edited("id = \"hoa\"", "id = \"Hòa\""), ["5:6 D005"]);
    assert_eq!(edited("name = \"Thôn 1\"\n", ""), ["8:1 D004"]);
    assert_eq!(edited("Thị Hòa", "Thị\u{200b} Hòa"), ["6:19 D007"]);
    assert_eq!(edited("Thị Hòa", "Thị  Hòa"), ["6:8 D012"]);
    assert_eq!(
        edited("\"Thôn 1\"", "\" \""),
        ["10:8 D008", "8:1 D004"].map(String::from)[..1]
    );
    assert_eq!(edited("2008-06-10", "2908-06-10"), ["18:32 D010"]);
    assert_eq!(edited("2008-06-10", "2008-06-10T07:00:00"), ["18:32 D010"]);
    assert_eq!(edited("person = \"hoa\", post", "post"), ["17:3 D004"]);
}

#[test]
fn all_problems_of_a_file_are_found_in_one_run() {
    let text = ROSTER
        .replace("phone =", "fone =")
        .replace("id = \"hoa\"", "id = \"Hòa\"")
        .replace("2008-06-10", "\"hôm qua\"");
    assert_eq!(
        found(SourceKind::Roster, &text),
        ["3:1 D003", "5:6 D005", "18:32 D002"]
    );
}

#[test]
fn a_syntax_error_is_one_finding_not_a_cascade() {
    let broken = ROSTER.replace("name = \"Thôn 1\"", "name = \"Thôn 1");
    let (_, report) = read(SourceKind::Roster, "x", &broken);
    assert!(!report.diagnostics().is_empty() && report.diagnostics().len() <= 2);
    assert!(
        report
            .diagnostics()
            .iter()
            .all(|d| d.finding.code() == "D001")
    );
    let (_, report) = read(
        SourceKind::Roster,
        "x",
        &ROSTER.replace("2008-06-10", "2008-02-30"),
    );
    assert!(
        report.diagnostics()[0]
            .finding
            .words(Lang::Vi)
            .contains("lịch"),
        "{report:?}"
    );
}

#[test]
fn findings_about_private_files_hold_no_value() {
    let text = "place = { edition = \"e\", code = \"1\" }\n[[people]]\nid = \"hoa\"\nborn = \"1961-03-02\"\nnational_id = 38061000001\nphon = \"0900 000 777\"\n";
    let (_, report) = read(SourceKind::Private, "data/private/x.toml", text);
    assert_eq!(report.diagnostics().len(), 3);
    for diagnostic in report.diagnostics() {
        for lang in Lang::ALL {
            let words = format!(
                "{} {:?} {diagnostic:?}",
                diagnostic.finding.words(lang),
                diagnostic.finding.help(lang)
            );
            assert!(
                !["1961", "38061", "777"]
                    .iter()
                    .any(|value| words.contains(value)),
                "{words}"
            );
        }
    }
}

#[test]
fn front_matter() {
    let article = |text| read(SourceKind::Article, "content/handbook/to/lap.en.md", text);
    let (draft, report) = article("+++\ntitle = \"Setting up\"\norder = 2\n+++\nText.\n");
    assert!(report.diagnostics().is_empty(), "{report:?}");
    let article_draft = &draft.articles[0];
    assert_eq!(
        (
            &*article_draft.stem,
            article_draft.lang,
            &*article_draft.body
        ),
        ("lap", Lang::En, "Text.\n")
    );
    for (text, code) in [
        ("Text", "D101"),
        ("+++\ntitle = \"x\"\n", "D102"),
        ("+++\norder = 1\n+++\n", "D004"),
    ] {
        assert_eq!(
            article(text).1.diagnostics()[0].finding.code(),
            code,
            "{text}"
        );
    }
}

proptest! {
    #[test]
    fn nothing_panics(text in "\\PC{0,200}", at in 0usize..600, cut in 0usize..40) {
        let mut mutated = ROSTER.to_owned();
        let floor = |mut at: usize| { while !ROSTER.is_char_boundary(at.min(ROSTER.len())) { at -= 1; } at.min(ROSTER.len()) };
        let (from, until) = (floor(at), floor(at + cut));
        mutated.replace_range(from..until, &text);
        for kind in [SourceKind::Roster, SourceKind::Scheme, SourceKind::Site, SourceKind::Places, SourceKind::Private,
            SourceKind::Policy, SourceKind::Lock, SourceKind::Moved, SourceKind::Article] {
            read(kind, "content/pages/x.md", &mutated);
            read(kind, "content/pages/x.md", &text);
        }
    }

    #[test]
    fn a_mac_and_a_pc_read_the_same(name in "[A-Z][aăâeêioôơuưyáàảãạ]{1,6}( [A-Z][a-zđếềểễệ]{1,6}){1,3}") {
        use unicode_normalization::UnicodeNormalization;
        let text = ROSTER.replace("Nguyễn Thị Hòa", &name);
        let apart: String = text.nfd().collect();
        let read = |text: &str| read(SourceKind::Roster, "x", text).0.rosters[0].people[0].name.to_string();
        prop_assert_eq!(read(&text), read(&apart));
        prop_assert_eq!(read(&text), read(&text.replace('\n', "\r\n")));
    }
}
